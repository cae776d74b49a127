//! `chancery queries`: the ways to ask, from the table that the parser reads.

use super::failure::Failure;
use super::options::{TableFormat, TableOptions};
use super::records::QueryRecord;
use super::session::{Outcome, Session};
use super::table::{self, Column, Row};
use crate::messages::Messages;
use crate::search::query::{Entry, guide};

pub(super) fn run(session: &mut Session, options: &TableOptions) -> Result<Outcome, Failure> {
    let columns = columns(&session.words);
    let rows: Vec<Row<QueryRecord>> =
        guide(session.words.language()).map(|entry| row(&entry, &session.words)).collect();
    table::write(&mut session.output, options.format, &columns, &rows)?;
    if options.format == TableFormat::Text {
        session.output.plain("")?;
        session.output.plain(&session.words.text("query-intro"))?;
    }
    Ok(Outcome::Found)
}

fn row(entry: &Entry, words: &Messages) -> Row<QueryRecord> {
    let description = words.with(&entry.message(), &entry.arguments);
    let example = entry.example.to_owned();
    let cells = vec![example.clone(), entry.names.join(" "), description.clone()];
    let record =
        QueryRecord { kind: entry.kind.clone(), names: entry.names.clone(), example, description };
    Row { record, cells }
}

fn columns(words: &Messages) -> [Column; 3] {
    [
        Column::new(&words.text("query-column-example"), 30),
        Column::new(&words.text("query-column-names"), 24),
        Column::new(&words.text("query-column-does"), 120).sharing(1),
    ]
}
