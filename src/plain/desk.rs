//! What is asked of the library: lists, texts, pages, searches, marks. Answers are rows, refusals sentences.

use std::collections::HashSet;
use std::sync::Arc;

use super::Start;
use super::place::Place;
use super::rows::{self, Row};
use crate::app::labels;
use crate::library::{
    FullText, Indexer, Keeper, Ledger, NoteError, NoteToKeep, Notebook, Notes, Pace, Request,
    Shelf, Snapshot,
};
use crate::messages::Messages;
use crate::model::{
    Argument, Brief, BriefId, BriefPath, Change, CountryCode, Field, Note, PartialDate, Subject,
    Taking, Way,
};
use crate::search::index::Order as Sorting;
use crate::search::query::Node;
use crate::store::{Folders, StateError};
use crate::summary;

/// Hits that are listed.
const HITS: usize = 200;

/// The library and the reader's own things.
pub(super) struct Desk {
    folders: Folders,
    words: Arc<Messages>,
    today: PartialDate,
    /// The country that the briefs are about as a whole, where the reader set one.
    home: Option<CountryCode>,
    keeper: Keeper,
    ledger: Ledger,
    notebook: Notebook,
    notes: Notes,
    library: Arc<Snapshot>,
    /// The index, once something was searched for.
    text: Option<FullText>,
    troubles: Vec<String>,
}

impl Desk {
    pub(super) fn open(start: &Start) -> Self {
        let state = start.folders.state.as_deref();
        let mut desk = Self {
            folders: start.folders.clone(),
            words: Arc::clone(&start.words),
            today: start.today,
            home: start.home,
            keeper: Keeper::open(&start.folders),
            ledger: Ledger::open(state),
            notebook: Notebook::new(state),
            notes: Notes::default(),
            library: Arc::default(),
            text: None,
            troubles: Vec::new(),
        };
        if let (damaged @ 1.., _) = desk.ledger.skipped() {
            let sentence = desk.said("journal-damaged", &[("count", super::number(damaged))]);
            desk.troubles.push(sentence);
        }
        let refreshed = desk.refresh();
        desk.troubles.extend(refreshed.err());
        // The keeper notes in the same journal what it sees for the first time.
        if let Some(trouble) = desk.ledger.trouble().or(desk.keeper.trouble()) {
            let sentence = desk.said("marks-not-kept", &[("detail", desk.why(trouble))]);
            desk.troubles.push(sentence);
        }
        desk
    }

    /// What is wrong from the start.
    pub(super) fn troubles(&self) -> Vec<String> {
        self.troubles.clone()
    }

    fn said(&self, key: &str, arguments: &[(&str, Argument)]) -> String {
        self.words.with(key, arguments)
    }

    /// Why something is not kept.
    fn why(&self, error: &StateError) -> Argument {
        Argument::Text(labels::not_kept(&self.words, error))
    }

    /// Looks at the folder as it is now.
    pub(super) fn refresh(&mut self) -> Result<(), String> {
        let refreshed =
            self.keeper.refresh(&mut |_| {}).map(|_| ()).map_err(|error| error.to_string());
        self.text = None;
        self.catch_up();
        refreshed
    }

    /// Shows the library under the marks and notes that are known now.
    fn catch_up(&mut self) {
        // Where the journal cannot be read, the marks known so far stay.
        let _known = self.ledger.catch_up();
        if let Ok(notes) = self.notebook.read(&self.ledger) {
            self.notes = notes;
        }
        let marks = Arc::clone(self.ledger.marks());
        self.library = Arc::new(self.keeper.snapshot().with_marks(marks));
    }

    fn shelf(&self) -> &Shelf {
        self.keeper.shelf()
    }

    /// The country of a name or code.
    pub(super) fn country(&self, name: &str) -> Option<CountryCode> {
        self.shelf().filing().gazetteer().lookup(name)
    }

    pub(super) fn brief(&self, id: &BriefId) -> Option<&Arc<Brief>> {
        self.library.brief(id)
    }

    /// The rows of a place.
    pub(super) fn rows(&mut self, place: &Place) -> Result<Vec<Row>, String> {
        let shown = rows::Shown { library: &self.library, notes: &self.notes, words: &self.words };
        let all = || self.library.main_stories();
        Ok(match place {
            Place::Help => shown.help(),
            Place::Countries => shown.countries(),
            Place::Articles(None) => shown.articles(&self.words.text("plain-all"), all()),
            Place::Articles(Some(code)) => {
                shown.articles(&self.words.country(*code), self.library.about(*code))
            }
            Place::Unread => {
                let unread = all().filter(|brief| !self.library.marks.is_read(&brief.id));
                shown.articles(&self.words.text("plain-unread"), unread)
            }
            Place::Starred => {
                let starred = self.library.all().filter(|b| self.library.marks.is_starred(&b.id));
                shown.articles(&self.words.text("plain-starred"), starred)
            }
            Place::Found(query, ids) => {
                shown.articles(query, ids.iter().filter_map(|id| self.library.brief(id)))
            }
            Place::Text(id) => {
                let gone = || self.said("plain-gone", &[]);
                let brief = self.library.brief(id).ok_or_else(gone)?;
                let document = self.shelf().document(brief).map_err(|error| error.to_string())?;
                shown.text(&document)
            }
            Place::Page(code) => shown.page(&self.summary(*code)?),
        })
    }

