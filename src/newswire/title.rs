//! The headline among the short lines above the story.

use std::collections::HashSet;
use std::ops::Range;

use super::units::{Shape, Unit};

/// Finds the headline among `head`, the units above the text `story`.
///
/// Under a few lines it is the first one that is longer than a rubric. A page shows the titles of other stories too:
/// there it is the one whose words the text takes up most, the lower one where two are equal.
pub(super) fn find(units: &[Unit<'_>], head: Range<usize>, story: Range<usize>) -> Option<usize> {
    const FEW: usize = 4;
    let candidates: Vec<usize> =
        head.filter(|at| units.get(*at).is_some_and(is_candidate)).collect();
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

fn is_candidate(unit: &Unit<'_>) -> bool {
    /// No headline is longer, in bytes.
    const LONGEST: usize = 250;
    unit.is_kept()
        && unit.shape != Shape::Prose
        && unit.text.len() <= LONGEST
        && unit.text.chars().any(char::is_alphabetic)
        && !unit.text.ends_with("...")
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

/// Share of the words of a title that the text has, in thousandths; nothing for a title of fewer than three.
fn overlap(title: &str, vocabulary: &HashSet<String>) -> Option<usize> {
    const FEWEST: usize = 3;
    let words: Vec<String> = content_words(title).collect();
    let met = words.iter().filter(|word| vocabulary.contains(*word)).count();
    (words.len() >= FEWEST).then(|| met * 1000 / words.len())
}

fn content_words(text: &str) -> impl Iterator<Item = String> {
    /// Shorter words are articles and prepositions.
    const SHORTEST: usize = 4;
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() >= SHORTEST)
        .map(str::to_lowercase)
}
