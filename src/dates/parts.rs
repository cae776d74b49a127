//! What a date expression states: parts of a date, and how they relate to the day of the article.

use std::ops::Range;

use super::cursor::Cursor;
use crate::model::PartialDate;

/// What an expression says of one date. A day never stands without its month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The year, 1000 to 2199.
    pub year: Option<u16>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, 1 to 31; it may not exist in that month.
    pub day: Option<u8>,
    /// The weekday, 1 for Monday to 7 for Sunday.
    pub weekday: Option<u8>,
}

/// How an incomplete expression relates to the day of the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Relation {
    /// It does not say.
    #[default]
    Plain,
    /// "dernier", "last": before it.
    Last,
    /// "prochain", "next", or a verb in the future: after it.
    Next,
    /// A month behind "fin", "in": the one closest to it.
    Near,
    /// That many days from it.
    Days(i8),
    /// The week that many weeks from its own.
    Weeks(i8),
    /// The month that many months from its own.
    Months(i8),
    /// In the year that many years from its own.
    Years(i8),
}

/// A date expression as the text has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The date, or the first one of a range.
    pub first: Parts,
    /// The last one of a range.
    pub last: Option<Parts>,
    /// How it relates to the day of the article.
    pub relation: Relation,
}

impl Parts {
    /// The parts of a date.
    pub(super) fn of(date: PartialDate) -> Self {
        Self { year: Some(date.year()), month: date.month(), day: date.day(), weekday: None }
    }

    /// The date, where the year is stated and the day exists.
    pub fn date(self) -> Option<PartialDate> {
        self.in_year(self.year?)
    }

    /// The date in a year, where the day exists.
    pub(super) fn in_year(self, year: u16) -> Option<PartialDate> {
        match (self.month, self.day) {
            (Some(month), Some(day)) => PartialDate::day_of(year, month, day),
            (Some(month), None) => PartialDate::month_of(year, month),
            (None, _) => PartialDate::year_only(year),
        }
    }
}

/// One date or a range, and the place behind it.
pub(super) type Match<'t> = (Parts, Option<Parts>, Cursor<'t>);

/// An expression and the place behind it.
pub(super) type Matched<'t> = (Expression, Cursor<'t>);

/// A match as an expression that begins at `from`.
pub(super) fn expression<'t>(
    from: Cursor<'t>,
    (first, last, end): Match<'t>,
    relation: Relation,
) -> Option<Matched<'t>> {
    let range = from.token()?.start..end.passed(1)?.end;
    Some((Expression { range, first, last, relation }, end))
}
