//! One line of a stream: a line of a journal as it stands there, a note, or how many lines there are.

use serde::{Deserialize, Serialize};

use crate::store::journal;
use crate::store::notes::MOST_BYTES;

/// The version of the lines that are no journal's.
const VERSION: u32 = 1;

/// The longest name of a file of notes, in bytes.
const LONGEST_NAME: usize = 120;

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A line of a journal, this version's or a later one's.
    Event,
    /// A note.
    Note(NoteLine),
    /// The number of the other lines.
    Header(usize),
    /// Something else.
    Strange,
    /// Nothing.
    Blank,
}

/// A file of the notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NoteLine {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub text: String,
    /// Whether the reader took it away.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub removed: bool,
}

/// A line that is no journal's.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Own {
    v: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    state: Option<Header>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<NoteLine>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    lines: usize,
}

/// The line that says how many follow. Without its line feed, like all here.
pub(super) fn header(lines: usize) -> Vec<u8> {
    written(&Own { v: VERSION, state: Some(Header { lines }), note: None })
}

/// The line of a note.
pub(super) fn of_note(note: &NoteLine) -> Vec<u8> {
    written(&Own { v: VERSION, state: None, note: Some(note.clone()) })
}

fn written(own: &Own) -> Vec<u8> {
    // Numbers and text always have a form in JSON.
    serde_json::to_vec(own).unwrap_or_default()
}

/// Sorts a line.
pub(super) fn read(line: &[u8]) -> Line {
    if line.is_empty() {
        return Line::Blank;
    }
    if journal::is_line(line) {
        return Line::Event;
    }
    match serde_json::from_slice(line) {
        Ok(Own { v: VERSION, state: Some(Header { lines }), note: None }) => Line::Header(lines),
        Ok(Own { v: VERSION, state: None, note: Some(note) }) if is_plain(&note) => {
            Line::Note(note)
        }
        _ => Line::Strange,
    }
}

/// Whether a note's name leads nowhere else and its text is of a note's size.
fn is_plain(note: &NoteLine) -> bool {
    let name = note.name.as_str();
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ');
    let stem = name.strip_suffix(".md").unwrap_or_default();
    !stem.is_empty()
        && !stem.starts_with('.')
        && name.len() <= LONGEST_NAME
        && name.chars().all(is_name)
        && note.text.len() as u64 <= MOST_BYTES
}
