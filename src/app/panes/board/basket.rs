//! The rows of the basket: what was collected, numbered, and below it the briefs that it comes from.

use std::collections::HashMap;

use super::{Row, StandsFor};
use crate::app::context::Context;
use crate::app::labels::with_labels;
use crate::app::theme::Face;
use crate::export;
use crate::library::sources;
use crate::model::{Brief, BriefId, Entry};
use crate::text::{Safe, width, wrap};

/// Lines that one entry takes at most.
const MOST_LINES: usize = 4;

/// The rows of the basket as it is kept.
pub(super) fn rows(columns: usize, context: &Context<'_>) -> Vec<Row> {
    let entries = context.basket.entries();
    if entries.is_empty() {
        let text = context.say("basket-empty-how");
        let lines = wrap::wrap(text.as_str(), columns.max(20)).into_iter();
        return vec![Row::still(lines.map(|line| vec![(text.slice(line), Face::Dim)]).collect())];
    }
    let briefs = sources(context.basket, context.library);
    let numbers = (1..).zip(&briefs).map(|(number, brief)| (&brief.id, number)).collect();
    let numbered = (1..).zip(entries);
    let mut rows: Vec<Row> = numbered
        .map(|(number, (key, what))| entry(number, key, what, &numbers, columns, context))
        .collect();
    rows.push(Row::still(vec![Vec::new()]));
    rows.extend((1..).zip(&briefs).map(|(number, brief)| source(number, brief, context)));
    rows
}

/// Something collected: its number, its words, the numbers of its sources.
fn entry(
    number: usize,
    key: &str,
    Entry { what, .. }: &Entry,
    numbers: &HashMap<&BriefId, usize>,
    columns: usize,
    context: &Context<'_>,
) -> Row {
    let words = with_labels(context.words, |labels| export::words_of_collected(what, labels));
    let words = Safe::new(&words);
    let cited = what.sources.iter().filter_map(|source| {
        let number = numbers.get(&source.id)?;
        Some(format!("[{number}]"))
    });
    let cited = Safe::new(&format!(" {}", cited.collect::<String>()));
    let before = Safe::new(&format!("{number:>3}  "));
    let blank = Safe::new(" ").repeat(width::width(before.as_str()));
    let taken = width::width(before.as_str()) + width::width(cited.as_str());
    let ranges = wrap::wrap(words.as_str(), columns.saturating_sub(taken).max(20));
    let is_cut = ranges.len() > MOST_LINES;
    let shown = ranges.len().min(MOST_LINES);
    let is_brief = what.sentences.is_empty();
    let face = if is_brief { Face::Strong } else { Face::Text };
    let mut lines = Vec::new();
    for (index, range) in ranges.into_iter().take(shown).enumerate() {
        let margin = if index == 0 { before.clone() } else { blank.clone() };
        let mut line = vec![(margin, Face::Dim), (words.slice(range), face)];
        if index + 1 == shown {
            line.extend(is_cut.then(|| (Safe::new(context.glyphs.ellipsis), Face::Dim)));
            line.push((cited.clone(), Face::Key));
        }
        lines.push(line);
    }
    let sentence = what.sentences.first().cloned();
    let brief = what.sources.first().map(|source| source.id.clone());
    Row { lines, stands_for: StandsFor::Collected { key: key.to_owned(), brief, sentence } }
}

/// A brief: where it comes from, its title, and whether its file is gone.
fn source(number: usize, brief: &Brief, context: &Context<'_>) -> Row {
    let origin = with_labels(context.words, |labels| export::origin(brief, labels));
    let mut line = vec![
        (Safe::new(&format!("[{number}] {origin} ")), Face::Dim),
        (context.title(brief), Face::Dim),
    ];
    if context.library.brief(&brief.id).is_none() {
        line.push((Safe::new(" "), Face::Dim));
        line.push((context.say("basket-source-gone"), Face::Warning));
    }
    Row { lines: vec![line], stands_for: StandsFor::Brief(brief.id.clone()) }
}
