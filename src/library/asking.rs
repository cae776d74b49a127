//! Queries read with the names that the gazetteer knows, and their filters answered from what is known of a brief.

use super::shelf::Shelf;
use super::snapshot::Snapshot;
use crate::model::{Brief, CountryCode, Marks, Moment, PartialDate};
use crate::search::Query;
use crate::search::query::{Countries, Filter};

/// The gazetteer of a shelf, which is made when the first name is asked for.
struct Names<'a>(&'a Shelf);

impl Countries for Names<'_> {
    fn code(&self, name: &str) -> Option<CountryCode> {
        self.0.filing().gazetteer().code(name)
    }

    fn near(&self, name: &str) -> Vec<String> {
        self.0.filing().gazetteer().near(name)
    }
}

impl Shelf {
    /// Reads a query as typed. Slow the first time that a query names a country.
    pub fn query(&self, typed: &str, today: PartialDate) -> Query {
        Query::parse(typed, &Names(self), today)
    }
}

impl Snapshot {
    /// Whether a filter holds of a brief of this library under some marks: corrections are in the brief already, and a
    /// brief without a date counts by the day it was received, where that is known.
    pub fn meets(&self, filter: &Filter, brief: &Brief, marks: &Marks) -> bool {
        let received = self.received(&brief.id).and_then(Moment::day);
        filter.holds(brief, marks.get(&brief.id), received)
    }
}
