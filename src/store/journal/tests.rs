//! The journal under torn lines, unknown versions, other processes and lost folders.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{PermissionsExt, symlink};

use super::compaction::compacted;
use super::*;
use crate::model::{
    Change, Citation, Collected, Entry, Field, Moment, Naming, Placing, Provenance, SavedSearch,
    Span, Status, Taking, TitleBasis, Version, Way,
};
use crate::store::clock::{Clock, Tick};

fn read_mark(clock: &mut Clock, id: &str) -> Event {
    let changes = vec![Change { id: id.into(), field: Field::Read(true) }];
    Event { at: clock.tick(), action: Action::Set(changes) }
}

/// A state folder that is not there yet, and the folder it will be in.
fn place() -> (tempfile::TempDir, PathBuf) {
    let place = tempfile::tempdir().expect("a folder");
    let folder = place.path().join("state");
    (place, folder)
}

#[test]
fn nothing_is_made_before_the_first_event_and_then_for_the_owner_alone() {
    let (_place, folder) = place();
    let mut journal = Journal::new(&folder);
    assert_eq!(journal.read(), Ok(Vec::new()));
    assert!(!folder.exists());
    journal.append(&read_mark(&mut Clock::default(), "p:1")).expect("room");
    let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!((mode(&folder), mode(&journal.path())), (0o700, 0o600));
}

#[test]
fn each_reads_what_the_other_wrote() {
    let (_place, folder) = place();
    let (mut one, mut two) = (Journal::new(&folder), Journal::new(&folder));
    let mut clock = Clock::default();
    let (first, second) = (read_mark(&mut clock, "p:1"), read_mark(&mut clock, "p:2"));
    one.append(&first).expect("room");
    assert_eq!(two.read(), Ok(vec![first.clone()]));
    two.append(&second).expect("room");
    assert_eq!(two.read(), Ok(vec![]));
    assert_eq!(one.read(), Ok(vec![second.clone()]));
    assert_eq!(Journal::new(&folder).read(), Ok(vec![first, second]));
}

#[test]
fn a_torn_line_costs_nothing_but_itself() {
    let (_place, folder) = place();
    let mut clock = Clock::default();
    let mut journal = Journal::new(&folder);
    let (first, second) = (read_mark(&mut clock, "p:1"), read_mark(&mut clock, "p:2"));
    journal.append(&first).expect("room");
    let mut file = fs::OpenOptions::new().append(true).open(journal.path()).expect("the file");
    file.write_all(b"{\"v\":1,\"at\":[17").expect("room");
    assert_eq!(Journal::new(&folder).read(), Ok(vec![first.clone()]));
    journal.append(&second).expect("room");
    let mut afresh = Journal::new(&folder);
    assert_eq!(afresh.read(), Ok(vec![first, second]));
    assert_eq!(afresh.damaged(), 1);
}

#[test]
fn the_size_that_is_promised_is_the_one_that_compaction_leaves() {
    let (_place, folder) = place();
    let mut journal = Journal::new(&folder);
    let mut clock = Clock::default();
    for _ in 0..3 {
        journal.append(&read_mark(&mut clock, "p:1")).expect("room");
    }
    let damaged = "{\"v\":1,\"at\":[".repeat(20) + "\n";
    let mut file = fs::OpenOptions::new().append(true).open(journal.path()).expect("there");
    file.write_all(damaged.as_bytes()).expect("room");
    let promised = journal.survey().expect("a survey").compact_bytes;
    assert_eq!(journal.compact().expect("room").after, promised);
}

#[test]
fn corrections_are_found_among_all_else() {
    let (_place, folder) = place();
    let mut clock = Clock::default();
    let mut journal = Journal::new(&folder);
    assert_eq!(Journal::corrections(&folder), Ok(Vec::new()));
    let ids =
        |count: usize| (0..count).map(|n| format!("p:\"title\"{n}").as_str().into()).collect();
    let mut seen = |count| {
        let at = clock.tick();
        Event { at, action: Action::Seen { moment: Moment(at.ms), ids: ids(count) } }
    };
    let arrivals = [seen(1), seen(20_000)];
    let title = Field::Title(Some("Minsk, \"seen\":".to_owned()));
    let changes = vec![Change { id: "p:1".into(), field: title }];
    let corrected = Event { at: clock.tick(), action: Action::Set(changes) };
    let moved = Action::Moved(vec![("p:1".into(), "p:2".into())]);
    let moved = Event { at: clock.tick(), action: moved };
    let [few, many] = &arrivals;
    for event in [few, many, &corrected, &read_mark(&mut clock, "p:1"), many, &moved, few] {
        journal.append(event).expect("room");
    }
    let mut file = fs::OpenOptions::new().append(true).open(journal.path()).expect("the file");
    file.write_all(b"{\"v\":1,\"at\":[17").expect("room");
    assert_eq!(Journal::corrections(&folder), Ok(vec![corrected, moved]));
}

