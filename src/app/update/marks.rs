//! Read, starred, undone: every change goes to the journal and can be taken back.

use std::time::Duration;

use super::{copying, searching, writing};
use crate::app::command::Command;
use crate::app::effect::{Briefs, Effect};
use crate::app::layout::Focus;
use crate::app::marking::Stepped;
use crate::app::message::Timer;
use crate::app::notice::Notice;
use crate::app::overlays::Overlay;
use crate::app::overlays::question::{Answer, Question};
use crate::app::state::State;
use crate::model::{BriefId, Change, Field, Way};

/// How long a mark may take before the reader is told that it is still being saved.
const SAVING_AFTER: Duration = Duration::from_millis(400);

/// A text was opened: it counts as read from now on.
pub(super) fn opened(state: &mut State, id: &BriefId) -> Option<Effect> {
    let wanted = state.shared.settings.mark_read_on_open;
    let is_main = state.shared.library.brief(id).is_some_and(|brief| brief.parent.is_none());
    if !wanted || !is_main || state.shared.marking.is_read(id) {
        return None;
    }
    let change = Change { id: id.clone(), field: Field::Read(true) };
    state.shared.marking.act("did-read", vec![change])
}

/// The brief that a mark is for: the text with the focus, else the one under the list's cursor.
pub(super) fn meant(state: &State) -> Option<BriefId> {
    let reading = state.focus == Focus::Reader && state.page.is_none();
    match state.reader.id().filter(|_| reading) {
        Some(id) => Some(id.clone()),
        // Among the countries the list's cursor is not what the eye is on, nor always in sight.
        None if state.focus == Focus::Countries || state.page.is_some() => None,
        None => state.articles.brief(&state.shared.library).map(|brief| brief.id.clone()),
    }
}

/// Whether a brief is a related story: those go with their article and have no marks; says so.
fn is_related(state: &mut State, id: &BriefId) -> bool {
    let related = state.shared.library.brief(id).is_some_and(|brief| brief.parent.is_some());
    if related {
        state.notice = Some(Notice::info("related-have-no-mark"));
    }
    related
}

/// The main story that a mark is for; says so where there is none.
pub(super) fn markable(state: &mut State) -> Option<BriefId> {
    let Some(id) = meant(state) else {
        state.notice = Some(Notice::info("nothing-to-mark"));
        return None;
    };
    (!is_related(state, &id)).then_some(id)
}

/// `m`: read or unread.
pub(super) fn toggle_read(state: &mut State) -> Vec<Effect> {
    let Some(id) = markable(state) else { return Vec::new() };
    let read = !state.shared.marking.is_read(&id);
    let what = if read { "did-read" } else { "did-unread" };
    act(state, what, vec![Change { id, field: Field::Read(read) }])
}

/// `s`: starred or not.
pub(super) fn toggle_star(state: &mut State) -> Vec<Effect> {
    let Some(id) = markable(state) else { return Vec::new() };
    let starred = !state.shared.marking.is_starred(&id);
    let what = if starred { "did-star" } else { "did-unstar" };
    let briefs = Briefs { ids: vec![id.clone()], shown: copying::shown(state) };
    let taken = starred.then_some(Effect::TakenAlong { briefs, way: Way::Starred });
    let kept = act(state, what, vec![Change { id, field: Field::Starred(starred) }]);
    taken.into_iter().chain(kept).collect()
}

/// `M`: everything in the list as read, after a question.
pub(super) fn ask_all_read(state: &mut State) -> Vec<Effect> {
    if let Some(effects) = searching::with_all(state, Command::MarkAllRead) {
        return effects;
    }
    let briefs = state.articles.briefs(&state.shared.library);
    let unread: Vec<Change> = briefs
        .filter(|(_, brief)| !state.shared.marking.is_read(&brief.id))
        .map(|(_, brief)| Change { id: brief.id.clone(), field: Field::Read(true) })
        .collect();
    if unread.is_empty() {
        state.notice = Some(Notice::info("no-unread-here"));
        return Vec::new();
    }
    state.overlay = Some(Overlay::Question(Question {
        notice: Notice::info("ask-all-read").number("count", unread.len()),
        detail: None,
        answer: Answer::Mark(unread),
    }));
    Vec::new()
}

/// Records changes that can be undone; they show once they are kept.
pub(super) fn act(state: &mut State, what: &'static str, changes: Vec<Change>) -> Vec<Effect> {
    act_saying(state, what, changes, None)
}

/// The same, and says something once they are kept.
pub(super) fn act_saying(
    state: &mut State,
    what: &'static str,
    changes: Vec<Change>,
    says: Option<Notice>,
) -> Vec<Effect> {
    let effect = state.shared.marking.act_saying(what, changes, says);
    effect.into_iter().chain([Effect::After(SAVING_AFTER, Timer::Saving)]).collect()
}

/// `U`: takes the last change back and says which.
pub(super) fn undo(state: &mut State) -> Vec<Effect> {
    match state.shared.marking.undo() {
        Some(stepped) => put_back(state, "undone", stepped),
        None => {
            state.notice = Some(Notice::info("nothing-to-undo"));
            Vec::new()
        }
    }
}

/// Says what was undone or redone, and keeps what follows from it.
fn put_back(state: &mut State, key: &'static str, stepped: Stepped) -> Vec<Effect> {
    let what = state.shared.words.text(stepped.what);
    state.notice = Some(Notice::info(key).text("what", what));
    let note = stepped.note.map(|note| writing::put_back(state, note));
    let named = (!stepped.namings.is_empty()).then_some(Effect::NameSearches(stepped.namings));
    let is_of_basket = !stepped.placings.is_empty();
    let placed = is_of_basket.then(|| state.shared.collecting.place(stepped.placings, None));
    let known = (!stepped.known.is_empty()).then_some(Effect::Acknowledge(stepped.known));
    stepped.effect.into_iter().chain(note).chain(named).chain(placed).chain(known).collect()
}

/// ctrl-r: does again what was taken back and says what.
pub(super) fn redo(state: &mut State) -> Vec<Effect> {
    match state.shared.marking.redo() {
        Some(stepped) => put_back(state, "redone", stepped),
        None => {
            state.notice = Some(Notice::info("nothing-to-redo"));
            Vec::new()
        }
    }
}
