//! `v`: a cursor that walks from sentence to sentence of the text that is read.

use super::{reading, writing};
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::layout::Focus;
use crate::app::list::Motion;
use crate::app::notice::Notice;
use crate::app::state::State;

/// `v`: puts the cursor on the first sentence in sight, or takes it away.
pub(super) fn toggle(state: &mut State) -> Vec<Effect> {
    if is_walking(state) {
        state.reader.stop_walking();
    } else if state.page.is_some() || state.focus != Focus::Reader || !state.reader.walk() {
        state.notice = Some(Notice::info("no-sentences-here"));
    }
    Vec::new()
}

/// Whether the keys that move are the cursor's.
pub(super) fn is_walking(state: &State) -> bool {
    state.page.is_none() && state.focus == Focus::Reader && state.reader.walks()
}

/// Carries out a command that the cursor takes for itself; nothing where it is none of those.
pub(super) fn command(state: &mut State, command: Command, count: usize) -> Option<Vec<Effect>> {
    if !is_walking(state) {
        return None;
    }
    match command {
        Command::Advance if state.reader.at_end() && state.reader.is_on_last_sentence() => {
            return Some(reading::advance(state));
        }
        Command::Close => {
            state.notice = None;
            state.reader.stop_walking();
        }
        Command::NoteSentence => return Some(writing::on_chosen(state)),
        other => state.reader.step_sentence(Motion::of(other, count)?),
    }
    Some(Vec::new())
}
