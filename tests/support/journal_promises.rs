//! What the journal promises of any bytes whatever in its file: nothing that it understands is lost, however it is read,
//! looked at, made small or joined with another.

#![allow(dead_code, clippy::expect_used, reason = "a test may stop")]

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::Path;

use chancery::library::exchange;
use chancery::model::{Change, Field};
use chancery::store::clock::Tick;
use chancery::store::journal::{Action, Event, History, Journal, LineFault, NAME};

/// Two states of one reader, divided at the first NUL, which no line holds: each alone, then joined.
pub(crate) fn kept(place: &Path, bytes: &[u8]) {
    let mut halves = bytes.splitn(2, |&byte| byte == 0);
    let one = halves.next().unwrap_or_default();
    let two = halves.next().unwrap_or_default();
    let (here, there) = (place.join("here"), place.join("there"));
    holds(&here, one);
    holds(&there, two);
    joins(&here, &there);
}

/// A state folder with bytes as its journal, and nothing else.
fn lay(folder: &Path, bytes: &[u8]) {
    let _absent = fs::remove_dir_all(folder);
    fs::DirBuilder::new().mode(0o700).create(folder).expect("a folder");
    let file =
        fs::OpenOptions::new().mode(0o600).write(true).create_new(true).open(folder.join(NAME));
    std::io::Write::write_all(&mut file.expect("a file"), bytes).expect("room");
}

/// What follows from all that is in a journal.
fn history(folder: &Path) -> History {
    let mut history = History::default();
    history.extend(Journal::new(folder).read().expect("a journal that can be read"));
    history
}

fn assert_same(one: &History, other: &History, when: &str) {
    assert_eq!(one.marks(), other.marks(), "marks, {when}");
    assert_eq!(one.searches(), other.searches(), "searches, {when}");
    assert_eq!(one.basket(), other.basket(), "basket, {when}");
    assert_eq!(one.takings(), other.takings(), "takings, {when}");
}

/// The lines of a journal that a survey finds fault with for one reason.
fn faulty(folder: &Path, reason: LineFault) -> BTreeSet<Vec<u8>> {
    let journal = Journal::new(folder);
    let bytes = journal.bytes().expect("bytes");
    let survey = journal.survey().expect("a survey");
    let lines: Vec<&[u8]> = bytes.split(|&byte| byte == b'\n').collect();
    let found = survey.faults.iter().filter(|(_, fault)| *fault == reason);
    found.filter_map(|(number, _)| Some(lines.get(number - 1)?.to_vec())).collect()
}

/// One journal: read whole or in parts, added to, compacted.
fn holds(folder: &Path, bytes: &[u8]) {
    lay(folder, bytes);
    let whole = Journal::new(folder).read().expect("a journal that can be read");
    let (early, late) = whole.split_at(whole.len() / 2);
    let mut in_parts = History::default();
    in_parts.extend(late.to_vec());
    in_parts.extend(early.to_vec());
    assert_same(&in_parts, &history(folder), "in parts and in the wrong order");

    let star = Change { id: "p:starred-last".into(), field: Field::Starred(true) };
    let latest = Tick { ms: i64::MAX, counter: u32::MAX, host: u32::MAX };
    let event = Event { at: latest, action: Action::Set(vec![star]) };
    Journal::new(folder).append(&event).expect("room");
    let before = history(folder);
    assert!(before.marks().is_starred(&"p:starred-last".into()), "added on a line of its own");

    let (damaged, later) = (faulty(folder, LineFault::Damaged), faulty(folder, LineFault::Later));
    let mut journal = Journal::new(folder);
    let compacted = journal.compact().expect("room");
    assert_eq!(journal.bytes().expect("bytes").len(), compacted.after);
    assert_same(&before, &history(folder), "after compaction");
    assert!(faulty(folder, LineFault::Damaged).is_empty(), "damaged lines are set aside");
    assert!(later.is_subset(&lines_of(&folder.join(NAME))), "a later version's lines stay");
    assert!(damaged.is_subset(&lines_of(&folder.join("journal.damaged"))), "where one can look");
    let again = journal.compact().expect("room");
    assert_eq!((again.before, again.after, again.set_aside), (compacted.after, compacted.after, 0));
}

/// Two journals give the same state whichever takes the other in.
fn joins(here: &Path, there: &Path) {
    let streams = [here, there].map(|folder| exchange::export(folder).expect("a state").bytes);
    let joined = |folder: &Path, stream: &[u8]| {
        exchange::merge(folder, stream).expect("room");
        assert_eq!(exchange::merge(folder, stream).expect("room").events, 0, "taken in twice");
        history(folder)
    };
    let [of_here, of_there] = &streams;
    let (one, other) = (joined(here, of_there), joined(there, of_here));
    // A line that no clock can have written stays where it is, and goes nowhere.
    let is_shared = |bytes: &[u8]| bytes.split(|&byte| byte == b'\n').all(is_of_a_clock);
    let journals = [here, there].map(|folder| Journal::new(folder).bytes().expect("bytes"));
    if journals.iter().all(|bytes| is_shared(bytes)) {
        assert_same(&one, &other, "joined in either order");
    }
}

fn is_of_a_clock(line: &[u8]) -> bool {
    line.trim_ascii().is_empty() || chancery::store::journal::is_line(line.trim_ascii())
}

fn lines_of(file: &Path) -> BTreeSet<Vec<u8>> {
    let bytes = fs::read(file).unwrap_or_default();
    bytes.split(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect()
}
