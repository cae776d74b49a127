//! A country's page as data: lines, and the sentences they came from.

use std::collections::HashSet;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use super::{
    BriefId, BriefPath, Claim, CountryCode, DateStamp, FactKind, FactStatus, Moment, Novelty,
    PartialDate, Quantity, Since, Span,
};

/// What the briefs say about a country, compiled for one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Lines that were left out to make it shorter.
    pub left_out: usize,
    /// Whether the lines of one partner stand together, in the sections where [`SectionKind::is_by_partner`] holds.
    pub by_partner: bool,
}

impl Summary {
    /// The ranks of the lines that a first screen of `rows` rows shows, with their headings, each line taken as one row: the
    /// most important ones of the sections that are open at first, and key points where there is room left.
    pub fn first_screen(&self, rows: usize) -> HashSet<usize> {
        let lines = self.sections.iter().flat_map(|section| {
            section.lines.iter().map(|line| (section.kind.is_folded(), line.rank, section.kind))
        });
        let may_show = |kind: SectionKind| !kind.is_folded() || kind == SectionKind::KeyPoints;
        let mut lines: Vec<_> = lines.filter(|(_, _, kind)| may_show(*kind)).collect();
        lines.sort_unstable();
        let mut headings = HashSet::new();
        let mut shown = HashSet::new();
        for (_, rank, kind) in lines {
            headings.insert(kind);
            if shown.len() + 1 + headings.len() > rows {
                break;
            }
            shown.insert(rank);
        }
        shown
    }

    /// Leaves the most important lines whose costs together stay within a bound, in their order on the page: as many lines, or
    /// as many words. A line that is too long is passed over for a shorter one.
    pub fn shorten(&mut self, most: usize, cost: impl Fn(&SummaryLine) -> usize) {
        let lines = self.sections.iter().flat_map(|section| &section.lines);
        let kept = fitting(lines.map(|line| (line.rank, cost(line))).collect(), most);
        let count = |summary: &Self| -> usize {
            summary.sections.iter().map(|section| section.lines.len()).sum()
        };
        let before = count(self);
        self.retain(|line| kept.contains(&line.rank));
        self.left_out += before - count(self);
    }

    /// Leaves the lines that are wanted, and no empty section.
    pub fn retain(&mut self, mut wanted: impl FnMut(&SummaryLine) -> bool) {
        for section in &mut self.sections {
            section.lines.retain(&mut wanted);
        }
        self.sections.retain(|section| !section.lines.is_empty());
    }

    /// Every citation of every line, in the order of the page.
    pub fn citations(&self) -> impl Iterator<Item = &Citation> {
        let lines = self.sections.iter().flat_map(|section| &section.lines);
        lines.flat_map(|line| &line.citations)
    }
}

/// The ranks of the most important lines whose costs together stay within a bound; lines come with rank and cost.
pub(super) fn fitting(mut lines: Vec<(usize, usize)>, most: usize) -> HashSet<usize> {
    lines.sort_unstable();
    let mut left = most;
    let fits = |(rank, cost)| {
        left = usize::checked_sub(left, cost)?;
        Some(rank)
    };
    lines.into_iter().filter_map(fits).collect()
}

/// What a summary was compiled from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    /// What is new among them, where a period was asked for.
    pub news: Option<News>,
    /// When the newest of the briefs came, or the text of one was last found to be another.
    pub until: Option<Moment>,
}

/// How many briefs are news in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// When it begins.
    pub since: Since,
    /// Briefs that came.
    pub new: usize,
    /// Those of them without a date, which count by the day they were received.
    pub undated: usize,
    /// Where many came: how many are of the same length of time before, which tells whether that is usual.
    pub before: Option<usize>,
    /// Briefs whose text changed.
    pub changed: usize,
    /// Briefs that were withdrawn.
    pub withdrawn: usize,
}

