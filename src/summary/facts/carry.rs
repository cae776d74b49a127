//! The two countries that "les deux pays" means, and the day that "the same day" means: those that the text named last.

use super::clause::Clause;
use super::finding::Finding;
use crate::country::Naming;
use crate::model::{CountryCode, DateBasis, DateStamp, PartialDate, Precision};

/// Paragraphs that a pair is carried over without being named.
const FARTHEST: usize = 3;

/// The pair that was named last.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Carry {
    /// The two countries of the title.
    title: Option<[CountryCode; 2]>,
    pair: Option<[CountryCode; 2]>,
    /// The paragraph that named it.
    paragraph: usize,
}

impl Carry {
    /// Begins with the countries of the title, where they are two.
    pub(super) fn of_title(countries: &[CountryCode]) -> Self {
        let pair = match countries {
            [one, other] => Some([*one, *other]),
            _ => None,
        };
        Self { title: pair, pair, paragraph: 0 }
    }

    /// The pair that a sentence of a paragraph may mean.
    pub(super) fn pair(&self, paragraph: usize) -> Option<[CountryCode; 2]> {
        self.pair.filter(|_| paragraph.saturating_sub(self.paragraph) <= FARTHEST)
    }

    /// Goes on behind a sentence: two countries are the new pair, one of the pair keeps it, others
    /// end it.
    pub(super) fn pass(&mut self, clause: &Clause<'_>, paragraph: usize) {
        // Towns say where; they count where nothing else is named.
        let firm =
            |by: Naming| matches!(by, Naming::Name | Naming::Adjective | Naming::Institution);
        let mut named = countries(clause, firm);
        if named.is_empty() {
            named = countries(clause, |by| by == Naming::Capital);
        }
        named.sort_unstable();
        named.dedup();
        match (named.as_slice(), self.pair) {
            ([], _) => return,
            ([one, other], _) => self.pair = Some([*one, *other]),
            ([one], Some(pair)) if pair.contains(one) => {}
            // Where a sentence names others beside them, the text goes on about those of its title.
            _ => {
                let both = |pair: &[CountryCode; 2]| pair.iter().all(|one| named.contains(one));
                self.pair = self.title.filter(both);
            }
        }
        self.paragraph = paragraph;
    }
}

/// The day that was named last, for "the same day".
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Scene {
    day: Option<PartialDate>,
    paragraph: usize,
}

impl Scene {
    /// Dates what a sentence tells of "the same day", and takes over the day it names.
    pub(super) fn complete(
        &mut self,
        clause: &Clause<'_>,
        paragraph: usize,
        found: &mut [Finding<'_>],
    ) {
        let near = paragraph.saturating_sub(self.paragraph) <= 1;
        if let Some(value) = self.day.filter(|_| near && is_same_day(clause)) {
            let date = DateStamp { value, basis: DateBasis::Inferred };
            let undated = found.iter_mut().filter(|one| one.date.is_none() && one.is_past_event());
            for finding in undated {
                finding.date = Some(date);
            }
        }
        let days = clause.dates.iter().map(|date| date.mention.value);
        let last = days.filter(|value| value.precision() == Precision::Day).next_back();
        if last.is_some() {
            (self.day, self.paragraph) = (last, paragraph);
        }
    }
}

/// "the same day", "le même jour", "ce jour-là"
fn is_same_day(clause: &Clause<'_>) -> bool {
    (1..clause.tokens.len()).any(|at| {
        matches!(
            (clause.tokens.folded(at - 1), clause.tokens.folded(at)),
            ("same" | "that", "day") | ("meme" | "ce", "jour")
        )
    })
}

/// The states that a sentence names in some ways.
fn countries(clause: &Clause<'_>, by: impl Fn(Naming) -> bool) -> Vec<CountryCode> {
    let named = clause.places.iter().filter(|place| by(place.by)).map(|place| place.country);
    named.filter(|country| !country.is_organisation()).collect()
}
