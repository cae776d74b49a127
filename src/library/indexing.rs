//! Keeps the full-text index as the library is: what changed since goes in and out, in batches, each of which is kept.
//!
//! An entry's key is a hash of all that it was made from, so the difference is one of two sets of keys: whoever is killed in
//! between goes on where the last batch ended.

use std::collections::HashMap;
use std::hash::BuildHasher;
use std::path::PathBuf;
use std::sync::Arc;

use foldhash::quality::FixedState;
use rayon::prelude::*;

use super::shelf::{Shelf, take};
use super::snapshot::Snapshot;
use crate::country::Supplement;
use crate::model::{Brief, BriefPath, Moment, PartialDate};
use crate::search::index::{Entry, Index, IndexError};
use crate::store::{Folders, IndexFolder, Root, StateError};

/// Briefs in a batch.
const BATCH: usize = 2_000;
/// Bytes of text in a batch.
const BATCH_BYTES: usize = 8 << 20;
/// Files that are read at once.
const AT_ONCE: usize = 64;

/// Keeps the index of one briefs folder.
#[derive(Clone, Debug)]
pub struct Indexer {
    folders: Folders,
    shelf: Shelf,
}

/// Why the index cannot be kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IndexingError {
    /// There is no folder for caches.
    #[error("there is no folder to keep the index in; set HOME or name a folder with --cache")]
    NoFolder,
    /// Its folder cannot be used.
    #[error(transparent)]
    Folder(#[from] StateError),
    /// The index itself.
    #[error(transparent)]
    Index(#[from] IndexError),
}

/// What an update did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Updated {
    /// Briefs that went in.
    pub added: usize,
    /// Entries that went out.
    pub removed: usize,
    /// Briefs that are in it now.
    pub total: usize,
    /// Whether a damaged index had to be made again.
    pub was_damaged: bool,
}

/// How many processors an update takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// All: somebody waits for it.
    Full,
    /// One: it runs behind a reader.
    Behind,
}

/// The briefs of one file, which come and go together.
pub(super) struct FileBriefs<'a> {
    path: &'a BriefPath,
    /// As they are filed, with the days that they are sorted by.
    briefs: Vec<(&'a Brief, Option<PartialDate>)>,
}

impl Indexer {
    /// An indexer of the briefs of a shelf.
    pub fn new(folders: &Folders, shelf: &Shelf) -> Self {
        Self { folders: folders.clone(), shelf: shelf.clone() }
    }

