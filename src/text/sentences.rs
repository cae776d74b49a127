//! Sentences of French and English prose.
//!
//! A stop (`.`, `!`, `?`, `…` and what closes after it) ends a sentence by what stands on its two sides; the rules look at
//! a bounded stretch of text only, so that any input takes linear time. Abbreviations are data, in `abbreviations.toml`.

mod abbreviations;
mod lists;
mod rules;
mod stops;
#[cfg(test)]
mod tests;

use std::ops::Range;

/// The sentences of one paragraph as byte ranges into it, in order, without the white space between
/// them.
pub fn split(paragraph: &str) -> Vec<Range<usize>> {
    let mut sentences = Sentences { paragraph, start: 0, found: Vec::new() };
    let mut items = lists::item_starts(paragraph).into_iter().peekable();
    for stop in stops::stops(paragraph) {
        while let Some(item) = items.next_if(|&item| item <= stop.run.start) {
            sentences.end_at(item);
        }
        if let Some(end) = rules::sentence_end(paragraph, sentences.start, &stop) {
            sentences.end_at(end);
        }
    }
    for item in items {
        sentences.end_at(item);
    }
    sentences.end_at(paragraph.len());
    sentences.found
}

struct Sentences<'a> {
    paragraph: &'a str,
    /// Where the sentence under way starts.
    start: usize,
    found: Vec<Range<usize>>,
}

impl Sentences<'_> {
    fn end_at(&mut self, end: usize) {
        let sentence = self.paragraph.get(self.start..end).unwrap_or_default();
        let trimmed = sentence.trim_start();
        let start = end - trimmed.len();
        let length = trimmed.trim_end().len();
        if length > 0 {
            self.found.push(start..start + length);
        }
        self.start = end;
    }
}
