//! Pages over everything else: opened, filled once they are compiled, kept as the briefs and the marks are, left.

use super::lists;
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::keymap::Mode;
use crate::app::notice::Notice;
use crate::app::panes::page::{Contents, PagePane};
use crate::app::state::State;
use crate::app::topic::Topic;
use crate::library::Origin;
use crate::model::CountryCode;
use crate::summary::{Request, Survey};

/// Opens a page, over another one where `q` is to lead back to that.
pub(super) fn open(state: &mut State, topic: Topic, under: Option<PagePane>) -> Vec<Effect> {
    let key = state.keymap.chords_of(Mode::Page, Command::Period).into_iter().next();
    state.page = Some(PagePane::new(topic, under, key.unwrap_or_default()));
    state.board = None;
    state.way_back = None;
    refresh(state).into_iter().collect()
}

/// Opens the page of a country.
pub(super) fn open_country(state: &mut State, country: CountryCode) -> Vec<Effect> {
    open(state, Topic::Country(country), None)
}

/// `i`: the page of the country that is meant, over the one that is open.
pub(super) fn country_page(state: &mut State) -> Vec<Effect> {
    let Some(country) = lists::country_meant(state) else {
        state.notice = Some(Notice::info("no-country-here"));
        return Vec::new();
    };
    let topic = Topic::Country(country);
    let Some(page) = state.page.take() else { return open(state, topic, None) };
    let is_here = page.topic() == topic;
    let is_under = page.under().is_some_and(|under| under.topic() == topic);
    if is_here || is_under {
        return come_back(state, if is_here { Some(page) } else { page.into_under() });
    }
    open(state, topic, Some(page))
}

/// Asks for the page that is open as it is now; until it comes the one that is there stays.
pub(super) fn refresh(state: &mut State) -> Option<Effect> {
    let topic = state.page.as_ref()?.topic();
    let (generation, epoch) = (state.next_generation(), state.epoch);
    let effect = request(state, topic, generation);
    state.page.as_mut()?.await_contents(generation, epoch);
    Some(effect)
}

/// What pages are compiled from changed: the one that is open follows, the others when they are come back to. While files
/// are still being filed it would never end.
pub(super) fn follow(state: &mut State) -> Option<Effect> {
    state.epoch += 1;
    let is_settled = state.shared.library.origin == Origin::Checked;
    is_settled.then(|| refresh(state)).flatten()
}

/// Asks for the contents of a page.
fn request(state: &State, topic: Topic, generation: u64) -> Effect {
    let shared = &state.shared;
    let settings = &shared.settings;
    let home = shared.library.home_or(settings.home);
    let survey = |since| {
        let (as_of, desk) = (shared.today, settings.desk.clone());
        Survey { as_of, since, desk, home, only: Vec::new() }
    };
    let page = |country, with: Option<CountryCode>| {
        let request = Request::page(country, with, home, shared.today);
        let visit = shared.marking.shown().visit(country);
        Effect::Summarise { generation, request, since: state.period.since(shared.today, visit) }
    };
    match topic {
        Topic::Country(country) => page(country, None),
        Topic::Pair(country, with) => page(country, Some(with)),
        Topic::Digest => {
            Effect::Digest { generation, survey: survey(state.period.first_day(shared.today)) }
        }
        Topic::Agenda => Effect::Agenda { generation, survey: survey(None) },
    }
}

/// The contents of a page are there; those that were asked for before the latest are dropped.
pub(super) fn compiled(state: &mut State, generation: u64, contents: Contents) -> Vec<Effect> {
    if let Some(page) = &mut state.page
        && page.awaits(generation)
    {
        page.fill(contents, &state.shared.context());
    }
    Vec::new()
}

/// Goes back to the page under the one that is open; nothing where none is open.
pub(super) fn leave(state: &mut State) -> Option<Vec<Effect>> {
    let page = state.page.take()?;
    Some(come_back(state, page.into_under()))
}

/// Shows a page that was left, with the notes as they are, and asks for it anew where it may not be what it was.
pub(super) fn come_back(state: &mut State, page: Option<PagePane>) -> Vec<Effect> {
    state.page = page;
    let Some(page) = &mut state.page else { return Vec::new() };
    page.refresh(&state.shared.context());
    if page.is_of(state.epoch) { Vec::new() } else { refresh(state).into_iter().collect() }
}
