//! What is asked of the library: lists, texts, pages, searches, marks. Answers are rows, refusals sentences.

use std::sync::Arc;

mod keeping;
mod pages;
mod rows_of;
mod taking;

use super::Start;
use super::order::Orders;
use super::place::Place;
use super::rows::{self, Row};
use crate::app::labels;
use crate::config::ArticleSort;
use crate::library::{
    FullText, Indexer, Keeper, Ledger, NoteError, Notebook, Notes, Pace, Request, Shelf, Snapshot,
    Vigil,
};
use crate::messages::Messages;
use crate::model::{Argument, Brief, BriefId, CountryCode, PartialDate, Period};
use crate::search::index::Order as Sorting;
use crate::search::query::Node;
use crate::store::{Folders, StateError};
pub(super) use keeping::Said;
use keeping::Step;
pub(super) use taking::Exported;

/// Hits that are listed.
const HITS: usize = 200;

/// The library and the reader's own things.
pub(super) struct Desk {
    folders: Folders,
    words: Arc<Messages>,
    today: PartialDate,
    keeper: Keeper,
    ledger: Ledger,
    notebook: Notebook,
    notes: Notes,
    library: Arc<Snapshot>,
    /// The index, once something was searched for.
    text: Option<FullText>,
    troubles: Vec<String>,
    /// What lists are ordered by.
    sort: ArticleSort,
    /// From when on pages tell what is new.
    period: Period,
    home: Option<CountryCode>,
    countries: Vec<CountryCode>,
    vigil: Vigil,
    /// What can be taken back, the latest last, and what was.
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl Desk {
    pub(super) fn open(start: &Start) -> Self {
        let state = start.folders.state.as_deref();
        let mut desk = Self {
            folders: start.folders.clone(),
            words: Arc::clone(&start.words),
            today: start.today,
            keeper: Keeper::open(&start.folders),
            ledger: Ledger::open(state),
            notebook: Notebook::new(state),
            notes: Notes::default(),
            library: Arc::default(),
            text: None,
            troubles: Vec::new(),
            sort: start.settings.sort_articles,
            period: Period::default(),
            home: start.settings.home,
            countries: start.settings.desk.clone(),
            vigil: Vigil::default(),
            done: Vec::new(),
            undone: Vec::new(),
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
}

/// Why a note is not kept.
fn detail_of(desk: &Desk, error: &NoteError) -> Argument {
    match error {
        NoteError::State(error) => desk.why(error),
        other => Argument::Text(other.to_string()),
    }
}