    /// The page of a country, with what it needs of texts that are new.
    fn summary(&self, country: CountryCode) -> Result<crate::model::Summary, String> {
        let files: HashSet<&BriefPath> = self.library.about(country).map(|b| &b.file).collect();
        let matters = |path: &BriefPath| files.contains(path);
        // What cannot be kept is found by the page.
        let _kept = self.shelf().extract_of(&self.library, Pace::Full, &matters, &mut |_, _| {});
        let home = self.library.home_or(self.home);
        let request = summary::Request::page(country, None, home, self.today);
        self.shelf().summary(&self.library, &request).map_err(|error| error.to_string())
    }

    /// The briefs that answer a query, best first.
    pub(super) fn search(&mut self, typed: &str) -> Result<Vec<BriefId>, String> {
        let query = self.shelf().query(typed, self.today);
        if query.root == Node::Everything {
            return Ok(Vec::new());
        }
        if self.text.is_none() {
            self.text = Some(self.full_text()?);
        }
        let Some(text) = &self.text else { return Ok(Vec::new()) };
        let request = Request {
            query: &query,
            marks: self.ledger.marks(),
            notes: &self.notes,
            library: &|| Arc::clone(&self.library),
            order: Sorting::Relevance,
            limit: HITS,
        };
        let found = text.search(&request).map_err(|error| error.to_string())?;
        Ok(found.hits.iter().map(|hit| hit.brief.id.clone()).collect())
    }

    /// The index, brought up to date; in memory where it cannot be kept.
    fn full_text(&self) -> Result<FullText, String> {
        let indexer = Indexer::new(&self.folders, self.shelf());
        // One that is out of date or missing is made in memory below, or answers as it is.
        let _updated = indexer.update(&self.library, Pace::Full, &mut |_, _| {});
        FullText::open(&self.folders)
            .or_else(|_| FullText::in_memory(&indexer, &self.library, &mut |_, _| {}))
            .map_err(|error| error.to_string())
    }

    /// Whether a brief is a related story: those go with their article and have no marks.
    pub(super) fn is_related(&self, id: &BriefId) -> bool {
        self.brief(id).is_some_and(|brief| brief.parent.is_some())
    }

    /// Marks a brief as read, if it is not and can be.
    pub(super) fn mark_read(&mut self, id: &BriefId) -> Result<(), String> {
        let is_marked = self.library.marks.is_read(id) || self.is_related(id);
        if is_marked { Ok(()) } else { self.set(id, Field::Read(true)) }
    }

    /// Turns the mark of having read round; whether it is there now.
    pub(super) fn turn_read(&mut self, id: &BriefId) -> Result<bool, String> {
        let read = !self.library.marks.is_read(id);
        self.set(id, Field::Read(read)).map(|()| read)
    }

    /// Turns the star round; whether it is there now. What is starred is watched over from now on.
    pub(super) fn turn_star(&mut self, id: &BriefId) -> Result<bool, String> {
        let starred = !self.library.marks.is_starred(id);
        let brief = self.library.brief(id).filter(|_| starred);
        let version = brief.and_then(|brief| self.shelf().version(brief, &self.library));
        let taking = |version| Taking { id: id.clone(), way: Way::Starred, version };
        // One that is not kept goes along with the star, which says so.
        let _kept = self.ledger.take(version.map(taking).into_iter().collect());
        self.set(id, Field::Starred(starred)).map(|()| starred)
    }

    /// Sets a field; when this returns `Ok` it is on the disk.
    fn set(&mut self, id: &BriefId, field: Field) -> Result<(), String> {
        let kept = self.ledger.record(&[Change { id: id.clone(), field }]);
        self.library = Arc::new(self.library.with_marks(Arc::clone(self.ledger.marks())));
        kept.map_err(|error| self.said("not-saved", &[("detail", self.why(&error))]))
    }

    /// Adds a line to the note on a brief or a country.
    pub(super) fn note(&mut self, subject: Subject, line: &str) -> Result<(), String> {
        let brief = subject.brief().and_then(|id| self.library.brief(id));
        let title = match &subject {
            Subject::Country(code) => Some(self.words.country(*code)),
            _ => brief.map(|brief| brief.title.clone()),
        };
        let file = brief.map(|brief| brief.file.to_string());
        let before = self.notes.on(&subject);
        let kept = before.map(|note| (note.name.clone(), note.contents));
        let text = before.map_or_else(String::new, |kept| format!("{}\n", kept.note.text));
        let text = format!("{text}{line}");
        let note = Note { subject, file, title, written: None, text };
        let done = self.notebook.keep(&NoteToKeep { note, kept, replaces: false });
        self.catch_up();
        done.map_err(|error| {
            let detail = match &error {
                NoteError::State(error) => self.why(error),
                other => Argument::Text(other.to_string()),
            };
            self.said("note-not-kept", &[("detail", detail)])
        })
    }
}
