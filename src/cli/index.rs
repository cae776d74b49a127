//! `chancery index`: brings the catalogue cache up to date, so that the next start reads no brief.

use std::time::Instant;

use super::failure::{self, Failure};
use super::options::IndexOptions;
use super::output::complain;
use super::session::{Outcome, Session};
use crate::library::Keeper;
use crate::model::{Argument, Problem};
use crate::store::catalogue::Cache;

pub(super) fn run(session: &mut Session, options: &IndexOptions) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let open = if options.rebuild { Keeper::anew } else { Keeper::open };
    let library = session.refreshed(open(&session.folders))?;
    let milliseconds = start.elapsed().as_millis();
    let snapshot = &library.snapshot;
    let briefs = snapshot.main_stories().count();
    let related = snapshot.all().count() - briefs;
    let is_problem = |problem: &Problem| !problem.is_notice();
    let problems = snapshot.diagnostics.iter().filter(|d| is_problem(&d.problem)).count();
    let number = |number: usize| Argument::Number(i64::try_from(number).unwrap_or(i64::MAX));
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
    cache(session)
}

/// Says where the cache is, or that none can be kept.
fn cache(session: &mut Session) -> Result<Outcome, Failure> {
    let Some(folder) = session.folders.cache.clone() else {
        complain(&session.words.text("cli-cache-none"));
        return Ok(Outcome::Nothing);
    };
    let cache = Cache::new(&folder, &session.folders.briefs, &session.folders.supplement);
    let kept = match cache.load() {
        Some(records) => Ok(records.len()),
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
