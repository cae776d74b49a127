//! `chancery --plain`: the reader line by line, on a terminal or a pipe.

use std::io;
use std::sync::Arc;

use super::failure::Failure;
use super::output::complain;
use super::session::{Outcome, Session};
use crate::plain::{self, Start};
use crate::terminal::capability;

/// Lines of a page where there is no terminal.
const LINES: usize = 20;
/// Columns there.
const COLUMNS: usize = 80;

pub(super) fn run(session: &mut Session) -> Result<Outcome, Failure> {
    for complaint in session.configuration.complaints(&session.words) {
        complain(&complaint);
    }
    let (lines, columns) = match session.output.screen {
        Some(screen) => {
            // The order typed, the line that tells of more, and one that stays of the page before.
            let rows = usize::from(capability::size().1).saturating_sub(3);
            (rows.max(5), screen.columns.max(20))
        }
        None => (LINES, COLUMNS),
    };
    let start = Start {
        folders: session.folders.clone(),
        words: Arc::clone(&session.words),
        settings: session.configuration.settings.clone(),
        rights: session.rights,
        today: session.today,
        lines,
        columns,
        ascii: session.output.is_ascii(),
    };
    plain::run(start, &mut io::stdin().lock(), &mut session.output)?;
    Ok(Outcome::Found)
}
