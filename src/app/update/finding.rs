//! Finding in the text: as it is typed, then hit by hit. The text is looked through outside; until the answer comes
//! everything stays as it is.

use std::sync::Arc;

use super::{finding_on_page, searching};
use crate::app::effect::{Effect, ToFind};
use crate::app::labels;
use crate::app::layout::Focus;
use crate::app::notice::Notice;
use crate::app::overlays::Overlay;
use crate::app::overlays::prompt::{Outcome, Prompt, Purpose};
use crate::app::panes::reader::Found;
use crate::app::state::{Search, State};
use crate::model::Document;
use crate::search::find::{PATTERN_SIGN, PatternError, Places};

/// The line changed: what it asks for now is looked for.
pub(super) fn typed(state: &mut State) -> Vec<Effect> {
    let generation = state.next_generation();
    let Some(prompt) = line(&mut state.overlay) else { return Vec::new() };
    prompt.accept_when_ready = false;
    prompt.awaited = None;
    if state.page.is_some() {
        finding_on_page::typed(state);
        return Vec::new();
    }
    let typed = prompt.line.text().to_owned();
    if typed.is_empty() {
        prompt.outcome = None;
        state.reader.return_to(&prompt.before.place);
        return Vec::new();
    }
    let effect = search(state, generation, ToFind::Typed(typed));
    if let (Some(prompt), Some(_)) = (line(&mut state.overlay), &effect) {
        prompt.awaited = Some(generation);
    }
    effect.into_iter().collect()
}

/// ctrl-r: what is typed is a pattern, or no longer one.
pub(super) fn toggle_pattern(state: &mut State) -> Vec<Effect> {
    let Some(prompt) = line(&mut state.overlay) else { return Vec::new() };
    prompt.line.toggle_sign(PATTERN_SIGN);
    typed(state)
}

/// Enter: stays with what was found. An empty line means what was looked for last; a pattern that is none stays to be
/// put right.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    let Some(prompt) = line(&mut state.overlay) else { return Vec::new() };
    if prompt.awaited.is_some() {
        prompt.accept_when_ready = true;
        return Vec::new();
    }
    if prompt.line.text().is_empty() {
        state.overlay = None;
        return match &state.finding.sought {
            Some(_) if state.page.is_none() => search_again(state, true),
            Some(_) => again(state, true),
            None => Vec::new(),
        };
    }
    let Some(Outcome::Found(notice)) = &prompt.outcome else { return Vec::new() };
    state.notice = Some(notice.clone());
    state.finding.sought = Some(ToFind::Typed(prompt.line.text().to_owned()));
    state.overlay = None;
    Vec::new()
}

/// `n` and `N`: the next hit, the previous one; in a newly opened text the same is looked for.
pub(super) fn again(state: &mut State, onward: bool) -> Vec<Effect> {
    if state.page.is_some() {
        finding_on_page::again(state, onward);
        return Vec::new();
    }
    if let Some(effects) = searching::next_hit(state, onward) {
        return effects;
    }
    if state.finding.sought.is_none() {
        state.notice = Some(Notice::info("nothing-to-find"));
        return Vec::new();
    }
    let Some(found) = state.reader.find_again(onward) else { return search_again(state, onward) };
    state.notice = Some(told(found, onward));
    Vec::new()
}

