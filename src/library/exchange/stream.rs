//! One line of a stream: a line of a journal as it stands there, a note, a dispatch of the inbox, or how many lines there are.

use serde::{Deserialize, Serialize};

use crate::model::Moment;
use crate::store::inbox::{self, Dispatch};
use crate::store::journal;
use crate::store::notes::MOST_BYTES;

/// The version of the lines that are no journal's.
const VERSION: u32 = 1;

/// The longest name of a file of notes, in bytes: what is put behind it to tell versions apart still fits into the 255 that
/// file systems take.
const LONGEST_NAME: usize = 200;

/// Digits of the hash in the name of an earlier version.
const DIGITS: usize = 12;

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A line of a journal, this version's or a later one's.
    Event,
    /// A note, or a draft of one.
    Note(NoteLine),
    /// A dispatch of the inbox.
    Dispatch(Dispatch),
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
    /// Whether it was being written and not kept.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
}

/// A dispatch of the inbox as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DispatchLine {
    name: String,
    text: String,
    at: Moment,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    removed: bool,
}

/// A line that is no journal's.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Own {
    v: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    state: Option<Header>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<NoteLine>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    inbox: Option<DispatchLine>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    lines: usize,
}

/// The line that says how many follow. Without its line feed, like all here.
pub(super) fn header(lines: usize) -> Vec<u8> {
    written(&Own { v: VERSION, state: Some(Header { lines }), ..Own::default() })
}

/// The line of a note.
pub(super) fn of_note(note: &NoteLine) -> Vec<u8> {
    written(&Own { v: VERSION, note: Some(note.clone()), ..Own::default() })
}

/// The line of a dispatch.
pub(super) fn of_dispatch(dispatch: Dispatch) -> Vec<u8> {
    let Dispatch { name, text, at, removed } = dispatch;
    let line = DispatchLine { name, text, at, removed };
    written(&Own { v: VERSION, inbox: Some(line), ..Own::default() })
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
        Ok(Own { v: VERSION, state: Some(Header { lines }), note: None, inbox: None }) => {
            Line::Header(lines)
        }
        Ok(Own { v: VERSION, state: None, note: Some(note), inbox: None }) if is_plain(&note) => {
            Line::Note(note)
        }
        Ok(Own { v: VERSION, state: None, note: None, inbox: Some(line) })
            if is_of_inbox(&line) =>
        {
            let DispatchLine { name, text, at, removed } = line;
            Line::Dispatch(Dispatch { name, text, at, removed })
        }
        _ => Line::Strange,
    }
}

/// Whether a dispatch has the name of its text, and a size and a time that dispatches have.
fn is_of_inbox(line: &DispatchLine) -> bool {
    line.text.len() <= inbox::MOST_BYTES
        && line.name == inbox::name_of(&line.text)
        && (0..=journal::LATEST).contains(&line.at.0)
}

/// Whether a note has a name that a line can hold and a text of a note's size.
fn is_plain(note: &NoteLine) -> bool {
    is_name(&note.name) && note.text.len() as u64 <= MOST_BYTES
}

/// Whether a file of notes may have a name on any machine: it leads nowhere else, and nothing in it acts on a terminal.
pub(super) fn is_name(name: &str) -> bool {
    let stem = name.strip_suffix(".md").unwrap_or_default();
    let is_odd = |c: char| c.is_control() || c == '/';
    !stem.is_empty()
        && !stem.starts_with('.')
        && name.len() <= LONGEST_NAME
        && !name.chars().any(is_odd)
}

/// The name of a version that is not the one to read: no other version of that name has it.
pub(super) fn name_by_contents(name: &str, text: &str) -> String {
    let hash = blake3::hash(text.as_bytes()).to_hex();
    let hash = hash.get(..DIGITS).unwrap_or_default();
    let mut stem = name.trim_end_matches(".md");
    // The name must stay one that a line can hold.
    while stem.len() + DIGITS + "-.md".len() > LONGEST_NAME {
        let mut chars = stem.chars();
        chars.next_back();
        stem = chars.as_str();
    }
    format!("{stem}-{hash}.md")
}
