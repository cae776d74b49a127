//! The worker that searches the texts, so that neither a key nor the text that is opened next stands behind a long search. Of
//! several searches asked for in a row only the last is worth anything. It also counts what saved searches hold, when the
//! library, the index, the marks or the searches change.

mod counting;
#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Instant;

use super::inbox::Inbox;
use super::notices;
use crate::app::Notice;
use crate::app::message::{Answer, Message};
use crate::app::saved::Counted;
use crate::library::{FullText, Notes, Request, Shelf, Snapshot};
use crate::model::{Marks, PartialDate, Searches};
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
    /// The notes are these now.
    Notes(Arc<Notes>),
    /// The saved searches are these now.
    Searches(Arc<Searches>),
    /// The index holds more, or less, than before.
    Indexed,
    /// The briefs are somewhere else.
    Folders(Folders, Shelf),
    /// Search.
    Search(Wish),
}

/// What is searched for.
#[derive(Debug)]
pub(super) struct Wish {
    pub(super) generation: u64,
    pub(super) query: Arc<Query>,
    pub(super) order: Order,
    pub(super) limit: usize,
}

/// The texts.
#[derive(Debug)]
pub(super) struct Texts {
    pub(super) library: Arc<Snapshot>,
    pub(super) folders: Folders,
    pub(super) shelf: Shelf,
}

/// What it knows.
struct Searching {
    inbox: Inbox,
    texts: Texts,
    marks: Arc<Marks>,
    notes: Arc<Notes>,
    searches: Arc<Searches>,
    /// What the interface was told of the searches.
    counted: Arc<Vec<Counted>>,
    today: PartialDate,
}

/// Starts the worker and returns the way to it.
///
/// # Errors
/// Where no thread can be started.
pub(super) fn start(
    inbox: Inbox,
    texts: Texts,
    today: PartialDate,
) -> std::io::Result<Sender<Task>> {
    let (sender, tasks) = channel();
    std::thread::Builder::new().name("searching".into()).spawn(move || {
        let marks = Arc::clone(&texts.library.marks);
        let (notes, searches, counted) = Default::default();
        Searching { inbox, texts, marks, notes, searches, counted, today }.work(&tasks);
    })?;
    Ok(sender)
}

impl Searching {
    /// Works until the loop ends. What is waited for comes before what is counted.
    fn work(mut self, tasks: &Receiver<Task>) {
        while let Ok(first) = tasks.recv() {
            let (mut latest, mut counts) = (None, false);
            for task in std::iter::once(first).chain(tasks.try_iter()) {
                counts |= self.is_news(&task);
                if let Some(wish) = self.take(task) {
                    latest = Some(wish);
                }
            }
            if let Some(Wish { generation, query, order, limit }) = latest {
                let search = || self.search(&query, order, limit);
                let result = catch_unwind(AssertUnwindSafe(search))
                    .unwrap_or_else(|panic| Err(notices::worker_failed(panic.as_ref())));
                self.inbox.tell(Message::Searched { generation, result });
            }
            if counts && let Err(panic) = catch_unwind(AssertUnwindSafe(|| self.count())) {
                self.inbox.tell(Message::Notice(notices::worker_failed(panic.as_ref())));
            }
        }
    }

    /// Whether a task can change what searches hold.
    fn is_news(&self, task: &Task) -> bool {
        match task {
            Task::Search(_) => false,
            Task::Marks(marks) => !Arc::ptr_eq(marks, &self.marks),
            _ => true,
        }
    }

    /// Takes what is known now; gives back what is to be searched for.
    fn take(&mut self, task: Task) -> Option<Wish> {
        match task {
            Task::Library(library) => {
                self.marks = Arc::clone(&library.marks);
                self.texts.library = library;
            }
            Task::Marks(marks) => self.marks = marks,
            Task::Notes(notes) => self.notes = notes,
            Task::Searches(searches) => self.searches = searches,
            Task::Indexed => {}
            Task::Folders(folders, shelf) => {
                self.texts.folders = folders;
                self.texts.shelf = shelf;
            }
            Task::Search(wish) => return Some(wish),
        }
        None
    }

    /// Answers a query from the index as it is.
    fn search(&self, query: &Query, order: Order, limit: usize) -> Result<Answer, Notice> {
        let start = Instant::now();
        let refused = |error: IndexError| notices::index_error(&error);
        // Another process may have written it since, or made it anew.
        let texts = FullText::open(&self.texts.folders).map_err(refused)?;
        let library = || Arc::clone(&self.texts.library);
        let (marks, notes) = (&*self.marks, &*self.notes);
        let request = Request { query, marks, notes, library: &library, order, limit };
        let findings = Arc::new(texts.search(&request).map_err(refused)?);
        let lacking = (!texts.is_complete()).then(|| Notice::info("index-partial"));
        Ok(Answer { findings, took: start.elapsed(), lacking })
    }
}
