//! What the briefs since a day say that is new, over all countries: each fact once.
//!
//! A fact is new where no older brief reports it, and where it does not itself lie far back. It stands under the one of the
//! reader's countries that it is about, else under its only country, else under several.

mod check;
pub(super) mod headings;
mod order;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::docket::{Docket, Story, View};
use super::kinship::Matter;
use super::lexicon::Lexicon;
use super::merge::{self, Group};
use super::repeats::Chosen;
use super::reports::{self, Report};
use super::{Survey, Testimony, changes, claims, days, entries, placing};
use crate::model::{
    CountryCode, Digest, DigestCounts, DigestHeading, DigestLine, FactKind, PartialDate, Phrase,
    SectionKind, Standing, SummaryLine,
};
use headings::{heading, seen_from};
use order::Candidate;

/// Where no day is given: the last week of the briefs.
const DAYS_BEFORE_THE_LAST: u32 = 6;
/// What is told again, and what may be old, is worth less than news.
const TOLD_AGAIN: i64 = -300;
const OF_NO_DAY: i64 = -200;
/// A headline is worth this: less than a fresh deed of states, more than a number or a promise.
const HEADLINE: i64 = 800;

/// What is worth less is told of the reader's own countries alone.
const LEAST_ABROAD: i64 = 600;

/// When a brief came, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Arrival {
    Before,
    Since,
    Unknown,
}

