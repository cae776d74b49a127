//! What is known before a text is read: persons in office, places, adjectives of countries.

use std::collections::HashMap;

use super::Known;
use super::fold::{self, PersonKey};
use super::phrases::Phrases;
use super::tokens::Token;
use super::words::words;
use crate::model::CountryCode;

/// A place or an institution of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) country: CountryCode,
    /// Not the country or a town, but a body in it.
    pub(super) institution: bool,
}

/// Known names, ready to be looked up.
#[derive(Debug, Default)]
pub(super) struct Directory {
    places: Phrases<Place>,
    not_persons: Phrases<()>,
    adjectives: Phrases<CountryCode>,
    /// Known persons by family name.
    by_family: HashMap<String, Vec<PersonKey>>,
    /// Who is meant by a family name alone.
    alone: HashMap<String, PersonKey>,
}

impl Directory {
    pub(super) fn new(known: &Known) -> Self {
        let place = |institution| {
            move |(name, country): &'_ (String, CountryCode)| {
                (name.clone(), Place { country: *country, institution })
            }
        };
        let places = known.places.iter().map(place(false));
        let places: Vec<(String, Place)> =
            places.chain(known.institutions.iter().map(place(true))).collect();
        let mut directory = Self {
            places: Phrases::new(places.iter().map(|(name, place)| (name.as_str(), *place))),
            not_persons: Phrases::new(words().not_persons.iter().map(|name| (name.as_str(), ()))),
            adjectives: Phrases::new(
                known.adjectives.iter().map(|(word, code)| (word.as_str(), *code)),
            ),
            ..Self::default()
        };
        let aliases = fold::persons();
        let names = known.leaders.iter().map(|(name, _)| name).chain(aliases.iter().flatten());
        for name in names {
            directory.enrol(name);
        }
        directory
    }

    fn enrol(&mut self, name: &str) {
        let key = fold::key(name);
        let single = name.split_whitespace().count() == 1;
        if single {
            let alone = fold::key_alone(name);
            self.alone.entry(alone.family).or_insert_with(|| key.clone());
        }
        let family = self.by_family.entry(key.family.clone()).or_default();
        if !key.given.is_empty() && !family.contains(&key) {
            family.push(key);
        }
    }

    /// The longest name of a place at a word: how many words, and what it is.
    pub(super) fn place(&self, tokens: &[Token<'_>], at: usize) -> Option<(usize, Place)> {
        tokens.get(at).filter(|token| token.is_capital())?;
        self.places.at(tokens, at)
    }

    /// Whether a folded word is by itself the name of a place.
    pub(super) fn is_place(&self, word: &str) -> bool {
        word.len() > 3 && self.places.has_word(word)
    }

    /// The length of a name at a word that is known to be no person's.
    pub(super) fn not_person(&self, tokens: &[Token<'_>], at: usize) -> Option<usize> {
        self.not_persons.at(tokens, at).map(|(length, ())| length)
    }

    /// The longest adjective or inhabitant at a word: how many words, and the country.
    pub(super) fn adjective(
        &self,
        tokens: &[Token<'_>],
        at: usize,
    ) -> Option<(usize, CountryCode)> {
        self.adjectives.at(tokens, at)
    }

    /// Whether the key is a known person's, under a full name or one that stands for it.
    pub(super) fn knows(&self, key: &PersonKey) -> bool {
        if key.given.is_empty() {
            return self.alone.contains_key(&key.family);
        }
        self.by_family.get(&key.family).is_some_and(|keys| keys.contains(key))
    }

    /// The known person that a key means: a family name that stands for one, an initial of theirs,
    /// a slip in the given name; else the key itself.
    pub(super) fn resolve(&self, key: PersonKey) -> PersonKey {
        let alone = self.alone.get(&key.family);
        let found = match key.given.as_slice() {
            [] => alone,
            [initial] if initial.chars().count() == 1 => alone.filter(|person| {
                person.given.first().is_some_and(|given| given.starts_with(initial.as_str()))
            }),
            _ => {
                let persons = self.by_family.get(&key.family).map_or(&[][..], Vec::as_slice);
                let known = persons.contains(&key);
                let mut near = persons.iter().filter(|person| fold::is_slip(person, &key));
                let first = near.next().filter(|_| !known);
                first.filter(|_| near.next().is_none())
            }
        };
        found.cloned().unwrap_or(key)
    }
}
