//! The running text of a body, block by block, with the way back to the decoded text; its
//! sentences and dates.

use std::ops::Range;

use crate::dates::{self, Order};
use crate::model::{
    Block, Body, DateMention, Language, PartialDate, Run, Sentence, Span, TextKind,
};
use crate::text::sentences;

/// The clean text of one block of prose.
#[derive(Clone, Debug, Default)]
pub(super) struct Prose {
    /// The block's place in the body.
    pub block: usize,
    /// Its words, line breaks as spaces.
    pub text: String,
    /// For each run where it starts in `text` and what it stands for.
    runs: Vec<Piece>,
}

#[derive(Clone, Copy, Debug)]
struct Piece {
    start: usize,
    span: Span,
    verbatim: bool,
}

/// The paragraphs, list items and quotations of a body; headings, code and tables are no prose.
pub(super) fn of(body: &Body) -> Vec<Prose> {
    let prose = body.blocks.iter().enumerate().filter_map(|(block, content)| match content {
        Block::Text { kind: TextKind::Paragraph | TextKind::Item(_), runs, .. } => {
            Some(Prose::new(block, runs))
        }
        _ => None,
    });
    prose.filter(|prose| !prose.text.trim().is_empty()).collect()
}

impl Prose {
    fn new(block: usize, content: &[Run]) -> Self {
        let mut prose = Self { block, ..Self::default() };
        for run in content {
            let verbatim = run.is_verbatim();
            prose.runs.push(Piece { start: prose.text.len(), span: run.span, verbatim });
            prose.text.push_str(&run.text);
        }
        if prose.text.contains(['\n', '\r']) {
            prose.text = prose.text.replace(['\n', '\r'], " ");
        }
        prose
    }

    /// Words that stand in the decoded text as they are.
    pub(super) fn verbatim(text: &str, span: Span) -> Self {
        let runs = vec![Piece { start: 0, span, verbatim: text.len() == span.len() }];
        Self { block: 0, text: text.to_owned(), runs }
    }

    /// What a part of `text` stands for: from the first byte of its first run to the last of its
    /// last.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let within = |run: &Piece, offset: usize| run.span.start + (offset - run.start);
        let start = self
            .run_at(range.start)
            .map_or(0, |run| if run.verbatim { within(run, range.start) } else { run.span.start });
        let last = range.end.saturating_sub(1).max(range.start);
        let end = self
            .run_at(last)
            .map_or(start, |run| if run.verbatim { within(run, range.end) } else { run.span.end });
        Span::new(start, end)
    }

    fn run_at(&self, offset: usize) -> Option<&Piece> {
        let before = self.runs.partition_point(|run| run.start <= offset);
        self.runs.get(before.saturating_sub(1))
    }
}

/// The sentences of all prose, in reading order.
pub(super) fn sentences(prose: &[Prose]) -> impl Iterator<Item = Sentence> {
    prose.iter().flat_map(|prose| {
        let sentence = |range: Range<usize>| {
            let text = prose.text.get(range.clone())?.to_owned();
            Some(Sentence { span: prose.span(&range), text, block: prose.block })
        };
        sentences::split(&prose.text).into_iter().filter_map(sentence)
    })
}

/// The dates of all prose, in reading order; relative ones are resolved against `anchor`, and those
/// of numbers alone are read as the brief's language writes them.
pub(super) fn dates(
    prose: &[Prose],
    anchor: Option<PartialDate>,
    language: Option<Language>,
) -> impl Iterator<Item = DateMention> {
    prose.iter().flat_map(move |prose| {
        let mention = |found: dates::Found| {
            let dates::Found { range, value, end, basis } = found;
            let text = prose.text.get(range.clone())?.to_owned();
            Some(DateMention { span: prose.span(&range), text, value, end, basis })
        };
        dates::find_in(&prose.text, anchor, Order::of(language)).into_iter().filter_map(mention)
    })
}