#[test]
fn a_journal_cut_at_any_byte_keeps_all_whole_lines() {
    let (_place, folder) = place();
    let mut clock = Clock::default();
    let mut journal = Journal::new(&folder);
    let events: Vec<Event> = (0..3).map(|n| read_mark(&mut clock, &format!("p:{n}"))).collect();
    for event in &events {
        journal.append(event).expect("room");
    }
    let whole = fs::read(journal.path()).expect("the file");
    for length in 0..whole.len() {
        fs::write(journal.path(), &whole[..length]).expect("room");
        let lines = whole[..length].split(|&byte| byte == b'\n').count() - 1;
        assert_eq!(Journal::new(&folder).read(), Ok(events[..lines].to_vec()), "{length}");
    }
}

#[test]
fn links_and_files_open_to_others_are_refused() {
    let (place, folder) = place();
    let event = read_mark(&mut Clock::default(), "p:1");
    let mut journal = Journal::new(&folder);
    journal.append(&event).expect("room");
    fs::set_permissions(journal.path(), fs::Permissions::from_mode(0o666)).expect("a mode");
    assert_eq!(journal.append(&event), Err(StateError::OpenToOthers(journal.path())));
    fs::remove_file(journal.path()).expect("it goes");
    let target = place.path().join("target");
    fs::write(&target, "mine").expect("room");
    symlink(&target, journal.path()).expect("a link");
    assert_eq!(journal.append(&event), Err(StateError::NotPlain(journal.path())));
    assert_eq!(fs::read(&target).expect("the target"), b"mine");
}

#[test]
fn a_lock_held_for_ever_is_given_up_on_and_reading_goes_on() {
    let (_place, folder) = place();
    let mut clock = Clock::default();
    let mut journal = Journal::new(&folder);
    let first = read_mark(&mut clock, "p:1");
    journal.append(&first).expect("room");
    let holder = File::open(journal.path()).expect("the file");
    rustix::fs::flock(&holder, FlockOperation::LockExclusive).expect("a lock");
    let second = read_mark(&mut clock, "p:2");
    assert_eq!(journal.append(&second), Err(StateError::Busy(journal.path())));
    assert_eq!(Journal::new(&folder).read(), Ok(vec![first]));
    drop(holder);
    assert_eq!(journal.append(&second), Ok(()));
}

#[test]
fn many_writers_at_once_lose_no_line() {
    let (_place, folder) = place();
    std::thread::scope(|scope| {
        for writer in 0..4 {
            let folder = &folder;
            scope.spawn(move || {
                let mut clock = Clock::default();
                let mut journal = Journal::new(folder);
                for n in 0..25 {
                    let event = read_mark(&mut clock, &format!("p:{writer}/{n}"));
                    journal.append(&event).expect("room");
                }
            });
        }
    });
    let mut journal = Journal::new(&folder);
    assert_eq!(journal.read().map(|events| events.len()), Ok(100));
    assert_eq!(journal.damaged(), 0);
}

#[test]
fn compaction_keeps_the_marks_and_every_line_it_does_not_know() {
    let (_place, folder) = place();
    let mut clock = Clock::default();
    let (mut one, mut two) = (Journal::new(&folder), Journal::new(&folder));
    for _ in 0..3 {
        one.append(&read_mark(&mut clock, "p:1")).expect("room");
    }
    let future = "{\"v\":2,\"anything\":true}\n";
    let mut file = fs::OpenOptions::new().append(true).open(one.path()).expect("the file");
    file.write_all(future.as_bytes()).expect("room");
    assert_eq!(two.read().map(|events| events.len()), Ok(3));
    one.compact().expect("room");
    two.append(&read_mark(&mut clock, "p:2")).expect("room");
    let text = fs::read_to_string(one.path()).expect("the file");
    assert_eq!((text.lines().count(), text.contains(future)), (3, true));
    let marks = |events| {
        let mut history = History::default();
        history.extend(events);
        history.marks().clone()
    };
    let both = marks(two.read().expect("events"));
    assert!(both.is_read(&"p:1".into()) && both.is_read(&"p:2".into()));
    assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 1, "no temporary file is left");
}

