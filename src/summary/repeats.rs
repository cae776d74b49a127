//! Sentences that say again what a chosen one says, told by the pairs of words they share.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher;

use foldhash::quality::FixedState;

use crate::text::fold;

/// Shorter words tie a sentence together and tell nothing of its matter.
const LEAST_LETTERS: usize = 4;

/// Sentences chosen so far, as their pairs of words.
#[derive(Default)]
pub(super) struct Chosen {
    /// How many pairs each has.
    lengths: Vec<usize>,
    /// In which of them each pair stands: a sentence is compared with those alone that share something with it.
    holding: HashMap<u64, Vec<usize>, FixedState>,
}

impl Chosen {
    /// Takes a sentence in, unless it shares half of its pairs of words or more with one taken before (Jaccard
    /// similarity of bigrams, 0.5), or the shorter of the two stands in the longer but for a few words (containment, 0.7).
    pub(super) fn admit(&mut self, text: &str) -> bool {
        let pairs = pairs(text);
        let mut shared: HashMap<usize, usize, FixedState> = HashMap::default();
        for place in pairs.iter().filter_map(|pair| self.holding.get(pair)).flatten() {
            *shared.entry(*place).or_default() += 1;
        }
        let is_near = |(place, shared): (&usize, &usize)| {
            self.lengths.get(*place).is_some_and(|length| share(*shared, *length, pairs.len()))
        };
        if shared.iter().any(is_near) {
            return false;
        }
        for pair in &pairs {
            self.holding.entry(*pair).or_default().push(self.lengths.len());
        }
        self.lengths.push(pairs.len());
        true
    }
}

/// Whether two texts say the same in nearly the same words, as [`Chosen::admit`] has it.
pub(super) fn are_near(one: &str, other: &str) -> bool {
    is_near(&pairs(one), &pairs(other))
}

/// Whether a text has all numbers of another, as runs of digits.
pub(super) fn holds_numbers(text: &str, other: &str) -> bool {
    let held: HashSet<&str> = numbers(text).collect();
    numbers(other).all(|number| held.contains(number))
}

fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty())
}

fn is_near(a: &[u64], b: &[u64]) -> bool {
    share(shared(a, b), a.len(), b.len())
}

/// Whether two texts of so many pairs share enough of them.
fn share(shared: usize, one: usize, other: usize) -> bool {
    2 * shared >= one + other - shared || 10 * shared >= 7 * one.min(other)
}

/// How many numbers two sorted lists have in common.
pub(super) fn shared(a: &[u64], b: &[u64]) -> usize {
    let (fewer, more) = if a.len() < b.len() { (a, b) } else { (b, a) };
    fewer.iter().filter(|number| more.binary_search(number).is_ok()).count()
}

/// The pairs of neighbouring words as numbers, sorted, each once; a text of one word pairs it with nothing.
fn pairs(text: &str) -> Vec<u64> {
    let hasher = FixedState::with_seed(0);
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let neighbours = words.iter().zip(words.iter().skip(1));
    let mut pairs: Vec<u64> = neighbours.map(|pair| hasher.hash_one(pair)).collect();
    pairs.sort_unstable();
    pairs.dedup();
    if pairs.is_empty() {
        pairs.push(hasher.hash_one(folded));
    }
    pairs
}

/// The words that tell of a text's matter, as numbers, sorted, each once.
pub(super) fn matter_words(text: &str) -> Vec<u64> {
    let hasher = FixedState::with_seed(0);
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| word.chars().count() >= LEAST_LETTERS);
    let mut matter: Vec<u64> = words.map(|word| hasher.hash_one(word)).collect();
    matter.sort_unstable();
    matter.dedup();
    matter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_news_in_nearly_the_same_words_is_a_repeat() {
        let mut chosen = Chosen::default();
        assert!(chosen.admit("Le Kazakhstan a aboli la peine de mort en 2021."));
        assert!(!chosen.admit("le Kazakhstan a aboli la peine de mort en décembre 2021"));
        assert!(chosen.admit("Le Kazakhstan a changé le nom de sa capitale en 2022."));
        assert!(!chosen.admit(
            "Après des années de débats au parlement et dans la presse, le Kazakhstan a aboli la peine de mort, \
             rejoignant ainsi la plupart des États du continent."
        ));
        assert!(chosen.admit("…"));
        assert!(!chosen.admit("…"));
    }
}
