//! `chancery amended`: briefs that were taken along and were corrected or withdrawn since.

use serde::Serialize;

use super::failure::Failure;
use super::options::TableOptions;
use super::session::{Outcome, Session};
use super::table::{self, Column, Row};
use crate::app::labels;
use crate::library::{Amendment, Fate, Ledger, Snapshot, Vigil};
use crate::model::{Brief, BriefId, BriefPath, Way};

/// What became of a brief, for scripts.
#[derive(Debug, Serialize)]
struct AmendmentRecord {
    id: BriefId,
    file: BriefPath,
    title: String,
    /// `withdrawn`, `corrected`, `replaced` or `text`.
    what: &'static str,
    /// The brief that takes its place, where it is another one.
    by: Option<BriefId>,
    taken: Vec<WayRecord>,
}

/// How a brief was taken along, and on which day last.
#[derive(Debug, Serialize)]
struct WayRecord {
    way: Way,
    day: Option<String>,
}

pub(super) fn run(session: &mut Session, options: &TableOptions) -> Result<Outcome, Failure> {
    let library = session.library()?;
    let ledger = Ledger::open(session.folders.state.as_deref());
    let snapshot = &library.snapshot;
    let shelf = library.keeper.shelf();
    let open = |brief: &Brief| shelf.version(brief, snapshot);
    let (takings, basket) = (ledger.takings(), ledger.basket());
    let amended = Vigil::default().amendments(takings, basket, snapshot, &open);
    if amended.is_empty() {
        return Ok(session.nothing());
    }
    let rows: Vec<Row<AmendmentRecord>> =
        amended.iter().filter_map(|amendment| row(amendment, snapshot, session)).collect();
    let heading = |key: &str| session.words.text(key);
    let columns = [
        Column::new(&heading("cli-column-title"), 48),
        Column::new(&heading("cli-column-became"), 100),
        Column::new(&heading("export-file"), 48),
    ];
    table::write(&mut session.output, options.format, &columns, &rows)?;
    Ok(Outcome::Found)
}

fn row(
    amendment: &Amendment,
    library: &Snapshot,
    session: &Session,
) -> Option<Row<AmendmentRecord>> {
    let brief = library.brief(&amendment.id)?;
    let (what, by) = match &amendment.fate {
        Fate::Withdrawn => ("withdrawn", None),
        Fate::Corrected => ("corrected", None),
        Fate::WithdrawnBy(by) => ("withdrawn", Some(by)),
        Fate::CorrectedBy(by) => ("corrected", Some(by)),
        Fate::ReplacedBy(by) => ("replaced", Some(by)),
        Fate::OtherText => ("text", None),
    };
    let day = |(way, moment): &(Way, crate::model::Moment)| WayRecord {
        way: *way,
        day: moment.day().map(|day| day.to_string()),
    };
    let words = labels::amendment(&session.words, library, amendment);
    let cells = vec![brief.title.clone(), words, brief.file.to_string()];
    let record = AmendmentRecord {
        id: brief.id.clone(),
        file: brief.file.clone(),
        title: brief.title.clone(),
        what,
        by: by.cloned(),
        taken: amendment.taken.iter().map(day).collect(),
    };
    Some(Row { record, cells })
}
