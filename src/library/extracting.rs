//! What pages need of the texts: from what was kept where the file holds the same, else found now.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, LazyLock};

use rayon::prelude::*;

use super::correcting::reads_otherwise;
use super::indexing::Pace;
use super::shelf::Shelf;
use super::snapshot::Snapshot;
use crate::model::{Brief, BriefPath, Document};
use crate::store::catalogue::{Cache, ContentHash};
use crate::store::extracts::{Extracts, Found, PathHash, Shard};
use crate::store::{ReadError, Root, StateError};
use crate::summary::{Extract, Extractor};

/// Files whose texts are read at once.
const AT_ONCE: usize = 64;

/// What was found again, and what it was found in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Refound {
    /// Files that were read.
    pub files: usize,
    /// Files of which it is known what is in them.
    pub total: usize,
}

/// Files of one shard, each with what it holds.
type Files<'a> = Vec<(&'a BriefPath, ContentHash)>;

impl Shelf {
    /// Finds what pages need in the files that are new or changed since it was kept, and keeps it; tells after each shard how
    /// many of how many files are done. Texts and what is found in them are in memory for one shard at a time.
    ///
    /// # Errors
    /// [`StateError`] where it cannot be kept; what was kept until then stays.
    pub fn extract(
        &self,
        library: &Snapshot,
        pace: Pace,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Refound, StateError> {
        self.extract_of(library, pace, &|_| true, progress)
    }

    /// Forgets what was found: the next time every text is read.
    pub fn forget(&self) {
        if let Some(cache) = self.cache() {
            cache.extracts().clear();
        }
    }

    /// The same for the files that matter.
    ///
    /// # Errors
    /// As [`Shelf::extract`].
    pub fn extract_of(
        &self,
        library: &Snapshot,
        pace: Pace,
        matters: &dyn Fn(&BriefPath) -> bool,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Refound, StateError> {
        let extracts = self.cache().map(Cache::extracts);
        let (Some(extracts), Ok(root)) = (extracts, self.root()) else {
            return Ok(Refound::default());
        };
        let mut shards: BTreeMap<usize, Files<'_>> = BTreeMap::new();
        for (path, contents) in library.files() {
            shards.entry(Extracts::shard_of(path)).or_default().push((path, *contents));
        }
        let mut missing: Vec<(usize, Files<'_>)> = Vec::new();
        let mut refound = Refound::default();
        for (&number, files) in &shards {
            let shard = extracts.open(number);
            let mut lacking = files.clone();
            lacking.retain(|(path, contents)| matters(path) && !shard.has(path, *contents));
            refound.files += lacking.len();
            refound.total += files.len();
            if !lacking.is_empty() || !shard.is_all(&holds(files)) {
                missing.push((number, lacking));
            }
        }
        let mut done = 0;
        let finding = Finding { shelf: self, root, extractor: LazyLock::new(Extractor::default) };
        for (number, files) in missing {
            let new = finding.in_files(&files, pace);
            let all = shards.get(&number).map(holds).unwrap_or_default();
            extracts.replace(number, &new, &all)?;
            done += files.len();
            progress(done, refound.files);
        }
        Ok(refound)
    }

    /// What pages need of briefs, in their order, each cut down as is said as soon as it is there; nothing of those whose file
    /// cannot be read any more.
    ///
    /// # Errors
    /// [`ReadError::Folder`] where the folder cannot be opened.
    pub(super) fn extracts_of(
        &self,
        library: &Snapshot,
        briefs: &[&Arc<Brief>],
        cut: fn(Extract) -> Extract,
    ) -> Result<Vec<Option<Extract>>, ReadError> {
        let root = self.root()?;
        let finding = Finding { shelf: self, root, extractor: LazyLock::new(Extractor::default) };
        let shards: Vec<Shard> = match self.cache().map(Cache::extracts) {
            Some(extracts) => {
                (0..Extracts::SHARDS).into_par_iter().map(|one| extracts.open(one)).collect()
            }
            None => Vec::new(),
        };
        // A file may hold thousands of briefs: it is read once.
        let mut files: BTreeMap<&BriefPath, Vec<usize>> = BTreeMap::new();
        for (place, brief) in briefs.iter().enumerate() {
            files.entry(&brief.file).or_default().push(place);
        }
        let files: Vec<(&BriefPath, Vec<usize>)> = files.into_iter().collect();
        let of_file = |(path, places): &(&BriefPath, Vec<usize>)| {
            let kept = || {
                let contents = library.contents(&briefs.get(*places.first()?)?.id)?;
                shards.get(Extracts::shard_of(path))?.get(path, contents)
            };
            let found = kept().or_else(|| finding.in_file(path, None)).unwrap_or_default();
            let found = finding.of_briefs(found, places, briefs).into_iter();
            found.map(|(place, extract)| (place, cut(extract))).collect::<Vec<_>>()
        };
        let chunks = files.par_chunks(AT_ONCE);
        let found: Vec<_> = chunks.flat_map_iter(|files| files.iter().flat_map(of_file)).collect();
        let mut extracts = vec![None; briefs.len()];
        for (place, extract) in found {
            if let Some(here) = extracts.get_mut(place) {
                *here = Some(extract);
            }
        }
        Ok(extracts)
    }
}

/// What opens texts to look what is in them.
struct Finding<'a> {
    shelf: &'a Shelf,
    root: Root,
    /// Made when the first text is opened.
    extractor: LazyLock<Extractor>,
}

impl Finding<'_> {
    /// What is found in files that hold what they should.
    fn in_files<'a>(
        &self,
        files: &Files<'a>,
        pace: Pace,
    ) -> Vec<(&'a BriefPath, ContentHash, Found)> {
        let find = |(path, contents): &(&'a BriefPath, ContentHash)| {
            Some((*path, *contents, self.in_file(path, Some(*contents))?))
        };
        match pace {
            Pace::Full => files.par_iter().filter_map(find).collect(),
            // Behind a reader no two huge texts are held at the same time.
            Pace::Behind => files.iter().filter_map(find).collect(),
        }
    }

    /// What is found in a file; nothing where it cannot be read, or holds something else than it should.
    fn in_file(&self, path: &BriefPath, contents: Option<ContentHash>) -> Option<Found> {
        let file = self.root.read(path).ok()?;
        let is = ContentHash::of(&file.bytes, file.stamp.size);
        contents.is_none_or(|contents| contents == is).then_some(())?;
        let documents = self.shelf.open(path, &file).documents;
        let found = |document: &Document| (document.brief.part, self.extractor.extract(document));
        Some(documents.iter().map(found).collect())
    }

    /// The stories of one file that are meant; those whose date or countries the reader corrected are read again.
    fn of_briefs(
        &self,
        found: Found,
        places: &[usize],
        briefs: &[&Arc<Brief>],
    ) -> Vec<(usize, Extract)> {
        let mut found: HashMap<u16, Extract> = found.into_iter().collect();
        let mut extract = |place: usize| {
            let brief = briefs.get(place)?;
            if reads_otherwise(brief) {
                let document = self.shelf.document_in(&self.root, brief).ok()?;
                return Some((place, self.extractor.extract(&document)));
            }
            Some((place, found.remove(&brief.part)?))
        };
        places.iter().filter_map(|&place| extract(place)).collect()
    }
}

/// What holds of some files.
fn holds(files: &Files<'_>) -> HashSet<(PathHash, ContentHash)> {
    files.iter().map(|(path, contents)| (PathHash::of(path), *contents)).collect()
}