/// Compiles the digest; the same testimonies in any order give the same one.
pub(super) fn compile(survey: &Survey, testimonies: &[Testimony<'_>]) -> Digest {
    let lexicon = Lexicon::builtin();
    let view = View { country: None, with: None, as_of: survey.as_of, from: None };
    let docket = Docket::new(&view, None, testimonies);
    let since = survey.since.unwrap_or_else(|| last_week(&docket)).first_day();
    let arrivals: Vec<Arrival> =
        docket.stories.iter().map(|story| arrival(story.day, since)).collect();
    let arrived = |story: usize| arrivals.get(story).copied().unwrap_or(Arrival::Before);
    let groups = merge::groups(matters_of_news(reports::of_page(&docket), &arrived));
    let mut chosen = Chosen::default();
    let mut told: HashSet<usize> = HashSet::new();
    let mut candidates = Vec::new();
    for group in &groups {
        let Some(candidate) = of_group(survey, &docket, &lexicon, group, since, &arrived) else {
            continue;
        };
        let words = claims::shown_words(&candidate.line.line.text);
        if words.is_empty() || chosen.admit(words) {
            if candidate.points >= HEADLINE + worth(candidate.line.novelty) {
                told.extend(group.reports.iter().map(|report| report.statement.story));
            }
            candidates.push(candidate);
        }
    }
    for (place, story) in docket.stories.iter().enumerate() {
        if !told.contains(&place) {
            candidates.extend(headline(survey, story, place, arrived(place), &mut chosen));
        }
    }
    candidates.extend(check::lines(testimonies, &docket, &groups, since, &arrivals));
    let counts = counts(testimonies, &docket, &arrivals, since);
    let fresh = countries_with_news(survey, &docket, &arrivals);
    let quiet = quiet(survey, &docket, &fresh);
    let parts = order::parts(survey, candidates);
    let shown: BTreeSet<DigestHeading> = parts.iter().map(|part| part.heading).collect();
    let is_unshown = |code: &CountryCode| !shown.contains(&DigestHeading::Country(*code));
    let unshown = order::by_weight(survey, &fresh).into_iter().filter(is_unshown).collect();
    Digest { as_of: survey.as_of, since, counts, parts, quiet, unshown, left_out: 0 }
}

/// The week up to the day of the digest, or up to the newest brief where that is older.
fn last_week(docket: &Docket<'_>) -> PartialDate {
    let newest = docket.newest.map_or(docket.as_of, |newest| newest.last_day().min(docket.as_of));
    newest.days_before(DAYS_BEFORE_THE_LAST).unwrap_or(newest)
}

fn arrival(day: Option<PartialDate>, since: PartialDate) -> Arrival {
    match day {
        None => Arrival::Unknown,
        Some(day) if day.last_day() >= since => Arrival::Since,
        Some(_) => Arrival::Before,
    }
}

/// The reports of all matters that may be news. What only older briefs report need not be compared.
fn matters_of_news<'d, 'a>(
    mut reports: Vec<Report<'d, 'a>>,
    arrived: &impl Fn(usize) -> Arrival,
) -> Vec<Report<'d, 'a>> {
    let news = reports.iter().filter(|report| arrived(report.statement.story) != Arrival::Before);
    let matters: BTreeSet<Matter<'_>> = news.map(|report| Matter::of(report.fact)).collect();
    reports.retain(|report| matters.contains(&Matter::of(report.fact)));
    reports
}

/// The line of a fact, where it is news.
fn of_group(
    survey: &Survey,
    docket: &Docket<'_>,
    lexicon: &Lexicon,
    group: &Group<'_, '_>,
    since: PartialDate,
    arrived: &impl Fn(usize) -> Arrival,
) -> Option<Candidate> {
    let lead = group.lead()?;
    let novelty = novelty(group, arrived)?;
    let tells = match placing::section(survey.as_of, lead)? {
        SectionKind::Quotes => false,
        SectionKind::People => lead.fact.kind == FactKind::Appointment,
        _ => true,
    };
    let gap = lead.happens().map(|day| days::between(day.value, since));
    if !tells || gap.is_some_and(|gap| gap.days > placing::DAYS_NEW) {
        return None;
    }
    let heading = heading(survey, &lead.fact.countries, lead.fact.shared_by.is_some())?;
    let from = seen_from(survey, heading, &lead.fact.countries);
    let line = entries::line(survey.as_of, lexicon, group, from)?;
    let points = entries::points(docket, lexicon, group, &line) + worth(novelty);
    let is_mine = lead.fact.countries.iter().any(|country| survey.desk.contains(country));
    if !is_mine && points < LEAST_ABROAD {
        return None;
    }
    let order = (lead.statement.story, lead.fact.phrase.start);
    let seen_from = from.filter(|_| heading == DigestHeading::Several);
    Some(Candidate { heading, points, order, line: DigestLine { novelty, seen_from, line } })
}

/// What is new about a fact; none where only older briefs tell it.
fn novelty(group: &Group<'_, '_>, arrived: &impl Fn(usize) -> Arrival) -> Option<Standing> {
    let has = |arrival: Arrival| {
        group.reports.iter().any(|report| arrived(report.statement.story) == arrival)
    };
    match (has(Arrival::Since), has(Arrival::Before)) {
        (true, false) => Some(Standing::New),
        (true, true) => Some(Standing::Known),
        (false, false) => Some(Standing::Undated),
        (false, true) => None,
    }
}

fn worth(novelty: Standing) -> i64 {
    match novelty {
        Standing::Known => TOLD_AGAIN,
        Standing::Undated => OF_NO_DAY,
        _ => 0,
    }
}

/// The headline of a brief that no line tells of yet.
fn headline(
    survey: &Survey,
    story: &Story<'_>,
    place: usize,
    arrival: Arrival,
    chosen: &mut Chosen,
) -> Option<Candidate> {
    let novelty = match arrival {
        Arrival::Before => return None,
        Arrival::Since => Standing::New,
        Arrival::Unknown => Standing::Undated,
    };
    let brief = &story.brief;
    let heading = heading(survey, &brief.countries, false)?;
    let (text, lead, citation) = changes::headline(story)?;
    if !chosen.admit(&text) {
        return None;
    }
    let mut countries = brief.countries.clone();
    countries.sort_unstable();
    let line = SummaryLine {
        countries,
        ..SummaryLine::new(Phrase::Verbatim(text), brief.date, vec![citation])
    };
    Some(Candidate {
        heading,
        points: HEADLINE + worth(novelty),
        order: (place, lead.sentence.span.start),
        line: DigestLine { novelty, seen_from: None, line },
    })
}

fn counts(
    testimonies: &[Testimony<'_>],
    docket: &Docket<'_>,
    arrivals: &[Arrival],
    since: PartialDate,
) -> DigestCounts {
    let main = docket.stories.iter().zip(arrivals);
    let main = main.filter(|(story, _)| story.brief.parent.is_none());
    let new = main.filter(|(_, arrival)| **arrival != Arrival::Before);
    let mut counts = DigestCounts {
        withdrawn: check::withdrawn(testimonies, since, docket.as_of).count(),
        ..DigestCounts::default()
    };
    for (story, _) in new {
        counts.briefs += 1;
        counts.undated += usize::from(story.brief.date.is_none());
        counts.corrected += usize::from(check::is_corrected(story.brief));
    }
    counts
}

/// The countries of the briefs that came since, with how many of these each has.
fn countries_with_news(
    survey: &Survey,
    docket: &Docket<'_>,
    arrivals: &[Arrival],
) -> BTreeMap<CountryCode, usize> {
    let mut fresh = BTreeMap::new();
    for (story, arrival) in docket.stories.iter().zip(arrivals) {
        if *arrival != Arrival::Before {
            for &country in &story.brief.countries {
                *fresh.entry(country).or_default() += 1;
            }
        }
    }
    if let Some(home) = survey.home {
        fresh.remove(&home);
    }
    fresh
}

/// The other countries, the reader's own first, then those with most briefs.
fn quiet(
    survey: &Survey,
    docket: &Docket<'_>,
    fresh: &BTreeMap<CountryCode, usize>,
) -> Vec<CountryCode> {
    let mut all: BTreeMap<CountryCode, usize> =
        survey.desk.iter().map(|&country| (country, 0)).collect();
    for story in &docket.stories {
        for &country in &story.brief.countries {
            *all.entry(country).or_default() += 1;
        }
    }
    all.retain(|country, _| !fresh.contains_key(country) && Some(*country) != survey.home);
    order::by_weight(survey, &all)
}

#[cfg(test)]
mod tests;
