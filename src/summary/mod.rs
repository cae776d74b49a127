//! A country's page compiled from its briefs; every line is backed by a sentence.

use crate::model::{CountryCode, Document, Moment, PartialDate, Summary};

/// What to compile.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// The country.
    pub country: CountryCode,
    /// The other country, for a pair: only briefs about both count.
    pub with: Option<CountryCode>,
    /// The day to compile for.
    pub as_of: PartialDate,
    /// Leave out what is dated earlier.
    pub since: Option<PartialDate>,
}

/// A brief about the country, with the day it was received.
#[derive(Clone, Copy, Debug)]
pub struct Exhibit<'a> {
    /// The brief, with its sentences and dates.
    pub document: &'a Document,
    /// When it was first seen, for briefs without a date.
    pub received: Option<Moment>,
}

/// Compiles a page. The same exhibits in any order give the same page.
pub fn compile(request: &Request, exhibits: &[Exhibit<'_>]) -> Summary {
    let _ = exhibits;
    Summary {
        country: request.country,
        with: request.with,
        as_of: request.as_of,
        scope: crate::model::SummaryScope::default(),
        sections: Vec::new(),
    }
}
