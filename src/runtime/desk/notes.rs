//! Notes read, kept and watched.

use std::sync::Arc;

use super::{Desk, Task, notices, searching};
use crate::app::message::{Kept, Message};
use crate::library::{NoteError, NoteToKeep};
use crate::model::Note;
use crate::store::StateError;
use crate::store::folders::is_folder;
use crate::store::watch::Watch;

impl Desk {
    /// Watches the folder of notes as soon as there is one.
    pub(super) fn watch_notes(&mut self) {
        let folder = self.notebook.path().filter(|folder| is_folder(folder));
        if let (None, Some(folder)) = (&self.watch, folder) {
            let tasks = self.tasks.clone();
            let watch = Watch::start(folder.to_owned(), move || {
                let _ended = tasks.send(Task::ReadNotes);
            });
            // Without a watch `r` still reads them.
            self.watch = watch.ok();
        }
    }

    /// Reads what changed among the notes, and shows them.
    pub(super) fn read_notes(&mut self) {
        self.watch_notes();
        match self.notebook.read(&self.ledger) {
            Ok(notes) if self.shown.as_deref() == Some(&notes) => {}
            Ok(notes) => {
                let notes = Arc::clone(self.shown.insert(Arc::new(notes)));
                let _ended = self.searching.send(searching::Task::Notes(Arc::clone(&notes)));
                self.inbox.tell(Message::NotesChanged(notes));
            }
            Err(error) => self.inbox.tell(Message::Notice(notices::no_notes(&self.words, &error))),
        }
    }

    /// Keeps what is being written.
    pub(super) fn keep_draft(&mut self, note: &Note) {
        if let Err(error) = self.notebook.keep_draft(note) {
            self.inbox.tell(Message::Notice(notices::draft_error(&self.words, &error)));
        }
    }

    /// Drops what was being written; a draft that stays is offered once more.
    pub(super) fn drop_draft(&mut self, note: &Note) {
        let _stays = self.notebook.drop_draft(note);
        self.read_notes();
    }

    /// Keeps a note; it counts as kept once it is on disk.
    pub(super) fn keep_note(&mut self, ticket: u64, wanted: &NoteToKeep) {
        let outcome = match self.notebook.keep(wanted) {
            Ok(()) => Kept::Kept,
            Err(NoteError::Changed(_)) => Kept::ChangedMeanwhile,
            Err(error) => Kept::Failed(notices::note_error(&self.words, &error)),
        };
        self.read_notes();
        self.inbox.tell(Message::NoteKept { ticket, outcome });
    }

    /// A draft could not be made ready for the reader's own editor.
    pub(super) fn not_lent(&self, error: &StateError) {
        let trouble = notices::draft_error(&self.words, error);
        self.inbox.tell(Message::Edited(Err(trouble)));
    }
}
