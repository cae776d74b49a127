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
mod coverage;
mod days;
mod digest;
mod docket;
mod entries;
mod excerpt;
mod extract;
pub mod facts;
mod figures;
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
    Agenda, Brief, CountryCode, Digest, Document, Moment, Novelty, PartialDate, Revision, Since,
    Summary, SummaryScope,
};
use docket::{Docket, View};
pub use extract::{Extract, Extractor};
use lexicon::Lexicon;

/// What to compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
        View { country: Some(country), with, as_of, from: since }
    }
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
    /// When it was first seen, be it on the reader's first look, or its text found to be another since.
    pub seen: Option<Moment>,
    /// What it is to the reader in the period that was asked for.
    pub novelty: Option<Novelty>,
    /// How its text changed in that period, the latest first.
    pub revisions: &'a [Revision],
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

impl Testimony<'_> {
    /// The day it is dated, else received.
    fn day(&self) -> Option<PartialDate> {
        let stated = self.brief.date.map(|date| date.value);
        stated.or_else(|| self.received?.day())
    }
}

/// Compiles a page from opened briefs, as [`compile_kept`] does.
pub fn compile(request: &Request, exhibits: &[Exhibit<'_>]) -> Summary {
    with_testimonies(exhibits, |testimonies| compile_kept(request, None, testimonies))
}

/// Compiles a digest from opened briefs, as [`digest_kept`] does.
pub fn digest(survey: &Survey, exhibits: &[Exhibit<'_>]) -> Digest {
    with_testimonies(exhibits, |testimonies| digest_kept(survey, testimonies))
}

/// Compiles an agenda from opened briefs, as [`agenda_kept`] does.
pub fn agenda(survey: &Survey, exhibits: &[Exhibit<'_>]) -> Agenda {
    with_testimonies(exhibits, |testimonies| agenda_kept(survey, testimonies))
}

/// Compiles what is new over all countries. The same briefs in any order give the same digest.
pub fn digest_kept(survey: &Survey, testimonies: &[Testimony<'_>]) -> Digest {
    digest::compile(survey, testimonies)
}

/// Compiles what happens when. The same briefs in any order give the same agenda.
pub fn agenda_kept(survey: &Survey, testimonies: &[Testimony<'_>]) -> Agenda {
    agenda::compile(survey, testimonies)
}

/// Finds in opened briefs what a page needs of them.
fn with_testimonies<T>(exhibits: &[Exhibit<'_>], compile: impl FnOnce(&[Testimony<'_>]) -> T) -> T {
    let extractor = Extractor::default();
    let extracts: Vec<Extract> =
        exhibits.iter().map(|exhibit| extractor.extract(exhibit.document)).collect();
    let testimony = |(exhibit, extract)| {
        let Exhibit { document, received }: &Exhibit<'_> = exhibit;
        Testimony {
            brief: &document.brief,
            extract,
            received: *received,
            seen: None,
            novelty: None,
            revisions: &[],
        }
    };
    compile(&exhibits.iter().zip(&extracts).map(testimony).collect::<Vec<_>>())
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
    let docket = Docket::new(&request.view(), since, testimonies);
    let weights = weights::weigh(&docket, &lexicon);
    Summary {
        country: request.country,
        with: request.with,
        as_of: request.as_of,
        scope: SummaryScope {
            until: testimonies.iter().filter_map(|testimony| testimony.seen).max(),
            ..scope::of(&docket)
        },
        sections: sections::compile(&docket, &lexicon, &weights, request.by_partner),
        by_partner: request.by_partner,
        left_out: 0,
    }
}
