//! How far apart two dates are that may be no more precise than a month or a year.

use crate::model::PartialDate;

/// Days from the end of one period to the beginning of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    /// Negative where the second comes first, none where they overlap.
    pub(super) days: i64,
}

/// The gap between two dates.
pub(super) fn between(one: PartialDate, other: PartialDate) -> Gap {
    let ends = |date: PartialDate| (date.day_number(), date.last_day().day_number());
    let ((one_from, one_to), (other_from, other_to)) = (ends(one), ends(other));
    let days = if other_from > one_to {
        other_from - one_to
    } else if other_to < one_from {
        other_to - one_from
    } else {
        0
    };
    Gap { days }
}

/// Whether all of a date lies after a day.
pub(super) fn is_ahead(date: PartialDate, as_of: PartialDate) -> bool {
    date.first_day() > as_of.last_day()
}

/// Whether all of a date lies before a day.
pub(super) fn is_past(date: PartialDate, as_of: PartialDate) -> bool {
    date.last_day() < as_of.first_day()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gap(one: &str, other: &str) -> i64 {
        let date = |text: &str| text.parse().expect("a date");
        between(date(one), date(other)).days
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
