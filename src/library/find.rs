//! Briefs found by the words in them, with the reader's marks and corrections over what the index holds.
//!
//! What stands in them as it was typed comes first, then other spellings and other names of a country, and, where a screen
//! is not full of these, words that are one slip of the finger away.
//!
//! The index knows briefs as they are filed. What the reader corrected, or wrote on, is judged singly, on the text that the index keeps; what
//! is known of a brief otherwise is answered by the library, which is asked for only where a filter needs it.

mod answering;
mod noted;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;

use self::answering::Answering;
pub use self::noted::NoteHit;
use super::indexing::{self, Indexer};
use super::notebook::{KeptNote, Notes};
use super::snapshot::Snapshot;
use crate::country::Supplement;
use crate::model::{Brief, Corrections, Marks, Moment, PartialDate, Subject};
use crate::search::index::{self, Found, Index, IndexError, Order, Stored};
use crate::search::query::{Query, Reach};
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
    /// The reader's own names of countries.
    supplement: Arc<Supplement>,
}

/// What is asked.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The query.
    pub query: &'a Query,
    /// The reader's marks.
    pub marks: &'a Marks,
    /// The reader's notes.
    pub notes: &'a Notes,
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
    /// How many of them hold only what is much like the words that were typed.
    pub near: usize,
    /// Notes on countries that were found; none of them is counted.
    pub notes: Vec<NoteHit>,
    /// What was looked for, by how far the query had to reach for it.
    pub sought: Vec<(Reach, Arc<Query>)>,
}

/// A brief that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The brief, as the reader corrected it.
    pub brief: Arc<Brief>,
    /// How well it fits; comparable within one answer.
    pub score: f32,
    /// How far the query had to reach for it.
    pub reach: Reach,
    /// The day it was received, by which a brief without a date is sorted.
    pub received: Option<PartialDate>,
    /// What the note is about in which it was found: then the snippet is the note's.
    pub note: Option<Subject>,
    /// The part of the text that shows why, on one line.
    pub snippet: String,
    /// Where the words of the query stand in the snippet, in bytes, in order, apart.
    pub highlights: Vec<Range<usize>>,
}

impl Findings {
    /// Whether nothing was found, neither briefs nor notes.
    pub fn is_empty(&self) -> bool {
        self.count == 0 && self.notes.is_empty()
    }

    /// What a hit that was reached for so far was found by: what stands out in its text.
    pub fn sought(&self, reach: Reach) -> Option<&Arc<Query>> {
        self.sought.iter().find(|(of, _)| *of == reach).map(|(_, query)| query)
    }
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
        let supplement = Arc::clone(&folders.supplement);
        Ok(Self { folder: Some(folder), index, supplement })
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
        let supplement = indexer.supplement();
        Ok(Self { folder: None, index: indexer.in_memory(library, progress)?, supplement })
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
        let answering = Answering::new(&self.index, request, &self.supplement)?;
        let answered = answering.answer()?;
        let (wanted, corrections) = (answered.wanted(), answering.corrections());
        let noted = answering.noted();
        let hit = |found: &Found| {
            let wanted = wanted.iter().find(|(reach, _)| *reach == found.reach);
            let wanted = wanted.map_or(&[][..], |(_, wanted)| wanted);
            let corrections = corrections.get(&found.id).copied();
            let hit = Hit::new(self.index.stored(found)?, found, corrections, wanted);
            Ok(hit.noted(noted.get(&found.id).map_or(&[], Vec::as_slice), wanted))
        };
        let hits = if answered.found.len() <= FEW {
            answered.found.iter().map(hit).collect::<Result<_, IndexError>>()?
        } else {
            as_texts_are_kept(&answered.found, hit)?
        };
        let (count, near, sought) = (answered.count(), answered.near(), answered.sought());
        let notes = NoteHit::among(request.notes, &sought);
        Ok(Findings { hits, count, near, notes, sought })
    }

    /// All briefs that answer a request, by [`index::id_hash`], whatever its limit.
    ///
    /// # Errors
    /// As [`FullText::search`].
    pub fn matching(&self, request: &Request<'_>) -> Result<HashSet<u64>, IndexError> {
        let request = Request { limit: usize::MAX, ..*request };
        let answered = Answering::new(&self.index, &request, &self.supplement)?.answer()?;
        Ok(answered.found.into_iter().map(|found| found.id).collect())
    }
}

/// Makes something of each brief that was found, in parallel and in the order in which the index keeps their texts: so no
/// part of it is unpacked twice.
fn as_texts_are_kept<T: Send>(
    found: &[Found],
    make: impl Fn(&Found) -> Result<T, IndexError> + Sync,
) -> Result<Vec<T>, IndexError> {
    let made = |number: usize| Some((number, make(found.get(number)?)));
    let made = index::as_kept(found).into_par_iter().with_min_len(FEW).filter_map(made);
    let mut made: Vec<(usize, Result<T, IndexError>)> = made.collect();
    made.sort_unstable_by_key(|(number, _)| *number);
    made.into_iter().map(|(_, made)| made).collect()
}

impl Hit {
    fn new(
        stored: Stored,
        found: &Found,
        corrections: Option<&Corrections>,
        wanted: &[Wanted],
    ) -> Self {
        let Stored { brief, body, .. } = stored;
        let Snippet { range, highlights } = Snippet::best(&body, brief.language, wanted);
        let text = body.get(range).unwrap_or_default();
        // A snippet is one line; what parts its words is one byte either way.
        let snippet = text.replace(['\n', '\t', '\r'], " ");
        let brief = corrections.map_or_else(|| brief.clone(), |c| c.laid_over(&brief));
        let received = index::day_of(found.day).filter(|_| brief.date.is_none());
        let (score, reach) = (found.score, found.reach);
        Self { brief: Arc::new(brief), score, reach, received, note: None, snippet, highlights }
    }

    /// The same with the place in a note, where the words stand in one: nobody knows the reader's words as the reader does.
    fn noted(self, notes: &[&KeptNote], wanted: &[Wanted]) -> Self {
        match noted::place(notes, wanted) {
            Some(noted::InNote { subject, snippet, highlights }) => {
                Self { note: Some(subject), snippet, highlights, ..self }
            }
            None => self,
        }
    }
}
