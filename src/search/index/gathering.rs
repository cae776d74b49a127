//! What a query finds, gathered without more of it kept than is asked for.

use std::fmt;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{BitSet, DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use super::ranking::{self, Found, Order};
use super::schema::Fields;
use crate::search::query::Reach;

/// As many are kept at least before the worse ones are dropped.
const ROOM: usize = 512;

/// Documents that were found, for the next query to leave out.
#[derive(Clone, Default)]
pub struct Seen(Vec<(SegmentOrdinal, BitSet)>);

/// Gathers the best of what a query finds and others did not, and counts it.
#[derive(Debug)]
pub(super) struct Gathering<'a> {
    pub(super) reach: Reach,
    pub(super) order: Order,
    pub(super) limit: usize,
    /// What to leave out.
    pub(super) but: &'a Seen,
}

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// How many there are in all.
    pub(super) count: usize,
    /// The best of them, in no order.
    pub(super) found: Vec<Found>,
    /// All of them, and those that were left out.
    pub(super) seen: Seen,
}

/// [`Gathering`] in one segment.
pub(super) struct OfSegment {
    segment: SegmentOrdinal,
    reach: Reach,
    order: Order,
    limit: usize,
    days: Column<u64>,
    ids: Column<u64>,
    but: Option<BitSet>,
    seen: BitSet,
    count: usize,
    found: Vec<Found>,
    /// A lower score cannot be among the best any more.
    least: Score,
}

impl fmt::Debug for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Seen")
            .field(&self.0.iter().map(|(_, seen)| seen.len()).sum::<usize>())
            .finish()
    }
}

impl Collector for Gathering<'_> {
    type Fruit = Gathered;
    type Child = OfSegment;

    fn for_segment(
        &self,
        segment: SegmentOrdinal,
        reader: &SegmentReader,
    ) -> tantivy::Result<OfSegment> {
        let columns = reader.fast_fields();
        let but = self.but.0.iter().find(|(of, _)| *of == segment);
        Ok(OfSegment {
            segment,
            reach: self.reach,
            order: self.order,
            limit: self.limit,
            days: columns.u64(Fields::DAY)?,
            ids: columns.u64(Fields::ID)?,
            but: but.map(|(_, seen)| seen.clone()),
            seen: BitSet::with_max_value(reader.max_doc()),
            count: 0,
            found: Vec::new(),
            least: Score::NEG_INFINITY,
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, segments: Vec<Gathered>) -> tantivy::Result<Gathered> {
        let mut all = Gathered::default();
        for segment in segments {
            all.count += segment.count;
            all.found.extend(segment.found);
            all.seen.0.extend(segment.seen.0);
        }
        Ok(all)
    }
}

impl SegmentCollector for OfSegment {
    type Fruit = Gathered;

    fn collect(&mut self, document: DocId, score: Score) {
        self.seen.insert(document);
        if self.but.as_ref().is_some_and(|but| but.contains(document)) {
            return;
        }
        self.count += 1;
        if score < self.least || self.limit == 0 {
            return;
        }
        self.found.push(Found {
            score,
            day: self.days.first(document).unwrap_or_default(),
            id: self.ids.first(document).unwrap_or_default(),
            reach: self.reach,
            address: DocAddress::new(self.segment, document),
        });
        if self.found.len() >= self.limit.saturating_mul(2).max(ROOM) {
            self.drop_worse();
        }
    }

    fn harvest(self) -> Gathered {
        let seen = Seen(vec![(self.segment, self.seen)]);
        Gathered { count: self.count, found: self.found, seen }
    }
}

impl OfSegment {
    fn drop_worse(&mut self) {
        self.found = ranking::best(std::mem::take(&mut self.found), self.order, self.limit);
        if let (Order::Relevance, Some(worst)) = (self.order, self.found.last()) {
            self.least = ranking::floor(worst.score);
        }
    }
}
