//! Which two stories may be versions of one text, found without comparing all with all.
//!
//! Locality-sensitive hashing: A. Gionis, P. Indyk and R. Motwani, "Similarity search in high
//! dimensions via hashing", 1999. Stories that share a band, two values of their sketches side by
//! side, or a headline, are compared. Of two that share a third of their shingles one pair in some
//! 1,900 shares no band.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use foldhash::fast::RandomState;

use super::Story;
use super::kinship::{self, Link};

/// Of many stories with a band in common each is compared with so many that follow it in time:
/// thousands of copies of one text cost no more than thousands of texts, and are one group all the
/// same, each copy joined to the next.
const NEIGHBOURS: usize = 8;

/// The links between stories, which are in order of time. In no order, each once.
pub(super) fn links(stories: &[Story<'_>]) -> Vec<Link> {
    let mut search = Search { stories, links: HashSet::default() };
    for band in 0..super::sketch::SHINGLES / 2 {
        search.compare(stories.iter().map(|story| band_of(story, band)).enumerate());
    }
    let headlines = stories.iter().enumerate().flat_map(|(place, story)| {
        kinship::headlines(story).map(move |words| (place, Some(hash_of(words))))
    });
    search.compare(headlines);
    search.links.into_iter().collect()
}

struct Search<'a> {
    stories: &'a [Story<'a>],
    /// Two stories give the same link in each band that they share. To compare them again is
    /// cheaper than to look up whether they were compared.
    links: HashSet<Link, RandomState>,
}

impl Search<'_> {
    /// Compares stories that have a key in common.
    fn compare(&mut self, keys: impl Iterator<Item = (usize, Option<u64>)>) {
        let mut keyed: Vec<(u64, usize)> =
            keys.filter_map(|(place, key)| Some((key?, place))).collect();
        keyed.sort_unstable();
        for bucket in keyed.chunk_by(|a, b| a.0 == b.0) {
            for (at, &(_, a)) in bucket.iter().enumerate() {
                let next = bucket.iter().skip(at + 1).take(NEIGHBOURS);
                next.for_each(|&(_, b)| self.compare_two(a, b));
            }
        }
    }

    fn compare_two(&mut self, a: usize, b: usize) {
        let (Some(one), Some(other)) = (self.stories.get(a), self.stories.get(b)) else { return };
        if a != b {
            self.links.extend(kinship::link((one, other), (a, b)));
        }
    }
}

/// A band of a story's sketch.
fn band_of(story: &Story<'_>, band: usize) -> Option<u64> {
    let values = story.sketch?.values().get(2 * band..2 * band + 2)?;
    Some(values.iter().fold(0, |key, value| key << 8 | u64::from(*value)))
}

/// The same in every run: who is compared with whom must not change from one to the next.
fn hash_of(words: &[String]) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}
