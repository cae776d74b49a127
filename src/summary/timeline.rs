//! Sentences by the dates they name: what is to come, and what was.

use std::cmp::Reverse;

use super::docket::{Docket, Statement};
use super::repeats::Chosen;
use super::weights::Weights;
use crate::model::{
    DateMention, DateStamp, FactStatus, PartialDate, Phrase, Precision, SummaryLine,
};

const MOST_COMING: usize = 10;
const MOST_PAST: usize = 12;
/// With fewer lines than this, sentences that only name a year are taken too.
const FEW: usize = 4;

/// What is announced for after the day of the page, the nearest first.
pub(super) fn coming(docket: &Docket<'_>) -> Vec<SummaryLine> {
    let mut announced: Vec<(&DateMention, &Statement<'_>)> = docket
        .statements()
        .filter_map(|statement| {
            let ahead = statement.dates.iter().filter(|date| is_ahead(date.value, docket.as_of));
            Some((*ahead.min_by_key(|date| (date.value.first_day(), date.span))?, statement))
        })
        .collect();
    announced.sort_by_key(|(date, statement)| {
        (date.value.first_day(), Reverse(date.value.precision()), statement.order())
    });
    let mut chosen = Chosen::default();
    announced
        .into_iter()
        .filter(|(_, statement)| chosen.admit(&statement.sentence.text))
        .take(MOST_COMING)
        .map(|(date, statement)| line(date, statement, Some(FactStatus::Planned)))
        .collect()
}

/// What is dated up to the day of the page: the weightiest sentences, the newest first.
pub(super) fn past(docket: &Docket<'_>, weights: &Weights) -> Vec<SummaryLine> {
    let mut dated: Vec<(&DateMention, &Statement<'_>)> = docket
        .statements()
        .filter_map(|statement| {
            let behind = statement.dates.iter().filter(|date| !is_ahead(date.value, docket.as_of));
            let best = behind.min_by_key(|date| (Reverse(date.value.precision()), date.span))?;
            Some((*best, statement))
        })
        .collect();
    dated.sort_by_key(|(date, statement)| {
        let year_only = date.value.precision() == Precision::Year;
        (year_only, Reverse(weights.of(statement)), statement.order())
    });
    let mut chosen = Chosen::default();
    let mut picked: Vec<(&DateMention, &Statement<'_>)> = Vec::new();
    for (date, statement) in dated {
        let enough = if date.value.precision() == Precision::Year { FEW } else { MOST_PAST };
        if picked.len() >= enough {
            break;
        }
        if chosen.admit(&statement.sentence.text) {
            picked.push((date, statement));
        }
    }
    picked.sort_by_key(|(date, statement)| (Reverse(date.value), statement.order()));
    picked
        .into_iter()
        .map(|(date, statement)| line(date, statement, status(date.value, statement)))
        .collect()
}

/// What lay ahead of the brief was only planned, whether or not its day has passed since; without a date of the brief, and
/// in a month or year that was not over when it was written, nobody can tell.
fn status(date: PartialDate, statement: &Statement<'_>) -> Option<FactStatus> {
    let written = statement.document.brief.date?.value;
    if is_ahead(date, written) {
        return Some(FactStatus::Planned);
    }
    (date.last_day() <= written.last_day()).then_some(FactStatus::Done)
}

/// Whether all of a date lies after a day.
fn is_ahead(date: PartialDate, as_of: PartialDate) -> bool {
    date.first_day() > as_of.last_day()
}

fn line(date: &DateMention, statement: &Statement<'_>, status: Option<FactStatus>) -> SummaryLine {
    SummaryLine {
        text: Phrase::Verbatim(statement.sentence.text.clone()),
        date: Some(DateStamp { value: date.value, basis: date.basis }),
        status,
        citations: vec![statement.citation()],
    }
}
