//! A digest as a page to be written: one list, each line opening with its country.

use super::Labels;
use super::citing::Notes;
use super::page::{self, Page, Part, Word};
use crate::model::{Brief, Depth, Digest, DigestLine, RunStyle, TextKind};
use crate::text::Safe;

pub(super) fn page(digest: &Digest, briefs: &[&Brief], labels: &Labels<'_>) -> Page {
    let words = labels.overview;
    let mut notes = Notes::of(briefs);
    let mut parts = Vec::new();
    for part in &digest.parts {
        let heading = words.heading(part.heading);
        parts.extend(part.lines.iter().map(|line| item(&heading, line, labels, &mut notes)));
    }
    let facts = words.digest_facts(digest);
    Page {
        language: Safe::new(labels.language),
        body_language: None,
        banner: notes.banner(labels),
        title: Safe::new(&words.digest_title(digest)),
        facts: facts.iter().filter_map(|(label, value)| page::fact(label, value)).collect(),
        parts,
        notes_heading: Safe::new(labels.notes),
        notes: notes.written(labels),
        colon: Safe::new(labels.colon),
    }
}

fn item<'a>(
    heading: &str,
    line: &'a DigestLine,
    labels: &Labels<'_>,
    notes: &mut Notes<'a>,
) -> Part {
    let plain = RunStyle::default();
    let mut words = page::words(heading, RunStyle { bold: true, ..plain });
    let sign = labels.overview.sign(line.novelty);
    words.extend(page::words(&format!(" {sign} {}", labels.overview.news(line)), plain));
    if line.line.date.is_some() {
        words.extend(page::words(&format!(", {}", page::date(line.line.date, labels)), plain));
    }
    words.extend(line.line.citations.iter().map(|citation| Word::Note(notes.number(citation))));
    Part::Text { kind: TextKind::Item(None), depth: Depth { quote: 0, list: 1 }, words }
}
