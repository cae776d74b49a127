//! Keeps the library up to date: the cache first, then the folder as it is.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::census::{self, Census, Departed};
use super::grouping::{self, Sketching};
use super::ledger::Ledger;
use super::refiling::{Reading, Refiling, Survey};
use super::revising::{self, Rewritten};
use super::shelf::Shelf;
use super::snapshot::{Listing, Origin, Snapshot};
use crate::copies::Group;
use crate::model::{BriefId, BriefPath, Diagnostic};
use crate::store::catalogue::{Cache, Record};
use crate::store::scan::{self, Scan};
use crate::store::{Briefs, Folders, ReadError, Root, StateError, clock};

/// Keeps the library up to date.
#[derive(Debug)]
pub struct Keeper {
    shelf: Shelf,
    cache: Option<Cache>,
    ledger: Ledger,
    /// By path.
    records: Vec<Record>,
    /// Files that went since the start: they may come back under another name.
    departed: BTreeMap<BriefPath, Departed>,
    census: Census,
    /// The versions of one text, as the snapshot has them; `None` where nobody knows.
    groups: Option<Vec<Group>>,
    /// What the last scan could not list.
    problems: Vec<Diagnostic>,
    snapshot: Arc<Snapshot>,
}

/// How far a refresh has come.
#[derive(Clone, Debug)]
pub struct Progress {
    /// Files filed so far.
    pub done: usize,
    /// Files to file.
    pub total: usize,
    /// On a first start: what is there already.
    pub snapshot: Option<Arc<Snapshot>>,
}

impl Keeper {
    /// A keeper with what the cache and the journal say. Reads no brief, fails at nothing.
    pub fn open(folders: &Folders) -> Self {
        Self::with(folders, Cache::load)
    }

    /// A keeper that takes nothing from the cache: its first refresh files every brief anew.
    pub fn anew(folders: &Folders) -> Self {
        Self::with(folders, |_| None)
    }

    fn with(folders: &Folders, load: fn(&Cache) -> Option<Vec<Record>>) -> Self {
        let cache_in = |folder| Cache::new(folder, &folders.briefs, &folders.supplement);
        let cache = folders.cache.as_deref().map(cache_in);
        let (loaded, ledger) = rayon::join(
            || cache.as_ref().and_then(|cache| Some((load(cache)?, cache.load_groups()))),
            || Ledger::open(folders.state.as_deref()),
        );
        let origin = if loaded.is_some() { Origin::Cache } else { Origin::Unknown };
        let (records, groups) = loaded.unwrap_or_default();
        let mut keeper = Self {
            shelf: Shelf::new(folders.briefs.clone(), Arc::clone(&folders.supplement))
                .with_inbox(folders.state.as_deref())
                .with_cache(cache.clone()),
            cache,
            ledger,
            census: Census::of(records.iter()),
            records,
            departed: BTreeMap::new(),
            groups,
            problems: Vec::new(),
            snapshot: Arc::default(),
        };
        keeper.snapshot = Arc::new(keeper.snapshot_of(&keeper.census, &keeper.records, origin));
        keeper
    }

    /// The library as last seen.
    pub fn snapshot(&self) -> &Arc<Snapshot> {
        &self.snapshot
    }

    /// A shelf over the same briefs, for the other workers.
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// Why the days on which briefs were first seen are not being kept, where they are not.
    pub fn trouble(&self) -> Option<&StateError> {
        self.ledger.trouble()
    }

