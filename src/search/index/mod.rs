//! The full-text index: tantivy over a directory that it is given, one document a brief.
//!
//! It finds the words; what is known of a brief otherwise (countries, dates, marks) comes in as sets of ids, because the
//! reader's marks and corrections change at every key. It must not know files, briefs folders or the interface.
//!
//! Damaged bytes can make the library panic: nothing unwinds out of here.

mod entry;
mod error;
mod gathering;
mod lower;
mod ranking;
mod schema;
mod settled;
#[cfg(test)]
mod tests;
mod words;

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use tantivy::directory::{Directory, RamDirectory};
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::{IndexReader, IndexSettings, IndexWriter, ReloadPolicy, TantivyDocument, Term};

pub use entry::{Entry, Stored, day_number, day_of, id_hash};
pub use error::IndexError;
pub use gathering::Seen;
pub use lower::Selection;
pub use ranking::{Found, Order, as_kept, best};

use gathering::{Gathered, Gathering};
use lower::Lowering;
use schema::Fields;

use super::query::{Filter, Node, Reach};

/// Bytes that the writer gathers before it writes a segment; the least that tantivy takes.
const BUFFER: usize = 15_000_000;
/// Segments of one size that are merged to one.
const MERGED: usize = 8;

/// An index, as it was when it was opened or last looked at anew.
pub struct Index {
    engine: tantivy::Index,
    reader: IndexReader,
    fields: Fields,
}

/// What is looked for.
pub struct Question<'a> {
    /// The condition.
    pub node: &'a Node,
    /// What was found already, and is left out.
    pub but: &'a Seen,
    /// How far the condition reaches.
    pub reach: Reach,
    /// The briefs that a filter lets through.
    pub filters: &'a dyn Fn(&Filter) -> Selection,
    /// Briefs that are not to be found.
    pub without: Selection,
    /// What comes first.
    pub order: Order,
    /// How many are wanted; the others are counted.
    pub limit: usize,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// How many briefs there are in all.
    pub count: usize,
    /// The first of them, in order.
    pub found: Vec<Found>,
    /// All of them, and what was left out.
    pub seen: Seen,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index").field("documents", &self.len()).finish_non_exhaustive()
    }
}

impl Index {
    /// Opens the index in a directory.
    ///
    /// # Errors
    /// [`IndexError::Missing`] where there is none, others where it cannot be read.
    pub fn open(directory: Box<dyn Directory>) -> Result<Self, IndexError> {
        guarded(|| {
            if !tantivy::Index::exists(&*directory)? {
                return Err(IndexError::Missing);
            }
            let index = tantivy::Index::open(directory)?;
            Self::with(index)
        })
    }

    /// Makes an empty index in an empty directory.
    ///
    /// # Errors
    /// [`IndexError`] where it cannot be written.
    pub fn create(directory: Box<dyn Directory>) -> Result<Self, IndexError> {
        guarded(|| {
            let settings = IndexSettings {
                docstore_compress_dedicated_thread: false,
                ..IndexSettings::default()
            };
            Self::with(tantivy::Index::create(directory, Fields::schema().0, settings)?)
        })
    }

    /// An empty index that is kept nowhere.
    ///
    /// # Errors
    /// [`IndexError`] where there is no memory for it.
    pub fn in_memory() -> Result<Self, IndexError> {
        Self::create(Box::new(RamDirectory::create()))
    }

    fn with(index: tantivy::Index) -> Result<Self, IndexError> {
        let (schema, fields) = Fields::schema();
        if index.schema() != schema {
            return Err(IndexError::Damaged);
        }
        index.tokenizers().register(words::NAME, words::Words);
        index.tokenizers().register(words::LINES, words::Lines);
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Self { engine: index, reader, fields })
    }

    /// How many briefs are in it.
    pub fn len(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// Whether no brief is in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The keys of all its entries.
    ///
    /// # Errors
    /// [`IndexError`] where it cannot be read.
    pub fn keys(&self) -> Result<HashSet<u64>, IndexError> {
        guarded(|| {
            let mut keys = HashSet::new();
            for segment in self.reader.searcher().segment_readers() {
                let column = segment.fast_fields().u64(Fields::KEY)?;
                keys.extend(segment.doc_ids_alive().filter_map(|document| column.first(document)));
            }
            Ok(keys)
        })
    }

    /// Takes entries out and puts others in, in one step: readers see all of it or nothing. Nothing is left running.
    ///
    /// # Errors
    /// [`IndexError`] where it cannot be written; then it is as it was.
    pub fn update(&self, gone: &[u64], new: Vec<Entry>) -> Result<(), IndexError> {
        guarded(|| {
            let options = IndexWriterOptions::builder()
                .num_worker_threads(1)
                .num_merge_threads(1)
                .memory_budget_per_thread(BUFFER)
                .build();
            let mut writer: IndexWriter = self.engine.writer_with_options(options)?;
            let mut policy = LogMergePolicy::default();
            policy.set_min_num_segments(MERGED);
            writer.set_merge_policy(Box::new(policy));
            for key in gone {
                writer.delete_term(Term::from_field_u64(self.fields.key, *key));
            }
            for entry in new {
                writer.add_document(entry.into_document(&self.fields)?)?;
            }
            writer.commit()?;
            writer.wait_merging_threads()?;
            Ok(self.reader.reload()?)
        })
    }

    /// Answers a question.
    ///
    /// # Errors
    /// [`IndexError`] where the index cannot be read or the query is too much for it.
    pub fn search(&self, question: &Question<'_>) -> Result<Answer, IndexError> {
        guarded(|| {
            let lowering = Lowering { fields: &self.fields, filters: question.filters };
            let query = lower::without(lowering.node(question.node)?, &question.without);
            let Question { order, limit, reach, but, .. } = *question;
            let gathering = Gathering { reach, order, limit, but };
            let Gathered { count, found, seen } =
                self.reader.searcher().search(&*query, &gathering)?;
            Ok(Answer { count, found: best(found, order, limit), seen })
        })
    }

    /// Those of some briefs that are in it, in no order.
    ///
    /// # Errors
    /// [`IndexError`] where it cannot be read.
    pub fn of(&self, briefs: &Selection) -> Result<Vec<Found>, IndexError> {
        guarded(|| {
            let query = lower::selected(Arc::clone(briefs));
            let gathering = Gathering {
                reach: Reach::Typed,
                order: Order::Date,
                limit: usize::MAX,
                but: &Seen::default(),
            };
            Ok(self.reader.searcher().search(&*query, &gathering)?.found)
        })
    }

    /// The brief that was found, with its text.
    ///
    /// # Errors
    /// [`IndexError`] where it cannot be read.
    pub fn stored(&self, found: &Found) -> Result<Stored, IndexError> {
        guarded(|| {
            let document: TantivyDocument = self.reader.searcher().doc(found.address)?;
            Stored::read(&document, &self.fields)
        })
    }

    /// Whether every byte is as it was written.
    ///
    /// # Errors
    /// [`IndexError`] where it is not, or cannot be read.
    pub fn verify(&self) -> Result<(), IndexError> {
        guarded(|| {
            if self.engine.validate_checksum()?.is_empty() {
                Ok(())
            } else {
                Err(IndexError::Damaged)
            }
        })
    }
}

/// Runs what may panic on damaged bytes.
fn guarded<T>(work: impl FnOnce() -> Result<T, IndexError>) -> Result<T, IndexError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(IndexError::of_panic(panic)))
}
