//! The words by which sentences are weighed, read from `lexicon.toml`.

use std::collections::HashSet;

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use crate::model::VisitForm;

/// Words and phrases, folded.
pub(super) struct Lexicon {
    stop: HashSet<String>,
    openers: HashSet<String>,
    ahead: HashSet<String>,
    ahead_ends: Vec<String>,
    numbers: HashSet<String>,
    all: HashSet<String>,
    parties: HashSet<String>,
    measures: Vec<String>,
    deeds: Vec<String>,
    formulas: Option<AhoCorasick>,
    visits: Vec<(VisitForm, Vec<String>)>,
    one_way: Vec<String>,
}

/// The file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    stop: ByLanguage<String>,
    openers: ByLanguage<String>,
    ahead: ByLanguage<String>,
    ahead_ends: ByLanguage<Vec<String>>,
    numbers: ByLanguage<String>,
    all: ByLanguage<String>,
    parties: ByLanguage<String>,
    measures: ByLanguage<Vec<String>>,
    formulas: ByLanguage<Vec<String>>,
    deeds: ByLanguage<Vec<String>>,
    visits: Visits,
    one_way: ByLanguage<Vec<String>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Visits {
    state: ByLanguage<Vec<String>>,
    official: ByLanguage<Vec<String>>,
    working: ByLanguage<Vec<String>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ByLanguage<T> {
    french: T,
    english: T,
}

impl ByLanguage<Vec<String>> {
    fn all(self) -> Vec<String> {
        [self.french, self.english].concat()
    }
}

impl Lexicon {
    /// What is compiled in; a test reads it, so that it cannot be unreadable here.
    pub(super) fn builtin() -> Self {
        Self::from(read().unwrap_or_default())
    }

    /// Whether a folded word tells nothing of a text's matter.
    pub(super) fn is_stop(&self, word: &str) -> bool {
        word.chars().count() < 3 || self.stop.contains(word)
    }

    /// Whether a folded word, standing first, makes a sentence lean on the one before.
    pub(super) fn points_back(&self, word: &str) -> bool {
        self.openers.contains(word)
    }

    /// Whether a folded word says that something lies ahead of its text.
    pub(super) fn looks_ahead(&self, word: &str) -> bool {
        self.ahead.contains(word)
            || word.len() > 3 && self.ahead_ends.iter().any(|end| word.ends_with(end.as_str()))
    }

    /// Whether a folded word is a number that counts something.
    pub(super) fn is_number(&self, word: &str) -> bool {
        self.numbers.contains(word)
    }

    /// Whether a folded word may say that parties are more than two, or all.
    pub(super) fn is_all(&self, word: &str) -> bool {
        self.all.contains(word)
    }

    /// Whether a folded word names countries as parties.
    pub(super) fn is_party(&self, word: &str) -> bool {
        self.parties.contains(word)
    }

    /// Whether a folded word says what a number measures or counts.
    pub(super) fn is_measure(&self, word: &str) -> bool {
        self.measures.iter().any(|measure| word.starts_with(measure.as_str()))
    }

    /// Whether a folded word names a deed of states.
    pub(super) fn is_deed(&self, word: &str) -> bool {
        self.deeds.iter().any(|deed| word.starts_with(deed.as_str()))
    }

    /// What kind of visit folded words name last: of a tour, that of the leg which they lead up to.
    pub(super) fn visit_form(&self, words: &str) -> Option<VisitForm> {
        let last = |(form, names): &(VisitForm, Vec<String>)| {
            let place = names.iter().filter_map(|name| words.rfind(name.as_str())).max()?;
            Some((place, *form))
        };
        self.visits.iter().filter_map(last).max().map(|(_, form)| form)
    }

    /// Whether a folded sentence tells of exports or imports, and not of all trade.
    pub(super) fn is_one_way(&self, sentence: &str) -> bool {
        let mut words = sentence.split(|c: char| !c.is_alphanumeric());
        words.any(|word| self.one_way.iter().any(|start| word.starts_with(start.as_str())))
    }

    /// How many turns of phrase a folded sentence has that could stand anywhere.
    pub(super) fn formulas_in(&self, sentence: &str) -> usize {
        self.formulas.as_ref().map_or(0, |formulas| formulas.find_iter(sentence).count())
    }
}

impl From<File> for Lexicon {
    fn from(file: File) -> Self {
        let set = |words: &ByLanguage<String>| {
            let all = [words.french.as_str(), words.english.as_str()];
            all.iter().flat_map(|words| words.split_whitespace()).map(str::to_owned).collect()
        };
        Self {
            stop: set(&file.stop),
            openers: set(&file.openers),
            ahead: set(&file.ahead),
            ahead_ends: file.ahead_ends.all(),
            numbers: set(&file.numbers),
            all: set(&file.all),
            parties: set(&file.parties),
            measures: file.measures.all(),
            deeds: file.deeds.all(),
            formulas: AhoCorasick::new(file.formulas.all()).ok(),
            one_way: file.one_way.all(),
            visits: vec![
                (VisitForm::State, file.visits.state.all()),
                (VisitForm::Official, file.visits.official.all()),
                (VisitForm::Working, file.visits.working.all()),
            ],
        }
    }
}

fn read() -> Result<File, toml::de::Error> {
    toml::from_str(include_str!("lexicon.toml"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn the_file_is_read_and_its_entries_are_folded() {
        let file = read().expect("lexicon.toml");
        for entry in file.formulas.all().iter().chain(&file.deeds.all()) {
            assert_eq!(&fold(entry), entry);
        }
        assert_eq!(fold(&file.stop.french), file.stop.french);
    }

    #[test]
    fn words_are_told_apart() {
        let lexicon = Lexicon::builtin();
        assert!(lexicon.is_stop("des") && lexicon.is_stop("the") && lexicon.is_stop("l"));
        assert!(lexicon.is_deed("signed") && lexicon.is_deed("signature"));
        assert!(lexicon.points_back("elle") && !lexicon.points_back("la"));
        assert!(!lexicon.is_deed("dont") && !lexicon.is_stop("visa"));
        let empty_talk = fold("Une amitié traditionnelle, approfondie dans tous les domaines.");
        assert_eq!(lexicon.formulas_in(&empty_talk), 2);
        assert_eq!(lexicon.visit_form(&fold("une visite d’État")), Some(VisitForm::State));
        assert_eq!(lexicon.visit_form("went there"), None);
        let tour = fold("une visite d’État au Laos, une visite officielle en Inde");
        assert_eq!(lexicon.visit_form(&tour), Some(VisitForm::Official));
    }
}
