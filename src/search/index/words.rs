//! The analyser as the index asks for it: a text with its language in front becomes surfaces, stems and spellings, those of
//! one word at one position.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::model::Language;
use crate::search::analyser;

/// The name under which the fields know it.
pub(super) const NAME: &str = "words";
/// The name of what cuts a text at its line ends, made of [`lines`].
pub(super) const LINES: &str = "lines";

/// Cuts texts made by [`marked`].
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Words;

/// Cuts texts made by [`lines`].
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lines;

/// The words of one text, the last one first.
pub(super) struct Stream {
    ahead: Vec<Token>,
    token: Token,
}

/// A text with its language in front.
pub(super) fn marked(text: &str, language: Option<Language>) -> String {
    let mark = match language {
        Some(Language::French) => "f",
        Some(Language::English) => "e",
        None => "?",
    };
    [mark, text].concat()
}

/// Takes the language off again.
pub(super) fn unmarked(text: &str) -> (&str, Option<Language>) {
    let (mark, text) = text.split_at_checked(1).unwrap_or_default();
    let language = match mark {
        "f" => Some(Language::French),
        "e" => Some(Language::English),
        _ => None,
    };
    (text, language)
}

impl Tokenizer for Words {
    type TokenStream<'a> = Stream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream {
        let (text, language) = unmarked(text);
        let forms = analyser::tokens(text, language).into_iter().flat_map(|token| {
            let position = token.position as usize;
            let forms = std::iter::once(token.surface).chain(token.stems).chain(token.spelling);
            forms.map(move |text| Token { position, text, ..Token::default() })
        });
        let mut ahead: Vec<Token> = forms.collect();
        ahead.reverse();
        Stream { ahead, token: Token::default() }
    }
}

/// Forms as one text.
pub(super) fn lines(forms: &[String]) -> String {
    forms.join("\n")
}

impl Tokenizer for Lines {
    type TokenStream<'a> = Stream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream {
        let token = |line: &str| Token { text: line.to_owned(), position: 0, ..Token::default() };
        Stream { ahead: text.lines().rev().map(token).collect(), token: Token::default() }
    }
}

impl TokenStream for Stream {
    fn advance(&mut self) -> bool {
        let next = self.ahead.pop();
        let is_there = next.is_some();
        self.token = next.unwrap_or_default();
        is_there
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
