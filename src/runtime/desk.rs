//! The worker at the reader's side: opens briefs, looks names up, keeps marks, writes exports.
//!
//! Its tasks are short, so that the next text is never behind a long one. Of several texts or
//! look-ups asked for in a row only the last is worth anything; marks are all kept, in order.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use super::inbox::{Event, Inbox};
use super::lookup::Lookup;
use super::notices;
use super::printer::lp;
use super::queries::Queries;
use super::searching;
use crate::app::Notice;
use crate::app::effect::ToFind;
use crate::app::message::{Kept, Message};
use crate::library::{Edition, Ledger, NoteError, NoteToKeep, Notebook, Notes, Shelf, Snapshot};
use crate::messages::Messages;
use crate::model::{BriefId, Change, Document, Naming, Note, PartialDate};
use crate::search::find::{PatternError, Places, Sought};
use crate::store::folders::is_folder;
use crate::store::output::{self, Existing, OutputError};
use crate::store::past_queries;
use crate::store::watch::Watch;
use crate::store::{Folders, ReadError};

/// How long a text is looked through for a pattern: a mark may wait behind it.
const FIND_TIME: Duration = Duration::from_millis(1500);

/// A task for the desk.
#[derive(Debug)]
pub(super) enum Task {
    /// The library as the keeper sees it now.
    Library(Arc<Snapshot>),
    /// Other briefs altogether.
    Shelf(Shelf),
    /// Read a brief.
    Open(BriefId),
    /// Look a name up.
    LookUp { generation: u64, query: String },
    /// Read what is typed to filter.
    ReadQuery { generation: u64, typed: String, cursor: usize, today: PartialDate },
    /// Find something in a text.
    FindInText { generation: u64, sought: ToFind, document: Arc<Document>, with_dropped: bool },
    /// Give names their searches.
    NameSearches(Vec<Naming>),
    /// Keep the queries that were asked.
    KeepQueries(Vec<String>),
    /// Find out which countries names mean.
    NameCountries { generation: u64, names: String },
    /// Keep changes.
    Record { ticket: u64, changes: Vec<Change> },
    /// Look at the files of notes again.
    ReadNotes,
    /// Keep a note.
    KeepNote { ticket: u64, wanted: Box<NoteToKeep> },
    /// Keep what is being written.
    KeepDraft(Note),
    /// Drop what was being written.
    DropDraft(Note),
    /// Make the file of a note ready for the reader's own editor.
    LendNote(Note),
    /// Take the words back from there.
    TakeNote(Note),
    /// Write a file.
    Write { path: String, contents: String, replace: bool },
    /// Print.
    Print { contents: String },
    /// Say when everything before this is done.
    Finish(Sender<()>),
}

