//! Dates as precise as they are known, and how they came to be known.

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A year, a month or a day of the Gregorian calendar. Missing parts sort first within their year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: u16,
    month: u8,
    day: u8,
}

/// How precise a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// Only the year is known.
    Year,
    /// Year and month are known.
    Month,
    /// The day is known.
    Day,
}

/// How a brief's date came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateBasis {
    /// The text says so: a header, a dateline or a byline.
    Stated,
    /// The file says so: its front matter, its name or its folder.
    File,
    /// Worked out, as a year from a weekday: shown with a `~`.
    Inferred,
}

/// A brief's date with its basis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DateStamp {
    /// The date itself.
    pub value: PartialDate,
    /// How it came to be known.
    pub basis: DateBasis,
}

/// A moment of the machine's clock: milliseconds since 1970-01-01T00:00Z.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// The day it lies in, by UTC; none before the year 1 or after 9999.
    ///
    /// Days to civil date as in Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    pub fn day(self) -> Option<PartialDate> {
        let days = self.0.div_euclid(86_400_000).checked_add(719_468)?;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let (year, month, day) =
            (u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        PartialDate::day_of(year, month, day)
    }
}

/// Text that is not a date of the form `2025`, `2025-05` or `2025-05-12`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a date: write 2025, 2025-05 or 2025-05-12")]
pub struct DateError(pub String);

impl PartialDate {
    /// The first day of a clock that was never set.
    pub const EPOCH: Self = Self { year: 1970, month: 1, day: 1 };

    /// A whole year, 1 to 9999.
    pub fn year_only(year: u16) -> Option<Self> {
        (1..=9999).contains(&year).then_some(Self { year, month: 0, day: 0 })
    }

    /// A month, 1 to 12, of a year.
    pub fn month_of(year: u16, month: u8) -> Option<Self> {
        let whole = Self::year_only(year)?;
        (1..=12).contains(&month).then_some(Self { month, ..whole })
    }

    /// A day that exists in the calendar.
    pub fn day_of(year: u16, month: u8, day: u8) -> Option<Self> {
        let whole = Self::month_of(year, month)?;
        (1..=days_in(year, month)).contains(&day).then_some(Self { day, ..whole })
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, where known.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, where known.
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// How precise it is.
    pub fn precision(self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// The first day it can mean.
    #[must_use]
    pub fn first_day(self) -> Self {
        Self { month: self.month.max(1), day: self.day.max(1), ..self }
    }

    /// The day after the last one it can mean; none after the year 9999.
    #[must_use]
    pub fn day_after(self) -> Option<Self> {
        let Self { year, month, day } = self.last_day();
        let next_month = || Self::day_of(year, month.checked_add(1)?, 1);
        let next_year = || Self::day_of(year.checked_add(1)?, 1, 1);
        Self::day_of(year, month, day.checked_add(1)?).or_else(next_month).or_else(next_year)
    }

    /// The last day it can mean.
    #[must_use]
    pub fn last_day(self) -> Self {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { days_in(self.year, month) } else { self.day };
        Self { month, day, ..self }
    }

    /// The days from the first of January 1970 to the first day it can mean; negative before.
    ///
    /// Civil date to days as in Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    pub fn day_number(self) -> i64 {
        let (month, day) = (i64::from(self.month.max(1)), i64::from(self.day.max(1)));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        year * 365 + year / 4 - year / 100 + year / 400 + day_of_year - 719_468
    }

    /// The day so many days before the first one it can mean; none before the year 1.
    pub fn days_before(self, days: u32) -> Option<Self> {
        Moment((self.day_number() - i64::from(days)) * 86_400_000).day()
    }
}

/// Days in a month of the Gregorian calendar.
fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for PartialDate {
    /// ISO 8601, as long as it is precise: `2025`, `2025-05`, `2025-05-12`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    /// Takes what [`PartialDate`] prints and nothing else.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let number = |part: &str, digits: usize| {
            let plain = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| part.parse::<u16>().ok()).flatten()
        };
        let small = |part: &str| number(part, 2).and_then(|n| u8::try_from(n).ok());
        let mut parts = text.split('-');
        let date = match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(y), None, None, None) => number(y, 4).and_then(Self::year_only),
            (Some(y), Some(m), None, None) => {
                number(y, 4).zip(small(m)).and_then(|(y, m)| Self::month_of(y, m))
            }
            (Some(y), Some(m), Some(d), None) => number(y, 4)
                .zip(small(m))
                .zip(small(d))
                .and_then(|((y, m), d)| Self::day_of(y, m, d)),
            _ => None,
        };
        date.ok_or_else(|| DateError(text.to_owned()))
    }
}

