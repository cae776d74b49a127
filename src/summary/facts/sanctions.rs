//! Sanctions and embargoes: imposed, asked for, taken off.

use super::binding::distance;
use super::clause::Clause;
use super::finding::{Finding, cover};
use super::lexicon::{Form, Role, Sense};
use super::outlook;
use crate::model::{FactKind, FactStatus};

/// Between sanctions and the verb, at most.
const REACH: usize = 12;

/// "la levée des sanctions": what is told of it, other verbs say.
fn is_noun(clause: &Clause<'_>, sense: &Sense) -> bool {
    let before = sense.tokens.start.checked_sub(1).map(|at| clause.tokens.folded(at));
    matches!(before, Some("la" | "une" | "les" | "des" | "de" | "sa")) && sense.form == Form::Past
}

pub(super) fn find<'a>(clause: &Clause<'a>) -> Option<Finding<'a>> {
    let noun = clause.all(Role::Sanction).next()?;
    let statement = clause.statement(noun.tokens.start);
    let acts = |sense: &&Sense| {
        matches!(sense.role, Role::Punish | Role::Lift)
            && sense.form != Form::Noun
            && sense.tokens != noun.tokens
            && !is_noun(clause, sense)
            && distance(&sense.tokens, &noun.tokens) <= REACH
    };
    let verb = clause
        .senses_in(statement.clone())
        .filter(acts)
        .min_by_key(|sense| distance(&sense.tokens, &noun.tokens))?;
    // "levées en 2016, elles sont de nouveau en vigueur"
    let holds = clause.senses_in(statement.clone()).find(|sense| sense.role == Role::InForce);
    let lifted = verb.role == Role::Lift && holds.is_none();
    let done = if lifted { FactStatus::Cancelled } else { FactStatus::Done };
    let status = outlook::of_event(clause, verb, done)?;
    let countries = clause.countries_in(statement.clone());
    let tokens = cover(&verb.tokens, &noun.tokens);
    let date = outlook::date_near(clause, holds.map_or(&tokens, |holds| &holds.tokens));
    let coming = date.is_some_and(|date| outlook::is_coming(clause, date));
    let status = if coming { FactStatus::Planned } else { status };
    let clear = (1..=2).contains(&countries.len());
    clear.then(|| {
        Finding { status, ..Finding::new(FactKind::Sanction, tokens) }.of(countries).on(date)
    })
}
