//! What the gazetteer knows that is not for tagging: who leads a country, and every name of a place.

use super::source::{self, Source, all_forms};
use crate::model::CountryCode;

/// Names of persons and places, for those who have to tell one from the other.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    /// Heads of state and government and others often named, with their country. Several spellings
    /// of one person are several entries; some are family names alone.
    pub leaders: Vec<(String, CountryCode)>,
    /// Countries, capitals, towns.
    pub places: Vec<(String, CountryCode)>,
    /// Palaces, parliaments, parties, companies.
    pub institutions: Vec<(String, CountryCode)>,
    /// Adjectives and inhabitants in all their forms.
    pub adjectives: Vec<(String, CountryCode)>,
}

impl Roster {
    /// The names that are compiled in.
    pub fn builtin() -> Self {
        let mut roster = Self::default();
        for (code, source) in source::sources() {
            roster.enrol(code, &source);
        }
        roster
    }

    fn enrol(&mut self, code: CountryCode, source: &Source) {
        let places = [&source.names, &source.capital, &source.places, &source.ambiguous];
        let named = |name: &String| (name.clone(), code);
        self.places.extend(places.into_iter().flatten().map(named));
        self.institutions.extend(source.institutions.iter().map(named));
        self.leaders.extend(source.leaders.keys().map(named));
        let adjectives = source.adjectives_fr.iter().chain(&source.adjectives_en);
        self.adjectives.extend(adjectives.flat_map(|word| all_forms(word)).map(|w| (w, code)));
    }
}
