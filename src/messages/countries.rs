//! The names that lists show for countries and organisations.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::model::{CountryCode, Language};

/// Display names in one language.
pub(super) struct CountryNames {
    language: Language,
    /// Names that were given since.
    called: HashMap<CountryCode, String>,
    /// The built-in table, read when the first country is shown: a search for words shows none.
    table: OnceLock<HashMap<CountryCode, Names>>,
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
        Self { language, called: HashMap::new(), table: OnceLock::new() }
    }

    /// Gives a country another name.
    pub(super) fn call(&mut self, code: CountryCode, name: &str) {
        self.called.insert(code, name.to_owned());
    }

    /// The name of a country, else its code.
    pub(super) fn name(&self, code: CountryCode) -> String {
        if let Some(name) = self.called.get(&code) {
            return name.clone();
        }
        // A test reads the table; a line that could not be read would only show its code.
        let read = || toml::from_str(include_str!("countries.toml")).unwrap_or_default();
        let names = self.table.get_or_init(read).get(&code);
        let name = names.map(|names| match self.language {
            Language::French => &names.fr,
            Language::English => &names.en,
        });
        name.map_or_else(|| code.to_string(), String::clone)
    }
}
