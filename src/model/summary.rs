//! A country's page as data: lines, and the sentences they came from.

use serde::{Deserialize, Serialize};

use super::{BriefId, BriefPath, CountryCode, DateStamp, FactStatus, PartialDate, Span};

/// What the briefs say about a country, compiled for one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The country.
    pub country: CountryCode,
    /// The other country, on the page of a pair.
    pub with: Option<CountryCode>,
    /// The day it is compiled for.
    pub as_of: PartialDate,
    /// What it was compiled from.
    pub scope: SummaryScope,
    /// Its sections in the order of the page; none is empty.
    pub sections: Vec<Section>,
}

impl Summary {
    /// Every citation of every line, in the order of the page.
    pub fn citations(&self) -> impl Iterator<Item = &Citation> {
        let lines = self.sections.iter().flat_map(|section| &section.lines);
        lines.flat_map(|line| &line.citations)
    }
}

/// What a summary was compiled from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SummaryScope {
    /// Briefs about the country.
    pub briefs: usize,
    /// Those of them without a date.
    pub undated: usize,
    /// The oldest date.
    pub oldest: Option<PartialDate>,
    /// The newest date.
    pub newest: Option<PartialDate>,
    /// Sources with their number of briefs, most first.
    pub sources: Vec<(String, usize)>,
    /// The countries most often named with it and in how many briefs, most first.
    pub partners: Vec<(CountryCode, usize)>,
}

/// Lines of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What they are.
    pub kind: SectionKind,
    /// The lines, most important first.
    pub lines: Vec<SummaryLine>,
}

/// The sections of a page, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// The newest headlines.
    Changes,
    /// What is announced for later than the day of the page.
    Coming,
    /// The sentences that matter most.
    KeyPoints,
    /// The dates that the texts name.
    Timeline,
    /// The countries most often named with this one.
    Partners,
}

/// One line of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryLine {
    /// What it says.
    pub text: Phrase,
    /// When it happened, where known.
    pub date: Option<DateStamp>,
    /// How certain it is, where that is known.
    pub status: Option<FactStatus>,
    /// The sentences it came from; never empty.
    pub citations: Vec<Citation>,
}

/// Words of a summary line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// The source's own words.
    Verbatim(String),
    /// A country and in how many briefs it is named.
    Partner(CountryCode, usize),
}

/// The sentence that backs a line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Citation {
    /// The brief.
    pub id: BriefId,
    /// Its file.
    pub file: BriefPath,
    /// Where the sentence stands in the file's decoded text.
    #[serde(flatten)]
    pub span: Span,
    /// The exact slice of the decoded text.
    pub sentence: String,
}
