//! A reader's folders to test with, and short ways to look into a library.

use chancery::library::{
    FullText, Hit, Indexer, Keeper, Ledger, Notes, Progress, Request, Snapshot,
};
use chancery::model::{Brief, BriefId, Change, Field, Marks, PartialDate, Problem};
use chancery::search::index::Order;
use chancery::store::{Briefs, Folders};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

pub(crate) const VISIT: &str = "+++\ntitle = \"A visit\"\ndate = \"2024-03-05\"\ncountries = [\"BY\"]\n+++\n\
    The ministers met in Minsk. They spoke of trade.\n";
pub(crate) const TRADE: &str = "# Trade\n\nTrade between the two countries grew.\n";

/// Three folders of a test.
pub(crate) struct Desk {
    pub(crate) place: tempfile::TempDir,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let place = tempfile::tempdir().expect("a folder");
        fs::create_dir(place.path().join("briefs")).expect("a folder");
        Self { place }
    }

    pub(crate) fn folders(&self) -> Folders {
        Folders {
            briefs: Briefs::Folder(self.briefs()),
            state: Some(self.state()),
            cache: Some(self.place.path().join("cache")),
            supplement: Arc::default(),
        }
    }

    pub(crate) fn briefs(&self) -> PathBuf {
        self.place.path().join("briefs")
    }

    pub(crate) fn state(&self) -> PathBuf {
        self.place.path().join("state")
    }

    pub(crate) fn put(&self, path: impl AsRef<Path>, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.briefs().join(path);
        fs::create_dir_all(path.parent().expect("a folder above")).expect("folders");
        fs::write(&path, text).expect("room");
        path
    }

    pub(crate) fn keeper(&self) -> Keeper {
        Keeper::open(&self.folders())
    }

    /// The library as a reader that starts now sees it.
    pub(crate) fn look(&self) -> Arc<Snapshot> {
        let mut keeper = self.keeper();
        refresh(&mut keeper).expect("news");
        Arc::clone(keeper.snapshot())
    }

    /// What a query finds in the library as it is now.
    pub(crate) fn find(&self, query: &str) -> Vec<Hit> {
        let mut keeper = self.keeper();
        refresh(&mut keeper);
        let snapshot = keeper.snapshot();
        let indexer = Indexer::new(&self.folders(), keeper.shelf());
        let text = FullText::in_memory(&indexer, snapshot, &mut |_, _| {}).expect("memory");
        let today = PartialDate::day_of(2025, 5, 13).expect("a day");
        let request = Request {
            query: &keeper.shelf().query(query, today),
            marks: &Marks::default(),
            notes: &Notes::default(),
            library: &|| Arc::clone(snapshot),
            order: Order::Relevance,
            limit: usize::MAX,
        };
        text.search(&request).expect("a sound index").hits
    }

    pub(crate) fn ledger(&self) -> Ledger {
        Ledger::open(Some(&self.state()))
    }
}

pub(crate) fn refresh(keeper: &mut Keeper) -> Option<Arc<Snapshot>> {
    keeper.refresh(&mut |_: Progress| {}).expect("the folder opens")
}

/// The main story of a file.
pub(crate) fn brief(snapshot: &Snapshot, file: &str) -> Arc<Brief> {
    let found = snapshot.briefs().iter().find(|brief| brief.file.as_str() == file);
    Arc::clone(found.unwrap_or_else(|| panic!("{file} is not listed")))
}

pub(crate) fn files(snapshot: &Snapshot) -> Vec<String> {
    let mut files: Vec<String> =
        snapshot.briefs().iter().map(|brief| brief.file.to_string()).collect();
    files.sort();
    files
}

pub(crate) fn problems(snapshot: &Snapshot) -> Vec<(String, Problem)> {
    let bad = snapshot.diagnostics.iter().filter(|diagnostic| !diagnostic.problem.is_notice());
    bad.map(|diagnostic| (diagnostic.file.to_string(), diagnostic.problem.clone())).collect()
}

pub(crate) fn star(id: &BriefId) -> [Change; 1] {
    [Change { id: id.clone(), field: Field::Starred(true) }]
}

pub(crate) fn set_mtime(path: &Path, back: Duration) {
    let file = fs::File::options().write(true).open(path).expect("the file");
    file.set_modified(SystemTime::now() - back).expect("a time");
}
