//! Texts that leave the reader: files, paper, the clipboard that tmux keeps.

use std::path::Path;

use super::{Desk, notices};
use crate::app::Notice;
use crate::app::effect::Parcel;
use crate::app::message::Message;
use crate::model::Way;
use crate::runtime::clipboard;
use crate::runtime::printer::lp;
use crate::store::output::{self, Existing, OutputError};

impl Desk {
    /// Writes an export.
    pub(super) fn write(&mut self, path: String, parcel: Parcel, replace: bool) {
        let existing = if replace { Existing::Replace } else { Existing::Keep };
        let expanded = from_home(&path);
        let written = output::write(Path::new(&expanded), parcel.text.as_bytes(), existing);
        match written {
            Ok(()) => {
                self.inbox.tell(Message::Notice(Notice::info("exported").text("path", path)));
                self.taken_along(parcel.briefs, Way::Exported);
            }
            Err(OutputError::Exists(_)) if !replace => {
                self.inbox.tell(Message::ExportExists { path, parcel });
            }
            Err(error) => {
                self.inbox.tell(Message::Notice(notices::output_error(&path, &error)));
            }
        }
    }

    /// Sends a text to the printer, through `lp` and no shell.
    pub(super) fn print(&mut self, parcel: Parcel) {
        let printed = lp(&parcel.text);
        if printed.is_ok() {
            self.taken_along(parcel.briefs, Way::Printed);
        }
        self.inbox.tell(Message::Notice(match printed {
            Ok(()) => Notice::info("printed"),
            Err(detail) => Notice::warning("print-failed").text("detail", detail),
        }));
    }

    /// Gives a text to tmux for the terminal's clipboard.
    pub(super) fn copy_by_tmux(&mut self, parcel: Parcel) {
        let sent = clipboard::tmux(&parcel.text);
        if sent.is_ok() {
            self.taken_along(parcel.briefs, Way::Copied);
        }
        self.inbox.tell(Message::Notice(match sent {
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
