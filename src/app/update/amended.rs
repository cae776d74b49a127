//! What became of briefs that were taken along: told when it happens, listed by `g a`, acknowledged by `m` there.

use std::sync::Arc;

use super::board;
use crate::app::effect::Effect;
use crate::app::labels;
use crate::app::marking::Known;
use crate::app::notice::Notice;
use crate::app::panes::board::{Board, Listed, StandsFor};
use crate::app::state::State;
use crate::library::Amendment;
use crate::model::BriefId;

/// Something became of one brief.
const ONE: &str = "amended-one";

/// Something became of several.
const SEVERAL: &str = "amended-several";

/// Something became of a brief, or was acknowledged: what is new is said.
pub(super) fn told(state: &mut State, amended: Arc<Vec<Amendment>>) -> Vec<Effect> {
    let before = std::mem::replace(&mut state.shared.amended, amended);
    let now = &state.shared.amended;
    let is_new = |amendment: &&Amendment| {
        before.iter().all(|known| (&known.id, &known.fate) != (&amendment.id, &amendment.fate))
    };
    let new: Vec<&Amendment> = now.iter().filter(is_new).collect();
    let notice = match new.as_slice() {
        [] => None,
        [only] => {
            let library = &state.shared.library;
            let title = library.brief(&only.id).map(|brief| brief.title.clone());
            let fate = labels::fate(&state.shared.words, library, only);
            let notice = Notice::warning(ONE).text("fate", fate);
            Some(notice.text("title", title.unwrap_or_default()))
        }
        several => Some(Notice::warning(SEVERAL).number("count", several.len())),
    };
    // Once all is acknowledged there is nothing left to be said.
    if now.is_empty() {
        forget(state);
    }
    if notice.is_some() {
        state.notice = notice;
    }
    board::refresh(state);
    Vec::new()
}

/// What was said of it in the last line is over.
fn forget(state: &mut State) {
    if state.notice.as_ref().is_some_and(|said| matches!(said.key, ONE | SEVERAL)) {
        state.notice = None;
    }
}

/// `g a`: lists what is not acknowledged, or puts the list away.
pub(super) fn show(state: &mut State) -> Vec<Effect> {
    forget(state);
    state.board = match state.board.take() {
        Some(board) if board.listed == Listed::Amended => None,
        _ => Some(Board::new(Listed::Amended, &state.shared.context())),
    };
    Vec::new()
}

/// `m`: the reader knows what became of the brief under the cursor.
pub(super) fn acknowledge(state: &mut State) -> Vec<Effect> {
    match state.board.as_ref().map(Board::here) {
        Some(StandsFor::Amended { id, .. }) => acknowledge_those(state, |known| *known == id),
        _ => Vec::new(),
    }
}

/// `M`: the reader knows all of it.
pub(super) fn acknowledge_all(state: &mut State) -> Vec<Effect> {
    acknowledge_those(state, |_| true)
}

fn acknowledge_those(state: &mut State, is_meant: impl Fn(&BriefId) -> bool) -> Vec<Effect> {
    let amended = state.shared.amended.iter().filter(|amendment| is_meant(&amendment.id));
    let (before, now): (Known, Known) = amended
        .map(|Amendment { id, known, version, .. }| {
            ((id.clone(), known.clone()), (id.clone(), version.clone()))
        })
        .unzip();
    if now.is_empty() {
        return Vec::new();
    }
    state.shared.marking.acknowledged(before, now.clone());
    vec![Effect::Acknowledge(now)]
}
