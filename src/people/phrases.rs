//! Phrases looked up word by word, the longest first.

use std::collections::HashMap;

use super::tokens::{Token, tokens};
use crate::text::Folded;

/// The words of a phrase after its first, and what it stands for.
type Tail<T> = (Vec<Box<str>>, T);

/// Phrases and what each stands for, by their first word.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    /// The rest of each phrase, longest first.
    by_first: HashMap<Box<str>, Vec<Tail<T>>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: HashMap::new() }
    }
}

impl<T: Copy> Phrases<T> {
    /// Adds phrases; of two equal ones the first counts.
    pub(super) fn new<'a>(phrases: impl Iterator<Item = (&'a str, T)>) -> Self {
        let mut new = Self::default();
        for (phrase, value) in phrases {
            let folded = Folded::new(phrase);
            let words = tokens(phrase, &folded);
            let mut words = words.iter().map(|token| Box::from(token.folded));
            let Some(first) = words.next() else { continue };
            new.by_first.entry(first).or_default().push((words.collect(), value));
        }
        for list in new.by_first.values_mut() {
            list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        new
    }

    /// The longest phrase that begins at `at` and fits: how many words, and what it stands for.
    /// `first` is the first word as it is to be compared.
    pub(super) fn longest(
        &self,
        tokens: &[Token<'_>],
        at: usize,
        first: &str,
    ) -> Option<(usize, T)> {
        let list = self.by_first.get(first)?;
        let fits = |rest: &Vec<Box<str>>| {
            rest.iter().zip(at + 1..).all(|(word, at)| {
                tokens.get(at).is_some_and(|token| token.is_joined() && *token.folded == **word)
            })
        };
        list.iter().find(|(rest, _)| fits(rest)).map(|(rest, value)| (rest.len() + 1, *value))
    }

    /// Whether one folded word is a phrase.
    pub(super) fn has_word(&self, word: &str) -> bool {
        self.by_first.get(word).is_some_and(|list| list.iter().any(|(rest, _)| rest.is_empty()))
    }

    /// As [`Phrases::longest`], with the first word as it stands.
    pub(super) fn at(&self, tokens: &[Token<'_>], at: usize) -> Option<(usize, T)> {
        self.longest(tokens, at, tokens.get(at)?.folded)
    }
}
