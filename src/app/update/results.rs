//! What comes back from outside: the library, the journal's word.

use std::sync::Arc;

use super::{board, editions, pages};
use crate::app::effect::Effect;
use crate::app::marking::Recorded;
use crate::app::notice::Notice;
use crate::app::state::State;
use crate::library::Snapshot;

/// What is said while a mark is on its way.
const SAVING: &str = "saving";

/// Files came, went or changed: the lists follow, cursors and the text stay.
pub(super) fn library_changed(state: &mut State, library: Arc<Snapshot>) -> Vec<Effect> {
    let before = std::mem::replace(&mut state.shared.library, library);
    let marks = Arc::clone(&state.shared.library.marks);
    state.shared.marking.replace(marks);
    state.reader.correct(&state.shared.library);
    let context = state.shared.context();
    state.countries.rebuild(&context);
    state.articles.refresh(&before, &context);
    let first = before.briefs().is_empty() && !context.library.briefs().is_empty();
    board::refresh(state);
    editions::library_changed(state, &before);
    let page = pages::follow(state);
    let rest = if first { super::motions::rest(state) } else { Vec::new() };
    page.into_iter().chain(rest).collect()
}

/// Changes are on disk: now they show.
pub(super) fn recorded(state: &mut State, ticket: u64) -> Vec<Effect> {
    let Recorded { made_good, says } = state.shared.marking.recorded(ticket);
    marks_changed(state);
    let is_saving = state.shared.marking.is_saving();
    if made_good {
        state.notice = Some(Notice::info("saved-again"));
    } else if says.is_some() {
        state.notice = says;
    } else if !is_saving && state.notice.as_ref().is_some_and(|notice| notice.key == SAVING) {
        state.notice = None;
    }
    pages::follow(state).into_iter().collect()
}

/// Changes could not be written: they show, and the reader is told that they are only in memory.
pub(super) fn not_recorded(state: &mut State, ticket: u64, notice: Notice) -> Vec<Effect> {
    state.shared.marking.not_recorded(ticket);
    marks_changed(state);
    state.notice = Some(notice);
    Vec::new()
}

/// Counts and dots follow the marks.
fn marks_changed(state: &mut State) {
    let context = state.shared.context();
    state.countries.rebuild(&context);
    state.articles.count_unread(&context);
}

/// A mark takes long: say so, for it is not shown before it is kept.
pub(super) fn still_saving(state: &mut State) {
    if state.shared.marking.is_saving() {
        state.notice = Some(Notice::warning(SAVING));
    }
}
