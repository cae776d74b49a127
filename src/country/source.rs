//! The gazetteer's files as they are written, and their reading into forms to look for.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::inflect;
use super::words::{Case, Forms, Reading, Role};
use super::{Entry, Kind};
use crate::model::CountryCode;
use crate::text::fold;

/// What is compiled in, by part of the world; organisations come last, so that a country has the
/// first claim to a form.
pub(super) const FILES: [&str; 6] = [
    include_str!("gazetteer/africa.toml"),
    include_str!("gazetteer/americas.toml"),
    include_str!("gazetteer/asia.toml"),
    include_str!("gazetteer/europe.toml"),
    include_str!("gazetteer/oceania.toml"),
    include_str!("gazetteer/organisations.toml"),
];

const TRAPS: &str = include_str!("gazetteer/traps.toml");

/// One table of the gazetteer.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Source {
    pub(super) kind: Kind,
    pub(super) names: Vec<String>,
    pub(super) adjectives_fr: Vec<String>,
    pub(super) adjectives_en: Vec<String>,
    pub(super) capital: Vec<String>,
    pub(super) places: Vec<String>,
    pub(super) institutions: Vec<String>,
    /// Name to years in office.
    pub(super) leaders: BTreeMap<String, String>,
    pub(super) ambiguous: Vec<String>,
}

/// What only looks like a country.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Traps {
    pub(super) phrases: Vec<String>,
    pub(super) currencies: Vec<String>,
    pub(super) honorifics: Vec<String>,
    pub(super) first_names: Vec<String>,
    pub(super) words: Vec<String>,
}

/// The tables of all files, in their order. A file that does not parse is left out; a test keeps
/// all of them readable.
pub(super) fn sources() -> impl Iterator<Item = (CountryCode, Source)> {
    FILES
        .into_iter()
        .flat_map(|text| toml::from_str::<BTreeMap<CountryCode, Source>>(text).unwrap_or_default())
}

/// Whether a code is compiled in. Reads no file for it: the heading of its table is enough.
pub(super) fn is_builtin(code: CountryCode) -> bool {
    let heading = format!("\n[{code}]\n");
    FILES.iter().any(|text| text.contains(&heading))
}

/// The traps.
pub(super) fn traps() -> Traps {
    toml::from_str(TRAPS).unwrap_or_default()
}

impl Source {
    /// What look-ups and lists know of it.
    pub(super) fn entry(&self, code: CountryCode) -> Entry {
        let mut entry = Entry { code, kind: self.kind, names: vec![code.to_string()] };
        entry.add(&self.names);
        entry
    }

    /// Adds every form of it, as those of country number `country`.
    pub(super) fn add_to(&self, forms: &mut Forms, country: u16) {
        let ambiguous: Vec<String> =
            self.ambiguous.iter().flat_map(|form| all_forms(form)).collect();
        let folded: Vec<String> = ambiguous.iter().map(|form| fold(form)).collect();
        let mut add = |form: &str, role: Role| {
            let conditional = folded.contains(&fold(form));
            forms.add(form, Reading { country, role, conditional, case: Case::of(form) });
        };
        let lists = [
            (&self.names, Role::Name),
            (&self.capital, Role::Capital),
            (&self.places, Role::Place),
            (&self.institutions, Role::Institution),
        ];
        for (list, role) in lists {
            for form in list {
                add(form, role);
            }
        }
        for adjective in self.adjectives_fr.iter().chain(&self.adjectives_en) {
            for form in all_forms(adjective) {
                add(&form, Role::Adjective);
            }
        }
        for name in self.leaders.keys() {
            add(name, Role::Leader);
        }
        // Last: a form already listed keeps its role.
        for form in &ambiguous {
            add(form, Role::Place);
        }
    }
}

/// A form with its inflections: French in lower case, English otherwise.
pub(super) fn all_forms(form: &str) -> Vec<String> {
    if Case::of(form) == Case::Any { inflect::french(form) } else { inflect::english(form) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys of [`Source`], without room for any other.
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Strict {
        kind: Option<Kind>,
        names: Vec<String>,
        adjectives_fr: Option<Vec<String>>,
        adjectives_en: Option<Vec<String>>,
        capital: Option<Vec<String>>,
        places: Option<Vec<String>>,
        institutions: Option<Vec<String>>,
        leaders: Option<BTreeMap<String, String>>,
        ambiguous: Option<Vec<String>>,
    }

    #[test]
    fn every_file_parses_and_has_only_known_keys() {
        for text in FILES {
            let tables: BTreeMap<CountryCode, Strict> = toml::from_str(text).unwrap();
            assert!(!tables.is_empty());
        }
        let traps: Traps = toml::from_str(TRAPS).unwrap();
        assert!(!traps.phrases.is_empty() && !traps.currencies.is_empty());
    }

    #[test]
    fn every_table_is_known_by_its_heading() {
        assert!(sources().count() > 200 && sources().all(|(code, _)| is_builtin(code)));
        assert!(!is_builtin("QC".parse().unwrap()));
    }

    #[test]
    fn years_in_office_are_years() {
        for (code, source) in sources() {
            for (name, years) in &source.leaders {
                let terms = years.split(", ").filter(|term| !term.is_empty());
                for year in terms.flat_map(|term| term.split('-')).filter(|year| !year.is_empty()) {
                    let year: i16 =
                        year.parse().unwrap_or_else(|_| panic!("{code} {name}: {year}"));
                    assert!((1900..2100).contains(&year), "{code} {name}: {year}");
                }
            }
        }
    }
}
