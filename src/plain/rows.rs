//! Lists, texts and pages as rows, a line each. What only decorates is left out: it would be read aloud.

use std::sync::Arc;

use super::order::Orders;
use super::place::Target;
use crate::app::labels::{section, with_labels};
use crate::export::{self, Annotations, Format, Quoted};
use crate::library::{Notes, Snapshot};
use crate::messages::Messages;
use crate::model::{
    Argument, Brief, Citation, CountryCode, DateBasis, Document, Status, Summary, SummaryLine,
};
use crate::text::fold;

/// A line, and what its number opens; one without has no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) text: String,
    pub(super) opens: Option<Target>,
}

impl Row {
    pub(super) fn line(text: impl Into<String>) -> Self {
        Self { text: text.into(), opens: None }
    }

    pub(super) fn item(text: impl Into<String>, opens: Target) -> Self {
        Self { text: text.into(), opens: Some(opens) }
    }
}

/// What rows are made of.
pub(super) struct Shown<'a> {
    pub(super) library: &'a Snapshot,
    pub(super) notes: &'a Notes,
    pub(super) words: &'a Messages,
}

impl Shown<'_> {
    /// What can be ordered.
    pub(super) fn help(&self, orders: &Orders) -> Vec<Row> {
        let item = |(order, words, key): (_, String, String)| {
            let does = Argument::Text(self.words.text(&key));
            let arguments = [("words", Argument::Text(words)), ("does", does)];
            Row::item(self.words.with("plain-opens", &arguments), Target::Order(order))
        };
        let head = Row::line(self.words.text("plain-help"));
        let guide = orders.guide(self.words.language());
        std::iter::once(head).chain(guide.into_iter().map(item)).collect()
    }

    /// The countries that have articles, by their names.
    pub(super) fn countries(&self) -> Vec<Row> {
        let mut codes: Vec<CountryCode> = self.library.countries().keys().copied().collect();
        codes.sort_by_cached_key(|&code| (fold(&self.words.country(code)), code));
        let row = |code: CountryCode| {
            let about = || self.library.about(code);
            let unread = about().filter(|brief| !self.library.marks.is_read(&brief.id)).count();
            let arguments = [
                ("country", Argument::Text(self.words.country(code))),
                ("count", super::number(about().count())),
                ("unread", super::number(unread)),
            ];
            Row::item(self.words.with("plain-country", &arguments), Target::Country(code))
        };
        let head = self.words.with("plain-countries", &[("count", super::number(codes.len()))]);
        std::iter::once(Row::line(head)).chain(codes.into_iter().map(row)).collect()
    }

    /// Articles under a heading.
    pub(super) fn articles(&self, heading: &str, briefs: &[Arc<Brief>]) -> Vec<Row> {
        let item =
            |brief: &Arc<Brief>| Row::item(self.article(brief), Target::Brief(brief.id.clone()));
        let items: Vec<Row> = briefs.iter().map(item).collect();
        let count = super::number(items.len());
        let arguments = [("heading", Argument::Text(heading.to_owned())), ("count", count)];
        let head = self.words.with("plain-articles", &arguments);
        std::iter::once(Row::line(head)).chain(items).collect()
    }

    /// An article in one line: title, day, source, marks.
    pub(super) fn article(&self, brief: &Brief) -> String {
        let marks = &self.library.marks;
        let status = match brief.status {
            Status::Current => None,
            Status::Corrected => Some("status-corrected"),
            Status::Withdrawn => Some("status-withdrawn"),
        };
        let is_unread = brief.parent.is_none() && !marks.is_read(&brief.id);
        let remarks = [
            status,
            is_unread.then_some("plain-is-unread"),
            marks.is_starred(&brief.id).then_some("plain-is-starred"),
            self.notes.has(&brief.id).then_some("plain-has-note"),
        ];
        let mut parts = vec![brief.title.clone(), self.day(brief)];
        parts.extend(brief.source.clone());
        parts.extend(remarks.into_iter().flatten().map(|key| self.words.text(key)));
        parts.join("; ")
    }

    fn day(&self, brief: &Brief) -> String {
        match brief.date {
            None => self.words.text("no-date"),
            Some(date) => {
                let mark = if date.basis == DateBasis::Inferred { "~" } else { "" };
                format!("{mark}{}", self.words.date(date.value))
            }
        }
    }

    /// A text with its tags and notes.
    pub(super) fn text(&self, document: &Document) -> Vec<Row> {
        let id = &document.brief.id;
        let annotations = Annotations {
            tags: self.library.marks.tags(id).collect(),
            notes: self.notes.of_brief(id).map(|kept| &kept.note).collect(),
        };
        let page = with_labels(self.words, |labels| {
            export::document(document, &annotations, labels, Format::Text)
        });
        let mut rows: Vec<Row> =
            page.lines().filter(|line| !is_rule(line)).map(Row::line).collect();
        // Where a rule stood between two blank lines one is enough.
        rows.dedup_by(|row, before| row.text.is_empty() && before.text.is_empty());
        rows
    }

    /// A country's page: each line with the sentences behind it; its number opens the first of them.
    pub(super) fn page(&self, summary: &Summary) -> Vec<Row> {
        let names = std::iter::once(summary.country).chain(summary.with);
        let names: Vec<String> = names.map(|code| self.words.country(code)).collect();
        let mut rows = vec![Row::line(names.join(", "))];
        for part in &summary.sections {
            rows.push(Row::line(format!("{}:", self.words.text(section(part.kind)))));
            part.lines.iter().for_each(|line| rows.extend(self.page_line(line)));
        }
        if summary.sections.is_empty() {
            rows.push(Row::line(self.words.text("cli-nothing")));
        }
        rows
    }

    fn page_line(&self, line: &SummaryLine) -> Vec<Row> {
        let words = with_labels(self.words, |labels| export::words_of(line, labels));
        self.backed(words, &line.citations)
    }

    /// A line with the sentences behind it; its number opens the first of them.
    pub(super) fn backed(&self, words: String, citations: &[Citation]) -> Vec<Row> {
        let sources = self.sources(citations);
        let first = if citations.is_empty() {
            Row::line(words)
        } else {
            Row::item(words.clone(), Target::Line(words, citations.to_vec()))
        };
        let sources = sources.lines().map(|line| Row::line(format!("   {line}")));
        std::iter::once(first).chain(sources).collect()
    }

    /// Sentences with their sources.
    pub(super) fn sources(&self, citations: &[Citation]) -> String {
        let brief = |id| self.library.brief(id).map(AsRef::as_ref);
        let quoted: Vec<Quoted<'_>> = citations
            .iter()
            .map(|citation| Quoted { citation, brief: brief(&citation.id) })
            .collect();
        with_labels(self.words, |labels| export::quote(&quoted, labels))
    }
}

/// Whether a line is nothing but a rule.
fn is_rule(line: &str) -> bool {
    let mut letters = line.trim().chars();
    let first = letters.next();
    matches!(first, Some('=' | '-' | '.'))
        && line.trim().len() > 2
        && letters.all(|c| Some(c) == first)
}
