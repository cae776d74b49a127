//! The order of a digest's parts and the importance of its lines.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::model::{CountryCode, DigestHeading, DigestLine, DigestPart};
use crate::summary::Survey;

/// Lines under one heading.
const MOST_LINES: usize = 3;

/// A line on its way into a digest.
pub(super) struct Candidate {
    pub(super) heading: DigestHeading,
    /// In the points of `weights`.
    pub(super) points: i64,
    /// What decides between equals: the newer story, then the place in its file.
    pub(super) order: (usize, usize),
    pub(super) line: DigestLine,
}

/// Whose lines come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Mine,
    Several,
    Other,
    Footnote,
}

fn rank(survey: &Survey, heading: DigestHeading) -> Rank {
    match heading {
        DigestHeading::Country(country) if survey.desk.contains(&country) => Rank::Mine,
        DigestHeading::Several => Rank::Several,
        DigestHeading::Country(_) => Rank::Other,
        DigestHeading::Revised | DigestHeading::Check => Rank::Footnote,
    }
}

/// Which lines go first when there is no room for all: something of each of the reader's countries and what is withdrawn or
/// doubtful, then what concerns several, then more of the reader's countries, then one line of each other one.
fn round(rank: Rank, place: usize) -> usize {
    match (rank, place) {
        (Rank::Mine | Rank::Footnote, 0) => 0,
        (Rank::Several, 0) => 1,
        (Rank::Mine, 1) => 2,
        (Rank::Other, 0) => 3,
        (Rank::Mine | Rank::Several | Rank::Footnote, _) => 4,
        (Rank::Other, _) => 4 + place,
    }
}

/// The parts of a digest, its lines ranked over the whole of it.
pub(super) fn parts(survey: &Survey, mut candidates: Vec<Candidate>) -> Vec<DigestPart> {
    candidates.sort_by_key(|candidate| (Reverse(candidate.points), candidate.order));
    let mut by_heading: BTreeMap<DigestHeading, Vec<Candidate>> = BTreeMap::new();
    for candidate in candidates {
        let of_heading = by_heading.entry(candidate.heading).or_default();
        if of_heading.len() < MOST_LINES {
            of_heading.push(candidate);
        }
    }
    let mut order = Vec::new();
    for (heading, candidates) in &by_heading {
        for (place, candidate) in candidates.iter().enumerate() {
            let round = round(rank(survey, *heading), place);
            order.push((round, Reverse(candidate.points), candidate.order, *heading, place));
        }
    }
    order.sort_unstable();
    let ranks: BTreeMap<(DigestHeading, usize), usize> = order
        .into_iter()
        .zip(0..)
        .map(|((.., heading, place), rank)| ((heading, place), rank))
        .collect();
    let mut parts: Vec<(i64, DigestPart)> = Vec::new();
    for (heading, candidates) in by_heading {
        let best = candidates.first().map_or(0, |candidate| candidate.points);
        let lines = candidates.into_iter().enumerate().map(|(place, candidate)| {
            let mut line = candidate.line;
            line.line.rank = ranks.get(&(heading, place)).copied().unwrap_or(usize::MAX);
            line
        });
        parts.push((best, DigestPart { heading, lines: lines.collect() }));
    }
    parts.sort_by_key(|(best, part)| {
        let mine = match part.heading {
            DigestHeading::Country(code) => survey.desk.iter().position(|mine| *mine == code),
            _ => None,
        };
        (rank(survey, part.heading), mine, Reverse(*best), part.heading)
    });
    parts.into_iter().map(|(_, part)| part).collect()
}

/// Countries, the reader's own first and in their order, then those with the greatest number.
pub(super) fn by_weight(
    survey: &Survey,
    counted: &BTreeMap<CountryCode, usize>,
) -> Vec<CountryCode> {
    let mut countries: Vec<(CountryCode, usize)> =
        counted.iter().map(|(&country, &count)| (country, count)).collect();
    countries.sort_by_key(|(country, count)| {
        let mine = survey.desk.iter().position(|mine| mine == country);
        (mine.is_none(), mine, Reverse(*count), *country)
    });
    countries.into_iter().map(|(country, _)| country).collect()
}
