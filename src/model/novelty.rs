//! From when on what a page tells is news, and how a brief is.

use std::str::FromStr;

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

/// Text that is no period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a period: write a day (2025-05-12), 7d, 30d, visit or all")]
pub struct PeriodError(pub String);

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

impl FromStr for Period {
    type Err = PeriodError;

    /// A date, or a word as the command line has them, in either language.
    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let typed = text.trim().to_lowercase();
        let days = || typed.strip_suffix(['d', 'j'])?.trim_end().parse().ok().filter(|&n| n > 0);
        match typed.as_str() {
            "visit" | "visite" => Ok(Self::Visit),
            "all" | "tout" => Ok(Self::All),
            _ => match days() {
                Some(days) => Ok(Self::Days(days)),
                None => typed.parse().map(Self::Since).map_err(|_| PeriodError(text.to_owned())),
            },
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
    fn periods_are_read_in_both_languages() {
        let read = |text: &str| text.parse::<Period>().ok();
        assert_eq!(read(" Visite "), Some(Period::Visit));
        assert_eq!(read("tout"), Some(Period::All));
        assert_eq!((read("7d"), read("30 j")), (Some(Period::Days(7)), Some(Period::Days(30))));
        assert_eq!(read("2025-05"), Some(Period::Since(day("2025-05"))));
        for none in ["", "0d", "-3d", "99999d", "soon", "2025-13"] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn seven_days_are_today_and_six_before() {
        let since = |period: Period| period.since(day("2025-03-02"), None);
        assert_eq!(since(Period::Days(1)), Some(Since::Day(day("2025-03-02"))));
        assert_eq!(since(Period::Days(7)), Some(Since::Day(day("2025-02-24"))));
        assert_eq!((since(Period::All), since(Period::Visit)), (None, None));
    }
}
