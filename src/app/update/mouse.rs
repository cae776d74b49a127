//! The mouse: the wheel moves what is under it; a click chooses, and a click on the choice opens it.

use ratatui::layout::Position;

use super::{board, keys, lists, looking, motions, reading};
use crate::app::effect::Effect;
use crate::app::layout::Focus;
use crate::app::list::{Click, Motion};
use crate::app::mouse::{Mouse, MouseAction};
use crate::app::overlays::Overlay;
use crate::app::state::{State, Typed};

/// Rows that a notch of the wheel moves.
const NOTCH: isize = 3;

impl State {
    /// Whether the mouse is ours now: the reader asked for it, and no sheet is shown, on which the
    /// terminal's own selection must work as ever.
    pub fn wants_mouse(&self) -> bool {
        self.shared.settings.mouse && !matches!(self.overlay, Some(Overlay::Sheet(_)))
    }
}

/// The mouse did something. A report that was on its way when the mouse was given back, or that was
/// never asked for, does nothing.
pub(super) fn acted(state: &mut State, mouse: Mouse) -> Vec<Effect> {
    if !state.wants_mouse() {
        return Vec::new();
    }
    keys::let_passing_notice_go(state);
    state.typed = Typed::default();
    state.interrupted = false;
    state.announced_end = false;
    let place = Position::new(mouse.column, mouse.row);
    match mouse.action {
        MouseAction::Press => {
            let late = motions::catch_up(state);
            late.into_iter().chain(press(state, place)).collect()
        }
        MouseAction::Wheel { down } => {
            wheel(state, place, Motion::Rows(if down { NOTCH } else { -NOTCH }))
        }
    }
}

/// Moves what is under the mouse; the focus stays.
fn wheel(state: &mut State, place: Position, motion: Motion) -> Vec<Effect> {
    match &mut state.overlay {
        Some(Overlay::Picker(picker)) => {
            picker.step(motion);
            return Vec::new();
        }
        // A question or a line being typed has the reader's whole attention.
        Some(_) => return Vec::new(),
        None => {}
    }
    if let Some(board) = &mut state.board {
        board.step(motion);
        return Vec::new();
    }
    if let Some(page) = &mut state.page {
        page.step(motion);
        return Vec::new();
    }
    pane_at(state, place).map_or_else(Vec::new, |pane| motions::step_pane(state, pane, motion))
}

/// A click on what can be clicked.
fn press(state: &mut State, place: Position) -> Vec<Effect> {
    match &mut state.overlay {
        Some(Overlay::Picker(picker)) => {
            return match picker.click(place.y) {
                Click::Again => looking::accept(state),
                Click::Moved | Click::Missed => Vec::new(),
            };
        }
        Some(_) => return Vec::new(),
        None => {}
    }
    if let Some(board) = &mut state.board {
        return match board.click(place.y) {
            Click::Again => board::open(state),
            Click::Moved | Click::Missed => Vec::new(),
        };
    }
    if let Some(page) = &mut state.page {
        return match page.click(place.y) {
            Click::Again => lists::open(state),
            Click::Moved | Click::Missed => Vec::new(),
        };
    }
    pane_at(state, place).map_or_else(Vec::new, |pane| press_on(state, pane, place.y))
}

/// A click on a pane: it gets the focus, and the row the cursor. The row under the cursor is opened
/// only where its pane has the focus already, so that coming to a pane opens nothing.
fn press_on(state: &mut State, pane: Focus, y: u16) -> Vec<Effect> {
    // A reader without a text has nothing to focus.
    if pane == Focus::Reader && state.reader.id().is_none() {
        return Vec::new();
    }
    let had_focus = std::mem::replace(&mut state.focus, pane) == pane;
    let click = match pane {
        Focus::Countries => state.countries.click(y),
        Focus::Articles => state.articles.click(y, &state.shared.context()),
        Focus::Reader => Click::Missed,
    };
    match (click, pane) {
        (Click::Again, _) if had_focus => lists::open(state),
        (Click::Moved, Focus::Countries) => motions::enter_selected(state),
        (Click::Moved, Focus::Articles) => motions::rest(state),
        (_, Focus::Reader) if !had_focus => reading::attend(state),
        _ => Vec::new(),
    }
}

/// The pane at a place of the screen.
fn pane_at(state: &State, place: Position) -> Option<Focus> {
    let areas = state.areas;
    let panes = [
        (Focus::Countries, areas.countries),
        (Focus::Articles, areas.articles),
        (Focus::Reader, areas.reader),
    ];
    panes.into_iter().find(|(_, area)| area.contains(place)).map(|(pane, _)| pane)
}
