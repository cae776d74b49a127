//! A country's page of the summary as a page to be written.

use super::Labels;
use super::citing::Notes;
use super::page::{self, Page, Part, Word};
use crate::model::{Brief, Depth, RunStyle, Section, Summary, SummaryLine, TextKind};
use crate::text::Safe;

pub(super) fn page(summary: &Summary, briefs: &[&Brief], labels: &Labels<'_>) -> Page {
    let mut notes = Notes::of(briefs);
    let mut parts = Vec::new();
    for section in &summary.sections {
        parts.extend(section_parts(summary, section, labels, &mut notes));
    }
    Page {
        language: Safe::new(labels.language),
        body_language: None,
        banner: notes.banner(labels),
        title: Safe::new(&title(summary, labels)),
        facts: facts(summary, labels),
        parts,
        notes_heading: Safe::new(labels.notes),
        notes: notes.written(labels),
        colon: Safe::new(labels.colon),
    }
}

fn title(summary: &Summary, labels: &Labels<'_>) -> String {
    let mut title = (labels.country)(summary.country);
    if let Some(with) = summary.with {
        title = format!("{title} – {}", (labels.country)(with));
    }
    format!("{title}, {} {}", labels.as_of, (labels.in_words)(summary.as_of))
}

fn facts(summary: &Summary, labels: &Labels<'_>) -> Vec<(Safe, Safe)> {
    let scope = &summary.scope;
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
    let (label, left_out) = labels.overview.left_out(summary.left_out);
    let facts = [
        page::fact(labels.briefs, &scope.briefs.to_string()),
        page::fact(labels.date, &dates),
        page::fact(labels.source, &sources.join(", ")),
        page::fact(&label, &left_out).filter(|_| summary.left_out > 0),
    ];
    facts.into_iter().flatten().collect()
}

fn section_parts<'a>(
    summary: &Summary,
    section: &'a Section,
    labels: &Labels<'_>,
    notes: &mut Notes<'a>,
) -> Vec<Part> {
    let heading = |level: u8, words: &str| Part::Text {
        kind: TextKind::Heading(level),
        depth: Depth::default(),
        words: page::words(words, RunStyle::default()),
    };
    let mut parts = vec![heading(2, &(labels.section)(section.kind))];
    let mut under = None;
    for line in &section.lines {
        let by_partner = summary.by_partner && section.kind.is_by_partner();
        let partner = by_partner.then(|| line.partner(summary.country));
        if let Some(partner) = partner.filter(|_| partner != under) {
            let name = partner.map(labels.country);
            parts.push(heading(3, &name.unwrap_or_else(|| labels.overview.other_partners())));
            under = Some(partner);
        }
        let words = line_words(line, labels, notes);
        let depth = Depth { quote: 0, list: 1 };
        parts.push(Part::Text { kind: TextKind::Item(None), depth, words });
    }
    parts
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
