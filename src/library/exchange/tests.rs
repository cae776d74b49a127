//! Two machines' states merge in either order to the same; nothing hostile or damaged in a stream costs more than itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::*;

use super::stream::{Line, NoteLine};
use super::*;
use crate::library::Ledger;
use crate::model::{
    Change, Collected, Entry, Field, Moment, Naming, Note, PartialDate, Placing, SavedSearch,
    Status, Subject, Taking, Version, Visit, Way,
};
use crate::notes as form;

/// Something that a reader does.
#[derive(Clone, Debug)]
enum Deed {
    Mark(u8, bool),
    Star(u8, bool),
    Title(u8, u8),
    Tag(u8, u8, bool),
    Name(u8, Option<u8>),
    Note { subject: u8, written: i64, text: u8 },
    Remove(u8),
    Visit(u8, i64),
    Put(u8, i64),
    TakeOut(u8),
    Take(u8, u8),
    Draft { subject: u8, written: i64, text: u8 },
    Paste(u8),
    Discard(u8),
}

fn deed() -> impl Strategy<Value = Deed> {
    let id = 0_u8..4;
    prop_oneof![
        (id.clone(), any::<bool>()).prop_map(|(id, value)| Deed::Mark(id, value)),
        (id.clone(), any::<bool>()).prop_map(|(id, value)| Deed::Star(id, value)),
        (id.clone(), 0_u8..3).prop_map(|(id, title)| Deed::Title(id, title)),
        (id.clone(), 0_u8..3, any::<bool>()).prop_map(|(id, tag, is)| Deed::Tag(id, tag, is)),
        (0_u8..3, proptest::option::of(0_u8..3)).prop_map(|(name, query)| Deed::Name(name, query)),
        (id.clone(), 0_i64..4, 0_u8..3).prop_map(|(subject, written, text)| Deed::Note {
            subject,
            written,
            text
        }),
        id.clone().prop_map(Deed::Remove),
        (id.clone(), 0_i64..4).prop_map(|(country, until)| Deed::Visit(country, until)),
        (id.clone(), 0_i64..3).prop_map(|(key, rank)| Deed::Put(key, rank)),
        id.clone().prop_map(Deed::TakeOut),
        (id.clone(), 0_u8..3).prop_map(|(id, way)| Deed::Take(id, way)),
        (id.clone(), 1_i64..4, 0_u8..3).prop_map(|(subject, written, text)| Deed::Draft {
            subject,
            written,
            text
        }),
        id.clone().prop_map(Deed::Paste),
        id.prop_map(Deed::Discard),
    ]
}

fn id(n: u8) -> crate::model::BriefId {
    format!("p:{n}").as_str().into()
}

fn note_file(subject: u8, written: i64, text: u8) -> (String, String) {
    let note = Note {
        subject: Subject::Brief(id(subject)),
        file: None,
        title: None,
        // None of them was written by hand at nought.
        written: (written > 0).then_some(Moment(written * 1000)),
        text: format!("Text {text}."),
    };
    (form::file_name(&note), form::write(&note))
}

/// What concerns the basket, visits, drafts and the inbox.
fn act_besides(state: &Path, ledger: &mut Ledger, deed: &Deed) {
    let place = |n: u8, entry| Placing { key: format!("{n}"), entry };
    match deed {
        Deed::Visit(country, until) => {
            let on = PartialDate::day_of(2025, 5, 12).expect("a day");
            let field = Field::Visited(Some(Visit { until: Moment(*until), on }));
            ledger.record(&[Change { id: id(*country), field }]).expect("room");
        }
        Deed::Put(n, rank) => {
            let words = Some(format!("Line {n}"));
            let what = Collected { words, sentences: Vec::new(), sources: Vec::new() };
            ledger.place(vec![place(*n, Some(Entry { rank: *rank, what }))]).expect("room");
        }
        Deed::TakeOut(n) => ledger.place(vec![place(*n, None)]).expect("room"),
        Deed::Take(n, way) => {
            let way = [Way::Copied, Way::Starred, Way::Acknowledged][usize::from(*way)];
            let version =
                Version { file: u64::from(*n), text: None, status: Status::Current, instead: None };
            ledger.take(vec![Taking { id: id(*n), way, version }]).expect("room");
        }
        Deed::Draft { subject, written, text } => {
            let (name, file) = note_file(*subject, *written, *text);
            NotesFolder::new(state).drafts().write(&name, file.as_bytes()).expect("room");
        }
        Deed::Paste(n) => drop(Inbox::new(state).keep(&dispatch(*n)).expect("room")),
        Deed::Discard(n) => {
            // One that is not there cannot go.
            let _gone = Inbox::new(state).remove(&Inbox::path_of(&dispatch(*n)));
        }
        _ => {}
    }
}

