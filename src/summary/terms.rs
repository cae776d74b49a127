//! A sentence as the weighing sees it: the words that tell its matter, as numbers.

use std::hash::BuildHasher;

use foldhash::quality::FixedState;
use serde::{Deserialize, Serialize};

use super::lexicon::Lexicon;
use crate::text::fold;

/// Between a number and what it measures stand no more words than this.
const FILLERS: usize = 3;

/// What the words of a sentence are worth, whatever the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Terms {
    /// The words that matter, each once, as hashes in order: two that fall on one number count as one word.
    pub(super) words: Vec<u32>,
    /// All its words.
    pub(super) count: usize,
    /// Turns of phrase that could stand anywhere.
    pub(super) formulas: usize,
    /// Whether its first word points back.
    pub(super) leans: bool,
    /// Whether a word says that something lies ahead of its text.
    pub(super) looks_ahead: bool,
    /// Whether a word is a number.
    pub(super) has_number: bool,
    /// Whether a number stands before what it measures or counts.
    pub(super) measures: bool,
    /// Whether it speaks of all countries that its text is about: "les trois pays".
    pub(super) speaks_of_all: bool,
    /// Whether a word names a deed of states.
    pub(super) has_deed: bool,
}

impl Terms {
    /// The terms of a text. The same text gives the same terms on every machine.
    pub(super) fn of(text: &str, lexicon: &Lexicon) -> Self {
        let hasher = FixedState::with_seed(0);
        let folded = fold(text);
        let mut terms = Self { formulas: lexicon.formulas_in(&folded), ..Self::default() };
        let mut before = "";
        let mut since_number = usize::MAX / 2;
        for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            terms.leans |= terms.count == 0 && lexicon.points_back(word);
            terms.count += 1;
            terms.speaks_of_all |= lexicon.is_all(before) && lexicon.is_party(word);
            terms.looks_ahead |= lexicon.looks_ahead(word) || before == "to" && word == "be";
            terms.has_number |= lexicon.is_number(word);
            if is_amount(word) || lexicon.is_number(word) {
                since_number = 0;
                terms.measures |= lexicon.is_measure(word) && word.len() > 4;
            } else {
                since_number += 1;
                terms.measures |= since_number <= FILLERS && lexicon.is_measure(word);
            }
            before = word;
            if !lexicon.is_stop(word) && !word.bytes().all(|byte| byte.is_ascii_digit()) {
                terms.has_deed |= lexicon.is_deed(word);
                let [a, b, c, d, ..] = hasher.hash_one(word).to_le_bytes();
                terms.words.push(u32::from_le_bytes([a, b, c, d]));
            }
        }
        terms.words.sort_unstable();
        terms.words.dedup();
        terms
    }
}

/// Whether a word is a number in digits, but for what is most often a year.
fn is_amount(word: &str) -> bool {
    let is_year = word.len() == 4 && (word.starts_with('1') || word.starts_with("20"));
    word.bytes().all(|byte| byte.is_ascii_digit()) && !is_year
}
