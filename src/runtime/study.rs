//! The worker that compiles country pages, so that a long one holds nothing up.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};

use super::inbox::Inbox;
use super::notices;
use crate::app::message::Message;
use crate::library::{Shelf, Snapshot};
use crate::model::Since;
use crate::summary::Request;

/// A page to compile.
#[derive(Debug)]
pub(super) struct Task {
    /// Comes back with the page.
    pub(super) generation: u64,
    /// What to compile.
    pub(super) request: Request,
    /// When the period begins that its changes are of.
    pub(super) since: Option<Since>,
    /// From which briefs.
    pub(super) library: Arc<Snapshot>,
    /// Where they lie.
    pub(super) shelf: Shelf,
}

/// Starts the worker and returns the way to it.
///
/// # Errors
/// Where no thread can be started.
pub(super) fn start(inbox: Inbox) -> std::io::Result<Sender<Task>> {
    let (sender, tasks) = channel::<Task>();
    std::thread::Builder::new().name("study".into()).spawn(move || {
        while let Ok(first) = tasks.recv() {
            // Only the page asked for last is still wanted.
            let task = tasks.try_iter().last().unwrap_or(first);
            let Task { generation, request, since, library, shelf } = task;
            let mut show = |summary| {
                inbox.tell(Message::Summarised { generation, summary: Arc::new(summary) });
            };
            let page = || shelf.page(&library, &request, since, &mut show);
            match catch_unwind(AssertUnwindSafe(page)) {
                Ok(Ok(())) => {}
                Ok(Err(error)) => inbox.tell(Message::Notice(notices::read_error(&error))),
                Err(panic) => inbox.tell(Message::Notice(notices::worker_failed(panic.as_ref()))),
            }
        }
    })?;
    Ok(sender)
}
