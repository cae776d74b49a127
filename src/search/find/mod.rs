//! Find in a text being read: plain words, a pattern behind a slash, or the terms of a query, and where they stand in a
//! document.
//!
//! Knows neither panes nor threads: whoever asks says when to stop.

mod pattern;
mod places;
mod words;

use std::ops::Range;

pub use pattern::{Mistake, PatternError};
pub use places::Places;

use super::query::Query;
use super::snippet;
use super::wanted::Wanted;
use crate::model::Language;
use pattern::Pattern;
use words::Needle;

/// What stands before a pattern: in the line it follows the key that opened the line, so that `//` finds patterns.
pub const PATTERN_SIGN: char = '/';

/// Letters of what was typed that are looked at.
const MOST_CHARS: usize = 400;

/// What is looked for, read once for many texts.
#[derive(Clone, Debug)]
pub struct Sought(Kind);

#[derive(Clone, Debug)]
enum Kind {
    /// Letters as typed, accents and case aside.
    Words(Needle),
    /// A regular expression.
    Pattern(Pattern),
    /// What a query finds in the texts, in a text of a language.
    Terms(Vec<Wanted>, Option<Language>),
}

impl Sought {
    /// Reads what was typed: `/` and a regular expression, else the words themselves. Nothing where that is only
    /// white space, or a pattern that was only begun.
    ///
    /// # Errors
    /// Where a pattern cannot be one, or would need too much memory.
    pub fn read(typed: &str) -> Result<Option<Self>, PatternError> {
        let Some(pattern) = typed.strip_prefix(PATTERN_SIGN) else {
            return Ok(Needle::new(typed).map(|needle| Self(Kind::Words(needle))));
        };
        Ok(Pattern::read(pattern)?.map(|pattern| Self(Kind::Pattern(pattern))))
    }

    /// What a query highlights in a text of a language.
    pub fn terms(query: &Query, language: Option<Language>) -> Self {
        let wanted = query.root.wanted().into_iter().map(Wanted::new).collect();
        Self(Kind::Terms(wanted, language))
    }

    /// At most `most` places of `text` where it stands, none of them empty, in order and apart, as byte ranges on
    /// character boundaries. The time is linear in the length of `text` and in `most`; a pattern stops where `goes_on`,
    /// asked every few kilobytes, says no.
    pub fn hits(&self, text: &str, most: usize, goes_on: &dyn Fn() -> bool) -> Vec<Range<usize>> {
        match &self.0 {
            Kind::Words(needle) => needle.hits(text, most),
            Kind::Pattern(pattern) => pattern.hits(text, most, goes_on),
            Kind::Terms(wanted, language) => {
                let mut hits = snippet::highlights(text, *language, wanted);
                hits.truncate(most);
                hits
            }
        }
    }
}

#[cfg(test)]
mod tests;
