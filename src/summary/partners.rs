//! The countries most often named with the country of the page.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::docket::{Docket, Statement};
use super::entries::{self, Entry};
use crate::model::{CountryCode, Phrase, SectionKind, SummaryLine};

const MOST_LINES: usize = 8;
/// The worth of the first on the page; each next one's is less by a step.
const FIRST: i64 = -2_000;
const STEP: i64 = 40;

/// All countries named with it and in how many main stories, most first, then by code.
pub(super) fn count(docket: &Docket<'_>) -> Vec<(CountryCode, usize)> {
    let mut counts: BTreeMap<CountryCode, usize> = BTreeMap::new();
    for story in docket.stories.iter().filter(|story| story.brief.parent.is_none()) {
        for &country in &story.brief.countries {
            let of_page = [docket.country, docket.with].contains(&Some(country));
            if !of_page {
                *counts.entry(country).or_default() += 1;
            }
        }
    }
    let mut counts: Vec<(CountryCode, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, briefs)| Reverse(*briefs));
    counts
}

/// The first of them, each with the newest sentence that names both countries, else with the newest that names the partner,
/// else with the lead of the newest brief about both.
pub(super) fn entries(docket: &Docket<'_>) -> Vec<Entry> {
    let backing = backing(docket);
    let line = |((country, briefs), place): ((CountryCode, usize), i64)| {
        let (_, statement) = backing.get(&country)?;
        let text = Phrase::Partner(country, briefs);
        let date = statement.brief.date;
        let line = SummaryLine::new(text, date, vec![statement.citation()]);
        let points = FIRST - STEP * place;
        Some(entries::of_statement(SectionKind::Partners, statement, line, points))
    };
    count(docket).into_iter().zip(0..).filter_map(line).take(MOST_LINES).collect()
}

/// How well a sentence backs a partner, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Backing {
    NamesBoth,
    NamesPartner,
    Lead,
}

/// The best sentence for each country, of equals the newest.
fn backing<'a, 'b>(docket: &'b Docket<'a>) -> HashMap<CountryCode, (Backing, &'b Statement<'a>)> {
    let mut backing: HashMap<CountryCode, (Backing, &Statement<'_>)> = HashMap::new();
    let mut offer = |country: CountryCode, value: Backing, statement: &'b Statement<'a>| {
        let best = backing.entry(country).or_insert((value, statement));
        if value < best.0 {
            *best = (value, statement);
        }
    };
    for story in docket.stories.iter().filter(|story| story.brief.parent.is_none()) {
        for statement in &story.statements {
            let ours = docket.country.is_some_and(|country| statement.named.contains(&country));
            let value = if ours { Backing::NamesBoth } else { Backing::NamesPartner };
            for &country in statement.named {
                offer(country, value, statement);
            }
        }
        if let Some(lead) = story.lead() {
            for &country in &story.brief.countries {
                offer(country, Backing::Lead, lead);
            }
        }
    }
    backing
}
