//! The worker that checks the folder: at the start, on a hint, when asked to.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};

use super::inbox::Inbox;
use super::{desk, indexing, notices};
use crate::app::Notice;
use crate::app::message::Message;
use crate::library::{Keeper, Progress, Snapshot};
use crate::store::watch::Watch;
use crate::store::{Briefs, Folders};

/// A task for the keeper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Task {
    /// Check the folder.
    Refresh,
    /// Turn to the sample briefs.
    Samples,
}

/// Files below which progress is not worth a line.
const MANY: usize = 200;

/// Starts the worker with a first check of the folder; returns the way to it.
///
/// # Errors
/// Where no thread can be started.
pub(super) fn start(
    inbox: Inbox,
    (desk, indexing): (Sender<desk::Task>, Sender<indexing::Task>),
    keeper: Keeper,
    folders: Folders,
) -> std::io::Result<Sender<Task>> {
    let (sender, tasks) = channel();
    let hints = sender.clone();
    std::thread::Builder::new().name("keeper".into()).spawn(move || {
        let mut keeping = Keeping { inbox, desk, indexing, keeper, folders };
        keeping.refresh();
        // Watching starts behind the first check: it is never what a first screen waits for.
        let _watch = keeping.watch(hints);
        while let Ok(task) = tasks.recv() {
            let many: Vec<Task> = std::iter::once(task).chain(tasks.try_iter()).collect();
            if many.contains(&Task::Samples) {
                keeping.turn_to_samples();
            }
            keeping.refresh();
        }
    })?;
    Ok(sender)
}

/// The keeper and those it tells.
struct Keeping {
    inbox: Inbox,
    desk: Sender<desk::Task>,
    indexing: Sender<indexing::Task>,
    keeper: Keeper,
    folders: Folders,
}

impl Keeping {
    /// Checks the folder and passes on what is new.
    fn refresh(&mut self) {
        let (inbox, desk) = (self.inbox.clone(), self.desk.clone());
        let mut progress = |progress: Progress| {
            let Progress { done, total, snapshot } = progress;
            if total >= MANY {
                inbox.tell(Message::Filing { done, total });
            }
            if let Some(snapshot) = snapshot {
                let _ended = desk.send(desk::Task::Library(snapshot));
            }
        };
        let keeper = &mut self.keeper;
        let checked = catch_unwind(AssertUnwindSafe(|| keeper.refresh(&mut progress)));
        match checked {
            Ok(Ok(Some(snapshot))) => {
                let _ended = self.desk.send(desk::Task::Library(Arc::clone(&snapshot)));
                self.index(snapshot);
            }
            Ok(Ok(None)) => {}
            Ok(Err(error)) => self.inbox.tell(Message::Notice(notices::read_error(&error))),
            Err(panic) => {
                self.inbox.tell(Message::Notice(notices::worker_failed(panic.as_ref())));
                // What it was doing is lost; the cache and the journal are not.
                self.keeper = Keeper::open(&self.folders);
            }
        }
        self.inbox.tell(Message::Filing { done: 0, total: 0 });
    }

    /// Has the words of a library indexed, once everybody else has seen it.
    fn index(&self, library: Arc<Snapshot>) {
        let shelf = self.keeper.shelf().clone();
        let _ended =
            self.indexing.send(indexing::Task { folders: self.folders.clone(), shelf, library });
    }

    /// Turns to the sample briefs that are compiled in.
    fn turn_to_samples(&mut self) {
        self.folders = Folders { briefs: Briefs::Samples, ..self.folders.clone() };
        self.keeper = Keeper::open(&self.folders);
        let _ended = self.desk.send(desk::Task::Shelf(self.keeper.shelf().clone()));
        self.inbox.tell(Message::Notice(Notice::info("samples-shown")));
    }

    /// Watches the folder; the samples need no watching.
    fn watch(&self, hints: Sender<Task>) -> Option<Watch> {
        let Briefs::Folder(folder) = &self.folders.briefs else { return None };
        let folder: PathBuf = folder.clone();
        let watch = Watch::start(folder, move || {
            let _ended = hints.send(Task::Refresh);
        });
        // Without a watch `r` still checks the folder.
        watch.ok()
    }
}
