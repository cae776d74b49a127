//! The worker at the reader's side: opens briefs, looks names up, keeps marks, writes exports.
//!
//! Its tasks are short, so that the next text is never behind a long one. Of several texts or
//! look-ups asked for in a row only the last is worth anything; marks are all kept, in order.

mod basket;
mod exports;
mod marks;
mod notes;
mod received;
mod takings;
mod task;
mod texts;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::inbox::{Event, Inbox};
use super::lookup::Lookup;
use super::queries::Queries;
use super::{notices, searching};
use crate::app::message::Message;
use crate::library::{Amendment, Ledger, Notebook, Notes, Shelf, Snapshot, Vigil};
use crate::messages::Messages;
use crate::model::Basket;
use crate::store::watch::Watch;
use crate::store::{Folders, past_queries};

pub(super) use task::Task;

/// The desk's things.
struct Desk {
    inbox: Inbox,
    words: Arc<Messages>,
    library: Arc<Snapshot>,
    shelf: Shelf,
    ledger: Ledger,
    notebook: Notebook,
    /// Where the state is kept, if anywhere.
    state: Option<PathBuf>,
    /// Tells of notes that somebody else changes, once there is a folder of them.
    watch: Option<Watch>,
    /// The way to the desk itself: for the watch, and for what takes long.
    tasks: Sender<Task>,
    /// Rests of briefs taken along that wait among the tasks.
    rests: usize,
    /// The way to who searches the texts.
    searching: Sender<searching::Task>,
    /// Watches over what was taken along.
    vigil: Vigil,
    /// What became of it, as the interface was told.
    amended: Arc<Vec<Amendment>>,
    /// The basket that the interface was told of.
    basket: Arc<Basket>,
    /// The notes that the interface was told of.
    shown: Option<Arc<Notes>>,
    lookup: Lookup,
    queries: Queries,
}

/// Starts the worker and returns the way to it.
///
/// # Errors
/// Where no thread can be started.
pub(super) fn start(
    inbox: Inbox,
    library: Arc<Snapshot>,
    shelf: Shelf,
    folders: Folders,
    words: Arc<Messages>,
    searching: Sender<searching::Task>,
) -> std::io::Result<Sender<Task>> {
    let (sender, tasks) = channel();
    let to_itself = sender.clone();
    std::thread::Builder::new().name("desk".into()).spawn(move || {
        let ledger = Ledger::open(folders.state.as_deref());
        if let Some(trouble) = ledger.trouble() {
            inbox.tell(Message::Notice(notices::no_state(&words, trouble)));
        }
        if let (damaged @ 1.., _) = ledger.skipped() {
            inbox.tell(Message::Notice(notices::damaged_journal(damaged)));
        }
        let lookup = Lookup::new(Arc::clone(&words));
        let queries = Queries::new(Arc::clone(&words));
        let notebook = Notebook::new(folders.state.as_deref());
        let mut desk = Desk {
            inbox,
            words,
            library,
            shelf,
            ledger,
            notebook,
            state: folders.state,
            watch: None,
            tasks: to_itself,
            rests: 0,
            searching,
            vigil: Vigil::default(),
            amended: Arc::default(),
            basket: Arc::default(),
            shown: None,
            lookup,
            queries,
        };
        if let Some(state) = &desk.state {
            desk.inbox.tell(Message::PastQueries(past_queries::read(state)));
        }
        desk.show_basket();
        desk.count_searches();
        desk.read_notes();
        desk.work(&tasks);
    })?;
    Ok(sender)
}

impl Desk {
    /// Works until the loop ends.
    fn work(mut self, tasks: &Receiver<Task>) {
        while let Ok(first) = tasks.recv() {
            let batch: Vec<Task> = std::iter::once(first).chain(tasks.try_iter()).collect();
            for task in task::newest_only(batch) {
                let done = catch_unwind(AssertUnwindSafe(|| self.carry_out(task)));
                if let Err(panic) = done {
                    let notice = notices::worker_failed(panic.as_ref());
                    self.inbox.tell(Message::Notice(notice));
                }
            }
        }
    }

    /// Carries out one task.
    fn carry_out(&mut self, task: Task) {
        match task {
            Task::Library(snapshot) => self.take_library(&snapshot),
            Task::Shelf(shelf) => self.shelf = shelf,
            Task::Open(id) => {
                let result = self.open(&id);
                self.inbox.tell(Message::Opened { id, result });
            }
            Task::LookUp { generation, query } => {
                let gazetteer = self.shelf.filing().gazetteer();
                let hits = self.lookup.hits(&self.library, gazetteer, &query);
                self.inbox.tell(Message::LookedUp { generation, hits });
            }
            Task::ReadQuery { generation, typed, cursor, today } => {
                self.read_query(generation, (&typed, cursor), today);
            }
            Task::FindInText { generation, sought, document, with_dropped } => {
                let result = texts::find_in_text(&sought, &document, with_dropped);
                self.inbox.tell(Message::FoundInText { generation, document, result });
            }
            Task::NameSearches(namings) => self.name_searches(namings),
            Task::KeepQueries(queries) => {
                // Without a place for them they are known as long as the reader runs.
                let _kept = self.state.as_ref().map(|state| past_queries::write(state, &queries));
            }
            Task::NameCountries { generation, names } => {
                let result = self.shelf.filing().gazetteer().lookup_all(&names);
                self.inbox.tell(Message::CountriesNamed { generation, result });
            }
            Task::Place { ticket, placings } => self.place(ticket, &placings),
            Task::Record { ticket, changes } => self.record(ticket, &changes),
            Task::ReadNotes => self.read_notes(),
            Task::KeepNote { ticket, wanted } => self.keep_note(ticket, &wanted),
            Task::KeepDraft(note) => self.keep_draft(&note),
            Task::DropDraft(note) => self.drop_draft(&note),
            Task::LendNote(note) => match self.notebook.keep_draft(&note) {
                Ok(path) => self.inbox.put(Event::Editor(path)),
                Err(error) => {
                    self.inbox
                        .tell(Message::Edited(Err(notices::draft_error(&self.words, &error))));
                }
            },
            Task::TakeNote(note) => {
                let words = self.notebook.words_of_draft(&note);
                let result = words.map_err(|error| notices::note_error(&self.words, &error.into()));
                self.inbox.tell(Message::Edited(result));
            }
            Task::Write { path, parcel, replace } => self.write(path, parcel, replace),
            Task::Print(parcel) => self.print(parcel),
            Task::CopyByTmux(parcel) => self.copy_by_tmux(parcel),
            Task::TakenAlong(briefs, way) => self.taken_along(briefs, way),
            Task::GoOnTaking(briefs, way) => self.go_on_taking(briefs, way),
            Task::Acknowledge(known) => self.acknowledge(known),
            Task::Appraise { generation, text } => self.appraise(generation, &text),
            Task::Receive(text) => self.receive(&text),
            Task::Finish(done) if self.is_taking() => {
                let _ended = self.tasks.send(Task::Finish(done));
            }
            Task::Finish(done) => {
                let _nobody_waits = done.send(());
            }
        }
    }
}
