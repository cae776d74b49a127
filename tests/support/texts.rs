//! The texts searched without an index, as the index answers: hits in the order of their titles, or newest first.

use std::sync::Arc;
use std::time::Duration;

use chancery::app::Notice;
use chancery::app::message::Answer;
use chancery::app::saved::Counted;
use chancery::country::{Spellings, Supplement};
use chancery::library::{Findings, Hit, NoteHit, Notes};
use chancery::model::{Brief, Note, SavedSearch};
use chancery::search::index::Order;
use chancery::search::query::{Filter, Reach};
use chancery::search::scan::Scanned;
use chancery::search::{Query, Snippet, Wanted};

use super::Interface;
use super::folder::FILING;

impl Interface {
    /// What the index would answer; where there is none, what is said then.
    pub(super) fn search(
        &self,
        query: &Query,
        order: Order,
        limit: usize,
    ) -> Result<Answer, Notice> {
        if !self.has_index {
            return Err(Notice::info("index-missing"));
        }
        let library = self.state.library();
        let sought = sought(query);
        let found = library.all().filter_map(|brief| self.hit(brief, &sought));
        let mut hits: Vec<Hit> = found.collect();
        hits.sort_by(|a, b| (a.reach, &a.brief.title).cmp(&(b.reach, &b.brief.title)));
        if order == Order::Date {
            hits.sort_by_key(|hit| std::cmp::Reverse(library.sort_day(&hit.brief)));
        }
        let count = hits.len();
        let near = hits.iter().filter(|hit| hit.reach > Reach::Typed).count();
        hits.truncate(limit);
        let written = Notes::of(self.notes.values().cloned(), []);
        let notes = NoteHit::among(&written, &sought);
        let findings = Arc::new(Findings { hits, count, near, notes, sought });
        Ok(Answer { findings, took: Duration::from_millis(2), lacking: None })
    }

    /// The saved searches with what they hold.
    pub(super) fn counted(&self) -> Arc<Vec<Counted>> {
        let count = |(key, search): (&str, &SavedSearch)| {
            let query = Query::parse(&search.query, FILING.gazetteer(), self.state.today());
            let hits = self.search(&query, Order::Date, usize::MAX).ok();
            let briefs = hits.map(|answer| {
                let hits = &answer.findings.hits;
                let unread = hits.iter().filter(|hit| !self.marks.is_read(&hit.brief.id)).count();
                (hits.len(), unread)
            });
            let (key, name) = (key.to_owned(), search.name.clone());
            Counted { key, name, query: search.query.clone(), briefs }
        };
        Arc::new(self.searches.iter().map(count).collect())
    }

    fn hit(&self, brief: &Arc<Brief>, sought: &[(Reach, Arc<Query>)]) -> Option<Hit> {
        let body = self.document(brief)?.body.plain_text();
        let notes = self.notes.values().filter(|note| note.subject.brief() == Some(&brief.id));
        let scanned = Scanned::new(&brief.title, &body, &[], brief.language)
            .with_notes(notes.clone().map(|note| note.text.as_str()));
        let library = self.state.library();
        let filters = &mut |filter: &Filter| library.meets(filter, brief, &self.marks);
        let (reach, query) =
            sought.iter().find(|(_, query)| scanned.holds(&query.root, filters))?;
        let wanted: Vec<Wanted> = query.root.wanted().into_iter().map(Wanted::new).collect();
        let in_note = |note: &Note| {
            let shown = Snippet::best(&note.text, None, &wanted);
            let is_there = !shown.highlights.is_empty();
            is_there.then(|| (Some(note.subject.clone()), note.text.clone(), shown))
        };
        let in_text = || (None, body.clone(), Snippet::best(&body, brief.language, &wanted));
        let (note, text, shown) = notes.clone().find_map(in_note).unwrap_or_else(in_text);
        let Snippet { range, highlights } = shown;
        let snippet = text[range].to_owned();
        Some(Hit {
            brief: Arc::clone(brief),
            score: 1.0,
            reach: *reach,
            received: library.sort_day(brief).filter(|_| brief.date.is_none()),
            note,
            snippet,
            highlights,
        })
    }
}

/// A query as it was typed, with other spellings, and with slips of the finger.
fn sought(query: &Query) -> Vec<(Reach, Arc<Query>)> {
    let none = Supplement::default();
    let spellings = Spellings::new(&none);
    let loosened = |reach| match reach {
        Reach::Typed => query.root.clone(),
        reach => query.root.loosened(reach, &|name| spellings.others(name)),
    };
    let query = |reach| (reach, Arc::new(Query { root: loosened(reach), problems: Vec::new() }));
    [Reach::Typed, Reach::Spelling, Reach::Slip].map(query).to_vec()
}
