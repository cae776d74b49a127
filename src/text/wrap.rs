//! Paragraphs to lines, with textwrap: Unicode line breaking, first fit.
//!
//! Lines are measured as they will be drawn, sanitised; the ranges index the original.

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

use textwrap::WordSeparator;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_segmentation::UnicodeSegmentation;

use super::pieces;
use super::width::{drawn_width, width};

/// A word, or a part of one that is wider than the line, with the white space after it.
#[derive(Debug)]
struct Fragmented {
    /// Bytes of the paragraph, without the white space after the word.
    range: Range<usize>,
    columns: usize,
    /// Columns of the white space after it.
    space: usize,
}

#[expect(clippy::cast_precision_loss, reason = "columns are small, and textwrap counts in f64")]
impl Fragment for Fragmented {
    fn width(&self) -> f64 {
        self.columns as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.space as f64
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// Breaks one paragraph (no line feeds in it) into lines of at most `columns` columns; a word wider than that is cut
/// between clusters. The ranges index `paragraph` and leave out the white space at line ends; an empty paragraph has
/// one empty line.
pub fn wrap(paragraph: &str, columns: usize) -> Vec<Range<usize>> {
    let fragments = fragments(paragraph, columns.max(1));
    #[expect(clippy::cast_precision_loss, reason = "columns are small, and textwrap counts in f64")]
    let lines = wrap_first_fit(&fragments, &[columns.max(1) as f64]);
    lines
        .into_iter()
        .map(|line| {
            let start = line.first().map_or(0, |fragment| fragment.range.start);
            start..line.last().map_or(start, |fragment| fragment.range.end)
        })
        .collect()
}

fn fragments(paragraph: &str, columns: usize) -> Vec<Fragmented> {
    let mut fragments = Vec::new();
    for group in words(paragraph).chunk_by(|_, next| next.tied) {
        let whole = Word::join(group).map(|word| fragment(paragraph, &word));
        if let Some(whole) = whole.filter(|whole| whole.columns <= columns) {
            fragments.push(whole);
            continue;
        }
        for word in group {
            let single = fragment(paragraph, word);
            if single.columns > columns {
                cut(paragraph, &single, columns, &mut fragments);
            } else {
                fragments.push(single);
            }
        }
    }
    fragments
}

fn fragment(paragraph: &str, word: &Word) -> Fragmented {
    let text = paragraph.get(word.range.clone()).unwrap_or_default();
    let bare = text.trim_end_matches(is_breaking_space);
    Fragmented {
        range: word.range.start..word.range.start + bare.len(),
        columns: width(bare),
        space: width(text.get(bare.len()..).unwrap_or_default()),
    }
}

/// White space at which a line may end: the no-break spaces of French punctuation are no such thing.
fn is_breaking_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// What stands between two opportunities to break a line, with the white space after it.
struct Word {
    range: Range<usize>,
    /// Whether French typography forbids a line to begin with it.
    tied: bool,
}

impl Word {
    /// All of `group` as one word.
    fn join(group: &[Self]) -> Option<Self> {
        let (first, last) = (group.first()?, group.last()?);
        Some(Self { range: first.range.start..last.range.end, tied: first.tied })
    }
}

fn words(paragraph: &str) -> Vec<Word> {
    // textwrap takes an escape for the start of a colour sequence without width; here it is drawn as a picture.
    let visible: Cow<'_, str> = if paragraph.contains('\u{1b}') {
        Cow::Owned(paragraph.replace('\u{1b}', "^"))
    } else {
        Cow::Borrowed(paragraph)
    };
    let mut start = 0;
    let mut after_opening = false;
    WordSeparator::UnicodeBreakProperties
        .find_words(&visible)
        .map(|found| {
            let range = start..start + found.word.len() + found.whitespace.len();
            start = range.end;
            let word = visible.get(range.clone()).unwrap_or_default().trim_end();
            let tied = after_opening || starts_no_line(word);
            after_opening = word.ends_with(['«', '‹']);
            Word { range, tied }
        })
        .collect()
}

/// Whether `word` is a closing sign that French sets apart with a space, and that belongs to the word before it.
fn starts_no_line(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(|first| match first {
        '»' | '›' => true,
        ':' | ';' | '!' | '?' | '%' => {
            chars.all(|c| matches!(c, ':' | ';' | '!' | '?' | '»' | '.' | ',' | ')' | '…'))
        }
        _ => false,
    })
}

/// Cuts a word that is too wide into parts that fit, between clusters.
fn cut(paragraph: &str, long: &Fragmented, columns: usize, fragments: &mut Vec<Fragmented>) {
    let word = paragraph.get(long.range.clone()).unwrap_or_default();
    let mut part = Fragmented { range: long.range.start..long.range.start, columns: 0, space: 0 };
    for (range, taken) in units(word) {
        let at = long.range.start + range.start;
        if part.columns > 0 && part.columns + taken > columns {
            part.range.end = at;
            fragments.push(part);
            part = Fragmented { range: at..at, columns: 0, space: 0 };
        }
        part.columns += taken;
    }
    part.range.end = long.range.end;
    part.space = long.space;
    fragments.push(part);
}

/// The clusters of `word` as they are drawn, with their columns; a sign that stands for something else is not cut.
fn units(word: &str) -> impl Iterator<Item = (Range<usize>, usize)> {
    pieces(word).flat_map(|piece| {
        let start = piece.range.start;
        match piece.shown {
            Cow::Borrowed(run) => run
                .grapheme_indices(true)
                .map(|(at, cluster)| (start + at..start + at + cluster.len(), drawn_width(cluster)))
                .collect(),
            Cow::Owned(shown) => vec![(piece.range, drawn_width(&shown))],
        }
    })
}
