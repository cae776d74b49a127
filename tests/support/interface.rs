//! The interface without a terminal: press keys, have done what it wants, read the screen. Briefs are texts in memory,
//! filed as the program files them. What the workers do is done at once, or as a test says.

#![allow(dead_code, reason = "each test program uses its own part of it")]

use std::collections::{BTreeMap, HashSet, VecDeque};
use std::sync::Arc;

use chancery::app::chord::{Chord, Key};
use chancery::app::effect::Effect;
use chancery::app::keymap::Keymap;
use chancery::app::message::{Message, Timer};
use chancery::app::{ColourScheme, Notice, Setup, State, update};
use chancery::config::{Rights, Settings};
use chancery::library::{Edition, Origin, Vigil};
use chancery::messages::Messages;
use chancery::model::{
    Basket, Brief, BriefId, Document, Field, Language, Marks, Note, Searches, Takings,
};
use chancery::runtime::lookup::Lookup;
use chancery::runtime::queries::Queries;

#[path = "compiling.rs"]
mod compiling;
#[path = "disk.rs"]
mod disk;
#[path = "expect.rs"]
mod expect;
#[path = "folder.rs"]
mod folder;
#[path = "inbox.rs"]
mod inbox;
#[path = "pointer.rs"]
mod pointer;
#[path = "screen.rs"]
mod screen;
#[path = "takings.rs"]
mod takings;
#[path = "texts.rs"]
mod texts;
pub(crate) use folder::day;
use folder::{FILING, contents, find_in_text, receive, snapshot, source};

/// How the interface is started.
pub(crate) struct Start<'a> {
    pub(crate) files: &'a [(&'a str, &'a str)],
    pub(crate) language: Language,
    pub(crate) size: (u16, u16),
    pub(crate) settings: Settings,
    pub(crate) remote: bool,
    pub(crate) ascii: bool,
    pub(crate) scheme: ColourScheme,
    pub(crate) origin: Origin,
    pub(crate) rights: Rights,
}

impl Default for Start<'_> {
    /// In English at a terminal of the usual size on the reader's own machine.
    fn default() -> Self {
        Self {
            files: &[],
            language: Language::English,
            size: (90, 24),
            settings: Settings::default(),
            remote: false,
            ascii: false,
            scheme: ColourScheme::Dark,
            origin: Origin::Checked,
            rights: Rights::ALL,
        }
    }
}

/// The interface with the world it believes in.
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of the world around")]
pub(crate) struct Interface {
    pub(crate) state: State,
    /// Texts by path; change them, then call [`Interface::library_changes`].
    pub(crate) files: BTreeMap<String, String>,
    /// The marks on disk.
    pub(crate) marks: Marks,
    /// Whether the disk takes marks.
    pub(crate) disk_fails: bool,
    /// Whether the texts can be searched.
    pub(crate) has_index: bool,
    /// Whether answers wait for [`Interface::answer`].
    pub(crate) slow: bool,
    waiting: VecDeque<Message>,
    timers: HashSet<Timer>,
    /// All that it wanted done, in order.
    pub(crate) wanted: Vec<Effect>,
    /// The searches that have a name.
    pub(crate) searches: Searches,
    /// The basket on disk.
    pub(crate) basket: Basket,
    /// What was taken along, and who watches over it.
    pub(crate) takings: Takings,
    vigil: Vigil,
    /// Notes on disk, by their names.
    pub(crate) notes: BTreeMap<String, Note>,
    /// What was being written and not kept, likewise.
    pub(crate) drafts: BTreeMap<String, Note>,
    /// Exports written, by path.
    pub(crate) written: BTreeMap<String, String>,
    /// What was sent to the clipboard.
    pub(crate) copied: Vec<String>,
    /// What went to the printer.
    pub(crate) printed: Vec<String>,
    /// Whether it asked to leave.
    pub(crate) has_left: bool,
    /// How long it has been running: an hour from one change of the folder to the next.
    hours: i64,
    size: (u16, u16),
    origin: Origin,
    lookup: Lookup,
    queries: Queries,
}

