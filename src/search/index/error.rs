//! Why the index could not answer or be written.

use std::any::Any;

use tantivy::TantivyError;
use tantivy::directory::error::{LockError, OpenReadError};

/// Why the index could not answer or be written. Whatever it is, the briefs themselves are untouched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IndexError {
    /// There is none yet.
    #[error("there is no index yet; run chancery index")]
    Missing,
    /// Another process is writing it.
    #[error("another process is writing the index; what it holds by now is searched")]
    Busy,
    /// Its files are not as they were written.
    #[error("the index is damaged; run chancery index --rebuild")]
    Damaged,
    /// The system refuses to read or write it.
    #[error(
        "the index cannot be read or written ({0}); free some space or name another folder with --cache"
    )]
    System(String),
    /// The query is more than the index can answer.
    #[error("the index cannot answer this query ({0}); write fewer or longer words")]
    Query(String),
}

impl From<TantivyError> for IndexError {
    fn from(error: TantivyError) -> Self {
        match error {
            TantivyError::LockFailure(LockError::LockBusy, _) => Self::Busy,
            TantivyError::LockFailure(LockError::IoError(error), _)
            | TantivyError::IoError(error) => Self::of_system(&error),
            TantivyError::InvalidArgument(reason) => Self::Query(reason),
            // Whoever writes learns more from the folder; see `store::IndexFolder`.
            TantivyError::ErrorInThread(reason) => Self::System(reason),
            _ => Self::Damaged,
        }
    }
}

impl From<OpenReadError> for IndexError {
    fn from(error: OpenReadError) -> Self {
        match error {
            OpenReadError::FileDoesNotExist(_) => Self::Missing,
            OpenReadError::IoError { io_error, .. } => Self::of_system(&io_error),
            OpenReadError::IncompatibleIndex(_) => Self::Damaged,
        }
    }
}

impl From<std::io::Error> for IndexError {
    fn from(error: std::io::Error) -> Self {
        Self::of_system(&error)
    }
}

impl IndexError {
    /// Tells a refusal of the system from bytes that make no sense.
    fn of_system(error: &std::io::Error) -> Self {
        use std::io::ErrorKind::{InvalidData, NotFound, Other, UnexpectedEof};
        match error.kind() {
            InvalidData | UnexpectedEof | NotFound | Other => Self::Damaged,
            _ => Self::System(error.to_string()),
        }
    }

    /// Damaged bytes can make the library panic where it should refuse them.
    pub(super) fn of_panic(_panic: Box<dyn Any + Send>) -> Self {
        Self::Damaged
    }
}
