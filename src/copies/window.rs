//! How far apart in time texts may be. Knows nothing of texts.

use crate::model::PartialDate;

/// The days between the first and the last of some dates, each as precise as it is known. What has
/// no date may be of any day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Window {
    /// The latest of the first days that the dates can mean.
    latest: i32,
    /// The earliest of the last days.
    earliest: i32,
}

impl Window {
    /// The window of one date.
    pub(super) fn of(date: Option<PartialDate>) -> Self {
        match date {
            Some(date) => {
                Self { latest: number(date.first_day()), earliest: number(date.last_day()) }
            }
            None => Self { latest: i32::MIN, earliest: i32::MAX },
        }
    }

    /// Both windows in one.
    pub(super) fn and(self, other: Self) -> Self {
        Self { latest: self.latest.max(other.latest), earliest: self.earliest.min(other.earliest) }
    }

    /// Whether all dates can lie within so many days.
    pub(super) fn spans_at_most(self, days: i32) -> bool {
        self.latest.saturating_sub(self.earliest) <= days
    }

    /// The first day that the date can mean, where there is one.
    pub(super) fn first_day(self) -> Option<i32> {
        (self.latest != i32::MIN).then_some(self.latest)
    }
}

/// The number of a day, counted from 0000-03-01 by the Gregorian calendar, as in Howard Hinnant,
/// "chrono-Compatible Low-Level Date Algorithms".
fn number(date: PartialDate) -> i32 {
    let month = i32::from(date.month().unwrap_or(1));
    let day = i32::from(date.day().unwrap_or(1));
    let year = i32::from(date.year()) - i32::from(month <= 2);
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(dates: &[&str]) -> Window {
        let windows = dates.iter().map(|date| Window::of(date.parse().ok()));
        windows.reduce(Window::and).expect("a date")
    }

    #[test]
    fn days_are_counted_over_the_ends_of_months_and_years() {
        for (dates, days) in [
            (["2024-02-28", "2024-03-01"], 2),
            (["2025-02-28", "2025-03-01"], 1),
            (["2024-12-31", "2025-01-01"], 1),
            (["2025-05-12", "2025-05-12"], 0),
            (["1996-01-01", "2000-01-01"], 1461),
        ] {
            assert!(window(&dates).spans_at_most(days), "{dates:?}");
            assert!(!window(&dates).spans_at_most(days - 1), "{dates:?}");
        }
    }

    #[test]
    fn a_vague_date_may_be_any_of_its_days() {
        assert!(window(&["2025-05", "2025-05-12"]).spans_at_most(0));
        assert!(window(&["2025-05", "2025-06-02"]).spans_at_most(2));
        assert!(!window(&["2025-05", "2025-06-02", "2025-05-12"]).spans_at_most(20));
        assert!(window(&["none", "2025-06-02"]).spans_at_most(0));
        assert!(!window(&["none", "2025-06-02", "1999"]).spans_at_most(1_000));
    }
}
