//! The word lists of `words.toml` and `given_names.toml`, folded once.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::fold;

/// The compiled lists: read once, never changed.
static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let source: Source = toml::from_str(include_str!("words.toml")).unwrap_or_default();
    let names: HashMap<String, Vec<String>> =
        toml::from_str(include_str!("given_names.toml")).unwrap_or_default();
    Words::new(&source, &names)
});

/// What French leaves out before an apostrophe.
const ELIDED: [&str; 14] =
    ["l", "d", "qu", "j", "n", "s", "c", "m", "t", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"];

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    particles: Vec<String>,
    articles: Vec<String>,
    sons: Vec<String>,
    suffixes: Vec<String>,
    family_first: Vec<String>,
    vietnamese: Vec<String>,
    bodies: Vec<String>,
    named_after: Vec<String>,
    openers: Vec<String>,
    calendar: Vec<String>,
    not_persons: Vec<String>,
    speech: Vec<String>,
    endings: Vec<String>,
}

/// Folded words by what they tell.
#[derive(Debug, Default)]
pub(super) struct Words {
    particles: HashSet<String>,
    articles: HashSet<String>,
    sons: HashSet<String>,
    suffixes: HashSet<String>,
    family_first: HashSet<String>,
    vietnamese: HashSet<String>,
    bodies: HashSet<String>,
    named_after: HashSet<String>,
    openers: HashSet<String>,
    calendar: HashSet<String>,
    speech: HashSet<String>,
    given: HashSet<String>,
    pub(super) not_persons: Vec<String>,
    endings: Vec<String>,
}

/// The lists.
pub(super) fn words() -> &'static Words {
    &WORDS
}

/// Whether a folded word is one that French elides before an apostrophe.
pub(super) fn is_elided(word: &str) -> bool {
    ELIDED.contains(&word)
}

impl Words {
    fn new(source: &Source, names: &HashMap<String, Vec<String>>) -> Self {
        let set = |words: &[String]| words.iter().map(|word| fold(word)).collect::<HashSet<_>>();
        Self {
            particles: set(&source.particles),
            articles: set(&source.articles),
            sons: set(&source.sons),
            suffixes: set(&source.suffixes),
            family_first: set(&source.family_first),
            vietnamese: set(&source.vietnamese),
            bodies: set(&source.bodies),
            named_after: set(&source.named_after),
            openers: set(&source.openers),
            calendar: set(&source.calendar),
            speech: set(&source.speech),
            given: names.values().flatten().map(|name| fold(name)).collect(),
            not_persons: source.not_persons.clone(),
            endings: source.endings.iter().map(|ending| fold(ending)).collect(),
        }
    }

    /// Between given and family name: de, van, bin.
    pub(super) fn is_particle(&self, word: &str) -> bool {
        self.particles.contains(word)
    }

    /// A particle that a name may go without: al.
    pub(super) fn is_article(&self, word: &str) -> bool {
        self.articles.contains(word)
    }

    /// Son of: ben, bin.
    pub(super) fn is_son(&self, word: &str) -> bool {
        self.sons.contains(word)
    }

    /// After the name: Jr, II.
    pub(super) fn is_suffix(&self, word: &str) -> bool {
        self.suffixes.contains(word)
    }

    /// A family name that comes first and that its bearer is called by: Kim, Xi.
    pub(super) fn is_family_first(&self, word: &str) -> bool {
        self.family_first.contains(word)
    }

    /// A Vietnamese family name: it comes first.
    pub(super) fn is_vietnamese(&self, word: &str) -> bool {
        self.vietnamese.contains(word)
    }

    /// Part of the name of a firm, a body or a place.
    pub(super) fn is_body(&self, word: &str) -> bool {
        self.bodies.contains(word)
    }

    /// Before a name that is then not a person: rue, prix.
    pub(super) fn is_named_after(&self, word: &str) -> bool {
        self.named_after.contains(word)
    }

    /// A function word: it begins sentences, not names.
    pub(super) fn is_opener(&self, word: &str) -> bool {
        self.openers.contains(word)
    }

    /// A day or a month.
    pub(super) fn is_calendar(&self, word: &str) -> bool {
        self.calendar.contains(word)
    }

    /// A word of speech.
    pub(super) fn is_speech(&self, word: &str) -> bool {
        self.speech.contains(word)
    }

    /// A given name, or two joined by a hyphen.
    pub(super) fn is_given(&self, word: &str) -> bool {
        self.given.contains(word)
            || word
                .split_once('-')
                .is_some_and(|(one, other)| self.given.contains(one) && self.given.contains(other))
    }

    /// Every given name, folded.
    pub(super) fn given_names(&self) -> impl Iterator<Item = &str> {
        self.given.iter().map(String::as_str)
    }

    /// Whether a word ends as family names of some languages do, and hardly anything else.
    pub(super) fn has_ending(&self, word: &str) -> bool {
        word.len() > 5 && self.endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_files_parse_and_hold_something() {
        let source: Source = toml::from_str(include_str!("words.toml")).unwrap();
        assert!(source.bodies.len() > 100);
        let names: HashMap<String, Vec<String>> =
            toml::from_str(include_str!("given_names.toml")).unwrap();
        assert!(names.values().flatten().count() > 1000);
    }
}
