//! The loop that ties the interface to the machine: one inbox, workers behind it, one frame a burst.
//!
//! ```text
//! keyboard ─┐                       ┌─> desk   (opens briefs, keeps marks, writes exports)
//! signals  ─┼─> inbox ─> update ─> effects ─> study  (compiles country pages)
//! workers  ─┘              │        ├─> survey (compiles digests and agendas)
//!                          │        ├─> searching (answers from the full-text index)
//!                          │        └─> keeper (checks the folder)
//!                          └─> view ─> one write
//! ```
//!
//! The loop blocks until something arrives, takes all that is there, then draws once. Nothing ticks:
//! an idle reader neither writes nor wakes up.

mod browser;
mod clipboard;
mod desk;
mod editor;
mod inbox;
mod indexing;
mod keeping;
pub mod lookup;
mod notices;
mod poster;
mod printer;
pub mod queries;
mod searching;
mod session;
mod study;
mod survey;
mod timers;

use std::ffi::OsString;
use std::io;
use std::sync::Arc;

use crate::app::{Setup, State};
use crate::library::Keeper;
use crate::store::Folders;
use crate::terminal::{Capability, Guard, GuardError, Output, Screen, capability};
use session::Session;

/// What the reader is started with.
#[derive(Debug)]
pub struct Start {
    /// Where things are kept.
    pub folders: Folders,
    /// What the terminal can do.
    pub capability: Capability,
    /// What the interface starts with; its size and library are filled in here.
    pub setup: Setup,
    /// The arguments by which this program makes the full-text index of these folders behind a reader; without them the
    /// reader starts no program for it, and makes the index itself.
    pub indexing: Option<Vec<OsString>>,
}

/// Why the reader could not start or go on.
#[derive(Debug, thiserror::Error)]
pub enum RuntimeError {
    /// The terminal cannot be taken over.
    #[error(transparent)]
    Terminal(#[from] GuardError),
    /// A thread cannot be started, or the terminal cannot be written.
    #[error("the system refuses ({0}): close other programs and try again")]
    System(#[from] io::Error),
}

/// Opens the reader; returns the exit code once it is left.
///
/// # Errors
/// [`RuntimeError`] where the terminal or a thread cannot be had; the terminal is restored.
pub fn run(start: Start) -> Result<u8, RuntimeError> {
    let Start { folders, capability, mut setup, indexing } = start;
    let size = capability::size();
    setup.size = size;
    let words = Arc::clone(&setup.words);
    let guard = Guard::enter(notices::report_panic)?;
    let mut screen = Screen::new(Output::open()?, capability, size);
    // The first screen is on show before the library is open; keys wait for it in the inbox.
    poster::show(&folders, &setup, &mut screen)?;
    let keeper = Keeper::open(&folders);
    setup.library = Arc::clone(keeper.snapshot());
    let mut session = Session::new(State::new(setup), guard, screen);
    // It comes from the cache alone; everything else starts behind it.
    session.draw()?;
    session.start_workers(keeper, folders, words, indexing)?;
    session.run()
}
