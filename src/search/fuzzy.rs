//! The finder: a few letters to the country, title or command that is meant.
//!
//! What stands together in a name ranks by where it stands; only letters that stand apart need the
//! fuzzy matcher. A query that grows letter by letter looks at the survivors of the one before.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::matcher::{LETTER, Matcher, Skim};
use super::names::{Name, Words};
use crate::text::Folded;

/// Scattered letters must earn this much each, or chance would find everything in a long title.
const LEAST_PER_LETTER: i64 = 12;
/// Points for a match that ends where a word ends.
const WORD_END: i64 = 8;

/// Something that can be looked up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// What it is called, the shown name first: a country's names and codes, a brief's title, a command's name and description.
    pub aliases: Vec<String>,
    /// Points for its kind, against others that fit as well; a matched letter is worth 16.
    pub bias: i64,
}

/// How a query fits a name, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// It is the name.
    Exact,
    /// The name begins with it.
    Prefix,
    /// Words of the name begin with its words.
    WordPrefix,
    /// Its words stand somewhere in the name.
    Within,
    /// Its letters stand in the name in their order, apart.
    Scattered,
}

/// A candidate that fits a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The candidate's place in what the finder was made from.
    pub index: usize,
    /// Which of its aliases fits best.
    pub alias: usize,
    /// How it fits; a better fit always ranks before more points.
    pub fit: Fit,
    /// Points within the fit, the bias included.
    pub score: i64,
    /// The matched letters, as byte ranges of that alias, in order and apart.
    pub highlights: Vec<Range<usize>>,
}

/// Names ready to be looked up, and what survived the last query.
#[derive(Clone, Debug)]
pub struct Finder {
    entries: Vec<Entry>,
    last: Option<Survivors>,
}

#[derive(Clone, Debug)]
struct Entry {
    candidate: Candidate,
    names: Vec<Name>,
}

#[derive(Clone, Debug)]
struct Survivors {
    query: String,
    places: Vec<u32>,
}

/// The order of results: the smallest is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    fit: Fit,
    score: Reverse<i64>,
    length: usize,
    place: u32,
    alias: usize,
}

/// How one name took the query.
enum Verdict {
    Fits(Rank),
    /// It survives, and a longer query may fit it.
    Beneath,
    Fails,
}

impl Finder {
    /// Folds all names once. Candidates that fit alike keep the order they are given in.
    pub fn new(candidates: Vec<Candidate>) -> Self {
        let entry = |candidate: Candidate| {
            let names = candidate.aliases.iter().map(|alias| Name::new(alias)).collect();
            Entry { candidate, names }
        };
        Self { entries: candidates.into_iter().map(entry).collect(), last: None }
    }

    /// The best `limit` matches, best first; the first candidates for an empty query. All words of the query must fit
    /// one name, in any order.
    pub fn query(&mut self, query: &str, limit: usize) -> Vec<Match> {
        let words = Words::new(query);
        if words.is_empty() {
            self.last = None;
            return self.first(limit);
        }
        let places = match self.last.take() {
            Some(last) if words.text.starts_with(&last.query) => last.places,
            _ => (0..u32::try_from(self.entries.len()).unwrap_or(u32::MAX)).collect(),
        };
        let skim = Skim::new();
        let mut best: BinaryHeap<Rank> = BinaryHeap::new();
        let mut survivors = Vec::with_capacity(places.len());
        for place in places {
            let floor = if best.len() < limit { None } else { best.peek().copied() };
            let Some(rank) = self.judge(place, &words, &skim, floor) else { continue };
            survivors.push(place);
            if let Some(rank) = rank.filter(|rank| floor.is_none_or(|floor| *rank < floor)) {
                best.push(rank);
                if best.len() > limit {
                    best.pop();
                }
            }
        }
        self.last = Some(Survivors { query: words.text.clone(), places: survivors });
        best.into_sorted_vec().iter().filter_map(|rank| self.found(rank, &words, &skim)).collect()
    }

    /// Its candidates, in the order they were given.
    pub fn candidates(&self) -> impl Iterator<Item = &Candidate> {
        self.entries.iter().map(|entry| &entry.candidate)
    }

    fn first(&self, limit: usize) -> Vec<Match> {
        let all = self.entries.iter().enumerate().take(limit);
        all.map(|(index, entry)| Match {
            index,
            alias: 0,
            fit: Fit::Prefix,
            score: entry.candidate.bias,
            highlights: Vec::new(),
        })
        .collect()
    }

    /// `None` where no name holds the words; else the best rank, if any is worth one.
    fn judge(
        &self,
        place: u32,
        words: &Words,
        matcher: &impl Matcher,
        floor: Option<Rank>,
    ) -> Option<Option<Rank>> {
        let entry = self.entries.get(place as usize)?;
        let mut survives = false;
        let mut best: Option<Rank> = None;
        for (alias, name) in entry.names.iter().enumerate() {
            if !name.may_hold(words) {
                continue;
            }
            match judge_name(name, words, matcher, floor) {
                Verdict::Fits(rank) => {
                    let score = Reverse(rank.score.0 + entry.candidate.bias);
                    let rank = Rank { score, place, alias, ..rank };
                    best = Some(best.map_or(rank, |known| known.min(rank)));
                    survives = true;
                }
                Verdict::Beneath => survives = true,
                Verdict::Fails => {}
            }
        }
        survives.then_some(best)
    }

