//! Who takes office and who leaves it.

use super::binding::distance;
use super::clause::Clause;
use super::finding::{Finding, cover};
use super::lexicon::{Form, Role, Sense};
use super::outlook;
use crate::model::{FactKind, FactStatus};

/// Between the verb, the person and the office, at most.
const REACH: usize = 8;

pub(super) fn find<'a>(clause: &Clause<'a>) -> Vec<Finding<'a>> {
    let mut found: Vec<Finding<'a>> = Vec::new();
    let moves = |sense: &&Sense| {
        matches!(sense.role, Role::Appoint | Role::Leave) && sense.form != Form::Noun
    };
    for sense in clause.senses.iter().filter(moves) {
        let statement = clause.statement(sense.tokens.start);
        let offices = clause.senses_in(statement).filter(|other| other.role == Role::Office);
        let office = offices.min_by_key(|other| distance(&other.tokens, &sense.tokens));
        let Some(office) = office.filter(|other| distance(&other.tokens, &sense.tokens) <= REACH)
        else {
            continue;
        };
        let near =
            clause.persons.iter().min_by_key(|person| distance(&person.whole, &sense.tokens));
        let Some(person) = near.filter(|p| distance(&p.whole, &sense.tokens) <= REACH) else {
            continue;
        };
        let title = person.mention.title.as_ref().and_then(|title| title.country);
        let named = clause.countries_in(clause.statement(sense.tokens.start));
        let country = match (title.or(person.profile.country), named.as_slice()) {
            (Some(country), _) => country,
            (None, [country]) => *country,
            _ => continue,
        };
        let Some(status) = outlook::of_event(clause, sense, FactStatus::Done) else { continue };
        let tokens = cover(&cover(&sense.tokens, &office.tokens), &person.whole);
        let date = outlook::date_near(clause, &sense.tokens);
        let finding = Finding {
            status,
            persons: vec![person.mention],
            ..Finding::new(FactKind::Appointment, tokens)
        };
        if found.is_empty() {
            found.push(finding.of(vec![country]).on(date));
        }
    }
    found
}
