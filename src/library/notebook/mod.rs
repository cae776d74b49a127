//! The reader's notes: files in the state folder, one a subject, read anew where they changed.
//!
//! A person may write, change or take away such a file without the program. What is no note is left
//! as it is and told; a note that somebody changed meanwhile is not written over unasked.

mod notes;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::ledger::Ledger;
use crate::model::{BriefId, Moment, Note, Subject};
use crate::notes as form;
use crate::store::StateError;
use crate::store::catalogue::ContentHash;
use crate::store::clock;
use crate::store::notes::{Listed, NotesFolder};

pub use notes::{KeptNote, Notes, StrangeNote};

/// Keeps notes and drafts. One owner; other processes are noticed by their files.
#[derive(Debug)]
pub struct Notebook {
    folder: Option<NotesFolder>,
    /// What was read of each file, by its name.
    notes: Read,
    drafts: Read,
}

type Read = BTreeMap<String, (Listed, Result<KeptNote, StrangeNote>)>;

/// A note that the reader wants kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteToKeep {
    /// The note; one without a word is taken away.
    pub note: Note,
    /// The file it was read from, and what that held.
    pub kept: Option<(String, ContentHash)>,
    /// Whether a file that somebody changed meanwhile may be written over.
    pub replaces: bool,
}

/// Why a note is not kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// Its file is not what was read of it.
    #[error("{}: changed meanwhile by somebody else; keep the note again to replace it", .0.display())]
    Changed(PathBuf),
    /// It is longer than [`form::LONGEST`].
    #[error("a note has at most {} bytes: write a shorter one", form::LONGEST)]
    TooLong,
    /// The folder or the file cannot be written.
    #[error(transparent)]
    State(#[from] StateError),
}

impl Notebook {
    /// The notes of a state folder, none of them read yet. Nothing is made there before the first.
    pub fn new(state: Option<&Path>) -> Self {
        let folder = state.map(NotesFolder::new);
        Self { folder, notes: Read::new(), drafts: Read::new() }
    }

    /// The folder that the notes are kept in.
    pub fn path(&self) -> Option<&Path> {
        self.folder.as_ref().map(NotesFolder::path)
    }

    /// All notes as they are on the disk now; only what changed is read. The ledger knows which
    /// briefs have another id since a note was written.
    ///
    /// # Errors
    /// [`StateError`] where a folder is not safe or cannot be read.
    pub fn read(&mut self, ledger: &Ledger) -> Result<Notes, StateError> {
        let Some(folder) = &self.folder else { return Ok(Notes::default()) };
        read_changed(folder, &mut self.notes)?;
        read_changed(&folder.drafts(), &mut self.drafts)?;
        let now = |read: &Read| -> Vec<Result<KeptNote, StrangeNote>> {
            read.values().map(|(_, note)| note.clone().map(|note| note.now(ledger))).collect()
        };
        Ok(Notes::new(now(&self.notes), now(&self.drafts)))
    }

    /// Keeps a note, and drops its draft. When this returns `Ok`, it is on the disk.
    ///
    /// # Errors
    /// [`NoteError`] where it is not; then what was there before is untouched, and so is the draft.
    pub fn keep(&mut self, wanted: &NoteToKeep) -> Result<(), NoteError> {
        let folder = self.folder.as_ref().ok_or(StateError::NoHome)?;
        if wanted.note.text.len() > form::LONGEST {
            return Err(NoteError::TooLong);
        }
        let known = wanted.kept.as_ref();
        let name = known.map_or_else(|| form::file_name(&wanted.note), |(name, _)| name.clone());
        let there = folder.read(&name)?.map(|bytes| hash(&bytes));
        if !wanted.replaces && there.is_some() && there != known.map(|(_, hash)| *hash) {
            return Err(NoteError::Changed(folder.path().join(name)));
        }
        let has_words = !wanted.note.text.trim().is_empty();
        if has_words {
            let note = Note { written: Some(clock::now()), ..wanted.note.clone() };
            folder.write(&name, form::write(&note).as_bytes())?;
        } else if there.is_some() {
            folder.remove(&name)?;
        }
        // The note is kept: a draft that stays is offered once more, and nothing is lost.
        let _dropped = self.drop_draft(&wanted.note);
        Ok(())
    }

    /// Keeps what is being written, beside the notes; returns its file.
    ///
    /// # Errors
    /// [`StateError`] where it is not on the disk.
    pub fn keep_draft(&mut self, note: &Note) -> Result<PathBuf, StateError> {
        let drafts = self.folder.as_ref().ok_or(StateError::NoHome)?.drafts();
        let name = form::file_name(note);
        let note = Note { written: Some(clock::now()), ..note.clone() };
        drafts.write(&name, form::write(&note).as_bytes())?;
        Ok(drafts.path().join(name))
    }

    /// The words of a draft that another program may have changed.
    ///
    /// # Errors
    /// [`StateError`] where it is gone or cannot be read.
    pub fn words_of_draft(&self, note: &Note) -> Result<String, StateError> {
        let drafts = self.folder.as_ref().ok_or(StateError::NoHome)?.drafts();
        let name = form::file_name(note);
        let bytes = drafts.read(&name)?;
        let path = drafts.path().join(name);
        let bytes = bytes.ok_or_else(|| StateError::Failed {
            path: path.clone(),
            reason: "no such file any more".into(),
        })?;
        let text = String::from_utf8(bytes)
            .map_err(|_| StateError::Failed { path, reason: "not valid UTF-8".into() })?;
        Ok(form::body(&text))
    }

    /// Drops what was being written.
    ///
    /// # Errors
    /// [`StateError`] where it stays.
    pub fn drop_draft(&mut self, note: &Note) -> Result<(), StateError> {
        let drafts = self.folder.as_ref().ok_or(StateError::NoHome)?.drafts();
        drafts.delete(&form::file_name(note))
    }
}

/// Brings what is known of a folder up to date.
fn read_changed(folder: &NotesFolder, known: &mut Read) -> Result<(), StateError> {
    let mut before = std::mem::take(known);
    for listed in folder.list()? {
        let name = listed.name.clone();
        let read = match before.remove(&name) {
            Some((same, read)) if same == listed => read,
            _ => read_one(folder, &listed),
        };
        known.insert(name, (listed, read));
    }
    Ok(())
}

fn read_one(folder: &NotesFolder, listed: &Listed) -> Result<KeptNote, StrangeNote> {
    let name = &listed.name;
    let strange = |reason: String| StrangeNote { name: name.clone(), reason };
    if !listed.is_plain {
        return Err(strange("not a plain file of a note's size; it is left alone".into()));
    }
    let bytes = folder.read(name).map_err(|error| strange(error.to_string()))?.unwrap_or_default();
    let text = std::str::from_utf8(&bytes)
        .map_err(|_| strange("not valid UTF-8; it is left alone".into()))?;
    let note = form::read(text).map_err(|error| strange(error.to_string()))?;
    Ok(KeptNote { name: name.clone(), contents: hash(&bytes), note })
}

fn hash(bytes: &[u8]) -> ContentHash {
    ContentHash::of(bytes, bytes.len() as u64)
}

impl KeptNote {
    /// The same, about what its brief is known by now.
    fn now(mut self, ledger: &Ledger) -> Self {
        let since = self.note.written.unwrap_or(Moment(i64::MIN));
        let id: Option<BriefId> = self.note.subject.brief().map(|id| ledger.id_since(id, since));
        if let Some(id) = id {
            let subject = std::mem::replace(&mut self.note.subject, Subject::Brief(id.clone()));
            self.note.subject = subject.with_brief(id);
        }
        self
    }
}
