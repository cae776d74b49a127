//! The names of note files: told by a person, safe on any file system, the same for the same subject.

use crate::model::{Note, Subject};
use crate::text::fold;

/// Characters of a name that tell a person what the note is about.
const READABLE: usize = 40;

/// Digits of the hash behind them.
const DIGITS: usize = 12;

/// The name of the file of a note: lower-case letters, digits and hyphens, whatever the brief's own
/// file is called, so that none leads out of the folder.
pub fn file_name(note: &Note) -> String {
    let (kind, secret) = match &note.subject {
        Subject::Country(code) => return format!("country-{}.md", slug(code.as_str())),
        Subject::Brief(id) => ("brief", id.as_str().to_owned()),
        Subject::Sentence { id, text, .. } => ("sentence", format!("{id}\0{text}")),
    };
    let file = note.file.as_deref().unwrap_or_default();
    let file = file.rsplit('/').next().unwrap_or_default();
    let stem = slug(file.rsplit_once('.').map_or(file, |(stem, _)| stem));
    let hash = blake3::hash(secret.as_bytes()).to_hex();
    let hash = hash.get(..DIGITS).unwrap_or_default();
    if stem.is_empty() { format!("{kind}-{hash}.md") } else { format!("{kind}-{stem}-{hash}.md") }
}

/// Words as lower-case letters and digits of ASCII with single hyphens between.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in fold(text).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= READABLE {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}