/// The desk's things.
struct Desk {
    inbox: Inbox,
    library: Arc<Snapshot>,
    shelf: Shelf,
    ledger: Ledger,
    notebook: Notebook,
    /// Where the state is kept, if anywhere.
    state: Option<PathBuf>,
    /// Tells of notes that somebody else changes, once there is a folder of them.
    watch: Option<Watch>,
    /// The way to the desk itself, for the watch.
    tasks: Sender<Task>,
    /// The way to who searches the texts.
    searching: Sender<searching::Task>,
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
            inbox.tell(Message::Notice(notices::no_state(trouble)));
        }
        let lookup = Lookup::new(Arc::clone(&words));
        let queries = Queries::new(words);
        let notebook = Notebook::new(folders.state.as_deref());
        let mut desk = Desk {
            inbox,
            library,
            shelf,
            ledger,
            notebook,
            state: folders.state,
            watch: None,
            tasks: to_itself,
            searching,
            shown: None,
            lookup,
            queries,
        };
        if let Some(state) = &desk.state {
            desk.inbox.tell(Message::PastQueries(past_queries::read(state)));
        }
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
            for task in newest_only(batch) {
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
                let result = find_in_text(&sought, &document, with_dropped);
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
            Task::Record { ticket, changes } => self.record(ticket, &changes),
            Task::ReadNotes => self.read_notes(),
            Task::KeepNote { ticket, wanted } => self.keep_note(ticket, &wanted),
            Task::KeepDraft(note) => {
                if let Err(error) = self.notebook.keep_draft(&note) {
                    self.inbox.tell(Message::Notice(notices::draft_error(&error)));
                }
            }
            Task::DropDraft(note) => {
                // One that stays is offered once more.
                let _stays = self.notebook.drop_draft(&note);
                self.read_notes();
            }
            Task::LendNote(note) => match self.notebook.keep_draft(&note) {
                Ok(path) => self.inbox.put(Event::Editor(path)),
                Err(error) => self.inbox.tell(Message::Edited(Err(notices::draft_error(&error)))),
            },
            Task::TakeNote(note) => {
                let words = self.notebook.words_of_draft(&note);
                let result = words.map_err(|error| notices::note_error(&error.into()));
                self.inbox.tell(Message::Edited(result));
            }
            Task::Write { path, contents, replace } => self.write(path, &contents, replace),
            Task::Print { contents } => self.print(&contents),
            Task::Finish(done) => {
                let _nobody_waits = done.send(());
            }
        }
    }

    /// Puts this session's own marks, which are never behind, on the keeper's snapshot.
    fn take_library(&mut self, snapshot: &Arc<Snapshot>) {
        // Where the journal cannot be read, the marks known so far stay.
        let _known = self.ledger.catch_up();
        self.show_library(snapshot);
        self.count_searches();
        self.read_notes();
    }

    /// Lets who searches know the marks. Only where they are needed: the next mark then copies the latest ones.
    fn pass_on_marks(&self) {
        let marks = Arc::clone(self.ledger.marks());
        let _ended = self.searching.send(searching::Task::Marks(marks));
    }

    /// Reads what is typed to filter, and what may follow at the cursor, a byte of it.
    fn read_query(&mut self, generation: u64, at: (&str, usize), today: PartialDate) {
        let gazetteer = self.shelf.filing().gazetteer();
        let known = (&self.library, &**self.ledger.marks());
        let (query, completions) = self.queries.read(known, gazetteer, at, today);
        self.pass_on_marks();
        self.inbox.tell(Message::QueryRead { generation, query: Arc::new(query), completions });
    }

    /// Gives names their searches; what cannot be kept now is kept with the next change.
    fn name_searches(&mut self, namings: Vec<Naming>) {
        if let Err(error) = self.ledger.name_searches(namings) {
            self.inbox.tell(Message::Notice(notices::state_error(&error)));
        }
        self.count_searches();
    }

    /// Has the saved searches counted, where they changed.
    fn count_searches(&self) {
        let searches = Arc::clone(self.ledger.searches());
        let _ended = self.searching.send(searching::Task::Searches(searches));
    }

    /// Watches the folder of notes as soon as there is one.
    fn watch_notes(&mut self) {
        let folder = self.notebook.path().filter(|folder| is_folder(folder));
        if let (None, Some(folder)) = (&self.watch, folder) {
            let tasks = self.tasks.clone();
            let watch = Watch::start(folder.to_owned(), move || {
                let _ended = tasks.send(Task::ReadNotes);
            });
            // Without a watch `r` still reads them.
            self.watch = watch.ok();
        }
    }

    /// Reads what changed among the notes, and shows them.
    fn read_notes(&mut self) {
        self.watch_notes();
        match self.notebook.read(&self.ledger) {
            Ok(notes) if self.shown.as_deref() == Some(&notes) => {}
            Ok(notes) => {
                let notes = Arc::clone(self.shown.insert(Arc::new(notes)));
                let _ended = self.searching.send(searching::Task::Notes(Arc::clone(&notes)));
                self.inbox.tell(Message::NotesChanged(notes));
            }
            Err(error) => self.inbox.tell(Message::Notice(notices::no_notes(&error))),
        }
    }

    /// Keeps a note; it counts as kept once it is on disk.
    fn keep_note(&mut self, ticket: u64, wanted: &NoteToKeep) {
        let outcome = match self.notebook.keep(wanted) {
            Ok(()) => Kept::Kept,
            Err(NoteError::Changed(_)) => Kept::ChangedMeanwhile,
            Err(error) => Kept::Failed(notices::note_error(&error)),
        };
        self.read_notes();
        self.inbox.tell(Message::NoteKept { ticket, outcome });
    }

    /// Shows a library with the marks, and the corrections, that are known now.
    fn show_library(&mut self, snapshot: &Snapshot) {
        let marks = Arc::clone(self.ledger.marks());
        self.library = Arc::new(snapshot.with_marks(marks));
        self.inbox.tell(Message::LibraryChanged(Arc::clone(&self.library)));
        let _ended = self.searching.send(searching::Task::Library(Arc::clone(&self.library)));
    }

    /// Reads a brief.
    fn open(&self, id: &BriefId) -> Result<Edition, Notice> {
        let brief = self
            .library
            .brief(id)
            .ok_or_else(|| Notice::warning("gone").text("file", id.as_str()))?;
        self.shelf.edition(brief).map_err(|error: ReadError| notices::read_error(&error))
    }

    /// Keeps changes; they count as done once they are on disk.
    fn record(&mut self, ticket: u64, changes: &[Change]) {
        // What failed before is among the changes: the interface sends it along again.
        self.inbox.tell(match self.ledger.record(changes) {
            Ok(()) => Message::Recorded { ticket },
            Err(error) => Message::NotRecorded { ticket, notice: notices::state_error(&error) },
        });
        if changes.iter().any(|change| change.field.is_correction()) {
            self.show_library(&Arc::clone(&self.library));
        } else if !self.ledger.searches().is_empty() {
            self.pass_on_marks();
        }
    }

    /// Writes an export.
    fn write(&self, path: String, contents: &str, replace: bool) {
        let existing = if replace { Existing::Replace } else { Existing::Keep };
        let expanded = from_home(&path);
        self.inbox.tell(match output::write(Path::new(&expanded), contents.as_bytes(), existing) {
            Ok(()) => Message::Notice(Notice::info("exported").text("path", path)),
            Err(OutputError::Exists(_)) if !replace => Message::ExportExists { path },
            Err(error) => Message::Notice(notices::output_error(&path, &error)),
        });
    }

    /// Sends a text to the printer, through `lp` and no shell.
    fn print(&self, contents: &str) {
        self.inbox.tell(Message::Notice(match lp(contents) {
            Ok(()) => Notice::info("printed"),
            Err(detail) => Notice::warning("print-failed").text("detail", detail),
        }));
    }
}

