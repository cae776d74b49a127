//! The sentences that matter most over all briefs.


use super::coverage::Coverage;
use super::docket::{Docket, Statement};
use super::entries::{self, Entry, Told};
use super::repeats::Chosen;
use super::timeline;
use super::weights::{EMPTY, Weights, tune};
use crate::model::SectionKind;

const MOST_LINES: usize = 8;

/// The worth of the first on the page; each next one's is less by a step.
const FIRST: i64 = 1000;
const STEP: i64 = 40;

/// The weightiest sentences without near-repeats, empty talk, or what a line says shorter; every brief has its say before one
/// has a second.
pub(super) fn entries(
    docket: &Docket<'_>,
    weights: &Weights,
    told: &Told,
    coverage: &mut Coverage,
    chosen: &mut Chosen,
) -> Vec<Entry> {
    let says = |statement: &&Statement<'_>| weights.of(statement) > EMPTY && !told.has(statement);
    let candidates = docket.statements().filter(says);
    let weighed = candidates.map(|statement| (weights.of(statement), statement));
    let picked = coverage.choose(weighed.collect(), MOST_LINES, &mut |statement| {
        chosen.admit(&statement.sentence.text)
    });
    let first = tune("KPFIRST", FIRST);
    let step = tune("KPSTEP", STEP);
    picked
        .into_iter()
        .zip(0..)
        .map(|(statement, place)| {
            entries::of_statement(
                SectionKind::KeyPoints,
                statement,
                timeline::whole(statement, docket.as_of),
                first - step * place,
            )
        })
        .collect()
}
