//! One session at the terminal: events in, effects out, one frame a burst.

mod lending;
mod taking;
mod writing;

use std::ffi::OsString;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use super::inbox::{Event, Inbox};
use super::survey::Wanted;
use super::timers::Timers;
use super::{RuntimeError, desk, indexing, keeping, poster, searching, study, survey};
use crate::app::effect::Effect;
use crate::app::message::Message;
use crate::app::{Notice, State, update, view};
use crate::library::{Keeper, Shelf};
use crate::messages::Messages;
use crate::model::{Note, Since};
use crate::store::Folders;
use crate::summary::{Request, Survey};
use crate::terminal::{Guard, Input, Keyboard, Output, Screen, Signal, capability, input, signals};

/// How long a frame waits for an answer that is on its way: below what an eye notices, above what a
/// file or a mark usually takes. So a key is one frame, and one write, instead of two or three.
const FRAME_WAIT: Duration = Duration::from_millis(40);

/// How long leaving waits for marks to reach the disk.
const LAST_WRITE: Duration = Duration::from_secs(2);

/// A session.
pub(super) struct Session {
    state: State,
    guard: Guard,
    screen: Screen<Output>,
    sender: Sender<Event>,
    events: Receiver<Event>,
    timers: Timers,
    workers: Option<Workers>,
    /// The exit code, once the session is to end.
    exit: Option<u8>,
    /// Whether the terminal is gone: nothing more is drawn.
    is_gone: bool,
    /// The thread that reads the keyboard, once it runs.
    keyboard: Option<Keyboard>,
    /// The note that is lent to the reader's own editor.
    lent: Option<Note>,
}

/// The ways to the workers.
struct Workers {
    desk: Sender<desk::Task>,
    searching: Sender<searching::Task>,
    study: Sender<study::Task>,
    survey: Sender<survey::Task>,
    keeper: Sender<keeping::Task>,
    shelf: Shelf,
    folders: Folders,
}

impl Session {
    /// A session on a terminal that is taken over already.
    pub(super) fn new(state: State, guard: Guard, screen: Screen<Output>) -> Self {
        let (sender, events) = channel();
        Self {
            state,
            guard,
            screen,
            sender,
            events,
            timers: Timers::default(),
            workers: None,
            exit: None,
            is_gone: false,
            keyboard: None,
            lent: None,
        }
    }

    /// Starts the threads behind the screen.
    pub(super) fn start_workers(
        &mut self,
        keeper: Keeper,
        folders: Folders,
        words: Arc<Messages>,
        indexing: Option<Vec<OsString>>,
    ) -> Result<(), RuntimeError> {
        let inbox = Inbox::new(self.sender.clone());
        let keys = inbox.clone();
        self.keyboard = Some(input::spawn(move |input| keys.put(Event::Input(input)))?);
        let news = inbox.clone();
        let restorer = self.guard.restorer();
        signals::spawn(restorer, LAST_WRITE, move |signal| news.put(Event::Signal(signal)))?;
        let shelf = keeper.shelf().clone();
        let library = Arc::clone(keeper.snapshot());
        let texts = searching::Texts {
            library: Arc::clone(&library),
            folders: folders.clone(),
            shelf: shelf.clone(),
        };
        let searching = searching::start(inbox.clone(), texts, self.state.today())?;
        let to_it = searching.clone();
        let desk =
            desk::start(inbox.clone(), library, shelf.clone(), folders.clone(), words, to_it)?;
        let study = study::start(inbox.clone())?;
        let survey = survey::start(inbox.clone())?;
        let indexing = indexing::start(inbox.clone(), searching.clone(), indexing)?;
        let keeper = keeping::start(inbox, (desk.clone(), indexing), keeper, folders.clone())?;
        self.workers = Some(Workers { desk, searching, study, survey, keeper, shelf, folders });
        Ok(())
    }

    /// Runs until the session ends; returns the exit code.
    pub(super) fn run(mut self) -> Result<u8, RuntimeError> {
        let start = self.state.start();
        self.carry_out(start);
        loop {
            self.take_all();
            self.wait_for_answers();
            if let Some(code) = self.exit {
                self.finish();
                return Ok(code);
            }
            if !self.is_gone {
                self.draw()?;
            }
        }
    }

