//! The two orders of day and month in dates of numbers alone.

use crate::model::Language;

/// How 03/07/2017 is read, where both readings exist.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// 3 July: French, and English outside the United States.
    #[default]
    DayFirst,
    /// March 7: American.
    MonthFirst,
}

impl Order {
    /// The order that newswire in this language uses.
    pub fn of(language: Option<Language>) -> Self {
        match language {
            Some(Language::English) => Self::MonthFirst,
            Some(Language::French) | None => Self::DayFirst,
        }
    }
}
