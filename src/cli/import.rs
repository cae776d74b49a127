//! `chancery import`: tidy Markdown briefs of raw dispatches, as new files only.
//!
//! Ends with 0 where all is imported or was there, 1 where some files have problems, 2 where it
//! cannot start or go on, 130 where ctrl-c stopped it.

use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::failure::Failure;
use super::options::{ImportOptions, LineFormat};
use super::output::{complain, show_progress};
use super::records::ImportRecord;
use super::session::{Outcome, Session};
use crate::library::{Import, Imported, Refused, Report};
use crate::messages::Messages;
use crate::model::{Argument, BriefPath};
use crate::store::root::MOST_BYTES;
use crate::store::sources::Sources;
use crate::store::{Briefs, Folders};
use crate::terminal::signals;

/// Exit code of a program that ctrl-c stopped: 128 and the signal's number.
const INTERRUPTED: u8 = 130;

/// How often to show how far it is.
const SHOW_EVERY: Duration = Duration::from_millis(500);

pub(super) fn run(session: &mut Session, options: &ImportOptions) -> Result<Outcome, Failure> {
    let target = match (&options.to, &session.folders.briefs) {
        (Some(target), _) | (None, Briefs::Folder(target)) => target.clone(),
        (None, Briefs::Samples) => return Ok(session.nothing()),
    };
    let Folders { briefs, supplement, .. } = &session.folders;
    let mut import = Import::open(&target, briefs, supplement, options.dry_run)?;
    let interruption = signals::interruption()?;
    let mut telling = Telling::new(session, options, interruption);
    let mut batches = Vec::new();
    for source in &options.source {
        if source == Path::new("-") {
            let (bytes, size) = standard_input()?;
            let report = import.take("-", &bytes, size)?;
            telling.total += 1;
            let _ = telling.tell(vec![report])?;
            continue;
        }
        match Sources::open(source) {
            Ok(sources) => {
                let files = import.candidates(&sources);
                telling.total += files.len();
                batches.push((sources, files));
            }
            Err(_) => telling.refuse(&source.display().to_string(), &Refused::Gone)?,
        }
    }
    for (sources, files) in &batches {
        telling.unlisted(sources)?;
        if telling.import(&mut import, sources, files)?.is_break() {
            break;
        }
    }
    telling.finish()
}

/// Standard input as far as a file is read, and how many bytes of it were seen.
fn standard_input() -> Result<(Vec<u8>, u64), Failure> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    let size = bytes.len() as u64;
    bytes.truncate(usize::try_from(MOST_BYTES).unwrap_or(usize::MAX));
    Ok((bytes, size))
}

/// Tells what became of each file, and counts.
struct Telling<'a> {
    session: &'a mut Session,
    options: &'a ImportOptions,
    interruption: Arc<AtomicBool>,
    shown: Instant,
    total: usize,
    done: usize,
    new: usize,
    present: usize,
    problems: usize,
}

impl<'a> Telling<'a> {
    fn new(
        session: &'a mut Session,
        options: &'a ImportOptions,
        interruption: Arc<AtomicBool>,
    ) -> Self {
        let shown = Instant::now();
        let (total, done, new, present, problems) = Default::default();
        Self { session, options, interruption, shown, total, done, new, present, problems }
    }

    fn import(
        &mut self,
        import: &mut Import,
        sources: &Sources,
        files: &[BriefPath],
    ) -> Result<ControlFlow<()>, Failure> {
        let mut failure = None;
        let flow = import.run(sources, files, &mut |reports| {
            self.tell(reports).unwrap_or_else(|error| {
                failure = Some(error);
                ControlFlow::Break(())
            })
        })?;
        failure.map_or(Ok(flow), Err)
    }

