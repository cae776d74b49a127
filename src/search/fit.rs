//! How a query fits one name, and which letters it matched there.

use std::ops::Range;

use super::matcher::{LETTER, Matcher};
use super::names::{Name, Words};
use super::typo;
use crate::text::Folded;

/// Scattered letters must earn this much each, or chance would find everything in a long title.
const LEAST_PER_LETTER: i64 = 12;
/// Points for a match that ends where a word ends.
const WORD_END: i64 = 8;

/// How a query fits a name, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// It is the name.
    Exact,
    /// The name begins with it.
    Prefix,
    /// Words of the name begin with its words.
    WordPrefix,
    /// Its words stand somewhere in the name, or each begins a word of some other name of the same thing.
    Within,
    /// Its words stand in the name but for a slip of the finger in the longer ones.
    Misspelt,
    /// Its letters stand in the name in their order, apart.
    Scattered,
}

/// How one name took a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It fits, with points within the fit.
    Fits(Fit, i64),
    /// It is not worth showing, but a longer query may be.
    Beneath,
    /// No query that grows out of this one will fit it.
    Fails,
}

/// Judges a name. What fits worse than `worst` is beneath notice: the matcher is not asked for it.
pub(super) fn judge(name: &Name, words: &Words, matcher: &impl Matcher, worst: Fit) -> Verdict {
    let standings = words.list.iter().map(|word| Standing::find(name, word));
    let Some(standings) = standings.collect::<Option<Vec<Standing>>>() else {
        return judge_scattered(name, words, matcher, worst);
    };
    let score = standings.iter().zip(&words.list).map(|(place, word)| place.score(word)).sum();
    let fit = whole(&name.text, words).unwrap_or_else(|| {
        let weakest = standings.iter().map(|place| place.fit).max().unwrap_or(Fit::Within);
        if words.list.len() > 1 { weakest.max(Fit::WordPrefix) } else { weakest }
    });
    Verdict::Fits(fit, score)
}

/// Judges a name for a query with a slip in some of its longer words: the points where it fits.
pub(super) fn judge_misspelt(name: &Name, words: &Words) -> Option<i64> {
    words.list.iter().try_fold(0, |sum, word| {
        let score = match Standing::find(name, word) {
            Some(place) => place.score(word) + LETTER,
            None => {
                let meant = typo::find(&name.text, word)?;
                letters(word) * LETTER + if meant.is_whole { WORD_END } else { 0 }
            }
        };
        Some(sum + score)
    })
}

/// Whether a word of a name begins with `word`.
pub(super) fn begins_word(name: &Name, word: &str) -> bool {
    Standing::find(name, word).is_some_and(|place| place.fit <= Fit::WordPrefix)
}

fn judge_scattered(name: &Name, words: &Words, matcher: &impl Matcher, worst: Fit) -> Verdict {
    if !name.holds(words) {
        return Verdict::Fails;
    }
    if worst < Fit::Scattered {
        return Verdict::Beneath;
    }
    let score = words.list.iter().try_fold(0, |sum, word| {
        let score = matcher.score(&name.text, word)?;
        (score >= LEAST_PER_LETTER * letters(word)).then_some(sum + score)
    });
    score.map_or(Verdict::Beneath, |score| Verdict::Fits(Fit::Scattered, score))
}

/// Whether the query as a whole is the name or begins it.
fn whole(name: &str, words: &Words) -> Option<Fit> {
    let mut of_name = name.split_whitespace();
    let (last, before) = words.list.split_last()?;
    if !before.iter().all(|typed| of_name.next() == Some(typed)) {
        return None;
    }
    let end = of_name.next().filter(|word| word.starts_with(last.as_str()))?;
    Some(if end == last && of_name.next().is_none() { Fit::Exact } else { Fit::Prefix })
}

/// Where the letters of a word stand together in a name.
struct Standing {
    fit: Fit,
    at: usize,
    ends_word: bool,
}

impl Standing {
    /// The best place of `word` in `name`: its beginning, the beginning of a word (better a whole one), anywhere.
    fn find(name: &Name, word: &str) -> Option<Self> {
        let text = &name.text;
        if text.starts_with(word) {
            return Some(Self { fit: Fit::Prefix, at: 0, ends_word: ends_word(text, word.len()) });
        }
        let first = find_from(text, word, 0)?;
        let within =
            Self { fit: Fit::Within, at: first, ends_word: ends_word(text, first + word.len()) };
        if !name.may_begin(word) {
            return Some(within);
        }
        let mut best = within;
        let mut next = Some(first);
        while let Some(at) = next {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            if before.is_none_or(|c| !c.is_alphanumeric()) {
                let ends_word = ends_word(text, at + word.len());
                if ends_word {
                    return Some(Self { fit: Fit::WordPrefix, at, ends_word });
                }
                if best.fit == Fit::Within {
                    best = Self { fit: Fit::WordPrefix, at, ends_word };
                }
            }
            next = find_from(text, word, at + word.len());
        }
        Some(best)
    }

    fn score(&self, word: &str) -> i64 {
        letters(word) * LETTER + if self.ends_word { WORD_END } else { 0 }
    }
}

/// Where `word` stands next. One letter, the worst case of a finder, takes the short way.
fn find_from(text: &str, word: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let mut letters = word.chars();
    let at = match (letters.next(), letters.next()) {
        (Some(letter), None) => rest.find(letter),
        _ => rest.find(word),
    };
    at.map(|at| from + at)
}

fn ends_word(text: &str, end: usize) -> bool {
    let after = text.get(end..).and_then(|after| after.chars().next());
    after.is_none_or(|c| !c.is_alphanumeric())
}

fn letters(word: &str) -> i64 {
    i64::try_from(word.chars().count()).unwrap_or(i64::MAX / LETTER)
}

/// The matched letters as ranges of the original name, in order and apart.
pub(super) fn highlights(
    original: &str,
    name: &Name,
    words: &Words,
    fit: Fit,
    matcher: &impl Matcher,
) -> Vec<Range<usize>> {
    let folded = Folded::new(original);
    let mut ranges = Vec::new();
    for word in &words.list {
        if let Some(place) = Standing::find(name, word) {
            ranges.push(folded.original(place.at..place.at + word.len()));
            continue;
        }
        if let (Fit::Misspelt, Some(meant)) = (fit, typo::find(&name.text, word)) {
            ranges.extend(meant.letters.map(|letters| folded.original(letters)));
            continue;
        }
        let letters: Vec<(usize, char)> = name.text.char_indices().collect();
        for position in matcher.positions(&name.text, word).unwrap_or_default() {
            if let Some(&(at, c)) = letters.get(position) {
                ranges.push(folded.original(at..at + c.len_utf8()));
            }
        }
    }
    ranges.retain(|range| !range.is_empty());
    joined(ranges)
}

/// Sorted, with ranges that touch made one.
fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}