    fn found(&self, rank: &Rank, words: &Words, matcher: &impl Matcher) -> Option<Match> {
        let entry = self.entries.get(rank.place as usize)?;
        let name = entry.names.get(rank.alias)?;
        let original = entry.candidate.aliases.get(rank.alias)?;
        Some(Match {
            index: rank.place as usize,
            alias: rank.alias,
            fit: rank.fit,
            score: rank.score.0,
            highlights: highlights(original, &name.text, words, matcher),
        })
    }
}

/// Judges a name; where `floor` is better than any scattered match, the matcher is not asked.
fn judge_name(name: &Name, words: &Words, matcher: &impl Matcher, floor: Option<Rank>) -> Verdict {
    let mut fit = whole_fit(&name.text, words);
    let mut score = 0;
    let mut worst = Fit::Prefix;
    for word in &words.words {
        let Some(place) = Standing::find(&name.text, word) else {
            worst = Fit::Scattered;
            break;
        };
        worst = worst.max(place.fit);
        score += place.score(word);
    }
    if worst == Fit::Scattered {
        if !name.holds(words) {
            return Verdict::Fails;
        }
        if floor.is_some_and(|floor| floor.fit < Fit::Scattered) {
            return Verdict::Beneath;
        }
        match scattered_score(&name.text, words, matcher) {
            Some(points) => score = points,
            None => return Verdict::Beneath,
        }
    }
    if words.words.len() > 1 {
        worst = worst.max(Fit::WordPrefix);
    }
    fit = fit.or(Some(worst));
    let fit = fit.unwrap_or(Fit::Scattered);
    let length = name.text.len();
    Verdict::Fits(Rank { fit, score: Reverse(score), length, place: 0, alias: 0 })
}

/// Whether the query as a whole is the name or begins it.
fn whole_fit(name: &str, words: &Words) -> Option<Fit> {
    let mut of_name = name.split_whitespace();
    let mut last = None;
    for word in &words.words {
        if last.is_some_and(|(typed, whole)| typed != whole) {
            return None;
        }
        let whole = of_name.next()?;
        if !whole.starts_with(word.as_str()) {
            return None;
        }
        last = Some((word.as_str(), whole));
    }
    let complete = last.is_some_and(|(typed, whole)| typed == whole) && of_name.next().is_none();
    Some(if complete { Fit::Exact } else { Fit::Prefix })
}

/// Points of all words, scattered or not; `None` where one is spread too thin to be meant.
fn scattered_score(name: &str, words: &Words, matcher: &impl Matcher) -> Option<i64> {
    words.words.iter().try_fold(0, |sum, word| {
        let letters = i64::try_from(word.chars().count()).ok()?;
        let score = matcher.score(name, word)?;
        (score >= LEAST_PER_LETTER * letters).then_some(sum + score)
    })
}

/// Where the letters of a word stand together in a name.
struct Standing {
    fit: Fit,
    at: usize,
    ends_word: bool,
}

impl Standing {
    /// The best place of `word` in `name`: its beginning, the beginning of a word, anywhere.
    fn find(name: &str, word: &str) -> Option<Self> {
        let mut best: Option<Self> = None;
        for (at, _) in name.match_indices(word) {
            let before = name.get(..at).and_then(|before| before.chars().next_back());
            let after = name.get(at + word.len()..).and_then(|after| after.chars().next());
            let fit = match before {
                None => Fit::Prefix,
                Some(c) if !c.is_alphanumeric() => Fit::WordPrefix,
                Some(_) => Fit::Within,
            };
            let ends_word = after.is_none_or(|c| !c.is_alphanumeric());
            let place = Self { fit, at, ends_word };
            if best.as_ref().is_none_or(|best| place.order() < best.order()) {
                best = Some(place);
            }
            if best.as_ref().is_some_and(|best| best.fit == Fit::Prefix) {
                break;
            }
        }
        best
    }

    fn order(&self) -> (Fit, bool) {
        (self.fit, !self.ends_word)
    }

    fn score(&self, word: &str) -> i64 {
        let letters = i64::try_from(word.chars().count()).unwrap_or(i64::MAX / LETTER);
        letters * LETTER + if self.ends_word { WORD_END } else { 0 }
    }
}

/// The matched letters as ranges of the original name.
fn highlights(
    original: &str,
    name: &str,
    words: &Words,
    matcher: &impl Matcher,
) -> Vec<Range<usize>> {
    let folded = Folded::new(original);
    let mut ranges = Vec::new();
    for word in &words.words {
        if let Some(place) = Standing::find(name, word) {
            ranges.push(folded.original(place.at..place.at + word.len()));
            continue;
        }
        let letters: Vec<(usize, char)> = name.char_indices().collect();
        for position in matcher.positions(name, word).unwrap_or_default() {
            if let Some(&(at, c)) = letters.get(position) {
                ranges.push(folded.original(at..at + c.len_utf8()));
            }
        }
    }
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

#[cfg(test)]
#[path = "fuzzy_tests.rs"]
mod tests;
