//! Sentences by the dates they name: what is to come, and what was.

use std::cmp::Reverse;

use super::coverage::Coverage;
use super::days::is_ahead;
use super::docket::{Docket, Statement};
use super::entries::{self, Entry};
use super::excerpt;
use super::repeats::Chosen;
use crate::model::{
    Citation, DateMention, DateStamp, FactStatus, PartialDate, Phrase, Precision, SectionKind,
    Span, SummaryLine,
};

const MOST_COMING: usize = 10;
const MOST_PAST: usize = 12;
/// The worth of the first line on the page; each next one's is less by a step.
const FIRST_COMING: i64 = 900;
const FIRST_PAST: i64 = 600;
const STEP: i64 = 40;
/// A sentence of fewer words hardly stands alone.
const LEAST_ALONE: usize = 8;
/// Two sentences of more words are no line.
const MOST_JOINED: usize = 48;
/// With fewer lines than this, sentences that only name a year are taken too.
const FEW: usize = 4;

/// What is announced for after the day of the page, the nearest first.
pub(super) fn coming(docket: &Docket<'_>, known: &[Entry], chosen: &mut Chosen) -> Vec<Entry> {
    let told = entries::cited(known, SectionKind::Coming);
    let targets = entries::cited(known, SectionKind::Figures);
    let is_told = |statement: &Statement<'_>| {
        let (story, span) = statement.order();
        told.contains(&(story, span.start)) || targets.contains(&(story, span.start))
    };
    let mut announced: Vec<(&DateMention, &Statement<'_>)> = docket
        .statements()
        .filter_map(|statement| Some((statement.first_ahead(docket.as_of)?, statement)))
        .collect();
    announced.sort_by_key(|(date, statement)| {
        (date.value.first_day(), Reverse(date.value.precision()), statement.order())
    });
    announced
        .into_iter()
        .filter(|(_, statement)| !is_told(statement) && chosen.admit(&statement.sentence.text))
        .take(MOST_COMING)
        .zip(0..)
        .map(|((date, statement), place)| {
            let line = announcement(docket, date, statement);
            let points = FIRST_COMING - STEP * place;
            entries::of_statement(SectionKind::Coming, statement, line, points)
        })
        .collect()
}

/// What a sentence announces for a day; one that says nothing without the sentence before it comes with that one.
fn announcement(docket: &Docket<'_>, date: &DateMention, statement: &Statement<'_>) -> SummaryLine {
    let status = Some(FactStatus::Planned);
    let terms = &statement.sentence.terms;
    let leans = statement.sentence.follows && (terms.leans || terms.count < LEAST_ALONE);
    let before = docket.before(statement).filter(|_| leans);
    let joined = before.map(|before| (before, before.sentence.terms.count + terms.count));
    let joined = joined.filter(|(_, words)| *words <= MOST_JOINED);
    let Some((before, _)) = joined else {
        let text = excerpt::around(&statement.sentence.text, &date.text);
        return line(text, date, statement, status);
    };
    let join = |one: &str, other: &str| format!("{one} {other}");
    let text = join(excerpt::unnumbered(&before.sentence.text), &statement.sentence.text);
    let citation = Citation {
        span: Span::new(before.sentence.span.start, statement.sentence.span.end),
        sentence: join(before.sentence.quote(), statement.sentence.quote()),
        words: Some(join(&before.sentence.text, &statement.sentence.text)),
        ..statement.citation()
    };
    SummaryLine { citations: vec![citation], ..line(text, date, statement, status) }
}

/// The best of weighed sentences that are dated up to the day of the page; those that name a year alone only where there are few.
pub(super) fn pick<'d, 'a>(
    docket: &Docket<'_>,
    all: &[(i64, &'d Statement<'a>)],
    coverage: &mut Coverage,
    admit: &mut dyn FnMut(&Statement<'a>) -> bool,
) -> Vec<&'d Statement<'a>> {
    let is_vague = |statement: &Statement<'_>| {
        Some(best_date(statement, docket.as_of)?.value.precision() == Precision::Year)
    };
    let of = |vague: bool| {
        let meant = |(_, statement): &&(i64, &'d Statement<'a>)| is_vague(statement) == Some(vague);
        all.iter().filter(meant).copied().collect()
    };
    let mut picked = coverage.choose(of(false), MOST_PAST, admit);
    picked.extend(coverage.choose(of(true), FEW.saturating_sub(picked.len()), admit));
    picked
}

/// What is dated up to the day of the page: the weightiest sentences, the newest first.
pub(super) fn past(docket: &Docket<'_>, dated: &[&Statement<'_>]) -> Vec<Entry> {
    let entry = |(statement, place): (&&Statement<'_>, i64)| {
        let line = whole(statement, docket.as_of);
        let points = FIRST_PAST - STEP * place;
        entries::of_statement(SectionKind::Timeline, statement, line, points)
    };
    dated.iter().zip(0..).map(entry).collect()
}

/// The most precise date of a sentence that is not ahead.
fn best_date<'a>(statement: &Statement<'a>, as_of: PartialDate) -> Option<&'a DateMention> {
    let behind = statement.dates.iter().filter(|date| !is_ahead(date.value, as_of));
    behind.min_by_key(|date| (Reverse(date.value.precision()), date.span))
}

/// A whole sentence as a line, with the day that it tells of and whether that has been, as far as it says.
pub(super) fn whole(statement: &Statement<'_>, as_of: PartialDate) -> SummaryLine {
    let text = excerpt::unnumbered(&statement.sentence.text).to_owned();
    if let Some(date) = best_date(statement, as_of) {
        // "(1945-2025)" tells of the last year.
        let last =
            date.end.filter(|end| end.precision() == Precision::Year && !is_ahead(*end, as_of));
        let value = last.unwrap_or(date.value);
        let date = DateMention { value, ..date.clone() };
        return line(text, &date, statement, status(value, statement));
    }
    let written = statement.brief.date;
    SummaryLine::new(Phrase::Verbatim(text), written, vec![statement.citation()])
}

/// What lay ahead of the brief was only planned, whether or not its day has passed since; without a date of the brief, and
/// in a month or year that was not over when it was written, nobody can tell.
fn status(date: PartialDate, statement: &Statement<'_>) -> Option<FactStatus> {
    let written = statement.brief.date?.value;
    if is_ahead(date, written) {
        return Some(FactStatus::Planned);
    }
    (date.last_day() <= written.last_day()).then_some(FactStatus::Done)
}

fn line(
    text: String,
    date: &DateMention,
    statement: &Statement<'_>,
    status: Option<FactStatus>,
) -> SummaryLine {
    let stamp = DateStamp { value: date.value, basis: date.basis };
    // "8 mai 2018 : retrait": the line shows its day before it.
    let entry = text.strip_prefix(&date.text).and_then(|rest| rest.trim_start().strip_prefix(':'));
    let entry = entry.map(|words| words.trim().to_owned()).filter(|words| !words.is_empty());
    let text = Phrase::Verbatim(entry.unwrap_or(text));
    SummaryLine { status, ..SummaryLine::new(text, Some(stamp), vec![statement.citation()]) }
}
