//! The seam to the fuzzy-matcher package: scattered letters, scored and placed.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Points that [`Skim`] gives for one matched letter.
pub(super) const LETTER: i64 = 16;

/// Judges how well the letters of a word lie scattered in a name. Both are folded already.
pub(super) trait Matcher {
    /// Points, more for letters that stand together or begin words; none where one is missing.
    fn score(&self, name: &str, word: &str) -> Option<i64>;

    /// The places of the letters in their best arrangement, counted in characters of `name`.
    fn positions(&self, name: &str, word: &str) -> Option<Vec<usize>>;
}

/// Smith-Waterman with affine gaps, as the program skim ranks.
pub(super) struct Skim(SkimMatcherV2);

impl Skim {
    pub(super) fn new() -> Self {
        Self(SkimMatcherV2::default().respect_case())
    }
}

impl Matcher for Skim {
    fn score(&self, name: &str, word: &str) -> Option<i64> {
        self.0.fuzzy_match(name, word)
    }

    fn positions(&self, name: &str, word: &str) -> Option<Vec<usize>> {
        self.0.fuzzy_indices(name, word).map(|(_, positions)| positions)
    }
}
