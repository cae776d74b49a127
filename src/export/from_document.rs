//! A brief as a page.

use super::page::{self, Page, Part, Word};
use super::{Annotations, Labels};
use crate::model::{Block, Depth, Document, Language, Note, Run, RunStyle, Subject, TextKind};
use crate::text::Safe;

pub(super) fn page(
    document: &Document,
    annotations: &Annotations<'_>,
    labels: &Labels<'_>,
) -> Page {
    let brief = &document.brief;
    let countries: Vec<String> =
        brief.countries.iter().map(|&code| (labels.country)(code)).collect();
    let source = match (&brief.source, &brief.source_url) {
        (Some(source), Some(url)) => format!("{source}, {url}"),
        (one, other) => one.clone().or_else(|| other.clone()).unwrap_or_default(),
    };
    let corrected: Vec<String> =
        brief.corrected.iter().map(|&aspect| (labels.aspect)(aspect)).collect();
    let facts = [
        page::fact(labels.source, &source),
        page::fact(labels.date, &page::date(brief.date, labels)),
        page::fact(labels.countries, &countries.join(", ")),
        page::fact(labels.author, brief.author.as_deref().unwrap_or_default()),
        page::fact(labels.tags, &brief.tags.join(", ")),
        page::fact(labels.own_tags, &annotations.tags.join(", ")),
        page::fact(labels.file, brief.file.as_str()),
        page::fact(labels.corrected_by_reader, &corrected.join(", ")),
    ];
    let links = &document.body.links;
    let body = document.body.blocks.iter().map(|block| part(block, links.len()));
    let parts = body.chain(notes(&annotations.notes, labels)).collect();
    Page {
        language: Safe::new(labels.language),
        body_language: brief.language.map(Language::code),
        banner: page::banner(brief, labels),
        title: Safe::new(&brief.title),
        facts: facts.into_iter().flatten().collect(),
        parts,
        notes_heading: Safe::new(labels.links),
        notes: links.iter().map(|link| Safe::new(&link.target)).collect(),
        colon: Safe::new(labels.colon),
    }
}

/// The reader's notes under a heading; the sentence that one is on goes before it as a quotation.
fn notes(notes: &[&Note], labels: &Labels<'_>) -> Vec<Part> {
    let text = |kind, quote, text: &str| Part::Text {
        kind,
        depth: Depth { quote, list: 0 },
        words: page::words(text, RunStyle::default()),
    };
    let mut parts = Vec::new();
    for note in notes {
        if parts.is_empty() {
            parts.push(text(TextKind::Heading(2), 0, labels.own_notes));
        }
        if let Subject::Sentence { text: sentence, .. } = &note.subject {
            let sentence: Vec<&str> = sentence.split_whitespace().collect();
            parts.push(text(TextKind::Paragraph, 1, &sentence.join(" ")));
        }
        let paragraphs = note.text.split("\n\n").map(|words| words.trim_matches('\n'));
        let paragraphs = paragraphs.filter(|words| !words.trim().is_empty());
        parts.extend(paragraphs.map(|words| text(TextKind::Paragraph, 0, words)));
    }
    parts
}

fn part(block: &Block, links: usize) -> Part {
    match block {
        Block::Text { kind, depth, runs } => {
            Part::Text { kind: *kind, depth: *depth, words: words(runs, links) }
        }
        Block::Table { rows } => {
            let row = |cells: &Vec<Vec<Run>>| cells.iter().map(|runs| words(runs, links)).collect();
            Part::Table(rows.iter().map(row).collect())
        }
        Block::Rule => Part::Rule,
    }
}

/// Runs as words; the number of a link follows its last run.
fn words(runs: &[Run], links: usize) -> Vec<Word> {
    let mut words = Vec::new();
    for (place, run) in runs.iter().enumerate() {
        words.extend(page::words(&run.text, run.style));
        let next = runs.get(place + 1).and_then(|next| next.link);
        if let Some(link) = run.link.filter(|_| next != run.link) {
            let number = usize::from(link) + 1;
            words.extend((number <= links).then_some(Word::Note(number)));
        }
    }
    words
}
