//! Marks: they follow their briefs, and none is lost.

use chancery::library::Origin;
use chancery::model::{Change, Field};
use chancery::store::StateError;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::Duration;

use super::desk::{Desk, TRADE, VISIT, brief, files, refresh, set_mtime, star};

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
