//! A sentence as words, numbers and marks, each with its bytes. Knows no grammar.

use std::ops::Range;

use crate::text::Folded;

/// A word, a run of digits, or a mark.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Bytes of the sentence.
    pub(super) range: Range<usize>,
    /// Bytes of the folded sentence.
    folded: Range<usize>,
    pub(super) shape: Shape,
    /// Whether nothing stands between it and the token before.
    pub(super) glued: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Letters; whether the first is a capital.
    Word {
        capital: bool,
    },
    Digits,
    /// Any other visible character, folded: every dash is `-`, every apostrophe `'`.
    Mark(char),
}

/// A sentence with its tokens.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    text: &'a str,
    folded: Folded,
    list: Vec<Token>,
}

impl<'a> Tokens<'a> {
    /// Cuts a sentence. Linear.
    pub(super) fn new(text: &'a str) -> Self {
        let folded = Folded::new(text);
        let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5);
        let mut chars = folded.as_str().char_indices().peekable();
        let mut end = 0;
        while let Some((start, first)) = chars.next() {
            if first.is_whitespace() {
                continue;
            }
            let belongs: fn(char) -> bool = match first {
                c if c.is_ascii_digit() => |c| c.is_ascii_digit(),
                c if c.is_alphabetic() => char::is_alphabetic,
                _ => |_| false,
            };
            let glued = start == end && start > 0;
            end = start + first.len_utf8();
            while let Some((at, c)) = chars.next_if(|&(_, c)| belongs(c)) {
                end = at + c.len_utf8();
            }
            let range = folded.original(start..end);
            let capital =
                || text.get(range.clone()).is_some_and(|word| word.starts_with(char::is_uppercase));
            let shape = match first {
                c if c.is_ascii_digit() => Shape::Digits,
                c if c.is_alphabetic() => Shape::Word { capital: capital() },
                c => Shape::Mark(c),
            };
            tokens.push(Token { range, folded: start..end, shape, glued });
        }
        Self { text, folded, list: tokens }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Token> {
        self.list.get(at)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Token> {
        self.list.iter()
    }

    /// The token folded; nothing where there is none.
    pub(super) fn folded(&self, at: usize) -> &str {
        let range = self.list.get(at).map(|token| token.folded.clone());
        range.and_then(|range| self.folded.as_str().get(range)).unwrap_or_default()
    }

    /// The token as it is written.
    pub(super) fn written(&self, at: usize) -> &'a str {
        self.list.get(at).and_then(|token| self.text.get(token.range.clone())).unwrap_or_default()
    }

    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.list.get(at).is_some_and(|token| token.shape == Shape::Mark(mark))
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|token| matches!(token.shape, Shape::Word { .. }))
    }

    pub(super) fn is_digits(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|token| token.shape == Shape::Digits)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|token| token.shape == Shape::Word { capital: true })
    }

    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|token| token.glued)
    }

    /// The bytes of the sentence that some tokens take.
    pub(super) fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = self.list.get(tokens.start).map_or(self.text.len(), |token| token.range.start);
        let last = tokens.end.checked_sub(1).and_then(|at| self.list.get(at));
        start..last.map_or(start, |token| token.range.end).max(start)
    }

    /// The next word of a phrase behind `at`: apostrophes and hyphens inside it are passed.
    pub(super) fn next_word(&self, at: usize) -> usize {
        let joint = |at| self.is_mark(at, '\'') || (self.is_mark(at, '-') && self.is_glued(at));
        let mut next = at + 1;
        while joint(next) {
            next += 1;
        }
        next
    }
}

/// Tokens between two ranges.
pub(super) fn distance(one: &Range<usize>, other: &Range<usize>) -> usize {
    if one.end <= other.start { other.start - one.end } else { one.start.saturating_sub(other.end) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_digits_and_marks_keep_their_bytes() {
        let text = "L’Éthiopie – 80e, 1,5";
        let tokens = Tokens::new(text);
        let shown: Vec<&str> = (0..tokens.len()).map(|at| tokens.written(at)).collect();
        assert_eq!(shown, ["L", "’", "Éthiopie", "–", "80", "e", ",", "1", ",", "5"]);
        assert_eq!(tokens.folded(2), "ethiopie");
        assert!(tokens.is_mark(1, '\'') && tokens.is_mark(3, '-') && tokens.is_glued(5));
        assert_eq!(tokens.next_word(0), 2);
        assert_eq!(&text[tokens.bytes(&(4..6))], "80e");
    }
}
