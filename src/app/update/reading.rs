//! Opening texts, walking through them, and keeping the place.

use super::{editions, marks, searching};
use crate::app::effect::Effect;
use crate::app::layout::Focus;
use crate::app::list::Motion;
use crate::app::notice::Notice;
use crate::app::scope::Scope;
use crate::app::state::State;
use crate::library::Edition;
use crate::model::BriefId;

/// Opens a brief to be read: it gets the focus and counts as read.
pub(super) fn open(state: &mut State, id: &BriefId) -> Vec<Effect> {
    state.focus = Focus::Reader;
    state.board = None;
    // Whoever opens a text by itself does not come from a page.
    state.way_back = None;
    let mut effects = fetch(state, id);
    // Already on screen by following: now it is read in earnest.
    if state.reader.id() == Some(id) && state.reader.awaited.is_none() {
        effects.extend(marks::opened(state, id));
        if !cite(state) && !state.reader.shows_matches() {
            effects.extend(searching::opened(state));
        }
    }
    effects
}

/// What was shown in passing has the focus now, if it does: it counts as read.
pub(super) fn attend(state: &mut State) -> Vec<Effect> {
    let shown = state.reader.id().filter(|_| state.reader.awaited.is_none()).cloned();
    let shown = shown.filter(|_| state.focus == Focus::Reader);
    shown.and_then(|id| marks::opened(state, &id)).into_iter().collect()
}

/// Asks for a brief unless it is asked for already, or shown as its file is now.
pub(super) fn fetch(state: &mut State, id: &BriefId) -> Vec<Effect> {
    let is_awaited = state.reader.awaited.is_some();
    if state.reader.is_on(id) && (is_awaited || editions::is_current(state, id)) {
        return Vec::new();
    }
    let mut effects: Vec<Effect> = keep_position(state).into_iter().collect();
    state.reader.awaited = Some(id.clone());
    effects.push(Effect::Open(id.clone()));
    effects
}

/// Shows the article under the cursor after it rested there.
pub(super) fn follow(state: &mut State) -> Vec<Effect> {
    if !state.follows() || state.focus == Focus::Reader || !state.shows_panes() {
        return Vec::new();
    }
    let brief = state.articles.brief(&state.shared.library);
    let id = brief.map(|brief| brief.id.clone());
    id.map_or_else(Vec::new, |id| fetch(state, &id))
}

/// A brief came from the disk; an older answer than the one awaited is dropped.
pub(super) fn opened(
    state: &mut State,
    id: &BriefId,
    result: Result<Edition, Notice>,
) -> Vec<Effect> {
    if state.reader.awaited.as_ref() != Some(id) {
        return Vec::new();
    }
    match result {
        Ok(edition) => {
            editions::forget(state);
            let context = state.shared.context();
            let position = context.marks.position(id).cloned();
            state.reader.show(edition, position.as_ref(), &context);
            state.reader.correct(context.library);
            state.settle();
            let matches = if cite(state) { Vec::new() } else { searching::opened(state) };
            let read = (state.focus == Focus::Reader).then(|| marks::opened(state, id)).flatten();
            return read.into_iter().chain(matches).collect();
        }
        Err(notice) => {
            state.citation = None;
            failed(state, id, notice);
        }
    }
    Vec::new()
}

/// A brief cannot be read. What is read is not taken away because its file is.
fn failed(state: &mut State, id: &BriefId, notice: Notice) {
    if state.reader.id() == Some(id) {
        state.reader.awaited = None;
        state.notice = Some(notice);
    } else {
        editions::forget(state);
        state.reader.fail(notice);
    }
}

/// Shows the sentence of the open text that a citation pointed to, if one did and it is still there; says so where it is not.
fn cite(state: &mut State) -> bool {
    let passage = state.citation.take();
    let Some(passage) = passage.filter(|passage| state.reader.id() == Some(&passage.id)) else {
        return false;
    };
    state.settle();
    let is_there = state.reader.cite(&passage);
    if !is_there {
        state.notice = Some(Notice::info("sentence-gone"));
    }
    is_there
}

/// The effect that keeps the place where reading stopped.
pub(super) fn keep_position(state: &mut State) -> Option<Effect> {
    let known = state.reader.id().and_then(|id| state.shared.marking.shown().position(id));
    let change = state.reader.position_change(known)?;
    state.shared.marking.record(vec![change])
}

/// Space: a page on; at the end it says so, and once more goes to the next unread text.
pub(super) fn advance(state: &mut State) -> Vec<Effect> {
    if state.page.is_some() {
        return super::motions::step(state, crate::app::command::Command::PageDown, 1);
    }
    if state.focus != Focus::Reader {
        return super::lists::open(state);
    }
    if !state.reader.at_end() {
        state.reader.scroll(Motion::Halves(2));
        return Vec::new();
    }
    if state.announced_end {
        state.announced_end = false;
        return step_unread(state, true);
    }
    state.announced_end = true;
    let unread = state.articles.briefs(&state.shared.library);
    let left = unread.filter(|(_, brief)| !state.shared.marking.is_read(&brief.id)).count();
    state.notice = Some(if left > 0 {
        Notice::info("end-of-text").number("count", left)
    } else {
        Notice::info("end-of-text-all-read")
    });
    Vec::new()
}

/// The next article of the list, or the previous one, opened where the reader has the focus.
pub(super) fn step_article(state: &mut State, onward: bool, count: usize) -> Vec<Effect> {
    if !state.articles.step_article(onward, count) {
        state.notice = Some(Notice::info(if onward { "no-next" } else { "no-previous" }));
        return Vec::new();
    }
    state.page = None;
    arrive(state)
}

/// The next unread article after the cursor, around the end; opened where the reader has the focus.
pub(super) fn step_unread(state: &mut State, onward: bool) -> Vec<Effect> {
    state.page = None;
    let here = state.articles.at();
    let unread: Vec<usize> = state
        .articles
        .briefs(&state.shared.library)
        .filter(|(_, brief)| !state.shared.marking.is_read(&brief.id))
        .map(|(row, _)| row)
        .collect();
    let found = if onward {
        unread.iter().find(|&&row| row > here).or(unread.first())
    } else {
        unread.iter().rev().find(|&&row| row < here).or(unread.last())
    };
    match found {
        Some(&row) => {
            state.articles.place_at(row);
            arrive(state)
        }
        None => {
            let elsewhere = state.articles.scope() != Scope::All;
            let key = if elsewhere { "no-unread-here" } else { "no-unread" };
            state.notice = Some(Notice::info(key));
            Vec::new()
        }
    }
}

/// The list's cursor came to another article.
fn arrive(state: &mut State) -> Vec<Effect> {
    if state.focus != Focus::Reader {
        state.focus = Focus::Articles;
        return super::motions::rest(state);
    }
    let brief = state.articles.brief(&state.shared.library);
    let id = brief.map(|brief| brief.id.clone());
    id.map_or_else(Vec::new, |id| open(state, &id))
}

/// Shows or hides what was left out of the text.
pub(super) fn dropped(state: &mut State) -> Vec<Effect> {
    if !state.reader.toggle_dropped(&state.shared.context()) {
        state.notice = Some(Notice::info("nothing-dropped"));
    }
    Vec::new()
}
