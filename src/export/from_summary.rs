//! A country's page of the summary as a page to be written.

use std::collections::{BTreeMap, HashMap};

use super::page::{self, Page, Part, Word};
use super::{Labels, quote};
use crate::model::{
    Brief, BriefId, Citation, Depth, RunStyle, Section, Summary, SummaryLine, SummaryScope,
    TextKind,
};
use crate::text::Safe;

pub(super) fn page(summary: &Summary, briefs: &[&Brief], labels: &Labels<'_>) -> Page {
    let briefs: HashMap<&BriefId, &Brief> =
        briefs.iter().map(|&brief| (&brief.id, brief)).collect();
    let mut notes = Notes::default();
    let mut parts = Vec::new();
    for section in &summary.sections {
        parts.extend(section_parts(section, labels, &mut notes));
    }
    Page {
        language: Safe::new(labels.language),
        body_language: None,
        banner: banner(&notes, &briefs, labels),
        title: Safe::new(&title(summary, labels)),
        facts: facts(&summary.scope, labels),
        parts,
        notes_heading: Safe::new(labels.notes),
        notes: notes.cited.iter().map(|citation| note(citation, &briefs, labels)).collect(),
        colon: Safe::new(labels.colon),
    }
}

/// Citations in the order in which they are first met, each once.
#[derive(Default)]
struct Notes<'a> {
    cited: Vec<&'a Citation>,
    numbers: BTreeMap<&'a Citation, usize>,
}

impl<'a> Notes<'a> {
    fn number(&mut self, citation: &'a Citation) -> usize {
        if let Some(&number) = self.numbers.get(citation) {
            return number;
        }
        self.cited.push(citation);
        self.numbers.insert(citation, self.cited.len());
        self.cited.len()
    }
}

fn title(summary: &Summary, labels: &Labels<'_>) -> String {
    let mut title = (labels.country)(summary.country);
    if let Some(with) = summary.with {
        title = format!("{title} – {}", (labels.country)(with));
    }
    format!("{title}, {} {}", labels.as_of, (labels.in_words)(summary.as_of))
}

fn facts(scope: &SummaryScope, labels: &Labels<'_>) -> Vec<(Safe, Safe)> {
    let mut dates: Vec<String> =
        [scope.oldest, scope.newest].into_iter().flatten().map(|d| (labels.in_words)(d)).collect();
    dates.dedup();
    let mut dates = dates.join(" – ");
    if scope.undated > 0 {
        let comma = if dates.is_empty() { "" } else { ", " };
        dates = format!("{dates}{comma}{} {}", scope.undated, labels.undated);
    }
    let sources: Vec<String> =
        scope.sources.iter().map(|(source, briefs)| format!("{source} ({briefs})")).collect();
    let facts = [
        page::fact(labels.briefs, &scope.briefs.to_string()),
        page::fact(labels.date, &dates),
        page::fact(labels.source, &sources.join(", ")),
    ];
    facts.into_iter().flatten().collect()
}

fn section_parts<'a>(
    section: &'a Section,
    labels: &Labels<'_>,
    notes: &mut Notes<'a>,
) -> Vec<Part> {
    let heading = Part::Text {
        kind: TextKind::Heading(2),
        depth: Depth::default(),
        words: page::words(&(labels.section)(section.kind), RunStyle::default()),
    };
    let items = section.lines.iter().map(|line| Part::Text {
        kind: TextKind::Item(None),
        depth: Depth { quote: 0, list: 1 },
        words: line_words(line, labels, notes),
    });
    std::iter::once(heading).chain(items).collect()
}

fn line_words<'a>(line: &'a SummaryLine, labels: &Labels<'_>, notes: &mut Notes<'a>) -> Vec<Word> {
    let plain = RunStyle::default();
    let mut words = Vec::new();
    if !line.tells_its_day() {
        let bold = RunStyle { bold: true, ..plain };
        words.extend(page::words(&page::date(line.date, labels), bold));
        words.extend(page::words(labels.colon, plain));
    }
    words.extend(page::words(&(labels.line)(line), plain));
    words.extend(line.citations.iter().map(|citation| Word::Note(notes.number(citation))));
    words
}

/// What a line says, with its day where the words do not tell it.
pub(super) fn words_of(line: &SummaryLine, labels: &Labels<'_>) -> String {
    let words = (labels.line)(line);
    if line.tells_its_day() {
        return words;
    }
    format!("{}{}{words}", page::date(line.date, labels), labels.colon)
}

/// The markings of all briefs that are cited, each once, in the order of the notes.
fn banner(notes: &Notes<'_>, briefs: &HashMap<&BriefId, &Brief>, labels: &Labels<'_>) -> Vec<Safe> {
    let mut banner: Vec<Safe> = Vec::new();
    for brief in notes.cited.iter().filter_map(|citation| briefs.get(&citation.id)) {
        for line in page::banner(brief, labels) {
            if !banner.contains(&line) {
                banner.push(line);
            }
        }
    }
    banner
}

/// The quoted sentence with its source, date and file.
fn note(citation: &Citation, briefs: &HashMap<&BriefId, &Brief>, labels: &Labels<'_>) -> Safe {
    let brief = briefs.get(&citation.id).copied();
    let quoted = quote::quoted(&citation.sentence, labels);
    Safe::new(&format!("{quoted} — {} ({})", quote::origin(brief, labels), citation.file))
}