#[test]
fn searches_of_two_machines_add_up_and_the_later_name_wins() {
    let named = |ms, key: &str, query: Option<&str>| {
        let search = query.map(|query| SavedSearch { name: key.into(), query: query.into() });
        let namings = vec![Naming { key: key.into(), search }];
        Event { at: Tick { ms, counter: 0, host: 0 }, action: Action::Named(namings) }
    };
    let one = [named(1, "visas", Some("visa")), named(4, "wheat", None)];
    let two = [named(2, "visas", Some("visa pays:by")), named(3, "wheat", Some("wheat"))];
    for events in [[&one[..], &two[..]].concat(), [&two[..], &one[..]].concat()] {
        let lines = |events: &[Event]| -> Vec<u8> {
            events.iter().flat_map(|event| event.to_line().expect("a line")).collect()
        };
        let short = event::read(&compacted(&lines(&events))).events;
        for events in [events, short] {
            let mut history = History::default();
            history.extend(events);
            let all: Vec<_> = history.searches().iter().map(|(_, s)| s.query.clone()).collect();
            assert_eq!(all, ["visa pays:by"]);
        }
    }
}

#[test]
fn the_basket_and_what_was_taken_along_are_contracts_too() {
    let at = Tick { ms: 5, counter: 0, host: 9 };
    let sentence = Citation {
        id: "p:1".into(),
        file: "by/talks.md".into(),
        span: Span::new(3, 9),
        sentence: "Talks.".into(),
        words: None,
    };
    let source = Provenance {
        id: "p:1".into(),
        file: "by/talks.md".into(),
        title: "Talks".into(),
        title_basis: TitleBasis::Stated,
        source: Some("Desk".into()),
        place: None,
        url: None,
        date: None,
        status: Status::Current,
        classification: None,
        embargo: None,
    };
    let what = Collected { words: None, sentences: vec![sentence], sources: vec![source] };
    let placings = vec![
        Placing { key: "ab".into(), entry: Some(Entry { rank: 2, what }) },
        Placing { key: "cd".into(), entry: None },
    ];
    let version = Version {
        file: 1,
        text: Some(u64::MAX),
        status: Status::Corrected,
        instead: Some("p:2".into()),
    };
    let takings = vec![Taking { id: "p:1".into(), way: Way::Exported, version }];
    let written = [
        (
            Action::Placed(placings),
            concat!(
                r#"{"v":1,"at":[5,0,9],"basket":[{"key":"ab","entry":{"rank":2,"what":{"#,
                r#""sentences":[{"id":"p:1","file":"by/talks.md","start":3,"end":9,"sentence":"Talks."}],"#,
                r#""sources":[{"id":"p:1","file":"by/talks.md","title":"Talks","title_basis":"stated","#,
                r#""source":"Desk","place":null,"url":null,"date":null,"status":"current","#,
                r#""classification":null,"embargo":null}]}}},{"key":"cd","entry":null}]}"#,
            ),
        ),
        (
            Action::Taken(takings),
            concat!(
                r#"{"v":1,"at":[5,0,9],"taken":[{"id":"p:1","way":"exported","version":{"#,
                r#""file":1,"text":18446744073709551615,"status":"corrected","instead":"p:2"}}]}"#,
            ),
        ),
    ];
    for (action, expected) in written {
        let event = Event { at, action };
        let line = event.to_line().expect("a line");
        assert_eq!(String::from_utf8_lossy(&line).trim_end(), expected);
        assert_eq!(event::read(&line).events, [event]);
    }
}

#[test]
fn the_basket_survives_a_rename_and_a_compaction() {
    let (_place, folder) = place();
    let mut clock = Clock::default();
    let mut journal = Journal::new(&folder);
    let what = |id: &str| Collected {
        words: Some("A line".into()),
        sentences: vec![Citation {
            id: id.into(),
            file: "a.md".into(),
            span: Span::new(0, 1),
            sentence: "A".into(),
            words: None,
        }],
        sources: vec![],
    };
    let entry = Some(Entry { rank: 0, what: what("p:old") });
    let placings = vec![Placing { key: "k".into(), entry }];
    let events = [Action::Placed(placings), Action::Moved(vec![("p:old".into(), "p:new".into())])];
    for action in events {
        journal.append(&Event { at: clock.tick(), action }).expect("room");
    }
    journal.compact().expect("room");
    let mut history = History::default();
    history.extend(Journal::new(&folder).read().expect("the journal"));
    assert_eq!(history.basket().get("k").map(|entry| &entry.what), Some(&what("p:new")));
}
