//! `chancery corrections`: what the reader corrected, as a file for the desk, and such a file taken over.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::failure::{self, Failure};
use super::options::{CorrectionsCommand, CorrectionsOptions, ImportCorrectionsOptions};
use super::output::complain;
use super::session::{Outcome, Session};
use crate::app::labels;
use crate::corrections::{self, Entry, Mistake, Wrong};
use crate::library::{Ledger, Snapshot};
use crate::messages::Messages;
use crate::model::{Argument, Aspect, Brief, BriefId, Change, Corrections};
use crate::store::input;
use crate::store::output::{self, Existing};

pub(super) fn run(session: &mut Session, options: &CorrectionsOptions) -> Result<Outcome, Failure> {
    match &options.command {
        CorrectionsCommand::Export(options) => export(session, options.file.as_deref()),
        CorrectionsCommand::Import(options) => import(session, options),
    }
}

/// Writes all corrections, those of briefs that are not there now too.
fn export(session: &mut Session, file: Option<&Path>) -> Result<Outcome, Failure> {
    let library = session.library()?;
    let snapshot = &library.snapshot;
    let corrected = snapshot.marks.iter().filter_map(|(id, mark)| {
        let corrections = mark.corrections.as_deref()?.clone();
        let file = snapshot.brief(id).map(|brief| place(brief));
        Some(Entry { id: Some(id.clone()), file, corrections })
    });
    let mut entries: Vec<Entry> = corrected.collect();
    if entries.is_empty() {
        return Ok(session.nothing());
    }
    entries.sort_by(|a, b| (&a.file, &a.id).cmp(&(&b.file, &b.id)));
    let text = corrections::write(&entries);
    match file {
        None => session.output.raw(text.as_bytes())?,
        Some(path) => {
            output::write(path, text.as_bytes(), Existing::Keep)?;
            say(session, "cli-corrections-written", path, entries.len())?;
        }
    }
    Ok(Outcome::Found)
}

/// Where a brief stands: its file, and behind a `#` which of the stories under its first it is.
fn place(brief: &Brief) -> String {
    match brief.part {
        0 => brief.file.to_string(),
        part => format!("{}#{part}", brief.file),
    }
}

/// Takes a file of corrections over; what it does not name stays as it is.
fn import(session: &mut Session, options: &ImportCorrectionsOptions) -> Result<Outcome, Failure> {
    let path = &options.file;
    let bytes = input::read(path)?;
    let text = String::from_utf8_lossy(&bytes);
    let library = session.library()?;
    let snapshot = Arc::clone(&library.snapshot);
    let gazetteer = library.keeper.shelf().filing().gazetteer();
    let (entries, mistakes) = corrections::read(&text, gazetteer);
    for mistake in &mistakes {
        let sentence = sentence(mistake, &session.words);
        complain(&format!("{}: {sentence}", path.display()));
    }
    let plan = Plan::new(&entries, &snapshot);
    for name in &plan.unknown {
        let name = Argument::Text(name.clone());
        complain(&session.words.with("cli-corrections-unknown", &[("name", name)]));
    }
    for (name, corrected) in &plan.briefs {
        let what = labels::corrected(&session.words, corrected);
        session.output.plain(&format!("{name}: {what}"))?;
    }
    if options.dry_run {
        say(session, "cli-corrections-would", path, plan.briefs.len())?;
    } else {
        let mut ledger = Ledger::open(session.folders.state.as_deref());
        if let Err(error) = ledger.record(&plan.changes) {
            complain(&failure::state(&error, &session.words));
            return Ok(Outcome::Code(2));
        }
        say(session, "cli-corrections-taken", path, plan.briefs.len())?;
    }
    Ok(Outcome::found(mistakes.is_empty() && plan.unknown.is_empty()))
}

/// What a file of corrections changes here.
#[derive(Debug, Default, PartialEq, Eq)]
struct Plan {
    changes: Vec<Change>,
    /// Names of briefs, with what changes in each.
    briefs: Vec<(String, Vec<Aspect>)>,
    /// Names of briefs that are not in the folder.
    unknown: Vec<String>,
}

impl Plan {
    fn new(entries: &[Entry], library: &Snapshot) -> Self {
        let by_place: HashMap<String, &BriefId> =
            library.all().map(|brief| (place(brief), &brief.id)).collect();
        let mut plan = Self::default();
        for entry in entries {
            let by_id = entry.id.as_ref().filter(|id| library.brief(id).is_some());
            let by_file = || entry.file.as_ref().and_then(|file| by_place.get(file).copied());
            let name = entry.file.clone().or_else(|| entry.id.as_ref().map(BriefId::to_string));
            let name = name.unwrap_or_default();
            let known = by_id.or_else(by_file);
            if known.is_none() {
                plan.unknown.push(name.clone());
            }
            // Under its id it waits for the brief to come.
            if let Some(id) = known.or(entry.id.as_ref()) {
                plan.correct(id, name, &entry.corrections, library);
            }
        }
        plan
    }

    /// Changes a brief's corrections to those of the file, as far as it has any.
    fn correct(&mut self, id: &BriefId, name: String, file: &Corrections, library: &Snapshot) {
        let present = library.marks.corrections(id).cloned().unwrap_or_default();
        let wanted = file.clone().or(&present);
        let fields = wanted.changes_from(&present);
        if !fields.is_empty() {
            self.briefs.push((name, file.aspects()));
            let change = |field| Change { id: id.clone(), field };
            self.changes.extend(fields.into_iter().map(change));
        }
    }
}

/// Says what was done with a file, and for how many briefs.
fn say(session: &mut Session, key: &str, path: &Path, briefs: usize) -> Result<(), Failure> {
    let count = Argument::from(briefs);
    let path = Argument::Text(path.display().to_string());
    let line = session.words.with(key, &[("path", path), ("count", count)]);
    Ok(session.output.plain(&line)?)
}

/// A mistake in the language of the interface.
fn sentence(mistake: &Mistake, words: &Messages) -> String {
    let text = |text: &str| Argument::Text(text.to_owned());
    let line = ("line", Argument::Number(i64::from(mistake.line)));
    match &mistake.wrong {
        Wrong::Syntax(detail) => {
            words.with("cli-corrections-syntax", &[line, ("detail", text(detail))])
        }
        Wrong::Key(key) => words.with("cli-corrections-key", &[line, ("key", text(key))]),
        Wrong::Value { key, value } => {
            let arguments = [line, ("key", text(key)), ("value", text(value))];
            words.with("cli-corrections-value", &arguments)
        }
        Wrong::Country(name) => {
            words.with("cli-corrections-country", &[line, ("name", text(name))])
        }
        Wrong::Nameless => words.with("cli-corrections-nameless", &[line]),
    }
}
