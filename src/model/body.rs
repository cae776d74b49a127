//! The text of a brief, in blocks that a screen, a printer or a summary can walk.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Span;

/// The clean text of one story.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// Paragraphs, headings, list items, tables, in reading order.
    pub blocks: Vec<Block>,
    /// What its links point to; runs name them by their place here.
    pub links: Vec<Link>,
}

/// One block of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// Running text of some kind.
    Text {
        /// Paragraph, heading, list item or code.
        kind: TextKind,
        /// How deep it is nested.
        depth: Depth,
        /// Its words.
        runs: Vec<Run>,
    },
    /// A table; the first row is its head. Each cell is a list of runs.
    Table {
        /// Rows of cells of runs.
        rows: Vec<Vec<Vec<Run>>>,
    },
    /// A thematic break.
    Rule,
}

/// What a block of running text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TextKind {
    /// Plain prose.
    Paragraph,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// The first paragraph of a list item; `None` is a bullet.
    Item(Option<u64>),
    /// Preformatted lines; its runs keep their line feeds.
    Code,
}

/// How deep a block is nested.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Depth {
    /// Levels of quotation.
    pub quote: u8,
    /// Levels of lists, 1 for the items of an outer list and for what follows inside them.
    pub list: u8,
}

/// Words of one style.
///
/// Either verbatim (`text` equals the decoded text at `span`, byte for byte) or atomic (a decoded
/// entity, a line break become a space): then `span` is what it stands for, as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The words. A line feed is a hard line break.
    pub text: String,
    /// Where they stand in the decoded text.
    pub span: Span,
    /// How they are set.
    pub style: RunStyle,
    /// The link they belong to, as an index into [`Body::links`].
    pub link: Option<u16>,
}

/// How words are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "four independent switches of Markdown")]
pub struct RunStyle {
    /// Strong emphasis.
    pub bold: bool,
    /// Emphasis.
    pub italic: bool,
    /// Struck through.
    pub strike: bool,
    /// Code.
    pub code: bool,
}

/// What a link points to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The address as written; never fetched.
    pub target: String,
}

impl Run {
    /// Whether offsets within the text are offsets within the span.
    pub fn is_verbatim(&self) -> bool {
        self.text.len() == self.span.len()
    }
}

impl Block {
    /// The runs of the block in reading order, cells of a table row by row.
    pub fn runs(&self) -> impl Iterator<Item = &Run> {
        let (text, rows) = match self {
            Self::Text { runs, .. } => (runs.as_slice(), &[][..]),
            Self::Table { rows } => (&[][..], rows.as_slice()),
            Self::Rule => (&[][..], &[][..]),
        };
        text.iter().chain(rows.iter().flatten().flatten())
    }

    /// The text it covers in the file, from its first run to its last.
    pub fn span(&self) -> Option<Span> {
        self.runs().map(|run| run.span).reduce(Span::union)
    }

    /// Where bytes of [`Block::plain_text`] stand in the decoded text: exact within verbatim runs,
    /// the whole of an atomic one. Nothing where the range lies outside of running text.
    pub fn locate(&self, range: Range<usize>) -> Option<Span> {
        let Self::Text { runs, .. } = self else { return None };
        let mut start = 0;
        let mut found: Option<Span> = None;
        for run in runs {
            let end = start + run.text.len();
            let (from, to) = (range.start.max(start), range.end.min(end));
            if from < to {
                let part = if run.is_verbatim() {
                    Span::new(run.span.start + from - start, run.span.start + to - start)
                } else {
                    run.span
                };
                found = Some(found.map_or(part, |span| span.union(part)));
            }
            start = end;
        }
        found
    }

    /// Its words as one string; cells of a table are separated by tabs, rows by line feeds.
    pub fn plain_text(&self) -> String {
        match self {
            Self::Text { runs, .. } => runs.iter().map(|run| run.text.as_str()).collect(),
            Self::Table { rows } => {
                let cell = |runs: &Vec<Run>| runs.iter().map(|run| run.text.as_str()).collect();
                let row = |cells: &Vec<Vec<Run>>| {
                    cells.iter().map(cell).collect::<Vec<String>>().join("\t")
                };
                rows.iter().map(row).collect::<Vec<_>>().join("\n")
            }
            Self::Rule => String::new(),
        }
    }
}

impl Body {
    /// The words of each link, in the order of [`Body::links`].
    pub fn words_of_links(&self) -> Vec<String> {
        let mut words = vec![String::new(); self.links.len()];
        for run in self.blocks.iter().flat_map(Block::runs) {
            if let Some(words) = run.link.and_then(|link| words.get_mut(usize::from(link))) {
                words.push_str(&run.text);
            }
        }
        words
    }

    /// The clean text: blocks with a blank line between them.
    pub fn plain_text(&self) -> String {
        let blocks = self.blocks.iter().map(Block::plain_text).filter(|text| !text.is_empty());
        blocks.collect::<Vec<_>>().join("\n\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_the_words_are_found_in_the_file() {
        let run = |text: &str, start, end| Run {
            text: text.into(),
            span: Span::new(start, end),
            style: RunStyle::default(),
            link: None,
        };
        // "un *accord* &amp; un traité"
        let runs = vec![run("un ", 0, 3), run("accord", 4, 10), run(" ", 11, 12), run("&", 12, 17)];
        let kind = TextKind::Paragraph;
        let block = Block::Text { kind, depth: Depth::default(), runs };
        assert_eq!(block.plain_text(), "un accord &");
        assert_eq!(block.locate(3..9), Some(Span::new(4, 10)));
        assert_eq!(block.locate(1..5), Some(Span::new(1, 6)));
        assert_eq!(block.locate(10..11), Some(Span::new(12, 17)));
        assert_eq!(block.locate(11..99), None);
    }
}
