//! The worker asked over a real index in a folder of its own.

use std::fs;
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use super::*;
use crate::library::{Indexer, Keeper, Pace};
use crate::model::{Change, Field, Naming, Note, SavedSearch, Subject};
use crate::runtime::inbox::Event;
use crate::store::Briefs;

/// Two briefs, their library, and the worker.
struct Desk {
    _place: tempfile::TempDir,
    keeper: Keeper,
    folders: Folders,
    worker: Sender<Task>,
    told: Receiver<Event>,
}

#[allow(clippy::disallowed_methods, reason = "a test lays its folder out")]
fn put(folder: &Path, name: &str, title: &str, body: &str) {
    let text =
        format!("+++\ntitle = \"{title}\"\ndate = 2025-05-0{}\n+++\n{body}\n", body.len() % 9 + 1);
    fs::create_dir_all(folder).expect("a folder");
    fs::write(folder.join(name), text).expect("room");
}

impl Desk {
    fn new() -> Self {
        let place = tempfile::tempdir().expect("a folder");
        let briefs = place.path().join("briefs");
        put(&briefs, "a.md", "Une visite", "Un accord sur les visas a été signé à Minsk.");
        put(&briefs, "b.md", "Le blé", "Les exportations de blé reprennent.");
        let folders = Folders {
            briefs: Briefs::Folder(briefs),
            cache: Some(place.path().join("cache")),
            state: Some(place.path().join("state")),
            supplement: Arc::default(),
        };
        let mut keeper = Keeper::open(&folders);
        keeper.refresh(&mut |_| {}).expect("a folder to check");
        let texts = Texts {
            library: Arc::clone(keeper.snapshot()),
            folders: folders.clone(),
            shelf: keeper.shelf().clone(),
        };
        let today = PartialDate::day_of(2025, 6, 2).expect("a day");
        let (sender, told) = channel();
        let worker = start(Inbox::new(sender), texts, today).expect("a thread");
        Self { _place: place, keeper, folders, worker, told }
    }

    fn index(&self) {
        let indexer = Indexer::new(&self.folders, self.keeper.shelf());
        indexer.update(self.keeper.snapshot(), Pace::Full, &mut |_, _| {}).expect("an index");
        self.worker.send(Task::Indexed).expect("the worker");
    }

    fn next(&self) -> Message {
        match self.told.recv_timeout(Duration::from_secs(20)).expect("an answer") {
            Event::Message(message) => message,
            other => panic!("{other:?}"),
        }
    }

    fn search(&self, typed: &str) -> Result<Vec<String>, &'static str> {
        let today = PartialDate::day_of(2025, 6, 2).expect("a day");
        let query = Arc::new(self.keeper.shelf().query(typed, today));
        let wish = Wish { generation: 7, query, order: Order::Relevance, limit: 9 };
        self.worker.send(Task::Search(wish)).expect("the worker");
        match self.next() {
            Message::Searched { generation: 7, result } => match result {
                Ok(answer) => {
                    Ok(answer.findings.hits.iter().map(|hit| hit.snippet.clone()).collect())
                }
                Err(notice) => Err(notice.key),
            },
            other => panic!("{other:?}"),
        }
    }

    fn counted(&self) -> Vec<(String, Option<(usize, usize)>)> {
        match self.next() {
            Message::SearchesCounted(all) => {
                all.iter().map(|search| (search.name.clone(), search.briefs)).collect()
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn an_index_that_is_made_meanwhile_is_asked_at_once() {
    let desk = Desk::new();
    assert_eq!(desk.search("visa"), Err("index-missing"));
    desk.index();
    let found = desk.search("visa").expect("an index");
    assert_eq!(found, ["Un accord sur les visas a été signé à Minsk."]);
}

#[test]
fn saved_searches_are_counted_when_something_changed_and_only_then() {
    let desk = Desk::new();
    let mut searches = Searches::default();
    let search = SavedSearch { name: "Visas".into(), query: "visa".into() };
    searches.apply(&Naming { key: "visas".into(), search: Some(search) });
    desk.worker.send(Task::Searches(Arc::new(searches))).expect("the worker");
    assert_eq!(desk.counted(), [("Visas".to_owned(), None)]);
    desk.index();
    assert_eq!(desk.counted(), [("Visas".to_owned(), Some((1, 1)))]);
    let found = desk.keeper.snapshot().briefs().iter().find(|brief| brief.title == "Une visite");
    let id = found.expect("the brief").id.clone();
    let mut marks = Marks::default();
    marks.apply(&Change { id: id.clone(), field: Field::Starred(true) });
    desk.worker.send(Task::Marks(Arc::new(marks.clone()))).expect("the worker");
    marks.apply(&Change { id, field: Field::Read(true) });
    desk.worker.send(Task::Marks(Arc::new(marks))).expect("the worker");
    assert_eq!(desk.counted(), [("Visas".to_owned(), Some((1, 0)))], "a star is no news");
}

#[test]
fn a_note_counts_as_soon_as_it_is_written() {
    let desk = Desk::new();
    desk.index();
    assert_eq!(desk.search("tarifs"), Ok(Vec::new()));
    let found = desk.keeper.snapshot().briefs().iter().find(|brief| brief.title == "Le blé");
    let subject = Subject::Brief(found.expect("the brief").id.clone());
    let text = "Quels tarifs ?".to_owned();
    let note = Note { subject, file: None, title: None, written: None, text };
    desk.worker.send(Task::Notes(Arc::new(Notes::of([note], [])))).expect("the worker");
    assert_eq!(desk.search("tarifs"), Ok(vec!["Quels tarifs ?".to_owned()]));
    assert_eq!(desk.search("blé tarifs -visa").map(|found| found.len()), Ok(1));
}
