//! Arithmetic on days, and the feasts of a year. Knows no text.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::words::FeastRule;
use crate::model::PartialDate;

/// The weekday of a full date, 1 for Monday to 7 for Sunday.
pub(super) fn weekday(date: PartialDate) -> Option<u8> {
    let weekday = to_civil(date)?.weekday().to_monday_one_offset();
    u8::try_from(weekday).ok()
}

/// The full date that many days after `date`.
pub(super) fn plus_days(date: PartialDate, days: i64) -> Option<PartialDate> {
    let span = Span::new().try_days(days).ok()?;
    from_civil(to_civil(date)?.checked_add(span).ok()?)
}

/// Days from `earlier` to `later`, negative where they are the other way round.
pub(super) fn days_between(earlier: PartialDate, later: PartialDate) -> Option<i32> {
    let span = to_civil(earlier)?.until(to_civil(later)?).ok()?;
    Some(span.get_days())
}

/// The day of a feast in a year.
pub(super) fn feast(rule: FeastRule, year: u16) -> Option<PartialDate> {
    match rule {
        FeastRule::Day(month, day) => PartialDate::day_of(year, month, day),
        FeastRule::Easter(offset) => plus_days(easter(year)?, offset.into()),
        FeastRule::Weekday(month, weekday, nth, offset) => {
            let first = to_civil(PartialDate::day_of(year, month, 1)?)?;
            let weekday = Weekday::from_monday_one_offset(i8::try_from(weekday).ok()?).ok()?;
            let nth = if nth == 0 { -1 } else { i8::try_from(nth).ok()? };
            let day = first.nth_weekday_of_month(nth, weekday).ok()?;
            from_civil(day.checked_add(i64::from(offset).days()).ok()?)
        }
    }
}

/// Easter Sunday in the Gregorian calendar: the anonymous algorithm (Meeus, Jones, Butcher), as
/// printed in J. Meeus, "Astronomical Algorithms", chapter 8.
#[expect(clippy::many_single_char_names, reason = "the letters of the source")]
fn easter(year: u16) -> Option<PartialDate> {
    let y = u32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l + 114 - 7 * m;
    PartialDate::day_of(year, u8::try_from(n / 31).ok()?, u8::try_from(n % 31 + 1).ok()?)
}

fn to_civil(date: PartialDate) -> Option<Date> {
    let year = i16::try_from(date.year()).ok()?;
    let (month, day) = (i8::try_from(date.month()?).ok()?, i8::try_from(date.day()?).ok()?);
    Date::new(year, month, day).ok()
}

fn from_civil(date: Date) -> Option<PartialDate> {
    let year = u16::try_from(date.year()).ok()?;
    PartialDate::day_of(year, date.month().unsigned_abs(), date.day().unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> PartialDate {
        text.parse().expect("a date")
    }

    #[test]
    fn weekdays_and_spans() {
        assert_eq!(weekday(day("2025-05-12")), Some(1));
        assert_eq!(weekday(day("2025-05")), None);
        assert_eq!(plus_days(day("2024-02-28"), 2), Some(day("2024-03-01")));
        assert_eq!(days_between(day("2024-12-30"), day("2025-01-02")), Some(3));
        assert_eq!(plus_days(day("9999-12-31"), 1), None);
    }

    #[test]
    fn feasts_move() {
        for (year, sunday) in [(1961, "1961-04-02"), (2018, "2018-04-01"), (2024, "2024-03-31")] {
            assert_eq!(feast(FeastRule::Easter(0), year), Some(day(sunday)));
        }
        assert_eq!(feast(FeastRule::Weekday(11, 4, 4, 1), 2010), Some(day("2010-11-26")));
        assert_eq!(feast(FeastRule::Weekday(5, 1, 0, 0), 2025), Some(day("2025-05-26")));
    }
}
