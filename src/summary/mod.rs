//! A country's page compiled from its briefs; every line is backed by a sentence.
//!
//! `docket` says which briefs count and what each of their sentences speaks of; `reports` takes the facts that concern the
//! country, `merge` makes one group of all reports of one fact, `entries` a line of each group; `sections` puts these and the
//! lines of sentences together, `rank` says which matter most.
//!
//! `digest` and `agenda` look at all countries at once, with the same dockets, reports and groups: what is new, and what
//! happens when.
//!
//! Pure and deterministic: whole numbers only, ties broken by file and place, so that the same briefs in any order give
//! the same page. Knows no files and no interface language.

mod agenda;
mod changes;
mod check;
mod claims;
mod days;
mod digest;
mod docket;
mod entries;
mod excerpt;
pub mod facts;
mod key_points;
mod kinship;
mod lexicon;
mod merge;
mod partners;
mod people;
mod placing;
mod rank;
mod repeats;
mod reports;
mod scope;
mod sections;
mod timeline;
mod weights;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod traps;

use crate::model::{Agenda, CountryCode, Digest, Document, Moment, PartialDate, Summary};
use docket::{Docket, View};
use lexicon::Lexicon;

/// What to compile.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// The country.
    pub country: CountryCode,
    /// The other country, for a pair: only briefs about both count.
    pub with: Option<CountryCode>,
    /// The day to compile for; briefs dated after it are left out.
    pub as_of: PartialDate,
    /// Leave out briefs dated, or else received, before it; and those of which neither day is known.
    pub since: Option<PartialDate>,
    /// Put the lines of one partner together: the country is in nearly every brief, and says nothing by itself.
    pub by_partner: bool,
}

impl Request {
    fn view(&self) -> View {
        let Self { country, with, as_of, since, .. } = *self;
        View { country: Some(country), with, as_of, since }
    }
}

/// A brief about the country, with the day it was received.
#[derive(Clone, Copy, Debug)]
pub struct Exhibit<'a> {
    /// The brief, with its sentences and dates.
    pub document: &'a Document,
    /// When it was first seen, for briefs without a date.
    pub received: Option<Moment>,
}

impl Exhibit<'_> {
    /// The day it is dated, else received.
    fn day(&self) -> Option<PartialDate> {
        let stated = self.document.brief.date.map(|date| date.value);
        stated.or_else(|| self.received?.day())
    }
}

/// What to look for over all countries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    /// The day to compile for; briefs dated after it are left out.
    pub as_of: PartialDate,
    /// What counts as new: briefs dated, or else received, on that day or later. Of a digest the last week of the briefs
    /// where none is given; of an agenda how far back it goes, a quarter.
    pub since: Option<PartialDate>,
    /// The reader's countries, in their order: their lines come first.
    pub desk: Vec<CountryCode>,
    /// A country that is in nearly every brief and therefore tells nothing of one.
    pub home: Option<CountryCode>,
    /// Only what concerns one of these; everything where there are none.
    pub only: Vec<CountryCode>,
}

/// Compiles what is new over all countries. The same exhibits in any order give the same digest.
pub fn digest(survey: &Survey, exhibits: &[Exhibit<'_>]) -> Digest {
    digest::compile(survey, exhibits)
}

/// Compiles what happens when. The same exhibits in any order give the same agenda.
pub fn agenda(survey: &Survey, exhibits: &[Exhibit<'_>]) -> Agenda {
    agenda::compile(survey, exhibits)
}

/// Compiles a page. The same exhibits in any order give the same page; withdrawn and replaced briefs, and briefs about
/// other countries only, are left out.
pub fn compile(request: &Request, exhibits: &[Exhibit<'_>]) -> Summary {
    let lexicon = Lexicon::builtin();
    let docket = Docket::new(&request.view(), exhibits);
    let weights = weights::weigh(&docket, &lexicon);
    Summary {
        country: request.country,
        with: request.with,
        as_of: request.as_of,
        scope: scope::of(&docket),
        sections: sections::compile(&docket, &lexicon, &weights, request.by_partner),
        by_partner: request.by_partner,
        left_out: 0,
    }
}
