//! Who acts for a state in a sentence: persons in office, and offices without a name.

use std::ops::Range;

use super::clause::{Clause, Person, overlap};
use super::finding::cover;
use super::lexicon::{Role, Sense};
use crate::country::Naming;
use crate::model::{self, CountryCode, PersonMention};

/// Somebody who acts for a state.
#[derive(Clone, Debug)]
pub(super) struct Actor<'a> {
    pub(super) tokens: Range<usize>,
    /// The state, where the text tells.
    pub(super) country: Option<CountryCode>,
    pub(super) person: Option<&'a PersonMention>,
    /// Whether the office is among the first of a state.
    pub(super) high: bool,
}

/// Those of a sentence, in its order.
pub(super) fn find<'a>(clause: &Clause<'a>) -> Vec<Actor<'a>> {
    let mut actors: Vec<Actor<'a>> = Vec::new();
    for sense in clause.all(Role::Office) {
        let named = clause.persons.iter().any(|person| overlap(&person.whole, &sense.tokens));
        if !named {
            actors.extend(of_office(clause, sense));
        }
    }
    let apart =
        |person: &Actor<'_>| !actors.iter().any(|known| overlap(&known.tokens, &person.tokens));
    let persons: Vec<Actor<'a>> =
        clause.persons.iter().filter_map(of_person).filter(apart).collect();
    actors.extend(persons);
    actors.sort_by_key(|actor| (actor.tokens.start, actor.tokens.end));
    actors
}

/// An office without a name: one actor, or one for each country of "les présidents de la Hongrie et de la Serbie".
fn of_office<'a>(clause: &Clause<'a>, sense: &Sense) -> Vec<Actor<'a>> {
    let (tokens, country) = office(clause, sense);
    let last = clause.tokens.folded(sense.tokens.end.saturating_sub(1));
    let first = clause.tokens.folded(sense.tokens.start);
    let together = clause.groups.iter().find(|group| {
        group.countries.len() > 1 && country.is_some() && overlap(&group.tokens, &tokens)
    });
    let several = together.filter(|_| last.ends_with('s') || first.ends_with('s'));
    let countries: Vec<Option<CountryCode>> = match several {
        Some(group) => group.countries.iter().copied().map(Some).collect(),
        None => vec![country],
    };
    // "son homologue kényan, X"
    let behind = tokens.end + usize::from(clause.tokens.is_mark(tokens.end, ','));
    let is_counterpart = first.starts_with("homologue") || first.starts_with("counterpart");
    let person = clause.persons.iter().find(|person| {
        is_counterpart && person.mention.title.is_none() && person.tokens.start == behind
    });
    let tokens = match (several, person) {
        (Some(group), _) => cover(&tokens, &group.tokens),
        (None, Some(person)) => cover(&tokens, &person.tokens),
        (None, None) => tokens,
    };
    let person = person.map(|person| person.mention);
    let actor = |country| Actor { tokens: tokens.clone(), country, person, high: false };
    countries.into_iter().map(actor).collect()
}

fn of_person<'a>(person: &Person<'a>) -> Option<Actor<'a>> {
    let title = person.mention.title.as_ref().filter(|title| !title.former);
    let role = title.map(|title| title.role).filter(|role| role.is_office());
    let leads = person.profile.leads && person.mention.title.is_none();
    let role = role.or(person.profile.role).or(leads.then_some(model::Role::HeadOfState))?;
    let country = title.and_then(|title| title.country).or(person.profile.country);
    // Of a party that governs; of an organisation he speaks for no state.
    let of_party = role == model::Role::SecretaryGeneral
        && country.is_some_and(|country| !country.is_organisation());
    if !acts_for_a_state(role) && !of_party {
        return None;
    }
    Some(Actor {
        tokens: person.whole.clone(),
        country,
        person: Some(person.mention),
        high: is_high(role),
    })
}

/// Offices whose journeys and meetings are those of a state.
pub(super) fn acts_for_a_state(role: model::Role) -> bool {
    use model::Role::{
        Ambassador, DefenceMinister, DeputyMinister, Envoy, FinanceMinister, InteriorMinister,
        Leader, Minister, PartySecretary, President, Speaker, VicePresident,
    };
    is_high(role)
        || matches!(
            role,
            President
                | VicePresident
                | DefenceMinister
                | FinanceMinister
                | InteriorMinister
                | Minister
                | DeputyMinister
                | PartySecretary
                | Speaker
                | Ambassador
                | Envoy
                | Leader
        )
}

fn is_high(role: model::Role) -> bool {
    use model::Role::{
        DeputyHeadOfGovernment, ForeignMinister, HeadOfGovernment, HeadOfState, Monarch, Royal,
    };
    matches!(
        role,
        HeadOfState | HeadOfGovernment | DeputyHeadOfGovernment | ForeignMinister | Monarch | Royal
    )
}

/// An office with the words that say whose: "le président russe", "the Russian president", "le
/// ministre des Affaires étrangères du Laos".
pub(super) fn office(clause: &Clause<'_>, sense: &Sense) -> (Range<usize>, Option<CountryCode>) {
    const AFTER: usize = 8;
    let tokens = &sense.tokens;
    let before = clause.places.iter().find(|place| {
        place.tokens.end == tokens.start && matches!(place.by, Naming::Adjective | Naming::Name)
    });
    if let Some(place) = before {
        return (place.tokens.start..tokens.end, Some(place.country));
    }
    let behind = clause.places.iter().find(|place| place.tokens.start >= tokens.end);
    let behind = behind.filter(|place| {
        let gap = tokens.end..place.tokens.start;
        let plain = |at: usize| {
            clause.tokens.is_word(at)
                || clause.tokens.is_mark(at, '\'')
                || clause.tokens.is_mark(at, '-')
        };
        let names = matches!(place.by, Naming::Adjective | Naming::Name);
        let tied = place.by == Naming::Adjective
            || gap
                .clone()
                .any(|at| matches!(clause.tokens.folded(at), "de" | "du" | "des" | "d" | "of"));
        let verbless = !clause.senses_in(gap.clone()).any(Clause::is_verb);
        names && tied && gap.len() <= AFTER && gap.clone().all(plain) && verbless && !place.locative
    });
    match behind {
        Some(place) => (tokens.start..place.tokens.end, Some(place.country)),
        None => (tokens.clone(), None),
    }
}
