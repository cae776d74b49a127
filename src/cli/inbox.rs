//! `chancery inbox`: the dispatches that the reader pasted, and one of them taken out.

use std::io::BufRead;

use serde::Serialize;

use super::failure::Failure;
use super::options::{DiscardOptions, InboxCommand, InboxOptions};
use super::session::{Outcome, Session};
use super::table::{self, Column, Row};
use crate::model::{Argument, Brief, BriefId, BriefPath};
use crate::store::StateError;
use crate::store::inbox::Inbox;

/// A dispatch, for scripts.
#[derive(Debug, Serialize)]
struct DispatchRecord {
    id: BriefId,
    file: BriefPath,
    title: String,
}

pub(super) fn run(session: &mut Session, options: &InboxOptions) -> Result<Outcome, Failure> {
    match &options.command {
        None => list(session, options),
        Some(InboxCommand::Discard(options)) => discard(session, options),
    }
}

fn list(session: &mut Session, options: &InboxOptions) -> Result<Outcome, Failure> {
    let library = session.library()?;
    let own = library.snapshot.main_stories().filter(|brief| is_own(brief));
    let row = |brief: &std::sync::Arc<Brief>| Row {
        cells: vec![brief.title.clone(), brief.file.to_string()],
        record: DispatchRecord {
            id: brief.id.clone(),
            file: brief.file.clone(),
            title: brief.title.clone(),
        },
    };
    let rows: Vec<Row<DispatchRecord>> = own.map(row).collect();
    if rows.is_empty() {
        return Ok(session.nothing());
    }
    let columns = [
        Column::new(&session.words.text("cli-column-title"), 80),
        Column::new(&session.words.text("export-file"), 48),
    ];
    table::write(&mut session.output, options.table.format, &columns, &rows)?;
    Ok(Outcome::Found)
}

fn is_own(brief: &Brief) -> bool {
    brief.file.below_inbox().is_some()
}

/// Takes a dispatch out; asks before, unless the answer is given along.
fn discard(session: &mut Session, options: &DiscardOptions) -> Result<Outcome, Failure> {
    let words = session.words.clone();
    let library = session.library()?;
    let named = |brief: &&std::sync::Arc<Brief>| {
        brief.id.as_str() == options.brief || brief.file.as_str() == options.brief
    };
    let Some(brief) = library.snapshot.all().filter(|brief| is_own(brief)).find(named).cloned()
    else {
        let name = [("name", Argument::Text(options.brief.clone()))];
        return Err(Failure::Usage(words.with("cli-inbox-unknown", &name)));
    };
    if !options.yes {
        let title = [("title", Argument::Text(brief.title.clone()))];
        session.output.plain(&words.with("plain-ask-discard", &title))?;
        let mut answer = String::new();
        // Whoever says nothing did not say yes.
        let _heard = std::io::stdin().lock().read_line(&mut answer);
        if !crate::plain::is_yes(&answer) {
            session.output.plain(&words.text("plain-left"))?;
            return Ok(Outcome::Nothing);
        }
    }
    let inbox = session.folders.state.as_deref().map(Inbox::new).ok_or(StateError::NoHome);
    let removed = inbox.and_then(|inbox| inbox.remove(&brief.file));
    let aside = removed?;
    let path = [("path", Argument::Text(aside.display().to_string()))];
    session.output.plain(&words.with("plain-discarded", &path))?;
    Ok(Outcome::Found)
}