/// Lines of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// What the newest briefs report for the first time, and their headlines.
    Changes,
    /// What is announced for later than the day of the page.
    Coming,
    /// The level of relations with other countries.
    Level,
    /// Agreements and visas.
    Agreements,
    /// Trade, money, and what else is counted.
    Figures,
    /// Visits and meetings that have been.
    Visits,
    /// Who holds which office, as of the day of its brief.
    People,
    /// What a reader should not take for certain.
    Check,
    /// The sentences that matter most.
    KeyPoints,
    /// What happened when.
    Timeline,
    /// Persons' own words.
    Quotes,
    /// The countries most often named with this one.
    Partners,
}

impl SectionKind {
    /// Whether its lines stand by partner on the page of a country that is in nearly every brief.
    pub fn is_by_partner(self) -> bool {
        matches!(self, Self::Level | Self::Agreements | Self::Figures | Self::Visits)
    }

    /// Whether its lines come after all others on a first screen: whoever wants them asks.
    pub fn is_folded(self) -> bool {
        matches!(self, Self::KeyPoints | Self::Timeline | Self::Quotes | Self::Partners)
    }
}

/// One line of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryLine {
    /// What it says.
    pub text: Phrase,
    /// When it happened, where known.
    pub date: Option<DateStamp>,
    /// What the fact that it states is about, where it states one.
    pub kind: Option<FactKind>,
    /// The number of that fact.
    pub quantity: Option<Quantity>,
    /// How certain it is on the day of the page, where that is known.
    pub status: Option<FactStatus>,
    /// Whose the fact is, sorted; empty where it states none or the text does not say.
    pub countries: Vec<CountryCode>,
    /// Among the changes of a period: what its brief is.
    pub novelty: Option<Novelty>,
    /// What went from the text of a changed brief: words that no file holds any more.
    pub gone: Vec<String>,
    /// Its place among all lines of the page by importance, the first being 0; no two share one.
    pub rank: usize,
    /// The sentences it came from, the best first; never empty.
    pub citations: Vec<Citation>,
}

impl SummaryLine {
    /// A line of no known status, not yet ranked.
    pub fn new(text: Phrase, date: Option<DateStamp>, citations: Vec<Citation>) -> Self {
        Self {
            text,
            date,
            kind: None,
            quantity: None,
            status: None,
            countries: Vec::new(),
            novelty: None,
            gone: Vec::new(),
            rank: 0,
            citations,
        }
    }

    /// The one other country that its fact is shared with, as seen from a country; none where there are several, or none.
    pub fn partner(&self, from: CountryCode) -> Option<CountryCode> {
        let mut others = self.countries.iter().filter(|country| **country != from);
        others.next().copied().filter(|_| others.next().is_none())
    }

    /// Whether its own words say when, or it is of many days: no date belongs before it.
    pub fn tells_its_day(&self) -> bool {
        matches!(self.text, Phrase::Doubt(..) | Phrase::Partner(..))
            || self.kind == Some(FactKind::Office)
    }
}

/// Words of a summary line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Phrase {
    /// The source's own words; an ellipsis stands where some are left out at an end.
    Verbatim(String),
    /// A fact that the interface puts in its own words.
    Claim(Box<Claim>),
    /// Something that is not certain, and in how many briefs or lines.
    Doubt(Doubt, usize),
    /// A country and in how many briefs it is named.
    Partner(CountryCode, usize),
}

/// Why something should be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Doubt {
    /// Briefs without a date.
    Undated,
    /// Briefs whose date is worked out.
    Inferred,
    /// Targets whose horizon is past, without a word of a result.
    Lapsed,
    /// Values that contradict each other.
    Contradictory,
    /// Briefs about no country that could be told.
    Unattached,
}

/// The sentence that backs a line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(from = "FlatCitation")]
pub struct Citation {
    /// The brief.
    pub id: BriefId,
    /// Its file.
    pub file: BriefPath,
    /// Where the sentence stands in the file's decoded text.
    pub span: Span,
    /// The exact slice of the decoded text.
    pub sentence: String,
    /// Its words as the reader shows them, where the slice has them otherwise: without marks of Markdown, on one line.
    pub words: Option<String>,
}

