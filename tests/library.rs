//! What a reader would notice of the library: marks that follow files, folders that misbehave.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "the helpers of a test may fail it"
)]

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use chancery::library::{Keeper, Ledger, Origin, Progress, Snapshot};
use chancery::model::{Brief, BriefId, BriefPath, Change, Field, Problem};
use chancery::store::{Briefs, Folders, ReadError, StateError};

const VISIT: &str = "+++\ntitle = \"A visit\"\ndate = \"2024-03-05\"\ncountries = [\"BY\"]\n+++\n\
    The ministers met in Minsk. They spoke of trade.\n";
const TRADE: &str = "# Trade\n\nTrade between the two countries grew.\n";

/// Three folders of a test.
struct Desk {
    place: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let place = tempfile::tempdir().expect("a folder");
        fs::create_dir(place.path().join("briefs")).expect("a folder");
        Self { place }
    }

    fn folders(&self) -> Folders {
        Folders {
            briefs: Briefs::Folder(self.briefs()),
            state: Some(self.state()),
            cache: Some(self.place.path().join("cache")),
        }
    }

    fn briefs(&self) -> PathBuf {
        self.place.path().join("briefs")
    }

    fn state(&self) -> PathBuf {
        self.place.path().join("state")
    }

    fn put(&self, path: impl AsRef<Path>, text: &str) -> PathBuf {
        let path = self.briefs().join(path);
        fs::create_dir_all(path.parent().expect("a folder above")).expect("folders");
        fs::write(&path, text).expect("room");
        path
    }

    fn keeper(&self) -> Keeper {
        Keeper::open(&self.folders())
    }

    /// The library as a reader that starts now sees it.
    fn look(&self) -> Arc<Snapshot> {
        let mut keeper = self.keeper();
        refresh(&mut keeper).expect("news");
        Arc::clone(keeper.snapshot())
    }

    fn ledger(&self) -> Ledger {
        Ledger::open(Some(&self.state()))
    }
}

fn refresh(keeper: &mut Keeper) -> Option<Arc<Snapshot>> {
    keeper.refresh(&mut |_: Progress| {}).expect("the folder opens")
}

/// The main story of a file.
fn brief(snapshot: &Snapshot, file: &str) -> Arc<Brief> {
    let found = snapshot.briefs().iter().find(|brief| brief.file.as_str() == file);
    Arc::clone(found.unwrap_or_else(|| panic!("{file} is not listed")))
}

fn files(snapshot: &Snapshot) -> Vec<String> {
    let mut files: Vec<String> =
        snapshot.briefs().iter().map(|brief| brief.file.to_string()).collect();
    files.sort();
    files
}

fn problems(snapshot: &Snapshot) -> Vec<(String, Problem)> {
    let bad = snapshot.diagnostics.iter().filter(|diagnostic| !diagnostic.problem.is_notice());
    bad.map(|diagnostic| (diagnostic.file.to_string(), diagnostic.problem.clone())).collect()
}

fn star(id: &BriefId) -> [Change; 1] {
    [Change { id: id.clone(), field: Field::Starred(true) }]
}

fn set_mtime(path: &Path, back: Duration) {
    let file = fs::File::options().write(true).open(path).expect("the file");
    file.set_modified(SystemTime::now() - back).expect("a time");
}

#[test]
fn new_changed_and_gone_files_are_noticed_and_nothing_else_is_news() {
    let desk = Desk::new();
    desk.put("minsk/visit.md", VISIT);
    let mut keeper = desk.keeper();
    assert_eq!(keeper.snapshot().origin, Origin::Unknown);
    let first = refresh(&mut keeper).expect("news");
    assert_eq!((files(&first), first.origin), (vec!["minsk/visit.md".into()], Origin::Checked));
    assert!(refresh(&mut keeper).is_none());

    desk.put("trade.md", TRADE);
    assert_eq!(files(&refresh(&mut keeper).expect("news")), ["minsk/visit.md", "trade.md"]);
    desk.put("trade.md", "# Tariffs\n\nTariffs fell.\n");
    assert_eq!(brief(&refresh(&mut keeper).expect("news"), "trade.md").title, "Tariffs");
    fs::remove_file(desk.briefs().join("trade.md")).expect("it goes");
    assert_eq!(files(&refresh(&mut keeper).expect("news")), ["minsk/visit.md"]);
    assert!(refresh(&mut keeper).is_none());
}

#[test]
fn a_second_start_shows_the_cache_before_it_looks() {
    let desk = Desk::new();
    let visit = desk.put("visit.md", VISIT);
    set_mtime(&visit, Duration::from_secs(60));
    let first = desk.look();
    let mut keeper = desk.keeper();
    assert_eq!(keeper.snapshot().origin, Origin::Cache);
    assert_eq!(brief(keeper.snapshot(), "visit.md"), brief(&first, "visit.md"));
    assert_eq!(refresh(&mut keeper).map(|snapshot| snapshot.origin), Some(Origin::Checked));
}

