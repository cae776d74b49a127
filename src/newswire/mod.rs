//! Raw dispatches as scraped: headline, dateline, noise, related stories.

use std::ops::Range;

use crate::model::{Body, DateStamp, Dropped, Span};

/// What was read in a raw file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dispatch {
    /// The file's main story.
    pub main: Story,
    /// The related stories behind it, in their order.
    pub related: Vec<Story>,
}

/// One story of a raw file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// The headline, where the text states one.
    pub title: Option<Span>,
    /// Where it was sent from.
    pub place: Option<Span>,
    /// Agency or publication.
    pub source: Option<String>,
    /// Where it was scraped from.
    pub url: Option<String>,
    /// Who signed it.
    pub author: Option<String>,
    /// Its date, with its basis (never [`crate::model::DateBasis::File`]).
    pub date: Option<DateStamp>,
    /// Its clean text.
    pub body: Body,
    /// What was left out.
    pub dropped: Vec<Dropped>,
}

/// Reads a raw dispatch.
pub fn read(decoded: &str) -> Dispatch {
    let _unused: Range<usize> = 0..decoded.len();
    Dispatch::default()
}
