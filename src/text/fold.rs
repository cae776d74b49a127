//! Text reduced to what a search compares: case, accents, ligatures, apostrophes and hyphens folded, invisible
//! characters gone, with a map back to the original.
//!
//! Composed and decomposed spellings give the same. Knows nothing of words or languages.

#[cfg(test)]
mod tests;

use std::ops::Range;

use unicode_normalization::char::{canonical_combining_class, decompose_compatible};

use super::characters::is_unseen;

/// Folded text that knows where each of its bytes came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// Bytes of the original.
    original_len: usize,
    /// For each byte of `text`, where its character starts in the original; empty where that is the same offset, as in
    /// plain ASCII.
    origins: Vec<u32>,
}

impl Folded {
    /// Folds `original`, of which the first 4 GB can be mapped back.
    pub fn new(original: &str) -> Self {
        if let Some(text) = fold_ascii(original) {
            return Self { text, original_len: original.len(), origins: Vec::new() };
        }
        let mut mapped =
            Mapped { text: String::new(), origins: Vec::with_capacity(original.len()) };
        mapped.text.reserve(original.len());
        walk(original, &mut mapped);
        Self { text: mapped.text, original_len: original.len(), origins: mapped.origins }
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that a range of the folded text came from, on character boundaries of the original.
    /// What left no trace in the folded text (accents, invisible characters) goes with the letter before it.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let end = range.end.min(self.text.len());
        let start = range.start.min(end);
        if self.origins.is_empty() {
            return start..end;
        }
        let origin = |at: usize| self.origins.get(at).map_or(self.original_len, |&o| o as usize);
        if start == end {
            return origin(start)..origin(start);
        }
        let last = origin(end - 1);
        let mut after = end;
        while after < self.text.len() && origin(after) == last {
            after += 1;
        }
        origin(start)..origin(after)
    }
}

/// The folded text alone.
pub fn fold(original: &str) -> String {
    fold_ascii(original).unwrap_or_else(|| {
        let mut text = String::with_capacity(original.len());
        walk(original, &mut text);
        text
    })
}

/// The folded text of ASCII without controls, byte for byte.
fn fold_ascii(original: &str) -> Option<String> {
    let plain = original.bytes().all(is_plain);
    plain.then(|| original.to_ascii_lowercase())
}

fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\n' | b'\t' | b'\r')
}

/// What the walk writes to: text alone, or text with a map.
trait Output {
    /// Takes a run of plain ASCII that starts at `at` in the original.
    fn ascii(&mut self, run: &str, at: usize);
    /// Takes what the character at `at` in the original folds to.
    fn push(&mut self, folded: &str, at: usize);
}

impl Output for String {
    fn ascii(&mut self, run: &str, _at: usize) {
        let from = self.len();
        self.push_str(run);
        if let Some(added) = self.get_mut(from..) {
            added.make_ascii_lowercase();
        }
    }

    fn push(&mut self, folded: &str, _at: usize) {
        self.push_str(folded);
    }
}

struct Mapped {
    text: String,
    origins: Vec<u32>,
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl Output for Mapped {
    fn ascii(&mut self, run: &str, at: usize) {
        self.text.ascii(run, at);
        self.origins.extend((at..at + run.len()).map(offset));
    }

    fn push(&mut self, folded: &str, at: usize) {
        self.text.push_str(folded);
        self.origins.extend(std::iter::repeat_n(offset(at), folded.len()));
    }
}

fn walk(original: &str, output: &mut impl Output) {
    let mut at = 0;
    while let Some(rest) = original.get(at..).filter(|rest| !rest.is_empty()) {
        let run = rest.bytes().position(|b| !is_plain(b)).unwrap_or(rest.len());
        output.ascii(rest.get(..run).unwrap_or_default(), at);
        at += run;
        let Some(c) = rest.get(run..).and_then(|rest| rest.chars().next()) else { break };
        fold_char(c, at, output);
        at += c.len_utf8();
    }
}

fn fold_char(c: char, at: usize, output: &mut impl Output) {
    if let Some(folded) = latin(c).or_else(|| sign(c)) {
        output.push(folded, at);
    } else if !is_unseen(c) {
        decompose_compatible(c, |part| fold_part(part, at, output));
    }
}

/// Folds one part of a decomposition.
fn fold_part(part: char, at: usize, output: &mut impl Output) {
    // Accents and points go; vowel signs (class 0) and the virama (9) are letters in all but name.
    if is_unseen(part) || !matches!(canonical_combining_class(part), 0 | 9) {
        return;
    }
    for lower in part.to_lowercase() {
        if let Some(folded) = latin(lower).or_else(|| sign(lower)) {
            output.push(folded, at);
        } else if canonical_combining_class(lower) == 0 || lower == part {
            output.push(lower.encode_utf8(&mut [0; 4]), at);
        }
    }
}

/// Letters that are told apart by no accent that Unicode would take off, or so frequent that a short cut pays. The
/// spellings are those of names in the press: Đà Nẵng as Da Nang, Əliyev as Aliyev.
fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'À'..='Å' | 'ə' | 'Ə' => "a",
        'æ' | 'Æ' => "ae",
        'ç' | 'Ç' => "c",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'è'..='ë' | 'È'..='Ë' => "e",
        'ħ' | 'Ħ' => "h",
        'ì'..='ï' | 'Ì'..='Ï' | 'ı' => "i",
        'ĸ' => "k",
        'ł' | 'Ł' => "l",
        'ñ' | 'Ñ' => "n",
        'ŋ' | 'Ŋ' => "ng",
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' => "o",
        'œ' | 'Œ' => "oe",
        'ß' | 'ẞ' => "ss",
        'ŧ' | 'Ŧ' => "t",
        'þ' | 'Þ' => "th",
        'ù'..='ü' | 'Ù'..='Ü' => "u",
        'ý' | 'ÿ' | 'Ý' => "y",
        'ς' => "σ",
        _ => return None,
    })
}

/// Signs with a twin on every keyboard, and white space.
fn sign(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{2018}'..='\u{201b}'
        | '\u{2b9}'
        | '\u{2bb}'..='\u{2bd}'
        | '\u{2032}'
        | '\u{2035}'
        | '`'
        | '´'
        | '‹'
        | '›' => "'",
        '\u{201c}'..='\u{201f}' | '«' | '»' | '\u{2033}' | '\u{2036}' => "\"",
        '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{2212}'
        | '\u{fe58}'
        | '\u{2e3a}'
        | '\u{2e3b}' => "-",
        '…' => "...",
        '\u{85}' | '\u{2028}' | '\u{2029}' => "\n",
        _ if c.is_whitespace() && !c.is_ascii() => " ",
        _ => return None,
    })
}
