//! Dated events that no other extractor tells of.

use super::clause::{Clause, overlap};
use super::finding::{Finding, stamp};
use super::lexicon::Role;
use super::outlook;
use crate::model::{FactKind, FactStatus, Precision};

/// The dates of a sentence about one or two countries that stand in no fact found before.
pub(super) fn find<'a>(clause: &Clause<'a>, found: &[Finding<'a>]) -> Vec<Finding<'a>> {
    let mut events = Vec::new();
    for date in &clause.dates {
        let taken = found.iter().any(|finding| overlap(&finding.tokens, &date.tokens));
        let statement = clause.statement(date.tokens.start);
        let exact = date.mention.value.precision() != Precision::Year
            || clause.has(statement.clone(), Role::Establish);
        let countries = clause.countries_in(statement);
        if taken || !exact || !(1..=2).contains(&countries.len()) {
            continue;
        }
        let coming = outlook::is_coming(clause, date);
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
