//! Who takes office and who leaves it.

use super::actors;
use super::binding::distance;
use super::clause::{Clause, Person};
use super::finding::{Finding, cover};
use super::lexicon::{Form, Role, Sense};
use super::outlook;
use crate::model::{CountryCode, FactKind, FactStatus};

/// Between the verb, the person and the office, at most.
const REACH: usize = 8;

pub(super) fn find<'a>(clause: &Clause<'a>) -> Vec<Finding<'a>> {
    let mut found: Vec<Finding<'a>> = Vec::new();
    let moves = |sense: &&Sense| {
        matches!(sense.role, Role::Appoint | Role::Remove | Role::Leave) && sense.form != Form::Noun
    };
    for sense in clause.senses.iter().filter(moves) {
        let statement = clause.statement(sense.tokens.start);
        let offices = clause.senses_in(statement).filter(|other| other.role == Role::Office);
        let office = offices.min_by_key(|other| distance(&other.tokens, &sense.tokens));
        let Some(office) = office.filter(|other| distance(&other.tokens, &sense.tokens) <= REACH)
        else {
            continue;
        };
        let Some(person) = person(clause, sense) else { continue };
        let Some(country) = country(clause, person, office) else { continue };
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

/// Who is put in office or out of it: behind an active verb ("a nommé X"), else before ("X a été nommé").
fn person<'c, 'a>(clause: &'c Clause<'a>, sense: &Sense) -> Option<&'c Person<'a>> {
    let at = &sense.tokens;
    let near = |person: &&Person<'_>| distance(&person.whole, at) <= REACH;
    let before = clause.persons.iter().rev().find(|person| person.whole.end <= at.start);
    let before = before.filter(near);
    let behind = clause.persons.iter().find(|person| person.whole.start >= at.end).filter(near);
    if sense.role == Role::Leave {
        return before;
    }
    let auxiliary = at.start.checked_sub(1).map(|at| clause.tokens.folded(at)).unwrap_or_default();
    let passive =
        matches!(auxiliary, "be" | "is" | "are" | "sera" | "seront" | "etre" | "est" | "sont");
    let active = matches!(auxiliary, "a" | "ont" | "has" | "have" | "had" | "avait")
        || matches!(sense.form, Form::Present | Form::Future | Form::Infinitive) && !passive;
    if active { behind } else { before.or(behind) }
}

/// Whose office it is: by the office itself, the person's title, or the one country of the statement;
/// companies have presidents too.
fn country(clause: &Clause<'_>, person: &Person<'_>, office: &Sense) -> Option<CountryCode> {
    let (_, of_office) = actors::office(clause, office);
    let title = person.mention.title.as_ref().and_then(|title| title.country);
    let known = of_office.or(title).or(person.profile.country);
    let named = clause.countries_in(clause.statement(office.tokens.start));
    let last = clause.tokens.folded(office.tokens.end.saturating_sub(1));
    let of_a_state = !matches!(last, "president" | "presidente" | "leader" | "dirigeant");
    known.or(named.first().copied().filter(|_| of_a_state && named.len() == 1))
}
