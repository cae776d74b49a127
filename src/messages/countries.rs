//! The names that lists show for countries and organisations.

use std::collections::HashMap;

use serde::Deserialize;

use crate::model::{CountryCode, Language};

/// Display names in one language.
pub(super) struct CountryNames {
    names: HashMap<CountryCode, String>,
}

/// One line of `countries.toml`.
#[derive(Deserialize)]
struct Names {
    fr: String,
    en: String,
}

impl CountryNames {
    /// The names of the built-in table.
    pub(super) fn new(language: Language) -> Self {
        // A test reads the table; a line that could not be read would only show its code.
        let table: HashMap<CountryCode, Names> =
            toml::from_str(include_str!("countries.toml")).unwrap_or_default();
        let names = table.into_iter().map(|(code, names)| match language {
            Language::French => (code, names.fr),
            Language::English => (code, names.en),
        });
        Self { names: names.collect() }
    }

    /// Gives a country another name.
    pub(super) fn call(&mut self, code: CountryCode, name: &str) {
        self.names.insert(code, name.to_owned());
    }

    /// The name of a country, else its code.
    pub(super) fn name(&self, code: CountryCode) -> String {
        self.names.get(&code).cloned().unwrap_or_else(|| code.to_string())
    }
}
