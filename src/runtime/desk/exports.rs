//! Texts that leave the reader: files and paper.

use std::path::Path;

use super::{Desk, notices};
use crate::app::Notice;
use crate::app::message::Message;
use crate::runtime::printer::lp;
use crate::store::output::{self, Existing, OutputError};

impl Desk {
    /// Writes an export.
    pub(super) fn write(&self, path: String, contents: &str, replace: bool) {
        let existing = if replace { Existing::Replace } else { Existing::Keep };
        let expanded = from_home(&path);
        self.inbox.tell(match output::write(Path::new(&expanded), contents.as_bytes(), existing) {
            Ok(()) => Message::Notice(Notice::info("exported").text("path", path)),
            Err(OutputError::Exists(_)) if !replace => Message::ExportExists { path },
            Err(error) => Message::Notice(notices::output_error(&path, &error)),
        });
    }

    /// Sends a text to the printer, through `lp` and no shell.
    pub(super) fn print(&self, contents: &str) {
        self.inbox.tell(Message::Notice(match lp(contents) {
            Ok(()) => Notice::info("printed"),
            Err(detail) => Notice::warning("print-failed").text("detail", detail),
        }));
    }
}

/// A path as typed, `~/` meaning the home folder.
fn from_home(path: &str) -> String {
    match (path.strip_prefix("~/"), std::env::var("HOME")) {
        (Some(rest), Ok(home)) => format!("{home}/{rest}"),
        _ => path.to_owned(),
    }
}
