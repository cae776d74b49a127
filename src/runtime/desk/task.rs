//! What the desk can be asked for.

use std::sync::Arc;
use std::sync::mpsc::Sender;

use crate::app::effect::{Briefs, Parcel, ToFind};
use crate::library::{NoteToKeep, Shelf, Snapshot};
use crate::model::{BriefId, Change, Document, Naming, Note, PartialDate, Placing, Version, Way};

/// A task for the desk.
#[derive(Debug)]
pub(in crate::runtime) enum Task {
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
    /// Put things into the basket, or take them out.
    Place { ticket: u64, placings: Vec<Placing> },
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
    Write { path: String, parcel: Parcel, replace: bool },
    /// Print.
    Print(Parcel),
    /// Give a text to tmux.
    CopyByTmux(Parcel),
    /// Briefs were taken along.
    TakenAlong(Briefs, Way),
    /// The same of the rest of many, of which the first are done.
    GoOnTaking(Briefs, Way),
    /// The reader knows these versions of briefs now.
    Acknowledge(Vec<(BriefId, Version)>),
    /// Tell what a text that was pasted is.
    Appraise { generation: u64, text: String },
    /// Keep it in the inbox.
    Receive(String),
    /// Say when everything before this is done.
    Finish(Sender<()>),
}

/// Drops what a later task of the same kind makes worthless.
pub(super) fn newest_only(tasks: Vec<Task>) -> Vec<Task> {
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