/// Looks through a text, as long as nobody minds.
fn find_in_text(
    sought: &ToFind,
    document: &Document,
    with_dropped: bool,
) -> Result<Option<Arc<Places>>, PatternError> {
    let deadline = Instant::now() + FIND_TIME;
    let goes_on = || Instant::now() < deadline;
    let sought = match sought {
        ToFind::Typed(typed) => Sought::read(typed)?,
        ToFind::Terms(query) => Some(Sought::terms(query, document.brief.language)),
    };
    Ok(sought.map(|sought| Arc::new(Places::of(&sought, document, with_dropped, goes_on))))
}

/// Drops what a later task of the same kind makes worthless.
fn newest_only(tasks: Vec<Task>) -> Vec<Task> {
    let last = |kind: fn(&Task) -> bool| tasks.iter().rposition(kind);
    let open = last(|task| matches!(task, Task::Open(_)));
    let look_up = last(|task| matches!(task, Task::LookUp { .. }));
    let find = last(|task| matches!(task, Task::FindInText { .. }));
    let read = last(|task| matches!(task, Task::ReadQuery { .. }));
    let worth = |(at, task): (usize, Task)| match task {
        Task::Open(_) if Some(at) != open => None,
        Task::LookUp { .. } if Some(at) != look_up => None,
        Task::ReadQuery { .. } if Some(at) != read => None,
        Task::FindInText { .. } if Some(at) != find => None,
        task => Some(task),
    };
    tasks.into_iter().enumerate().filter_map(worth).collect()
}

/// A path as typed, `~/` meaning the home folder.
fn from_home(path: &str) -> String {
    match (path.strip_prefix("~/"), std::env::var("HOME")) {
        (Some(rest), Ok(home)) => format!("{home}/{rest}"),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_text_and_look_up_are_worth_anything() {
        let open = |id: &str| Task::Open(BriefId::from(id));
        let record = |ticket| Task::Record { ticket, changes: Vec::new() };
        let look_up = |generation| Task::LookUp { generation, query: String::new() };
        let tasks = vec![open("a"), record(1), look_up(1), open("b"), look_up(2), record(2)];
        let kept: Vec<String> = newest_only(tasks).iter().map(|task| format!("{task:?}")).collect();
        let wanted = [record(1), open("b"), look_up(2), record(2)];
        assert_eq!(kept, wanted.map(|task| format!("{task:?}")));
    }
}
