//! What a word shares with its inflections: the stems of the Snowball algorithms, folded.

use std::borrow::Cow;

use frostem::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;

use crate::model::Language;
use crate::text::fold;

/// Letters of a word that has inflections.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=40;

/// The marked stems of a word: `original` as it is written, `surface` folded; of all languages where `language` is `None`.
///
/// Whoever types no accents must still meet `négociée`, whose ending only an accent tells: there are two stems where the
/// word has accents, that of the folded word and that of the word as written.
pub(super) fn of(original: &str, surface: &str, language: Option<Language>) -> Vec<String> {
    let letters = surface.chars().count();
    if !LETTERS.contains(&letters) || !surface.chars().all(char::is_alphabetic) {
        return Vec::new();
    }
    let written = (!original.is_ascii()).then(|| written(original));
    let mut stems: Vec<String> = Vec::with_capacity(2);
    let languages = [Language::French, Language::English];
    for language in languages.into_iter().filter(|one| language.is_none_or(|only| only == *one)) {
        let (mark, stemmer) = algorithm(language);
        let folded =
            if language == Language::French { plain_ending(surface) } else { surface.into() };
        stems.push([mark, &stemmer.stem(&folded)].concat());
        let of_written = written.as_ref().map(|word| [mark, &fold(&stemmer.stem(word))].concat());
        stems.extend(of_written.filter(|stem| stems.last() != Some(stem)));
    }
    stems
}

/// A folded French word with an ending that the algorithm knows only by its accent as one that it knows without: `signees` as
/// `signe`, `douaniere` as `douanier`.
fn plain_ending(word: &str) -> Cow<'_, str> {
    let singular = word.strip_suffix('s').unwrap_or(word);
    if singular.ends_with("iere") {
        return singular.strip_suffix('e').unwrap_or(singular).into();
    }
    singular.strip_suffix("ee").map_or(word.into(), |stem| format!("{stem}e").into())
}

/// The mark of a language's stems, which no surface begins with and no slip of one letter makes, and what makes them.
fn algorithm(language: Language) -> (&'static str, Stemmer) {
    match language {
        Language::French => ("f''", Stemmer::new(Algorithm::French)),
        Language::English => ("e''", Stemmer::new(Algorithm::English)),
    }
}

/// A word in small letters with its accents, composed as the algorithms expect them.
fn written(original: &str) -> String {
    original.nfc().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}
