//! A query cut into its signs: brackets, connectives, and pieces, each with its place. Knows no values.

use std::ops::Range;

use super::operators::{Connective, connective, is_sign};
use crate::text::fold;

/// A sign of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// `(`
    Open,
    /// `)`
    Close,
    /// `-` before something, or `NOT`.
    Not,
    /// `OR`.
    Or,
    /// `AND`, which says what stands there anyway.
    And,
    /// Words, a phrase, or an operator with its values.
    Piece(Piece),
}

/// Words, a phrase, or an operator with its values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Piece {
    /// The name before the colon, or the sign that stands for both, where there is one.
    pub(super) name: Option<Range<usize>>,
    /// What stands behind it, between commas; without a name one value.
    pub(super) values: Vec<Value>,
}

/// A value as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Value {
    /// Its bytes without quotes and a star behind it.
    pub(super) inside: Range<usize>,
    /// Its bytes with them.
    pub(super) place: Range<usize>,
    /// Whether it stands in quotes.
    pub(super) quoted: bool,
    /// Whether its quote is closed; `true` without quotes.
    pub(super) closed: bool,
    /// Whether a star stands behind it.
    pub(super) star: bool,
}

/// Cuts a query into its signs, each with its bytes, in order and apart. Linear in its length.
pub(super) fn signs(query: &str) -> impl Iterator<Item = (Sign, Range<usize>)> {
    let mut lexer = Lexer { query, at: 0 };
    std::iter::from_fn(move || lexer.next_sign())
}

struct Lexer<'a> {
    query: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    fn next_sign(&mut self) -> Option<(Sign, Range<usize>)> {
        loop {
            self.skip(char::is_whitespace);
            let start = self.at;
            let sign = match self.peek()? {
                '(' => self.single(Sign::Open),
                ')' => self.single(Sign::Close),
                c if is_dash(c) => {
                    self.step(c);
                    // A dash with a blank behind it stands between words, as in "Minsk - Hanoï".
                    if self.peek().is_none_or(char::is_whitespace) {
                        continue;
                    }
                    Sign::Not
                }
                _ => self.word_or_piece(),
            };
            return Some((sign, start..self.at));
        }
    }

    fn word_or_piece(&mut self) -> Sign {
        if self.peek().is_some_and(is_quote) {
            let value = self.value(false);
            return Sign::Piece(Piece { name: None, values: vec![value] });
        }
        let start = self.at;
        if let Some(sign) = self.peek().filter(|&c| is_sign(c)) {
            self.step(sign);
            return Sign::Piece(Piece { name: Some(start..self.at), values: self.values() });
        }
        self.skip(|c| !ends_run(c) && c != ':');
        let name = start..self.at;
        if self.peek() == Some(':') && is_name(self.slice(&name)) {
            self.step(':');
            return Sign::Piece(Piece { name: Some(name), values: self.values() });
        }
        self.skip(|c| !ends_run(c));
        match connective(self.slice(&(start..self.at))) {
            Some(Connective::Or) => Sign::Or,
            Some(Connective::And) => Sign::And,
            Some(Connective::Not) => Sign::Not,
            None => Sign::Piece(Piece { name: None, values: vec![self.run(start)] }),
        }
    }

    /// Values between commas, up to a blank or a bracket.
    fn values(&mut self) -> Vec<Value> {
        let mut values = Vec::new();
        loop {
            let value = self.value(true);
            if !value.place.is_empty() {
                values.push(value);
            }
            if self.peek() != Some(',') {
                return values;
            }
            self.step(',');
        }
    }

    /// A phrase, or what stands up to the end of the word or, where `commas` part values, up to one.
    fn value(&mut self, commas: bool) -> Value {
        let start = self.at;
        let Some(quote) = self.peek().filter(|&c| is_quote(c)) else {
            self.skip(|c| !(ends_run(c) || (commas && c == ',')));
            return self.run(start);
        };
        self.step(quote);
        let inside = self.at;
        self.skip(|c| !is_quote(c));
        let mut value = Value { inside: inside..self.at, quoted: true, ..Value::default() };
        if let Some(quote) = self.peek() {
            self.step(quote);
            value.closed = true;
        }
        if self.peek() == Some('*') {
            self.step('*');
            value.star = true;
        } else if self.slice(&value.inside).trim_end().ends_with('*') {
            value.star = true;
        }
        value.place = start..self.at;
        value
    }

    /// The run of characters since `start` as a value.
    fn run(&self, start: usize) -> Value {
        let place = start..self.at;
        let text = self.slice(&place);
        let bare = text.trim_end_matches('*');
        let star = bare.len() < text.len();
        Value { inside: start..start + bare.len(), place, star, closed: true, quoted: false }
    }

    fn single(&mut self, sign: Sign) -> Sign {
        self.at += 1;
        sign
    }

    fn peek(&self) -> Option<char> {
        self.query.get(self.at..)?.chars().next()
    }

    fn step(&mut self, c: char) {
        self.at += c.len_utf8();
    }

    fn skip(&mut self, holds: impl Fn(char) -> bool) {
        let rest = self.query.get(self.at..).unwrap_or_default();
        self.at += rest.find(|c| !holds(c)).unwrap_or(rest.len());
    }

    fn slice(&self, range: &Range<usize>) -> &'a str {
        self.query.get(range.clone()).unwrap_or_default()
    }
}

/// Whether a character ends a word or a value without quotes.
fn ends_run(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | ')') || is_quote(c)
}

/// Quotation marks of every kind; an apostrophe is none.
pub(super) fn is_quote(c: char) -> bool {
    c == '"' || (!c.is_ascii() && is_folded_to(c, "\""))
}

/// Apostrophes of every kind.
pub(super) fn is_apostrophe(c: char) -> bool {
    // Letters of French are looked at first: there are more of them.
    c == '\'' || (!c.is_ascii() && !c.is_lowercase() && is_folded_to(c, "'"))
}

fn is_dash(c: char) -> bool {
    c == '-' || (!c.is_ascii() && is_folded_to(c, "-"))
}

fn is_folded_to(c: char, sign: &str) -> bool {
    fold(c.encode_utf8(&mut [0; 4])) == sign
}

/// Whether what stands before a colon can be the name of an operator: letters alone.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| is_part(c) && !c.is_numeric())
}

/// Whether a character belongs to a word that has begun: letters, digits, accents, what is not seen.
fn is_part(c: char) -> bool {
    c.is_alphanumeric() || (!c.is_ascii() && fold(c.encode_utf8(&mut [0; 4])).is_empty())
}

/// The words of a text: what stands between all that is neither letter nor digit.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_part(c)).filter(|word| word.chars().any(char::is_alphanumeric))
}
