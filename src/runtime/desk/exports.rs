//! Texts that leave the reader: files, paper, the clipboard that tmux keeps.

use std::path::Path;

use super::{Desk, notices};
use crate::app::Notice;
use crate::app::effect::Parcel;
use crate::app::message::Message;
use crate::runtime::clipboard;
use crate::runtime::printer::lp;
use crate::store::output::{self, Existing, OutputError};

impl Desk {
    /// Writes an export.
    pub(super) fn write(&self, path: String, parcel: &Parcel, replace: bool) {
        let existing = if replace { Existing::Replace } else { Existing::Keep };
        let expanded = from_home(&path);
        let written = output::write(Path::new(&expanded), parcel.text.as_bytes(), existing);
        self.inbox.tell(match written {
            Ok(()) => Message::Notice(Notice::info("exported").text("path", path)),
            Err(OutputError::Exists(_)) if !replace => Message::ExportExists { path },
            Err(error) => Message::Notice(notices::output_error(&path, &error)),
        });
    }

    /// Sends a text to the printer, through `lp` and no shell.
    pub(super) fn print(&self, parcel: &Parcel) {
        self.inbox.tell(Message::Notice(match lp(&parcel.text) {
            Ok(()) => Notice::info("printed"),
            Err(detail) => Notice::warning("print-failed").text("detail", detail),
        }));
    }

    /// Gives a text to tmux for the terminal's clipboard.
    pub(super) fn copy(&self, parcel: &Parcel) {
        self.inbox.tell(Message::Notice(match clipboard::tmux(&parcel.text) {
            Ok(()) => Notice::info("sent-to-tmux"),
            Err(detail) => Notice::warning("tmux-failed").text("detail", detail),
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
