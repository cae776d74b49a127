//! Briefs as tables show them to a person.

use super::session::Session;
use crate::messages::Messages;
use crate::model::{Brief, CountryCode, DateBasis, PartialDate, Status, TitleBasis};

/// A brief's title: a derived one in ‹ ›, one that no longer stands with the word for it.
pub(super) fn title(brief: &Brief, words: &Messages) -> String {
    let title = match brief.title_basis {
        TitleBasis::Stated => brief.title.clone(),
        TitleBasis::Derived => format!("‹{}›", brief.title),
    };
    match brief.status {
        Status::Current => title,
        Status::Corrected => format!("{} {title}", words.text("status-corrected")),
        Status::Withdrawn => format!("{} {title}", words.text("status-withdrawn")),
    }
}

/// A brief's date, `~` before one that was worked out.
pub(super) fn date(brief: &Brief, session: &Session) -> String {
    match brief.date {
        Some(date) => {
            let mark = if date.basis == DateBasis::Inferred { "~" } else { "" };
            format!("{mark}{}", list_date(Some(date.value), session))
        }
        None => list_date(None, session),
    }
}

/// A date for a column.
pub(super) fn list_date(date: Option<PartialDate>, session: &Session) -> String {
    match date {
        Some(date) => session.words.list_date(date, session.today),
        None => session.words.text("no-date-short"),
    }
}

/// The codes of a brief's countries, most salient first.
pub(super) fn codes(brief: &Brief) -> String {
    let codes: Vec<&str> = brief.countries.iter().map(CountryCode::as_str).collect();
    codes.join(" ")
}
