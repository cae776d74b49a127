//! Where front matter starts and ends. Knows the fences, not what stands between them.

use std::borrow::Cow;

use crate::model::Span;
use crate::text::lines;

/// What stands between the fences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// Between lines of `+++`.
    Toml,
    /// Between lines of `---`.
    Yaml,
}

/// Front matter that has both its fences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Its format.
    pub format: Format,
    /// The lines between the fences.
    pub span: Span,
    /// The line of the opening fence in the file, from 1; the block's line 1 is the one after it.
    pub line: u32,
    /// Where the text begins.
    pub after: usize,
}

/// How a file begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fence {
    /// With text.
    None,
    /// With front matter.
    Closed(Block),
    /// With a fence and a key, and no closing fence.
    Unclosed {
        /// The line of the opening fence, from 1.
        line: u32,
    },
}

/// Looks for front matter after blank lines at the start of `decoded`.
///
/// `---` is also a thematic break: it opens front matter only where the next line with words in it
/// is a key, or where a second fence follows at once.
pub(super) fn find(decoded: &str) -> Fence {
    let mut lines = (1_u32..).zip(lines::ranges(decoded));
    let text = |range: &std::ops::Range<usize>| decoded.get(range.clone()).unwrap_or_default();
    let Some((line, opening)) = lines.find(|(_, range)| !text(range).trim().is_empty()) else {
        return Fence::None;
    };
    let format = match text(&opening).trim_end() {
        "+++" => Format::Toml,
        "---" => Format::Yaml,
        _ => return Fence::None,
    };
    let mut start = None;
    let mut has_key = format == Format::Toml;
    for (_, range) in lines {
        let start = *start.get_or_insert(range.start);
        let words = text(&range).trim_end();
        if closes(format, words) {
            let after = after_line(decoded, range.end);
            return Fence::Closed(Block {
                format,
                span: Span::new(start, range.start),
                line,
                after,
            });
        }
        if !has_key && !words.is_empty() && !words.starts_with('#') {
            if !begins_with_key(words) {
                return Fence::None;
            }
            has_key = true;
        }
    }
    if has_key && start.is_some() { Fence::Unclosed { line } } else { Fence::None }
}

/// Whether a line without its trailing blanks ends the front matter.
fn closes(format: Format, line: &str) -> bool {
    match format {
        Format::Toml => line == "+++",
        Format::Yaml => line == "---" || line == "...",
    }
}

/// Whether a line looks like `key: value`.
fn begins_with_key(line: &str) -> bool {
    let Some((key, value)) = line.split_once(':') else { return false };
    let key = key.trim_matches(['"', '\'']);
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let spaced = value.is_empty() || value.starts_with([' ', '\t']);
    spaced && !key.is_empty() && key.chars().all(word)
}

/// The start of the line behind the one that ends at `end`.
fn after_line(decoded: &str, end: usize) -> usize {
    let rest = decoded.get(end..).unwrap_or_default();
    let ending = ["\r\n", "\n", "\r"].into_iter().find(|ending| rest.starts_with(ending));
    end + ending.map_or(0, str::len)
}

/// The same text with a line feed for each lone carriage return, which TOML and YAML do not take
/// for the end of a line. Offsets stay.
pub(super) fn with_line_feeds(source: &str) -> Cow<'_, str> {
    if !source.contains('\r') {
        return Cow::Borrowed(source);
    }
    let mut text = String::with_capacity(source.len());
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        text.push(if c == '\r' && chars.peek() != Some(&'\n') { '\n' } else { c });
    }
    Cow::Owned(text)
}
