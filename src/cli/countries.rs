//! `chancery countries`: every country with briefs, by its name.

use super::failure::Failure;
use super::options::TableOptions;
use super::records::CountryRecord;
use super::session::{Outcome, Session};
use super::shown;
use super::table::{self, Column, Row};
use crate::library::Snapshot;
use crate::model::CountryCode;
use crate::text::fold;

pub(super) fn run(session: &mut Session, options: &TableOptions) -> Result<Outcome, Failure> {
    let library = session.library()?;
    let codes = library.snapshot.countries().keys();
    let mut records: Vec<CountryRecord> =
        codes.map(|&code| record(code, session, &library.snapshot)).collect();
    records.sort_by_cached_key(|record| (fold(&record.name), record.code));
    let columns = columns(session);
    let rows: Vec<Row<CountryRecord>> =
        records.into_iter().map(|record| row(record, session)).collect();
    table::write(&mut session.output, options.format, &columns, &rows)?;
    if rows.is_empty() { Ok(session.nothing()) } else { Ok(Outcome::Found) }
}

fn record(code: CountryCode, session: &Session, library: &Snapshot) -> CountryRecord {
    CountryRecord {
        code,
        name: session.words.country(code),
        briefs: library.about(code).count(),
        unread: library.about(code).filter(|brief| !library.marks.is_read(&brief.id)).count(),
        latest: library.about(code).filter_map(|brief| Some(brief.date?.value)).max(),
    }
}

fn columns(session: &Session) -> [Column; 5] {
    let heading = |key: &str| session.words.text(key);
    [
        Column::new(&heading("cli-column-country"), 40),
        Column::new(&heading("cli-column-code"), 8),
        Column::numbers(&heading("cli-column-briefs")),
        Column::numbers(&heading("cli-column-unread")),
        Column::new(&heading("cli-column-latest"), session.words.list_date_width()),
    ]
}

fn row(record: CountryRecord, session: &Session) -> Row<CountryRecord> {
    let cells = vec![
        record.name.clone(),
        record.code.to_string(),
        session.words.number(record.briefs),
        session.words.number(record.unread),
        shown::list_date(record.latest, session),
    ];
    Row { record, cells }
}