impl Serialize for PartialDate {
    /// As it prints; three numbers where no person reads it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            (self.year, self.month, self.day).serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return super::parsed::parsed(deserializer, "a date", |text| text.parse().ok());
        }
        let numbers = <(u16, u8, u8)>::deserialize(deserializer)?;
        let date = match numbers {
            (year, 0, 0) => Self::year_only(year),
            (year, month, 0) => Self::month_of(year, month),
            (year, month, day) => Self::day_of(year, month, day),
        };
        date.ok_or_else(|| D::Error::custom(format_args!("{numbers:?} is not a date")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_it_reads() {
        for text in ["2025", "2025-05", "2024-02-29"] {
            assert_eq!(text.parse::<PartialDate>().map(|d| d.to_string()), Ok(text.into()));
        }
    }

    #[test]
    fn reads_from_bytes_what_it_wrote_and_no_impossible_day() {
        for text in ["2025", "2025-05", "2024-02-29"] {
            let date: PartialDate = text.parse().expect("a date");
            let bytes = postcard::to_stdvec(&date).expect("bytes");
            assert_eq!(postcard::from_bytes(&bytes), Ok(date));
        }
        let impossible = postcard::to_stdvec(&(2023_u16, 2_u8, 29_u8)).expect("bytes");
        assert!(postcard::from_bytes::<PartialDate>(&impossible).is_err());
    }

    #[test]
    fn refuses_days_that_do_not_exist() {
        for text in ["0000-99-99", "99999", "2025-13", "2023-02-29", "2025-5-1", "+025", "", "-"] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn moments_fall_on_days() {
        let day = |ms| Moment(ms).day().map(|d| d.to_string());
        assert_eq!(day(0), Some("1970-01-01".into()));
        assert_eq!(day(-1), Some("1969-12-31".into()));
        assert_eq!(day(951_782_400_000), Some("2000-02-29".into()));
        assert_eq!(day(i64::MAX), None);
        assert_eq!(day(i64::MIN), None);
    }

    #[test]
    fn the_day_after_is_in_the_calendar() {
        let after = |text: &str| {
            let date: PartialDate = text.parse().expect("a date");
            date.day_after().map(|day| day.to_string())
        };
        assert_eq!(after("2024-02-28"), Some("2024-02-29".into()));
        assert_eq!(after("2024-02"), Some("2024-03-01".into()));
        assert_eq!(after("2024"), Some("2025-01-01".into()));
        assert_eq!(after("9999"), None);
    }

    #[test]
    fn days_are_counted_from_1970_and_back() {
        for (day, number) in [("1970-01-01", 0), ("2000-03-01", 11_017), ("1969-12-31", -1)] {
            let day: PartialDate = day.parse().expect("a day");
            assert_eq!(day.day_number(), number);
            assert_eq!(Moment(number * 86_400_000).day(), Some(day));
        }
        let before = |day: &str, days| day.parse::<PartialDate>().expect("a day").days_before(days);
        assert_eq!(before("2024-03-01", 1), "2024-02-29".parse().ok());
        assert_eq!(before("0001-01-01", 1), None);
    }

    #[test]
    fn a_month_spans_its_days() {
        let february: PartialDate = "2024-02".parse().expect("a month");
        assert_eq!(february.first_day().to_string(), "2024-02-01");
        assert_eq!(february.last_day().to_string(), "2024-02-29");
    }
}
