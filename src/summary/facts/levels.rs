//! The level of relations between two countries, and its changes.

use super::binding;
use super::clause::Clause;
use super::finding::{Finding, cover};
use super::lexicon::{Role, Sense};
use super::outlook;
use crate::model::{FactKind, FactStatus, Level};

/// Between a level and the verb that sets it, at most.
const REACH: usize = 26;

pub(super) fn find<'a>(clause: &Clause<'a>) -> Vec<Finding<'a>> {
    let mut found: Vec<Finding<'a>> = Vec::new();
    for (tokens, level) in &clause.levels {
        let statement = clause.statement(tokens.start);
        let sets = |sense: &&Sense| {
            let sets = match sense.role {
                Role::Raise => *level != Level::Diplomatic,
                Role::Establish | Role::Sign => true,
                _ => false,
            };
            sets && binding::distance(&sense.tokens, tokens) <= REACH
        };
        let verb = clause
            .senses_in(statement)
            .filter(sets)
            .min_by_key(|sense| binding::distance(&sense.tokens, tokens));
        let status = match verb {
            Some(verb) => outlook::of_event(clause, verb, FactStatus::Done),
            None if *level == Level::Diplomatic || clause.is_denied(tokens) => None,
            None => Some(FactStatus::Stated),
        };
        let Some(status) = status else { continue };
        let what = verb.map_or(tokens.clone(), |verb| cover(&verb.tokens, tokens));
        let date = verb.and_then(|_| outlook::date_near(clause, &what));
        for parties in binding::parties(clause, &what).into_iter().filter(|set| set.len() == 2) {
            let finding = Finding {
                status,
                level: Some(*level),
                ..Finding::new(FactKind::Level, what.clone())
            };
            let finding = finding.of(parties).on(date);
            let same = |other: &Finding<'_>| {
                other.owners == finding.owners && other.level == finding.level
            };
            if !found.iter().any(same) {
                found.push(finding);
            }
        }
    }
    found
}
