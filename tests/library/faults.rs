//! Damage, strangers' files, full disks, missing folders.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use chancery::library::{Keeper, Origin};
use chancery::model::{Change, Field, Problem};
use chancery::store::{Folders, ReadError, StateError};

use crate::desk::*;

#[test]
fn a_damaged_cache_is_rebuilt_and_the_first_day_is_not_lost_with_it() {
    let desk = Desk::new();
    desk.put("visit.md", VISIT);
    let first = desk.look();
    let id = brief(&first, "visit.md").id.clone();
    let cache = fs::read_dir(desk.place.path().join("cache")).expect("a folder");
    let cache = cache.map(|entry| entry.expect("a file").path()).next().expect("a file");
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