    /// Looks at the folder and files what changed; tells about every second how far it is. `None`
    /// where all is as it was.
    ///
    /// # Errors
    /// [`ReadError::Folder`] where the folder cannot be opened; what was known stays.
    pub fn refresh(
        &mut self,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Option<Arc<Snapshot>>, ReadError> {
        let root = self.shelf.root()?;
        let Scan { files, problems } = scan::scan(&root);
        // Unread marks of other processes cost no reader the briefs.
        let _ = self.ledger.catch_up();
        let has_new_problems = problems != self.problems;
        self.problems = problems;

        let Survey { kept, changed, gone } = Survey::new(std::mem::take(&mut self.records), files);
        let mut reading = Reading { kept, gone, ..Reading::default() };
        let total = changed.len();
        let is_first_start = self.snapshot.origin == Origin::Unknown;
        let refiling = Refiling { root: &root, shelf: &self.shelf };
        refiling.run(changed, &mut reading, &mut |done, reading| {
            let snapshot = is_first_start.then(|| {
                let census = Census::of(reading.records());
                Arc::new(self.snapshot_of(&census, reading.records(), Origin::Unknown))
            });
            progress(Progress { done, total, snapshot });
        });
        let has_new_texts = reading.is_news() || self.groups.is_none();
        let is_news = has_new_texts || has_new_problems;
        let is_stale = has_new_texts || reading.is_stale();
        self.take_over(reading);
        if has_new_texts {
            self.regroup(&root);
        }
        if is_stale {
            self.save();
        }
        let is_checked = self.snapshot.origin == Origin::Checked;
        self.snapshot = if is_news || !Arc::ptr_eq(&self.snapshot.marks, self.ledger.marks()) {
            Arc::new(self.snapshot_of(&self.census, &self.records, Origin::Checked))
        } else if is_checked {
            return Ok(None);
        } else {
            Arc::new(self.snapshot.with_origin(Origin::Checked))
        };
        Ok(Some(Arc::clone(&self.snapshot)))
    }

    /// Takes over what was read; notes in the journal who has a new id and who is new.
    fn take_over(&mut self, reading: Reading) {
        if reading.is_news() {
            self.take_over_news(reading);
        } else {
            self.records = reading.into_records();
        }
        let marks = self.ledger.marks();
        let unseen: Vec<BriefId> = self
            .census
            .briefs
            .iter()
            .filter(|brief| marks.first_seen(&brief.id).is_none())
            .map(|brief| brief.id.clone())
            .collect();
        // What cannot be written stays pending; `trouble` tells.
        let _ = self.ledger.seen(unseen, clock::now());
    }

    /// Finds the versions of one text anew, and keeps them for the next start before the catalogue
    /// that they belong to: a program that is killed in between finds news at its next check.
    fn regroup(&mut self, root: &Root) {
        let sketching = Sketching { root, shelf: &self.shelf, cache: self.cache.as_ref() };
        sketching.complete(&mut self.records);
        let groups = grouping::groups(&self.census, &self.records);
        if let Some(cache) = &self.cache {
            let _ = cache.save_sketches(&self.records).and_then(|()| cache.save_groups(&groups));
        }
        self.groups = Some(groups);
    }

    /// Counts the briefs anew; notes in the journal who has a new id.
    fn take_over_news(&mut self, reading: Reading) {
        self.departed.append(&mut Departed::of(&reading.gone, &self.census));
        let new: Vec<_> =
            reading.new.iter().map(|record| (record.path.clone(), record.hash)).collect();
        let rewritten: Vec<BriefPath> =
            reading.rewritten.iter().map(|record| record.path.clone()).collect();
        let texts: Vec<_> = reading.rewritten.iter().filter_map(Rewritten::of).collect();
        self.records = reading.into_records();
        let census = Census::of(self.records.iter());
        let mut moved = census::renamed(&mut self.departed, &new, &census);
        moved.extend(self.census.rewritten(&census, &rewritten));
        self.census = census;
        let _ = self.ledger.moved(moved);
        let marks = self.ledger.marks();
        let revised = revising::revisions(&self.shelf, &self.snapshot, marks, &texts, clock::now());
        let _ = self.ledger.record(&revised);
    }

    /// A cache that cannot be written is done without: it is made again at the next start.
    fn save(&self) {
        if let Some(cache) = &self.cache {
            let _ = cache.save(&self.records);
        }
    }

    fn snapshot_of<'a>(
        &self,
        census: &Census,
        records: impl IntoIterator<Item = &'a Record> + Clone,
        origin: Origin,
    ) -> Snapshot {
        let contents = |record: &Record| Some((record.path.clone(), record.hash?));
        let contents = records.clone().into_iter().filter_map(contents).collect();
        let of_files = records.into_iter().flat_map(|record| &record.diagnostics);
        let diagnostics = of_files.chain(&self.problems).chain(&census.diagnostics);
        Snapshot::new(Listing {
            briefs: census.briefs.clone(),
            groups: self.groups.clone().unwrap_or_default(),
            contents,
            diagnostics: diagnostics.cloned().collect(),
            marks: Arc::clone(self.ledger.marks()),
            origin,
            folder: match self.shelf.briefs() {
                Briefs::Folder(folder) => folder.to_string_lossy().into_owned(),
                Briefs::Samples => String::new(),
            },
        })
    }
}
