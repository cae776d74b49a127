//! `chancery check`: what is wrong with files, `file:line: sentence`.

use super::failure::Failure;
use super::options::{CheckOptions, TableFormat};
use super::records::ProblemRecord;
use super::session::{Outcome, Session};
use super::table::{self, Column, Row};
use crate::messages::Messages;
use crate::model::Diagnostic;

pub(super) fn run(session: &mut Session, options: &CheckOptions) -> Result<Outcome, Failure> {
    let library = session.library()?;
    let all = library.snapshot.diagnostics.iter();
    let told: Vec<&Diagnostic> =
        all.filter(|diagnostic| options.all || !diagnostic.problem.is_notice()).collect();
    // What is wrong with the reader's own names was said on standard error.
    let is_clean = told.iter().all(|diagnostic| diagnostic.problem.is_notice())
        && session.configuration.gazetteer.is_well();
    if options.table.format == TableFormat::Text {
        for diagnostic in &told {
            let line = session.words.diagnostic(diagnostic);
            session.output.plain(&line)?;
        }
        if is_clean {
            session.output.plain(&session.words.text("cli-no-problems"))?;
        }
        return Ok(Outcome::found(is_clean));
    }
    let columns = columns(&session.words);
    let rows: Vec<Row<ProblemRecord>> =
        told.iter().map(|diagnostic| row(record(diagnostic, &session.words))).collect();
    table::write(&mut session.output, options.table.format, &columns, &rows)?;
    Ok(Outcome::found(is_clean))
}

/// A diagnostic as scripts read it.
pub(super) fn record(diagnostic: &Diagnostic, words: &Messages) -> ProblemRecord {
    let problem = &diagnostic.problem;
    ProblemRecord {
        file: diagnostic.file.clone(),
        line: diagnostic.line,
        problem: problem.key().trim_start_matches("problem-"),
        notice: problem.is_notice(),
        message: words.with(problem.key(), &problem.arguments()),
    }
}

fn columns(words: &Messages) -> [Column; 3] {
    [
        Column::new(&words.text("export-file"), 40),
        Column::numbers(&words.text("cli-column-line")),
        Column::new(&words.text("cli-column-problem"), 120),
    ]
}

fn row(record: ProblemRecord) -> Row<ProblemRecord> {
    let line = record.line.map(|line| line.to_string()).unwrap_or_default();
    Row { cells: vec![record.file.to_string(), line, record.message.clone()], record }
}
