//! The rows of all that is not a list of articles: sentences, links, notes, the basket, looks over all countries.

use super::place::Target;
use super::rows::{Row, Shown};
use super::{number, text};
use crate::app::labels::{self, with_labels};
use crate::export;
use crate::library::{Amendment, KeptNote};
use crate::model::{
    Agenda, Argument, Basket, Block, Citation, Digest, Document, Searches, Subject,
};
use crate::text::{Address, addresses};

impl Shown<'_> {
    fn head(&self, key: &str, count: usize) -> Row {
        Row::line(self.words.with(key, &[("count", number(count))]))
    }

    /// A text sentence by sentence.
    pub(super) fn sentences(&self, document: &Document) -> Vec<Row> {
        let brief = &document.brief;
        let title = [("title", text(&brief.title))];
        let head = Row::line(self.words.with("plain-sentences", &title));
        let item = |sentence: &crate::model::Sentence| {
            let cited = sentence.span.slice(&document.decoded)?.to_owned();
            let citation = Citation {
                id: brief.id.clone(),
                file: brief.file.clone(),
                span: sentence.span,
                words: (cited != sentence.text).then(|| sentence.text.clone()),
                sentence: cited,
            };
            Some(Row::item(sentence.text.clone(), Target::Sentence(citation)))
        };
        std::iter::once(head).chain(document.sentences.iter().filter_map(item)).collect()
    }

    /// What was left out of a text.
    pub(super) fn dropped(&self, document: &Document) -> Vec<Row> {
        if document.dropped.is_empty() {
            return vec![Row::line(self.words.text("plain-nothing-dropped"))];
        }
        let title = [("title", text(&document.brief.title))];
        let head = Row::line(self.words.with("plain-dropped", &title));
        let left_out = document.dropped.iter().filter_map(|one| one.span.slice(&document.decoded));
        let lines = left_out.flat_map(str::lines).filter(|line| !line.trim().is_empty());
        std::iter::once(head).chain(lines.map(Row::line)).collect()
    }

    /// Where the links of a text really lead. Opening them is left to the reader's own terminal or machine.
    pub(super) fn links(&self, document: &Document) -> Vec<Row> {
        let body = &document.body;
        let named = body.links.iter().map(|link| link.target.as_str()).zip(body.words_of_links());
        let source = document.brief.source_url.as_deref();
        let source = source.map(|target| (target, document.brief.title.clone()));
        let bare = body.blocks.iter().flat_map(Block::runs).flat_map(|run| addresses(&run.text));
        let bare = bare.map(|target| (target, target.to_owned()));
        let mut known: Vec<&str> = Vec::new();
        let mut rows = Vec::new();
        for (target, words) in source.into_iter().chain(named).chain(bare) {
            if !known.contains(&target) {
                known.push(target);
                rows.push(Row::line(self.link(target, words.trim())));
            }
        }
        let key = if rows.is_empty() { "plain-no-links" } else { "plain-links" };
        std::iter::once(self.head(key, rows.len())).chain(rows).collect()
    }

    fn link(&self, target: &str, words: &str) -> String {
        let words = ("words", text(if words.is_empty() { target } else { words }));
        match Address::read(target) {
            Ok(address) => {
                let host = ("host", text(address.host()));
                self.words.with("plain-link", &[words, host, ("address", text(address.url()))])
            }
            Err(_) => self.words.with("plain-link-unfit", &[words, ("address", text(target))]),
        }
    }

    /// What is new over all countries.
    pub(super) fn digest(&self, digest: &Digest) -> Vec<Row> {
        let mut rows = vec![Row::line(self.words.digest_days(digest))];
        for part in &digest.parts {
            rows.push(Row::line(format!("{}:", self.words.digest_heading(part.heading))));
            for news in &part.lines {
                rows.extend(self.backed(self.words.news(news), &news.line.citations));
            }
        }
        if digest.parts.is_empty() {
            rows.push(Row::line(self.words.text("cli-nothing")));
        }
        rows
    }

    /// What happens when.
    pub(super) fn agenda(&self, agenda: &Agenda) -> Vec<Row> {
        let mut rows = Vec::new();
        for (key, events) in [("agenda-coming", &agenda.coming), ("agenda-past", &agenda.past)] {
            if !events.is_empty() {
                rows.push(Row::line(format!("{}:", self.words.text(key))));
            }
            for event in events {
                let words =
                    format!("{}: {}", self.words.event_dates(event), self.words.event(event));
                rows.extend(self.backed(words, &event.line.citations));
            }
        }
        if rows.is_empty() {
            rows.push(Row::line(self.words.text("cli-nothing")));
        }
        rows
    }

    /// The searches that have a name.
    pub(super) fn searches(&self, searches: &Searches) -> Vec<Row> {
        let item = |(key, search): (&str, &crate::model::SavedSearch)| {
            let arguments = [("name", text(&search.name)), ("query", text(&search.query))];
            let target = Target::Search(key.to_owned(), search.name.clone(), search.query.clone());
            Row::item(self.words.with("plain-search", &arguments), target)
        };
        let items: Vec<Row> = searches.iter().map(item).collect();
        std::iter::once(self.head("plain-searches", items.len())).chain(items).collect()
    }

    /// All notes, each with what it is about.
    pub(super) fn all_notes(&self) -> Vec<Row> {
        let item = |kept: &KeptNote| {
            let subject = match &kept.note.subject {
                Subject::Country(code) => self.words.country(*code),
                Subject::Brief(id) | Subject::Sentence { id, .. } => {
                    let known = self.library.brief(id).map(|brief| brief.title.clone());
                    known.or_else(|| kept.note.title.clone()).unwrap_or_else(|| kept.name.clone())
                }
            };
            let words = kept.note.text.split_whitespace().collect::<Vec<_>>().join(" ");
            let arguments =
                [("subject", Argument::Text(subject)), ("words", Argument::Text(words))];
            let target = Target::Note(kept.note.subject.clone());
            Row::item(self.words.with("plain-note-on", &arguments), target)
        };
        let items: Vec<Row> = self.notes.all().iter().map(item).collect();
        std::iter::once(self.head("plain-notes", items.len())).chain(items).collect()
    }

    /// What was collected, in its order.
    pub(super) fn basket(&self, basket: &Basket) -> Vec<Row> {
        let mut rows = vec![self.head("plain-basket", basket.len())];
        for (key, entry) in basket.entries() {
            let what = &entry.what;
            let words = with_labels(self.words, |labels| export::words_of_collected(what, labels));
            let from = what.sources.first().map(|source| source.id.clone());
            rows.push(Row::item(words, Target::Collected(key.to_owned(), from)));
            let sources = self.sources(&what.sentences);
            rows.extend(sources.lines().map(|line| Row::line(format!("   {line}"))));
        }
        rows
    }

    /// What became of what was taken along.
    pub(super) fn amended(&self, amended: &[Amendment]) -> Vec<Row> {
        let item = |amendment: &Amendment| {
            let title = self.library.brief(&amendment.id).map(|brief| brief.title.clone());
            let fate = labels::amendment(self.words, self.library, amendment);
            let target = Target::Amended(amendment.id.clone(), amendment.version.clone());
            Row::item(format!("{}; {fate}", title.unwrap_or_default()), target)
        };
        let items: Vec<Row> = amended.iter().map(item).collect();
        std::iter::once(self.head("plain-amended", items.len())).chain(items).collect()
    }

    /// What is wrong with files.
    pub(super) fn problems(&self) -> Vec<Row> {
        let problems = &self.library.diagnostics;
        let lines = problems.iter().map(|problem| Row::line(self.words.diagnostic(problem)));
        std::iter::once(self.head("plain-problems", problems.len())).chain(lines).collect()
    }
}
