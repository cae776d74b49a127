//! From what an expression states to a date, with the day of the article where the text leaves something open.

use super::Found;
use super::calendar::{days_between, plus_days, weekday};
use super::parts::{Expression, Parts, Relation};
use crate::model::{DateBasis, PartialDate, Precision};

/// The date that an expression names, if it exists and, where the year is open, `anchor` decides it.
pub(super) fn resolve(expression: &Expression, anchor: Option<PartialDate>) -> Option<Found> {
    let found = as_written(expression, anchor)?;
    // "du 24 au 16 septembre" is a slip: which day was the last is not known.
    let end = found.end.filter(|end| end.last_day() >= found.value.first_day());
    Some(Found { end, ..found })
}

fn as_written(expression: &Expression, anchor: Option<PartialDate>) -> Option<Found> {
    let Expression { range, first, last, relation } = expression;
    if first.year.is_some() {
        let end = last.map(|last| Parts { year: last.year.or(first.year), ..last });
        let (value, end) = (first.date()?, end.and_then(Parts::date));
        return Some(Found { range: range.clone(), value, end, basis: DateBasis::Stated });
    }
    let value = against(*first, *relation, anchor?)?;
    let end = match (relation, last) {
        (Relation::Weeks(_), _) => plus_days(value, 6),
        (_, Some(last)) => {
            let crosses_new_year = last.month < first.month;
            last.in_year(value.year() + u16::from(crosses_new_year))
        }
        _ => None,
    };
    Some(Found { range: range.clone(), value, end, basis: DateBasis::Inferred })
}

fn against(parts: Parts, relation: Relation, anchor: PartialDate) -> Option<PartialDate> {
    match (parts.month, parts.day, relation) {
        (None, None, Relation::Days(days)) => plus_days(full(anchor)?, days.into()),
        (None, None, Relation::Weeks(weeks)) => monday(full(anchor)?, weeks),
        (None, None, Relation::Months(months)) => month_from(anchor, months.into()),
        (_, _, Relation::Years(years)) => {
            parts.in_year(anchor.year().checked_add_signed(years.into())?)
        }
        (None, None, relation) => nearest_weekday(parts.weekday?, relation, full(anchor)?),
        (Some(month), None, Relation::Near) => closest_month(month, anchor),
        (Some(month), None, relation) => nearest_month(month, relation, anchor),
        _ => nearest_day(parts, anchor),
    }
}

fn full(date: PartialDate) -> Option<PartialDate> {
    (date.precision() == Precision::Day).then_some(date)
}

/// A weekday alone is the last one up to the day of the article, unless the text looks ahead.
fn nearest_weekday(wanted: u8, relation: Relation, anchor: PartialDate) -> Option<PartialDate> {
    let back = (i64::from(weekday(anchor)?) - i64::from(wanted)).rem_euclid(7);
    let days = match relation {
        Relation::Last if back == 0 => -7,
        Relation::Plain | Relation::Last => -back,
        Relation::Next => 7 - back,
        _ => return None,
    };
    plus_days(anchor, days)
}

/// "juin dernier" is the last June before the month of the article, "juin prochain" the next one behind it.
fn nearest_month(month: u8, relation: Relation, anchor: PartialDate) -> Option<PartialDate> {
    let current = anchor.month()?;
    let year = match relation {
        Relation::Last => anchor.year() - u16::from(month >= current),
        Relation::Next => anchor.year() + u16::from(month <= current),
        _ => return None,
    };
    PartialDate::month_of(year, month)
}

/// The Monday of the week that many weeks from the article's.
fn monday(anchor: PartialDate, weeks: i8) -> Option<PartialDate> {
    plus_days(anchor, i64::from(weeks) * 7 + 1 - i64::from(weekday(anchor)?))
}

/// The month that many months from the article's.
fn month_from(anchor: PartialDate, months: i32) -> Option<PartialDate> {
    let months = i32::from(anchor.year()) * 12 + i32::from(anchor.month()?) - 1 + months;
    let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
    PartialDate::month_of(u16::try_from(months.div_euclid(12)).ok()?, month)
}

/// A month without a year, at most four months before or behind the article: farther away, "en mai" may be either.
fn closest_month(month: u8, anchor: PartialDate) -> Option<PartialDate> {
    const REACH: i32 = 4;
    let ahead = (i32::from(month) - i32::from(anchor.month()?)).rem_euclid(12);
    let steps = if ahead > 6 { ahead - 12 } else { ahead };
    (steps.abs() <= REACH).then(|| month_from(anchor, steps)).flatten()
}

/// A day without a year lies within half a year of the article; its weekday, where given, must agree.
fn nearest_day(parts: Parts, anchor: PartialDate) -> Option<PartialDate> {
    anchor.month()?;
    let middle = if anchor.day().is_some() { anchor } else { plus_days(anchor.first_day(), 14)? };
    let year = anchor.year();
    let candidates = [year.checked_sub(1)?, year, year + 1].into_iter().filter_map(|year| {
        let date = parts.in_year(year)?;
        let agrees = parts.weekday.is_none_or(|wanted| weekday(date) == Some(wanted));
        agrees.then_some((days_between(middle, date)?.unsigned_abs(), date))
    });
    let most = if parts.weekday.is_some() { 366 } else { 190 };
    candidates.filter(|&(distance, _)| distance <= most).min().map(|(_, date)| date)
}
