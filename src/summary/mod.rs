//! A country's page compiled from its briefs; every line is backed by a sentence.
//!
//! `docket` says which briefs count and what each of their sentences speaks of; `reports` takes the facts that concern the
//! country, `merge` makes one group of all reports of one fact, `entries` a line of each group; `sections` puts these and the
//! lines of sentences together, `rank` says which matter most.
//!
//! Pure and deterministic: whole numbers only, ties broken by file and place, so that the same briefs in any order give
//! the same page. Knows no files and no interface language.

mod changes;
mod check;
mod claims;
mod days;
mod docket;
mod entries;
mod excerpt;
mod extract;
pub mod facts;
mod key_points;
mod kinship;
mod lexicon;
mod merge;
mod news;
mod partners;
mod people;
mod placing;
mod rank;
mod repeats;
mod reports;
mod scope;
mod sections;
mod terms;
mod timeline;
mod tours;
mod weights;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod traps;

use crate::model::{
    Brief, CountryCode, Document, Moment, Novelty, PartialDate, Revision, Since, Summary,
    SummaryScope,
};
use docket::Docket;
pub use extract::{Extract, Extractor};
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
}

/// An opened brief about the country, with the day it was received.
#[derive(Clone, Copy, Debug)]
pub struct Exhibit<'a> {
    /// The brief, with its sentences and dates.
    pub document: &'a Document,
    /// When it was first seen, for briefs without a date.
    pub received: Option<Moment>,
}

/// A brief about the country, with what was found in it before.
#[derive(Clone, Copy, Debug)]
pub struct Testimony<'a> {
    /// Its metadata.
    pub brief: &'a Brief,
    /// What its text says.
    pub extract: &'a Extract,
    /// When it was first seen, for briefs without a date.
    pub received: Option<Moment>,
    /// When it was first seen, be it on the reader's first look.
    pub seen: Option<Moment>,
    /// What it is to the reader in the period that was asked for.
    pub novelty: Option<Novelty>,
    /// How its text changed in that period, the latest first.
    pub revisions: &'a [Revision],
}

/// Compiles a page from opened briefs, as [`compile_kept`] does.
pub fn compile(request: &Request, exhibits: &[Exhibit<'_>]) -> Summary {
    let extractor = Extractor::default();
    let extracts: Vec<Extract> =
        exhibits.iter().map(|exhibit| extractor.extract(exhibit.document)).collect();
    let testimonies: Vec<Testimony<'_>> = exhibits
        .iter()
        .zip(&extracts)
        .map(|(exhibit, extract)| Testimony {
            brief: &exhibit.document.brief,
            extract,
            received: exhibit.received,
            seen: None,
            novelty: None,
            revisions: &[],
        })
        .collect();
    compile_kept(request, None, &testimonies)
}

/// Compiles a page. The same briefs in any order give the same page; withdrawn and replaced ones, and briefs about other
/// countries only, are left out. Where a period is asked for, its changes are those of the briefs that are news in it, and
/// tell which were withdrawn.
pub fn compile_kept(
    request: &Request,
    since: Option<Since>,
    testimonies: &[Testimony<'_>],
) -> Summary {
    let lexicon = Lexicon::builtin();
    let docket = Docket::new(request, since, testimonies);
    let weights = weights::weigh(&docket, &lexicon);
    Summary {
        country: request.country,
        with: request.with,
        as_of: request.as_of,
        scope: SummaryScope {
            until: testimonies.iter().filter_map(|testimony| testimony.seen).max(),
            ..scope::of(&docket)
        },
        sections: sections::compile(&docket, &lexicon, &weights),
    }
}
