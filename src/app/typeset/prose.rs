//! Paragraphs, headings, list items, quotations and code set in lines.

use std::ops::Range;

use super::Segment;
use crate::app::theme::{Face, Glyphs};
use crate::model::{Body, Depth, Run, RunStyle, Span, TextKind};
use crate::text::{Safe, belies, pieces, width, wrap};

/// Columns that one level of a list is set in by.
const INDENT: usize = 2;

/// The narrowest a text gets, however deep it is nested, in columns.
const NARROWEST: usize = 16;

/// A stretch of shown text with one origin.
struct Atom {
    /// Bytes of the shown text.
    shown: Range<usize>,
    source: Option<Span>,
    face: Face,
}

/// Text to be broken into lines, with the origin of each of its bytes.
#[derive(Default)]
pub(super) struct Shown {
    pub(super) text: String,
    atoms: Vec<Atom>,
}

impl Shown {
    /// Adds the words of a run, sanitised; each replaced character stays one atom.
    pub(super) fn run(&mut self, text: &str, source: Option<Span>, face: Face) {
        let verbatim = source.is_some_and(|span| span.len() == text.len());
        for piece in pieces(text) {
            let start = self.text.len();
            self.text.push_str(&piece.shown);
            let source = source.map(|span| {
                if verbatim {
                    Span::new(span.start + piece.range.start, span.start + piece.range.end)
                } else {
                    span
                }
            });
            self.atoms.push(Atom { shown: start..self.text.len(), source, face });
        }
    }

    /// The pieces of one line.
    pub(super) fn segments(&self, line: &Range<usize>) -> Vec<Segment> {
        let from = self.atoms.partition_point(|atom| atom.shown.end <= line.start);
        let atoms = self.atoms.iter().skip(from).take_while(|atom| atom.shown.start < line.end);
        atoms.filter_map(|atom| self.segment(atom, line)).collect()
    }

    /// The part of an atom that stands on a line.
    fn segment(&self, atom: &Atom, line: &Range<usize>) -> Option<Segment> {
        let cut = atom.shown.start.max(line.start)..atom.shown.end.min(line.end);
        let text = self.text.get(cut.clone()).filter(|text| !text.is_empty())?;
        let source = atom.source.map(|span| {
            if span.len() == atom.shown.len() {
                let start = span.start + (cut.start - atom.shown.start);
                Span::new(start, start + cut.len())
            } else {
                span
            }
        });
        Some(Segment { text: Safe::new(text), face: atom.face, source })
    }
}

/// Sets one block of running text.
pub(super) fn set(
    kind: TextKind,
    depth: Depth,
    runs: &[Run],
    body: &Body,
    measure: usize,
    glyphs: Glyphs,
) -> Vec<Vec<Segment>> {
    let first = lead(kind, depth, glyphs);
    let rest: Vec<Segment> = hang(&first, depth, glyphs);
    let taken: usize = first.iter().map(Segment::width).sum();
    let room = measure.saturating_sub(taken).max(NARROWEST.min(measure));
    let mut lines: Vec<Vec<Segment>> = Vec::new();
    for paragraph in paragraphs(kind, runs, body, glyphs) {
        for line in wrap::wrap(&paragraph.text, room) {
            let mut segments = if lines.is_empty() { first.clone() } else { rest.clone() };
            segments.extend(paragraph.segments(&line));
            lines.push(segments);
        }
    }
    lines
}

/// Sets a label and a text of the outside without markup, the text hanging behind the label; `source` is where the text
/// stands in the file, if it does.
pub(super) fn plain(
    label: &str,
    text: &str,
    source: Option<Span>,
    measure: usize,
) -> Vec<Vec<Segment>> {
    let room = measure.saturating_sub(width::width(label)).max(NARROWEST.min(measure));
    let mut shown = Shown::default();
    shown.run(text, source, Face::Dim);
    let lines = wrap::wrap(&shown.text, room).into_iter().enumerate();
    lines
        .map(|(index, line)| {
            let blank = " ".repeat(width::width(label));
            let before = if index == 0 { label } else { &blank };
            let mut segments = vec![Segment::sign(before, Face::Dim)];
            segments.extend(shown.segments(&line));
            segments
        })
        .collect()
}