    /// Brings the index up to date with a library; tells after each batch how many of how many briefs are in. A damaged or
    /// foreign index is made again.
    ///
    /// # Errors
    /// [`IndexingError`] where it cannot be written; what was written until then stays.
    pub fn update(
        &self,
        library: &Snapshot,
        pace: Pace,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Updated, IndexingError> {
        let folder = self.folder()?;
        let updated = match self.update_in(&folder, library, pace, progress) {
            Err(IndexError::Missing | IndexError::Damaged) => {
                let was_damaged = folder.is_ours();
                folder.empty()?;
                let updated = self.update_in(&folder, library, pace, progress);
                updated.map(|updated| Updated { was_damaged, ..updated })
            }
            updated => updated,
        };
        match updated {
            Ok(updated) => {
                if updated.added + updated.removed > 0 {
                    folder.seal();
                }
                folder.complete()?;
                Ok(updated)
            }
            // The library tells that a thread failed; the folder knows why.
            Err(error @ (IndexError::Damaged | IndexError::System(_))) => {
                Err(folder.trouble().map_or(error.into(), IndexingError::Folder))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Makes the index anew, whatever there is.
    ///
    /// # Errors
    /// As [`Indexer::update`].
    pub fn rebuild(
        &self,
        library: &Snapshot,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Updated, IndexingError> {
        self.folder()?.empty()?;
        self.update(library, Pace::Full, progress)
    }

    /// Whether there is an index that once held all there was: one to be kept up to date.
    pub fn is_kept(&self) -> bool {
        let cache = self.folders.cache.as_deref();
        let folder = cache.and_then(|cache| IndexFolder::open(cache, &self.folders.briefs));
        folder.is_some_and(|folder| folder.is_ours() && folder.is_complete())
    }

    /// The reader's own names of countries.
    pub(super) fn supplement(&self) -> Arc<Supplement> {
        Arc::clone(&self.folders.supplement)
    }

    /// Where the index is or will be kept.
    pub fn place(&self) -> Option<PathBuf> {
        Some(IndexFolder::place(self.folders.cache.as_deref()?, &self.folders.briefs))
    }

    fn folder(&self) -> Result<IndexFolder, IndexingError> {
        let cache = self.folders.cache.as_deref().ok_or(IndexingError::NoFolder)?;
        Ok(IndexFolder::make(cache, &self.folders.briefs)?)
    }

    /// An index in memory, where none can be kept.
    ///
    /// # Errors
    /// [`IndexError`] where there is not even memory for it.
    pub(super) fn in_memory(
        &self,
        library: &Snapshot,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Index, IndexError> {
        let index = Index::in_memory()?;
        self.fill(&index, library, Pace::Full, progress)?;
        Ok(index)
    }

    fn update_in(
        &self,
        folder: &IndexFolder,
        library: &Snapshot,
        pace: Pace,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Updated, IndexError> {
        if !folder.is_ours() {
            return Err(IndexError::Missing);
        }
        let index = match Index::open(Box::new(folder.clone())) {
            Err(IndexError::Missing) => Index::create(Box::new(folder.clone()))?,
            index => index?,
        };
        self.fill(&index, library, pace, progress)
    }

    /// Puts in what is missing and takes out what is gone.
    fn fill(
        &self,
        index: &Index,
        library: &Snapshot,
        pace: Pace,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Updated, IndexError> {
        let mut there = index.keys()?;
        let mut new = wanted(library);
        new.retain(|key, _| !there.remove(key));
        let gone: Vec<u64> = there.into_iter().collect();
        let total: usize = new.values().map(|file| file.briefs.len()).sum();
        let mut updated = Updated { removed: gone.len(), ..Updated::default() };
        let mut files: Vec<(u64, FileBriefs<'_>)> = new.into_iter().collect();
        files.sort_unstable_by_key(|(_, file)| file.path);
        let mut batches = Batches { shelf: &self.shelf, pace, files: files.into_iter() };
        let mut gone = gone.as_slice();
        loop {
            let batch = batches.next();
            if batch.is_empty() && gone.is_empty() {
                break;
            }
            updated.added += batch.len();
            index.update(gone, batch)?;
            gone = &[];
            progress(updated.added, total);
        }
        updated.total = usize::try_from(index.len()).unwrap_or(usize::MAX);
        Ok(updated)
    }
}

/// The files that are to be in the index, by the keys of their entries.
pub(super) fn wanted(library: &Snapshot) -> HashMap<u64, FileBriefs<'_>> {
    let mut files: HashMap<&BriefPath, Vec<(&Brief, Option<PartialDate>)>> = HashMap::new();
    for brief in library.all() {
        let filed = library.as_filed(brief);
        let received = || library.received(&filed.id).and_then(Moment::day);
        let day = filed.date.map(|date| date.value).or_else(received);
        files.entry(&filed.file).or_default().push((filed, day));
    }
    files.into_iter().map(|(path, briefs)| keyed(library, path, briefs)).collect()
}

/// A file's briefs, by a hash of all that their entries are made from.
fn keyed<'a>(
    library: &Snapshot,
    path: &'a BriefPath,
    mut briefs: Vec<(&'a Brief, Option<PartialDate>)>,
) -> (u64, FileBriefs<'a>) {
    briefs.sort_unstable_by_key(|(brief, _)| brief.part);
    let contents = briefs.first().and_then(|(brief, _)| library.contents(&brief.id));
    let stories: Vec<_> = briefs.iter().map(|(brief, day)| (&brief.id, *day)).collect();
    let key = FixedState::with_seed(0).hash_one((path, contents, stories));
    (key, FileBriefs { path, briefs })
}

/// Reads the texts of files, some at a time.
struct Batches<'a, Files> {
    shelf: &'a Shelf,
    pace: Pace,
    files: Files,
}

impl<'a, Files: Iterator<Item = (u64, FileBriefs<'a>)>> Batches<'_, Files> {
    /// The entries of the next batch; nothing at the end. Files that cannot be read any more are left out.
    fn next(&mut self) -> Vec<Entry> {
        let Ok(root) = self.shelf.root() else { return Vec::new() };
        let (mut batch, mut bytes) = (Vec::new(), 0);
        while batch.len() < BATCH && bytes < BATCH_BYTES {
            let at_once = match self.pace {
                Pace::Full => AT_ONCE,
                // Behind a reader no two huge texts are held at the same time.
                Pace::Behind => 1,
            };
            let files: Vec<_> = self.files.by_ref().take(at_once).collect();
            if files.is_empty() {
                break;
            }
            let read = |(key, file): &(u64, FileBriefs<'_>)| entries(self.shelf, &root, *key, file);
            let entries: Vec<Vec<Entry>> = match self.pace {
                Pace::Full => files.par_iter().map(read).collect(),
                Pace::Behind => files.iter().map(read).collect(),
            };
            bytes += entries.iter().flatten().map(|entry| entry.body.len()).sum::<usize>();
            batch.extend(entries.into_iter().flatten());
        }
        batch
    }
}

/// The entries of one file.
fn entries(shelf: &Shelf, root: &Root, key: u64, file: &FileBriefs<'_>) -> Vec<Entry> {
    let Ok(bytes) = root.read(file.path) else { return Vec::new() };
    let mut documents = shelf.open_to_search(file.path, &bytes).documents;
    let entry = |(brief, day): &(&Brief, Option<PartialDate>)| {
        let document = take(shelf.filing(), &mut documents, brief)?;
        let body = document.body.plain_text();
        let mut people: Vec<String> = document.people.into_iter().map(|one| one.name).collect();
        people.sort_unstable();
        people.dedup();
        Some(Entry { key, brief: (*brief).clone(), body, people, day: *day })
    };
    file.briefs.iter().filter_map(entry).collect()
}
