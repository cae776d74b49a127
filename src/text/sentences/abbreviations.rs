//! The abbreviations and opening words of `abbreviations.toml`, parsed once.

use std::collections::HashSet;
use std::sync::OnceLock;

use serde::Deserialize;

const SOURCE: &str = include_str!("../abbreviations.toml");

/// The lists, as they are in the file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    titles: Vec<String>,
    numbers: Vec<String>,
    either: Vec<String>,
    hours: Vec<String>,
    eras: Vec<String>,
    era_leads: Vec<String>,
    sayings: Vec<String>,
    exclamations: Vec<String>,
    openers: Vec<String>,
    particles: Vec<String>,
}

/// A list of words to look up.
#[derive(Debug, Default)]
pub(super) struct Words(HashSet<String>);

impl Words {
    fn new(words: &[String]) -> Self {
        Self(words.iter().map(|word| key(word)).collect())
    }

    pub(super) fn contains(&self, word: &str) -> bool {
        self.0.contains(&key(word))
    }
}

/// One letter as it is, for `M.` is a title and `m.` a metre; more letters in lower case.
fn key(word: &str) -> String {
    if word.chars().nth(1).is_some() { word.to_lowercase() } else { word.to_owned() }
}

/// All lists, ready for look-up.
#[derive(Debug, Default)]
pub(super) struct Abbreviations {
    pub(super) titles: Words,
    pub(super) numbers: Words,
    pub(super) either: Words,
    pub(super) hours: Words,
    pub(super) eras: Words,
    pub(super) era_leads: Words,
    pub(super) sayings: Words,
    pub(super) exclamations: Words,
    pub(super) openers: Words,
    pub(super) particles: Words,
}

impl Abbreviations {
    /// The built-in lists.
    pub(super) fn built_in() -> &'static Self {
        static BUILT_IN: OnceLock<Abbreviations> = OnceLock::new();
        BUILT_IN.get_or_init(|| {
            // A test parses the file; were it broken all the same, splitting goes on without it.
            let lists: Lists = toml::from_str(SOURCE).unwrap_or_default();
            Self {
                titles: Words::new(&lists.titles),
                numbers: Words::new(&lists.numbers),
                either: Words::new(&lists.either),
                hours: Words::new(&lists.hours),
                eras: Words::new(&lists.eras),
                era_leads: Words::new(&lists.era_leads),
                sayings: Words::new(&lists.sayings),
                exclamations: Words::new(&lists.exclamations),
                openers: Words::new(&lists.openers),
                particles: Words::new(&lists.particles),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_parses() {
        let lists: Lists = toml::from_str(SOURCE).unwrap();
        assert!(!lists.titles.is_empty() && !lists.openers.is_empty());
    }

    #[test]
    fn case_counts_for_one_letter_only() {
        let built_in = Abbreviations::built_in();
        assert!(built_in.titles.contains("MME") && built_in.titles.contains("M"));
        assert!(!built_in.titles.contains("m"));
    }
}
