//! `chancery doctor`: what the program finds around itself, and what to do where something is wrong.

use std::collections::BTreeSet;
use std::path::Path;

use super::failure::{self, Failure};
use super::options::{DoctorOptions, TableFormat};
use super::output::Style;
use super::records::FindingRecord;
use super::session::{Outcome, Session, is_utf8, text_variable};
use super::table::{self, Column, Row};
use crate::config::NoFolder;
use crate::library::Snapshot;
use crate::messages::Messages;
use crate::model::Argument;
use crate::store::Briefs;
use crate::store::catalogue::Cache;
use crate::store::folders::{Condition, condition};
use crate::store::journal::Journal;
use crate::terminal::{Capability, Colours, Refusal, capability};
use crate::text::Safe;

/// How a finding is to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Fine,
    /// Worth knowing; nothing to be done.
    Note,
    Wrong,
}

impl State {
    fn name(self) -> &'static str {
        match self {
            Self::Fine => "ok",
            Self::Note => "note",
            Self::Wrong => "wrong",
        }
    }
}

/// What was found.
struct Findings<'a> {
    words: &'a Messages,
    found: Vec<(&'static str, State, String)>,
}

impl Findings<'_> {
    fn add(&mut self, subject: &'static str, state: State, message: String) {
        self.found.push((subject, state, message));
    }

    fn say(
        &mut self,
        subject: &'static str,
        state: State,
        key: &str,
        arguments: &[(&str, Argument)],
    ) {
        let message = self.words.with(key, arguments);
        self.add(subject, state, message);
    }
}

pub(super) fn run(session: &mut Session, options: &DoctorOptions) -> Result<Outcome, Failure> {
    let words = session.words.clone();
    let mut findings = Findings { words: &words, found: Vec::new() };
    let version = env!("CARGO_PKG_VERSION").to_owned();
    findings.add("doctor-version", State::Fine, version);
    terminal(&mut findings);
    locale(&mut findings);
    settings(&mut findings, session);
    gazetteer(&mut findings, session);
    own_folder(
        &mut findings,
        "doctor-state",
        session.folders.state.as_deref(),
        &session.user.state,
    );
    own_folder(
        &mut findings,
        "doctor-cache",
        session.folders.cache.as_deref(),
        &session.user.cache,
    );
    journal(&mut findings, session);
    // Before the look at the briefs, which makes a cache.
    catalogue(&mut findings, session);
    briefs(&mut findings, session);
    let is_well = findings.found.iter().all(|(_, state, _)| *state != State::Wrong);
    let found = findings.found;
    write(session, options.table.format, found)?;
    Ok(Outcome::found(is_well))
}

