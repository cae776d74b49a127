//! The numbers at the top of a page.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::docket::{Docket, Story};
use super::partners;
use crate::model::{Brief, News, Novelty, PartialDate, Since, SummaryScope};

/// Of fewer new briefs none can tell whether that is usual.
const LEAST_COMPARED: usize = 11;

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
        news: docket.since.map(|since| news(docket, since)),
        until: None,
    }
}

/// Counts what is news in the period.
fn news(docket: &Docket<'_>, since: Since) -> News {
    let main = |stories: &[Story<'_>], novelty: Novelty| -> Vec<bool> {
        let main = stories.iter().filter(|story| story.brief.parent.is_none());
        let these = main.filter(|story| story.novelty == Some(novelty));
        these.map(|story| story.brief.date.is_none()).collect()
    };
    let new = main(&docket.stories, Novelty::New);
    let is_many = new.len() >= LEAST_COMPARED;
    News {
        since,
        new: new.len(),
        undated: new.iter().filter(|undated| **undated).count(),
        before: is_many.then(|| before(docket, since)).flatten(),
        changed: main(&docket.stories, Novelty::Changed).len(),
        withdrawn: main(&docket.withdrawn, Novelty::Withdrawn).len(),
    }
}

/// How many briefs are of the same length of time before the period.
fn before(docket: &Docket<'_>, since: Since) -> Option<usize> {
    let (Since::Day(first) | Since::Visit { on: first, .. }) = since;
    let days = docket.as_of.day_number() - first.day_number() + 1;
    let from = first.days_before(u32::try_from(days).ok()?)?;
    let within = |day: PartialDate| day.first_day() >= from && day.last_day() < first.first_day();
    let main = docket.stories.iter().filter(|story| story.brief.parent.is_none());
    Some(main.filter(|story| story.day.is_some_and(within)).count())
}
