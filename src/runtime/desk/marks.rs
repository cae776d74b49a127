//! Marks and saved searches kept, and the library shown with them.

use std::sync::Arc;

use super::{Desk, notices, searching};
use crate::app::message::Message;
use crate::library::Snapshot;
use crate::model::{Change, Field, Naming};

impl Desk {
    /// Puts this session's own marks, which are never behind, on the keeper's snapshot.
    pub(super) fn take_library(&mut self, snapshot: &Arc<Snapshot>) {
        // Where the journal cannot be read, the marks known so far stay.
        let _known = self.ledger.catch_up();
        self.show_library(snapshot);
        self.show_basket();
        self.keep_vigil();
        self.count_searches();
        self.read_notes();
    }

    /// Shows a library with the marks, and the corrections, that are known now.
    pub(super) fn show_library(&mut self, snapshot: &Snapshot) {
        let marks = Arc::clone(self.ledger.marks());
        self.library = Arc::new(snapshot.with_marks(marks));
        self.inbox.tell(Message::LibraryChanged(Arc::clone(&self.library)));
        let _ended = self.searching.send(searching::Task::Library(Arc::clone(&self.library)));
    }

    /// Keeps changes; they count as done once they are on disk.
    pub(super) fn record(&mut self, ticket: u64, changes: &[Change]) {
        // What failed before is among the changes: the interface sends it along again.
        self.inbox.tell(match self.ledger.record(changes) {
            Ok(()) => Message::Recorded { ticket },
            Err(error) => {
                Message::NotRecorded { ticket, notice: notices::state_error(&self.words, &error) }
            }
        });
        if changes.iter().any(|change| change.field.is_correction()) {
            self.show_library(&Arc::clone(&self.library));
        } else if !self.ledger.searches().is_empty() {
            self.pass_on_marks();
        }
        if changes.iter().any(|change| matches!(change.field, Field::Starred(_))) {
            self.keep_vigil();
        }
    }

    /// Gives names their searches; what cannot be kept now is kept with the next change.
    pub(super) fn name_searches(&mut self, namings: Vec<Naming>) {
        if let Err(error) = self.ledger.name_searches(namings) {
            self.inbox.tell(Message::Notice(notices::state_error(&self.words, &error)));
        }
        self.count_searches();
    }

    /// Has the saved searches counted, where they changed.
    pub(super) fn count_searches(&self) {
        let searches = Arc::clone(self.ledger.searches());
        let _ended = self.searching.send(searching::Task::Searches(searches));
    }

    /// Lets who searches know the marks. Only where they are needed: the next mark then copies the latest ones.
    pub(super) fn pass_on_marks(&self) {
        let marks = Arc::clone(self.ledger.marks());
        let _ended = self.searching.send(searching::Task::Marks(marks));
    }
}
