//! Files that come, go, change and get other names.

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use chancery::library::{Keeper, Origin};
use chancery::model::{BriefPath, Problem};
use chancery::store::{Briefs, Folders};

use crate::desk::*;

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
