//! A file to a note, or why it is none.

use serde::Deserialize;
use toml::value::Datetime;

use super::{FENCE, NoNote};
use crate::model::{BriefId, CountryCode, Moment, Note, Span, Subject};

/// The front matter. A key that means nothing here may mean something to a later version: such a
/// file is left alone rather than written without it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Front {
    about: About,
    id: Option<String>,
    country: Option<CountryCode>,
    file: Option<String>,
    title: Option<String>,
    sentence: Option<String>,
    span: Option<[usize; 2]>,
    written: Option<Datetime>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum About {
    Brief,
    Country,
    Sentence,
}

/// Reads a file.
///
/// # Errors
/// [`NoNote`] where it is none.
pub fn read(file: &str) -> Result<Note, NoNote> {
    let file = file.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let (front, text) = parts(&file).ok_or(NoNote::NoFrontMatter)?;
    let front: Front = toml::from_str(front).map_err(|error| {
        let message = error.message().lines().next().unwrap_or_default();
        NoNote::Damaged(message.chars().take(80).collect())
    })?;
    let subject = subject(&front).ok_or(NoNote::Nameless)?;
    let written = front.written.and_then(|written| {
        let stamp: jiff::Timestamp = written.to_string().parse().ok()?;
        Some(Moment(stamp.as_millisecond()))
    });
    Ok(Note { subject, file: front.file, title: front.title, written, text: text.to_owned() })
}

/// The reader's words in a file that an editor gave back, whatever became of the lines above them.
pub fn body(file: &str) -> String {
    let file = file.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    parts(&file).map_or_else(|| file.trim().to_owned(), |(_, text)| text.to_owned())
}

/// Front matter and text.
fn parts(file: &str) -> Option<(&str, &str)> {
    let after = file.strip_prefix(FENCE)?.strip_prefix('\n')?;
    // The closing fence may be the very next line.
    let (front, text) = if let Some(text) = after.strip_prefix(FENCE) {
        ("", text)
    } else {
        after.split_once("\n+++")?
    };
    let text = if text.is_empty() { text } else { text.strip_prefix('\n')? };
    Some((front, text.trim_end().trim_start_matches('\n')))
}

fn subject(front: &Front) -> Option<Subject> {
    let id = front.id.as_deref().map(str::trim).filter(|id| !id.is_empty()).map(BriefId::from);
    Some(match front.about {
        About::Brief => Subject::Brief(id?),
        About::Country => Subject::Country(front.country?),
        About::Sentence => {
            let [start, end] = front.span.unwrap_or_default();
            let text = front.sentence.clone().filter(|text| !text.trim().is_empty())?;
            Subject::Sentence { id: id?, text, span: Span::new(start, end) }
        }
    })
}
