//! Dispatches that are pasted: looked at, then kept in the reader's own inbox, until they are taken out of it.

use super::{Desk, notices};
use crate::app::message::Message;
use crate::filing::Source;
use crate::model::BriefPath;
use crate::store::StateError;
use crate::store::inbox::Inbox;

impl Desk {
    /// Tells what a text would be as a brief.
    pub(super) fn appraise(&self, generation: u64, text: &str) {
        let path = Inbox::path_of(text);
        let size = u64::try_from(text.len()).unwrap_or(u64::MAX);
        let entry = self.shelf.filing().entry(Source { path: &path, bytes: text.as_bytes(), size });
        self.inbox.tell(Message::Appraised { generation, stories: entry.briefs });
    }

    /// Keeps a text; it counts as received once it is on the disk.
    pub(super) fn receive(&self, text: &str) {
        let kept = match &self.state {
            Some(state) => Inbox::new(state).keep(text).map(drop),
            None => Err(StateError::NoHome.into()),
        };
        let trouble = kept.err().map(|error| notices::inbox_error(&self.words, &error));
        self.inbox.tell(Message::Received { trouble });
    }

    /// Takes a dispatch out of the inbox; it is gone once its text lies where it was put aside.
    pub(super) fn discard(&self, file: &BriefPath) {
        let inbox = self.state.as_deref().map(Inbox::new).ok_or(StateError::NoHome);
        let result = inbox.and_then(|inbox| inbox.remove(file));
        let result = result
            .map(|aside| aside.display().to_string())
            .map_err(|error| notices::not_discarded(&self.words, &error));
        self.inbox.tell(Message::Discarded(result));
    }
}
