//! Agreements: two parties, a verb of signing, an agreement, and nothing that denies it.

use std::ops::Range;

use super::actors;
use super::binding::{self, Owners};
use super::clause::Clause;
use super::finding::{Finding, Value, cover};
use super::groups::Group;
use super::lexicon::{Form, Role, Sense};
use super::outlook;
use crate::model::{CountryCode, FactKind, FactStatus, Measure, Unit};

/// Between the verb and the agreement, at most.
const REACH: usize = 14;

pub(super) fn find<'a>(clause: &Clause<'a>, owners: &[Owners]) -> Vec<Finding<'a>> {
    let mut found: Vec<Finding<'a>> = Vec::new();
    for verb in clause.all(Role::Sign) {
        let named = object(clause, verb);
        let Some(object) = named.clone().or_else(|| named_before(clause, verb)) else { continue };
        let statement = clause.statement(verb.tokens.start);
        if clause.has(statement.clone(), Role::Visa) || clause.is_denied(&object) {
            continue;
        }
        let Some(status) = outlook::of_event(clause, verb, FactStatus::Signed) else { continue };
        let what = cover(&verb.tokens, &object);
        let base = Finding { status, ..Finding::new(FactKind::Agreement, what.clone()) };
        let base = base.on(outlook::date_near(clause, &what));
        let status = match base.date {
            Some(_) if status == FactStatus::Signed && is_coming(clause, &what) => {
                FactStatus::Planned
            }
            _ => status,
        };
        let base = Finding { status, ..base };
        let counted = counted(clause, owners, &statement, &base);
        if counted.is_empty() {
            let mut parties = binding::parties(clause, &what);
            if parties.is_empty() {
                parties.extend(signers(clause, verb));
            }
            if parties.len() > 1 && is_one(clause, &object) {
                let mut all: Vec<CountryCode> = parties.into_iter().flatten().collect();
                all.sort_unstable();
                all.dedup();
                parties = vec![all];
            }
            if parties.is_empty() && named.is_none() {
                parties.push(clause.carried.accord.clone());
            }
            found.extend(parties.into_iter().map(|parties| base.clone().of(parties)));
        } else {
            found.extend(counted);
        }
    }
    apart(found)
}

/// The agreement that is signed: the object behind the verb, or the subject before a participle.
fn object(clause: &Clause<'_>, verb: &Sense) -> Option<Range<usize>> {
    let statement = clause.statement(verb.tokens.start);
    let near = |range: Range<usize>| {
        clause.senses_in(range).filter(|sense| matches!(sense.role, Role::Accord | Role::Text))
    };
    let behind = verb.tokens.end..statement.end.min(verb.tokens.end + REACH);
    let before = verb.tokens.start.saturating_sub(REACH).max(statement.start)..verb.tokens.start;
    // Another thing that is signed right behind the verb leaves the agreement to somebody else.
    let behind = near(behind).next();
    let before = near(before).next_back();
    let passive = matches!(verb.form, Form::Past | Form::Infinitive);
    let object = behind.or(before.filter(|_| passive))?;
    let between = if object.tokens.start > verb.tokens.start {
        verb.tokens.end..object.tokens.start
    } else {
        object.tokens.end..verb.tokens.start
    };
    let other_verb = clause.senses_in(between).any(|sense| {
        matches!(sense.role, Role::Say | Role::Meet | Role::Receive) && Clause::is_verb(sense)
    });
    (!other_verb).then(|| object.tokens.clone())
}

/// "Il avait été signé", "they signed it in": the agreement of the sentence before, where the text says whose it is.
fn named_before(clause: &Clause<'_>, verb: &Sense) -> Option<Range<usize>> {
    const NEAR: usize = 4;
    let at = verb.tokens.start;
    let statement = clause.statement(at);
    let word = |at: usize| clause.tokens.folded(at);
    let before = |back: usize| at.checked_sub(back).map(word).unwrap_or_default();
    let passive = verb.form == Form::Past
        && clause.pronoun(&statement).is_some_and(|it| at.saturating_sub(it) <= NEAR)
        && matches!(before(1), "ete" | "was" | "been" | "is" | "est");
    // "l'a signé", "signed it"
    let object = matches!(before(1), "a" | "ont" | "avait" | "avaient")
        && (before(2) == "'" && before(3) == "l" || before(2) == "l")
        || word(verb.tokens.end) == "it";
    let accord = &clause.carried.accord;
    let others = |group: &Group| !group.countries.iter().all(|code| accord.contains(code));
    let known = accord.len() > 1 && !clause.groups_in(statement).any(others);
    (passive && known || object && accord.len() > 1).then(|| verb.tokens.clone())
}

/// Whether one agreement is meant, whoever they are that sign it: "un accord", "l'", "the treaty".
fn is_one(clause: &Clause<'_>, object: &Range<usize>) -> bool {
    !clause.tokens.folded(object.start).ends_with('s')
}

/// The two states whose people in office stand before the verb.
fn signers(clause: &Clause<'_>, verb: &Sense) -> Option<Vec<CountryCode>> {
    const BEFORE: usize = 30;
    let at = verb.tokens.start;
    let from = at.saturating_sub(BEFORE).max(clause.statement(at).start);
    let actors = actors::find(clause);
    let near = actors.iter().filter(|actor| actor.tokens.start >= from && actor.tokens.end <= at);
    let mut countries: Vec<CountryCode> = near.filter_map(|actor| actor.country).collect();
    countries.sort_unstable();
    countries.dedup();
    (countries.len() == 2).then_some(countries)
}

fn is_coming(clause: &Clause<'_>, what: &Range<usize>) -> bool {
    outlook::date_near(clause, what).is_some_and(|date| outlook::is_coming(clause, date))
}

/// "14 accords entre A et B et neuf entre A et C": one fact a number.
fn counted<'a>(
    clause: &Clause<'a>,
    owners: &[Owners],
    statement: &Range<usize>,
    base: &Finding<'a>,
) -> Vec<Finding<'a>> {
    let amounts = clause.amounts.iter().zip(owners);
    let of_agreements = amounts.filter(|(amount, owners)| {
        let enough = owners.countries.len() > 1 || owners.shared_by.is_some();
        statement.contains(&amount.tokens.start)
            && amount.unit == Unit::Of(Measure::Agreements)
            && enough
    });
    let finding = |(amount, owners): (&super::amounts::Amount, &Owners)| Finding {
        value: Some(Value::from(amount)),
        owners: owners.clone(),
        tokens: cover(&base.tokens, &amount.tokens),
        ..base.clone()
    };
    of_agreements.map(finding).collect()
}

/// The same agreement told by two verbs of one sentence ("conclu et signé") is one.
fn apart(found: Vec<Finding<'_>>) -> Vec<Finding<'_>> {
    let mut kept: Vec<Finding<'_>> = Vec::new();
    for finding in found {
        let value = finding.value.as_ref().map(|value| value.tokens.start);
        let same = |other: &Finding<'_>| {
            other.owners == finding.owners
                && other.value.as_ref().map(|value| value.tokens.start) == value
        };
        if !kept.iter().any(same) {
            kept.push(finding);
        }
    }
    kept
}
