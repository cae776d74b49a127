//! The worker that looks at all countries at once, for digests and agendas: a long one holds no country page up.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};

use super::inbox::Inbox;
use super::notices;
use crate::app::message::Message;
use crate::library::{Shelf, Snapshot};
use crate::store::ReadError;
use crate::summary::Survey;

/// Something to compile.
#[derive(Debug)]
pub(super) struct Task {
    /// Comes back with it.
    pub(super) generation: u64,
    /// Which of the two.
    pub(super) wanted: Wanted,
    /// What to look for.
    pub(super) survey: Survey,
    /// From which briefs.
    pub(super) library: Arc<Snapshot>,
    /// Where they lie.
    pub(super) shelf: Shelf,
}

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// What is new.
    Digest,
    /// What happens when.
    Agenda,
}

/// Starts the worker and returns the way to it.
///
/// # Errors
/// Where no thread can be started.
pub(super) fn start(inbox: Inbox) -> std::io::Result<Sender<Task>> {
    let (sender, tasks) = channel::<Task>();
    std::thread::Builder::new().name("survey".into()).spawn(move || {
        while let Ok(first) = tasks.recv() {
            // Only what was asked for last is still wanted.
            let task = tasks.try_iter().last().unwrap_or(first);
            inbox.tell(match catch_unwind(AssertUnwindSafe(|| compile(&task))) {
                Ok(Ok(message)) => message,
                Ok(Err(error)) => Message::Notice(notices::read_error(&error)),
                Err(panic) => Message::Notice(notices::worker_failed(panic.as_ref())),
            });
        }
    })?;
    Ok(sender)
}

fn compile(task: &Task) -> Result<Message, ReadError> {
    let Task { generation, wanted, survey, library, shelf } = task;
    let generation = *generation;
    Ok(match wanted {
        Wanted::Digest => {
            Message::Digested { generation, digest: Arc::new(shelf.digest(library, survey)?) }
        }
        Wanted::Agenda => {
            Message::Scheduled { generation, agenda: Arc::new(shelf.agenda(library, survey)?) }
        }
    })
}
