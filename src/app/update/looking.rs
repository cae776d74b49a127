//! Looking things up: the finder, and the line that finds in a text.

use super::{
    correcting, finding, keys, links, lists, motions, narrowing, overview, reading, saving,
    searching, tagging, visits, writing,
};
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::keymap::Mode;
use crate::app::layout::Focus;
use crate::app::list::Motion;
use crate::app::message::{Hit, Target};
use crate::app::overlays::Overlay;
use crate::app::overlays::picker::{Kind, Picker, Row};
use crate::app::overlays::prompt::{Before, Prompt, Purpose};
use crate::app::panes::page::PagePane;
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::model::{Brief, BriefId};

/// `c`: anything by a few letters of its name.
pub(super) fn finder(state: &mut State) -> Vec<Effect> {
    state.overlay = Some(Overlay::Picker(Picker::awaiting(Kind::Finder)));
    look_up(state)
}

/// `/`: finds in the text, else narrows the list that has the focus.
pub(super) fn prompt(state: &mut State) -> Vec<Effect> {
    let (purpose, text) = match state.focus {
        _ if state.page.is_some() => (Purpose::Find, String::new()),
        Focus::Reader => (Purpose::Find, String::new()),
        Focus::Articles => (Purpose::FilterArticles, state.articles.filter.typed().to_owned()),
        Focus::Countries => (Purpose::FilterCountries, state.countries.filter.clone()),
    };
    let brief = state.articles.brief(&state.shared.library).map(|brief| brief.id.clone());
    let place = state.reader.bookmark();
    let page_row = state.page.as_ref().map_or(0, PagePane::at);
    let before = Before { scope: state.countries.selected(), brief, place, page_row };
    let finds = purpose == Purpose::Find;
    state.overlay = Some(Overlay::Prompt(Prompt::new(purpose, &text, before)));
    if finds {
        state.finding.awaited = None;
    }
    narrowing::reopened(state)
}

/// Carries out a command on the line being typed.
pub(super) fn line(state: &mut State, command: Command) -> Vec<Effect> {
    match command {
        Command::Close => return close(state),
        Command::Accept => return accept(state),
        Command::Widen => return widen(state),
        Command::TogglePattern => return finding::toggle_pattern(state),
        _ => {}
    }
    if let Some(motion) = Motion::of(command, 1) {
        if let Some(Overlay::Prompt(Prompt { purpose: Purpose::FilterArticles, .. })) =
            &state.overlay
        {
            return narrowing::recall(state, matches!(command, Command::Up | Command::PageUp));
        }
        if let Some(Overlay::Picker(picker)) = &mut state.overlay {
            picker.step(motion);
        }
        return Vec::new();
    }
    if state.line().is_some_and(|line| line.handle(command)) { typed(state) } else { Vec::new() }
}

/// The line changed: what it narrows follows.
pub(super) fn typed(state: &mut State) -> Vec<Effect> {
    match &mut state.overlay {
        Some(Overlay::Picker(picker)) if picker.kind == Kind::Finder => look_up(state),
        Some(Overlay::Picker(picker))
            if picker.kind == Kind::Partners && !picker.line.text().trim().is_empty() =>
        {
            look_up(state)
        }
        Some(Overlay::Picker(picker)) => {
            picker.narrow();
            Vec::new()
        }
        Some(Overlay::Prompt(prompt)) if prompt.purpose == Purpose::Find => finding::typed(state),
        Some(Overlay::Prompt(prompt)) => {
            prompt.awaited = None;
            prompt.changed();
            state.past.rest();
            let text = prompt.line.text().to_owned();
            narrowing::narrow(state, &text)
        }
        Some(_) | None => Vec::new(),
    }
}

/// Asks for what the finder's line may mean; the old rows stay until the answer comes.
fn look_up(state: &mut State) -> Vec<Effect> {
    let generation = state.next_generation();
    let Some(Overlay::Picker(picker)) = &mut state.overlay else { return Vec::new() };
    picker.awaited = Some(generation);
    picker.accept_when_ready = false;
    vec![Effect::LookUp { generation, query: picker.line.text().to_owned() }]
}

/// The finder's rows came; an answer to an older line is dropped.
pub(super) fn looked_up(state: &mut State, generation: u64, hits: Vec<Hit>) -> Vec<Effect> {
    let Some(Overlay::Picker(picker)) = &state.overlay else { return Vec::new() };
    if picker.awaited != Some(generation) {
        return Vec::new();
    }
    let hits = if picker.kind == Kind::Partners { overview::partner_hits(hits) } else { hits };
    let is_offered = |hit: &Hit| match hit.target {
        Target::Command(command) => state.offers(command),
        _ => true,
    };
    let rows = hits.into_iter().filter(is_offered).map(|hit| row(state, hit)).collect();
    let Some(Overlay::Picker(picker)) = &mut state.overlay else { return Vec::new() };
    picker.fill(rows);
    if picker.accept_when_ready { accept(state) } else { Vec::new() }
}

/// A row for an answer of the finder.
fn row(state: &State, hit: Hit) -> Row {
    let aside = match &hit.target {
        Target::Country(code) | Target::Partner(code) => code.to_string(),
        Target::Brief(id) => {
            let (brief, context) = (state.shared.library.brief(id), state.shared.context());
            let about = |brief: &Brief| context.warned(&brief.title, &context.list_date(brief));
            brief.map(|brief| about(brief)).unwrap_or_default()
        }
        Target::Query(_)
        | Target::Texts(_)
        | Target::Correction(..)
        | Target::AsFiled(_)
        | Target::Note(_)
        | Target::Period(_)
        | Target::Link(_) => String::new(),
        Target::Command(command) => {
            let mode = Mode::of(command.group());
            state.keymap.chords_of(mode, *command).into_iter().next().unwrap_or_default()
        }
    };
    Row { label: hit.shown, aside, highlights: hit.highlights, target: Some(hit.target) }
}

