//! The order of what is found: the better score first, of scores that are much the same the newer brief.

use std::cmp::Reverse;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use super::schema::Fields;

/// Steps in a doubling of the score: scores within one step are a tie, which the newer brief wins.
const STEPS: f32 = 4.0;

/// What results are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// How well they fit, then by date.
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
    pub(super) address: DocAddress,
}

impl Found {
    /// The smallest comes first. The hash of the id makes the order the same in every build of the index.
    fn rank(&self, order: Order) -> (Reverse<u64>, Reverse<u64>, u64) {
        let step = step(self.score);
        match order {
            Order::Relevance => (Reverse(step), Reverse(self.day), self.id),
            Order::Date => (Reverse(self.day), Reverse(step), self.id),
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
pub fn best(mut found: Vec<Found>, order: Order, limit: usize) -> Vec<Found> {
    if limit == 0 {
        return Vec::new();
    }
    if limit < found.len() {
        found.select_nth_unstable_by_key(limit, |one| one.rank(order));
        found.truncate(limit);
    }
    found.sort_unstable_by_key(|one| one.rank(order));
    found
}

/// Collects every document with what it is found by.
pub(super) struct All;

/// [`All`] in one segment.
pub(super) struct OfSegment {
    segment: SegmentOrdinal,
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
        Ok(OfSegment { segment, days, ids, found: Vec::new() })
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
            address: DocAddress::new(self.segment, document),
        });
    }

    fn harvest(self) -> Vec<Found> {
        self.found
    }
}
