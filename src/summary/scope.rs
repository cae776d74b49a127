//! The numbers at the top of a page.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::docket::Docket;
use super::partners;
use crate::model::{Brief, SummaryScope};

/// Counts main stories; related ones are no briefs of their own.
pub(super) fn of(docket: &Docket<'_>) -> SummaryScope {
    let briefs: Vec<&Brief> = docket
        .stories
        .iter()
        .map(|story| story.brief)
        .filter(|brief| brief.parent.is_none())
        .collect();
    let dates = || briefs.iter().filter_map(|brief| Some(brief.date?.value));
    let mut sources: BTreeMap<&str, usize> = BTreeMap::new();
    for source in briefs.iter().filter_map(|brief| brief.source.as_deref()) {
        *sources.entry(source).or_default() += 1;
    }
    let mut sources: Vec<(String, usize)> =
        sources.into_iter().map(|(source, count)| (source.to_owned(), count)).collect();
    sources.sort_by_key(|(_, count)| Reverse(*count));
    SummaryScope {
        briefs: briefs.len(),
        undated: briefs.iter().filter(|brief| brief.date.is_none()).count(),
        oldest: dates().min(),
        newest: dates().max(),
        sources,
        partners: partners::count(docket),
    }
}