fn dispatch(n: u8) -> String {
    format!("MINSK, 12 May - Dispatch {n}.\n")
}

fn act(state: &Path, deeds: &[Deed]) {
    let mut ledger = Ledger::open(Some(state));
    let notes = NotesFolder::new(state);
    for deed in deeds {
        act_besides(state, &mut ledger, deed);
        let mut set = |n: u8, field: Field| {
            ledger.record(&[Change { id: id(n), field }]).expect("room");
        };
        match deed {
            Deed::Mark(n, value) => set(*n, Field::Read(*value)),
            Deed::Star(n, value) => set(*n, Field::Starred(*value)),
            Deed::Title(n, title) => set(*n, Field::Title(Some(format!("Title {title}")))),
            Deed::Tag(n, tag, is) => {
                let name = is.then(|| format!("Tag {tag}"));
                set(*n, Field::Tag { key: format!("tag {tag}"), name });
            }
            Deed::Name(name, query) => {
                let search = query.map(|query| SavedSearch {
                    name: format!("{name}"),
                    query: format!("q{query}"),
                });
                ledger
                    .name_searches(vec![Naming { key: format!("{name}"), search }])
                    .expect("room");
            }
            Deed::Note { subject, written, text } => {
                let (name, file) = note_file(*subject, *written, *text);
                notes.write(&name, file.as_bytes()).expect("room");
            }
            Deed::Remove(subject) => {
                let (name, _) = note_file(*subject, 0, 0);
                if notes.read(&name).expect("a folder").is_some() {
                    notes.remove(&name).expect("room");
                }
            }
            _ => {}
        }
    }
}

/// All that a reader sees of a state.
fn seen(state: &Path) -> impl PartialEq + std::fmt::Debug + use<> {
    let ledger = Ledger::open(Some(state));
    let (shelves, _) = Shelves::read(&NotesFolder::new(state)).expect("a folder");
    let removed: Vec<String> = shelves.removed.into_keys().collect();
    let marks: BTreeMap<String, String> =
        ledger.marks().iter().map(|(id, mark)| (id.to_string(), format!("{mark:?}"))).collect();
    let besides = (
        format!("{:?}", ledger.searches()),
        format!("{:?}", ledger.basket()),
        format!("{:?}", ledger.takings()),
    );
    let drafts = Drafts::read(&NotesFolder::new(state)).expect("a folder");
    let (inbox, _) = Inbox::new(state).dispatches().expect("a folder");
    (marks, besides, shelves.current, removed, drafts, inbox)
}

