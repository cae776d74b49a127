//! Outside text made harmless for a terminal: the one gate of promise 2.
//!
//! Only this module makes a [`Safe`]. It knows characters and clusters, and nothing of screens.

mod pieces;
#[cfg(test)]
mod tests;

use std::fmt;
use std::ops::Range;

use super::boundaries::floor;
use super::characters::{Kind, kind};
pub use pieces::{Piece, pieces};

/// Text that may be drawn: no control, bidi or invisible character is left in it, and no line feed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Safe(String);

impl Safe {
    /// Sanitises one line; each line break and tab becomes a single space.
    pub fn new(text: &str) -> Self {
        Self(pieces(text).map(|piece| piece.shown).collect())
    }

    /// The harmless text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Bytes of the harmless text.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is left to draw.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The part in `range`, which is cut down to the text and to whole characters.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Self {
        let start = floor(&self.0, range.start);
        let end = floor(&self.0, range.end);
        Self(self.0.get(start..end).unwrap_or_default().to_owned())
    }

    /// Adds `other` at the end.
    pub fn push(&mut self, other: &Self) {
        self.0.push_str(&other.0);
    }

    /// The text `times` times over, as rules and padding need it.
    #[must_use]
    pub fn repeat(&self, times: usize) -> Self {
        Self(self.0.repeat(times))
    }

    /// All `parts` in one, with `separator` between them.
    pub fn join<'a>(parts: impl IntoIterator<Item = &'a Self>, separator: &Self) -> Self {
        let mut joined = Self::default();
        for (at, part) in parts.into_iter().enumerate() {
            if at > 0 {
                joined.push(separator);
            }
            joined.push(part);
        }
        joined
    }
}

impl fmt::Display for Safe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl From<&str> for Safe {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

/// How many characters of `text` a reader would never see: what the notice "hidden characters" counts. The selectors and
/// joiners of emoji and of scripts that need them are not counted.
pub fn count_hidden(text: &str) -> u32 {
    let hidden =
        |c| matches!(kind(c), Kind::Control | Kind::Bidi | Kind::Formatting | Kind::Invisible);
    let count = if text.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n')) {
        0
    } else {
        text.chars().filter(|&c| hidden(c) || matches!(c, '\u{2028}' | '\u{2029}')).count()
    };
    u32::try_from(count).unwrap_or(u32::MAX)
}
