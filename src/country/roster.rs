//! What the gazetteer knows that is not for tagging: who leads a country, and every name of a place.

use super::source;
use crate::model::CountryCode;

/// Names of persons and places, for those who have to tell one from the other.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    /// Heads of state and government and others often named, with their country. Several spellings
    /// of one person are several entries; some are family names alone.
    pub leaders: Vec<(String, CountryCode)>,
    /// Countries, capitals, towns, institutions.
    pub places: Vec<(String, CountryCode)>,
    /// Adjectives and inhabitants in all their forms.
    pub adjectives: Vec<(String, CountryCode)>,
}

impl Roster {
    /// The names that are compiled in.
    pub fn builtin() -> Self {
        let mut roster = Self::default();
        for (code, source) in source::sources() {
            source.enrol(code, &mut roster);
        }
        roster
    }
}
