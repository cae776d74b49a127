//! The texts searched without an index, as the index answers: hits in the order of their titles, or newest first.

use std::sync::Arc;
use std::time::Duration;

use chancery::app::Notice;
use chancery::app::message::Answer;
use chancery::app::saved::Counted;
use chancery::library::{Findings, Hit};
use chancery::model::{Brief, SavedSearch};
use chancery::search::index::Order;
use chancery::search::query::Reach;
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
        let mut hits: Vec<Hit> = library.all().filter_map(|brief| self.hit(brief, query)).collect();
        hits.sort_by(|a, b| a.brief.title.cmp(&b.brief.title));
        if order == Order::Date {
            hits.sort_by_key(|hit| std::cmp::Reverse(library.sort_day(&hit.brief)));
        }
        let count = hits.len();
        hits.truncate(limit);
        let findings = Arc::new(Findings { hits, count, near: 0 });
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

    fn hit(&self, brief: &Arc<Brief>, query: &Query) -> Option<Hit> {
        let body = self.document(brief)?.body.plain_text();
        let scanned = Scanned::new(&brief.title, &body, &[], brief.language);
        let library = self.state.library();
        let holds =
            scanned.holds(&query.root, &mut |filter| library.meets(filter, brief, &self.marks));
        let wanted: Vec<Wanted> = query.root.wanted().into_iter().map(Wanted::new).collect();
        let Snippet { range, highlights } = Snippet::best(&body, brief.language, &wanted);
        let snippet = body[range].to_owned();
        holds.then(|| Hit {
            brief: Arc::clone(brief),
            score: 1.0,
            reach: Reach::Typed,
            received: None,
            snippet,
            highlights,
        })
    }
}