    /// Draws what changed, if anything did, and takes the mouse or leaves it to the terminal.
    pub(super) fn draw(&mut self) -> Result<(), RuntimeError> {
        let state = &self.state;
        self.screen.draw(|frame| view(state, frame))?;
        self.guard.take_mouse(state.wants_mouse())?;
        Ok(())
    }

    /// Waits for the next event, then takes all that is there: a burst becomes one frame.
    fn take_all(&mut self) {
        let first = match self.timers.wait() {
            Some(wait) => self.events.recv_timeout(wait),
            None => self.events.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        if let Ok(event) = first {
            self.take(event);
        }
        while self.exit.is_none()
            && let Ok(event) = self.events.try_recv()
        {
            self.take(event);
        }
        for timer in self.timers.elapsed() {
            self.tell(Message::Elapsed(timer));
        }
    }

    /// Gives the answers that the next frame would show a moment to come.
    fn wait_for_answers(&mut self) {
        let deadline = Instant::now() + FRAME_WAIT;
        while self.exit.is_none() && self.state.is_waiting() {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.events.recv_timeout(left) {
                Ok(event) => self.take(event),
                Err(_) => return,
            }
        }
    }

    /// Takes one event.
    fn take(&mut self, event: Event) {
        match event {
            Event::Input(Input::Key(chord)) => self.tell(Message::Key(chord)),
            Event::Input(Input::Mouse(mouse)) => self.tell(Message::Mouse(mouse)),
            Event::Input(Input::Paste(text)) => self.tell(Message::Paste(text)),
            Event::Input(Input::HangUp) => self.end(0, true),
            Event::Message(message) => self.tell(message),
            Event::Editor(file) => self.edit(&file),
            Event::Signal(Signal::Resize) => self.resize(),
            Event::Signal(Signal::Suspend) => self.carry_out(vec![Effect::Suspend]),
            Event::Signal(Signal::Continue) => self.resume(),
            Event::Signal(Signal::End(code)) => {
                let code = u8::try_from(code).unwrap_or(u8::MAX);
                self.end(code, false);
            }
        }
    }

    /// Lets the interface know and carries out what it wants.
    fn tell(&mut self, message: Message) {
        let effects = update(&mut self.state, message);
        self.carry_out(effects);
    }

    /// Carries out effects, in order.
    fn carry_out(&mut self, effects: Vec<Effect>) {
        let rights = self.state.rights();
        for effect in effects {
            // The interface does not ask for what is not allowed; here it could not have it, either.
            match effect.needs().filter(|&right| !rights.allow(right)) {
                Some(right) => self.tell(Message::Notice(Notice::info(right.refusal()))),
                None => self.carry_out_one(effect),
            }
        }
    }

    /// Carries out an effect that is allowed.
    fn carry_out_one(&mut self, effect: Effect) {
        match effect {
            Effect::Open(id) => self.ask_desk(desk::Task::Open(id)),
            Effect::LookUp { generation, query } => {
                self.ask_desk(desk::Task::LookUp { generation, query });
            }
            Effect::ReadQuery { generation, typed, cursor, today } => {
                self.ask_desk(desk::Task::ReadQuery { generation, typed, cursor, today });
            }
            Effect::Search { generation, query, order, limit } => {
                let wish = searching::Wish { generation, query, order, limit };
                self.search(searching::Task::Search(wish));
            }
            Effect::FindInText { generation, sought, document, with_dropped } => {
                let task = desk::Task::FindInText { generation, sought, document, with_dropped };
                self.ask_desk(task);
            }
            Effect::NameSearches(namings) => {
                self.ask_desk(desk::Task::NameSearches(namings));
            }
            Effect::KeepQueries(queries) => {
                self.ask_desk(desk::Task::KeepQueries(queries));
            }
            Effect::NameCountries { generation, names } => {
                self.ask_desk(desk::Task::NameCountries { generation, names });
            }
            Effect::Record { ticket, changes } => {
                self.ask_desk(desk::Task::Record { ticket, changes });
            }
            effect @ (Effect::ReadNotes
            | Effect::KeepNote { .. }
            | Effect::KeepDraft(_)
            | Effect::DropDraft(_)
            | Effect::EditOutside(_)
            | Effect::Appraise { .. }
            | Effect::Receive(_)) => self.write_down(effect),
            effect @ (Effect::Write { .. }
            | Effect::Print(_)
            | Effect::Copy(_)
            | Effect::TakenAlong { .. }
            | Effect::Place { .. }
            | Effect::Acknowledge(_)) => self.take_along(effect),
            Effect::Summarise { generation, request, since } => {
                self.summarise(generation, request, since);
            }
            Effect::Digest { generation, survey } => {
                self.survey((generation, Wanted::Digest), survey);
            }
            Effect::Agenda { generation, survey } => {
                self.survey((generation, Wanted::Agenda), survey);
            }
            Effect::Refresh => self.ask_keeper(keeping::Task::Refresh),
            Effect::OpenSamples => self.open_samples(),
            Effect::Browse(address) => self.browse(&address),
            Effect::After(wait, timer) => self.timers.start(timer, wait),
            Effect::Redraw => self.screen.forget(),
            Effect::Suspend => self.suspend(),
            Effect::Quit => self.exit = Some(0),
        }
    }

    /// Asks the desk. Where it has ended the session is ending too.
    fn ask_desk(&self, task: desk::Task) {
        if let Some(workers) = &self.workers {
            let _ended = workers.desk.send(task);
        }
    }

    /// Asks who searches the texts, likewise.
    fn search(&self, task: searching::Task) {
        if let Some(workers) = &self.workers {
            let _ended = workers.searching.send(task);
        }
    }

    /// Asks the keeper, likewise.
    fn ask_keeper(&self, task: keeping::Task) {
        if let Some(workers) = &self.workers {
            let _ended = workers.keeper.send(task);
        }
    }

    /// Has a country's page compiled.
    fn summarise(&self, generation: u64, request: Request, since: Option<Since>) {
        let Some(workers) = &self.workers else { return };
        let library = Arc::clone(self.state.library());
        let shelf = workers.shelf.clone();
        let _ended = workers.study.send(study::Task { generation, request, since, library, shelf });
    }

    /// Has all countries looked at.
    fn survey(&self, (generation, wanted): (u64, Wanted), survey: Survey) {
        let Some(workers) = &self.workers else { return };
        let (library, shelf) = (Arc::clone(self.state.library()), workers.shelf.clone());
        let task = survey::Task { generation, wanted, survey, library, shelf };
        let _ended = workers.survey.send(task);
    }

    /// Turns to the sample briefs.
    fn open_samples(&mut self) {
        if let Some(workers) = &mut self.workers {
            let briefs = crate::store::Briefs::Samples;
            workers.folders = Folders { briefs: briefs.clone(), ..workers.folders.clone() };
            workers.shelf = Shelf::new(briefs, Arc::clone(&workers.folders.supplement));
        }
        if let Some(workers) = &self.workers {
            let (folders, shelf) = (workers.folders.clone(), workers.shelf.clone());
            self.search(searching::Task::Folders(folders, shelf));
        }
        self.ask_keeper(keeping::Task::Samples);
    }

    /// The terminal has another size.
    fn resize(&mut self) {
        let (columns, rows) = capability::size();
        if self.screen.size() != (columns, rows) {
            self.screen.resize((columns, rows));
            self.tell(Message::Resized(columns, rows));
        }
    }

    /// Ends the session from outside, keeping the place in the text.
    fn end(&mut self, code: u8, is_gone: bool) {
        let last = self.state.last_words();
        self.carry_out(last);
        self.is_gone |= is_gone;
        self.exit = Some(code);
    }

    /// Waits, within a bound, until all marks are on disk.
    fn finish(&self) {
        let (done, wait) = channel();
        self.ask_desk(desk::Task::Finish(done));
        let in_time = wait.recv_timeout(LAST_WRITE).is_ok();
        if let Some(workers) = self.workers.as_ref().filter(|_| in_time) {
            poster::keep(&workers.folders, &self.state);
        }
    }
}
