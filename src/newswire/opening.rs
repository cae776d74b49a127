//! What a tidy brief may share with a raw dispatch: a dateline at its head, a word before its headline.

use std::ops::Range;

use super::{dateline, header};
use crate::dates::Parts;
use crate::model::{PartialDate, Status};

/// The dateline that a paragraph opens with; offsets are bytes of the paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// Where it was sent from.
    pub place: Option<Range<usize>>,
    /// The agency.
    pub agency: Option<Range<usize>>,
    /// Its date, where the dateline gives the year.
    pub date: Option<PartialDate>,
}

/// Reads the dateline of a paragraph.
pub fn opening(paragraph: &str) -> Option<Opening> {
    let line = dateline::dateline(paragraph)?;
    let date = line.date.and_then(Parts::date);
    Some(Opening { place: line.place, agency: line.agency, date })
}

/// Whether a headline says that its text is corrected or taken back.
pub fn status(headline: &str) -> Option<Status> {
    header::status(headline)
}
