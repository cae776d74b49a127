//! A text as the tokens that dates are made of: words, numbers, marks. Knows no grammar.

use super::words::{Word, Words};

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// First byte in the text.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits: their value (0 where it does not fit) and how many.
    Number(u32, u8),
    /// Letters, and what they can mean; whether the first one is a capital.
    Word(Word, bool),
    /// Any other visible character; dashes are all `-`, apostrophes all `'`.
    Mark(char),
    /// A blank line: no date goes across it.
    Break,
}

/// Cuts `text` into tokens. White space only separates, but a blank line is a token.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let words = Words::get();
    let mut found = Vec::with_capacity(text.len() / 5);
    let mut chars = text.char_indices().peekable();
    let mut feeds = 0;
    while let Some((start, first)) = chars.next() {
        if first.is_whitespace() {
            feeds += u32::from(first == '\n');
            continue;
        }
        if feeds > 1 {
            found.push(Token { start, end: start, kind: Kind::Break });
        }
        feeds = 0;
        let belongs: fn(char) -> bool = match first {
            c if c.is_ascii_digit() => |c| c.is_ascii_digit(),
            c if is_letter(c) => is_letter,
            _ => |_| false,
        };
        let mut end = start + first.len_utf8();
        while let Some((at, c)) = chars.next_if(|&(_, c)| belongs(c)) {
            end = at + c.len_utf8();
        }
        let Some(slice) = text.get(start..end) else { continue };
        let kind = if first.is_ascii_digit() {
            Kind::Number(slice.parse().unwrap_or(0), u8::try_from(slice.len()).unwrap_or(u8::MAX))
        } else if is_letter(first) {
            Kind::Word(words.look_up(slice), first.is_uppercase())
        } else {
            Kind::Mark(plain_mark(first))
        };
        found.push(Token { start, end, kind });
    }
    found
}

/// Letters and the accents that follow them in decomposed text.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c)
}

fn plain_mark(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => '\'',
        other => other,
    }
}