fn bytes(state: &Path) -> Vec<u8> {
    export(state).expect("a state").bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn two_machines_merge_in_either_order_and_twice_is_once(
        one in vec(deed(), 0..14),
        two in vec(deed(), 0..14),
        compacts: bool,
    ) {
        let place = tempfile::tempdir().expect("a folder");
        let (a, b) = (place.path().join("a"), place.path().join("b"));
        act(&a, &one);
        act(&b, &two);
        let (of_a, of_b) = (bytes(&a), bytes(&b));
        if compacts {
            Journal::new(&a).compact().expect("room");
        }
        merge(&a, &of_b).expect("room");
        merge(&b, &of_a).expect("room");
        prop_assert_eq!(seen(&a), seen(&b));
        let before = (seen(&a), bytes(&a));
        let again = merge(&a, &of_b).expect("room");
        prop_assert_eq!((again.events, again.notes, again.set_aside, again.others), (0, 0, 0, 0));
        merge(&a, &bytes(&b)).expect("room");
        prop_assert_eq!(&before.0, &seen(&a));
        // Concatenation is a merge too.
        let c = place.path().join("c");
        merge(&c, &[of_a, of_b].concat()).expect("room");
        prop_assert_eq!(seen(&c), before.0);
    }

    #[test]
    fn no_stream_makes_it_panic_or_leads_out(lines in vec(any::<String>(), 0..6), cut: usize) {
        let place = tempfile::tempdir().expect("a folder");
        let state = place.path().join("state");
        act(&state, &[Deed::Star(1, true), Deed::Note { subject: 1, written: 1, text: 0 }]);
        let before = seen(&state);
        let mut stream = lines.join("\n").into_bytes();
        stream.push(b'\n');
        stream.extend(bytes(&state));
        stream.truncate(cut % (stream.len() + 1));
        let merged = merge(&state, &stream).expect("room");
        prop_assert_eq!((merged.events, merged.notes), (0, 0));
        prop_assert_eq!(before, seen(&state));
    }
}

