//! What keys do on a board, whichever it is: the basket, or the list of what became of briefs that were taken along.

use super::{amended, looking, reading};
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::list::Motion;
use crate::app::notice::Notice;
use crate::app::panes::board::{Board, Listed, StandsFor};
use crate::app::panes::reader::Passage;
use crate::app::state::State;

/// Carries out a command on the board; nothing where none is shown, or where it does there what it does elsewhere.
pub(super) fn command(state: &mut State, command: Command, count: usize) -> Option<Vec<Effect>> {
    let board = state.board.as_mut()?;
    if let Some(motion) = Motion::of(command, count) {
        board.step(motion);
        return Some(Vec::new());
    }
    match (command, board.listed) {
        (Command::Open | Command::Into, _) => Some(open(state)),
        (Command::Close | Command::Back | Command::Out, _) => {
            state.notice = None;
            state.board = None;
            Some(Vec::new())
        }
        (Command::ToggleRead, Listed::Amended) => Some(amended::acknowledge(state)),
        (Command::MarkAllRead, Listed::Amended) => Some(amended::acknowledge_all(state)),
        (
            Command::TakeOut
            | Command::EmptyBasket
            | Command::MoveUp
            | Command::MoveDown
            | Command::Copy
            | Command::Sheet
            | Command::Export,
            listed,
        ) => (listed == Listed::Amended).then(|| {
            state.notice = Some(Notice::info("only-in-basket"));
            Vec::new()
        }),
        (
            Command::Amended
            | Command::Basket
            | Command::Undo
            | Command::Redo
            | Command::Finder
            | Command::Palette
            | Command::Help
            | Command::Layout,
            _,
        ) => None,
        _ => Some(Vec::new()),
    }
}

/// What a board lists changed; its cursor stays where it is.
pub(super) fn refresh(state: &mut State) {
    if let Some(board) = &mut state.board {
        board.refresh(&state.shared.context());
    }
}

/// Goes to the sentence, or the brief, that a row stands for.
pub(super) fn open(state: &mut State) -> Vec<Effect> {
    let (id, sentence) = match state.board.as_ref().map(Board::here) {
        Some(StandsFor::Collected { brief: Some(id), sentence, .. }) => (id, sentence),
        Some(StandsFor::Brief(id) | StandsFor::Amended { read: id, .. }) => (id, None),
        Some(StandsFor::Collected { brief: None, .. } | StandsFor::Nothing) | None => {
            return Vec::new();
        }
    };
    if state.shared.library.brief(&id).is_none() {
        state.notice = Some(Notice::info("collected-is-gone"));
        return Vec::new();
    }
    state.citation = sentence.filter(|citation| citation.id == id).map(Passage::cited);
    state.page = None;
    looking::reveal(state, &id);
    reading::open(state, &id)
}
