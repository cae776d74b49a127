//! `chancery state`: what the reader did and wrote, taken from machine to machine, looked after and made small.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::failure::Failure;
use super::options::{MergeStateOptions, StateCommand, StateOptions, TableFormat, TableOptions};
use super::output::complain;
use super::session::{Outcome, Session};
use super::table::{self, Column, Row};
use crate::library::exchange::{self, Merged};
use crate::library::{Ledger, Notebook};
use crate::model::Argument;
use crate::store::input;
use crate::store::journal::{Journal, LineFault};
use crate::store::output::{self, Existing};

/// So many damaged lines are named singly.
const NAMED: usize = 20;

/// Something that was found in the state.
#[derive(Debug, Serialize)]
struct FindingRecord {
    state: &'static str,
    file: String,
    line: Option<usize>,
    message: String,
}

pub(super) fn run(session: &mut Session, options: &StateOptions) -> Result<Outcome, Failure> {
    let folder = match &session.folders.state {
        Some(folder) => folder.clone(),
        None => return Err(no_folder(session)),
    };
    match &options.command {
        StateCommand::Export(options) => export(session, &folder, options.file.as_deref()),
        StateCommand::Merge(options) => merge(session, &folder, options),
        StateCommand::Compact => compact(session, &folder),
        StateCommand::Verify(options) => verify(session, &folder, options),
    }
}

/// Why there is no folder.
fn no_folder(session: &Session) -> Failure {
    match session.user.state.clone() {
        Err(error) => error.into(),
        Ok(_) => crate::store::StateError::NoHome.into(),
    }
}

fn export(session: &mut Session, folder: &Path, file: Option<&Path>) -> Result<Outcome, Failure> {
    let exported = exchange::export(folder)?;
    for path in &exported.left_out {
        complain(&session.words.with("cli-state-left-out", &[("path", shown(path))]));
    }
    if exported.damaged > 0 {
        let count = [("count", number(exported.damaged))];
        complain(&session.words.with("cli-state-damaged-left-out", &count));
    }
    if exported.events + exported.notes + exported.others == 0 {
        return Ok(session.nothing());
    }
    match file {
        None => session.output.raw(&exported.bytes)?,
        Some(path) => {
            output::write(path, &exported.bytes, Existing::Keep)?;
            let counts = [
                ("path", shown(path)),
                ("events", number(exported.events)),
                ("notes", number(exported.notes)),
                ("others", number(exported.others)),
            ];
            session.output.plain(&session.words.with("cli-state-written", &counts))?;
        }
    }
    Ok(Outcome::found(exported.left_out.is_empty() && exported.damaged == 0))
}

fn merge(
    session: &mut Session,
    folder: &Path,
    options: &MergeStateOptions,
) -> Result<Outcome, Failure> {
    let path = &options.file;
    let stream = if path.as_os_str() == "-" { input::standard()? } else { input::read(path)? };
    let merged = exchange::merge(folder, &stream)?;
    let words = session.words.clone();
    if merged.understood == 0 && !(stream.is_empty() && merged.missing == 0) {
        let sentence = words.with("cli-state-not-one", &[("path", shown(path))]);
        return Err(Failure::Usage(sentence));
    }
    if let Some(first) = merged.refused.first() {
        let arguments = [
            ("path", shown(path)),
            ("count", number(merged.refused.len())),
            ("line", number(*first)),
        ];
        complain(&words.with("cli-state-refused", &arguments));
    }
    if merged.missing > 0 {
        let arguments = [("path", shown(path)), ("count", number(merged.missing))];
        complain(&words.with("cli-state-cut", &arguments));
    }
    session.output.plain(&taken(&words, path, &merged))?;
    Ok(Outcome::found(merged.refused.is_empty() && merged.missing == 0))
}

/// What was taken in, in one sentence.
fn taken(words: &crate::messages::Messages, path: &Path, merged: &Merged) -> String {
    let counts = [
        ("path", shown(path)),
        ("events", number(merged.events)),
        ("notes", number(merged.notes)),
        ("others", number(merged.others)),
        ("aside", number(merged.set_aside)),
    ];
    let is_news = merged.events + merged.notes + merged.others + merged.set_aside > 0;
    words.with(if is_news { "cli-state-merged" } else { "cli-state-known" }, &counts)
}