fn write(
    session: &mut Session,
    format: TableFormat,
    found: Vec<(&'static str, State, String)>,
) -> Result<(), Failure> {
    let words = &session.words;
    if format == TableFormat::Text {
        for (subject, state, message) in found {
            let name = Safe::new(&words.text(subject));
            let name = crate::text::width::pad_end(&name, 12);
            let (mark, style) = match state {
                State::Fine => ("", Style::Plain),
                State::Note => ("", Style::Faint),
                State::Wrong => ("!! ", Style::Bold),
            };
            let message = Safe::new(&format!("{mark}{message}"));
            session.output.line(&[(name, Style::Plain), (message, style)])?;
        }
        return Ok(());
    }
    let columns = [
        Column::new(&words.text("doctor-subject"), 12),
        Column::new(&words.text("doctor-finding"), 6),
        Column::new("", 120),
    ];
    let row = |(subject, state, message): (&'static str, State, String)| {
        let subject = words.text(subject);
        let cells = vec![subject.clone(), state.name().to_owned(), message.clone()];
        Row { record: FindingRecord { subject, state: state.name(), message }, cells }
    };
    let rows: Vec<Row<FindingRecord>> = found.into_iter().map(row).collect();
    Ok(table::write(&mut session.output, format, &columns, &rows)?)
}

fn terminal(findings: &mut Findings<'_>) {
    const SUBJECT: &str = "doctor-terminal";
    let term = text(text_variable("TERM").unwrap_or_default());
    match Capability::detect(text_variable) {
        Ok(found) => {
            let (columns, rows) = capability::size();
            let colours = match found.colours {
                Colours::None => "0",
                Colours::Sixteen => "16",
                Colours::Palette => "256",
                Colours::True => "16777216",
            };
            let size = [
                ("term", term),
                ("columns", number(usize::from(columns))),
                ("rows", number(usize::from(rows))),
                ("colours", text(colours)),
            ];
            findings.say(SUBJECT, State::Fine, "doctor-terminal-found", &size);
        }
        Err(Refusal::NotATerminal) => {
            findings.say(SUBJECT, State::Note, "doctor-no-terminal", &[("term", term)]);
        }
        Err(Refusal::Dumb) => findings.say(SUBJECT, State::Note, "cli-dumb-terminal", &[]),
    }
    let remote =
        ["SSH_CONNECTION", "SSH_TTY"].into_iter().any(|name| text_variable(name).is_some());
    let key = if remote { "doctor-ssh-yes" } else { "doctor-ssh-no" };
    findings.say("doctor-ssh", State::Fine, key, &[]);
}

fn locale(findings: &mut Findings<'_>) {
    let variables = ["LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG"];
    let set = variables.into_iter().filter_map(|name| {
        text_variable(name).filter(|value| !value.is_empty()).map(|value| format!("{name}={value}"))
    });
    let set: Vec<String> = set.collect();
    let language = text(findings.words.language().code());
    let arguments = [("set", text(set.join(" "))), ("language", language)];
    let (state, key) = match (is_utf8(), set.is_empty()) {
        (true, _) => (State::Fine, "doctor-locale-utf8"),
        (false, true) => (State::Note, "doctor-locale-unset"),
        (false, false) => (State::Note, "doctor-locale-ascii"),
    };
    findings.say("doctor-locale", state, key, &arguments);
}

fn settings(findings: &mut Findings<'_>, session: &Session) {
    const SUBJECT: &str = "doctor-config";
    let configuration = &session.configuration;
    match &configuration.path {
        Err(error) => {
            let message = failure::no_folder(error, findings.words);
            findings.add(SUBJECT, State::Wrong, message);
        }
        Ok(path) => {
            let key =
                if configuration.is_there { "doctor-config-read" } else { "doctor-config-none" };
            if configuration.unread.is_none() {
                findings.say(SUBJECT, State::Fine, key, &[("path", shown(path))]);
            }
        }
    }
    for complaint in configuration.complaints(findings.words) {
        findings.add(SUBJECT, State::Wrong, complaint);
    }
}

/// What is wrong with it stands among the complaints of the settings.
fn gazetteer(findings: &mut Findings<'_>, session: &Session) {
    let own = &session.configuration.gazetteer;
    let Some(path) = own.path.as_deref() else { return };
    let (key, state) = if own.is_there {
        ("doctor-gazetteer-read", State::Fine)
    } else {
        ("doctor-gazetteer-none", State::Note)
    };
    let codes: BTreeSet<_> = own.supplement.codes().collect();
    let arguments = [("path", shown(path)), ("codes", number(codes.len()))];
    findings.say("doctor-gazetteer", state, key, &arguments);
}

fn own_folder(
    findings: &mut Findings<'_>,
    subject: &'static str,
    folder: Option<&Path>,
    by_environment: &Result<std::path::PathBuf, NoFolder>,
) {
    match (folder, by_environment) {
        (None, Err(error)) => {
            let message = failure::no_folder(error, findings.words);
            findings.add(subject, State::Wrong, message);
        }
        (None, Ok(_)) => {}
        (Some(folder), _) => match condition(folder) {
            Condition::Ready => {
                findings.say(
                    subject,
                    State::Fine,
                    "doctor-folder-ready",
                    &[("path", shown(folder))],
                );
            }
            Condition::Missing => findings.say(
                subject,
                State::Note,
                "doctor-folder-missing",
                &[("path", shown(folder))],
            ),
            Condition::Unusable(error) => {
                let message = failure::state(&error, findings.words);
                findings.add(subject, State::Wrong, message);
            }
        },
    }
}

fn journal(findings: &mut Findings<'_>, session: &Session) {
    const SUBJECT: &str = "doctor-journal";
    let Some(folder) = &session.folders.state else { return };
    let mut journal = Journal::new(folder);
    match journal.read() {
        // The folder said so already.
        Err(_) => {}
        Ok(events) => {
            let state = if journal.damaged() > 0 { State::Wrong } else { State::Fine };
            let counts = [
                ("events", number(events.len())),
                ("damaged", number(journal.damaged())),
                ("unknown", number(journal.unknown())),
            ];
            let key = match (journal.damaged(), journal.unknown()) {
                (0, 0) => "doctor-journal-whole",
                _ => "doctor-journal-skipped",
            };
            findings.say(SUBJECT, state, key, &counts);
        }
    }
}

fn catalogue(findings: &mut Findings<'_>, session: &Session) {
    let Some(folder) = &session.folders.cache else { return };
    let cache = Cache::new(folder, &session.folders.briefs, &session.folders.supplement);
    let files = cache.load().map(|records| records.len());
    match files {
        Some(files) => {
            let files = [("files", number(files))];
            findings.say("doctor-catalogue", State::Fine, "doctor-catalogue-kept", &files);
        }
        None => findings.say("doctor-catalogue", State::Note, "doctor-catalogue-none", &[]),
    }
}

fn briefs(findings: &mut Findings<'_>, session: &Session) {
    const SUBJECT: &str = "doctor-briefs";
    let folder = match &session.folders.briefs {
        Briefs::Folder(folder) => folder.display().to_string(),
        Briefs::Samples => String::new(),
    };
    match session.library() {
        Err(failure) => {
            let message = failure.sentence(findings.words);
            findings.add(SUBJECT, State::Wrong, message);
        }
        Ok(library) => counts(findings, &library.snapshot, folder),
    }
}

fn counts(findings: &mut Findings<'_>, library: &Snapshot, folder: String) {
    let briefs = library.main_stories().count();
    let unread = library.briefs().iter().filter(|brief| !library.marks.is_read(&brief.id)).count();
    let arguments = [
        ("path", text(folder)),
        ("briefs", number(briefs)),
        ("related", number(library.all().count() - briefs)),
        ("countries", number(library.countries().len())),
        ("unread", number(unread)),
    ];
    let state = if briefs == 0 { State::Wrong } else { State::Fine };
    let key = if briefs == 0 { "doctor-briefs-none" } else { "doctor-briefs-found" };
    findings.say("doctor-briefs", state, key, &arguments);
    let problems = library.diagnostics.iter().filter(|d| !d.problem.is_notice()).count();
    if problems > 0 {
        let count = [("count", number(problems))];
        findings.say("doctor-briefs", State::Wrong, "doctor-briefs-problems", &count);
    }
}

fn number(number: usize) -> Argument {
    Argument::from(number)
}

fn text(text: impl Into<String>) -> Argument {
    Argument::Text(text.into())
}

fn shown(path: &Path) -> Argument {
    text(path.display().to_string())
}
