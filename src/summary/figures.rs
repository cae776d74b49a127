//! Sentences with a figure that no fact was made of: better in the source's own words than not at all.

use super::coverage::Coverage;
use super::docket::{Docket, Statement, Subject};
use super::entries::{self, Entry, Told};
use super::repeats::Chosen;
use super::timeline;
use super::weights::Weights;
use crate::model::SectionKind;

/// With the figures that facts state no more lines than this.
const MOST_LINES: usize = 6;
/// The worth of the first on the page; each next one's is less by a step.
const FIRST: i64 = 500;
const STEP: i64 = 40;
/// A sentence of more words is no line of figures.
const LONG: usize = 36;

/// Sentences about the country that count or measure something, where facts leave room.
pub(super) fn entries(
    docket: &Docket<'_>,
    weights: &Weights,
    told: &Told,
    known: &[Entry],
    coverage: &mut Coverage,
    chosen: &mut Chosen,
) -> Vec<Entry> {
    let of_facts = known.iter().filter(|entry| entry.section == SectionKind::Figures).count();
    let most = MOST_LINES.saturating_sub(of_facts);
    let counts = |statement: &&Statement<'_>| {
        let is_ours = statement.subject >= Subject::Carried || statement.brief.countries.len() <= 2;
        is_ours
            && statement.sentence.terms.measures
            && statement.sentence.terms.count <= LONG
            && weights.of(statement) > 0
            && !told.has(statement)
    };
    let weighed = docket.statements().filter(counts);
    let weighed = weighed.map(|statement| (weights.of(statement), statement)).collect();
    let picked =
        coverage.choose(weighed, most, &mut |statement| chosen.admit(&statement.sentence.text));
    let entry = |(statement, place): (&Statement<'_>, i64)| {
        let line = timeline::whole(statement, docket.as_of);
        entries::of_statement(SectionKind::Figures, statement, line, FIRST - STEP * place)
    };
    picked.into_iter().zip(0..).map(entry).collect()
}
