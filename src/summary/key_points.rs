//! The sentences that matter most over all briefs.

use std::cmp::Reverse;

use super::coverage::Coverage;
use super::docket::{Docket, Statement};
use super::entries::{self, Entry, Told};
use super::repeats::Chosen;
use super::timeline;
use super::weights::{EMPTY, Weights};
use crate::model::SectionKind;

const MOST_LINES: usize = 8;
/// So many of them are the weightiest of all sentences.
const WEIGHTIEST: usize = 6;

/// The worth of the first on the page; each next one's is less by a step.
const FIRST: i64 = 1000;
const STEP: i64 = 40;

/// Sentences for a page, in two sections.
#[derive(Default)]
pub(super) struct Picked<'d, 'a> {
    /// The weightiest, those with a day and those without.
    pub(super) key: Vec<&'d Statement<'a>>,
    /// Those with a day, up to the day of the page.
    pub(super) dated: Vec<&'d Statement<'a>>,
}

/// The weightiest sentences without near-repeats, empty talk, or what a line says shorter; every brief has its say before one
/// has a second. Of the key points the first are the weightiest of all; the others have what no other section would tell: the
/// weightiest that the timeline has no place for.
pub(super) fn pick<'d, 'a>(
    docket: &'d Docket<'a>,
    weights: &Weights,
    told: &Told,
    coverage: &mut Coverage,
    chosen: &mut Chosen,
) -> Picked<'d, 'a> {
    let says = |statement: &&Statement<'_>| weights.of(statement) > EMPTY && !told.has(statement);
    let all: Vec<(i64, &Statement<'_>)> = docket
        .statements()
        .filter(says)
        .map(|statement| (weights.of(statement), statement))
        .collect();
    let mut admit = |statement: &Statement<'_>| chosen.admit(&statement.sentence.text);
    let mut key = coverage.choose(all.clone(), WEIGHTIEST, &mut admit);
    let dated = timeline::pick(docket, &all, coverage, &mut admit);
    key.extend(coverage.choose(all, MOST_LINES.saturating_sub(key.len()), &mut admit));
    key.sort_by_key(|statement| (Reverse(weights.of(statement)), statement.order()));
    Picked { key, dated }
}

/// The lines of key points.
pub(super) fn entries(docket: &Docket<'_>, picked: &Picked<'_, '_>) -> Vec<Entry> {
    let entry = |(statement, place): (&&Statement<'_>, i64)| {
        let line = timeline::whole(statement, docket.as_of);
        entries::of_statement(SectionKind::KeyPoints, statement, line, FIRST - STEP * place)
    };
    picked.key.iter().zip(0..).map(entry).collect()
}
