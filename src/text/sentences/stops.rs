//! The places where a sentence may end: stops and what closes after them.

use std::ops::Range;

/// A run of stops with the quotes and brackets that close behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stop {
    /// The stops themselves, also spaced ones (`. . .`).
    pub(super) run: Range<usize>,
    /// The end of the closing signs after them.
    pub(super) end: usize,
}

pub(super) fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‽' | '⁇' | '⁈' | '⁉') || is_foreign_stop(c)
}

/// The stops of scripts that need no space after them, or no capital.
pub(super) fn is_foreign_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '．' | '।' | '؟' | '۔')
}

pub(super) fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '»' | '›' | '”' | '’' | '"' | '\'')
}

/// All stops of `paragraph`, in order.
pub(super) fn stops(paragraph: &str) -> impl Iterator<Item = Stop> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = paragraph.get(at..)?;
        let start = at + rest.find(is_stop)?;
        let run = start..start + run_length(paragraph.get(start..).unwrap_or_default());
        let end = run.end + closing_length(paragraph.get(run.end..).unwrap_or_default());
        at = end;
        Some(Stop { run, end })
    })
}

/// Stops at the start of `text`, with one space before each further full stop.
fn run_length(text: &str) -> usize {
    let mut length = 0;
    loop {
        let rest = text.get(length..).unwrap_or_default();
        let stops = rest.len() - rest.trim_start_matches(is_stop).len();
        length += stops;
        let spaced = rest.get(stops..).and_then(|rest| rest.strip_prefix([' ', '\u{a0}']));
        let dots = spaced.filter(|next| {
            // `Mr. .NET` is no ellipsis.
            next.strip_prefix('.').is_some_and(|after| !after.starts_with(char::is_alphanumeric))
        });
        let Some(next) = dots else { return length };
        length = text.len() - next.len();
    }
}

/// Closing signs at the start of `text`; a French closing quote may have a space before it. The number of a note
/// (`[1]`) closes too.
fn closing_length(text: &str) -> usize {
    let mut length = 0;
    loop {
        let rest = text.get(length..).unwrap_or_default();
        if let Some(note) = note_length(rest) {
            length += note;
            continue;
        }
        let spaceless = rest.strip_prefix([' ', '\u{a0}', '\u{202f}']).unwrap_or(rest);
        let after = if spaceless.starts_with(['»', '›']) { spaceless } else { rest };
        let Some(closing) = after.chars().next().filter(|&c| is_closing(c)) else { return length };
        length = text.len() - after.len() + closing.len_utf8();
    }
}

fn note_length(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('[')?;
    let digits = inner.bytes().take(4).take_while(u8::is_ascii_digit).count();
    (digits > 0 && inner.get(digits..)?.starts_with(']')).then_some(digits + 2)
}
