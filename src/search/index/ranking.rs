//! The order of what is found: the better score first, of scores that are much the same the newer brief.

use std::cmp::Reverse;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use super::schema::Fields;
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

/// Collects every document with what it is found by.
pub(super) struct All(pub(super) Reach);

/// [`All`] in one segment.
pub(super) struct OfSegment {
    segment: SegmentOrdinal,
    reach: Reach,
    days: Column<u64>,
    ids: Column<u64>,
    found: Vec<Found>,
}

impl Collector for All {
    type Fruit = Vec<Found>;
    type Child = OfSegment;

    fn for_segment(
        &self,
        segment: SegmentOrdinal,
        reader: &SegmentReader,
    ) -> tantivy::Result<OfSegment> {
        let columns = reader.fast_fields();
        let (days, ids) = (columns.u64(Fields::DAY)?, columns.u64(Fields::ID)?);
        Ok(OfSegment { segment, reach: self.0, days, ids, found: Vec::new() })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, segments: Vec<Vec<Found>>) -> tantivy::Result<Vec<Found>> {
        Ok(segments.concat())
    }
}

impl SegmentCollector for OfSegment {
    type Fruit = Vec<Found>;

    fn collect(&mut self, document: DocId, score: Score) {
        self.found.push(Found {
            score,
            day: self.days.first(document).unwrap_or_default(),
            id: self.ids.first(document).unwrap_or_default(),
            reach: self.reach,
            address: DocAddress::new(self.segment, document),
        });
    }

    fn harvest(self) -> Vec<Found> {
        self.found
    }
}
