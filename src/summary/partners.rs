//! The countries most often named with the country of the page.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::docket::{Docket, Statement};
use crate::model::{CountryCode, Phrase, SummaryLine};

const MOST_LINES: usize = 8;

/// All countries named with it and in how many main stories, most first, then by code.
pub(super) fn count(docket: &Docket<'_>) -> Vec<(CountryCode, usize)> {
    let mut counts: BTreeMap<CountryCode, usize> = BTreeMap::new();
    for story in docket.stories.iter().filter(|story| story.document.brief.part == 0) {
        for &country in &story.document.brief.countries {
            let of_page = country == docket.country || docket.with == Some(country);
            if !of_page {
                *counts.entry(country).or_default() += 1;
            }
        }
    }
    let mut counts: Vec<(CountryCode, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, briefs)| Reverse(*briefs));
    counts
}

/// The first of them, each with the newest sentence that names it, else with the lead of the newest brief about it.
pub(super) fn lines(docket: &Docket<'_>) -> Vec<SummaryLine> {
    let mut backing: HashMap<CountryCode, &Statement<'_>> = HashMap::new();
    for story in docket.stories.iter().filter(|story| story.document.brief.part == 0) {
        for &country in &story.document.brief.countries {
            if backing.contains_key(&country) {
                continue;
            }
            let naming = |both: bool| {
                story.statements.iter().find(|statement| {
                    let named = &statement.named;
                    named.contains(&country) && (!both || named.contains(&docket.country))
                })
            };
            let statement =
                naming(true).or_else(|| naming(false)).or_else(|| story.statements.first());
            if let Some(statement) = statement {
                backing.insert(country, statement);
            }
        }
    }
    let line = |(country, briefs): (CountryCode, usize)| {
        let statement = backing.get(&country)?;
        Some(SummaryLine {
            text: Phrase::Partner(country, briefs),
            date: statement.document.brief.date,
            status: None,
            citations: vec![statement.citation()],
        })
    };
    count(docket).into_iter().filter_map(line).take(MOST_LINES).collect()
}
