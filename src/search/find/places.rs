//! Where something stands in a document: in its paragraphs, the cells of its tables, and the lines left out of it.

use std::ops::Range;

use super::Sought;
use crate::model::{Block, Document, Run, Span};

/// Hits that are kept; whoever finds more is looking for something else.
const MOST: usize = 50_000;

/// Places of a document where something stands, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// In the text, then in the lines left out of it; within each in the order of the file, and apart.
    spans: Vec<Span>,
    /// How many of them stand in the text.
    in_text: usize,
    /// Whether these are all.
    is_complete: bool,
}

impl Places {
    /// Looks through a document, and through what was left out of it where `with_dropped` says so. `goes_on` is asked now and
    /// then, and may end the search before its end.
    pub fn of(
        sought: &Sought,
        document: &Document,
        with_dropped: bool,
        goes_on: impl Fn() -> bool,
    ) -> Self {
        let mut search = Search { sought, spans: Vec::new(), is_complete: true, goes_on };
        for block in &document.body.blocks {
            match block {
                Block::Text { runs, .. } => search.runs(runs),
                Block::Table { rows } => rows.iter().flatten().for_each(|cell| search.runs(cell)),
                Block::Rule => {}
            }
        }
        let in_text = search.spans.len();
        for dropped in document.dropped.iter().filter(|_| with_dropped) {
            let text = dropped.span.slice(&document.decoded).unwrap_or_default();
            let start = dropped.span.start;
            search.text(text, |hit| Some(Span::new(start + hit.start, start + hit.end)));
        }
        Self { spans: search.spans, in_text, is_complete: search.is_complete }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Whether there are no others.
    pub fn is_complete(&self) -> bool {
        self.is_complete
    }

    /// The place with a number, from 0.
    pub fn get(&self, number: usize) -> Option<Span> {
        self.spans.get(number).copied()
    }

    /// The numbers of the places that share a letter with a stretch of the file.
    pub fn over(&self, stretch: Span) -> impl Iterator<Item = usize> {
        let (text, dropped) = self.spans.split_at(self.in_text.min(self.spans.len()));
        let part = move |spans: &[Span], first: usize| {
            let from = spans.partition_point(|span| span.end <= stretch.start);
            let to = spans.partition_point(|span| span.start < stretch.end);
            first + from..first + to.max(from)
        };
        part(text, 0).chain(part(dropped, text.len()))
    }
}

/// A search under way.
struct Search<'a, G> {
    sought: &'a Sought,
    spans: Vec<Span>,
    is_complete: bool,
    goes_on: G,
}

impl<G: Fn() -> bool> Search<'_, G> {
    /// Looks through words that belong together.
    fn runs(&mut self, runs: &[Run]) {
        if let [run] = runs
            && run.is_verbatim()
        {
            let start = run.span.start;
            return self.text(&run.text, |hit| Some(Span::new(start + hit.start, start + hit.end)));
        }
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        let mut locator = Locator { runs, start: 0 };
        self.text(&text, |hit| locator.locate(&hit));
    }

    /// Looks through a text; `locate` is asked for each hit, in order.
    fn text(&mut self, text: &str, locate: impl FnMut(Range<usize>) -> Option<Span>) {
        let room = MOST.saturating_sub(self.spans.len());
        self.is_complete &= room > 0 && (self.goes_on)();
        if !self.is_complete {
            return;
        }
        let mut hits = self.sought.hits(text, room + 1, &self.goes_on);
        self.is_complete = hits.len() <= room && (self.goes_on)();
        hits.truncate(room);
        self.spans.extend(hits.into_iter().filter_map(locate));
    }
}

/// Finds the runs that ranges of their joined text stand in, one range after the other.
struct Locator<'a> {
    runs: &'a [Run],
    /// Where the first of the runs starts in the joined text.
    start: usize,
}

impl Locator<'_> {
    /// Where a range stands in the file: exact in verbatim runs, the whole of an atomic one.
    fn locate(&mut self, range: &Range<usize>) -> Option<Span> {
        while let Some((run, rest)) = self.runs.split_first()
            && self.start + run.text.len() <= range.start
        {
            self.start += run.text.len();
            self.runs = rest;
        }
        let mut start = self.start;
        let mut found: Option<Span> = None;
        for run in self.runs {
            if start >= range.end {
                break;
            }
            let end = start + run.text.len();
            let (from, to) = (range.start.max(start), range.end.min(end));
            if from < to {
                let place = run.span.start;
                let part = if run.is_verbatim() {
                    Span::new(place + from - start, place + to - start)
                } else {
                    run.span
                };
                found = Some(found.map_or(part, |span| span.union(part)));
            }
            start = end;
        }
        found
    }
}
