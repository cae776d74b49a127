//! The clean text: units of the story become paragraphs whose runs are slices of the file.

use super::noise::credit_start;
use super::signoff;
use super::units::{Shape, Unit};
use crate::model::{Block, Body, Depth, Dropped, DroppedKind, Run, RunStyle, Span, TextKind};

/// Parts of a paragraph that are left out of it.
#[derive(Debug, Default)]
pub(super) struct Cuts {
    spans: Vec<Span>,
    /// Those that the reader may ask for.
    pub dropped: Vec<Dropped>,
}

impl Cuts {
    /// Leaves out `span`, on line `line`, as something the reader may ask for.
    pub(super) fn drop(&mut self, line: u32, kind: DroppedKind, span: Span) {
        self.spans.push(span);
        self.dropped.push(Dropped { line, kind, span });
    }

    /// Leaves out marks that say nothing.
    fn erase(&mut self, span: Span) {
        self.spans.push(span);
    }
}

/// Marks what is noise inside a paragraph of the story: a credit at its end, brackets of a link.
pub(super) fn cut_inside(unit: &Unit<'_>, cuts: &mut Cuts) {
    let Some(last) = unit.lines.last() else { return };
    if unit.shape == Shape::Prose
        && let Some(at) = credit_start(last.text)
    {
        cuts.drop(
            last.number,
            DroppedKind::PhotoCredit,
            Span::new(last.span.start + at, last.span.end),
        );
    }
    for line in unit.lines {
        for (open, close) in link_brackets(line.text) {
            let start = line.span.start;
            cuts.erase(Span::new(start + open, start + open + 1));
            cuts.erase(Span::new(start + close, start + close + 1));
        }
    }
}

/// Leaves out the sign-off at the end of the last paragraph; returns its words.
pub(super) fn cut_sign_off<'t>(unit: &Unit<'t>, cuts: &mut Cuts) -> Option<&'t str> {
    let last = unit.lines.last()?;
    let at = signoff::trailing(last.text)?;
    cuts.drop(last.number, DroppedKind::SignOff, Span::new(last.span.start + at, last.span.end));
    last.text.get(at..)
}

/// Pairs of brackets that marked a link: around a capital, outside quotations (where they mark an addition of the
/// newsroom), and no footnote.
fn link_brackets(text: &str) -> Vec<(usize, usize)> {
    const LONGEST: usize = 160;
    let mut found = Vec::new();
    let (mut open, mut quoted) = (None, false);
    for (at, c) in text.char_indices() {
        match c {
            '«' | '“' => quoted = true,
            '»' | '”' => quoted = false,
            '"' => quoted = !quoted,
            '[' => open = (!quoted).then_some(at),
            ']' => {
                let Some(start) = open.take() else { continue };
                let words = text.get(start + 1..at).unwrap_or_default();
                let named = words.starts_with(char::is_uppercase) && words.chars().nth(1).is_some();
                if named && words.len() <= LONGEST {
                    found.push((start, at));
                }
            }
            _ => {}
        }
    }
    found
}

/// The paragraph of a unit without its cuts, or nothing where nothing is left.
pub(super) fn paragraph(unit: &Unit<'_>, mut cuts: Cuts) -> Option<Block> {
    cuts.spans.sort_unstable();
    let mut cuts = cuts.spans.into_iter().peekable();
    let mut runs: Vec<Run> = Vec::new();
    let mut line_end = None;
    for line in unit.lines {
        if let Some(end) = line_end.replace(line.span.end) {
            // The line break and the indentation behind it read as one space.
            runs.push(run(" ", Span::new(end, line.span.start)));
        }
        let mut start = line.span.start;
        while let Some(cut) = cuts.next_if(|cut| cut.start < line.span.end) {
            push(&mut runs, line.text, line.span, Span::new(start, cut.start));
            start = start.max(cut.end);
        }
        push(&mut runs, line.text, line.span, Span::new(start, line.span.end));
    }
    trim(&mut runs);
    runs.shrink_to_fit();
    let kept = runs.iter().any(|run| run.text.chars().any(char::is_alphanumeric));
    let list = u8::from(matches!(unit.kind, TextKind::Item(_)));
    kept.then_some(Block::Text { kind: unit.kind, depth: Depth { list, quote: 0 }, runs })
}

fn push(runs: &mut Vec<Run>, text: &str, line: Span, span: Span) {
    let inner = span.start.checked_sub(line.start).zip(span.end.checked_sub(line.start));
    let Some(words) = inner.and_then(|(start, end)| text.get(start..end)) else { return };
    if !words.is_empty() {
        runs.push(run(words, span));
    }
}

fn run(text: &str, span: Span) -> Run {
    Run { text: text.to_owned(), span, style: RunStyle::default(), link: None }
}

/// Takes the white space off both ends.
fn trim(runs: &mut Vec<Run>) {
    let blank = |run: &Run| run.text.trim().is_empty();
    runs.truncate(runs.iter().rposition(|run| !blank(run)).map_or(0, |last| last + 1));
    runs.drain(..runs.iter().position(|run| !blank(run)).unwrap_or(0));
    if let Some(last) = runs.last_mut() {
        let kept = last.text.trim_end().len();
        last.span.end -= last.text.len() - kept;
        last.text.truncate(kept);
    }
    if let Some(first) = runs.first_mut() {
        let lead = first.text.len() - first.text.trim_start().len();
        first.span.start += lead;
        first.text.drain(..lead);
    }
}

/// The paragraphs as a body.
pub(super) fn body(blocks: Vec<Block>) -> Body {
    Body { blocks, links: Vec::new() }
}
