//! Notes on a disk: kept, changed by hand, damaged, following a renamed file.

use std::fs;
use std::path::Path;

use super::*;
use crate::model::{Change, Field};

fn note(id: &str, text: &str) -> Note {
    Note {
        subject: Subject::Brief(id.into()),
        file: Some("by/minsk.md".into()),
        title: Some("Minsk".into()),
        written: None,
        text: text.into(),
    }
}

fn wanted(note: Note, kept: Option<&KeptNote>) -> NoteToKeep {
    let kept = kept.map(|kept| (kept.name.clone(), kept.contents));
    NoteToKeep { note, kept, replaces: false }
}

fn texts(notes: &Notes) -> Vec<&str> {
    notes.all().iter().map(|kept| kept.note.text.as_str()).collect()
}

fn read(book: &mut Notebook) -> Notes {
    book.read(&Ledger::open(None)).expect("notes")
}

/// The only file of a folder.
fn only_file(folder: &Path) -> std::path::PathBuf {
    let files =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    files.filter(|path| path.is_file()).last().expect("a file")
}

#[test]
fn a_note_is_kept_changed_by_hand_and_taken_away() {
    let place = tempfile::tempdir().expect("a folder");
    let mut book = Notebook::new(Some(place.path()));
    assert_eq!(read(&mut book), Notes::default());
    book.keep(&wanted(note("p:1", "One."), None)).expect("it is kept");
    let notes = read(&mut book);
    assert_eq!(texts(&notes), ["One."]);
    let file = only_file(&place.path().join("notes"));
    let text = fs::read_to_string(&file).expect("a file").replace("One.", "Two, by hand.");
    fs::write(&file, text).expect("room");
    let stale = wanted(note("p:1", "Three."), notes.all().first());
    assert!(matches!(book.keep(&stale), Err(NoteError::Changed(_))));
    let notes = read(&mut book);
    assert_eq!(texts(&notes), ["Two, by hand."]);
    book.keep(&NoteToKeep { replaces: true, ..stale }).expect("it is replaced");
    let notes = read(&mut book);
    assert_eq!(texts(&notes), ["Three."]);
    book.keep(&wanted(note("p:1", "  \n"), notes.all().first())).expect("it goes");
    assert_eq!(texts(&read(&mut book)), [""; 0]);
    assert!(place.path().join("notes/removed").join(file.file_name().expect("a name")).is_file());
}

#[test]
fn what_is_no_note_is_left_alone_and_told() {
    let place = tempfile::tempdir().expect("a folder");
    let mut book = Notebook::new(Some(place.path()));
    book.keep(&wanted(note("p:1", "One."), None)).expect("it is kept");
    let folder = place.path().join("notes");
    for (name, bytes) in [
        ("shopping.md", &b"Milk.\n"[..]),
        ("broken.md", b"+++\nabout = \n+++\nx"),
        ("latin.md", b"+++\nabout = \"brief\"\n+++\ncaf\xe9"),
        ("x.txt", b"not even looked at"),
    ] {
        fs::write(folder.join(name), bytes).expect("room");
    }
    let notes = read(&mut book);
    assert_eq!(texts(&notes), ["One."]);
    let names: Vec<&str> = notes.strange().iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["broken.md", "latin.md", "shopping.md"]);
    assert_eq!(fs::read(folder.join("shopping.md")).expect("there"), b"Milk.\n");
}

#[test]
fn a_note_follows_its_brief_to_another_name() {
    let place = tempfile::tempdir().expect("a folder");
    let mut book = Notebook::new(Some(place.path()));
    book.keep(&wanted(note("p:old", "One."), None)).expect("it is kept");
    let mut ledger = Ledger::open(Some(place.path()));
    let read = Field::Read(true);
    ledger.record(&[Change { id: "p:old".into(), field: read }]).expect("it is kept");
    ledger.moved(vec![("p:old".into(), "p:new".into())]).expect("it is kept");
    let notes = book.read(&ledger).expect("notes");
    assert!(notes.has(&"p:new".into()) && !notes.has(&"p:old".into()));
    let kept = notes.on(&Subject::Brief("p:new".into()));
    book.keep(&wanted(note("p:new", "Two."), kept)).expect("it is kept");
    let notes = book.read(&ledger).expect("notes");
    assert_eq!(texts(&notes), ["Two."], "in the file that it has");
}

#[test]
fn a_draft_is_offered_until_the_note_is_kept() {
    let place = tempfile::tempdir().expect("a folder");
    let mut book = Notebook::new(Some(place.path()));
    book.keep_draft(&note("p:1", "Half a")).expect("it is kept");
    let path = book.keep_draft(&note("p:1", "Half a word")).expect("it is kept");
    let notes = read(&mut book);
    let draft = notes.draft_on(&Subject::Brief("p:1".into())).expect("a draft");
    assert_eq!((draft.note.text.as_str(), notes.all().len()), ("Half a word", 0));
    fs::write(path, "The editor left only this.\n").expect("room");
    let words = book.words_of_draft(&note("p:1", ""));
    assert_eq!(words.as_deref(), Ok("The editor left only this."));
    book.keep(&wanted(note("p:1", "Whole."), None)).expect("it is kept");
    assert!(read(&mut book).drafts().is_empty());
    let long = note("p:1", &"x".repeat(form::LONGEST + 1));
    assert_eq!(book.keep(&wanted(long, None)), Err(NoteError::TooLong));
}
