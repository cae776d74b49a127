//! The full-text index as the commands come by it: as it is, or made where there is none.

use super::failure::{self, Failure};
use super::output::{complain, show_progress};
use super::session::{Library, Session};
use crate::library::{FullText, Indexer, IndexingError, Pace, Updated};
use crate::model::Argument;
use crate::search::index::IndexError;

/// The index as it is; one that is missing, damaged or was left unfinished is made first.
pub(super) fn open(session: &Session) -> Result<FullText, Failure> {
    match FullText::open(&session.folders) {
        Ok(text) if text.is_complete() => Ok(text),
        Ok(_) | Err(IndexError::Missing) => renewed(session),
        Err(IndexError::Damaged) => {
            complain(&session.words.text("cli-index-damaged"));
            renewed(session)
        }
        Err(error) => Err(error.into()),
    }
}

/// The index, brought up to date with the folder as it is now.
pub(super) fn renewed(session: &Session) -> Result<FullText, Failure> {
    of_library(session, &session.library()?)
}

/// The index, brought up to date with a library; in memory where it cannot be kept.
pub(super) fn of_library(session: &Session, library: &Library) -> Result<FullText, Failure> {
    let indexer = Indexer::new(&session.folders, library.keeper.shelf());
    match update(session, &indexer, library) {
        Ok(_) | Err(IndexingError::Index(IndexError::Busy)) => {
            match FullText::open(&session.folders) {
                Ok(text) => return Ok(text),
                Err(error) => complain(&failure::index(&error, &session.words)),
            }
        }
        Err(error) => complain(&failure::indexing(&error, &session.words)),
    }
    let snapshot = &library.snapshot;
    Ok(with_progress(session, |progress| FullText::in_memory(&indexer, snapshot, progress))?)
}

/// Brings the index up to date with a library.
pub(super) fn update(
    session: &Session,
    indexer: &Indexer,
    library: &Library,
) -> Result<Updated, IndexingError> {
    with_progress(session, |progress| indexer.update(&library.snapshot, Pace::Full, progress))
}

/// Shows how far a long work on the index is.
pub(super) fn with_progress<T>(
    session: &Session,
    work: impl FnOnce(&mut dyn FnMut(usize, usize)) -> T,
) -> T {
    let mut has_shown = false;
    let done = work(&mut |done, total| {
        has_shown = true;
        let number = |number| Argument::Text(session.words.number(number));
        let arguments = [("done", number(done)), ("total", number(total))];
        show_progress(&session.words.with("cli-indexing", &arguments));
    });
    if has_shown {
        show_progress("");
    }
    done
}
