//! All that the interface knows, and the little that ties its parts together.

use std::sync::Arc;

use super::chord::Chord;
use super::collecting::Collecting;
use super::command::Command;
use super::context::Context;
use super::effect::ToFind;
use super::keymap::{Keymap, Mode};
use super::layout::{Areas, Arrangement, Focus, Situation, arrange};
use super::line_editor::LineEditor;
use super::marking::Marking;
use super::notice::Notice;
use super::overlays::Overlay;
use super::panes::articles::ArticlesPane;
use super::panes::board::Board;
use super::panes::countries::CountriesPane;
use super::panes::page::PagePane;
use super::panes::reader::{Passage, ReaderPane};
use super::past::Past;
use super::saved::Counted;
use super::scope::Scope;
use super::theme::{ColourScheme, Glyphs};
use crate::config::{Clipboard, Follow, Layout, Rights, Settings};
use crate::library::{Amendment, Notes, Snapshot};
use crate::messages::Messages;
use crate::model::{Language, PartialDate, Period};

/// What the interface starts with.
#[derive(Debug)]
pub struct Setup {
    /// The briefs as far as they are known.
    pub library: Arc<Snapshot>,
    /// The words of the interface.
    pub words: Arc<Messages>,
    /// What the reader set.
    pub settings: Settings,
    /// The bindings.
    pub keymap: Keymap,
    /// The day it is.
    pub today: PartialDate,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Whether the terminal is at the other end of an SSH connection.
    pub remote: bool,
    /// Whether the terminal shows nothing but ASCII.
    pub ascii: bool,
    /// The colours to use.
    pub scheme: ColourScheme,
    /// What the session may do beyond reading.
    pub rights: Rights,
    /// Something to say at the start.
    pub notice: Option<Notice>,
}

/// All that the interface knows.
#[derive(Debug)]
pub struct State {
    pub(super) shared: Shared,
    pub(super) keymap: Keymap,
    pub(super) scheme: ColourScheme,
    pub(super) size: (u16, u16),
    pub(super) layout: Layout,
    pub(super) zoom: bool,
    pub(super) focus: Focus,
    pub(super) areas: Areas,
    pub(super) countries: CountriesPane,
    pub(super) articles: ArticlesPane,
    /// Whether the cursor went to another country whose articles are not shown yet.
    pub(super) is_beside_late: bool,
    pub(super) reader: ReaderPane,
    pub(super) page: Option<PagePane>,
    /// A list of the reader's own over everything else.
    pub(super) board: Option<Board>,
    /// From when on pages tell what is new.
    pub(super) period: Period,
    /// The page that `q` leads back to from a cited sentence.
    pub(super) way_back: Option<PagePane>,
    pub(super) overlay: Option<Overlay>,
    pub(super) typed: Typed,
    pub(super) notice: Option<Notice>,
    /// The sentence to show once its brief is open.
    pub(super) citation: Option<Passage>,
    pub(super) finding: Finding,
    /// What was asked for before.
    pub(super) past: Past,
    /// Whether ctrl-c was the last key.
    pub(super) interrupted: bool,
    /// Whether the end of the text was announced, so that one more space goes on.
    pub(super) announced_end: bool,
    /// Counts changes of what pages are compiled from, so that a page of before can be told.
    pub(super) epoch: u64,
    /// Counts requests, so that a stale answer can be told.
    pub(super) generation: u64,
    /// Files filed so far and to be filed, while the folder is checked.
    pub(super) filing: Option<(usize, usize)>,
}

/// What all components may look at.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) library: Arc<Snapshot>,
    pub(super) marking: Marking,
    /// The reader's notes as they are on disk.
    pub(super) notes: Arc<Notes>,
    /// What became of briefs that were taken along, as far as it is not acknowledged.
    pub(super) amended: Arc<Vec<Amendment>>,
    /// What the reader collected.
    pub(super) collecting: Collecting,
    /// The saved searches.
    pub(super) searches: Arc<Vec<Counted>>,
    /// Whether they were read yet.
    pub(super) has_read_notes: bool,
    pub(super) words: Arc<Messages>,
    pub(super) settings: Settings,
    pub(super) rights: Rights,
    pub(super) today: PartialDate,
    pub(super) ascii: bool,
    pub(super) remote: bool,
}

