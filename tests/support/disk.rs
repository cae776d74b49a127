//! The disk that the interface believes in: marks, notes, exports; it may fail.

use std::sync::Arc;

use chancery::app::Notice;
use chancery::app::effect::Parcel;
use chancery::app::message::{Kept, Message};
use chancery::library::{NoteToKeep, Notes};
use chancery::model::{Change, Placing, Way};

use super::Interface;

impl Interface {
    pub(super) fn record(&mut self, ticket: u64, changes: &[Change]) -> Message {
        if self.disk_fails {
            let notice = Notice::warning("not-saved").text("detail", "disk full");
            return Message::NotRecorded { ticket, notice };
        }
        for change in changes {
            self.marks.apply(change);
        }
        Message::Recorded { ticket }
    }

    pub(super) fn place(&mut self, ticket: u64, placings: &[Placing]) -> Message {
        for placing in placings {
            self.basket.apply(placing);
        }
        self.deliver(Message::BasketChanged(Arc::new(self.basket.clone())));
        let amended = self.amended();
        self.deliver(amended);
        let trouble = Notice::warning("not-saved").text("detail", "disk full");
        Message::Placed { ticket, trouble: self.disk_fails.then_some(trouble) }
    }

    pub(super) fn keep_note(&mut self, ticket: u64, wanted: &NoteToKeep) -> Message {
        if self.disk_fails {
            let notice = Notice::warning("note-not-kept").text("detail", "disk full");
            return Message::NoteKept { ticket, outcome: Kept::Failed(notice) };
        }
        let name = chancery::notes::file_name(&wanted.note);
        self.drafts.remove(&name);
        if wanted.note.text.is_empty() {
            self.notes.remove(&name);
        } else {
            self.notes.insert(name, wanted.note.clone());
        }
        self.deliver_notes();
        Message::NoteKept { ticket, outcome: Kept::Kept }
    }

    /// Tells of the notes as they are on the disk now.
    pub(crate) fn deliver_notes(&mut self) {
        let notes = Notes::of(self.notes.values().cloned(), self.drafts.values().cloned());
        self.deliver(Message::NotesChanged(Arc::new(notes)));
    }

    pub(super) fn write(&mut self, path: String, parcel: Parcel, replace: bool) -> Message {
        if self.written.contains_key(&path) && !replace {
            return Message::ExportExists { path, parcel };
        }
        self.taken_along(&parcel.briefs, Way::Exported);
        self.written.insert(path.clone(), parcel.text);
        Message::Notice(Notice::info("exported").text("path", path))
    }
}
