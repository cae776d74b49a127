//! The facts that speak of the country of a page, each with the sentence and the brief that report it.

use super::days;
use super::docket::{Docket, Statement};
use super::repeats;
use crate::model::{
    CountryCode, DateBasis, DateStamp, Fact, FactKind, FactStatus, PartialDate, Precision,
};

/// One brief's word for one fact.
pub(super) struct Report<'d, 'a> {
    pub(super) fact: &'a Fact,
    pub(super) statement: &'d Statement<'a>,
    /// The words that state it; never blank.
    pub(super) words: &'a str,
    /// The words that tell of its matter, as `kinship` compares them.
    pub(super) matter: Vec<u64>,
    /// When it happens, else the day of its brief; of a title a day on which it held.
    pub(super) date: Option<DateStamp>,
}

/// A sentence whose dates all lie further back than this before its brief tells of the past.
const DAYS_OF_THE_PRESENT: i64 = 300;

/// What the briefs report of the page's country, of a pair what concerns both; in the docket's order.
pub(super) fn of_page<'d, 'a>(docket: &'d Docket<'a>) -> Vec<Report<'d, 'a>> {
    let mut reports = Vec::new();
    for story in &docket.stories {
        let ours = story.extract.facts.iter().filter(|fact| concerns(docket, fact));
        for fact in ours {
            let place = story
                .statements
                .binary_search_by_key(&fact.span, |statement| statement.sentence.span);
            let statement = place.ok().and_then(|place| story.statements.get(place));
            let words = statement.and_then(|statement| statement.sentence.slice(fact.phrase));
            let words = words.map(str::trim).filter(|words| !words.is_empty());
            if let Some((statement, words)) = statement.zip(words) {
                let date = date(fact, statement);
                let matter = if is_told_by_words(fact.kind) {
                    repeats::matter_words(words)
                } else {
                    Vec::new()
                };
                reports.push(Report { fact, statement, words, matter, date });
            }
        }
    }
    reports
}

/// Whether two reports of one fact are told by their words; others by persons, places and days.
fn is_told_by_words(kind: FactKind) -> bool {
    !matches!(
        kind,
        FactKind::Level | FactKind::Office | FactKind::Visit | FactKind::Meeting | FactKind::Visa
    )
}

/// Whether a fact is one of the page; where all countries are looked at, each is. An office is its holder's country's alone; on the page of a pair, either's.
fn concerns(docket: &Docket<'_>, fact: &Fact) -> bool {
    let Some(country) = docket.country else { return true };
    let has = |country: CountryCode| fact.countries.contains(&country);
    let with = docket.with.map(has);
    match fact.kind {
        FactKind::Office => has(country) || with == Some(true),
        _ => has(country) && with != Some(false),
    }
}

/// The day of a fact. "In July 2017, during President X's visit" gives X the title for July 2017, whenever it was written.
fn date(fact: &Fact, statement: &Statement<'_>) -> Option<DateStamp> {
    let written = statement.brief.date;
    if fact.kind != FactKind::Office {
        return own_date(fact, statement).or(only_date(fact, statement)).or(written);
    }
    // A day of its own beside the title.
    if fact.date.map(|date| date.value) != written.map(|date| date.value) {
        return fact.date;
    }
    let named =
        statement.dates.iter().map(|date| DateStamp { value: date.value, basis: date.basis });
    let newest = named.max_by_key(|date| date.value.last_day());
    let long_ago = newest.filter(|newest| {
        let gap = written.map(|written| days::between(newest.value, written.value));
        gap.is_none_or(|gap| gap.days > DAYS_OF_THE_PRESENT)
    });
    long_ago.or(written)
}

/// The day that a fact states. Of a date without a year that would put what was into the future, nobody knows the year.
fn own_date(fact: &Fact, statement: &Statement<'_>) -> Option<DateStamp> {
    let was = matches!(fact.status, FactStatus::Done | FactStatus::Signed | FactStatus::Stated);
    let is_guess = |date: &DateStamp| {
        let written = statement.brief.date.map(|written| written.value);
        let is_later = written.is_none_or(|written| days::is_ahead(date.value, written));
        was && is_later
            && date.basis == DateBasis::Inferred
            && !statement.sentence.terms.looks_ahead
    };
    fact.date.filter(|date| !is_guess(date))
}

/// The one date that the sentence of an event names; several may belong to anything.
fn only_date(fact: &Fact, statement: &Statement<'_>) -> Option<DateStamp> {
    let is_event = !matches!(fact.kind, FactKind::Trade | FactKind::Money | FactKind::Count);
    let mut dates = statement.dates.iter();
    let (only, None) = (dates.next()?, dates.next()) else { return None };
    // Of "(1945-2025)" the last year is told of.
    let last = only.end.filter(|end| end.precision() == Precision::Year);
    let value = last.unwrap_or(only.value);
    let is_guess = only.basis == DateBasis::Inferred
        && statement.brief.date.is_none_or(|written| days::is_ahead(value, written.value))
        && !statement.sentence.terms.looks_ahead;
    (is_event && !is_guess).then_some(DateStamp { value, basis: only.basis })
}

impl Report<'_, '_> {
    /// When it happens by its own sentence, whenever its brief was written.
    pub(super) fn happens(&self) -> Option<DateStamp> {
        own_date(self.fact, self.statement).or(only_date(self.fact, self.statement))
    }

    /// Whether it tells of one stage of a journey, and when the whole journey was.
    pub(super) fn is_stage(&self) -> bool {
        let lasts = self.fact.date.is_some() && self.fact.until.is_some();
        self.fact.kind == FactKind::Visit && lasts && self.statement.stages > 1
    }

    /// The day of its brief.
    pub(super) fn written(&self) -> Option<PartialDate> {
        Some(self.statement.brief.date?.value)
    }

    /// Whether it tells of something that is only meant to come about.
    pub(super) fn is_meant(&self) -> bool {
        matches!(self.fact.status, FactStatus::Planned | FactStatus::Requested)
    }
}