/// Keys typed so far that are no command yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub(super) chords: Vec<Chord>,
    pub(super) count: Option<usize>,
    /// Whether it is time to show what may follow.
    pub(super) hints: bool,
}

/// Finding in the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Finding {
    /// What was looked for last.
    pub(super) sought: Option<ToFind>,
    /// The search that goes on without a line being typed.
    pub(super) awaited: Option<Search>,
    /// Whether the text to come is entered at its last match.
    pub(super) comes_from_below: bool,
}

/// A search in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Search {
    /// Comes back with what was found.
    pub(super) generation: u64,
    /// Whether it goes down the text.
    pub(super) onward: bool,
    /// Whether the text was just opened: it is entered at its first match, or its last one.
    pub(super) enters: bool,
}

impl Setup {
    /// All that the first screen depends on besides the briefs and the marks.
    pub fn circumstances(&self) -> String {
        let Self { words, settings, today, ascii, remote, scheme, .. } = self;
        circumstances(self.size, words.language(), settings, (*today, *ascii, *remote, *scheme))
    }
}

/// The same words for the same circumstances.
fn circumstances(
    size: (u16, u16),
    language: Language,
    settings: &Settings,
    rest: (PartialDate, bool, bool, ColourScheme),
) -> String {
    format!("{size:?} {language:?} {settings:?} {rest:?}")
}

impl Shared {
    /// A view of it for one component.
    pub(super) fn context(&self) -> Context<'_> {
        Context {
            library: &self.library,
            marks: self.marking.shown(),
            notes: &self.notes,
            amended: &self.amended,
            basket: self.collecting.kept(),
            searches: &self.searches,
            words: &self.words,
            settings: &self.settings,
            today: self.today,
            glyphs: Glyphs::new(self.ascii),
        }
    }
}

impl State {
    /// The interface as it starts: the countries, everything in the list.
    pub fn new(setup: Setup) -> Self {
        let Setup { library, words, settings, keymap, today, size, .. } = setup;
        let Setup { remote, ascii, scheme, rights, notice, .. } = setup;
        let mut marking = Marking::default();
        marking.replace(Arc::clone(&library.marks));
        let layout = settings.layout;
        let countries = CountriesPane::new(settings.sort_countries);
        let articles = ArticlesPane::new(settings.sort_articles);
        let mut state = Self {
            shared: Shared {
                library,
                marking,
                notes: Arc::default(),
                amended: Arc::default(),
                collecting: Collecting::default(),
                searches: Arc::default(),
                has_read_notes: false,
                words,
                settings,
                rights,
                today,
                ascii,
                remote,
            },
            keymap,
            scheme,
            size,
            layout,
            zoom: false,
            focus: Focus::Countries,
            areas: Areas::default(),
            countries,
            articles,
            is_beside_late: false,
            reader: ReaderPane::default(),
            page: None,
            board: None,
            period: Period::default(),
            way_back: None,
            overlay: None,
            typed: Typed::default(),
            notice,
            citation: None,
            finding: Finding::default(),
            past: Past::default(),
            interrupted: false,
            announced_end: false,
            epoch: 0,
            generation: 0,
            filing: None,
        };
        let context = state.shared.context();
        state.countries.select(Scope::All, &context);
        state.articles.enter(Scope::All, &context);
        state.settle();
        state
    }

    /// The interface as it would start now, with what is known now.
    pub(super) fn afresh(&self) -> Self {
        let shared = &self.shared;
        let library = shared.library.with_marks(Arc::new(shared.marking.shown().clone()));
        Self::new(Setup {
            library: Arc::new(library),
            words: Arc::clone(&shared.words),
            settings: shared.settings.clone(),
            keymap: self.keymap.clone(),
            today: shared.today,
            size: self.size,
            remote: shared.remote,
            ascii: shared.ascii,
            scheme: self.scheme,
            rights: shared.rights,
            notice: None,
        })
    }

    /// All that the first screen depends on besides the briefs and the marks.
    pub fn circumstances(&self) -> String {
        let Shared { words, settings, today, ascii, remote, .. } = &self.shared;
        let scheme = self.scheme;
        circumstances(self.size, words.language(), settings, (*today, *ascii, *remote, scheme))
    }

