//! Dated events that no other extractor tells of.

use super::clause::{Clause, overlap};
use super::finding::{Finding, stamp};
use super::lexicon::Role;
use super::outlook;
use crate::model::{DateBasis, FactKind, FactStatus, Precision};

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

/// The dates of a sentence about one or two countries that stand in no fact found before.
pub(super) fn find<'a>(clause: &Clause<'a>, found: &[Finding<'a>]) -> Vec<Finding<'a>> {
    let mut events = Vec::new();
    for date in &clause.dates {
        let taken = found.iter().any(|finding| overlap(&finding.tokens, &date.tokens));
        let statement = clause.statement(date.tokens.start);
        let exact = date.mention.value.precision() != Precision::Year
            || clause.has(statement.clone(), Role::Establish);
        let coming = outlook::is_coming(clause, date);
        let stated = date.mention.basis == DateBasis::Stated;
        let told = stated
            || coming
            || clause.senses_in(statement.clone()).any(|sense| is_event(sense.role));
        let countries = clause.countries_in(statement);
        if taken || !exact || !told || !(1..=2).contains(&countries.len()) {
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
