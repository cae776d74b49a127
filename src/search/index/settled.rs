//! A query whose documents are all looked up before the first is asked for.
//!
//! tantivy 0.27 asks the scorer of a phrase that must not occur for documents before the place where it stands, which a phrase
//! that occurs nowhere cannot answer; a set of documents can.

use std::sync::Arc;

use tantivy::query::{
    BitSetDocSet, ConstScorer, EnableScoring, Explanation, Query, Scorer, Weight,
};
use tantivy::{BitSet, DocId, DocSet, Score, SegmentReader, TERMINATED};

/// The documents of another query, without scores.
#[derive(Clone, Debug)]
pub(super) struct Settled(pub(super) Arc<dyn Query>);

struct SettledWeight(Box<dyn Weight>);

impl Query for Settled {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let searcher = scoring.searcher();
        let unscored = searcher.map_or(scoring, EnableScoring::disabled_from_searcher);
        Ok(Box::new(SettledWeight(self.0.weight(unscored)?)))
    }
}

impl Weight for SettledWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let mut documents = BitSet::with_max_value(reader.max_doc());
        let mut scorer = self.0.scorer(reader, boost)?;
        while scorer.doc() != TERMINATED {
            documents.insert(scorer.doc());
            scorer.advance();
        }
        Ok(Box::new(ConstScorer::new(BitSetDocSet::from(documents), 0.0)))
    }

    fn explain(&self, reader: &SegmentReader, document: DocId) -> tantivy::Result<Explanation> {
        self.0.explain(reader, document)
    }
}
