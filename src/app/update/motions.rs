//! Moving: a cursor over rows, or the text on its screen.

use std::time::Duration;

use super::{reading, searching};
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::layout::Focus;
use crate::app::list::Motion;
use crate::app::message::Timer;
use crate::app::state::State;

/// How long the cursor rests before the article under it is shown.
const FOLLOW_AFTER: Duration = Duration::from_millis(120);

/// How long the cursor rests on a country before its articles are shown beside it: a step costs two rows, another list a
/// screen, and on a slow line a held key would have to wait for the lists of all the countries that it passes.
const BESIDE_AFTER: Duration = Duration::from_millis(80);

/// Moves what has the focus.
pub(super) fn step(state: &mut State, command: Command, count: usize) -> Vec<Effect> {
    let Some(motion) = Motion::of(command, count) else { return Vec::new() };
    if let Some(page) = &mut state.page {
        page.step(motion);
        return Vec::new();
    }
    step_pane(state, state.focus, motion)
}

/// Moves a pane, whether it has the focus or not.
pub(super) fn step_pane(state: &mut State, pane: Focus, motion: Motion) -> Vec<Effect> {
    match pane {
        Focus::Countries => {
            if state.countries.step(motion) {
                state.is_beside_late = true;
                vec![Effect::After(BESIDE_AFTER, Timer::Beside)]
            } else {
                Vec::new()
            }
        }
        Focus::Articles => {
            if state.articles.step(motion) {
                rest(state)
            } else {
                Vec::new()
            }
        }
        Focus::Reader => {
            state.reader.scroll(motion);
            Vec::new()
        }
    }
}

/// Shows the articles of the country that the cursor went to, if they are not shown yet: it rests, or something else is
/// done than to move it on.
pub(super) fn catch_up(state: &mut State) -> Vec<Effect> {
    if state.is_beside_late { enter_selected(state) } else { Vec::new() }
}

/// Shows the articles of the country under the cursor.
pub(super) fn enter_selected(state: &mut State) -> Vec<Effect> {
    state.is_beside_late = false;
    let scope = state.countries.selected();
    if scope == state.articles.scope() {
        return Vec::new();
    }
    let effects = searching::enter(state, scope);
    effects.into_iter().chain(rest(state)).collect()
}

/// The cursor came to an article: show it after a while, where that is cheap.
pub(super) fn rest(state: &mut State) -> Vec<Effect> {
    let Some(brief) = state.articles.brief(&state.shared.library) else { return Vec::new() };
    if !state.follows() || state.reader.is_on(&brief.id) {
        return Vec::new();
    }
    let mut effects: Vec<Effect> = reading::keep_position(state).into_iter().collect();
    effects.push(Effect::After(FOLLOW_AFTER, Timer::Follow));
    effects
}
