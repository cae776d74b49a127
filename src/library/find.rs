//! Briefs found by the words in them, with the reader's marks and corrections over what the index holds.
//!
//! The index knows briefs as they are filed. What the reader corrected is judged singly, on the text that the index keeps; what
//! is known of a brief otherwise is answered by the library, which is asked for only where a filter needs it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

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
    folder: IndexFolder,
    index: Index,
}

/// What is asked.
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
        Ok(Self { folder, index })
    }

    /// Looks at what was written since.
    ///
    /// # Errors
    /// [`IndexError`] where it cannot be read any more.
    pub fn reload(&self) -> Result<(), IndexError> {
        self.index.reload()
    }

    /// When it was last written.
    pub fn written(&self) -> Option<Moment> {
        Some(Moment(self.folder.written_ns()? / 1_000_000))
    }

    /// How many briefs it holds.
    pub fn len(&self) -> u64 {
        self.index.len()
    }

    /// Whether it holds no brief.
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    /// Reads every byte and compares it with what was written.
    ///
    /// # Errors
    /// [`IndexError::Damaged`] where it differs.
    pub fn verify(&self) -> Result<(), IndexError> {
        self.index.verify()
    }

    /// Answers a request.
    ///
    /// # Errors
    /// [`IndexError`] where the index cannot be read or the query is too much for it.
    pub fn search(&self, request: &Request<'_>) -> Result<Findings, IndexError> {
        let filters = |filter: &Filter| selection(filter, request);
        let corrected = self.corrected(request)?;
        let question = Question {
            node: &request.query.root,
            filters: &filters,
            without: Arc::new(corrected.known.keys().copied().collect()),
            order: request.order,
            limit: request.limit,
        };
        let answer = self.index.search(&question)?;
        let best = answer.found.iter().map(|found| found.score).fold(1.0, f32::max);
        let count = answer.count + corrected.holding.len();
        let mut found = answer.found;
        // The index knows no score for what it does not know; what the reader wrote matters most.
        found.extend(corrected.holding.iter().map(|found| Found { score: best, ..*found }));
        let found = index::best(found, request.order, request.limit);
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
