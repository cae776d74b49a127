//! Which language a text is written in, by its function words.
//!
//! Counting them is cheaper than trigrams and, unlike a detector told to choose between two
//! languages, can say that a text is in neither.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use crate::model::Language;

/// The words, so that a person can correct them.
const WORDS: &str = include_str!("language.toml");

/// So many words of a text tell its language; reading more would only cost time.
const ENOUGH: usize = 400;

/// Fewer function words than this are chance, unless one of them is sure and none speaks against it.
const LEAST: usize = 2;

/// Running text has at least one function word in so many words.
const THINNEST: usize = 25;

/// The function words of the languages the reader knows, and of those it must not take for them.
#[derive(Debug, Default)]
pub(super) struct FunctionWords(HashMap<String, Known>);

#[derive(Debug, Default, Deserialize)]
struct Lists {
    en: Vec<String>,
    fr: Vec<String>,
    other: Vec<String>,
    sure: Vec<String>,
}

/// What a function word tells.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    /// Its language; `None` for those the reader does not know.
    language: Option<Language>,
    /// Whether it is a word of no other language.
    sure: bool,
}

impl FunctionWords {
    /// The lists that are compiled in.
    pub(super) fn builtin() -> Self {
        let lists: Lists = toml::from_str(WORDS).unwrap_or_default();
        let all = [
            (lists.other, None),
            (lists.en, Some(Language::English)),
            (lists.fr, Some(Language::French)),
        ];
        let sure: HashSet<String> = lists.sure.into_iter().collect();
        let words = all
            .into_iter()
            .flat_map(|(words, language)| words.into_iter().map(move |word| (word, language)));
        let known = |(word, language)| {
            let sure = sure.contains(&word);
            (word, Known { language, sure })
        };
        Self(words.map(known).collect())
    }

    /// The language of most function words in `texts`; `None` where they are too few to tell, or
    /// where the text is in another language.
    pub(super) fn language<'a>(&self, texts: impl Iterator<Item = &'a str>) -> Option<Language> {
        let (mut words, mut english, mut french, mut other) = (0, 0, 0, 0);
        let mut sure = false;
        let letters = |text: &'a str| text.split(|c: char| !c.is_alphabetic());
        for word in texts.flat_map(letters).filter(|word| !word.is_empty()).take(ENOUGH) {
            words += 1;
            // No function word is longer; a hostile one need not be put in lower case.
            // A capital I is the English pronoun as often as an Italian article.
            let known = if word.len() > 16 || word == "I" {
                None
            } else {
                self.0.get(&word.to_lowercase())
            };
            let Some(known) = known else { continue };
            sure |= known.sure;
            match known.language {
                Some(Language::English) => english += 1,
                Some(Language::French) => french += 1,
                None => other += 1,
            }
        }
        let (language, most, least) = if french > english {
            (Language::French, french, english)
        } else {
            (Language::English, english, french)
        };
        let enough = most >= LEAST || (sure && least + other == 0);
        let clear = most > least && enough && most > other;
        (clear && most * THINNEST >= words).then_some(language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(text: &str) -> Option<Language> {
        FunctionWords::builtin().language(std::iter::once(text))
    }

    #[test]
    fn french_and_english_are_told_apart() {
        let french = "Le ministre a reçu l'ambassadeur du Bélarus à Hanoï pour des entretiens.";
        let english = "The minister received the ambassador of Belarus in Hanoi for talks.";
        assert_eq!(language(french), Some(Language::French));
        assert_eq!(language(english), Some(Language::English));
        assert_eq!(language(&format!("{english} {french} {french}")), Some(Language::French));
    }

    #[test]
    fn one_sure_word_tells_the_language_of_a_few_words() {
        assert_eq!(language("Talks with Minsk"), Some(Language::English));
        assert_eq!(language("I'll return"), Some(Language::English));
        assert_eq!(language("We'll meet 3/7/2017"), Some(Language::English));
        assert_eq!(language("Visite avec Minsk"), Some(Language::French));
        assert_eq!(language("Je pars 3/7/2017"), Some(Language::French));
        for text in ["Minsk in 2017", "Talks with der Minister", "avec the", "visita de Minsk"] {
            assert_eq!(language(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_neither_or_too_short_is_not_guessed() {
        for text in [
            "",
            "Minsk",
            "12 345 678",
            "Президент принял посла в Минске.",
            "Der Minister hat den Botschafter von Belarus in Minsk zu Gesprächen empfangen und die Lage erörtert.",
            "El ministro recibió al embajador de Bielorrusia en la capital para las conversaciones y los acuerdos del año.",
            "Il ministro ha ricevuto l'ambasciatore della Bielorussia per i colloqui che si sono tenuti nella capitale.",
        ] {
            assert_eq!(language(text), None, "{text}");
        }
    }
}