#[test]
fn a_file_rewritten_at_once_with_the_same_length_is_noticed() {
    let desk = Desk::new();
    desk.put("a.md", "# Aaa\n\nOne.\n");
    let mut keeper = desk.keeper();
    refresh(&mut keeper);
    desk.put("a.md", "# Bbb\n\nTwo.\n");
    assert_eq!(brief(&refresh(&mut keeper).expect("news"), "a.md").title, "Bbb");
}

#[test]
fn marks_follow_files_that_are_touched_renamed_and_moved() {
    let desk = Desk::new();
    let path = desk.put("trade.md", TRADE);
    let mut keeper = desk.keeper();
    let first = refresh(&mut keeper).expect("news");
    let original = brief(&first, "trade.md");
    let seen = first.marks.first_seen(&original.id).expect("a moment");
    desk.ledger().record(&star(&original.id)).expect("room");

    set_mtime(&path, Duration::from_secs(3600));
    assert_eq!(brief(&refresh(&mut keeper).expect("the mark"), "trade.md").id, original.id);

    fs::create_dir(desk.briefs().join("archive")).expect("a folder");
    fs::rename(&path, desk.briefs().join("archive/2024.md")).expect("it moves");
    let moved = refresh(&mut keeper).expect("news");
    let renamed = brief(&moved, "archive/2024.md");
    assert_ne!(renamed.id, original.id);
    assert!(moved.marks.is_starred(&renamed.id));
    assert_eq!(moved.marks.first_seen(&renamed.id), Some(seen));

    fs::rename(desk.briefs().join("archive/2024.md"), &path).expect("it moves back");
    let back = desk.look();
    assert!(back.marks.is_starred(&original.id), "renamed while no reader ran");
    assert!(!back.marks.is_starred(&renamed.id));
}

#[test]
fn marks_follow_a_file_that_is_away_for_a_while() {
    let desk = Desk::new();
    let path = desk.put("trade.md", TRADE);
    let mut keeper = desk.keeper();
    let id = brief(&refresh(&mut keeper).expect("news"), "trade.md").id.clone();
    desk.ledger().record(&star(&id)).expect("room");
    fs::remove_file(path).expect("it goes");
    assert_eq!(files(&refresh(&mut keeper).expect("news")), [""; 0]);
    desk.put("later.md", TRADE);
    let later = refresh(&mut keeper).expect("news");
    assert!(later.marks.is_starred(&brief(&later, "later.md").id));
}

#[test]
fn a_new_file_under_an_old_name_starts_unmarked() {
    let desk = Desk::new();
    let path = desk.put("latest.md", TRADE);
    let mut keeper = desk.keeper();
    let id = brief(&refresh(&mut keeper).expect("news"), "latest.md").id.clone();
    desk.ledger().record(&star(&id)).expect("room");
    fs::rename(&path, desk.briefs().join("monday.md")).expect("it moves");
    refresh(&mut keeper);
    desk.put("latest.md", VISIT);
    let next = refresh(&mut keeper).expect("news");
    assert!(next.marks.is_starred(&brief(&next, "monday.md").id));
    assert!(!next.marks.is_starred(&brief(&next, "latest.md").id));
}

#[test]
fn a_damaged_cache_is_rebuilt_and_the_first_day_is_not_lost_with_it() {
    let desk = Desk::new();
    desk.put("visit.md", VISIT);
    let first = desk.look();
    let id = brief(&first, "visit.md").id.clone();
    let cache = fs::read_dir(desk.place.path().join("cache")).expect("a folder");
    let is_catalogue = |path: &PathBuf| path.extension().is_some_and(|kind| kind == "catalogue");
    let mut files = cache.map(|entry| entry.expect("a file").path());
    let cache = files.find(is_catalogue).expect("a catalogue");
    let mut bytes = fs::read(&cache).expect("the cache");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xff;
    fs::write(&cache, bytes).expect("room");
    assert_eq!(desk.keeper().snapshot().origin, Origin::Unknown);
    let again = desk.look();
    assert_eq!(again.marks.first_seen(&id), first.marks.first_seen(&id));
    assert_eq!(desk.keeper().snapshot().origin, Origin::Cache);
}

