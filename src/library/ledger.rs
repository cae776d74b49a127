//! The reader's marks, kept: in memory at once, on the disk before a change counts as done.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::{
    Basket, BriefId, Change, Marks, Moment, Naming, Placing, Searches, Taking, Takings,
};
use crate::store::StateError;
use crate::store::clock::Clock;
use crate::store::folders::{Condition, condition};
use crate::store::journal::{Action, Compacted, Event, History, Journal};

/// The reader's marks and the journal they are kept in.
#[derive(Debug)]
pub struct Ledger {
    journal: Option<Journal>,
    clock: Clock,
    history: History,
    /// Events that are not on the disk yet, oldest first.
    pending: VecDeque<Event>,
    trouble: Option<StateError>,
}

impl Ledger {
    /// The marks kept in a state folder. Where they cannot be read, the ledger starts empty; where none could be added,
    /// [`Ledger::trouble`] says so before the first. Nothing is made or changed there until then.
    pub fn open(state: Option<&Path>) -> Self {
        let mut ledger = Self {
            journal: state.map(Journal::new),
            clock: Clock::default(),
            history: History::default(),
            pending: VecDeque::new(),
            trouble: None,
        };
        let readable = ledger.catch_up();
        ledger.trouble = readable.err().or_else(|| match condition(state?) {
            Condition::Unusable(error) => Some(error),
            Condition::Missing | Condition::Ready => None,
        });
        ledger
    }

    /// What the reader corrected, and nothing else of the marks: a fraction of the work, for whoever needs no more. Nothing
    /// where they cannot be read.
    pub fn corrections(state: Option<&Path>) -> Arc<Marks> {
        let mut history = History::default();
        history
            .extend(state.and_then(|state| Journal::corrections(state).ok()).unwrap_or_default());
        Arc::clone(history.marks())
    }

    /// The marks, pending ones included.
    pub fn marks(&self) -> &Arc<Marks> {
        self.history.marks()
    }

    /// The searches that have a name, pending ones included.
    pub fn searches(&self) -> &Arc<Searches> {
        self.history.searches()
    }

    /// What the reader collected, pending things included.
    pub fn basket(&self) -> &Arc<Basket> {
        self.history.basket()
    }

    /// What the reader took along, pending things included.
    pub fn takings(&self) -> &Arc<Takings> {
        self.history.takings()
    }

    /// Why marks are not being kept, where they are not.
    pub fn trouble(&self) -> Option<&StateError> {
        self.trouble.as_ref()
    }

    /// What a brief is known by now that had an id at a moment.
    pub fn id_since(&self, id: &BriefId, since: Moment) -> BriefId {
        self.history.id_since(id, since)
    }

    /// How many events are not on the disk yet.
    pub fn pending(&self) -> usize {
        self.pending.len()
    }

    /// Lines of the journal that were skipped: torn or damaged, and a later version's.
    pub fn skipped(&self) -> (usize, usize) {
        self.journal.as_ref().map_or((0, 0), |journal| (journal.damaged(), journal.unknown()))
    }

    /// Keeps changes as one event. When this returns `Ok`, they are on the disk.
    ///
    /// # Errors
    /// [`StateError`] where they are not: then they count in [`Ledger::marks`], are pending, and
    /// are tried again by [`Ledger::retry`] and with the next change.
    pub fn record(&mut self, changes: &[Change]) -> Result<(), StateError> {
        if changes.is_empty() {
            return Ok(());
        }
        self.keep(Action::Set(changes.to_vec()))
    }

    /// Notes when briefs were first seen.
    ///
    /// # Errors
    /// As [`Ledger::record`].
    pub fn seen(&mut self, ids: Vec<BriefId>, moment: Moment) -> Result<(), StateError> {
        if ids.is_empty() {
            return Ok(());
        }
        self.keep(Action::Seen { moment, ids })
    }

    /// Notes that briefs have new ids, as (old, new); their marks follow.
    ///
    /// # Errors
    /// As [`Ledger::record`].
    pub fn moved(&mut self, pairs: Vec<(BriefId, BriefId)>) -> Result<(), StateError> {
        if pairs.is_empty() {
            return Ok(());
        }
        self.keep(Action::Moved(pairs))
    }

    /// Gives names their searches, or takes them away.
    ///
    /// # Errors
    /// As [`Ledger::record`].
    pub fn name_searches(&mut self, namings: Vec<Naming>) -> Result<(), StateError> {
        if namings.is_empty() {
            return Ok(());
        }
        self.keep(Action::Named(namings))
    }

    /// Puts things into the basket, or takes them out.
    ///
    /// # Errors
    /// As [`Ledger::record`].
    pub fn place(&mut self, placings: Vec<Placing>) -> Result<(), StateError> {
        if placings.is_empty() {
            return Ok(());
        }
        self.keep(Action::Placed(placings))
    }

    /// Notes which briefs were taken along, and in which version.
    ///
    /// # Errors
    /// As [`Ledger::record`].
    pub fn take(&mut self, takings: Vec<Taking>) -> Result<(), StateError> {
        if takings.is_empty() {
            return Ok(());
        }
        self.keep(Action::Taken(takings))
    }

    fn keep(&mut self, action: Action) -> Result<(), StateError> {
        let event = Event { at: self.clock.tick(), action };
        self.history.extend(vec![event.clone()]);
        self.pending.push_back(event);
        self.retry()
    }

    /// Writes what is pending.
    ///
    /// # Errors
    /// [`StateError`] at the first event that cannot be written; it and the later ones stay pending.
    pub fn retry(&mut self) -> Result<(), StateError> {
        self.trouble = None;
        while let Some(event) = self.pending.front() {
            let journal = self.journal.as_mut().ok_or(StateError::NoHome);
            if let Err(error) = journal.and_then(|journal| journal.append(event)) {
                self.trouble = Some(error.clone());
                return Err(error);
            }
            self.pending.pop_front();
        }
        Ok(())
    }

    /// Takes in what other processes wrote; whether there was anything.
    ///
    /// # Errors
    /// [`StateError`] where the journal cannot be read; the marks stay as they are.
    pub fn catch_up(&mut self) -> Result<bool, StateError> {
        let events = self.journal.as_mut().ok_or(StateError::NoHome)?.read()?;
        if let Some(latest) = events.iter().map(|event| event.at).max() {
            self.clock.observe(latest);
        }
        let before = self.history.events().len();
        self.history.extend(events);
        Ok(self.history.events().len() > before)
    }

    /// Shortens the journal without changing a mark.
    ///
    /// # Errors
    /// [`StateError`] where it cannot be done; nothing is lost.
    pub fn compact(&mut self) -> Result<Compacted, StateError> {
        self.journal.as_mut().ok_or(StateError::NoHome)?.compact()
    }

    /// The file that the marks are kept in.
    pub fn path(&self) -> Option<PathBuf> {
        self.journal.as_ref().map(Journal::path)
    }
}
