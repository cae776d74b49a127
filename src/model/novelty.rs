//! From when on what a page tells is news, and how a brief is.

use serde::{Deserialize, Serialize};

use super::{Moment, PartialDate, Visit};

/// From when on a reader wants to know what is new.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Period {
    /// Since the page was last said to be seen.
    #[default]
    Visit,
    /// The last days, today among them.
    Days(u16),
    /// Since a day.
    Since(PartialDate),
    /// No matter when.
    All,
}

/// What begins a period, once it is known when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Since {
    /// What was received after a visit.
    Visit {
        /// When the newest brief came that was seen.
        until: Moment,
        /// The day of the visit.
        on: PartialDate,
    },
    /// What is dated, or else was received, on a day or after it.
    Day(PartialDate),
}

/// How a brief is to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Novelty {
    /// It came in the period.
    New,
    /// It was there; its text changed in the period.
    Changed,
    /// It came or changed in the period, and does not stand.
    Withdrawn,
}

impl Period {
    /// When it begins, on a day, for a page that was last seen at a visit; nothing where it has no beginning.
    pub fn since(self, today: PartialDate, visit: Option<Visit>) -> Option<Since> {
        match self {
            Self::Visit => visit.map(|Visit { until, on }| Since::Visit { until, on }),
            Self::Days(days) => {
                Some(Since::Day(today.days_before(u32::from(days.saturating_sub(1)))?))
            }
            Self::Since(day) => Some(Since::Day(day)),
            Self::All => None,
        }
    }

    /// The day that it begins on, where it begins on one: over all countries, since visits are of one.
    pub fn first_day(self, today: PartialDate) -> Option<PartialDate> {
        match self.since(today, None)? {
            Since::Day(day) => Some(day),
            Since::Visit { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> PartialDate {
        text.parse().expect("a day")
    }

    #[test]
    fn seven_days_are_today_and_six_before() {
        let since = |period: Period| period.since(day("2025-03-02"), None);
        assert_eq!(since(Period::Days(1)), Some(Since::Day(day("2025-03-02"))));
        assert_eq!(since(Period::Days(7)), Some(Since::Day(day("2025-02-24"))));
        assert_eq!((since(Period::All), since(Period::Visit)), (None, None));
    }
}
