//! Where a sentence names countries, by its tokens.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::tokens::Tokens;
use crate::country::{Named, Naming};
use crate::model::{CountryCode, Span};

/// A place that names a country.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) tokens: Range<usize>,
    pub(super) country: CountryCode,
    pub(super) by: Naming,
    /// Whether "à", "en", "in" stands before it.
    pub(super) locative: bool,
}

/// The places of a sentence that name a country behind its dateline, in its order; `tokens_of` leads from the decoded text
/// to tokens.
pub(super) fn find(
    tokens: &Tokens<'_>,
    named: &[Named],
    dateline: usize,
    tokens_of: impl Fn(Span) -> Option<Range<usize>>,
) -> Vec<Place> {
    let lexicon = Lexicon::get();
    let mut places = Vec::with_capacity(named.len());
    for named in named {
        let Some(range) = tokens_of(named.span) else { continue };
        if range.start < dateline {
            continue;
        }
        // "sino-vietnamien" names both.
        if let Some(before) = range.start.checked_sub(2).filter(|_| {
            tokens.is_glued(range.start) && tokens.is_mark(range.start.saturating_sub(1), '-')
        }) && let Some((end, country)) = lexicon.prefixes.first_at(tokens, before)
            && end == before + 1
        {
            let by = Naming::Adjective;
            places.push(Place { tokens: before..end, country, by, locative: false });
        }
        let locative = is_locative(tokens, range.start);
        places.push(Place { tokens: range, country: named.country, by: named.by, locative });
    }
    places
}

/// Where the sentence begins behind its dateline, which says where it was written and not what it is about: "PARIS, March 3 -",
/// "Hanoï (VNA) –"; 0 where it has none. An entry of a chronology ("3 avril 2017 –") begins with its day.
pub(super) fn dateline(tokens: &Tokens<'_>) -> usize {
    const LONGEST: usize = 14;
    let shouts = |at: usize| {
        let word = tokens.written(at);
        word.chars().count() > 2 && word.chars().all(char::is_uppercase)
    };
    if tokens.is_digits(0) {
        return 0;
    }
    let mut marked = shouts(0);
    for at in 0..tokens.len().min(LONGEST) {
        let apart = !tokens.is_glued(at) && !tokens.is_glued(at + 1);
        if at > 0 && tokens.is_mark(at, '-') && apart {
            return if marked { at + 1 } else { 0 };
        }
        marked |= tokens.is_digits(at) || tokens.is_mark(at, '(');
        let word = tokens.folded(at);
        let is_month = at.checked_sub(1).is_some_and(|before| tokens.is_digits(before));
        let belongs = !tokens.is_word(at)
            || tokens.is_capital(at)
            || is_month
            || matches!(word, "de" | "the" | "er");
        if !belongs {
            return 0;
        }
    }
    0
}

/// Whether a word of place stands before a token, an article between them or not.
fn is_locative(tokens: &Tokens<'_>, at: usize) -> bool {
    const WORDS: [&str; 11] =
        ["a", "en", "au", "aux", "in", "at", "to", "from", "depuis", "near", "vers"];
    let mut before = at;
    for _ in 0..3 {
        let Some(next) = before.checked_sub(1) else { return false };
        before = next;
        let word = tokens.folded(before);
        if WORDS.contains(&word) {
            return true;
        }
        if !matches!(word, "l" | "la" | "le" | "les" | "the" | "'") {
            return false;
        }
    }
    false
}