impl Interface {
    /// Starts the interface.
    pub(crate) fn start(start: Start<'_>) -> Self {
        let words = Arc::new(Messages::new(start.language));
        let files: BTreeMap<String, String> =
            start.files.iter().map(|(path, text)| ((*path).into(), (*text).into())).collect();
        let mut marks = Marks::default();
        receive(&mut marks, &files, 0);
        let setup = Setup {
            library: snapshot(&files, &marks, start.origin),
            words: Arc::clone(&words),
            keymap: Keymap::with(&start.settings.keys).0,
            settings: start.settings,
            today: day(2025, 6, 2),
            size: start.size,
            remote: start.remote,
            ascii: start.ascii,
            scheme: start.scheme,
            rights: start.rights,
            notice: None,
        };
        let mut interface = Self {
            state: State::new(setup),
            files,
            marks,
            disk_fails: false,
            has_index: true,
            slow: false,
            waiting: VecDeque::new(),
            timers: HashSet::new(),
            wanted: Vec::new(),
            searches: Searches::default(),
            basket: Basket::default(),
            takings: Takings::default(),
            vigil: Vigil::default(),
            notes: BTreeMap::new(),
            drafts: BTreeMap::new(),
            written: BTreeMap::new(),
            copied: Vec::new(),
            printed: Vec::new(),
            has_left: false,
            hours: 0,
            size: start.size,
            origin: start.origin,
            lookup: Lookup::new(Arc::clone(&words)),
            queries: Queries::new(words),
        };
        let effects = interface.state.start();
        interface.carry_out(effects);
        interface
    }

