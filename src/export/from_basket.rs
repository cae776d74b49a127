//! What the reader collected as a page: numbered entries, the sentences behind lines of pages, and the sources as notes.

use super::page::{self, Page, Part, Word};
use super::{Labels, quote};
use crate::model::{
    Brief, BriefId, Citation, Collected, Depth, PartialDate, RunStyle, TextKind, TitleBasis,
};
use crate::text::Safe;

pub(super) fn page(
    entries: &[&Collected],
    briefs: &[Brief],
    as_of: PartialDate,
    labels: &Labels<'_>,
) -> Page {
    let mut banner: Vec<Safe> = Vec::new();
    for line in briefs.iter().flat_map(|brief| page::banner(brief, labels)) {
        if !banner.contains(&line) {
            banner.push(line);
        }
    }
    let entries = (1..).zip(entries);
    let title = format!("{}, {} {}", labels.basket, labels.as_of, (labels.in_words)(as_of));
    Page {
        language: Safe::new(labels.language),
        body_language: None,
        banner,
        title: Safe::new(&title),
        facts: Vec::new(),
        parts: entries.flat_map(|(number, entry)| parts(number, entry, briefs, labels)).collect(),
        notes_heading: Safe::new(labels.notes),
        notes: briefs.iter().map(|brief| note(brief, labels)).collect(),
        colon: Safe::new(labels.colon),
    }
}

/// An entry, and below a line of a page the sentences that back it.
fn parts(number: u64, entry: &Collected, briefs: &[Brief], labels: &Labels<'_>) -> Vec<Part> {
    let plain = RunStyle::default();
    let of = |id: &BriefId| note_number(id, briefs);
    let item = |mut words: Vec<Word>, notes: Vec<usize>| {
        words.extend(notes.into_iter().map(Word::Note));
        let depth = Depth { quote: 0, list: 1 };
        Part::Text { kind: TextKind::Item(Some(number)), depth, words }
    };
    let style = RunStyle { bold: entry.words.is_none() && entry.sentences.is_empty(), ..plain };
    let notes = entry.sources.iter().filter_map(|source| of(&source.id)).collect();
    let mut parts = vec![item(page::words(&words_of(entry, labels), style), notes)];
    let behind = entry.sentences.iter().filter(|_| entry.words.is_some());
    parts.extend(behind.map(|citation| {
        let mut words = page::words(&quote::quoted(citation.shown(), labels), plain);
        words.extend(of(&citation.id).map(Word::Note));
        let depth = Depth { quote: 1, list: 0 };
        Part::Text { kind: TextKind::Paragraph, depth, words }
    }));
    parts
}

/// What something collected says: the words of a line, a sentence in quotation marks, the title of a brief.
pub(super) fn words_of(what: &Collected, labels: &Labels<'_>) -> String {
    if let Some(words) = &what.words {
        return words.clone();
    }
    if what.sentences.is_empty() {
        let titles: Vec<&str> = what.sources.iter().map(|source| source.title.as_str()).collect();
        return titles.join(", ");
    }
    let said = |citation: &Citation| quote::quoted(citation.shown(), labels);
    what.sentences.iter().map(said).collect::<Vec<_>>().join(" ")
}

/// The number of a brief's note.
fn note_number(id: &BriefId, briefs: &[Brief]) -> Option<usize> {
    briefs.iter().position(|brief| brief.id == *id).map(|place| place + 1)
}

/// `Agency, Minsk, May 2025, “Title” (file)`, with the brief's own markings.
fn note(brief: &Brief, labels: &Labels<'_>) -> Safe {
    let title = match brief.title_basis {
        TitleBasis::Stated => format!(", {}", quote::quoted(&brief.title, labels)),
        TitleBasis::Derived => String::new(),
    };
    let file = brief.file.as_str();
    let found = quote::found(file, Some(brief));
    let found = if found == file { file.to_owned() } else { format!("{found}, {file}") };
    let markings: Vec<String> =
        page::banner(brief, labels).iter().map(|line| format!(" [{line}]")).collect();
    Safe::new(&format!(
        "{}{title} ({found}){}",
        quote::origin(Some(brief), labels),
        markings.join("")
    ))
}
