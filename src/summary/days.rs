//! How far apart two dates are that may be no more precise than a month or a year.

use crate::model::{Moment, PartialDate};

/// Days from the end of one period to the beginning of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    /// Negative where the second comes first, none where they overlap.
    pub(super) days: i64,
}

/// The gap between two dates; none where a day lies outside the calendar.
pub(super) fn between(one: PartialDate, other: PartialDate) -> Option<Gap> {
    let (one_from, one_to) = (number(one.first_day())?, number(one.last_day())?);
    let (other_from, other_to) = (number(other.first_day())?, number(other.last_day())?);
    let days = if other_from > one_to {
        other_from - one_to
    } else if other_to < one_from {
        other_to - one_from
    } else {
        0
    };
    Some(Gap { days })
}

/// The day so many days before the first one that a date can mean; that first day where the calendar has no such day.
pub(super) fn before(date: PartialDate, days: i64) -> PartialDate {
    const DAYS_TO_EPOCH: i64 = 719_468;
    const MILLISECONDS_A_DAY: i64 = 86_400_000;
    let first = date.first_day();
    let day = number(first).and_then(|day| {
        Moment((day - DAYS_TO_EPOCH).saturating_sub(days).checked_mul(MILLISECONDS_A_DAY)?).day()
    });
    day.unwrap_or(first)
}

/// Whether all of a date lies after a day.
pub(super) fn is_ahead(date: PartialDate, as_of: PartialDate) -> bool {
    date.first_day() > as_of.last_day()
}

/// Whether all of a date lies before a day.
pub(super) fn is_past(date: PartialDate, as_of: PartialDate) -> bool {
    date.last_day() < as_of.first_day()
}

/// The number of a day, counted from the first of March of the year 0.
///
/// Civil date to days as in Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
fn number(date: PartialDate) -> Option<i64> {
    let (month, day) = (i64::from(date.month()?), i64::from(date.day()?));
    let year = i64::from(date.year()) - i64::from(month <= 2);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(year * 365 + year / 4 - year / 100 + year / 400 + day_of_year)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gap(one: &str, other: &str) -> i64 {
        let date = |text: &str| text.parse().expect("a date");
        between(date(one), date(other)).expect("a gap").days
    }

    #[test]
    fn days_are_counted_back() {
        let date = |text: &str| text.parse().expect("a date");
        assert_eq!(before(date("2024-03-01"), 1), date("2024-02-29"));
        assert_eq!(before(date("2025-01"), 7), date("2024-12-25"));
        assert_eq!(before(date("0001-01-01"), 1), date("0001-01-01"));
    }

    #[test]
    fn gaps_count_days_between_periods() {
        assert_eq!(gap("2024-02-28", "2024-03-01"), 2);
        assert_eq!(gap("2023-12-31", "2024-01-01"), 1);
        assert_eq!(gap("2024-03-01", "2024-02-28"), -2);
        assert_eq!(gap("2024-02", "2024-02-10"), 0);
        assert_eq!(gap("2023", "2024-01-31"), 31);
        assert_eq!(gap("2025-05-12", "2024"), -132);
    }
}