    /// Presses keys written as the bindings write them; `"in quotes"` is typed letter by letter and
    /// `/`, standing alone, is the key of that name.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys.trim_start();
        while !rest.is_empty() {
            if let Some((text, after)) =
                rest.strip_prefix('"').and_then(|text| text.split_once('"'))
            {
                self.type_text(text);
                rest = after.trim_start();
                continue;
            }
            let end = rest.find(' ').unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            let chord = name.parse().unwrap_or_else(|error| panic!("{error}"));
            self.tell(Message::Key(chord));
            rest = after.trim_start();
        }
        self
    }

    /// Types text, a key for each letter.
    pub(crate) fn type_text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.tell(Message::Key(Chord::plain(Key::Char(letter))));
        }
        self
    }

    /// Pastes text.
    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.tell(Message::Paste(text.to_owned()));
        self
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.size = (columns, rows);
        self.tell(Message::Resized(columns, rows));
        self
    }

    /// The folder is as [`Interface::files`] says now.
    pub(crate) fn library_changes(&mut self) -> &mut Self {
        self.hours += 1;
        receive(&mut self.marks, &self.files, self.hours);
        let library = snapshot(&self.files, &self.marks, self.origin);
        self.tell(Message::LibraryChanged(library));
        let amended = self.amended();
        self.deliver(amended);
        self
    }

    /// A timer that runs has run out.
    pub(crate) fn elapse(&mut self, timer: Timer) -> &mut Self {
        assert!(self.timers.remove(&timer), "{timer:?} does not run");
        self.tell(Message::Elapsed(timer));
        self
    }

    /// Whether a timer runs.
    pub(crate) fn runs(&self, timer: Timer) -> bool {
        self.timers.contains(&timer)
    }

    /// Delivers what a slow world has ready.
    pub(crate) fn answer(&mut self) -> &mut Self {
        while let Some(message) = self.waiting.pop_front() {
            self.tell(message);
        }
        self
    }

    /// Lets something happen.
    pub(crate) fn tell(&mut self, message: Message) {
        let effects = update(&mut self.state, message);
        self.carry_out(effects);
    }

    /// Does what the workers would do.
    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            self.wanted.push(effect.clone());
            if let Some(message) = self.answer_to(effect) {
                self.deliver(message);
            }
        }
    }

    fn answer_to(&mut self, effect: Effect) -> Option<Message> {
        match effect {
            Effect::Open(id) => Some(Message::Opened { result: self.open(&id), id }),
            asked @ (Effect::Summarise { .. } | Effect::Digest { .. } | Effect::Agenda { .. }) => {
                self.compile(asked)
            }
            Effect::Record { ticket, changes } => {
                let answer = self.record(ticket, &changes);
                self.deliver(answer);
                if changes.iter().any(|change| matches!(change.field, Field::Starred(_))) {
                    let amended = self.amended();
                    self.deliver(amended);
                }
                let counted = self.counted();
                self.deliver(Message::SearchesCounted(counted));
                let corrects = changes.iter().any(|change| change.field.is_correction());
                let library = self.state.library().with_marks(Arc::new(self.marks.clone()));
                corrects.then(|| Message::LibraryChanged(Arc::new(library)))
            }
            Effect::NameSearches(namings) => {
                for naming in &namings {
                    self.searches.apply(naming);
                }
                Some(Message::SearchesCounted(self.counted()))
            }
            Effect::KeepNote { ticket, wanted } => Some(self.keep_note(ticket, &wanted)),
            Effect::KeepDraft(note) => {
                self.drafts.insert(chancery::notes::file_name(&note), note);
                None
            }
            Effect::DropDraft(note) => {
                self.drafts.remove(&chancery::notes::file_name(&note));
                None
            }
            Effect::EditOutside(_) | Effect::ReadNotes | Effect::KeepQueries(_) => None,
            // The cursor rests at once, but where the world is slow.
            Effect::After(_, Timer::Beside) if !self.slow => Some(Message::Elapsed(Timer::Beside)),
            Effect::After(_, timer) => {
                self.timers.insert(timer);
                None
            }
            Effect::Refresh => {
                receive(&mut self.marks, &self.files, self.hours);
                let library = snapshot(&self.files, &self.marks, self.origin);
                Some(Message::LibraryChanged(library))
            }
            Effect::Quit => {
                self.has_left = true;
                None
            }
            it if inbox::concerns(&it) => self.take_in(it),
            Effect::OpenSamples | Effect::Redraw | Effect::Suspend | Effect::Browse(_) => None,
            asked => self.take_along(asked),
        }
    }

    pub(super) fn look(&mut self, asked: Effect) -> Option<Message> {
        match asked {
            Effect::LookUp { generation, query } => {
                let library = Arc::clone(self.state.library());
                let hits = self.lookup.hits(&library, FILING.gazetteer(), &query);
                Some(Message::LookedUp { generation, hits })
            }
            Effect::ReadQuery { generation, typed, cursor, today } => {
                let library = Arc::clone(self.state.library());
                let at = (typed.as_str(), cursor);
                let (query, completions) =
                    self.queries.read((&library, &self.marks), FILING.gazetteer(), at, today);
                Some(Message::QueryRead { generation, query: Arc::new(query), completions })
            }
            Effect::Search { generation, query, order, limit } => {
                let result = self.search(&query, order, limit);
                Some(Message::Searched { generation, result })
            }
            Effect::FindInText { generation, sought, document, with_dropped } => {
                let result = find_in_text(&sought, &document, with_dropped);
                Some(Message::FoundInText { generation, document, result })
            }
            Effect::NameCountries { generation, names } => {
                let result = FILING.gazetteer().lookup_all(&names);
                Some(Message::CountriesNamed { generation, result })
            }
            _ => None,
        }
    }

    /// An answer comes: at once, or when a test says so.
    fn deliver(&mut self, message: Message) {
        if self.slow {
            self.waiting.push_back(message);
        } else {
            self.tell(message);
        }
    }

    fn open(&self, id: &BriefId) -> Result<Edition, Notice> {
        let gone = || Notice::warning("gone").text("file", id.as_str());
        let brief = self.state.library().brief(id).ok_or_else(gone)?;
        let document = self.document(brief).map(Arc::new).ok_or_else(gone)?;
        let contents = contents(self.files.get(brief.file.as_str()).ok_or_else(gone)?);
        Ok(Edition { document, contents })
    }

    fn document(&self, brief: &Brief) -> Option<Document> {
        let text = self.files.get(brief.file.as_str())?;
        let opened = FILING.open(source(&brief.file, text));
        opened.documents.into_iter().find(|document| document.brief.id == brief.id)
    }

    fn documents(&self) -> Vec<Document> {
        let library = Arc::clone(self.state.library());
        library.briefs().iter().filter_map(|brief| self.document(brief)).collect()
    }

    /// The id of the main story of a file.
    pub(crate) fn id(&self, path: &str) -> BriefId {
        let brief = self.state.library().briefs().iter().find(|brief| brief.file.as_str() == path);
        brief.unwrap_or_else(|| panic!("no brief {path}")).id.clone()
    }

    /// Whether the disk says that the main story of a file was read.
    pub(crate) fn is_read(&self, path: &str) -> bool {
        self.marks.is_read(&self.id(path))
    }
}
