//! Dates as French and English newswire writes them.
//!
//! [`scan`] reads what an expression states: `tokens`, then the rule that `grammar` picks (`numeric`, `days`, `years`,
//! `periods`, `counted`); the words are data, in `words.toml`. [`find`] adds what the day of the article decides (`resolve`),
//! [`Order::within`] which order a text writes its numbers in (`usage`).
//! Knows nothing of briefs or headers.

mod calendar;
mod counted;
mod cursor;
mod days;
mod grammar;
mod numeric;
mod order;
mod parts;
mod periods;
mod resolve;
mod since;
#[cfg(test)]
mod tests;
mod tokens;
mod usage;
mod values;
mod words;
mod years;

use std::ops::Range;

use crate::model::{DateBasis, PartialDate};

pub use grammar::scan;
pub use order::Order;
pub use parts::{Expression, Parts, Relation};
pub use since::period;
pub use values::{in_path, parse};

/// A date expression found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its bytes in the text that was searched.
    pub range: Range<usize>,
    /// The date, or the first one of a range.
    pub value: PartialDate,
    /// The last date of a range.
    pub end: Option<PartialDate>,
    /// Stated where the expression or its entry gives the year, inferred where `anchor` does.
    pub basis: DateBasis,
}

/// Finds the dates that `text` names, in order. What is relative ("mardi", "last June", a day
/// without a year) is resolved against `anchor`, the stated date of the article, and left out without one.
/// Numbers alone are read day first; see [`find_in`] and [`Order::within`].
pub fn find(text: &str, anchor: Option<PartialDate>) -> Vec<Found> {
    find_in(text, anchor, Order::DayFirst)
}

/// [`find`], with the order of day and month in dates of numbers alone.
pub fn find_in(text: &str, anchor: Option<PartialDate>, order: Order) -> Vec<Found> {
    let found = years::of_entry(text, scan(text, order));
    found.iter().filter_map(|found| resolve::resolve(found, anchor)).collect()
}

/// The weekday of a full date, 1 for Monday to 7 for Sunday.
pub fn weekday(date: PartialDate) -> Option<u8> {
    calendar::weekday(date)
}

/// The full date that many days after a full date, or before it; none beyond the years 1 to 9999.
pub fn plus_days(date: PartialDate, days: i64) -> Option<PartialDate> {
    calendar::plus_days(date, days)
}