#[test]
fn two_readers_at_once_lose_no_mark() {
    let desk = Desk::new();
    let (mut one, mut two) = (desk.ledger(), desk.ledger());
    one.record(&star(&"p:1".into())).expect("room");
    two.record(&star(&"p:2".into())).expect("room");
    one.record(&[Change { id: "p:2".into(), field: Field::Starred(false) }]).expect("room");
    assert_eq!(one.catch_up(), Ok(true));
    assert_eq!(two.catch_up(), Ok(true));
    assert_eq!(one.marks(), two.marks());
    assert_eq!(one.marks(), desk.ledger().marks());
    assert!(one.marks().is_starred(&"p:1".into()));
}

#[test]
fn a_mark_that_cannot_be_written_stays_pending_and_is_written_later() {
    let desk = Desk::new();
    fs::create_dir(desk.state()).expect("a folder");
    fs::set_permissions(desk.state(), fs::Permissions::from_mode(0o777)).expect("a mode");
    let mut ledger = desk.ledger();
    let refused = Err(StateError::OpenToOthers(desk.state()));
    assert_eq!(ledger.record(&star(&"p:1".into())), refused);
    assert!(ledger.marks().is_starred(&"p:1".into()) && ledger.pending() == 1);
    fs::set_permissions(desk.state(), fs::Permissions::from_mode(0o700)).expect("a mode");
    assert_eq!(ledger.retry(), Ok(()));
    assert_eq!((ledger.pending(), ledger.trouble()), (0, None));
    assert!(desk.ledger().marks().is_starred(&"p:1".into()));
}

#[test]
fn without_any_home_the_briefs_can_be_read() {
    let desk = Desk::new();
    desk.put("visit.md", VISIT);
    let folders = Folders { state: None, cache: None, ..desk.folders() };
    let mut keeper = Keeper::open(&folders);
    let snapshot = refresh(&mut keeper).expect("news");
    assert_eq!(files(&snapshot), ["visit.md"]);
    assert_eq!(keeper.trouble(), Some(&StateError::NoHome));
    assert!(snapshot.marks.first_seen(&brief(&snapshot, "visit.md").id).is_some());
}

#[test]
fn the_briefs_folder_is_never_written() {
    let desk = Desk::new();
    desk.put("minsk/visit.md", VISIT);
    desk.put("trade.md", TRADE);
    let state = |folder: &Path| -> Vec<(PathBuf, SystemTime, Option<Vec<u8>>)> {
        let folders = [folder.to_owned(), folder.join("minsk")];
        let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("a folder"));
        let mut state: Vec<_> = entries
            .map(|entry| entry.expect("an entry").path())
            .chain(folders.clone())
            .map(|path| {
                let time = fs::metadata(&path).expect("it is there").modified().expect("a time");
                let bytes = fs::read(&path).ok();
                (path, time, bytes)
            })
            .collect();
        state.sort();
        state
    };
    let before = state(&desk.briefs());
    let snapshot = desk.look();
    let keeper = desk.keeper();
    let visit = brief(&snapshot, "minsk/visit.md");
    keeper.shelf().document(&visit).expect("it opens");
    keeper.shelf().find(&snapshot, "minsk").expect("the folder opens");
    desk.ledger().record(&star(&visit.id)).expect("room");
    assert_eq!(state(&desk.briefs()), before);
}

#[test]
fn links_pipes_loops_and_locked_folders_do_no_harm() {
    let desk = Desk::new();
    desk.put("visit.md", VISIT);
    desk.put(".store/kept.md", TRADE);
    fs::write(desk.place.path().join("outside.md"), TRADE).expect("room");
    let link = |to: &str, from: &str| symlink(to, desk.briefs().join(from)).expect("a link");
    link("../outside.md", "up.md");
    link("/etc/passwd", "passwd.txt");
    link("/", "root");
    link("/proc/self/fd/0", "stdin.md");
    link(".", "here");
    link("loop", "loop");
    link("visit.md", "twice.md");
    link(".store/kept.md", "shelved.md");
    rustix::fs::mkfifoat(rustix::fs::CWD, desk.briefs().join("pipe.md"), 0o600.into())
        .expect("a pipe");
    let snapshot = desk.look();
    assert_eq!(files(&snapshot), ["shelved.md", "visit.md"], "each file once");
    let outside = |path: &str| (path.to_owned(), Problem::LinkOutside);
    let expected = [
        outside("loop"),
        outside("passwd.txt"),
        ("pipe.md".into(), Problem::NotAFile),
        outside("root"),
        outside("stdin.md"),
        outside("up.md"),
    ];
    assert_eq!(problems(&snapshot), expected);
    let shelf = desk.keeper();
    let refused = shelf.shelf().file(&"up.md".into());
    assert_eq!(refused.err(), Some(ReadError::LinkOutside("up.md".into())));
}

