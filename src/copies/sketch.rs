//! A sketch of a text: 196 bytes that tell how much of it stands in another, the texts not being
//! at hand. Knows nothing of briefs.
//!
//! Minwise hashing after A. Broder, "On the resemblance and containment of documents", 1997, with
//! a byte kept of each minimum as in P. Li and A. C. König, "b-Bit Minwise Hashing", 2010. A text is
//! compared as a set of shingles, three folded words in a row, and as the set of its telling words,
//! names and numbers: two texts of one formula differ in these, two copies of one text do not.

use unicode_normalization::char::is_combining_mark;

use super::words;
use crate::text::fold;

/// Words of a shingle.
const SHINGLE: usize = 3;

/// Values for the shingles. Of two texts that share half of them the estimate is out by 0.04.
pub(super) const SHINGLES: usize = 128;

/// Values for the telling words.
const TELLING: usize = 64;

/// A text of fewer shingles says too little to be told from another.
const LEAST_SHINGLES: u16 = 8;

/// The first words of a longer text stand for it.
const MOST_WORDS: usize = 20_000;

/// What a minimum has in common with another by chance.
const CHANCE: f32 = 1.0 / 256.0;

/// A sketch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sketch {
    shingles: Minima<SHINGLES>,
    telling: Minima<TELLING>,
}

/// How much two texts have in common, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Likeness {
    /// Shared shingles of all shingles.
    pub(super) resemblance: f32,
    /// Shared shingles of those of the shorter text.
    pub(super) containment: f32,
    /// Shared telling words of those of the text with fewer.
    pub(super) telling: f32,
    /// Shingles of the shorter text.
    pub(super) shingles: u16,
}

impl Sketch {
    /// Bytes of a written sketch.
    pub const BYTES: usize = 2 + SHINGLES + 2 + TELLING;

    /// The sketch of a text given in paragraphs.
    pub fn new<'a>(paragraphs: impl IntoIterator<Item = &'a str>) -> Self {
        let (mut all, mut telling) = (Vec::new(), Vec::new());
        for paragraph in paragraphs {
            let room = MOST_WORDS - all.len().min(MOST_WORDS);
            all.extend(words(&fold(paragraph)).map(hash).take(room));
            telling.extend(telling_words(paragraph).map(|word| hash(&fold(word))).take(room));
        }
        let shingles =
            all.windows(SHINGLE).map(|words| words.iter().fold(0, |hash, word| mix(hash ^ word)));
        Self { shingles: Minima::of(shingles), telling: Minima::of(telling.into_iter().map(mix)) }
    }

    /// Whether the text says enough to be told from others.
    pub(super) fn is_telling(&self) -> bool {
        self.shingles.count >= LEAST_SHINGLES
    }

    /// The values that texts which share shingles are likely to share.
    pub(super) fn values(&self) -> &[u8; SHINGLES] {
        &self.shingles.values
    }

    /// How much two texts have in common.
    pub(super) fn likeness(&self, other: &Self) -> Likeness {
        let resemblance = self.shingles.resemblance(&other.shingles);
        Likeness {
            resemblance,
            containment: self.shingles.containment(&other.shingles, resemblance),
            telling: self
                .telling
                .containment(&other.telling, self.telling.resemblance(&other.telling)),
            shingles: self.shingles.count.min(other.shingles.count),
        }
    }

    /// The sketch as it is written.
    pub fn to_bytes(&self) -> Vec<u8> {
        let counts = [self.shingles.count, self.telling.count].map(u16::to_le_bytes);
        let [shingles, telling] = &counts;
        [&shingles[..], &self.shingles.values, telling, &self.telling.values].concat()
    }

    /// Reads what [`Sketch::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (shingles, bytes) = Minima::split_from(bytes)?;
        let (telling, rest) = Minima::split_from(bytes)?;
        rest.is_empty().then_some(Self { shingles, telling })
    }
}

/// A set of hashes, reduced to a byte of the smallest by each of `N` permutations.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Minima<const N: usize> {
    /// Different members of the set, or more than can be counted.
    count: u16,
    values: [u8; N],
}