/// Text was looked through. An answer to an older question is dropped; one about a text that is not shown any longer is
/// asked for anew.
pub(super) fn found(
    state: &mut State,
    generation: u64,
    document: &Document,
    result: Result<Option<Arc<Places>>, PatternError>,
) -> Vec<Effect> {
    let shown = state.reader.document();
    let is_shown = shown.is_some_and(|shown| Arc::ptr_eq(&shown.decoded, &document.decoded));
    match state.finding.awaited {
        Some(search) if search.generation == generation => {
            state.finding.awaited = None;
            if !is_shown {
                // A text that is entered has a search of its own.
                let goes_on = !search.enters;
                return if goes_on { search_again(state, search.onward) } else { Vec::new() };
            }
            if let Ok(Some(places)) = result {
                if search.enters {
                    let found = state.reader.enter_at(places, search.onward);
                    // A text that only its title led to has nothing to say.
                    if state.focus == Focus::Reader && found != Found::Nothing {
                        state.notice = Some(told(found, search.onward));
                    }
                    return Vec::new();
                }
                let from = state.reader.bookmark();
                let found = state.reader.look_at(places, &from, search.onward);
                state.notice = Some(told(found, search.onward));
            }
            Vec::new()
        }
        _ => found_as_typed(state, generation, is_shown, result),
    }
}

/// The same, while the line is being typed.
fn found_as_typed(
    state: &mut State,
    generation: u64,
    is_shown: bool,
    result: Result<Option<Arc<Places>>, PatternError>,
) -> Vec<Effect> {
    let place = state.reader.bookmark();
    let Some(prompt) = line(&mut state.overlay).filter(|line| line.awaited == Some(generation))
    else {
        return Vec::new();
    };
    prompt.awaited = None;
    if !is_shown {
        prompt.before.place = place;
        return typed(state);
    }
    match result {
        Ok(Some(places)) => {
            let found = state.reader.look_at(places, &prompt.before.place, true);
            prompt.outcome = Some(Outcome::Found(told(found, true)));
        }
        Ok(None) => {
            prompt.outcome = None;
            state.reader.return_to(&prompt.before.place);
        }
        // What was found before the mistake stays in sight.
        Err(PatternError { mistake, place }) => {
            let notice = Notice::info(labels::mistake(mistake)).number("place", place);
            prompt.outcome = Some(Outcome::Mistake(notice));
        }
    }
    if prompt.accept_when_ready { accept(state) } else { Vec::new() }
}

/// Looks through the text for what was looked for last.
fn search_again(state: &mut State, onward: bool) -> Vec<Effect> {
    let generation = state.next_generation();
    let Some(sought) = state.finding.sought.clone() else { return Vec::new() };
    let effect = search(state, generation, sought);
    state.finding.awaited = effect.as_ref().map(|_| Search { generation, onward, enters: false });
    if effect.is_none() {
        state.notice = Some(told(Found::Nothing, onward));
    }
    effect.into_iter().collect()
}

/// Looks for something in a text that was just opened, to enter it there.
pub(super) fn look(state: &mut State, sought: ToFind, onward: bool) -> Vec<Effect> {
    let generation = state.next_generation();
    let effect = search(state, generation, sought.clone());
    state.finding.sought = Some(sought);
    state.finding.awaited = effect.as_ref().map(|_| Search { generation, onward, enters: true });
    effect.into_iter().collect()
}

/// The effect that looks through the text, where one is shown.
fn search(state: &State, generation: u64, sought: ToFind) -> Option<Effect> {
    let document = Arc::clone(state.reader.document()?);
    let with_dropped = state.reader.shows_dropped();
    Some(Effect::FindInText { generation, sought, document, with_dropped })
}

/// The line that finds in the text, where it is open.
pub(super) fn line(overlay: &mut Option<Overlay>) -> Option<&mut Prompt> {
    match overlay {
        Some(Overlay::Prompt(prompt)) if prompt.purpose == Purpose::Find => Some(prompt),
        _ => None,
    }
}

/// What finding came to, in words.
pub(super) fn told(found: Found, onward: bool) -> Notice {
    let Found::Hit { number, of, or_more, wrapped } = found else {
        return Notice::info("not-in-text");
    };
    let key = match (wrapped, onward) {
        (false, _) => "found",
        (true, true) => "found-from-top",
        (true, false) => "found-from-end",
    };
    let more = if or_more { "+" } else { "" };
    Notice::info(key).number("number", number).number("of", of).text("more", more)
}
