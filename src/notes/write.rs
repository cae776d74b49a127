//! A note as a file that does a terminal no harm where it is only looked at.

use std::fmt::Write as _;

use super::FENCE;
use crate::model::{Moment, Note, Subject};
use crate::text::toml::quoted;

/// The file of a note; [`super::read()`] gives the same one back.
pub fn write(note: &Note) -> String {
    let (id, country, sentence) = match &note.subject {
        Subject::Brief(id) => (Some(id), None, None),
        Subject::Country(code) => (None, Some(code), None),
        Subject::Sentence { id, text, span } => (Some(id), None, Some((text, span))),
    };
    let values = [
        ("about", Some(quoted(note.subject.kind()))),
        ("id", id.map(|id| quoted(id.as_str()))),
        ("country", country.map(|code| quoted(code.as_str()))),
        ("file", note.file.as_deref().map(quoted)),
        ("title", note.title.as_deref().map(quoted)),
        ("sentence", sentence.map(|(text, _)| quoted(text))),
        ("span", sentence.map(|(_, span)| format!("[{}, {}]", span.start, span.end))),
        ("written", note.written.and_then(rfc_3339)),
    ];
    let mut file = format!("{FENCE}\n");
    for (key, value) in values {
        if let Some(value) = value {
            let _infallible = writeln!(file, "{key} = {value}");
        }
    }
    let _infallible = write!(file, "{FENCE}\n\n{}\n", note.text.trim_end());
    file
}

fn rfc_3339(moment: Moment) -> Option<String> {
    jiff::Timestamp::from_millisecond(moment.0).ok().map(|stamp| stamp.to_string())
}
