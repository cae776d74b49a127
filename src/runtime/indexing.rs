//! The worker that keeps the full-text index, and what pages need of the texts, up to date behind the reader: it takes what the
//! keeper saw last, and time that nobody else wants. A folder's first index takes more memory than a reader may: it leaves that to a process of its own.

use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};

use super::inbox::Inbox;
use super::{notices, searching};
use crate::app::message::Message;
use crate::library::{Indexer, Pace, Shelf, Snapshot};
use crate::store::{Briefs, Folders};

/// How much the worker steps back behind everything else, in the system's steps of 0 to 19.
const NICENESS: i32 = 15;

/// What the index is to hold.
#[derive(Debug)]
pub(super) struct Task {
    /// Where it is kept.
    pub(super) folders: Folders,
    /// What opens the briefs.
    pub(super) shelf: Shelf,
    /// The briefs.
    pub(super) library: Arc<Snapshot>,
}

/// The worker and those it tells.
struct Indexing {
    inbox: Inbox,
    searching: Sender<searching::Task>,
    /// Who makes the first index of a folder.
    first: First,
}

/// Who makes the first index of a folder.
enum First {
    /// This worker: the session may start no program.
    Here,
    /// This program, told so in a process of its own.
    Elsewhere(Vec<OsString>),
    /// Nobody: that failed.
    Nobody,
}

/// Starts the worker and returns the way to it.
///
/// # Errors
/// Where no thread can be started.
pub(super) fn start(
    inbox: Inbox,
    searching: Sender<searching::Task>,
    process: Option<Vec<OsString>>,
) -> std::io::Result<Sender<Task>> {
    let (sender, tasks) = channel::<Task>();
    let first = process.map_or(First::Here, First::Elsewhere);
    let mut indexing = Indexing { inbox, searching, first };
    std::thread::Builder::new().name("indexing".into()).spawn(move || {
        // A system that refuses lets the worker run like any other.
        let _ = rustix::process::nice(NICENESS);
        while let Ok(first) = tasks.recv() {
            let task = tasks.try_iter().last().unwrap_or(first);
            if indexing.index(&task) {
                let _ended = indexing.searching.send(searching::Task::Indexed);
                indexing.inbox.tell(Message::TextsChanged);
            }
            indexing.extract(&task);
        }
    })?;
    Ok(sender)
}

impl Indexing {
    /// Brings the index up to date; whether anything came in or went.
    fn index(&mut self, task: &Task) -> bool {
        let Task { folders, shelf, library } = task;
        let indexer = Indexer::new(folders, shelf);
        let is_first = matches!(folders.briefs, Briefs::Folder(_)) && !indexer.is_kept();
        if is_first && !matches!(self.first, First::Here) {
            return self.index_elsewhere();
        }
        // What cannot be kept is told by the command that needs it; the reader loses nothing.
        let update = || indexer.update(library, Pace::Behind, &mut |_, _| {});
        match catch_unwind(AssertUnwindSafe(update)) {
            Ok(updated) => updated.is_ok_and(|updated| updated.added + updated.removed > 0),
            Err(panic) => {
                self.inbox.tell(Message::Notice(notices::worker_failed(panic.as_ref())));
                false
            }
        }
    }

    /// Finds what pages need in the files that changed, so that no page waits for it.
    fn extract(&self, Task { shelf, library, .. }: &Task) {
        // What cannot be kept is found by the page that needs it.
        let find = || shelf.extract(library, Pace::Behind, &mut |_, _| {});
        if let Err(panic) = catch_unwind(AssertUnwindSafe(find)) {
            self.inbox.tell(Message::Notice(notices::worker_failed(panic.as_ref())));
        }
    }

    /// Has a process of its own make the index; whether it did. It ends with this one, and the next one goes on where it was.
    fn index_elsewhere(&mut self) -> bool {
        let First::Elsewhere(arguments) = &self.first else { return false };
        let made = std::env::current_exe().and_then(|program| {
            let mut command = Command::new(program);
            command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null());
            command.stderr(Stdio::null()).status()
        });
        let is_made = made.is_ok_and(|status| status.success());
        if !is_made {
            self.first = First::Nobody;
        }
        is_made
    }
}
