//! A body set in lines of a given measure, every piece of a line still knowing its place in the file.

mod dropped;
mod prose;
mod table;

use crate::model::{Block, Body, Document, ReadingPosition, Span};
use crate::text::{Safe, belies, fingerprint, width};

use super::theme::{Face, Glyphs};

/// A text set in lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Typeset {
    /// The lines, blank ones between blocks included.
    pub(super) lines: Vec<Line>,
    /// Whether a link's words name another host than it leads to.
    has_belied: bool,
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// Its pieces from left to right.
    pub(super) segments: Vec<Segment>,
    /// The block of the body it belongs to; a blank line belongs to the block above it.
    pub(super) block: usize,
    /// How far into the block it starts, in lines of this measure.
    pub(super) within: usize,
}

/// Where a line stands in a body, whatever the measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The block.
    pub(super) block: usize,
    /// How far into it, in bytes of the file.
    pub(super) offset: usize,
}

impl Place {
    /// The place in terms that survive an edit of the file. Slow where the block is long: all of it is read.
    pub(super) fn position(self, body: &Body) -> Option<ReadingPosition> {
        let text = body.blocks.get(self.block)?.plain_text();
        let Self { block, offset } = self;
        Some(ReadingPosition { block, fingerprint: fingerprint(&text), offset })
    }

    /// Whether it is where a position says, in the text that it was kept in.
    pub(super) fn is_at(self, position: &ReadingPosition) -> bool {
        (self.block, self.offset) == (position.block, position.offset)
    }
}

/// A piece of a line in one face.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// What is drawn.
    pub(super) text: Safe,
    /// How.
    pub(super) face: Face,
    /// What it stands for in the decoded text; nothing for the setter's own signs. Where the two
    /// have the same length, offsets within one are offsets within the other.
    pub(super) source: Option<Span>,
}

impl Segment {
    /// A sign of the setter's own.
    fn sign(text: &str, face: Face) -> Self {
        Self { text: Safe::new(text), face, source: None }
    }

    /// Columns it takes.
    pub(super) fn width(&self) -> usize {
        width::width(self.text.as_str())
    }
}

impl Typeset {
    /// Sets a document's body in lines of at most `measure` columns.
    pub(super) fn new(document: &Document, measure: usize, glyphs: Glyphs) -> Self {
        let body = &document.body;
        let mut set = Self::default();
        for (index, block) in body.blocks.iter().enumerate() {
            if index > 0 && !joins(body.blocks.get(index - 1), block) {
                set.lines.push(Line { block: index - 1, ..Line::default() });
            }
            let lines = match block {
                Block::Text { kind, depth, runs } => {
                    prose::set(*kind, *depth, runs, body, measure, glyphs)
                }
                Block::Table { rows } => table::set(rows, measure, glyphs),
                Block::Rule => {
                    vec![vec![Segment::sign(&glyphs.rule.repeat(measure / 3), Face::Rule)]]
                }
            };
            set.lines.extend(lines.into_iter().enumerate().map(|(within, segments)| Line {
                segments,
                block: index,
                within,
            }));
        }
        set.add_links(body, measure, glyphs);
        set
    }

    /// Lists below the text where its links really lead.
    fn add_links(&mut self, body: &Body, measure: usize, glyphs: Glyphs) {
        if body.links.is_empty() {
            return;
        }
        let block = body.blocks.len();
        self.lines.push(Line { block: block.saturating_sub(1), ..Line::default() });
        let words = body.words_of_links();
        for (index, (link, words)) in body.links.iter().zip(words).enumerate() {
            let sign = if belies(&words, &link.target) { glyphs.belied } else { "" };
            self.has_belied |= !sign.is_empty();
            let label = format!("[{}{sign}] ", index + 1);
            for segments in prose::plain(&label, &link.target, None, measure) {
                let within = self.lines.len();
                self.lines.push(Line { segments, block, within });
            }
        }
    }

    /// The first line that shows a place of the decoded text.
    pub(super) fn line_of(&self, span: Span) -> Option<usize> {
        self.lines.iter().position(|line| {
            line.segments.iter().any(|segment| segment.source.is_some_and(|s| s.overlaps(span)))
        })
    }

    /// The first and the last line that show a place of the decoded text.
    pub(super) fn lines_of(&self, span: Span) -> Option<(usize, usize)> {
        let shows = |line: &Line| {
            line.segments.iter().any(|segment| segment.source.is_some_and(|s| s.overlaps(span)))
        };
        let first = self.lines.iter().position(shows)?;
        // A sentence stands in one block: what shows it stands together.
        let further = self.lines.iter().skip(first + 1).take_while(|line| shows(line)).count();
        Some((first, first + further))
    }

    /// Where a line stands, in terms that survive another measure.
    pub(super) fn place(&self, line: usize, body: &Body) -> Option<Place> {
        let line = self.lines.get(line)?;
        let block = body.blocks.get(line.block)?;
        let start = line.segments.iter().find_map(|segment| segment.source)?.start;
        let offset = start.saturating_sub(block.span()?.start);
        Some(Place { block: line.block, offset })
    }

    /// The line where reading stopped, in the block that is still the same, else in the one that
    /// has its place now.
    pub(super) fn line_at(&self, position: &ReadingPosition, body: &Body) -> usize {
        let same = |index: &usize| {
            let block = body.blocks.get(*index);
            block.is_some_and(|block| fingerprint(&block.plain_text()) == position.fingerprint)
        };
        let near = std::iter::once(position.block).chain(0..body.blocks.len());
        let block = near.into_iter().find(same).unwrap_or(position.block);
        self.line_at_place(Place { block, offset: position.offset }, body)
    }

    /// The line where a place of this body stands.
    pub(super) fn line_at_place(&self, place: Place, body: &Body) -> usize {
        let Place { block, offset } = place;
        let start = body.blocks.get(block).and_then(Block::span).map_or(0, |span| span.start);
        let wanted = start.saturating_add(offset);
        let in_block = |line: &Line| line.block == block;
        let begins_after = |line: &Line| {
            line.segments.iter().find_map(|s| s.source).is_some_and(|s| s.start > wanted)
        };
        let first = self.lines.iter().position(in_block).unwrap_or(0);
        let lines = self.lines.iter().enumerate().skip(first);
        let past = lines.take_while(|(_, line)| in_block(line)).find(|(_, l)| begins_after(l));
        // Below a block stands a blank line of its own, where nobody stopped.
        let has_text = |line: &Line| in_block(line) && !line.segments.is_empty();
        past.map_or_else(
            || self.lines.iter().rposition(has_text).unwrap_or(first),
            |(at, _)| at.saturating_sub(1).max(first),
        )
    }
}

/// Whether two blocks stand together without a blank line: the items of one list.
fn joins(before: Option<&Block>, block: &Block) -> bool {
    use crate::model::TextKind::Item;
    let (Some(Block::Text { depth: a, .. }), Block::Text { kind: Item(_), depth: b, .. }) =
        (before, block)
    else {
        return false;
    };
    a.list > 0 && b.list > 0 && a.quote == b.quote
}

#[cfg(test)]
mod tests;
