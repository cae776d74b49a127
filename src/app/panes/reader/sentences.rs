//! The sentences of a text: a cursor that walks from one to the next, choosing one to write a note on, and those that
//! have a note.

use super::ReaderPane;
use crate::app::context::Context;
use crate::app::list::Motion;
use crate::app::typeset::Line;
use crate::model::{BriefId, Citation, Document, Span, Subject};

/// A sentence of a brief that is pointed to from elsewhere, perhaps since long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) struct Passage {
    /// The brief.
    pub(in crate::app) id: BriefId,
    /// Where the sentence stood.
    span: Span,
    /// Its words.
    text: String,
}

impl Passage {
    /// The sentence that a citation gives.
    pub(in crate::app) fn cited(citation: Citation) -> Self {
        Self { id: citation.id, span: citation.span, text: citation.sentence }
    }

    /// The sentence that a note is on.
    pub(in crate::app) fn noted(subject: &Subject) -> Option<Self> {
        let Subject::Sentence { id, text, span } = subject else { return None };
        Some(Self { id: id.clone(), span: *span, text: text.clone() })
    }

    /// Where it stands now: where it stood, else where its words are found nearest to that.
    pub(super) fn place(&self, document: &Document) -> Option<Span> {
        let (text, span) = (self.text.as_str(), self.span);
        if self.id != document.brief.id || text.is_empty() {
            return None;
        }
        if span.slice(&document.decoded) == Some(text) {
            return Some(span);
        }
        let found = document.decoded.match_indices(text).map(|(start, _)| start);
        let start = found.min_by_key(|start| start.abs_diff(span.start))?;
        Some(Span::new(start, start + text.len()))
    }
}

impl ReaderPane {
    /// Puts the cursor on a sentence, to walk on from there: the one that is cited where it is in sight, else the first one
    /// in sight. Returns whether there is any.
    pub(in crate::app) fn walk(&mut self) -> bool {
        self.walks = self.choose_sentence(0);
        self.walks
    }

    /// Whether there is a cursor that walks from sentence to sentence.
    pub(in crate::app) fn walks(&self) -> bool {
        self.walks
    }

    /// Takes the cursor away.
    pub(in crate::app) fn stop_walking(&mut self) {
        self.walks = false;
        self.chosen = None;
    }

    /// Moves the cursor: by sentences, or with the text where that is paged. At the end of the text a page on leads to the
    /// last sentence, at its start a page back to the first.
    pub(in crate::app) fn step_sentence(&mut self, motion: Motion) {
        match motion {
            Motion::Rows(by) => {
                self.choose_sentence(by);
            }
            Motion::First => self.go_to_sentence(0),
            Motion::Last => self.go_to_sentence(usize::MAX),
            Motion::Halves(halves) => {
                let before = self.top;
                self.scroll(motion);
                if self.top == before {
                    self.go_to_sentence(if halves > 0 { usize::MAX } else { 0 });
                }
            }
        }
    }

    /// Whether the cursor is on the last sentence.
    pub(in crate::app) fn is_on_last_sentence(&self) -> bool {
        let last =
            self.document.as_ref().and_then(|document| document.sentences.len().checked_sub(1));
        self.chosen.is_none() || self.chosen == last
    }

    /// Puts the cursor on a sentence by its place, the last one where there are not so many; the text goes to that end.
    fn go_to_sentence(&mut self, place: usize) {
        self.top = if place == 0 { 0 } else { self.last_top() };
        let sentences = self.document.as_ref().map_or(0, |document| document.sentences.len());
        self.chosen = sentences.checked_sub(1).map(|last| place.min(last));
        self.drop_anchor();
        self.show_chosen();
    }

    /// The text was scrolled `down` or up: the cursor stays in sight.
    pub(super) fn follow_text(&mut self, down: bool) {
        let Some(span) = self.chosen_span().filter(|_| self.walks) else { return };
        if !self.is_in_sight(span) {
            self.chosen = self.at_edge(down).or(self.chosen);
        }
    }

    /// What was found is gone to: the cursor goes along.
    pub(super) fn follow_find(&mut self, found: Span) {
        let Some(document) = self.document.as_ref().filter(|_| self.walks) else { return };
        let on = document.sentences.iter().position(|sentence| sentence.span.overlaps(found));
        self.chosen = on.or(self.chosen);
    }

    /// Chooses a sentence: the one that is cited or the first in sight, then others by so many;
    /// returns whether there is any.
    pub(in crate::app) fn choose_sentence(&mut self, by: isize) -> bool {
        let Some(document) = &self.document else { return false };
        let Some(last) = document.sentences.len().checked_sub(1) else { return false };
        let chosen = match self.chosen {
            Some(chosen) => chosen.saturating_add_signed(by).min(last),
            None => self.first_in_sight(document).min(last),
        };
        self.chosen = Some(chosen);
        self.cited = None;
        self.show_chosen();
        true
    }

