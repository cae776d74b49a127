//! The reader's whole state as one stream of lines of JSON, and such a stream taken in: marks made on one machine reach
//! another.
//!
//! Two states give the same one whichever takes the other in, and taking a stream in twice changes nothing. Events add up
//! as two journals do; of two versions of a note the later stands, and the other goes to the notes that were taken away.

mod notes;
mod stream;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use crate::store::StateError;
use crate::store::journal::Journal;
use crate::store::notes::NotesFolder;
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
    /// Damaged lines of the journal, which are not among them.
    pub damaged: usize,
    /// Files among the notes that no line can hold: not UTF-8, too large, no plain file.
    pub left_out: Vec<PathBuf>,
}

/// What taking a stream in did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Lines of the journal that are new here.
    pub events: usize,
    /// Notes that are new here, or were replaced by a later version.
    pub notes: usize,
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
    let (shelves, left_out) = Shelves::read(&NotesFolder::new(state))?;
    let mut exported = Exported { left_out, notes: shelves.current.len(), ..Exported::default() };
    let mut lines: Vec<Vec<u8>> = Vec::new();
    for line in journal.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii) {
        match stream::read(line) {
            Line::Event => lines.push(line.to_vec()),
            Line::Blank => {}
            _ => exported.damaged += 1,
        }
    }
    exported.events = lines.len();
    lines.extend(shelves.lines().iter().map(stream::of_note));
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
    let (mut events, mut notes, mut announced) = (Vec::new(), Vec::<NoteLine>::new(), 0_usize);
    let stream = stream.strip_prefix("\u{feff}".as_bytes()).unwrap_or(stream);
    for (number, line) in (1..).zip(stream.split(|&byte| byte == b'\n')) {
        let line = line.trim_ascii();
        match stream::read(line) {
            Line::Event => events.push(line),
            Line::Note(note) => notes.push(note),
            Line::Header(lines) => announced = announced.saturating_add(lines),
            Line::Strange => merged.refused.push(number),
            Line::Blank => {}
        }
    }
    merged.understood = events.len() + notes.len();
    let present = merged.understood + merged.refused.len();
    merged.missing = announced.saturating_sub(present);
    merged.events = Journal::new(state).merge(&events)?;
    let folder = NotesFolder::new(state);
    let (own, taken) = Shelves::read(&folder)?;
    let changes = own.changes_towards(&own.merged_with(&Shelves::of(notes)), &taken);
    (merged.notes, merged.set_aside) = changes.carry_out(&folder)?;
    Ok(merged)
}
