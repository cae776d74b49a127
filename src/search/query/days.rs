//! The values of `date:`, `since:`, `before:` and `after:`: days, months, years, ranges, and time that has gone by.

use super::ast::Days;
use super::operators::{self, Kind, Unit};
use crate::dates;
use crate::model::{PartialDate, Precision};
use crate::text::fold;

/// No value is longer, in bytes.
const LONGEST: usize = 80;

/// The days that a value means for an operator, and whether its ends stand the wrong way round; none where it is no date.
///
/// `since:` and the two ends of a range are included, `before:` and `after:` are not: before a month is before its first
/// day.
pub(super) fn read(kind: Kind, typed: &str, today: PartialDate) -> Option<(Days, bool)> {
    if typed.len() > LONGEST {
        return None;
    }
    // A phone makes "…" of dots.
    let typed = typed.replace('…', "..");
    let is_point = !typed.contains("..");
    let days = match kind {
        Kind::Since => Days { from: Some(one(&typed, today)?.first_day()), to: None },
        Kind::Before => {
            let end = dates::plus_days(one(&typed, today)?.first_day(), -1)?;
            Days { from: None, to: Some(end) }
        }
        Kind::After => {
            let start = dates::plus_days(one(&typed, today)?.last_day(), 1)?;
            Days { from: Some(start), to: None }
        }
        _ if is_point => match gone_by(&typed, today) {
            Some(start) => Days { from: Some(start), to: Some(today) },
            None => {
                let date = point(&typed, today)?;
                Days { from: Some(date.first_day()), to: Some(date.last_day()) }
            }
        },
        _ => return range(&typed, today),
    };
    Some((days, false))
}

/// `2025-01..2025-06`, either end of which may be missing, but not both.
fn range(typed: &str, today: PartialDate) -> Option<(Days, bool)> {
    let (start, end) = typed.split_once("..")?;
    let end = end.trim_start_matches('.');
    let side = |side: &str| match side.trim() {
        "" => Some(None),
        side => one(side, today).map(Some),
    };
    let (start, end) = (side(start)?, side(end)?);
    if start.is_none() && end.is_none() {
        return None;
    }
    let is_reversed = start.zip(end).is_some_and(|(a, b)| a.first_day() > b.last_day());
    let (start, end) = if is_reversed { (end, start) } else { (start, end) };
    let days = Days { from: start.map(PartialDate::first_day), to: end.map(PartialDate::last_day) };
    Some((days, is_reversed))
}

fn one(typed: &str, today: PartialDate) -> Option<PartialDate> {
    gone_by(typed, today).or_else(|| point(typed, today))
}

/// `30d`, `2 semaines`: the day that long before today.
fn gone_by(typed: &str, today: PartialDate) -> Option<PartialDate> {
    let typed = fold(typed.trim());
    let digits = typed.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = typed.split_at_checked(digits)?;
    let number: u16 = number.parse().ok()?;
    match operators::unit(unit.trim())? {
        Unit::Day => dates::plus_days(today, -i64::from(number)),
        Unit::Week => dates::plus_days(today, -7 * i64::from(number)),
        Unit::Month => months_before(today, number),
        Unit::Year => months_before(today, number.checked_mul(12)?),
    }
}

/// The same day so many months before; the last day of a month that is shorter.
fn months_before(today: PartialDate, months: u16) -> Option<PartialDate> {
    let number = u32::from(today.year()) * 12 + u32::from(today.month()?) - 1;
    let number = number.checked_sub(months.into())?;
    let (year, month) = (u16::try_from(number / 12).ok()?, u8::try_from(number % 12).ok()?);
    let month = PartialDate::month_of(year, month + 1)?;
    let day = PartialDate::day_of(month.year(), month.month()?, today.day()?);
    Some(day.unwrap_or_else(|| month.last_day()))
}

/// A date as people write it: `2025-05-12`, `12/05/2025`, `mai-2025`, `mai`, `lundi`, `hier`.
fn point(typed: &str, today: PartialDate) -> Option<PartialDate> {
    if let Some(date) = dates::parse(typed) {
        return Some(date);
    }
    let spaced = typed.replace(['-', '_'], " ");
    let spaced = spaced.trim();
    dates::parse(spaced).or_else(|| month(spaced, today)).or_else(|| relative(spaced, today))
}

/// A month without its year: the last one that has begun.
fn month(name: &str, today: PartialDate) -> Option<PartialDate> {
    let in_year = |year: u16| {
        let date = dates::parse(&format!("{name} {year}"))?;
        (date.precision() == Precision::Month && date.year() == year).then_some(date)
    };
    let date = in_year(today.year())?;
    if date.first_day() > today { in_year(today.year().checked_sub(1)?) } else { Some(date) }
}

/// What is counted from today: a weekday is the last one up to today.
fn relative(typed: &str, today: PartialDate) -> Option<PartialDate> {
    let found = dates::find(typed, Some(today)).into_iter().next()?;
    let is_all = found.range == (0..typed.len()) && found.end.is_none();
    is_all.then_some(found.value)
}