#[test]
fn the_form_of_the_lines_is_a_contract() {
    let note = NoteLine {
        name: "brief-x.md".into(),
        text: "a\n\u{1b}".into(),
        removed: false,
        draft: false,
    };
    let line = r#"{"v":1,"note":{"name":"brief-x.md","text":"a\n\u001b"}}"#;
    assert_eq!(String::from_utf8_lossy(&stream::of_note(&note)), line);
    assert_eq!(stream::read(line.as_bytes()), Line::Note(note.clone()));
    let removed = NoteLine { removed: true, ..note };
    assert_eq!(stream::read(&stream::of_note(&removed)), Line::Note(removed));
    assert_eq!(stream::header(7), br#"{"v":1,"state":{"lines":7}}"#);
    assert_eq!(stream::read(&stream::header(7)), Line::Header(7));
}

#[test]
fn lines_that_no_state_has_are_refused() {
    let strange = [
        "42",
        "{}",
        "[1,2]",
        r#"{"v":1,"at":[1,2]}"#,
        // Beyond what clocks can show: it would leave ours no room.
        r#"{"v":1,"at":[9223372036854775807,4294967295,0],"set":[]}"#,
        r#"{"v":1,"at":[-5,0,0],"set":[]}"#,
        r#"{"v":1,"note":{"name":"../../x.md","text":""}}"#,
        r#"{"v":1,"note":{"name":".md","text":""}}"#,
        r#"{"v":1,"note":{"name":"..md","text":""}}"#,
        r#"{"v":1,"note":{"name":"a\u001b[2J.md","text":""}}"#,
        r#"{"v":1,"note":{"name":"x.sh","text":""}}"#,
        &format!(r#"{{"v":1,"note":{{"name":"{}.md","text":""}}}}"#, "a".repeat(198)),
        r#"{"v":1,"note":{"name":"a.md","text":"","mode":"0777"}}"#,
        // A dispatch has the name of its text.
        r#"{"v":1,"inbox":{"name":"../../x.txt","text":"a","at":1}}"#,
        r#"{"v":1,"inbox":{"name":"0123456789abcdef.txt","text":"a","at":1}}"#,
        r#"{"v":1,"inbox":{"name":"17762fddd969a453.txt","text":"a","at":-1}}"#,
        &format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)),
    ];
    for line in strange {
        let short: String = line.chars().take(60).collect();
        assert_eq!(stream::read(line.as_bytes()), Line::Strange, "{short}");
    }
    assert_eq!(stream::read(br#"{"v":9,"at":[5,0,1],"later":{"x":1}}"#), Line::Event);
}

#[test]
fn a_damaged_or_cut_stream_gives_what_it_has_and_says_so() {
    let place = tempfile::tempdir().expect("a folder");
    let (from, to) = (place.path().join("from"), place.path().join("to"));
    act(&from, &[Deed::Star(1, true), Deed::Star(2, true), Deed::Star(3, true)]);
    let whole = String::from_utf8(bytes(&from)).expect("text");
    let mut lines: Vec<&str> = whole.lines().collect();
    lines[2] = "{\"v\":1,\"at\":[17";
    let merged = merge(&to, lines.join("\n").as_bytes()).expect("room");
    assert_eq!((merged.events, merged.refused, merged.missing), (2, vec![3], 0));
    let cut = merge(&to, lines[..2].join("\r\n").as_bytes()).expect("room");
    assert_eq!((cut.events, cut.refused.len(), cut.missing), (0, 0, 2));
    assert_eq!(merge(&to, &bytes(&from)).expect("room").events, 1);
    assert_eq!(seen(&from), seen(&to));
}

#[test]
fn a_file_that_is_no_note_is_neither_exported_nor_written_over() {
    let place = tempfile::tempdir().expect("a folder");
    let (from, to) = (place.path().join("from"), place.path().join("to"));
    act(&from, &[Deed::Note { subject: 1, written: 1, text: 0 }]);
    let (name, text) = note_file(1, 1, 0);
    act(&to, &[Deed::Note { subject: 2, written: 1, text: 0 }]);
    fs::write(to.join("notes").join(&name), b"\xff\xfe not text").expect("room");
    assert_eq!(export(&to).expect("a state").left_out, [to.join("notes").join(&name)]);
    let merged = merge(&to, &bytes(&from)).expect("room");
    assert_eq!((merged.notes, merged.set_aside), (0, 1));
    assert_eq!(fs::read(to.join("notes").join(&name)).expect("kept"), b"\xff\xfe not text");
    assert_eq!(fs::read_to_string(to.join("notes/removed").join(&name)).expect("kept"), text);
}

#[test]
fn every_note_that_is_exported_arrives() {
    let place = tempfile::tempdir().expect("a folder");
    let (from, to) = (place.path().join("from"), place.path().join("to"));
    let notes = NotesFolder::new(&from);
    let names =
        ["l’UE.md", "Minsk (2).md", "e\u{301}te\u{301}.md", &format!("{}.md", "n".repeat(197))];
    for name in names {
        notes.write(name, b"Text.").expect("room");
    }
    let long = format!("{}.md", "n".repeat(198));
    notes.write(&long, b"Long.").expect("room");
    let exported = export(&from).expect("a state");
    assert_eq!((exported.notes, exported.left_out), (4, vec![notes.path().join(long)]));
    let merged = merge(&to, &exported.bytes).expect("room");
    assert_eq!((merged.notes, merged.refused), (4, vec![]));
    // A later version takes the place of each; the earlier one has room for a name.
    for name in names {
        notes.write(name, b"Xylem.").expect("room");
    }
    let merged = merge(&to, &bytes(&from)).expect("room");
    assert_eq!((merged.notes, merged.set_aside), (4, 1));
    assert_eq!(export(&to).expect("a state").left_out, Vec::<PathBuf>::new());
}

#[test]
fn a_note_that_a_reader_keeps_meanwhile_is_neither_replaced_nor_taken_away() {
    let place = tempfile::tempdir().expect("a folder");
    let notes = NotesFolder::new(place.path());
    let texts = |text: &str| [("a.md".to_owned(), text.to_owned())].into();
    for wanted in [
        Shelves { current: texts("theirs"), ..Shelves::default() },
        Shelves {
            removed: [("before".to_owned(), "a.md".to_owned())].into(),
            ..Shelves::default()
        },
    ] {
        notes.write("a.md", b"before").expect("room");
        let (own, taken) = Shelves::read(&notes).expect("a folder");
        let changes = own.changes_towards(&wanted, &taken);
        notes.write("a.md", b"kept meanwhile").expect("room");
        let refused = StateError::Changed(notes.path().join("a.md"));
        assert_eq!(changes.carry_out(&own, &notes), Err(refused));
        assert_eq!(notes.read("a.md"), Ok(Some(b"kept meanwhile".to_vec())));
    }
}