impl Citation {
    /// The sentence as the reader shows it.
    pub fn shown(&self) -> &str {
        self.words.as_deref().unwrap_or(&self.sentence)
    }
}

/// A [`Citation`] as it is written: its place is two fields among the others.
#[derive(Deserialize)]
struct FlatCitation {
    id: BriefId,
    file: BriefPath,
    start: usize,
    end: usize,
    sentence: String,
    /// Citations that were kept by earlier versions have none.
    #[serde(default)]
    words: Option<String>,
}

impl From<FlatCitation> for Citation {
    fn from(flat: FlatCitation) -> Self {
        let FlatCitation { id, file, start, end, sentence, words } = flat;
        Self { id, file, span: Span::new(start, end), sentence, words }
    }
}

impl Serialize for Citation {
    /// In text, words that are no other than the slice are left out; other forms have a place for each field.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let has_words = self.words.is_some() || !serializer.is_human_readable();
        let mut flat = serializer.serialize_struct("Citation", 5 + usize::from(has_words))?;
        flat.serialize_field("id", &self.id)?;
        flat.serialize_field("file", &self.file)?;
        flat.serialize_field("start", &self.span.start)?;
        flat.serialize_field("end", &self.span.end)?;
        flat.serialize_field("sentence", &self.sentence)?;
        if has_words {
            flat.serialize_field("words", &self.words)?;
        }
        flat.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(sections: &[(SectionKind, &[usize])]) -> Summary {
        let line = |&rank: &usize| SummaryLine {
            rank,
            ..SummaryLine::new(Phrase::Verbatim(rank.to_string()), None, Vec::new())
        };
        let section = |(kind, ranks): &(SectionKind, &[usize])| Section {
            kind: *kind,
            lines: ranks.iter().map(line).collect(),
        };
        Summary {
            country: "BY".parse().expect("a code"),
            with: None,
            as_of: "2025-05-12".parse().expect("a day"),
            scope: SummaryScope::default(),
            sections: sections.iter().map(section).collect(),
            left_out: 0,
            by_partner: false,
        }
    }

    #[test]
    fn a_short_page_keeps_its_most_important_lines() {
        let mut page = summary(&[
            (SectionKind::Changes, &[0, 4]),
            (SectionKind::Visits, &[3]),
            (SectionKind::Partners, &[2, 1]),
        ]);
        page.shorten(3, |_| 1);
        let left: Vec<usize> =
            page.sections.iter().flat_map(|s| &s.lines).map(|line| line.rank).collect();
        assert_eq!(left, [0, 2, 1]);
        assert_eq!(page.sections.len(), 2);
        assert_eq!(page.left_out, 2);
        // A line too long for what is left gives way to one that fits.
        page.shorten(4, |line| if line.rank == 1 { 4 } else { 2 });
        let left: Vec<usize> =
            page.sections.iter().flat_map(|s| &s.lines).map(|line| line.rank).collect();
        assert_eq!((left, page.left_out), (vec![0, 2], 3));
    }

    #[test]
    fn a_first_screen_has_key_points_where_facts_leave_room() {
        let page = summary(&[
            (SectionKind::Changes, &[0, 4]),
            (SectionKind::KeyPoints, &[1, 2]),
            (SectionKind::Partners, &[3]),
        ]);
        let shown = |rows| {
            let mut ranks: Vec<usize> = page.first_screen(rows).into_iter().collect();
            ranks.sort_unstable();
            ranks
        };
        assert_eq!(shown(2), [0]);
        assert_eq!(shown(4), [0, 4]);
        assert_eq!(shown(5), [0, 1, 4]);
        assert_eq!(shown(20), [0, 1, 2, 4]);
    }
}
