//! What concerns more than one country: the digest, the agenda, the page of two countries.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::lists;
use crate::app::command::Command;
use crate::app::effect::Effect;
use crate::app::keymap::Mode;
use crate::app::message::{Hit, Target};
use crate::app::notice::Notice;
use crate::app::overlays::Overlay;
use crate::app::overlays::picker::{Kind, Picker, Row};
use crate::app::panes::page::{Contents, PagePane};
use crate::app::state::State;
use crate::app::topic::Topic;
use crate::model::{CountryCode, PartialDate, Since};
use crate::summary::{Request, Survey};

/// Opens what is new over all countries.
pub(super) fn digest(state: &mut State) -> Vec<Effect> {
    open(state, Topic::Digest, None)
}

/// Opens what happens when.
pub(super) fn agenda(state: &mut State) -> Vec<Effect> {
    open(state, Topic::Agenda, None)
}

/// Opens a page, over another one where `q` is to lead back to that.
pub(super) fn open(state: &mut State, topic: Topic, under: Option<PagePane>) -> Vec<Effect> {
    let generation = state.next_generation();
    let key = state.keymap.chords_of(Mode::Page, Command::Period).into_iter().next();
    state.page = Some(PagePane::new(topic, generation, under, key.unwrap_or_default()));
    state.board = None;
    state.way_back = None;
    vec![request(state, topic, generation)]
}

/// Asks for the contents of a page.
pub(super) fn request(state: &State, topic: Topic, generation: u64) -> Effect {
    let shared = &state.shared;
    let settings = &shared.settings;
    let home = settings.home.or_else(|| shared.library.home());
    let survey = |since| {
        let (as_of, desk) = (shared.today, settings.desk.clone());
        Survey { as_of, since, desk, home, only: Vec::new() }
    };
    let page = |country, with: Option<CountryCode>| {
        let by_partner = with.is_none() && home == Some(country);
        let request = Request { country, with, as_of: shared.today, since: None, by_partner };
        let visit = shared.marking.shown().visit(country);
        Effect::Summarise { generation, request, since: state.period.since(shared.today, visit) }
    };
    match topic {
        Topic::Country(country) => page(country, None),
        Topic::Pair(country, with) => page(country, Some(with)),
        Topic::Digest => Effect::Digest { generation, survey: survey(first_day(state)) },
        Topic::Agenda => Effect::Agenda { generation, survey: survey(None) },
    }
}

/// The day from which on a digest tells what is new, where the reader set one: visits are of one country.
fn first_day(state: &State) -> Option<PartialDate> {
    match state.period.since(state.shared.today, None)? {
        Since::Day(day) => Some(day),
        Since::Visit { .. } => None,
    }
}

/// The contents of a page are there; those that were asked for before the latest are dropped.
pub(super) fn compiled(state: &mut State, generation: u64, contents: Contents) -> Vec<Effect> {
    if let Some(page) = &mut state.page
        && page.awaited == generation
    {
        page.fill(contents, &state.shared.context());
    }
    Vec::new()
}

/// `w`: asks which country's relation with the one of the page is meant.
pub(super) fn ask_partner(state: &mut State) -> Vec<Effect> {
    let Some(country) = country_meant(state) else {
        state.notice = Some(Notice::info("no-country-here"));
        return Vec::new();
    };
    let rows = partners(state, country);
    state.overlay = Some(Overlay::Picker(Picker::over(Kind::Partners, rows)));
    Vec::new()
}

/// The country whose page is open, else the one that is meant.
fn country_meant(state: &State) -> Option<CountryCode> {
    let of_page = state.page.as_ref().and_then(PagePane::country_here);
    of_page.or_else(|| lists::country_meant(state))
}

/// The countries in whose briefs a country is, those with most first.
fn partners(state: &State, country: CountryCode) -> Vec<Row> {
    let mut counts: BTreeMap<CountryCode, usize> = BTreeMap::new();
    for brief in state.shared.library.about(country) {
        for &partner in brief.countries.iter().filter(|partner| **partner != country) {
            *counts.entry(partner).or_default() += 1;
        }
    }
    let mut counts: Vec<(CountryCode, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(partner, briefs)| (Reverse(*briefs), *partner));
    let context = state.shared.context();
    let row = |(partner, briefs)| Row {
        label: context.words.country(partner),
        aside: context.count("page-briefs", briefs).as_str().to_owned(),
        target: Some(Target::Partner(partner)),
        ..Row::default()
    };
    counts.into_iter().map(row).collect()
}

/// Of what was found by name, the countries, each as the other one of a pair.
pub(super) fn partner_hits(hits: Vec<Hit>) -> Vec<Hit> {
    let partner = |hit: Hit| match hit.target {
        Target::Country(code) => Some(Hit { target: Target::Partner(code), ..hit }),
        _ => None,
    };
    hits.into_iter().filter_map(partner).collect()
}

/// Opens the page of the country that is meant and another one, over the page of the country alone.
pub(super) fn open_pair(state: &mut State, with: CountryCode) -> Vec<Effect> {
    let Some(country) = country_meant(state) else { return Vec::new() };
    if country == with {
        state.notice = Some(Notice::info("pair-of-one"));
        return Vec::new();
    }
    let under = state.page.take().and_then(|page| match page.topic() {
        Topic::Pair(..) => page.under(),
        _ => Some(page),
    });
    open(state, Topic::Pair(country, with), under)
}

/// Goes back to the page under the one that is open; returns whether one was open.
pub(super) fn leave_page(state: &mut State) -> bool {
    let page = state.page.take();
    let was_open = page.is_some();
    state.page = page.and_then(PagePane::under);
    was_open
}
