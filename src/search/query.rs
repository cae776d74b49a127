//! What a person types to search, read: words, "phrases", and `-what` must not occur.
//!
//! Never fails: any text is a query. Words compare folded, so neither accents nor case matter.

use crate::text::fold;

/// A search, all of whose terms must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pub(super) terms: Vec<Term>,
}

/// Words that follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// Folded; never empty.
    pub(super) words: Vec<String>,
    /// Whether the last word must stand as it is; else a longer one that begins with it will do.
    pub(super) whole: bool,
    /// Whether it must not occur.
    pub(super) negated: bool,
}

/// Shorter words must stand as they are: two letters begin half of all words.
const LEAST_PREFIX_CHARS: usize = 3;

impl Query {
    /// Reads a query. `visa minsk` wants both words, whatever follows their letters (`accord` finds `accords`);
    /// `"visa minsk"` wants them side by side and whole; `-visa` does not want it. A quotation mark that is not closed closes at
    /// the end.
    pub fn parse(query: &str) -> Self {
        // Folding has made « » and curly quotes plain ones, and dashes hyphens.
        let folded = fold(query);
        let mut terms = Vec::new();
        let mut rest = folded.trim_start();
        while !rest.is_empty() {
            let (negated, after) = match rest.strip_prefix('-') {
                Some(after) => (true, after),
                None => (false, rest),
            };
            let (inside, quoted, next) = if let Some(phrase) = after.strip_prefix('"') {
                let (inside, next) = phrase.split_once('"').unwrap_or((phrase, ""));
                (inside, true, next)
            } else {
                let stop = |c: char| c.is_whitespace() || c == '"';
                let (inside, next) = after.split_at(after.find(stop).unwrap_or(after.len()));
                (inside, false, next)
            };
            terms.extend(Term::new(inside, quoted, negated));
            rest = next.trim_start();
        }
        Self { terms }
    }

    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

impl Term {
    fn new(text: &str, quoted: bool, negated: bool) -> Option<Self> {
        let words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        let short = words.last()?.chars().count() < LEAST_PREFIX_CHARS;
        Some(Self { words, whole: quoted || short, negated })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(query: &str) -> Vec<String> {
        let terms = Query::parse(query).terms;
        let show = |term: &Term| {
            let sign = if term.negated { "-" } else { "" };
            let end = if term.whole { "" } else { "*" };
            format!("{sign}{}{end}", term.words.join("+"))
        };
        terms.iter().map(show).collect()
    }

    #[test]
    fn words_phrases_and_what_is_not_wanted() {
        assert_eq!(shape("visa minsk"), ["visa*", "minsk*"]);
        assert_eq!(shape("\"exemption de visa\" -russie"), ["exemption+de+visa", "-russie*"]);
        assert_eq!(shape("-\"rang stratégique\" BY"), ["-rang+strategique", "by"]);
        assert_eq!(shape("« rang stratégique »"), ["rang+strategique"]);
        assert_eq!(shape("Viêt-Nam l’accord"), ["viet+nam*", "l+accord*"]);
    }

    #[test]
    fn nothing_is_an_error() {
        for nothing in ["", "  ", "-", "--", "\"", "\"\"", "- -", "...", "*"] {
            assert!(Query::parse(nothing).is_empty(), "{nothing}");
        }
        assert_eq!(shape("\"visa minsk"), ["visa+minsk"]);
        assert_eq!(shape("négoc*"), ["negoc*"]);
        assert_eq!(shape("accord\"rang\"x"), ["accord*", "rang", "x"]);
    }
}