    /// Lays the screen out anew and fits every part to its place.
    pub(super) fn settle(&mut self) {
        self.areas = arrange(Situation {
            columns: self.size.0,
            rows: self.size.1,
            choice: self.layout,
            remote: self.shared.remote,
            focus: self.focus,
            zoom: self.zoom,
        });
        let areas = self.areas;
        let context = self.shared.context();
        self.countries.fit(areas.countries);
        self.articles.fit(areas.articles, &context);
        self.reader.fit(areas.reader, areas.arrangement, &context);
        if let Some(page) = &mut self.page {
            page.fit(areas.body, &context);
        }
        if let Some(board) = &mut self.board {
            board.fit(areas.body, &context);
        }
        match &mut self.overlay {
            Some(Overlay::Picker(picker)) => picker.fit(areas.body),
            Some(Overlay::Sheet(sheet)) => {
                sheet.fit(ratatui::layout::Rect::new(0, 0, self.size.0, self.size.1));
            }
            Some(Overlay::Note(editor)) => editor.fit(areas.body),
            Some(Overlay::Import(import)) => import.fit(areas.body),
            Some(Overlay::Prompt(_) | Overlay::Question(_) | Overlay::Sentence) | None => {}
        }
    }

    /// What the keyboard is for now.
    pub(super) fn mode(&self) -> Mode {
        match &self.overlay {
            Some(Overlay::Picker(_) | Overlay::Prompt(_)) => Mode::Line,
            Some(Overlay::Note(editor)) if !editor.asks => Mode::Text,
            None if self.page.is_some() && self.board.is_none() => Mode::Page,
            Some(_) | None => Mode::Global,
        }
    }

    /// Whether the panes are in sight, no page and no board being over them.
    pub(super) fn shows_panes(&self) -> bool {
        self.page.is_none() && self.board.is_none()
    }

    /// The line being typed, where one is.
    pub(super) fn line(&mut self) -> Option<&mut LineEditor> {
        match &mut self.overlay {
            Some(Overlay::Picker(picker)) => Some(&mut picker.line),
            Some(Overlay::Prompt(prompt)) => Some(&mut prompt.line),
            Some(_) | None => None,
        }
    }

    /// Whether the article under the cursor is shown without being opened: where that is cheap.
    pub(super) fn follows(&self) -> bool {
        let wanted = match self.shared.settings.follow {
            Follow::On => true,
            Follow::Off => false,
            Follow::Auto => !self.shared.remote,
        };
        wanted && matches!(self.areas.arrangement, Arrangement::Stacked | Arrangement::Columns)
    }

    /// A number for the next request.
    pub(super) fn next_generation(&mut self) -> u64 {
        self.generation += 1;
        self.generation
    }

    /// Whether an answer is on its way that the next frame would better have: a text, a look-up,
    /// the journal's word. Who draws may wait for it as long as nobody notices.
    pub fn is_waiting(&self) -> bool {
        let looking = match &self.overlay {
            Some(Overlay::Picker(picker)) => picker.awaited.is_some(),
            Some(Overlay::Prompt(prompt)) => prompt.awaited.is_some(),
            Some(Overlay::Note(editor)) => editor.awaited.is_some(),
            Some(Overlay::Import(import)) => import.is_awaiting(),
            _ => false,
        };
        let looking = looking || self.finding.awaited.is_some();
        let looking = looking || self.page.as_ref().is_some_and(|page| !page.is_filled());
        let reading = self.reader.awaited.is_some() || self.articles.filter.is_awaiting();
        let saving = self.shared.marking.is_saving() || self.shared.collecting.is_saving();
        looking || reading || saving
    }

    /// Whether a command can be carried out in this session.
    pub(super) fn offers(&self, command: Command) -> bool {
        command.needs().is_none_or(|right| self.shared.rights.allow(right))
    }

    /// What the session may do beyond reading.
    pub fn rights(&self) -> Rights {
        self.shared.rights
    }

    /// The library it shows.
    pub fn library(&self) -> &Arc<Snapshot> {
        &self.shared.library
    }

    /// How a text that is copied reaches the clipboard.
    pub fn clipboard(&self) -> Clipboard {
        self.shared.settings.clipboard
    }

    /// The day it takes for today.
    pub fn today(&self) -> PartialDate {
        self.shared.today
    }
}
