//! What is new over all countries since a day, as data.

use std::collections::HashSet;

use super::summary::fitting;
use super::{Citation, CountryCode, PartialDate, SummaryLine};

/// What the briefs since a day say that is new, over all countries, compiled for one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// The day it is compiled for.
    pub as_of: PartialDate,
    /// The first day that counts as new.
    pub since: PartialDate,
    /// What it was compiled from.
    pub counts: DigestCounts,
    /// Its parts in the order of the view; none is empty.
    pub parts: Vec<DigestPart>,
    /// The countries of which no brief since that day tells, the reader's own first, then those with most briefs.
    pub quiet: Vec<CountryCode>,
    /// The countries with news of which no line is shown, most important first.
    pub unshown: Vec<CountryCode>,
    /// Lines that were left out to make it shorter.
    pub left_out: usize,
}

/// Briefs since the day of a digest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DigestCounts {
    /// All that count.
    pub briefs: usize,
    /// Those without a date, whenever they were received.
    pub undated: usize,
    /// Corrected ones.
    pub corrected: usize,
    /// Withdrawn ones; they do not count otherwise.
    pub withdrawn: usize,
}

/// Lines under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DigestPart {
    /// What they are about.
    pub heading: DigestHeading,
    /// At most three of a country.
    pub lines: Vec<DigestLine>,
}

/// What lines of a digest are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DigestHeading {
    /// One country, or its relation with another that has no line of its own for it.
    Country(CountryCode),
    /// Several countries at once; the fact stands nowhere else.
    Several,
    /// Briefs that were withdrawn or corrected.
    Revised,
    /// What a reader should not take for certain.
    Check,
}

/// A line of a digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DigestLine {
    /// What is new about it.
    pub novelty: Standing,
    /// The country that its words leave unsaid, where its heading does not say it either.
    pub seen_from: Option<CountryCode>,
    /// What it says; ranks are those of the whole digest.
    pub line: SummaryLine,
}

/// What is new about a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// No older brief tells it.
    New,
    /// Told again, unchanged.
    Known,
    /// Only briefs tell it of which no day is known.
    Undated,
    /// A brief was corrected.
    Corrected,
    /// A brief was withdrawn.
    Withdrawn,
    /// Nothing new: something to be checked.
    Doubtful,
}

impl Digest {
    /// All lines, in the order of the view.
    pub fn lines(&self) -> impl Iterator<Item = &DigestLine> {
        self.parts.iter().flat_map(|part| &part.lines)
    }

    /// Every citation of every line, in the order of the view.
    pub fn citations(&self) -> impl Iterator<Item = &Citation> {
        self.lines().flat_map(|line| &line.line.citations)
    }

    /// The ranks of the most important lines whose costs together stay within a bound, as rows of a screen or words. A line
    /// that is too long is passed over for a shorter one.
    pub fn within(
        &self,
        most: usize,
        cost: impl Fn(DigestHeading, &DigestLine) -> usize,
    ) -> HashSet<usize> {
        let parts = self.parts.iter();
        let lines = parts.flat_map(|part| {
            part.lines.iter().map(|line| (line.line.rank, cost(part.heading, line)))
        });
        fitting(lines.collect(), most)
    }

    /// The same with only the lines of these ranks; what is left out is counted, and countries that lose all their lines are
    /// named.
    #[must_use]
    pub fn keep(mut self, ranks: &HashSet<usize>) -> Self {
        let mut lost: Vec<(usize, CountryCode)> = Vec::new();
        for part in &mut self.parts {
            let before = part.lines.len();
            let best = part.lines.iter().map(|line| line.line.rank).min();
            part.lines.retain(|line| ranks.contains(&line.line.rank));
            self.left_out += before - part.lines.len();
            if let (DigestHeading::Country(code), Some(best), true) =
                (part.heading, best, part.lines.is_empty())
            {
                lost.push((best, code));
            }
        }
        self.parts.retain(|part| !part.lines.is_empty());
        lost.sort_unstable();
        self.unshown.splice(0..0, lost.into_iter().map(|(_, code)| code));
        self
    }
}
