//! Pages that concern more than one country: the digest, the agenda, the relation of two countries.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{lists, pages};
use crate::app::effect::Effect;
use crate::app::message::{Hit, Target};
use crate::app::notice::Notice;
use crate::app::overlays::Overlay;
use crate::app::overlays::picker::{Kind, Picker, Row};
use crate::app::state::State;
use crate::app::topic::Topic;
use crate::model::CountryCode;

/// Opens what is new over all countries.
pub(super) fn digest(state: &mut State) -> Vec<Effect> {
    pages::open(state, Topic::Digest, None)
}

/// Opens what happens when.
pub(super) fn agenda(state: &mut State) -> Vec<Effect> {
    pages::open(state, Topic::Agenda, None)
}

/// `w`: asks which country's relation with the one of the page is meant.
pub(super) fn ask_partner(state: &mut State) -> Vec<Effect> {
    let Some(country) = lists::country_meant(state) else {
        state.notice = Some(Notice::info("no-country-here"));
        return Vec::new();
    };
    let rows = partners(state, country);
    state.overlay = Some(Overlay::Picker(Picker::over(Kind::Partners, rows)));
    Vec::new()
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
    let Some(country) = lists::country_meant(state) else { return Vec::new() };
    if country == with {
        state.notice = Some(Notice::info("pair-of-one"));
        return Vec::new();
    }
    let under = state.page.take().and_then(|page| match page.topic() {
        Topic::Pair(..) => page.into_under(),
        _ => Some(page),
    });
    pages::open(state, Topic::Pair(country, with), under)
}
