//! The worker that keeps the full-text index, once the command line has made it, up to date behind the reader: it takes what
//! the keeper saw last, and time that nobody else wants.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};

use super::inbox::Inbox;
use super::{notices, searching};
use crate::app::message::Message;
use crate::library::{Indexer, Pace, Shelf, Snapshot};
use crate::store::Folders;

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

/// Starts the worker and returns the way to it.
///
/// # Errors
/// Where no thread can be started.
pub(super) fn start(
    inbox: Inbox,
    searching: Sender<searching::Task>,
) -> std::io::Result<Sender<Task>> {
    let (sender, tasks) = channel::<Task>();
    std::thread::Builder::new().name("indexing".into()).spawn(move || {
        // A system that refuses lets the worker run like any other.
        let _ = rustix::process::nice(NICENESS);
        while let Ok(first) = tasks.recv() {
            let Task { folders, shelf, library } = tasks.try_iter().last().unwrap_or(first);
            let indexer = Indexer::new(&folders, &shelf);
            // A first index of a large folder takes more memory than a reader may.
            if !indexer.is_kept() {
                continue;
            }
            let update = || indexer.update(&library, Pace::Behind, &mut |_, _| {});
            // What cannot be kept is told by the command that needs it; the reader loses nothing.
            match catch_unwind(AssertUnwindSafe(update)) {
                Ok(updated) => {
                    if updated.is_ok_and(|updated| updated.added + updated.removed > 0) {
                        let _ended = searching.send(searching::Task::Indexed);
                    }
                }
                Err(panic) => {
                    inbox.tell(Message::Notice(notices::worker_failed(panic.as_ref())));
                }
            }
        }
    })?;
    Ok(sender)
}
