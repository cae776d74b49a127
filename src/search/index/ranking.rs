//! The order of what is found: the better score first, of scores that are much the same the newer brief.

use std::cmp::Reverse;

use tantivy::{DocAddress, Score};

use crate::search::query::Reach;

/// Steps in a doubling of the score: scores within one step are a tie, which the newer brief wins.
const STEPS: f32 = 4.0;

/// What results are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// What was typed before what is only much like it, then how well they fit, then by date.
    #[default]
    Relevance,
    /// The newest first, then by how well they fit.
    Date,
}

/// A brief that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// How well it fits; comparable within one answer.
    pub score: Score,
    /// The day it is sorted by; see [`super::day_number`].
    pub day: u64,
    /// The hash of its id; see [`super::id_hash`].
    pub id: u64,
    /// How far the query had to reach for it.
    pub reach: Reach,
    pub(super) address: DocAddress,
}

/// The place of a brief among others.
type Rank = (Reach, Reverse<(u64, u64)>, u64);

impl Found {
    /// The same brief, found otherwise than by the index.
    #[must_use]
    pub fn judged(self, score: Score, reach: Reach) -> Self {
        Self { score, reach, ..self }
    }

    /// The smallest comes first. The hash of the id makes the order the same in every build of the index.
    fn rank(&self, order: Order) -> Rank {
        let (step, day) = (step(self.score), self.day);
        match order {
            Order::Relevance => (self.reach, Reverse((step, day)), self.id),
            Order::Date => (Reach::Typed, Reverse((day, step)), self.id),
        }
    }
}

/// Which step of the scale a score stands on.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small number above zero"
)]
fn step(score: Score) -> u64 {
    (score.max(0.0).ln_1p() * STEPS / std::f32::consts::LN_2) as u64
}

/// What no score that ranks beside `score` or before it lies below.
pub(super) fn floor(score: Score) -> Score {
    // Rounding may put a score just below its step.
    const MARGIN: f32 = 0.99;
    (score.max(0.0).ln_1p() - std::f32::consts::LN_2 / STEPS).exp_m1() * MARGIN
}

/// Sorts the best `limit` to the front, in their order, and drops the others.
pub fn best(found: Vec<Found>, order: Order, limit: usize) -> Vec<Found> {
    if limit == 0 {
        return Vec::new();
    }
    let mut ranked: Vec<_> = found.into_iter().map(|one| (one.rank(order), one)).collect();
    if limit < ranked.len() {
        ranked.select_nth_unstable_by_key(limit, |(rank, _)| *rank);
        ranked.truncate(limit);
    }
    ranked.sort_unstable_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, one)| one).collect()
}

/// The numbers of what was found in the order in which the index keeps the texts: read so, no block of them is unpacked twice.
pub fn as_kept(found: &[Found]) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..found.len()).collect();
    numbers.sort_unstable_by_key(|&number| found.get(number).map(|one| one.address));
    numbers
}
