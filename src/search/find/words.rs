//! Plain words found in a text: what is typed without capitals or accents finds them too; a capital or an accent that
//! is typed must be there.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::MOST_CHARS;
use crate::text::{Folded, fold};

/// What is looked for, read once for many texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Needle {
    folded: String,
    letters: Vec<Letter>,
    case_matters: bool,
    accents_matter: bool,
}

/// A folded letter and the one it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Letter {
    folded: char,
    source: char,
}

impl Needle {
    /// Reads what was typed; none where that is only white space or nothing.
    pub(super) fn new(typed: &str) -> Option<Self> {
        let typed: String = typed.chars().take(MOST_CHARS).collect();
        let folded = fold(&typed);
        if folded.trim().is_empty() {
            return None;
        }
        let letters: Vec<Letter> = letters(&typed).collect();
        let case_matters = typed.chars().any(char::is_uppercase);
        let accents_matter = letters.iter().any(|letter| letter.is_accented());
        Some(Self { folded, letters, case_matters, accents_matter })
    }

    /// All places of `text` where it stands, in order and apart, as byte ranges on character boundaries. Linear in the
    /// length of `text`. At most `most` of them.
    pub(super) fn hits(&self, text: &str, most: usize) -> Vec<Range<usize>> {
        let folded = Folded::new(text);
        let mut hits: Vec<Range<usize>> = Vec::new();
        let mut from = 0;
        while hits.len() < most
            && let Some(at) = folded.as_str().get(from..).and_then(|rest| rest.find(&self.folded))
        {
            let start = from + at;
            let place = folded.original(start..start + self.folded.len());
            let apart = hits.last().is_none_or(|last| last.end <= place.start);
            if apart && text.get(place.clone()).is_some_and(|found| self.allows(found)) {
                hits.push(place);
                from = start + self.folded.len();
            } else {
                let first = folded.as_str().get(start..).and_then(|rest| rest.chars().next());
                from = start + first.map_or(1, char::len_utf8);
            }
        }
        hits
    }

    /// Whether capitals and accents are as they were typed.
    fn allows(&self, found: &str) -> bool {
        if !self.case_matters && !self.accents_matter {
            return true;
        }
        let found: Vec<Letter> = letters(found).collect();
        // A ligature at an end of the hit brings letters that were not typed.
        found.windows(self.letters.len()).any(|window| {
            window
                .iter()
                .zip(&self.letters)
                .all(|(found, typed)| self.allows_letter(*found, *typed))
        })
    }

    fn allows_letter(&self, found: Letter, typed: Letter) -> bool {
        let accent_fits =
            !typed.is_accented() || found.source.to_lowercase().eq(typed.source.to_lowercase());
        let case_fits =
            !self.case_matters || found.source.is_uppercase() == typed.source.is_uppercase();
        found.folded == typed.folded && accent_fits && case_fits
    }
}

impl Letter {
    /// Whether folding takes more from it than its case.
    fn is_accented(self) -> bool {
        self.source.is_alphabetic() && !self.source.to_lowercase().eq([self.folded])
    }
}

/// The folded letters of a text, each with the composed character it came from.
fn letters(text: &str) -> impl Iterator<Item = Letter> {
    text.nfc().flat_map(|source| {
        let folded: Vec<char> = fold(source.encode_utf8(&mut [0; 4])).chars().collect();
        folded.into_iter().map(move |folded| Letter { folded, source })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find<'a>(text: &'a str, typed: &str) -> Vec<&'a str> {
        let hits = Needle::new(typed).map(|needle| needle.hits(text, 99)).unwrap_or_default();
        hits.into_iter().map(|hit| &text[hit]).collect()
    }

    #[test]
    fn small_letters_find_all_cases_and_accents() {
        let text = "Négocier, NÉGOCIER, negocier, ne\u{301}gocier";
        assert_eq!(find(text, "negocier").len(), 4);
        assert_eq!(find("un cœur, un coeur", "coeur"), ["cœur", "coeur"]);
        assert_eq!(find("l’accord", "l'accord"), ["l’accord"]);
    }

    #[test]
    fn a_capital_makes_capitals_matter() {
        assert_eq!(find("Mali, malien, MALI", "Mali"), ["Mali"]);
        assert_eq!(find("États, états", "Etats"), ["États"]);
    }

    #[test]
    fn a_typed_accent_must_be_there() {
        assert_eq!(find("Côte, cote, côté", "côte"), ["Côte", "côté"]);
        assert_eq!(find("le marche du marché", "marché"), ["marché"]);
        assert_eq!(find("e\u{301}tat, etat", "état"), ["e\u{301}tat"]);
    }

    #[test]
    fn hits_stand_apart_and_half_a_ligature_is_found() {
        assert_eq!(find("aaaaa", "aa").len(), 2);
        assert_eq!(find("cœur", "co"), ["cœ"]);
        assert_eq!(find("cœur", "Co"), Vec::<&str>::new());
        assert_eq!(find("anything", "  "), Vec::<&str>::new());
    }

    proptest::proptest! {
        #[test]
        fn what_is_copied_from_a_text_is_found_in_it(text in "[a-zA-ZéÉœŒ '’-]{1,40}", from in 0_usize..40, length in 1_usize..9) {
            let copied: String = text.chars().skip(from).take(length).collect();
            if let Some(needle) = Needle::new(&copied) {
                let hits = needle.hits(&text, 99);
                proptest::prop_assert!(!hits.is_empty(), "{copied:?} in {text:?}");
                proptest::prop_assert!(hits.iter().all(|hit| text.get(hit.clone()).is_some()));
            }
        }
    }
}
