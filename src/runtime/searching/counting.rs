//! What saved searches hold: how many main stories, and how many of them are not read.

use std::sync::Arc;

use super::Searching;
use crate::app::message::Message;
use crate::app::saved::Counted;
use crate::library::{FullText, Request};
use crate::search::index::{Order, id_hash};

impl Searching {
    /// Counts all searches, and tells the interface where anything is otherwise than it was told.
    pub(super) fn count(&mut self) {
        let any = !self.searches.is_empty();
        let texts = any.then(|| FullText::open(&self.texts.folders).ok()).flatten();
        let counted: Vec<Counted> = self
            .searches
            .iter()
            .map(|(key, search)| Counted {
                key: key.to_owned(),
                name: search.name.clone(),
                query: search.query.clone(),
                briefs: self.briefs(&search.query, texts.as_ref()),
            })
            .collect();
        if counted != *self.counted {
            self.counted = Arc::new(counted);
            self.inbox.tell(Message::SearchesCounted(Arc::clone(&self.counted)));
        }
    }

    /// The main stories that a query holds, and how many of them are not read; nothing where there is no index to ask.
    fn briefs(&self, typed: &str, texts: Option<&FullText>) -> Option<(usize, usize)> {
        let query = self.texts.shelf.query(typed, self.today);
        let (library, marks) = (&self.texts.library, &*self.marks);
        let found = if query.root.has_words() {
            let library = || Arc::clone(library);
            let order = Order::default();
            let (query, notes) = (&query, &*self.notes);
            let request = Request { query, marks, notes, library: &library, order, limit: 0 };
            Some(texts?.matching(&request).ok()?)
        } else {
            None
        };
        let (mut briefs, mut unread) = (0, 0);
        for brief in library.briefs() {
            let is_held = match &found {
                Some(found) => found.contains(&id_hash(&brief.id)),
                None => query
                    .root
                    .holds(&mut |_| false, &mut |filter| library.meets(filter, brief, marks)),
            };
            briefs += usize::from(is_held);
            unread += usize::from(is_held && !marks.is_read(&brief.id));
        }
        Some((briefs, unread))
    }
}
