//! Dated events that no other extractor tells of.

use super::clause::{Clause, Date, overlap};
use super::finding::{Finding, stamp};
use super::lexicon::Role;
use super::outlook;
use crate::country::Naming;
use crate::model::{FactKind, FactStatus, Precision};

/// What a day is remembered for.
fn is_event(role: Role) -> bool {
    matches!(
        role,
        Role::Sign
            | Role::Accord
            | Role::Establish
            | Role::Raise
            | Role::Go
            | Role::Trip
            | Role::Talks
            | Role::Appoint
            | Role::Leave
            | Role::Attack
            | Role::Sanction
            | Role::Anniversary
    )
}

/// Between a date and the event that it dates, at most.
const REACH: usize = 12;

/// Whether a date is that of somebody's words: "a indiqué vendredi", "said on Monday".
fn is_of_words(clause: &Clause<'_>, date: &Date<'_>) -> bool {
    const NEAR: usize = 3;
    let before = date.tokens.start.saturating_sub(NEAR)..date.tokens.start;
    let behind = date.tokens.end..date.tokens.end + NEAR;
    clause.has(before, Role::Say) || clause.has(behind, Role::Say)
}

/// The dates of a sentence about one or two countries that stand in no fact found before.
pub(super) fn find<'a>(clause: &Clause<'a>, found: &[Finding<'a>]) -> Vec<Finding<'a>> {
    let mut events = Vec::new();
    for date in &clause.dates {
        let taken = found.iter().any(|finding| overlap(&finding.tokens, &date.tokens));
        let statement = clause.statement(date.tokens.start);
        let exact = date.mention.value.precision() != Precision::Year
            || clause.has(statement.clone(), Role::Establish);
        let coming = outlook::is_coming(clause, date);
        let near = date.tokens.start.saturating_sub(REACH).max(statement.start)
            ..statement.end.min(date.tokens.end + REACH);
        let told = clause.senses_in(near).any(|sense| is_event(sense.role));
        let countries = clause.countries_in(statement.clone());
        let by_name = clause.places.iter().any(|place| {
            let names = matches!(place.by, Naming::Name | Naming::Adjective | Naming::Institution);
            names && statement.contains(&place.tokens.start)
        });
        // A weekday alone is one of last week's or of next week's.
        let vague = !date.mention.text.contains(|c: char| c.is_ascii_digit());
        if taken
            || vague
            || !exact
            || !told
            || !by_name
            || is_of_words(clause, date)
            || !(1..=2).contains(&countries.len())
        {
            continue;
        }
        let finding = Finding {
            date: Some(stamp(date)),
            until: date.mention.end,
            status: if coming { FactStatus::Planned } else { FactStatus::Stated },
            ..Finding::new(FactKind::Date, date.tokens.clone())
        };
        events.push(finding.of(countries));
    }
    events
}
