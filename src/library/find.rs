//! Briefs found by the words in them, with the reader's marks and corrections over what the index holds.
//!
//! The index knows briefs as they are filed. What the reader corrected is judged singly, on the text that the index keeps; what
//! is known of a brief otherwise is answered by the library, which is asked for only where a filter needs it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use super::indexing::{self, Indexer};
use super::snapshot::Snapshot;
use crate::model::{Brief, Corrections, Marks, Moment};
use crate::search::index::{self, Found, Index, IndexError, Order, Question, Selection, Stored};
use crate::search::query::{Filter, Node, Query};
use crate::search::scan::Scanned;
use crate::search::{Snippet, Wanted};
use crate::store::{Folders, IndexFolder};

/// So many hits are prepared one after the other: to share fewer out would take longer.
const FEW: usize = 64;

/// The index, ready to be asked.
#[derive(Debug)]
pub struct FullText {
    /// Where it is kept; nowhere if in memory alone.
    folder: Option<IndexFolder>,
    index: Index,
}

/// What is asked.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The query.
    pub query: &'a Query,
    /// The reader's marks.
    pub marks: &'a Marks,
    /// The library, for filters.
    pub library: &'a dyn Fn() -> Arc<Snapshot>,
    /// What comes first.
    pub order: Order,
    /// How many hits are wanted; the others are counted.
    pub limit: usize,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The first hits, in order.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub count: usize,
}

/// A brief that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The brief, as the reader corrected it.
    pub brief: Arc<Brief>,
    /// How well it fits; comparable within one answer.
    pub score: f32,
    /// The part of the text that shows why, on one line.
    pub snippet: String,
    /// Where the words of the query stand in the snippet, in bytes, in order, apart.
    pub highlights: Vec<Range<usize>>,
}

impl FullText {
    /// Opens the index of some briefs.
    ///
    /// # Errors
    /// [`IndexError::Missing`] where there is none of this build, others where it cannot be read.
    pub fn open(folders: &Folders) -> Result<Self, IndexError> {
        let cache = folders.cache.as_deref().ok_or(IndexError::Missing)?;
        let folder = IndexFolder::open(cache, &folders.briefs).ok_or(IndexError::Missing)?;
        if !folder.is_ours() {
            return Err(IndexError::Missing);
        }
        let index = Index::open(Box::new(folder.clone()))?;
        Ok(Self { folder: Some(folder), index })
    }

