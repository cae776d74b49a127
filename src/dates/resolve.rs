//! From what an expression states to a date, with the day of the article where the text leaves something open.

use super::Found;
use super::calendar::{days_between, plus_days, weekday};
use super::parts::{Expression, Parts, Relation};
use crate::model::{DateBasis, PartialDate, Precision};

/// The date that an expression names, if it exists and, where the year is open, `anchor` decides it.
pub(super) fn resolve(expression: &Expression, anchor: Option<PartialDate>) -> Option<Found> {
    let Expression { range, first, last, relation } = expression;
    if first.year.is_some() {
        let end = last.map(|last| Parts { year: last.year.or(first.year), ..last });
        let (value, end) = (first.date()?, end.and_then(Parts::date));
        return Some(Found { range: range.clone(), value, end, basis: DateBasis::Stated });
    }
    let value = against(*first, *relation, anchor?)?;
    let end = last.and_then(|last| {
        let crosses_new_year = last.month < first.month;
        last.in_year(value.year() + u16::from(crosses_new_year))
    });
    Some(Found { range: range.clone(), value, end, basis: DateBasis::Inferred })
}

fn against(parts: Parts, relation: Relation, anchor: PartialDate) -> Option<PartialDate> {
    match (parts.month, parts.day, relation) {
        (None, None, Relation::Days(days)) => plus_days(full(anchor)?, days.into()),
        (None, None, relation) => nearest_weekday(parts.weekday?, relation, full(anchor)?),
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
        Relation::Days(_) => return None,
    };
    plus_days(anchor, days)
}

/// "juin dernier" is the last June before the month of the article, "juin prochain" the next one behind it.
fn nearest_month(month: u8, relation: Relation, anchor: PartialDate) -> Option<PartialDate> {
    let current = anchor.month()?;
    let year = match relation {
        Relation::Last => anchor.year() - u16::from(month >= current),
        Relation::Next => anchor.year() + u16::from(month <= current),
        Relation::Plain | Relation::Days(_) => return None,
    };
    PartialDate::month_of(year, month)
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
