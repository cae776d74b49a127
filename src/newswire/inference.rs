//! The year that a weekday gives away: "dimanche 2 juillet" fits one year in six.

use std::collections::BTreeSet;

use crate::dates::{self, Expression, Order, Relation};
use crate::model::{DateBasis, DateStamp, PartialDate};

/// What texts say about the year they were written in.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// Years that they name.
    years: BTreeSet<u16>,
    /// Weekday, month and day that they name together without a year.
    weekdays: Vec<(u8, u8, u8)>,
}

impl Evidence {
    /// Reads one text.
    pub(super) fn read(&mut self, text: &str) {
        for Expression { first, last, relation, .. } in dates::scan(text, Order::DayFirst) {
            if relation != Relation::Plain {
                continue;
            }
            self.years.extend([first.year, last.and_then(|last| last.year)].into_iter().flatten());
            if let (None, Some(weekday), Some(month), Some(day)) =
                (first.year, first.weekday, first.month, first.day)
            {
                self.weekdays.push((weekday, month, day));
            }
        }
    }

    /// Whether a weekday with its day and month is among what was read.
    pub(super) fn names_a_weekday(&self) -> bool {
        !self.weekdays.is_empty()
    }

    /// The month of writing, where a weekday fits one year alone of those that the texts are about.
    ///
    /// The years looked at go from the oldest that is named within ten years of the newest, to the newest. The one
    /// that fits must be named itself: a weekday alone fits too many years to date a text.
    pub(super) fn month(&self) -> Option<DateStamp> {
        const REACH: u16 = 10;
        let newest = *self.years.last()?;
        let oldest = *self.years.range(newest.saturating_sub(REACH)..).next()?;
        let &(_, month, _) = self.weekdays.first()?;
        let fits = |year: &u16| {
            self.weekdays.iter().all(|&(weekday, month, day)| {
                PartialDate::day_of(*year, month, day).and_then(dates::weekday) == Some(weekday)
            })
        };
        let mut fitting = (oldest..=newest).filter(fits);
        let year = fitting.next().filter(|year| self.years.contains(year))?;
        if fitting.next().is_some() {
            return None;
        }
        let one_month = self.weekdays.iter().all(|&(_, other, _)| other == month);
        let value = if one_month {
            PartialDate::month_of(year, month)
        } else {
            PartialDate::year_only(year)
        }?;
        Some(DateStamp { value, basis: DateBasis::Inferred })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(texts: &[&str]) -> Option<String> {
        let mut evidence = Evidence::default();
        for text in texts {
            evidence.read(text);
        }
        evidence.month().map(|stamp| stamp.value.to_string())
    }

    #[test]
    fn a_weekday_decides_among_named_years() {
        assert_eq!(
            month(&[
                "Dimanche matin, 2 juillet, il est rentré.",
                "Les Journées auront lieu en 2017.",
                "10 milliards en 2020."
            ]),
            Some("2017-07".into())
        );
        // 2 July was a Sunday in 2017 and in 2023.
        assert_eq!(month(&["Dimanche 2 juillet", "en 2017 et en 2023"]), None);
        assert_eq!(month(&["Dimanche 2 juillet", "en 2018"]), None);
        assert_eq!(month(&["Dimanche 2 juillet"]), None);
        assert_eq!(month(&["le 2 juillet", "en 2017"]), None);
    }

    #[test]
    fn texts_that_disagree_decide_nothing() {
        assert_eq!(month(&["mercredi 26 novembre, mardi 26 novembre", "en 2024, en 2025"]), None);
    }
}