#[test]
fn every_name_is_listed_once_and_opens() {
    let desk = Desk::new();
    let names: [&[u8]; 12] = [
        b"case.md",
        b"CASE.md",
        "caf\u{e9}.md".as_bytes(),
        "cafe\u{301}.md".as_bytes(),
        b"caf\xe9.md",
        b"-rf.md",
        b" .md",
        b"two\nlines.md",
        b"back\\slash.md",
        b"\\xE9.md",
        b"CON.md",
        b"trailing .TXT",
    ];
    for name in names {
        desk.put(Path::new(std::ffi::OsStr::from_bytes(name)), TRADE);
    }
    let snapshot = desk.look();
    let mut expected: Vec<String> =
        names.iter().map(|name| BriefPath::from_bytes(name).to_string()).collect();
    expected.sort();
    assert_eq!(files(&snapshot), expected);
    let ids: std::collections::HashSet<_> =
        snapshot.briefs().iter().map(|brief| brief.id.clone()).collect();
    assert_eq!(ids.len(), names.len());
    let keeper = desk.keeper();
    for brief in snapshot.briefs() {
        let document = keeper.shelf().document(brief).expect("it opens");
        assert_eq!(document.brief, **brief);
    }
}

#[test]
fn of_two_files_with_one_id_the_second_is_known_by_its_path_and_opens() {
    let desk = Desk::new();
    let text = "+++\nid = \"talks\"\n+++\n# Talks\n\nThey met in Minsk.\n";
    desk.put("a.md", text);
    desk.put("b.md", text);
    let snapshot = desk.look();
    let second = brief(&snapshot, "b.md");
    assert!(second.id.as_str().starts_with("p:"), "{}", second.id);
    let problem = Problem::DuplicateId { id: "talks".into(), other: "a.md".into() };
    assert_eq!(problems(&snapshot), [("b.md".to_owned(), problem)]);
    let document = desk.keeper().shelf().document(&second).expect("it opens");
    assert_eq!((document.brief.id, document.brief.file), (second.id.clone(), "b.md".into()));
}

#[test]
fn a_folder_that_goes_and_comes_back_is_picked_up() {
    let desk = Desk::new();
    desk.put("visit.md", VISIT);
    let mut keeper = desk.keeper();
    let first = refresh(&mut keeper).expect("news");
    let away = desk.place.path().join("away");
    fs::rename(desk.briefs(), &away).expect("it goes");
    let gone = keeper.refresh(&mut |_| {});
    assert!(matches!(gone, Err(ReadError::Folder { .. })), "{gone:?}");
    assert_eq!(files(keeper.snapshot()), ["visit.md"], "what was known stays");
    fs::rename(&away, desk.briefs()).expect("it comes back");
    refresh(&mut keeper);
    let visit = brief(&first, "visit.md");
    keeper.shelf().document(&visit).expect("it opens again");
}

#[test]
fn an_unreadable_file_is_named_and_read_once_it_can_be() {
    if rustix::process::geteuid().is_root() {
        return;
    }
    let desk = Desk::new();
    let path = desk.put("visit.md", VISIT);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o0)).expect("a mode");
    let mut keeper = desk.keeper();
    let snapshot = refresh(&mut keeper).expect("news");
    assert!(matches!(problems(&snapshot)[..], [(_, Problem::Unreadable(_))]));
    assert!(refresh(&mut keeper).is_none(), "it is no news twice");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("a mode");
    assert_eq!(files(&refresh(&mut keeper).expect("news")), ["visit.md"]);
}

#[test]
fn words_are_found_without_accents_and_shown_with_them() {
    let desk = Desk::new();
    desk.put("visit.md", VISIT);
    desk.put("élu.md", "# Élection\n\nLe Président élu s'est rendu à Minsk hier.\n");
    let snapshot = desk.look();
    let keeper = desk.keeper();
    let find = |query: &str| keeper.shelf().find(&snapshot, query).expect("the folder opens");
    let hits = find("president MINSK");
    assert_eq!(hits.len(), 1);
    let hit = &hits[0];
    let shown: Vec<&str> = hit.highlights.iter().map(|range| &hit.snippet[range.clone()]).collect();
    assert_eq!((hit.brief.file.as_str(), shown), ("élu.md", vec!["Président", "Minsk"]));
    assert_eq!(find("minsk").len(), 2);
    assert_eq!(find("\"met in minsk\"").len(), 1);
    assert_eq!(find("absent minsk").len() + find("").len(), 0);
    assert_eq!(find("visit")[0].brief.title, "A visit", "titles count");
}

#[test]
fn the_samples_open_without_any_folder() {
    let folders = Folders { briefs: Briefs::Samples, state: None, cache: None };
    let mut keeper = Keeper::open(&folders);
    let snapshot = refresh(&mut keeper).expect("news");
    for brief in snapshot.briefs() {
        keeper.shelf().document(brief).expect("it opens");
    }
}
