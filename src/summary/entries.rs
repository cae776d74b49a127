//! Lines on their way to a page: each with its section and its worth.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::claims;
use super::docket::{Docket, Statement};
use super::lexicon::Lexicon;
use super::merge::Group;
use super::placing;
use super::repeats;
use super::reports::Report;
use super::weights::Weights;
use crate::model::{
    BriefId, CountryCode, DateStamp, FactKind, Novelty, PartialDate, Phrase, SectionKind,
    SummaryLine,
};
use crate::text::fold;

/// For a sentence that could stand in any communiqué.
const FORMULAIC: i64 = -600;
/// Of a sentence's weight so much counts for its facts: one in this many points.
const SHARE_OF_WEIGHT: i64 = 4;

/// A line with its section and its worth.
pub(super) struct Entry {
    pub(super) section: SectionKind,
    /// Its section where it is not among the changes.
    pub(super) home: SectionKind,
    pub(super) line: SummaryLine,
    /// In the points of `weights`.
    pub(super) points: i64,
    /// What decides between equals: the newer story, then the place in its file.
    pub(super) order: (usize, usize),
    /// Its sentence, by its story and its place in the file.
    pub(super) sentence: (usize, usize),
    /// Facts that differ in their number alone share one.
    pub(super) series: usize,
}

/// The line of a group of reports; none where it belongs to no section.
pub(super) fn of_group(
    docket: &Docket<'_>,
    lexicon: &Lexicon,
    weights: &Weights,
    group: &Group<'_, '_>,
) -> Option<Entry> {
    let lead = group.lead()?;
    let home = placing::section(docket.as_of, lead)?;
    let is_change = is_change(docket, home, group);
    let section = if is_change { SectionKind::Changes } else { home };
    let line = line(docket.as_of, lexicon, group, docket.country)?;
    let novelty = docket.since.filter(|_| is_change).map(|_| Novelty::New);
    let line = SummaryLine { novelty, ..line };
    let points = points(docket, lexicon, group, &line)
        + weights.of(lead.statement).max(-1_000) / SHARE_OF_WEIGHT;
    let order = (lead.statement.story, lead.fact.phrase.start);
    let sentence = (lead.statement.story, lead.fact.span.start);
    Some(Entry { section, home, line, points, order, sentence, series: 0 })
}

/// What a group of reports says as seen from a country, with the sentences that back it.
pub(super) fn line(
    as_of: PartialDate,
    lexicon: &Lexicon,
    group: &Group<'_, '_>,
    from: Option<CountryCode>,
) -> Option<SummaryLine> {
    let lead = group.lead()?;
    let text = claims::phrase(from, lexicon, group);
    let mut citations = group.citations();
    let shown = claims::shown_words(&text);
    citations.retain(|citation| repeats::holds_numbers(&citation.sentence, shown));
    Some(SummaryLine {
        kind: Some(lead.fact.kind),
        quantity: lead.fact.value,
        status: Some(placing::status(as_of, lead)),
        countries: lead.fact.countries.clone(),
        ..SummaryLine::new(text, day(lead), citations)
    })
}

/// The day of a line: of one stage of a journey nobody knows it, but the month of the whole one.
fn day(lead: &Report<'_, '_>) -> Option<DateStamp> {
    let (date, until) = (lead.date?, lead.fact.until);
    if !lead.is_stage() || until == Some(date.value) {
        return Some(date);
    }
    let month =
        date.value.month().and_then(|month| PartialDate::month_of(date.value.year(), month));
    Some(DateStamp { value: month.unwrap_or(date.value), ..date })
}

/// What the line of a group is worth: a sentence that could stand anywhere is worth less than its fact.
pub(super) fn points(
    docket: &Docket<'_>,
    lexicon: &Lexicon,
    group: &Group<'_, '_>,
    line: &SummaryLine,
) -> i64 {
    let formulas = match &line.text {
        Phrase::Verbatim(words) => lexicon.formulas_in(&fold(words)),
        _ => 0,
    };
    let formulaic = if formulas > 0 { FORMULAIC } else { 0 };
    placing::points(docket, group) + formulaic
}

/// Whether a fact changes something and is new.
fn is_change(docket: &Docket<'_>, section: SectionKind, group: &Group<'_, '_>) -> bool {
    let changes = group.lead().is_some_and(|lead| {
        matches!(
            lead.fact.kind,
            FactKind::Level
                | FactKind::Agreement
                | FactKind::Visa
                | FactKind::Appointment
                | FactKind::Incident
                | FactKind::Sanction
        )
    });
    let may = matches!(
        section,
        SectionKind::Level | SectionKind::Agreements | SectionKind::People | SectionKind::Timeline
    );
    changes && may && placing::is_new(docket, group)
}

/// A line in the source's own words.
pub(super) fn of_statement(
    section: SectionKind,
    statement: &Statement<'_>,
    line: SummaryLine,
    points: i64,
) -> Entry {
    let (story, span) = statement.order();
    let order = (story, span.start);
    Entry { section, home: section, line, points, order, sentence: order, series: 0 }
}

/// The best first; of equals the newer.
pub(super) fn sort(entries: &mut [Entry]) {
    entries.sort_by_key(|entry| (Reverse(entry.points), entry.order));
}

/// The sentences that lines in words of our own stand for, by their brief and place, with whether these lines tell a level of
/// relations alone.
pub(super) struct Told(HashMap<(BriefId, usize), bool>);

impl Told {
    pub(super) fn by(lines: &[Entry]) -> Self {
        let claims = lines.iter().filter(|entry| matches!(entry.line.text, Phrase::Claim(_)));
        let facts = claims.filter(|entry| entry.section != SectionKind::People);
        let citations = facts.flat_map(|entry| {
            let is_level = entry.line.kind == Some(FactKind::Level);
            entry.line.citations.iter().map(move |citation| (citation, is_level))
        });
        let mut told = HashMap::new();
        for (citation, is_level) in citations {
            let only_level = told.entry((citation.id.clone(), citation.span.start)).or_insert(true);
            *only_level &= is_level;
        }
        Self(told)
    }

    /// Whether a line says already what a sentence says.
    pub(super) fn has(&self, statement: &Statement<'_>) -> bool {
        let place = (statement.brief.id.clone(), statement.sentence.span.start);
        // A level has no number: one in its sentence tells something else.
        self.0.get(&place).is_some_and(|only_level| !only_level || !statement.has_figure())
    }
}

/// The sentences that lines of a section come from, by story and place.
pub(super) fn cited(lines: &[Entry], section: SectionKind) -> HashSet<(usize, usize)> {
    let of_section = lines.iter().filter(|entry| entry.section == section);
    of_section.map(|entry| entry.sentence).collect()
}
