//! The reader's whole state as one stream of lines of JSON, and such a stream taken in: marks made on one machine reach
//! another.
//!
//! Two states give the same one whichever takes the other in, and taking a stream in twice changes nothing. Events add up
//! as two journals do; of two versions of a note the later stands, and the other goes to the notes that were taken away. Drafts and the
//! dispatches of the inbox go along. What was typed into searches and not saved under a name stays where it was typed.

mod drafts;
mod inbox;
mod notes;
mod stream;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use crate::store::StateError;
use crate::store::inbox::Inbox;
use crate::store::journal::Journal;
use crate::store::notes::NotesFolder;
use drafts::Drafts;
use notes::Shelves;
use stream::{Line, NoteLine};

/// A state as a stream.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// The lines.
    pub bytes: Vec<u8>,
    /// Lines of the journal among them.
    pub events: usize,
    /// Notes among them, those that were taken away not counted.
    pub notes: usize,
    /// Drafts and dispatches of the inbox among them.
    pub others: usize,
    /// Damaged lines of the journal, which are not among them.
    pub damaged: usize,
    /// Files among the notes and in the inbox that no line can hold: not UTF-8, too large, no plain file.
    pub left_out: Vec<PathBuf>,
}

/// What taking a stream in did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Lines of the journal that are new here.
    pub events: usize,
    /// Notes that are new here, or were replaced by a later version.
    pub notes: usize,
    /// Drafts and dispatches of the inbox that are new here, or went.
    pub others: usize,
    /// Notes that went to those that were taken away.
    pub set_aside: usize,
    /// Lines that were not taken, by their numbers from 1.
    pub refused: Vec<usize>,
    /// Lines that the stream says it has and has not: it was cut off.
    pub missing: usize,
    /// Lines that were understood, new or not.
    pub understood: usize,
}

/// Writes a state as a stream. Changes nothing.
///
/// # Errors
/// [`StateError`] where the folder is not safe or cannot be read; one that is not there yet is an empty one.
pub fn export(state: &Path) -> Result<Exported, StateError> {
    let journal = Journal::new(state).bytes()?;
    let folder = NotesFolder::new(state);
    let (shelves, mut left_out) = Shelves::read(&folder)?;
    let drafts = Drafts::read(&folder)?;
    let (dispatches, strange) = Inbox::new(state).dispatches()?;
    left_out.extend(strange);
    let mut exported = Exported { left_out, notes: shelves.current.len(), ..Exported::default() };
    exported.others = drafts.len() + dispatches.iter().filter(|one| !one.removed).count();
    let mut lines: Vec<Vec<u8>> = Vec::new();
    for line in journal.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii) {
        match stream::read(line) {
            Line::Event => lines.push(line.to_vec()),
            Line::Blank => {}
            _ => exported.damaged += 1,
        }
    }
    exported.events = lines.len();
    lines.extend(shelves.lines().iter().chain(&drafts.lines()).map(stream::of_note));
    lines.extend(dispatches.into_iter().map(stream::of_dispatch));
    exported.bytes = stream::header(lines.len());
    for line in lines {
        exported.bytes.push(b'\n');
        exported.bytes.extend(line);
    }
    exported.bytes.push(b'\n');
    Ok(exported)
}

/// Takes a stream in. What of it is damaged is left out, and told.
///
/// # Errors
/// [`StateError`] where something cannot be written; what was taken by then stays, and taking the stream in again takes the
/// rest.
pub fn merge(state: &Path, stream: &[u8]) -> Result<Merged, StateError> {
    let mut merged = Merged::default();
    let (mut events, mut notes, mut drafts) = (Vec::new(), Vec::<NoteLine>::new(), Vec::new());
    let (mut dispatches, mut announced) = (Vec::new(), 0_usize);
    let stream = stream.strip_prefix("\u{feff}".as_bytes()).unwrap_or(stream);
    for (number, line) in (1..).zip(stream.split(|&byte| byte == b'\n')) {
        let line = line.trim_ascii();
        match stream::read(line) {
            Line::Event => events.push(line),
            Line::Note(note) if note.draft => drafts.push(note),
            Line::Note(note) => notes.push(note),
            Line::Dispatch(dispatch) => dispatches.push(dispatch),
            Line::Header(lines) => announced = announced.saturating_add(lines),
            Line::Strange => merged.refused.push(number),
            Line::Blank => {}
        }
    }
    merged.understood = events.len() + notes.len() + drafts.len() + dispatches.len();
    let present = merged.understood + merged.refused.len();
    merged.missing = announced.saturating_sub(present);
    merged.events = Journal::new(state).merge(&events)?;
    let folder = NotesFolder::new(state);
    let (own, taken) = Shelves::read(&folder)?;
    let both = own.merged_with(&Shelves::of(notes));
    let changes = own.changes_towards(&both, &taken);
    (merged.notes, merged.set_aside) = changes.carry_out(&own, &folder)?;
    let before = Drafts::read(&folder)?;
    let both = before.merged_with(&Drafts::of(drafts), &both);
    merged.others = before.become_those(&both, &folder)?;
    merged.others += inbox::merge(&Inbox::new(state), dispatches)?;
    Ok(merged)
}