impl<const N: usize> Minima<N> {
    /// A multiplier and an addend for each permutation of the 32-bit numbers.
    const PERMUTATIONS: [(u32, u32); N] = permutations();

    /// `N`, to divide by.
    #[expect(clippy::cast_precision_loss, reason = "it is small")]
    const VALUES: f32 = N as f32;

    fn of(set: impl Iterator<Item = u64>) -> Self {
        let mut set: Vec<u32> = set.map(upper_half).collect();
        set.sort_unstable();
        set.dedup();
        let mut minima = [u32::MAX; N];
        for member in &set {
            for (minimum, (factor, addend)) in minima.iter_mut().zip(Self::PERMUTATIONS) {
                *minimum = (*minimum).min(member.wrapping_mul(factor).wrapping_add(addend));
            }
        }
        // Minima are small numbers: only their lower bytes differ freely.
        let values = minima.map(|minimum| minimum.to_le_bytes()[1]);
        Self { count: u16::try_from(set.len()).unwrap_or(u16::MAX), values }
    }

    /// Shared members of all members, estimated.
    fn resemblance(&self, other: &Self) -> f32 {
        let share = f32::from(self.same(other)) / Self::VALUES;
        ((share - CHANCE) / (1.0 - CHANCE)).max(0.0)
    }

    /// How many values are the same. Counted in a byte, so that the compiler compares sixteen
    /// values at a time: a library is grouped by millions of such comparisons.
    fn same(&self, other: &Self) -> u8 {
        const { assert!(N <= 255, "a byte counts the values") };
        let pairs = self.values.iter().zip(&other.values);
        pairs.fold(0, |same: u8, (a, b)| same.wrapping_add(u8::from(a == b)))
    }

    /// Shared members of those of the smaller set, from the resemblance.
    fn containment(&self, other: &Self, resemblance: f32) -> f32 {
        let (small, large) = (self.count.min(other.count), self.count.max(other.count));
        if small == 0 {
            return 0.0;
        }
        let both = f32::from(small) + f32::from(large);
        (resemblance / (1.0 + resemblance) * both / f32::from(small)).min(1.0)
    }

    fn split_from(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (count, rest) = bytes.split_first_chunk()?;
        let (values, rest) = rest.split_first_chunk()?;
        Some((Self { count: u16::from_le_bytes(*count), values: *values }, rest))
    }
}

/// The words of a text that tell it from others of its formula: those with a capital or a digit.
fn telling_words(text: &str) -> impl Iterator<Item = &str> {
    // A combining mark belongs to its letter, in whatever form the text is.
    let between = |c: char| !c.is_alphanumeric() && !is_combining_mark(c);
    text.split(between).filter(|word| {
        word.starts_with(char::is_uppercase) || word.contains(|c: char| c.is_ascii_digit())
    })
}

/// FNV-1a, the same on every machine and in every build.
fn hash(word: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    word.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

/// The finaliser of `SplitMix64` (Steele, Lea and Flood, 2014).
const fn mix(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

const fn upper_half(number: u64) -> u32 {
    (number >> 32) as u32
}

#[expect(clippy::indexing_slicing, reason = "computed by the compiler, which stops at a fault")]
const fn permutations<const N: usize>() -> [(u32, u32); N] {
    let mut permutations = [(0, 0); N];
    let mut place = 0;
    while place < N {
        let seed = mix(place as u64);
        permutations[place] = (upper_half(seed) | 1, upper_half(mix(seed)));
        place += 1;
    }
    permutations
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn values_are_counted_as_one_by_one(
            values in proptest::collection::vec((any::<u8>(), any::<bool>()), SHINGLES),
            all in any::<bool>(),
        ) {
            let minima = |other: bool| {
                let value = |&(value, is_same): &(u8, bool)| {
                    if other && !is_same && !all { value.wrapping_add(1) } else { value }
                };
                let values: Vec<u8> = values.iter().map(value).collect();
                Minima::<SHINGLES> { count: 9, values: values.try_into().expect("as many") }
            };
            let same = values.iter().filter(|(_, is_same)| *is_same || all).count();
            prop_assert_eq!(usize::from(minima(false).same(&minima(true))), same);
        }
    }
}
