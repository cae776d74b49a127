//! The running text of a body, block by block, with the way back to the decoded text; its
//! sentences, dates and persons.

use std::ops::Range;

use crate::dates::{self, Order};
use crate::model::{
    Block, Body, DateMention, Language, PartialDate, PersonMention, PersonTitle, Run, RunStyle,
    Sentence, Span, TextKind,
};
use crate::people::{self, People};
use crate::text::sentences;

/// The clean text of one block of prose.
#[derive(Clone, Debug, Default)]
pub(super) struct Prose {
    /// The block's place in the body.
    pub block: usize,
    /// Its words, line breaks as spaces; for a numbered item of a list, behind its number as it is written.
    pub text: String,
    /// Bytes of `text` that the number takes.
    number: usize,
    /// For each run where it starts in `text` and what it stands for.
    runs: Vec<Piece>,
}

#[derive(Clone, Copy, Debug)]
struct Piece {
    start: usize,
    span: Span,
    verbatim: bool,
}

/// The paragraphs, list items and quotations of a body of `decoded`; headings, code and tables are no prose.
pub(super) fn of(body: &Body, decoded: &str) -> Vec<Prose> {
    let prose = body.blocks.iter().enumerate().filter_map(|(block, content)| match content {
        Block::Text { kind: TextKind::Item(Some(_)), runs, .. } => {
            Some(Prose::new(block, number_before(runs, decoded).as_ref(), runs))
        }
        Block::Text { kind: TextKind::Paragraph | TextKind::Item(None), runs, .. } => {
            Some(Prose::new(block, None, runs))
        }
        _ => None,
    });
    prose.filter(|prose| !prose.words().trim().is_empty()).collect()
}

/// The headings of a body.
pub(super) fn headings(body: &Body) -> Vec<Prose> {
    let headings = body.blocks.iter().enumerate().filter_map(|(block, content)| match content {
        Block::Text { kind: TextKind::Heading(_), runs, .. } => Some(Prose::new(block, None, runs)),
        _ => None,
    });
    headings.collect()
}

/// The number of an item with its sign and space ("2) ", "16. "), right before the item's words.
fn number_before(content: &[Run], decoded: &str) -> Option<Run> {
    /// Markdown reads at most nine digits; then a sign and up to four spaces.
    const LONGEST: usize = 14;
    let end = content.first()?.span.start;
    let line = decoded.get(..end)?;
    let unspaced = line.trim_end_matches(' ');
    let digits = unspaced.strip_suffix(['.', ')'])?;
    let start = digits.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let is_number = start < digits.len() && end - start <= LONGEST;
    let text = decoded.get(start..end).filter(|_| is_number)?.to_owned();
    Some(Run { text, span: Span::new(start, end), style: RunStyle::default(), link: None })
}

impl Prose {
    fn new(block: usize, number: Option<&Run>, content: &[Run]) -> Self {
        let length = number.map_or(0, |number| number.text.len());
        let mut prose = Self { block, number: length, ..Self::default() };
        // Exact: a hostile file has hundreds of thousands of blocks.
        prose.runs.reserve_exact(content.len() + usize::from(number.is_some()));
        for run in number.into_iter().chain(content) {
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
        Self { text: text.to_owned(), runs, ..Self::default() }
    }

    /// Its words without the number of the item.
    pub(super) fn words(&self) -> &str {
        self.text.get(self.number..).unwrap_or_default()
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

/// Where a sentence stands: which prose, and from which byte of its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub prose: usize,
    pub start: usize,
}

/// The sentences of all prose, in reading order, each with its place.
pub(super) fn sentences(prose: &[Prose]) -> impl Iterator<Item = (Place, Sentence)> {
    prose.iter().enumerate().flat_map(|(number, prose)| {
        let sentence = move |range: Range<usize>| {
            let text = prose.text.get(range.clone())?.to_owned();
            let place = Place { prose: number, start: range.start };
            Some((place, Sentence { span: prose.span(&range), text, block: prose.block }))
        };
        sentences::split(&prose.text).into_iter().filter_map(sentence)
    })
}

/// The order of day and month in dates of numbers alone.
pub(super) fn order(prose: &[Prose], language: Option<Language>) -> Order {
    Order::within(prose.iter().map(|prose| prose.text.as_str()), language)
}

/// The dates of all prose, in reading order; relative ones are resolved against `anchor`, and those
/// of numbers alone are read as the text or its language writes them.
pub(super) fn dates(
    prose: &[Prose],
    anchor: Option<PartialDate>,
    language: Option<Language>,
) -> impl Iterator<Item = DateMention> {
    let order = order(prose, language);
    prose.iter().flat_map(move |prose| {
        let mention = |found: dates::Found| {
            let dates::Found { range, value, end, basis } = found;
            let text = prose.text.get(range.clone())?.to_owned();
            Some(DateMention { span: prose.span(&range), text, value, end, basis })
        };
        dates::find_in(&prose.text, anchor, order).into_iter().filter_map(mention)
    })
}

/// The persons of all prose, in reading order.
pub(super) fn people(prose: &[Prose], finder: &People) -> Vec<PersonMention> {
    let texts: Vec<&str> = prose.iter().map(|prose| prose.text.as_str()).collect();
    let mention = |found: people::Mention| {
        let prose = prose.get(found.passage)?;
        let title = found.title.and_then(|title| {
            Some(PersonTitle {
                span: prose.span(&title.range),
                text: prose.text.get(title.range)?.to_owned(),
                role: title.role,
                former: title.former,
                country: title.country,
            })
        });
        let span = prose.span(&found.range);
        Some(PersonMention { span, name: found.name, key: found.key.to_string(), title })
    };
    finder.find(&texts).into_iter().filter_map(mention).collect()
}
