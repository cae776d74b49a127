//! All file I/O: the briefs folder (only `import` makes files in it), the catalogue cache, the journal, exports.
//!
//! Knows bytes, paths and the formats of its own files; what is in a brief is `filing`'s business.

#![allow(clippy::disallowed_methods, reason = "this is the one place that touches files")]

mod cache_file;
pub mod catalogue;
pub mod clock;
pub mod extracts;
pub mod folders;
mod grouping;
pub mod inbox;
mod index_folder;
pub mod input;
pub mod journal;
pub mod local_day;
pub mod notes;
pub mod output;
pub mod pages;
pub mod past_queries;
mod plain_file;
pub mod poster;
pub mod root;
pub mod samples;
pub mod scan;
pub mod settings_file;
pub mod sources;
pub mod watch;

pub use folders::{Folders, StateError};
pub use index_folder::IndexFolder;
pub use root::{Briefs, FileBytes, FileStamp, ReadError, Root};

/// The system's words for an error, without its number.
fn words(error: impl Into<std::io::Error>) -> String {
    let error = error.into();
    let text = error.to_string();
    match text.split_once(" (os error") {
        Some((words, _)) => words.to_lowercase(),
        None => text,
    }
}
