//! Folders and files that misbehave, and what is never done to them.

use chancery::library::Keeper;
use chancery::model::{BriefPath, Problem};
use chancery::store::{Folders, ReadError, StateError};
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::desk::{Desk, TRADE, VISIT, brief, files, problems, refresh, star};

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
    assert_eq!(desk.find("minsk").len(), 1);
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
    link("gone.md", "dangling.md");
    link("gone", "dangling");
    link(".store/kept.md", "shelved.md");
    rustix::fs::mkfifoat(rustix::fs::CWD, desk.briefs().join("pipe.md"), 0o600.into())
        .expect("a pipe");
    let _socket = UnixListener::bind(desk.briefs().join("socket.txt")).expect("a socket");
    let snapshot = desk.look();
    assert_eq!(files(&snapshot), ["shelved.md", "visit.md"], "each file once");
    let outside = |path: &str| (path.to_owned(), Problem::LinkOutside);
    let expected = [
        ("dangling.md".into(), Problem::LinkNowhere),
        outside("loop"),
        outside("passwd.txt"),
        ("pipe.md".into(), Problem::NotAFile),
        outside("root"),
        ("socket.txt".into(), Problem::NotAFile),
        outside("stdin.md"),
        outside("up.md"),
    ];
    assert_eq!(problems(&snapshot), expected);
    let shelf = desk.keeper();
    let refused = shelf.shelf().file(&"up.md".into());
    assert_eq!(refused.err(), Some(ReadError::LinkOutside("up.md".into())));
}

#[test]
fn folders_within_folders_end_somewhere() {
    let desk = Desk::new();
    let deep = |levels: usize| "d/".repeat(levels);
    for levels in [0, 63, 64, 200] {
        desk.put(format!("{}visit.md", deep(levels)), VISIT);
    }
    let snapshot = desk.look();
    let listed = [0, 63].map(|levels| format!("{}visit.md", deep(levels)));
    let mut found = files(&snapshot);
    found.sort_by_key(String::len);
    assert_eq!(found, listed);
    let told = deep(64).trim_end_matches('/').to_owned();
    assert_eq!(problems(&snapshot), [(told, Problem::TooDeep)]);
}

#[test]
fn a_vast_file_is_read_in_part_and_harms_no_other() {
    let desk = Desk::new();
    desk.put("visit.md", VISIT);
    let vast = fs::File::create(desk.put("vast.txt", "Talks in Minsk\n")).expect("room");
    vast.set_len(2 << 30).expect("a sparse file");
    let line = "The talks in Minsk went on. ".repeat(200_000);
    desk.put("line.txt", &line);
    let snapshot = desk.look();
    assert_eq!(files(&snapshot), ["line.txt", "visit.md"]);
    let mut told = problems(&snapshot);
    told.retain(|(_, problem)| !problem.is_notice());
    let size = line.len() as u64;
    let cut = Problem::TooLarge { size, read: chancery::store::root::MOST_BYTES };
    assert_eq!(told, [("line.txt".into(), cut), ("vast.txt".into(), Problem::Binary(2 << 30))]);
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
