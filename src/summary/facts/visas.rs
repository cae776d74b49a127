//! Visas: who needs none, and agreements on that.

use super::binding;
use super::clause::Clause;
use super::finding::{Finding, cover};
use super::lexicon::{Role, Sense};
use super::outlook;
use crate::model::{FactKind, FactStatus};

/// Between visas and what is done with them, at most.
const REACH: usize = 20;

pub(super) fn find<'a>(clause: &Clause<'a>) -> Option<Finding<'a>> {
    let visa = clause.all(Role::Visa).next()?;
    let statement = clause.statement(visa.tokens.start);
    let near = |sense: &&Sense| binding::distance(&sense.tokens, &visa.tokens) <= REACH;
    let mut senses = clause.senses_in(statement.clone()).filter(near);
    let exempt =
        clause.senses_in(statement.clone()).filter(near).find(|sense| sense.role == Role::Exempt);
    let sign = senses.find(|sense| sense.role == Role::Sign);
    let grant = clause
        .senses_in(statement.clone())
        .filter(near)
        .find(|sense| matches!(sense.role, Role::Grant | Role::Change));
    let what = sign.or(exempt).or(grant)?;
    let status = match (sign, exempt) {
        (Some(sign), _) => outlook::of_event(clause, sign, FactStatus::Signed)?,
        (_, Some(exempt)) if Clause::is_verb(exempt) => {
            outlook::of_event(clause, exempt, FactStatus::Stated)?
        }
        (_, None) => outlook::of_event(clause, what, FactStatus::Stated)?,
        _ if clause.is_denied(&visa.tokens) => return None,
        _ if clause.has(statement.clone(), Role::Ask)
            || clause.has(statement.clone(), Role::Wish) =>
        {
            FactStatus::Requested
        }
        _ if outlook::is_ahead(clause, &statement) => FactStatus::Planned,
        _ => FactStatus::Stated,
    };
    let tokens = cover(&what.tokens, &visa.tokens);
    let mut parties = binding::parties(clause, &tokens).into_iter();
    let countries = match (parties.next(), parties.next()) {
        (Some(parties), None) => parties,
        _ => clause.countries_in(statement),
    };
    let clear = (1..=2).contains(&countries.len());
    let date = outlook::date_near(clause, &tokens);
    clear.then(|| Finding { status, ..Finding::new(FactKind::Visa, tokens) }.of(countries).on(date))
}
