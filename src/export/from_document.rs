//! A brief as a page.

use super::Labels;
use super::page::{self, Page, Part, Word};
use crate::model::{Block, Document, Language, Run};
use crate::text::Safe;

pub(super) fn page(document: &Document, labels: &Labels<'_>) -> Page {
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
        page::fact(labels.file, brief.file.as_str()),
        page::fact(labels.corrected_by_reader, &corrected.join(", ")),
    ];
    let links = &document.body.links;
    Page {
        language: Safe::new(labels.language),
        body_language: brief.language.map(Language::code),
        banner: page::banner(brief, labels),
        title: Safe::new(&brief.title),
        facts: facts.into_iter().flatten().collect(),
        parts: document.body.blocks.iter().map(|block| part(block, links.len())).collect(),
        notes_heading: Safe::new(labels.links),
        notes: links.iter().map(|link| Safe::new(&link.target)).collect(),
        colon: Safe::new(labels.colon),
    }
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