    /// The cited sentence, else the first one that starts on the screen.
    fn first_in_sight(&self, document: &Document) -> usize {
        let cited = self.cited.filter(|&span| self.is_in_sight(span));
        let of_cited = cited.and_then(|span| {
            document.sentences.iter().position(|sentence| sentence.span.end > span.start)
        });
        of_cited.or_else(|| self.at_edge(true)).unwrap_or_default()
    }

    /// The first sentence that starts on the screen, or the last one that ends there; else one that is there in part.
    fn at_edge(&self, first: bool) -> Option<usize> {
        let document = self.document.as_ref()?;
        let seen = self.stretch_in_sight(document)?;
        let mut there =
            document.sentences.iter().enumerate().filter(|(_, s)| s.span.overlaps(seen));
        let whole =
            |span: Span| if first { span.start >= seen.start } else { span.end <= seen.end };
        let (mut any, mut found) = (None, None);
        for (place, sentence) in there.by_ref() {
            any = any.filter(|_| first).or(Some(place));
            if whole(sentence.span) {
                found = found.filter(|_| first).or(Some(place));
            }
        }
        found.or(any)
    }

    /// What of the decoded text is on the screen.
    fn stretch_in_sight(&self, document: &Document) -> Option<Span> {
        let blocks = document.body.blocks.len();
        let lines = self.set.lines.iter().skip(self.top).take(self.height());
        let of_text = lines.filter(|line| line.block < blocks);
        let sources = of_text.flat_map(|line| &line.segments).filter_map(|segment| segment.source);
        sources.reduce(Span::union)
    }

    /// Whether the first line of a place is on the screen.
    fn is_in_sight(&self, span: Span) -> bool {
        let line = self.set.line_of(span);
        line.is_some_and(|line| (self.top..self.top + self.height()).contains(&line))
    }

    /// Scrolls as little as shows the chosen sentence whole, or its start where it is longer than the screen.
    fn show_chosen(&mut self) {
        let Some(span) = self.chosen_span() else { return };
        let Some((first, last)) = self.set.lines_of(span) else { return };
        let height = self.height();
        let before = self.top;
        if first < self.top {
            self.top = first;
        } else if last >= self.top + height {
            self.top = (last + 1).saturating_sub(height).min(first);
        }
        self.clamp();
        if self.top != before {
            self.drop_anchor();
        }
    }

    /// Where the chosen sentence stands.
    pub(super) fn chosen_span(&self) -> Option<Span> {
        let document = self.document.as_ref()?;
        document.sentences.get(self.chosen?).map(|sentence| sentence.span)
    }

    /// The chosen sentence as what a note is about.
    pub(in crate::app) fn chosen_sentence(&self) -> Option<Subject> {
        let (document, span) = (self.document.as_ref()?, self.chosen_span()?);
        let text = span.slice(&document.decoded)?.to_owned();
        Some(Subject::Sentence { id: document.brief.id.clone(), text, span })
    }

    /// The chosen sentence as it is cited.
    pub(in crate::app) fn chosen_citation(&self) -> Option<Citation> {
        let document = self.document.as_ref()?;
        let chosen = document.sentences.get(self.chosen?)?;
        let sentence = chosen.span.slice(&document.decoded)?.to_owned();
        let words = (chosen.text != sentence).then(|| chosen.text.clone());
        let (id, file) = (document.brief.id.clone(), document.brief.file.clone());
        Some(Citation { id, file, span: chosen.span, sentence, words })
    }

    /// No sentence is chosen any longer, but by the cursor that walks.
    pub(in crate::app) fn forget_choice(&mut self) {
        if !self.walks {
            self.chosen = None;
        }
    }

    /// Finds the sentences that have a note, in the text as it is now.
    pub(in crate::app) fn annotate(&mut self, context: &Context<'_>) {
        let Some(document) = &self.document else { return };
        let notes = context.notes.of_brief(&document.brief.id);
        let place = |subject| Passage::noted(subject)?.place(document);
        self.noted = notes.filter_map(|kept| place(&kept.note.subject)).collect();
    }
}

/// Whether one of the sentences starts on a line.
pub(super) fn starts_on(line: &Line, sentences: &[Span]) -> bool {
    let sources = || line.segments.iter().filter_map(|segment| segment.source);
    sentences.iter().any(|sentence| {
        sources().any(|source| source.start <= sentence.start && sentence.start < source.end)
    })
}

/// Whether a part of a sentence stands on a line.
pub(super) fn is_on(line: &Line, sentence: Span) -> bool {
    let sources = || line.segments.iter().filter_map(|segment| segment.source);
    sources().any(|source| source.overlaps(sentence))
}