    /// Tells of some files; breaks where ctrl-c was pressed.
    fn tell(&mut self, reports: Vec<Report>) -> Result<ControlFlow<()>, Failure> {
        self.done += reports.len();
        for Report { source, result } in reports {
            match result {
                Ok(briefs) => {
                    for brief in &briefs {
                        self.one(&source, brief)?;
                    }
                }
                Err(refused) => self.refuse(&source, &refused)?,
            }
        }
        if self.shown.elapsed() >= SHOW_EVERY {
            self.shown = Instant::now();
            let line = self.words().with("cli-importing", &self.progress());
            show_progress(&line);
        }
        let go_on = !self.interruption.load(Ordering::Relaxed);
        Ok(if go_on { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    }

    /// Tells of one brief.
    fn one(&mut self, source: &str, brief: &Imported) -> Result<(), Failure> {
        let Imported { id, title, file, text, .. } = brief;
        let is_new = text.is_some();
        self.new += usize::from(is_new);
        self.present += usize::from(!is_new);
        let content = text.clone().filter(|_| self.options.dry_run);
        if self.options.format == LineFormat::Jsonl {
            let outcome = if is_new { "new" } else { "present" };
            let (file, id, title) = (Some(file.clone()), Some(id.clone()), Some(title.clone()));
            let (problem, message) = (None, None);
            let source = source.to_owned();
            let record =
                ImportRecord { source, outcome, file, id, title, problem, message, content };
            return Ok(self.session.output.json(&record)?);
        }
        if let Some(content) = content {
            self.session.output.plain(&format!("==> {file} <=="))?;
            self.session.output.page(&content)?;
            return Ok(self.session.output.plain("")?);
        }
        let arguments = [("path", words(file)), ("source", words(source))];
        let key = if is_new { "cli-imported" } else { "cli-import-present" };
        let line = self.words().with(key, &arguments);
        Ok(self.session.output.plain(&line)?)
    }

    /// Tells why a file was not imported.
    fn refuse(&mut self, source: &str, refused: &Refused) -> Result<(), Failure> {
        self.problems += 1;
        match refused {
            Refused::Gone => {
                let sentence = self.words().with("cli-import-gone", &[("path", words(source))]);
                self.problem(source, "gone", sentence)
            }
            Refused::Spoilt(problem) => {
                let sentence = self.words().with(problem.key(), &problem.arguments());
                let key = problem.key().trim_start_matches("problem-");
                self.problem(source, key, format!("{source}: {sentence}"))
            }
        }
    }

    /// Tells what could not even be listed.
    fn unlisted(&mut self, sources: &Sources) -> Result<(), Failure> {
        sources.problems.iter().try_for_each(|found| {
            self.refuse(&sources.shown(&found.file), &Refused::Spoilt(found.problem.clone()))
        })
    }

    fn problem(
        &mut self,
        source: &str,
        problem: &'static str,
        sentence: String,
    ) -> Result<(), Failure> {
        if self.options.format == LineFormat::Text {
            show_progress("");
            complain(&sentence);
            return Ok(());
        }
        Ok(self.session.output.json(&ImportRecord {
            source: source.to_owned(),
            outcome: "problem",
            file: None,
            id: None,
            title: None,
            problem: Some(problem),
            message: Some(sentence),
            content: None,
        })?)
    }

    /// The last line, and how it ended.
    fn finish(self) -> Result<Outcome, Failure> {
        show_progress("");
        let is_stopped = self.interruption.load(Ordering::Relaxed) && self.done < self.total;
        if self.options.format == LineFormat::Text {
            let key = if self.options.dry_run { "cli-import-rehearsed" } else { "cli-import-sum" };
            let counts =
                [("new", self.new), ("present", self.present), ("problems", self.problems)];
            let line = self.words().with(key, &counts.map(|(name, count)| (name, number(count))));
            self.session.output.plain(&line)?;
        }
        if is_stopped {
            complain(&self.words().with("cli-import-stopped", &self.progress()));
            return Ok(Outcome::Code(INTERRUPTED));
        }
        Ok(Outcome::found(self.problems == 0))
    }

    fn progress(&self) -> [(&'static str, Argument); 2] {
        let count = |count| Argument::Text(self.words().number(count));
        [("done", count(self.done)), ("total", count(self.total))]
    }

    fn words(&self) -> &Messages {
        &self.session.words
    }
}

fn number(count: usize) -> Argument {
    Argument::from(count)
}

fn words(text: &str) -> Argument {
    Argument::Text(text.to_owned())
}