fn compact(session: &mut Session, folder: &Path) -> Result<Outcome, Failure> {
    let mut journal = Journal::new(folder);
    let compacted = journal.compact()?;
    let path = journal.path();
    let arguments = [
        ("path", shown(&path)),
        ("before", text(session.words.number(compacted.before))),
        ("after", text(session.words.number(compacted.after))),
        ("count", number(compacted.set_aside)),
        ("aside", shown(&path.with_file_name("journal.damaged"))),
    ];
    let key = if compacted.set_aside > 0 { "cli-state-set-aside" } else { "cli-state-compacted" };
    session.output.plain(&session.words.with(key, &arguments))?;
    Ok(Outcome::Found)
}

fn verify(
    session: &mut Session,
    folder: &Path,
    options: &TableOptions,
) -> Result<Outcome, Failure> {
    let findings = findings(session, folder)?;
    let is_well = findings.iter().all(|finding| finding.state != "wrong");
    if options.format == TableFormat::Text {
        for finding in &findings {
            let line = finding.line.map(|line| format!("{line}: ")).unwrap_or_default();
            session.output.plain(&format!("{}: {line}{}", finding.file, finding.message))?;
        }
        return Ok(Outcome::found(is_well));
    }
    let words = &session.words;
    let columns = [
        Column::new(&words.text("doctor-finding"), 6),
        Column::new(&words.text("export-file"), 60),
        Column::numbers(&words.text("cli-column-line")),
        Column::new("", 120),
    ];
    let row = |record: FindingRecord| {
        let line = record.line.map(|line| line.to_string()).unwrap_or_default();
        let cells = vec![record.state.into(), record.file.clone(), line, record.message.clone()];
        Row { record, cells }
    };
    let rows: Vec<Row<FindingRecord>> = findings.into_iter().map(row).collect();
    table::write(&mut session.output, options.format, &columns, &rows)?;
    Ok(Outcome::found(is_well))
}

/// What is found in the journal and among the notes.
fn findings(session: &Session, folder: &Path) -> Result<Vec<FindingRecord>, Failure> {
    let words = &session.words;
    let journal = Journal::new(folder);
    let survey = journal.survey()?;
    let file = journal.path().display().to_string();
    let counts = [
        ("events", number(survey.events)),
        ("bytes", text(words.number(survey.bytes))),
        ("compact", text(words.number(survey.compact_bytes))),
    ];
    let message = words.with("cli-state-journal", &counts);
    let mut findings = vec![FindingRecord { state: "ok", file: file.clone(), line: None, message }];
    let damaged = survey.faults.iter().filter(|(_, fault)| *fault == LineFault::Damaged).count();
    for &(line, fault) in survey.faults.iter().take(NAMED) {
        let (state, key) = match fault {
            LineFault::Damaged => ("wrong", "cli-state-line-damaged"),
            LineFault::Later => ("note", "cli-state-line-later"),
        };
        let message = words.text(key);
        findings.push(FindingRecord { state, file: file.clone(), line: Some(line), message });
    }
    if survey.faults.len() > NAMED {
        let more = [("count", number(survey.faults.len() - NAMED)), ("damaged", number(damaged))];
        let message = words.with("cli-state-lines-more", &more);
        let state = if damaged > 0 { "wrong" } else { "note" };
        findings.push(FindingRecord { state, file, line: None, message });
    }
    findings.extend(notes(session, folder)?);
    Ok(findings)
}

/// What is found among the notes, where there are any.
fn notes(session: &Session, folder: &Path) -> Result<Vec<FindingRecord>, Failure> {
    let notebook = Notebook::new(Some(folder));
    let place: PathBuf = notebook.path().map(Path::to_owned).unwrap_or_default();
    let notes = { notebook }.read(&Ledger::open(Some(folder)))?;
    let strange = notes.strange().iter().map(|strange| FindingRecord {
        state: "note",
        file: place.join(&strange.name).display().to_string(),
        line: None,
        message: strange.reason.clone(),
    });
    let count = [("count", number(notes.all().len()))];
    let message = session.words.with("cli-state-notes", &count);
    let file = place.display().to_string();
    let all = (!notes.all().is_empty()).then_some(FindingRecord {
        state: "ok",
        file,
        line: None,
        message,
    });
    Ok(all.into_iter().chain(strange).collect())
}

fn number(number: usize) -> Argument {
    Argument::from(number)
}

fn text(text: String) -> Argument {
    Argument::Text(text)
}

fn shown(path: &Path) -> Argument {
    Argument::Text(path.display().to_string())
}