/// Esc: the line goes away, and with it what it did. A note being written asks first.
pub(super) fn close(state: &mut State) -> Vec<Effect> {
    if let Some(Overlay::Note(_)) = &state.overlay {
        return writing::close(state);
    }
    if let Some(Overlay::Prompt(Prompt { purpose, before, .. })) = state.overlay.take() {
        return narrowing::take_back(state, &purpose, &before);
    }
    Vec::new()
}

/// Tab: in a filter the rest of the word, else, and in a text, on to everything; in the palette, the rest of the name.
fn widen(state: &mut State) -> Vec<Effect> {
    if let Some(effects) = narrowing::complete(state) {
        return effects;
    }
    match &mut state.overlay {
        Some(Overlay::Prompt(prompt)) if matches!(prompt.purpose, Purpose::Tag(_)) => {
            prompt.complete();
            Vec::new()
        }
        Some(Overlay::Prompt(prompt))
            if matches!(
                prompt.purpose,
                Purpose::Find | Purpose::FilterArticles | Purpose::FilterCountries
            ) =>
        {
            let mut picker = Picker::awaiting(Kind::Finder);
            picker.line = prompt.line.clone();
            let (purpose, before) = (prompt.purpose.clone(), prompt.before.clone());
            let effects = narrowing::take_back(state, &purpose, &before);
            state.overlay = Some(Overlay::Picker(picker));
            effects.into_iter().chain(look_up(state)).collect()
        }
        Some(Overlay::Picker(picker)) if picker.kind == Kind::Palette => {
            if let Some(command) = picker.command() {
                picker.line = crate::app::line_editor::LineEditor::new(command.name());
                picker.narrow();
            }
            Vec::new()
        }
        Some(Overlay::Picker(picker)) => {
            picker.step(Motion::Rows(1));
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Enter: takes what was typed or picked.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    match &mut state.overlay {
        Some(Overlay::Picker(picker)) => {
            if picker.awaited.is_some() {
                picker.accept_when_ready = true;
                return Vec::new();
            }
            let target = picker.target().cloned();
            // `:q` leaves, as the fingers know it.
            let quits = picker.kind == Kind::Palette && matches!(picker.line.text(), "q" | "q!");
            state.overlay = None;
            if quits { keys::leave(state) } else { take(state, target) }
        }
        Some(Overlay::Prompt(prompt)) => {
            let text = prompt.line.text().to_owned();
            let purpose = prompt.purpose.clone();
            match purpose {
                Purpose::Find => finding::accept(state),
                Purpose::Export => super::taking::export(state, &text, false),
                Purpose::Correct(id, aspect) => correcting::accept(state, &id, aspect, &text),
                Purpose::Tag(what) => tagging::accept(state, &what, &text),
                Purpose::Period => visits::accept(state, &text),
                Purpose::NameSearch { query, instead_of } => {
                    saving::accept(state, &query, instead_of, &text)
                }
                Purpose::FilterCountries => {
                    state.overlay = None;
                    lists::open(state)
                }
                Purpose::FilterArticles => {
                    let origin = (state.articles.scope(), prompt.before.brief.clone());
                    state.articles.filter.set_out_from(origin);
                    state.overlay = None;
                    let kept = narrowing::remember(state, &text);
                    kept.into_iter().chain(searching::arrived(state)).collect()
                }
            }
        }
        Some(_) | None => Vec::new(),
    }
}

/// Goes where a row leads.
fn take(state: &mut State, target: Option<Target>) -> Vec<Effect> {
    if target.as_ref().is_some_and(|target| !matches!(target, Target::Command(_))) {
        state.board = None;
    }
    match target {
        Some(Target::Country(code)) => {
            let kept = reading::keep_position(state);
            state.page = None;
            state.zoom = false;
            state.focus = Focus::Articles;
            lists::show_scope(state, Scope::Country(code));
            let mut effects: Vec<Effect> = kept.into_iter().collect();
            // The articles come into sight with the focus.
            state.settle();
            effects.extend(motions::rest(state));
            effects
        }
        Some(Target::Partner(code)) => overview::open_pair(state, code),
        Some(Target::Brief(id)) => {
            state.page = None;
            reveal(state, &id);
            reading::open(state, &id)
        }
        Some(Target::Command(command)) => keys::run(state, command, None),
        Some(Target::Texts(query)) => searching::everywhere(state, &query),
        Some(Target::Query(query)) => narrowing::try_out(state, &query),
        Some(Target::Correction(id, aspect)) => correcting::ask(state, &id, aspect),
        Some(Target::AsFiled(id)) => correcting::take_back(state, &id),
        Some(Target::Note(subject)) => writing::go(state, subject),
        Some(Target::Period(Some(period))) => visits::choose(state, period),
        Some(Target::Period(None)) => visits::ask_day(state),
        Some(Target::Link(target)) => links::ask(state, &target),
        None => Vec::new(),
    }
}

/// Puts the list on a brief, in the whole library where it is not in the scope shown.
pub(super) fn reveal(state: &mut State, id: &BriefId) {
    let library = &state.shared.library;
    let parent = library.brief(id).and_then(|brief| brief.parent.as_ref());
    let main = parent.unwrap_or(id);
    let head = library.head_of(main).unwrap_or(main).clone();
    if !lists::select(state, &head) {
        lists::show_scope(state, Scope::All);
    }
    if head != *id {
        state.articles.unfold(&head, &state.shared.context());
    }
    state.articles.select(id, &state.shared.library);
}
