//! Violence and accidents: what, where, how many victims.

use super::binding::{Owners, distance};
use super::clause::Clause;
use super::finding::{Finding, Value, cover};
use super::lexicon::{Role, Sense};
use super::outlook;
use crate::model::{CountryCode, FactKind, FactStatus, Measure, Unit};

/// Between the victims and what they are victims of, at most.
const REACH: usize = 24;

/// The incident of a sentence: victims by number, or an attack with a day and a place.
pub(super) fn find<'a>(clause: &Clause<'a>, owners: &[Owners]) -> Option<Finding<'a>> {
    let attack = clause.all(Role::Attack).next();
    let victims = clause.amounts.iter().zip(owners).find(|(amount, _)| {
        matches!(
            amount.unit,
            Unit::Of(Measure::Dead | Measure::Injured | Measure::Missing | Measure::Hostages)
        )
    });
    let (tokens, bound) = match (victims, attack) {
        (Some((amount, owners)), Some(attack))
            if distance(&amount.tokens, &attack.tokens) <= REACH =>
        {
            (cover(&amount.tokens, &attack.tokens), Some(owners))
        }
        (Some((amount, owners)), _) => (amount.tokens.clone(), Some(owners)),
        (None, Some(attack)) if is_told(clause, attack) => (attack.tokens.clone(), None),
        _ => return None,
    };
    let statement = clause.statement(tokens.start);
    if clause.is_denied(&tokens) || clause.has(tokens.clone(), Role::Maybe) {
        return None;
    }
    let place = place(clause, &statement);
    let countries: Vec<CountryCode> = match (place, bound) {
        (Some(place), _) => vec![place],
        (None, Some(bound)) if bound.shared_by.is_none() => bound.countries.clone(),
        _ => clause.countries_in(statement.clone()),
    };
    if !(1..=2).contains(&countries.len()) || outlook::is_ahead(clause, &statement) {
        return None;
    }
    let finding = Finding {
        value: victims.map(|(amount, _)| Value::from(amount)),
        status: FactStatus::Done,
        place,
        ..Finding::new(FactKind::Incident, tokens.clone())
    };
    Some(finding.of(countries).on(outlook::date_near(clause, &tokens)))
}

/// An attack without victims by number is told of where it has its day and its place.
fn is_told(clause: &Clause<'_>, attack: &Sense) -> bool {
    let statement = clause.statement(attack.tokens.start);
    let dated = outlook::date_near(clause, &attack.tokens).is_some();
    dated && place(clause, &statement).is_some()
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
