//! How many of something: agreements, soldiers, companies, students, tonnes.

use super::binding::Owners;
use super::clause::Clause;
use super::finding::{Finding, Value};
use super::lexicon::Role;
use super::sums;
use super::window::Window;
use crate::model::{FactKind, FactStatus, Measure, Unit};

/// Thousandths.
const LEAST: i64 = 3_000;
/// Fewer people than this are those of an anecdote.
const LEAST_PEOPLE: i64 = 10_000;

/// Whether people that are counted are dead or wounded: told of by another extractor.
fn is_victims(clause: &Clause<'_>, tokens: &std::ops::Range<usize>) -> bool {
    const REACH: usize = 14;
    let behind = tokens.end..clause.statement(tokens.start).end.min(tokens.end + REACH);
    let before = tokens.start.saturating_sub(3)..tokens.start;
    [before, behind]
        .into_iter()
        .any(|near| clause.has(near.clone(), Role::Kill) || clause.has(near, Role::Injure))
}

fn is_distance(clause: &Clause<'_>, tokens: &std::ops::Range<usize>) -> bool {
    let before = tokens.start.checked_sub(1).map(|at| clause.tokens.folded(at)).unwrap_or_default();
    let behind = clause.tokens.folded(tokens.end);
    let leads = [
        "carres", "square", "de", "d", "from", "north", "south", "east", "west", "inside", "away",
        "off", "au",
    ];
    matches!(before, "a" | "some" | "about") || leads.contains(&behind)
}

/// Whether a percentage is told of trade, growth, prices or jobs, or of a vote.
fn is_of_note(clause: &Clause<'_>, tokens: &std::ops::Range<usize>) -> bool {
    const BEFORE: usize = 10;
    const BEHIND: usize = 5;
    let statement = clause.statement(tokens.start);
    let before = tokens.start.saturating_sub(BEFORE).max(statement.start)..tokens.start;
    let behind = tokens.end..statement.end.min(tokens.end + BEHIND);
    let surveyed = clause.has(statement, Role::Survey);
    let of = |near: &std::ops::Range<usize>| {
        let told = |role| clause.has(near.clone(), role);
        told(Role::Trade) || told(Role::Economy) || told(Role::Vote) && !surveyed
    };
    of(&before) || of(&behind)
}

/// The results of a vote are those of the country that the text is about.
fn of_the_topic(clause: &Clause<'_>, statement: &std::ops::Range<usize>) -> Owners {
    let votes = clause.has(statement.clone(), Role::Vote);
    let topic = clause.topic_of_text().filter(|_| votes);
    Owners { countries: topic.into_iter().collect(), shared_by: None }
}

pub(super) fn find<'a>(clause: &Clause<'a>, owners: &[Owners]) -> Vec<Finding<'a>> {
    let mut found = Vec::new();
    for (number, (amount, owners)) in clause.amounts.iter().zip(owners).enumerate() {
        let Unit::Of(measure) = amount.unit else { continue };
        let statement = clause.statement(amount.tokens.start);
        let owners =
            if owners.is_empty() { of_the_topic(clause, &statement) } else { owners.clone() };
        let told = match measure {
            // Agreements that are signed, and victims, are facts of other kinds.
            Measure::Agreements => !clause.has(statement.clone(), Role::Sign),
            Measure::Dead | Measure::Injured | Measure::Missing => false,
            _ if is_victims(clause, &amount.tokens) => false,
            // One or two of anything is seldom news, and often a way to say some.
            _ if amount.number.value < LEAST => false,
            Measure::People if amount.number.value < LEAST_PEOPLE => false,
            // "à 30 km d'Ottawa" says where, not how long.
            Measure::Kilometres if is_distance(clause, &amount.tokens) => false,
            Measure::Percent => is_of_note(clause, &amount.tokens),
            _ => true,
        };
        if !told || owners.is_empty() || clause.is_denied(&amount.tokens) {
            continue;
        }
        let window = Window::new(clause, number);
        let of_before = window.compares(clause) && window.date(clause).is_none();
        let told =
            !window.is_doubtful(clause) && !sums::is_difference(clause, &window) && !of_before;
        if !told || clause.of_a_firm || sums::speaks_of_a_firm(clause, statement.clone()) {
            continue;
        }
        let mut finding = Finding::new(FactKind::Count, amount.tokens.clone());
        finding.value = Some(Value::from(amount));
        finding.owners = owners;
        let ahead = window.status(clause).filter(|_| !window.compares(clause));
        finding.status = ahead.unwrap_or(FactStatus::Stated);
        found.push(finding.on(window.date(clause)));
    }
    found
}
