//! A page to be written in any format: safe words, in parts.

use super::Labels;
use crate::model::{Brief, DateBasis, DateStamp, Depth, RunStyle, Status, TextKind};
use crate::text::Safe;

/// A page; every string in it is sanitised and none holds a line feed.
pub(super) struct Page {
    /// Language of the interface words, as in `lang="fr"`.
    pub(super) language: Safe,
    /// Language of the body, where known.
    pub(super) body_language: Option<&'static str>,
    /// Markings that go first: classification, embargo, status.
    pub(super) banner: Vec<Safe>,
    pub(super) title: Safe,
    /// Labels and values under the title.
    pub(super) facts: Vec<(Safe, Safe)>,
    pub(super) parts: Vec<Part>,
    pub(super) notes_heading: Safe,
    /// Numbered from 1.
    pub(super) notes: Vec<Safe>,
    /// What stands between a label and its value.
    pub(super) colon: Safe,
}

/// A block of the page.
pub(super) enum Part {
    Text {
        kind: TextKind,
        depth: Depth,
        words: Vec<Word>,
    },
    /// Rows of cells; the first row is the head.
    Table(Vec<Vec<Vec<Word>>>),
    Rule,
}

/// A stretch of a block.
pub(super) enum Word {
    Text(Safe, RunStyle),
    /// A line break that was meant.
    Break,
    /// The number of a note.
    Note(usize),
}

/// How many spaces stand for a tab in preformatted text.
const TAB: &str = "    ";

/// Sanitises words of a block; line feeds become breaks.
pub(super) fn words(text: &str, style: RunStyle) -> Vec<Word> {
    let mut words = Vec::new();
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            words.push(Word::Break);
        }
        let line = line.strip_suffix('\r').unwrap_or(line);
        if !line.is_empty() {
            words.push(Word::Text(Safe::new(&line.replace('\t', TAB)), style));
        }
    }
    words
}

/// The markings of a brief that must stand above it.
pub(super) fn banner(brief: &Brief, labels: &Labels<'_>) -> Vec<Safe> {
    let labelled = |label: &str, value: &Option<String>| {
        value.as_ref().map(|value| format!("{label}{}{value}", labels.colon))
    };
    let status = match brief.status {
        Status::Current => None,
        Status::Corrected => Some(labels.corrected.to_owned()),
        Status::Withdrawn => Some(labels.withdrawn.to_owned()),
    };
    let lines = [
        labelled(labels.classification, &brief.classification),
        labelled(labels.embargo, &brief.embargo),
        status,
    ];
    lines.into_iter().flatten().map(|line| Safe::new(&line)).collect()
}

/// A date in words; an inferred one has a `~` before it.
pub(super) fn date(date: Option<DateStamp>, labels: &Labels<'_>) -> String {
    match date {
        None => labels.undated.to_owned(),
        Some(DateStamp { value, basis: DateBasis::Inferred }) => {
            format!("~{}", (labels.in_words)(value))
        }
        Some(DateStamp { value, .. }) => (labels.in_words)(value),
    }
}

/// Label and value, where there is a value.
pub(super) fn fact(label: &str, value: &str) -> Option<(Safe, Safe)> {
    (!value.trim().is_empty()).then(|| (Safe::new(label), Safe::new(value)))
}
