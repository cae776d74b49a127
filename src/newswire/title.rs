//! The headline among the short lines above the story.

use std::collections::HashSet;
use std::ops::Range;

use super::units::{Shape, Unit};
use crate::model::DroppedKind;

/// Finds the headline among `head`, the units above the text `story`.
///
/// Under a few lines it is the first one that is longer than a rubric. A page shows the titles of other stories too:
/// there it is the one whose words the text takes up most, the lower one where two are equal.
pub(super) fn find(units: &[Unit<'_>], head: Range<usize>, story: Range<usize>) -> Option<usize> {
    const FEW: usize = 4;
    let candidates: Vec<usize> =
        head.filter(|at| units.get(*at).is_some_and(is_candidate)).collect();
    let candidates = without_lists(units, candidates);
    if candidates.len() <= FEW {
        let long = |at: &&usize| units.get(**at).is_some_and(|unit| unit.words() > 3);
        let longest = || {
            candidates
                .iter()
                .rev()
                .max_by_key(|at| units.get(**at).map_or(0, |unit| unit.text.len()))
        };
        return candidates.iter().find(long).or_else(longest).copied();
    }
    let vocabulary = vocabulary(units.get(story)?);
    let scored = candidates
        .into_iter()
        .filter_map(|at| Some((overlap(&units.get(at)?.text, &vocabulary)?, at)));
    scored.max().map(|(_, at)| at)
}

/// Leaves out the entries of a list of other stories, where each title has a bare date under it.
fn without_lists(units: &[Unit<'_>], candidates: Vec<usize>) -> Vec<usize> {
    const SHORTEST_LIST: usize = 3;
    let dated = |at: &usize| {
        units.get(at + 1).is_some_and(|unit| unit.dropped == Some(DroppedKind::Header))
    };
    let (listed, rest): (Vec<usize>, Vec<usize>) = candidates.iter().partition(|at| dated(at));
    if listed.len() < SHORTEST_LIST || rest.is_empty() { candidates } else { rest }
}

fn is_candidate(unit: &Unit<'_>) -> bool {
    /// No headline is longer, in bytes.
    const LONGEST: usize = 250;
    unit.is_kept()
        && unit.shape != Shape::Prose
        && unit.text.len() <= LONGEST
        && unit.text.chars().any(char::is_alphabetic)
        && !unit.text.ends_with("...")
        && !starts_with_clock(&unit.text)
}

/// Whether an entry of a ticker begins with its time ("12:39 Le sommet s'ouvre").
fn starts_with_clock(text: &str) -> bool {
    let clock = text.split_whitespace().next().unwrap_or_default();
    clock.split_once(':').is_some_and(|(hour, minute)| {
        [hour, minute]
            .iter()
            .all(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()))
    })
}

/// The words of a text that say something, in lower case.
fn vocabulary(units: &[Unit<'_>]) -> HashSet<String> {
    /// The words of a headline are those of the first paragraphs.
    const ENOUGH: usize = 12_000;
    let mut read = 0;
    let mut found = HashSet::new();
    for unit in units.iter().filter(|unit| unit.shape != Shape::Short) {
        found.extend(content_words(&unit.text));
        read += unit.text.len();
        if read > ENOUGH {
            break;
        }
    }
    found
}

/// How well a text takes up the words of a title: whether they are more than a label has, and the share that it has,
/// times their number, in thousandths. Nothing for a title of fewer than three such words.
fn overlap(title: &str, vocabulary: &HashSet<String>) -> Option<(bool, usize)> {
    const FEWEST: usize = 3;
    let words: Vec<String> = content_words(title).collect();
    let met = words.iter().filter(|word| vocabulary.contains(*word)).count();
    let is_long = words.len() > FEWEST && met > 0;
    (words.len() >= FEWEST).then(|| (is_long, met * met * 1000 / words.len()))
}

fn content_words(text: &str) -> impl Iterator<Item = String> {
    /// Shorter words are articles and prepositions.
    const SHORTEST: usize = 4;
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() >= SHORTEST)
        .map(str::to_lowercase)
}
