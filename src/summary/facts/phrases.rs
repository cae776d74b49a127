//! Words and phrases looked up in a sentence, the longest first. Knows none of them.

use std::collections::HashMap;

use super::tokens::Tokens;

/// Phrases with what they mean.
#[derive(Clone, Debug)]
pub(super) struct Phrases<T> {
    /// By first word: the words behind it, longest first.
    by_first: HashMap<String, Vec<(Vec<String>, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: HashMap::new() }
    }
}

impl<T: Clone> Phrases<T> {
    pub(super) fn add(&mut self, phrase: &str, meaning: T) {
        let tokens = Tokens::new(phrase);
        let is_joint = |at| tokens.is_mark(at, '\'') || tokens.is_mark(at, '-');
        let words = (0..tokens.len()).filter(|&at| !is_joint(at));
        let mut words = words.map(|at| tokens.folded(at).to_owned());
        let Some(first) = words.next() else { return };
        let rest: Vec<String> = words.collect();
        let list = self.by_first.entry(first).or_default();
        let at = list.partition_point(|(known, _)| known.len() >= rest.len());
        list.insert(at, (rest, meaning));
    }

    /// What the longest phrase that begins at a token means, each meaning once it was given, and the
    /// token behind it.
    pub(super) fn at(&self, tokens: &Tokens<'_>, at: usize) -> Option<(usize, Vec<T>)> {
        let list = self.by_first.get(tokens.folded(at))?;
        let mut found: Option<(usize, usize, Vec<T>)> = None;
        for (rest, meaning) in list {
            if found.as_ref().is_some_and(|(_, length, _)| *length > rest.len()) {
                break;
            }
            let Some(end) = follow(tokens, at, rest) else { continue };
            match &mut found {
                Some((_, _, meanings)) => meanings.push(meaning.clone()),
                None => found = Some((end, rest.len(), vec![meaning.clone()])),
            }
        }
        found.map(|(end, _, meanings)| (end, meanings))
    }

    /// The first meaning at a token, and the token behind it.
    pub(super) fn first_at(&self, tokens: &Tokens<'_>, at: usize) -> Option<(usize, T)> {
        let (end, meanings) = self.at(tokens, at)?;
        meanings.into_iter().next().map(|meaning| (end, meaning))
    }
}

fn follow(tokens: &Tokens<'_>, at: usize, rest: &[String]) -> Option<usize> {
    let mut last = at;
    for word in rest {
        last = tokens.next_word(last);
        if tokens.folded(last) != word {
            return None;
        }
    }
    Some(last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins_across_apostrophes_and_hyphens() {
        let mut phrases = Phrases::default();
        phrases.add("chiffre", 1);
        phrases.add("chiffre d'affaires", 2);
        phrases.add("libre-échange", 3);
        let tokens = Tokens::new("Le chiffre d’affaires du libre‑échange, un chiffre");
        let found: Vec<(usize, i32)> =
            (0..tokens.len()).filter_map(|at| phrases.first_at(&tokens, at)).collect();
        assert_eq!(found, [(5, 2), (9, 3), (12, 1)]);
    }
}
