//! The rows of a page: what they look like, and where they lead.

use std::collections::HashMap;
use std::ops::Range;

use super::Leads;
use crate::app::context::Context;
use crate::app::theme::Face;
use crate::library::KeptNote;
use crate::model::{BriefId, Citation, CountryCode, DateBasis, SummaryLine};
use crate::text::{Safe, width, wrap};

/// One entry of the page, in as many lines as it needs.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) lines: Vec<Vec<(Safe, Face)>>,
    pub(super) leads: Leads,
    /// The country that it is about, where that is one.
    pub(super) country: Option<CountryCode>,
    /// The rank of the line that it says.
    pub(super) rank: Option<usize>,
}

impl Row {
    /// A row that the cursor skips.
    pub(super) fn still(lines: Vec<Vec<(Safe, Face)>>) -> Self {
        Self::leading(lines, Leads::Nowhere)
    }

    /// A row that leads somewhere.
    pub(super) fn leading(lines: Vec<Vec<(Safe, Face)>>, leads: Leads) -> Self {
        Self { lines, leads, country: None, rank: None }
    }

    /// A row of a line, which leads to its sentence.
    pub(super) fn saying(line: &SummaryLine, lines: Vec<Vec<(Safe, Face)>>) -> Self {
        let citation = line.citations.first().cloned();
        let leads = citation.map_or(Leads::Nowhere, Leads::Citation);
        Self { lines, leads, country: None, rank: Some(line.rank) }
    }

    /// Whether the cursor may rest on it.
    pub(super) fn rests(&self) -> bool {
        self.leads != Leads::Nowhere
    }
}

/// The reader's notes on the briefs of a country, under a heading.
pub(super) fn on_briefs(country: CountryCode, columns: usize, context: &Context<'_>) -> Vec<Row> {
    let briefs = context.library.about(country);
    let notes = briefs.flat_map(|brief| context.notes.of_brief(&brief.id));
    let rows: Vec<Row> = notes.map(|kept| noted(kept, columns, context)).collect();
    if rows.is_empty() {
        return rows;
    }
    let heading = Row::still(vec![vec![(context.say("page-notes-on-briefs"), Face::Heading)]]);
    std::iter::once(heading).chain(rows).collect()
}

/// A note in a line: its first words, and the brief that it is on.
pub(super) fn noted(kept: &KeptNote, columns: usize, context: &Context<'_>) -> Row {
    let subject = &kept.note.subject;
    let brief = subject.brief().and_then(|id| context.library.brief(id));
    let about = brief.map(|brief| format!(" {} {}", context.glyphs.dot, brief.title));
    let sign = Safe::new(&format!(" {} ", context.glyphs.note));
    let room = columns.saturating_sub(width::width(sign.as_str()));
    let words = width::truncate(&Safe::new(kept.note.first_line()), room);
    let left = room.saturating_sub(width::width(words.as_str()));
    let about = width::truncate(&Safe::new(&about.unwrap_or_default()), left);
    let line = vec![(sign, Face::Key), (words, Face::Text), (about, Face::Dim)];
    Row::leading(vec![line], Leads::Note(subject.clone()))
}

/// Words in at most so many lines, and what stands behind the last of them: on its line, where there is room. What does not fit
/// gives way to an ellipsis; what stands behind does not.
pub(super) fn flow(
    words: &Safe,
    tail: (&Safe, Face),
    room: usize,
    most: usize,
    context: &Context<'_>,
) -> Vec<Vec<(Safe, Face)>> {
    let mut whole = words.clone();
    whole.push(tail.0);
    let ranges = wrap::wrap(whole.as_str(), room);
    if ranges.len() <= most {
        let line = |range: Range<usize>| {
            let cut = words.len().clamp(range.start, range.end);
            vec![(whole.slice(range.start..cut), Face::Text), (whole.slice(cut..range.end), tail.1)]
        };
        return ranges.into_iter().map(line).collect();
    }
    let ellipsis = Safe::new(context.glyphs.ellipsis);
    let taken = width::width(tail.0.as_str()) + width::width(ellipsis.as_str());
    let ranges = wrap::wrap(words.as_str(), room);
    let mut lines: Vec<Vec<(Safe, Face)>> = ranges
        .iter()
        .take(most.saturating_sub(1))
        .map(|range| vec![(words.slice(range.clone()), Face::Text)])
        .collect();
    let start = ranges.get(most.saturating_sub(1)).map_or(words.len(), |range| range.start);
    let rest = words.slice(start..words.len());
    let first = wrap::wrap(rest.as_str(), room.saturating_sub(taken)).into_iter().next();
    let last = rest.slice(first.unwrap_or_default());
    lines.push(vec![(last, Face::Text), (ellipsis, Face::Dim), (tail.0.clone(), tail.1)]);
    lines
}

/// The briefs cited on a page, numbered in the order of their first citation.
pub(super) struct Sources {
    citations: Vec<Citation>,
    /// By brief its place among them.
    places: HashMap<BriefId, usize>,
}

impl Sources {
    /// The sources of a page, by its citations in their order.
    pub(super) fn of<'a>(citations: impl Iterator<Item = &'a Citation>) -> Self {
        let mut sources = Self { citations: Vec::new(), places: HashMap::new() };
        for citation in citations {
            if !sources.places.contains_key(&citation.id) {
                sources.places.insert(citation.id.clone(), sources.citations.len());
                sources.citations.push(citation.clone());
            }
        }
        sources
    }

    /// The numbers of a line's sources, as `[1][3]`.
    pub(super) fn numbers(&self, line: &SummaryLine) -> String {
        let places = line.citations.iter().filter_map(|citation| self.places.get(&citation.id));
        let mut numbers: Vec<usize> = places.copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.iter().fold(String::new(), |line, number| format!("{line}[{}]", number + 1))
    }

    /// The list below the page.
    pub(super) fn rows(&self, context: &Context<'_>) -> Vec<Row> {
        let row = |(index, citation): (usize, &Citation)| {
            let brief = context.library.brief(&citation.id);
            let source = brief.and_then(|brief| brief.source.clone());
            let source = source.unwrap_or_else(|| citation.file.as_str().to_owned());
            let date = match brief.and_then(|brief| brief.date) {
                Some(date) if date.basis == DateBasis::Inferred => {
                    format!("~ {}", context.words.date(date.value))
                }
                Some(date) => context.words.date(date.value),
                None => context.words.text("no-date"),
            };
            let title = brief.map(|brief| context.title(brief)).unwrap_or_default();
            let text = Safe::new(&format!("[{}] {source}, {date} ", index + 1));
            let line = vec![(text, Face::Dim), (title, Face::Dim)];
            Row::leading(vec![line], Leads::Brief(citation.id.clone()))
        };
        self.citations.iter().enumerate().map(row).collect()
    }
}
