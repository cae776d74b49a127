//! Violence and accidents: what, where, how many victims.

use super::amounts::Amount;
use super::binding::{Owners, distance};
use super::clause::Clause;
use super::finding::{Finding, Value, cover};
use super::lexicon::{Form, Role, Sense};
use super::outlook;
use super::places::Place;
use crate::country::Naming;
use crate::model::{CountryCode, FactKind, FactStatus, Measure, Unit};

/// Between the victims and what they are victims of, at most.
const REACH: usize = 24;

/// The incident of a sentence: victims by number, or an attack with a day and a place.
pub(super) fn find<'a>(clause: &Clause<'a>, owners: &[Owners]) -> Option<Finding<'a>> {
    let attack = clause.all(Role::Attack).next();
    let victims = clause
        .amounts
        .iter()
        .zip(owners)
        .find_map(|(amount, owners)| Some((victims(clause, amount)?, owners)));
    let (tokens, bound) = match (&victims, attack) {
        (Some((value, owners)), Some(attack))
            if distance(&value.tokens, &attack.tokens) <= REACH =>
        {
            (cover(&value.tokens, &attack.tokens), Some(*owners))
        }
        (Some((value, owners)), _) => (value.tokens.clone(), Some(*owners)),
        (None, Some(attack)) if is_told(clause, attack) => (attack.tokens.clone(), None),
        _ => return None,
    };
    let statement = clause.statement(tokens.start);
    if clause.is_denied(&tokens) || clause.has(tokens.clone(), Role::Maybe) {
        return None;
    }
    let by_a_state = attack.filter(|attack| is_by_a_state(clause, attack) && victims.is_none());
    let place = match by_a_state {
        Some(_) => None,
        None => attack.and_then(|attack| named_after(clause, attack)).or(place(clause, &statement)),
    };
    let countries: Vec<CountryCode> = match (place, bound) {
        (Some(place), _) => vec![place],
        (None, Some(bound)) if bound.shared_by.is_none() => bound.countries.clone(),
        _ => clause.countries_in(statement.clone()),
    };
    let most = if by_a_state.is_some() { 3 } else { 2 };
    if !(1..=most).contains(&countries.len()) || outlook::is_ahead(clause, &statement) {
        return None;
    }
    let finding = Finding {
        value: victims.map(|(value, _)| value),
        status: FactStatus::Done,
        place,
        ..Finding::new(FactKind::Incident, tokens.clone())
    };
    Some(finding.of(countries).on(outlook::date_near(clause, &tokens)))
}

/// The victims that an amount counts: by its own word, or by what befell the people.
fn victims(clause: &Clause<'_>, amount: &Amount) -> Option<Value> {
    const PASSIVE: usize = 14;
    let statement = clause.statement(amount.tokens.start);
    let behind = amount.tokens.end..statement.end.min(amount.tokens.end + PASSIVE);
    let value = Value::from(amount);
    match amount.unit {
        Unit::Of(Measure::Dead | Measure::Injured | Measure::Missing) => Some(value),
        Unit::Of(Measure::People | Measure::Soldiers | Measure::Migrants | Measure::Students) => {
            // "22 personnes ont été tuées", "killed 40 people"
            let before = amount.tokens.start.saturating_sub(3)..amount.tokens.start;
            let befalls = |sense: &&Sense| {
                matches!(sense.role, Role::Kill | Role::Injure) && sense.form == Form::Past
            };
            // "a tué 12 personnes et blessé 30 autres": the verb before them, if there is one.
            let befell = clause.senses_in(before).rfind(befalls);
            let befell = befell.or_else(|| clause.senses_in(behind).find(befalls))?;
            let unit = if befell.role == Role::Kill { Measure::Dead } else { Measure::Injured };
            let tokens = cover(&value.tokens, &befell.tokens);
            Some(Value { unit: Unit::Of(unit), tokens, ..value })
        }
        _ => None,
    }
}

/// An attack without victims by number is told of where it has its day and its place.
fn is_told(clause: &Clause<'_>, attack: &Sense) -> bool {
    let statement = clause.statement(attack.tokens.start);
    let dated = outlook::date_near(clause, &attack.tokens).is_some();
    dated && (place(clause, &statement).is_some() || is_by_a_state(clause, attack))
}

/// "frappes de la Hongrie sur", "an attack by Kenya": who attacks stands right behind.
fn is_by_a_state(clause: &Clause<'_>, attack: &Sense) -> bool {
    const NEAR: usize = 4;
    let at = attack.tokens.end;
    let by = matches!(clause.tokens.folded(at), "de" | "du" | "des" | "d" | "by" | "par" | "of");
    let named =
        |place: &Place| place.by == Naming::Name && (at..at + NEAR).contains(&place.tokens.start);
    attack.form == Form::Noun && by && clause.places.iter().any(named)
}

/// "les attaques de Barcelone": the country of the place right behind.
fn named_after(clause: &Clause<'_>, attack: &Sense) -> Option<CountryCode> {
    const NEAR: usize = 3;
    let at = attack.tokens.end;
    let leads = matches!(clause.tokens.folded(at), "de" | "du" | "d" | "of" | "in" | "a" | "au");
    let near = at..at + NEAR;
    let place = clause.places.iter().find(|place| near.contains(&place.tokens.start));
    let place = place.filter(|place| leads && place.by != Naming::Adjective);
    place.map(|place| place.country)
}

/// The one country that "à", "en", "in" leads to.
fn place(clause: &Clause<'_>, statement: &std::ops::Range<usize>) -> Option<CountryCode> {
    let mut places = clause
        .places
        .iter()
        .filter(|place| place.locative && statement.contains(&place.tokens.start))
        .map(|place| place.country);
    let first = places.next()?;
    places.all(|other| other == first).then_some(first)
}
