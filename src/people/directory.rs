//! What is known before a text is read: persons in office, places, adjectives of countries.

use std::collections::HashMap;

use super::Known;
use super::fold::{self, PersonKey};
use super::phrases::Phrases;
use super::tokens::Token;
use super::words::words;
use crate::model::CountryCode;

/// Known names, ready to be looked up.
#[derive(Debug, Default)]
pub(super) struct Directory {
    places: Phrases<CountryCode>,
    not_persons: Phrases<()>,
    adjectives: HashMap<String, CountryCode>,
    /// Known persons by family name.
    by_family: HashMap<String, Vec<PersonKey>>,
    /// Who is meant by a family name alone.
    alone: HashMap<String, PersonKey>,
}

impl Directory {
    pub(super) fn new(known: &Known) -> Self {
        let phrase = |(name, code): &(String, CountryCode)| (name.clone(), *code);
        let places: Vec<(String, CountryCode)> = known.places.iter().map(phrase).collect();
        let mut directory = Self {
            places: Phrases::new(places.iter().map(|(name, code)| (name.as_str(), *code))),
            not_persons: Phrases::new(words().not_persons.iter().map(|name| (name.as_str(), ()))),
            adjectives: known
                .adjectives
                .iter()
                .map(|(word, code)| (crate::text::fold(word), *code))
                .collect(),
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

    /// The longest name of a place at a word: how many words, and its country.
    pub(super) fn place(&self, tokens: &[Token<'_>], at: usize) -> Option<(usize, CountryCode)> {
        tokens.get(at).filter(|token| token.is_capital())?;
        self.places.at(tokens, at)
    }

    /// The length of a name at a word that is known to be no person's.
    pub(super) fn not_person(&self, tokens: &[Token<'_>], at: usize) -> Option<usize> {
        self.not_persons.at(tokens, at).map(|(length, ())| length)
    }

    /// The country of an adjective or inhabitant.
    pub(super) fn adjective(&self, folded: &str) -> Option<CountryCode> {
        self.adjectives.get(folded).copied()
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
