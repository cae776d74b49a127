//! The sentences of a text: choosing one to write a note on, and those that have one.

use super::ReaderPane;
use crate::app::context::Context;
use crate::app::typeset::Line;
use crate::model::{Document, Span, Subject};

impl ReaderPane {
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
        if let Some(span) = self.chosen_span() {
            self.bring_into_sight(span);
        }
        true
    }

    /// The cited sentence, else the first one that starts on the screen.
    fn first_in_sight(&self, document: &Document) -> usize {
        let cited = self.cited.map(|span| span.start);
        let lines = self.set.lines.iter().skip(self.top).flat_map(|line| &line.segments);
        let top = lines.filter_map(|segment| segment.source).map(|span| span.start).next();
        let from = cited.or(top).unwrap_or_default();
        document.sentences.iter().position(|sentence| sentence.span.end > from).unwrap_or_default()
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

    /// No sentence is chosen any longer.
    pub(in crate::app) fn forget_choice(&mut self) {
        self.chosen = None;
    }

    /// Finds the sentences that have a note, in the text as it is now.
    pub(in crate::app) fn annotate(&mut self, context: &Context<'_>) {
        let Some(document) = &self.document else { return };
        let notes = context.notes.of_brief(&document.brief.id);
        self.noted = notes.filter_map(|kept| place(&kept.note.subject, document)).collect();
    }
}

/// Where a sentence stands now: where it stood, else where its words are found.
fn place(subject: &Subject, document: &Document) -> Option<Span> {
    let Subject::Sentence { text, span, .. } = subject else { return None };
    if span.slice(&document.decoded) == Some(text) {
        return Some(*span);
    }
    let start = document.decoded.find(text.as_str())?;
    Some(Span::new(start, start + text.len()))
}

/// Whether one of the sentences starts on a line.
pub(super) fn starts_on(line: &Line, sentences: &[Span]) -> bool {
    let sources = || line.segments.iter().filter_map(|segment| segment.source);
    sentences.iter().any(|sentence| {
        sources().any(|source| source.start <= sentence.start && sentence.start < source.end)
    })
}