/// The runs as paragraphs of shown text, split at hard line breaks, links followed by their number, and by a sign where
/// their words name another host than they lead to.
fn paragraphs(kind: TextKind, runs: &[Run], body: &Body, glyphs: Glyphs) -> Vec<Shown> {
    let mut shown = vec![Shown::default()];
    let mut words = String::new();
    for (index, run) in runs.iter().enumerate() {
        let face = face(kind, run);
        let mut offset = 0;
        for (part, text) in run.text.split('\n').enumerate() {
            if part > 0 {
                shown.push(Shown::default());
            }
            let source = if run.is_verbatim() {
                let start = run.span.start + offset;
                Span::new(start, start + text.len())
            } else {
                run.span
            };
            offset += text.len() + 1;
            if let Some(paragraph) = shown.last_mut() {
                paragraph.run(text, Some(source), face);
            }
        }
        let link = run.link.filter(|&link| usize::from(link) < body.links.len());
        if link.is_some() {
            words.push_str(&run.text);
        }
        let goes_on = runs.get(index + 1).is_some_and(|next| next.link == run.link);
        if let (Some(link), false, Some(paragraph)) = (link, goes_on, shown.last_mut()) {
            let target = body.links.get(usize::from(link)).map_or("", |link| link.target.as_str());
            let number = usize::from(link) + 1;
            let (sign, face) = if belies(&words, target) {
                (glyphs.belied, Face::Warning)
            } else {
                ("", Face::Dim)
            };
            paragraph.run(&format!("[{number}{sign}]"), None, face);
            words.clear();
        }
    }
    // Preformatted text ends in a line feed that starts no line.
    if kind == TextKind::Code && shown.len() > 1 && shown.last().is_some_and(|p| p.text.is_empty())
    {
        shown.pop();
    }
    shown
}

/// How a run is drawn.
fn face(kind: TextKind, run: &Run) -> Face {
    let RunStyle { bold, italic, strike, code } = run.style;
    match kind {
        TextKind::Heading(_) => Face::Heading,
        TextKind::Code => Face::Code,
        _ if run.link.is_some() => Face::Link,
        _ if code => Face::Code,
        _ if strike => Face::Struck,
        _ if bold => Face::Strong,
        _ if italic => Face::Emphasis,
        TextKind::Paragraph | TextKind::Item(_) => Face::Text,
    }
}

/// What stands before the first line: quotation bars, the indent, the item's sign.
fn lead(kind: TextKind, depth: Depth, glyphs: Glyphs) -> Vec<Segment> {
    let mut segments = bars(depth, glyphs);
    let list = usize::from(depth.list.min(6));
    let mark = match kind {
        TextKind::Item(None) => format!("{} ", glyphs.bullet),
        TextKind::Item(Some(number)) => format!("{number}. "),
        TextKind::Code => "  ".to_owned(),
        _ if list > 0 => " ".repeat(INDENT),
        _ => String::new(),
    };
    let indent = " ".repeat(list.saturating_sub(1) * INDENT);
    if !indent.is_empty() || !mark.is_empty() {
        segments.push(Segment::sign(&format!("{indent}{mark}"), Face::Dim));
    }
    segments
}

/// What stands before the other lines: as wide as what stands before the first one.
fn hang(first: &[Segment], depth: Depth, glyphs: Glyphs) -> Vec<Segment> {
    let mut segments = bars(depth, glyphs);
    let taken: usize = segments.iter().map(Segment::width).sum();
    let columns: usize = first.iter().map(Segment::width).sum();
    if columns > taken {
        segments.push(Segment::sign(&" ".repeat(columns - taken), Face::Text));
    }
    segments
}

/// One bar a level of quotation, six at most.
fn bars(depth: Depth, glyphs: Glyphs) -> Vec<Segment> {
    let bar = format!("{} ", glyphs.quote);
    (0..depth.quote.min(6)).map(|_| Segment::sign(&bar, Face::Dim)).collect()
}
