//! Bytes to text, or to the reason why there is none. Knows nothing of what a text says.

use super::Source;
use super::draft::Problems;
use crate::model::Problem;
use crate::text;

/// What stands behind so many lines is not read: no brief is as long, and each line costs memory.
const MOST_LINES: usize = 200_000;

/// The text of a file; `None` where it is not text. Notes what a reader should know about it.
pub(super) fn decode(source: Source<'_>, problems: &mut Problems) -> Option<String> {
    let read = source.bytes.len() as u64;
    let cut = source.size > read;
    let bytes = if cut { whole_characters(source.bytes) } else { source.bytes };
    let Some(mut decoded) = text::decode(bytes).ok().filter(|_| !is_archive(bytes)) else {
        problems.push((None, Problem::Binary(source.size.max(read))));
        return None;
    };
    let most = end_of_lines(&decoded.text);
    decoded.text.truncate(most.unwrap_or(usize::MAX));
    if cut || most.is_some() {
        let read = most.map_or(read, |end| end as u64);
        problems.push((None, Problem::TooLarge { size: source.size, read }));
    }
    if decoded.encoding != "UTF-8" {
        problems.push((None, Problem::Encoding(decoded.encoding.to_owned())));
    }
    if decoded.damaged {
        problems.push((None, Problem::Undecodable));
    }
    let hidden = text::count_hidden(&decoded.text);
    if hidden > 0 {
        problems.push((None, Problem::HiddenCharacters(hidden)));
    }
    Some(decoded.text)
}

/// Where the lines that are read end, in a text that has more of them.
fn end_of_lines(text: &str) -> Option<usize> {
    let ends = text.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'\n' | b'\r'));
    ends.map(|(at, _)| at).nth(MOST_LINES)
}

/// Formats that may hold no byte which text cannot have, by their first bytes.
fn is_archive(bytes: &[u8]) -> bool {
    const MAGIC: [&[u8]; 8] = [
        b"%PDF-",
        b"PK\x03\x04",
        b"\x1f\x8b",
        b"\xfd7zXZ",
        b"BZh9",
        b"7z\xbc\xaf",
        b"\x28\xb5\x2f\xfd",
        b"\x7fELF",
    ];
    MAGIC.iter().any(|magic| bytes.starts_with(magic))
}

/// `bytes` without a character that the end of what was read has cut in two.
fn whole_characters(bytes: &[u8]) -> &[u8] {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => {
            bytes.get(..error.valid_up_to()).unwrap_or(bytes)
        }
        _ => bytes,
    }
}
