//! Errors of the lower layers as lines for the reader, and the report of a panic.

use std::io::Write;
use std::panic::PanicHookInfo;

use super::editor::EditorError;
use crate::app::{Notice, labels};
use crate::library::NoteError;
use crate::messages::Messages;
use crate::search::index::IndexError;
use crate::store::inbox::{self, InboxError};
use crate::store::output::OutputError;
use crate::store::{ReadError, StateError};
use crate::text::Safe;

/// Why a brief cannot be shown.
pub(super) fn read_error(error: &ReadError) -> Notice {
    match error {
        ReadError::Folder { folder, reason } => Notice::warning("folder-unreadable")
            .text("folder", folder.to_string_lossy())
            .text("detail", reason),
        ReadError::Gone(file) | ReadError::StoryGone(file) => {
            Notice::warning("gone").text("file", file.as_str())
        }
        ReadError::LinkOutside(file) | ReadError::NotAFile(file) => Notice::warning("cannot-read")
            .text("file", file.as_str())
            .text("detail", error.to_string()),
        ReadError::Unreadable { file, reason } => {
            Notice::warning("cannot-read").text("file", file.as_str()).text("detail", reason)
        }
    }
}

/// Why a mark is not on disk.
pub(super) fn state_error(words: &Messages, error: &StateError) -> Notice {
    Notice::warning("not-saved").text("detail", labels::not_kept(words, error))
}

/// Why marks will not be kept, said at the start.
pub(super) fn no_state(words: &Messages, error: &StateError) -> Notice {
    Notice::warning("marks-not-kept").text("detail", labels::not_kept(words, error))
}

/// That some lines of the journal cannot be read, said at the start.
pub(super) fn damaged_journal(lines: usize) -> Notice {
    Notice::warning("journal-damaged").number("count", lines)
}

/// Why a note is not on disk.
pub(super) fn note_error(words: &Messages, error: &NoteError) -> Notice {
    match error {
        NoteError::TooLong => Notice::warning("note-too-long"),
        NoteError::State(error) => {
            Notice::warning("note-not-kept").text("detail", labels::not_kept(words, error))
        }
        NoteError::Changed(_) => Notice::warning("note-not-kept").text("detail", error.to_string()),
    }
}

/// Why what is being written is not on disk.
pub(super) fn draft_error(words: &Messages, error: &StateError) -> Notice {
    Notice::warning("note-draft-not-kept").text("detail", labels::not_kept(words, error))
}

/// Why a dispatch is not in the inbox.
pub(super) fn inbox_error(words: &Messages, error: &InboxError) -> Notice {
    match error {
        InboxError::TooLong => {
            Notice::warning("import-too-long").number("most", inbox::MOST_BYTES / 1024)
        }
        InboxError::Crowded(_) => {
            Notice::warning("import-crowded").number("most", inbox::MOST_FILES)
        }
        InboxError::State(error) => {
            Notice::warning("import-not-kept").text("detail", labels::not_kept(words, error))
        }
    }
}

/// Why a dispatch stays in the inbox.
pub(super) fn not_discarded(words: &Messages, error: &StateError) -> Notice {
    Notice::warning("discard-failed").text("detail", labels::not_kept(words, error))
}

/// Why there are no notes.
pub(super) fn no_notes(words: &Messages, error: &StateError) -> Notice {
    Notice::warning("notes-not-read").text("detail", labels::not_kept(words, error))
}

/// Why an editor gave no words back.
pub(super) fn editor_error(error: &EditorError) -> Notice {
    match error {
        EditorError::Unset => Notice::info("note-editor-unset"),
        EditorError::Failed { editor, reason } => {
            Notice::warning("note-editor-failed").text("editor", editor).text("detail", reason)
        }
    }
}

/// Why a browser did not open an address.
pub(super) fn browser_error(detail: String) -> Notice {
    Notice::warning("link-not-opened").text("detail", detail)
}

/// Why the texts are not searched.
pub(super) fn index_error(error: &IndexError) -> Notice {
    match error {
        IndexError::Missing => Notice::info("index-missing"),
        IndexError::Damaged => Notice::info("index-damaged"),
        error => Notice::info("index-refuses").text("detail", error.to_string()),
    }
}

/// Why an export was not written.
pub(super) fn output_error(path: &str, error: &OutputError) -> Notice {
    Notice::warning("export-failed").text("path", path).text("detail", error.to_string())
}

/// A worker's task failed.
pub(super) fn worker_failed(panic: &(dyn std::any::Any + Send)) -> Notice {
    let words = panic.downcast_ref::<&str>().copied().map(str::to_owned);
    let words = words.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
    Notice::warning("worker-failed").text("detail", words)
}

/// One line on the restored terminal, where the drawing thread itself failed.
pub(super) fn report_panic(info: &PanicHookInfo<'_>) {
    let place = info.location().map(|place| format!(" ({}:{})", place.file(), place.line()));
    let what = info.payload().downcast_ref::<&str>().copied().unwrap_or("an internal error");
    let line = format!(
        "chancery stopped: {what}{}. Your marks are kept; please report this line.",
        place.unwrap_or_default()
    );
    // Nothing can be done where even this line cannot be written.
    let _unwritten = writeln!(std::io::stderr(), "{}", Safe::new(&line));
}