    /// Makes an index in memory, where none can be kept.
    ///
    /// # Errors
    /// [`IndexError`] where there is not even memory for it.
    pub fn in_memory(
        indexer: &Indexer,
        library: &Snapshot,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Self, IndexError> {
        Ok(Self { folder: None, index: indexer.in_memory(library, progress)? })
    }

    /// When it was last brought up to date; none where it is in memory.
    pub fn checked(&self) -> Option<Moment> {
        Some(Moment(self.folder.as_ref()?.checked_ns()? / 1_000_000))
    }

    /// Whether it held all briefs then: else it is being built, or was not built to the end.
    pub fn is_complete(&self) -> bool {
        self.folder.as_ref().is_none_or(IndexFolder::is_complete)
    }

    /// Reads every byte and compares it with what was written.
    ///
    /// # Errors
    /// [`IndexError::Damaged`] where it differs.
    pub fn verify(&self) -> Result<(), IndexError> {
        self.index.verify()
    }

    /// Whether it holds exactly what a library holds.
    ///
    /// # Errors
    /// [`IndexError`] where it cannot be read.
    pub fn is_of(&self, library: &Snapshot) -> Result<bool, IndexError> {
        let there = self.index.keys()?;
        let wanted = indexing::wanted(library);
        Ok(there.len() == wanted.len() && there.iter().all(|key| wanted.contains_key(key)))
    }

    /// Answers a request.
    ///
    /// # Errors
    /// [`IndexError`] where the index cannot be read or the query is too much for it.
    pub fn search(&self, request: &Request<'_>) -> Result<Findings, IndexError> {
        let corrected = self.corrected(request)?;
        let (found, count) = self.found(request, &corrected)?;
        let wanted: Vec<Wanted> =
            request.query.root.wanted().into_iter().map(Wanted::new).collect();
        let hit = |found: &Found| {
            let corrections = corrected.known.get(&found.id).copied();
            Ok(Hit::new(self.index.stored(found)?, found.score, corrections, &wanted))
        };
        let hits: Result<Vec<Hit>, IndexError> = if found.len() <= FEW {
            found.iter().map(hit).collect()
        } else {
            found.par_iter().map(hit).collect()
        };
        Ok(Findings { hits: hits?, count })
    }

    /// All briefs that answer a request, by [`index::id_hash`], whatever its limit.
    ///
    /// # Errors
    /// As [`FullText::search`].
    pub fn matching(&self, request: &Request<'_>) -> Result<HashSet<u64>, IndexError> {
        let request = Request { limit: usize::MAX, ..*request };
        let (found, _) = self.found(&request, &self.corrected(&request)?)?;
        Ok(found.into_iter().map(|found| found.id).collect())
    }

    /// The first of what answers a request, and how many do in all.
    fn found(
        &self,
        request: &Request<'_>,
        corrected: &Corrected<'_>,
    ) -> Result<(Vec<Found>, usize), IndexError> {
        let filters = |filter: &Filter| selection(filter, request);
        let question = Question {
            node: &request.query.root,
            filters: &filters,
            without: Arc::new(corrected.known.keys().copied().collect()),
            order: request.order,
            limit: request.limit,
        };
        let answer = self.index.search(&question)?;
        let count = answer.count + corrected.holding.len();
        // The index knows no score for what it does not know; what the reader wrote matters most.
        let best = answer.found.iter().map(|found| found.score).fold(1.0, f32::max);
        let answer_len = answer.found.len();
        let mut found = answer.found;
        found.extend(&corrected.holding);
        for of_reader in found.iter_mut().skip(answer_len) {
            of_reader.score = best;
        }
        Ok((index::best(found, request.order, request.limit), count))
    }

    /// The briefs that the reader corrected, and those of them on which the query holds.
    fn corrected<'a>(&self, request: &Request<'a>) -> Result<Corrected<'a>, IndexError> {
        let marks = request.marks.iter();
        let known: HashMap<u64, &Corrections> = marks
            .filter_map(|(id, mark)| Some((index::id_hash(id), mark.corrections.as_deref()?)))
            .collect();
        if known.is_empty() {
            return Ok(Corrected { known, holding: Vec::new() });
        }
        let selection: Selection = Arc::new(known.keys().copied().collect());
        let mut holding = Vec::new();
        for mut found in self.index.of(&selection)? {
            let Stored { brief, body } = self.index.stored(&found)?;
            let brief = known.get(&found.id).map_or(brief.clone(), |c| c.laid_over(&brief));
            if holds(&request.query.root, &brief, &body, request) {
                found.day = brief.date.map_or(found.day, |date| index::day_number(date.value));
                holding.push(found);
            }
        }
        Ok(Corrected { known, holding })
    }
}

/// What the reader corrected.
struct Corrected<'a> {
    /// By the hash of the brief's id.
    known: HashMap<u64, &'a Corrections>,
    holding: Vec<Found>,
}

/// The briefs that a filter lets through.
fn selection(filter: &Filter, request: &Request<'_>) -> Selection {
    let library = (request.library)();
    let meets = |brief: &&Arc<Brief>| library.meets(filter, brief, request.marks);
    Arc::new(library.all().filter(meets).map(|brief| index::id_hash(&brief.id)).collect())
}

/// Whether a query holds on one brief as it is corrected.
fn holds(node: &Node, brief: &Brief, body: &str, request: &Request<'_>) -> bool {
    let scanned = Scanned::new(&brief.title, body, brief.language);
    scanned.holds(node, &mut |filter| (request.library)().meets(filter, brief, request.marks))
}

impl Hit {
    fn new(
        stored: Stored,
        score: f32,
        corrections: Option<&Corrections>,
        wanted: &[Wanted],
    ) -> Self {
        let Stored { brief, body } = stored;
        let Snippet { range, highlights } = Snippet::best(&body, brief.language, wanted);
        let text = body.get(range).unwrap_or_default();
        // A snippet is one line; what parts its words is one byte either way.
        let snippet = text.replace(['\n', '\t', '\r'], " ");
        let brief = corrections.map_or_else(|| brief.clone(), |c| c.laid_over(&brief));
        Self { brief: Arc::new(brief), score, snippet, highlights }
    }
}
