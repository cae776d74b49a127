//! `chancery index`: brings the catalogue, the full-text index and what pages need of the texts up to date, so that the next
//! start, the next search and the next page read no brief.

use std::time::Instant;

use super::failure::{self, Failure};
use super::full_text;
use super::options::IndexOptions;
use super::output::complain;
use super::session::{Library, Outcome, Session};
use crate::library::{FullText, Indexer, IndexingError, Keeper, Pace, Refound, Updated};
use crate::model::{Argument, Problem};
use crate::store::catalogue::Cache;

pub(super) fn run(session: &mut Session, options: &IndexOptions) -> Result<Outcome, Failure> {
    if options.verify {
        return verify(session);
    }
    if options.behind {
        step_back();
    }
    let start = Instant::now();
    let open = if options.rebuild { Keeper::anew } else { Keeper::open };
    let library = session.refreshed(open(&session.folders))?;
    let milliseconds = start.elapsed().as_millis();
    let snapshot = &library.snapshot;
    let briefs = snapshot.main_stories().count();
    let related = snapshot.all().count() - briefs;
    let is_problem = |problem: &Problem| !problem.is_notice();
    let problems = snapshot.diagnostics.iter().filter(|d| is_problem(&d.problem)).count();
    let time = Argument::Text(milliseconds.to_string());
    let line = session.words.with(
        "cli-indexed",
        &[
            ("briefs", number(briefs)),
            ("related", number(related)),
            ("problems", number(problems)),
            ("milliseconds", time),
        ],
    );
    session.output.plain(&line)?;
    let words = full_text(session, &library, options)?;
    extracts(session, &library, options)?;
    let catalogue = cache(session)?;
    Ok(if words == Outcome::Found { catalogue } else { words })
}

/// Brings the full-text index up to date, or makes it anew.
fn full_text(
    session: &mut Session,
    library: &Library,
    options: &IndexOptions,
) -> Result<Outcome, Failure> {
    let indexer = Indexer::new(&session.folders, library.keeper.shelf());
    let pace = if options.behind { Pace::Behind } else { Pace::Full };
    let updated = full_text::with_progress(session, |progress| {
        if options.rebuild {
            indexer.rebuild(&library.snapshot, progress)
        } else {
            indexer.update(&library.snapshot, pace, progress)
        }
    });
    match updated {
        Ok(Updated { added, removed, total, was_damaged }) => {
            if was_damaged {
                complain(&session.words.text("cli-index-damaged"));
            }
            let path = indexer.place().map(|place| place.display().to_string());
            let arguments = [
                ("path", Argument::Text(path.unwrap_or_default())),
                ("briefs", number(total)),
                ("added", number(added)),
                ("removed", number(removed)),
            ];
            session.output.plain(&session.words.with("cli-index-kept", &arguments))?;
            Ok(Outcome::Found)
        }
        // The next line says so of all caches.
        Err(IndexingError::NoFolder) => Ok(Outcome::Nothing),
        Err(error) => {
            complain(&failure::indexing(&error, &session.words));
            Ok(Outcome::Nothing)
        }
    }
}

/// Finds what pages need in the texts that changed. What cannot be kept the last line tells of all caches.
fn extracts(
    session: &mut Session,
    library: &Library,
    options: &IndexOptions,
) -> Result<(), Failure> {
    let pace = if options.behind { Pace::Behind } else { Pace::Full };
    let shelf = library.keeper.shelf();
    if options.rebuild {
        shelf.forget();
    }
    let found = session.reading(|progress| shelf.extract(&library.snapshot, pace, progress));
    let Ok(Refound { files, total }) = found else { return Ok(()) };
    let arguments = [("files", number(total)), ("read", number(files))];
    session.output.plain(&session.words.with("cli-extracts-kept", &arguments))?;
    Ok(())
}

/// Leaves the processor to whoever wants it, and ends when the program that began this one does: an index may end at any
/// moment and is gone on with later. A system that refuses either loses nothing but that.
fn step_back() {
    let _ = rustix::process::nice(19);
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::TERM));
}

/// Reads the index from end to end and compares it with the folder; changes nothing.
fn verify(session: &mut Session) -> Result<Outcome, Failure> {
    let text = FullText::open(&session.folders)?;
    text.verify()?;
    session.output.plain(&session.words.text("cli-index-whole"))?;
    let library = session.library()?;
    if text.is_complete() && text.is_of(&library.snapshot)? {
        return Ok(Outcome::Found);
    }
    session.output.plain(&session.words.text("cli-index-behind"))?;
    Ok(Outcome::Nothing)
}

fn number(number: usize) -> Argument {
    Argument::from(number)
}

/// Says where the cache is, or that none can be kept.
fn cache(session: &mut Session) -> Result<Outcome, Failure> {
    let Some(folder) = session.folders.cache.clone() else {
        complain(&session.words.text("cli-cache-none"));
        return Ok(Outcome::Nothing);
    };
    let cache = Cache::new(&folder, &session.folders.briefs, &session.folders.supplement);
    let kept = match cache.count() {
        Some(files) => Ok(files),
        // Without briefs there was nothing to keep; else the folder takes nothing, and says why.
        None => cache.save(&[]).map(|()| 0),
    };
    match kept {
        Ok(files) => {
            let shown = Argument::Text(folder.display().to_string());
            let files = Argument::Text(session.words.number(files));
            let line = session.words.with("cli-cache-kept", &[("path", shown), ("files", files)]);
            session.output.plain(&line)?;
            Ok(Outcome::Found)
        }
        Err(trouble) => {
            complain(&failure::state(&trouble, &session.words));
            Ok(Outcome::Nothing)
        }
    }
}
