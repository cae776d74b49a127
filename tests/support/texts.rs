//! The texts searched without an index, as the index answers: hits in the order of their titles, or newest first.

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use chancery::app::Notice;
use chancery::app::message::Answer;
use chancery::library::{Findings, Hit};
use chancery::model::Brief;
use chancery::search::index::Order;
use chancery::search::scan::Scanned;
use chancery::search::{Query, Snippet, Wanted};

use super::Interface;

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
        let findings = Arc::new(Findings { hits, count });
        Ok(Answer { findings, took: Duration::from_millis(2), lacking: None })
    }

    fn hit(&self, brief: &Arc<Brief>, query: &Query) -> Option<Hit> {
        let body = self.document(brief)?.body.plain_text();
        let scanned = Scanned::new(&brief.title, &body, brief.language);
        let library = self.state.library();
        let holds =
            scanned.holds(&query.root, &mut |filter| library.meets(filter, brief, &self.marks));
        let wanted: Vec<Wanted> = query.root.wanted().into_iter().map(Wanted::new).collect();
        let Snippet { range, highlights } = Snippet::best(&body, brief.language, &wanted);
        let range: Range<usize> = range;
        let snippet = body[range].to_owned();
        holds.then(|| Hit { brief: Arc::clone(brief), score: 1.0, snippet, highlights })
    }
}
