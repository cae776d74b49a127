//! The finder: a few letters to the country, title or command that is meant.
//!
//! What stands together in a name ranks by where it stands; only letters that stand apart need the
//! fuzzy matcher. A query that grows letter by letter looks at the survivors of the one before. Where no name begins with
//! what was typed, names are looked through once more for a slip of the finger.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};
use std::ops::Range;

pub use super::fit::Fit;
use super::fit::{Verdict, begins_word, highlights, judge, judge_misspelt};
use super::matcher::{Matcher, Skim};
use super::names::{Name, Words};

/// Points for a name that is not the one shown: it is meant less often.
const OTHER_NAME: i64 = -48;

/// Something that can be looked up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// What it is called, the shown name first: a country's names and codes, a brief's title, a command's name and description.
    pub aliases: Vec<String>,
    /// Points for its kind, against others that fit as well; a matched letter is worth 16.
    pub bias: i64,
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

/// The candidates that a query, or one that grows out of it, can fit.
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
        let matcher = Skim::new();
        let mut best: BinaryHeap<Rank> = BinaryHeap::new();
        let mut survivors = Vec::with_capacity(places.len());
        for place in places {
            let floor = if best.len() < limit { None } else { best.peek().copied() };
            let worst = floor.map_or(Fit::Scattered, |floor| floor.fit);
            let Some(entry) = self.entries.get(place as usize) else { continue };
            let (survives, rank) = entry.judge(place, &words, &matcher, worst);
            if survives {
                survivors.push(place);
            }
            if let Some(rank) = rank.filter(|rank| floor.is_none_or(|floor| *rank < floor)) {
                best.push(rank);
                if best.len() > limit {
                    best.pop();
                }
            }
        }
        self.last = Some(Survivors { query: words.text.clone(), places: survivors });
        let mut ranks = best.into_sorted_vec();
        if words.slips > 0 && ranks.first().is_none_or(|best| best.fit > Fit::WordPrefix) {
            self.add_misspelt(&words, &mut ranks);
            ranks.truncate(limit);
        }
        ranks.iter().filter_map(|rank| self.found(rank, &words, &matcher)).collect()
    }

    /// Adds what a slip of the finger hides, each candidate at its best rank.
    fn add_misspelt(&self, words: &Words, ranks: &mut Vec<Rank>) {
        let places = (0..u32::MAX).zip(&self.entries);
        ranks.extend(places.filter_map(|(place, entry)| entry.judge_misspelt(place, words)));
        ranks.sort_unstable();
        let mut known = HashSet::new();
        ranks.retain(|rank| known.insert(rank.place));
    }

    /// Its candidates, in the order they were given.
    pub fn candidates(&self) -> impl Iterator<Item = &Candidate> {
        self.entries.iter().map(|entry| &entry.candidate)
    }

    fn first(&self, limit: usize) -> Vec<Match> {
        let unasked = |(index, entry): (usize, &Entry)| Match {
            index,
            alias: 0,
            fit: Fit::Prefix,
            score: entry.candidate.bias,
            highlights: Vec::new(),
        };
        self.entries.iter().enumerate().take(limit).map(unasked).collect()
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
            highlights: highlights(original, name, words, rank.fit, matcher),
        })
    }
}

impl Entry {
    /// Whether it survives, and its best name's rank where one is worth showing.
    fn judge(
        &self,
        place: u32,
        words: &Words,
        matcher: &impl Matcher,
        worst: Fit,
    ) -> (bool, Option<Rank>) {
        let mut survives = false;
        let mut best: Option<Rank> = None;
        for (alias, name) in self.names.iter().enumerate() {
            if !name.may_hold(words) {
                continue;
            }
            let verdict = judge(name, words, matcher, worst);
            survives |= verdict != Verdict::Fails;
            if let Verdict::Fits(fit, score) = verdict {
                let Some(rank) = self.rank(place, alias, fit, score) else { continue };
                // What is shown is what the reader knows it by: another name must fit better.
                let is_shown = |known: Rank| known.alias == 0 && known.fit == fit;
                best = Some(match best {
                    Some(known) if is_shown(known) => known,
                    Some(known) => known.min(rank),
                    None => rank,
                });
            }
        }
        if words.list.len() > 1 && self.names.len() > 1 {
            let every = |fits: fn(&Name, &str) -> bool| {
                let by_any = |word: &String| self.names.iter().any(|name| fits(name, word));
                words.list.iter().all(by_any)
            };
            survives |= every(Name::holds_word);
            let is_poor = best.is_none_or(|best| best.fit > Fit::Within);
            if survives && is_poor && every(begins_word) {
                best = self.rank(place, 0, Fit::Within, 0);
            }
        }
        (survives, best)
    }

    /// The best rank of its names where a slip of the finger is allowed.
    fn judge_misspelt(&self, place: u32, words: &Words) -> Option<Rank> {
        let near = |(alias, name): (usize, &Name)| {
            let score = name.may_nearly_hold(words).then(|| judge_misspelt(name, words))??;
            self.rank(place, alias, Fit::Misspelt, score)
        };
        self.names.iter().enumerate().filter_map(near).min()
    }

    /// The rank of a name that fits with so many points.
    fn rank(&self, place: u32, alias: usize, fit: Fit, score: i64) -> Option<Rank> {
        let known = if alias == 0 { 0 } else { OTHER_NAME };
        let score = Reverse(score.saturating_add(self.candidate.bias + known));
        let length = self.names.get(alias)?.text.len();
        Some(Rank { fit, score, length, place, alias })
    }
}

#[cfg(test)]
mod tests;
