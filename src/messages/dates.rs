//! Dates as the interface writes them.

use super::Messages;
use crate::model::{Argument, DateBasis, DateStamp, Language, PartialDate};

impl Messages {
    /// A date in words, as precise as it is: `12 mai 2025`, `May 2025`, `2025`.
    pub fn date(&self, date: PartialDate) -> String {
        let Some(month) = date.month() else { return date.year().to_string() };
        let month = self.text(&format!("month-{month}"));
        match date.day() {
            Some(day) => self.with(
                "date-day",
                &[
                    ("day", Argument::Number(i64::from(day))),
                    ("month", Argument::Text(month)),
                    ("year", Argument::Text(date.year().to_string())),
                ],
            ),
            None => format!("{month} {}", date.year()),
        }
    }

    /// A date with the way it is known: `mai 2025 (en-tête)`, `~ July 2017 (inferred)`.
    pub fn dated(&self, date: DateStamp) -> String {
        let basis = match date.basis {
            DateBasis::Stated => "basis-stated",
            DateBasis::File => "basis-file",
            DateBasis::Inferred => "basis-inferred",
        };
        format!("{} ({})", self.date(date.value), self.text(basis))
    }

    /// A date for a column of a list, at most [`Messages::list_date_width`] columns wide: the year
    /// shows when it is not that of `today`.
    pub fn list_date(&self, date: PartialDate, today: PartialDate) -> String {
        let year = date.year();
        let (Some(month), day) = (date.month(), date.day()) else { return year.to_string() };
        if self.language() == Language::French {
            return match day {
                Some(day) if year == today.year() => format!("{day:02}/{month:02}"),
                Some(day) => format!("{day:02}/{month:02}/{year}"),
                None => format!("{month:02}/{year}"),
            };
        }
        let month = self.text(&format!("month-short-{month}"));
        match day {
            Some(day) if year == today.year() => format!("{day} {month}"),
            Some(day) => format!("{day} {month} {year}"),
            None => format!("{month} {year}"),
        }
    }

    /// Columns that [`Messages::list_date`] takes at most.
    pub fn list_date_width(&self) -> usize {
        match self.language() {
            Language::French => "12/05/2025".len(),
            Language::English => "12 May 2025".len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> PartialDate {
        text.parse().expect("a date")
    }

    #[test]
    fn dates_in_words() {
        let (fr, en) = (Messages::new(Language::French), Messages::new(Language::English));
        assert_eq!(fr.date(date("2025-05-01")), "1er mai 2025");
        assert_eq!(fr.date(date("2025-08-12")), "12 août 2025");
        assert_eq!(en.date(date("2025-05-01")), "1 May 2025");
        assert_eq!(en.date(date("2025-05")), "May 2025");
        assert_eq!(fr.date(date("2025")), "2025");
    }

    #[test]
    fn a_list_shows_the_year_when_it_is_another_one() {
        let (fr, en) = (Messages::new(Language::French), Messages::new(Language::English));
        let today = date("2025-05-13");
        assert_eq!(fr.list_date(date("2025-05-12"), today), "12/05");
        assert_eq!(fr.list_date(date("2017-07-02"), today), "02/07/2017");
        assert_eq!(fr.list_date(date("2025-05"), today), "05/2025");
        assert_eq!(en.list_date(date("2025-05-12"), today), "12 May");
        assert_eq!(en.list_date(date("2017-07-02"), today), "2 Jul 2017");
    }
}
