//! The worker that searches the texts, so that neither a key nor the text that is opened next stands behind a long search. Of
//! several searches asked for in a row only the last is worth anything.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Instant;

use super::inbox::Inbox;
use super::notices;
use crate::app::Notice;
use crate::app::message::{Answer, Message};
use crate::library::{FullText, Request, Snapshot};
use crate::model::Marks;
use crate::search::Query;
use crate::search::index::{IndexError, Order};
use crate::store::Folders;

/// A task for it.
#[derive(Debug)]
pub(super) enum Task {
    /// The briefs are these now.
    Library(Arc<Snapshot>),
    /// The marks are these now.
    Marks(Arc<Marks>),
    /// They are somewhere else.
    Folders(Folders),
    /// Search.
    Search { generation: u64, query: Arc<Query>, order: Order, limit: usize },
}

/// What it knows.
struct Searching {
    inbox: Inbox,
    folders: Folders,
    library: Arc<Snapshot>,
    marks: Arc<Marks>,
}

/// Starts the worker and returns the way to it.
///
/// # Errors
/// Where no thread can be started.
pub(super) fn start(
    inbox: Inbox,
    library: Arc<Snapshot>,
    folders: Folders,
) -> std::io::Result<Sender<Task>> {
    let (sender, tasks) = channel();
    std::thread::Builder::new().name("searching".into()).spawn(move || {
        let marks = Arc::clone(&library.marks);
        Searching { inbox, folders, library, marks }.work(&tasks);
    })?;
    Ok(sender)
}

impl Searching {
    /// Works until the loop ends.
    fn work(mut self, tasks: &Receiver<Task>) {
        while let Ok(first) = tasks.recv() {
            let mut latest = None;
            for task in std::iter::once(first).chain(tasks.try_iter()) {
                match task {
                    Task::Library(library) => {
                        self.marks = Arc::clone(&library.marks);
                        self.library = library;
                    }
                    Task::Marks(marks) => self.marks = marks,
                    Task::Folders(folders) => self.folders = folders,
                    Task::Search { generation, query, order, limit } => {
                        latest = Some((generation, query, order, limit));
                    }
                }
            }
            let Some((generation, query, order, limit)) = latest else { continue };
            let search = || self.search(&query, order, limit);
            let result = catch_unwind(AssertUnwindSafe(search))
                .unwrap_or_else(|panic| Err(notices::worker_failed(panic.as_ref())));
            self.inbox.tell(Message::Searched { generation, result });
        }
    }

    /// Answers a query from the index as it is.
    fn search(&self, query: &Query, order: Order, limit: usize) -> Result<Answer, Notice> {
        let start = Instant::now();
        let refused = |error: IndexError| notices::index_error(&error);
        // Another process may have written it since, or made it anew.
        let texts = FullText::open(&self.folders).map_err(refused)?;
        let library = || Arc::clone(&self.library);
        let request = Request { query, marks: &self.marks, library: &library, order, limit };
        let findings = Arc::new(texts.search(&request).map_err(refused)?);
        let lacking = (!texts.is_complete()).then(|| Notice::info("index-partial"));
        Ok(Answer { findings, took: start.elapsed(), lacking })
    }
}
