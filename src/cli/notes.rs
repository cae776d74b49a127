//! `chancery notes`: what the reader wrote on briefs, countries and sentences.

use super::failure::{self, Failure};
use super::options::{TableFormat, TableOptions};
use super::output::{Style, complain};
use super::records::NoteRecord;
use super::session::{Outcome, Session};
use super::table::{self, Column, Row};
use crate::library::{KeptNote, Ledger, Notebook, Notes};
use crate::model::{Note, Subject};
use crate::store::folders::is_folder;
use crate::text::Safe;

pub(super) fn run(session: &mut Session, options: &TableOptions) -> Result<Outcome, Failure> {
    let notes = read(session);
    for file in notes.strange() {
        complain(&format!("{}: {}", file.name, file.reason));
    }
    if notes.all().is_empty() {
        return Ok(session.nothing());
    }
    if options.format == TableFormat::Text {
        for kept in notes.all() {
            write(session, &kept.note)?;
        }
        return Ok(Outcome::Found);
    }
    let rows: Vec<Row<NoteRecord>> = notes.all().iter().map(|kept| row(kept, session)).collect();
    let heading = |key: &str| session.words.text(key);
    let columns = [
        Column::new(&heading("cli-column-about"), 40),
        Column::new(&heading("page-notes"), 80),
        Column::new(&heading("export-file"), 48),
    ];
    table::write(&mut session.output, options.format, &columns, &rows)?;
    Ok(Outcome::Found)
}

/// The same; where there is no folder of notes, the journal is not read for them.
pub(super) fn read_if_any(session: &Session) -> Notes {
    let notebook = Notebook::new(session.folders.state.as_deref());
    if notebook.path().is_some_and(is_folder) { read(session) } else { Notes::default() }
}

/// The notes as they are on disk; why they cannot be read goes to standard error.
pub(super) fn read(session: &Session) -> Notes {
    let state = session.folders.state.as_deref();
    match Notebook::new(state).read(&Ledger::open(state)) {
        Ok(notes) => notes,
        Err(error) => {
            complain(&failure::state(&error, &session.words));
            Notes::default()
        }
    }
}

/// What a note is about, for a person.
fn about(note: &Note, session: &Session) -> String {
    match &note.subject {
        Subject::Country(code) => session.words.country(*code),
        Subject::Brief(id) | Subject::Sentence { id, .. } => {
            note.title.clone().unwrap_or_else(|| id.to_string())
        }
    }
}

/// A note to be read: what it is about, the sentence, the words.
fn write(session: &mut Session, note: &Note) -> Result<(), Failure> {
    let about = Safe::new(&about(note, session));
    let file = Safe::new(note.file.as_deref().unwrap_or_default());
    let output = &mut session.output;
    output.line(&[(about, Style::Bold), (Safe::new("  "), Style::Plain), (file, Style::Faint)])?;
    if let Subject::Sentence { text, .. } = &note.subject {
        let words: Vec<&str> = text.split_whitespace().collect();
        output.line(&[(Safe::new(&format!("    > {}", words.join(" "))), Style::Faint)])?;
    }
    for line in note.text.lines() {
        output.line(&[(Safe::new(&format!("    {line}")), Style::Plain)])?;
    }
    Ok(output.plain("")?)
}

fn row(kept: &KeptNote, session: &Session) -> Row<NoteRecord> {
    let note = &kept.note;
    let first = note.first_line().to_owned();
    let cells = vec![about(note, session), first, note.file.clone().unwrap_or_default()];
    Row { record: NoteRecord::new(kept), cells }
}
