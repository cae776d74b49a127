//! What the interface wants done outside, as plain data that tests can compare.

use std::sync::Arc;
use std::time::Duration;

use super::message::Timer;
use crate::config::Right;
use crate::library::NoteToKeep;
use crate::model::{
    BriefId, Change, Document, Naming, Note, PartialDate, Placing, Since, Version, Way,
};
use crate::search::Query;
use crate::search::index::Order;
use crate::summary::{Request, Survey};
use crate::text::Address;

/// What is to be found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToFind {
    /// As typed: words, or a slash and a pattern.
    Typed(String),
    /// What a query found it by.
    Terms(Arc<Query>),
}

/// What is taken along: text, and the briefs that it is of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parcel {
    /// The text, in whatever format it is taken along.
    pub text: String,
    /// The briefs.
    pub briefs: Briefs,
}

/// Briefs that are taken along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Briefs {
    /// Each once.
    pub ids: Vec<BriefId>,
    /// The version that was shown of the one that is being read, which its file may no longer hold.
    pub shown: Option<(BriefId, Version)>,
}

/// Something to be done outside. Its result comes back as a [`super::message::Message`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Read a brief; a newer request replaces one that has not started.
    Open(BriefId),
    /// Look a name up among countries, titles and commands.
    LookUp {
        /// Comes back with the answer, so that a stale one can be told.
        generation: u64,
        /// What was typed.
        query: String,
    },
    /// Read what is typed to filter the articles.
    ReadQuery {
        /// Comes back with the answer, so that a stale one can be told.
        generation: u64,
        /// What was typed.
        typed: String,
        /// Where the cursor is, in bytes of it.
        cursor: usize,
        /// The day that "since 30 days" counts from.
        today: PartialDate,
    },
    /// Keep the queries that were asked so far, the oldest first.
    KeepQueries(Vec<String>),
    /// Give names their searches, or take them away.
    NameSearches(Vec<Naming>),
    /// Search all texts.
    Search {
        /// Comes back with the answer, so that a stale one can be told.
        generation: u64,
        /// What for.
        query: Arc<Query>,
        /// What comes first.
        order: Order,
        /// Hits that are wanted; the others are counted.
        limit: usize,
    },
    /// Find something in a text.
    FindInText {
        /// Comes back with what was found, so that a stale answer can be told.
        generation: u64,
        /// What.
        sought: ToFind,
        /// The text.
        document: Arc<Document>,
        /// Whether to look through what was left out of it, too.
        with_dropped: bool,
    },
    /// Find out which countries a list of names means.
    NameCountries {
        /// Comes back with the answer.
        generation: u64,
        /// What was typed.
        names: String,
    },
    /// Compile a country's page.
    Summarise {
        /// Comes back with the page.
        generation: u64,
        /// Of which country, or pair.
        request: Request,
        /// When the period begins that its changes are of.
        since: Option<Since>,
    },
    /// Compile what is new over all countries.
    Digest {
        /// Comes back with it.
        generation: u64,
        /// What to look for.
        survey: Survey,
    },
    /// Compile what happens when.
    Agenda {
        /// Comes back with it.
        generation: u64,
        /// What to look for.
        survey: Survey,
    },
    /// Put things into the basket, or take them out.
    Place {
        /// Comes back when they are on disk.
        ticket: u64,
        /// In order.
        placings: Vec<Placing>,
    },
    /// Write changes to the journal.
    Record {
        /// Comes back when they are on disk.
        ticket: u64,
        /// In order.
        changes: Vec<Change>,
    },
    /// Keep a note, or take it away where it has no words.
    KeepNote {
        /// Comes back when it is on disk.
        ticket: u64,
        /// The note.
        wanted: Box<NoteToKeep>,
    },
    /// Keep what is being written beside the notes, to be offered again.
    KeepDraft(Note),
    /// Drop what was being written.
    DropDraft(Note),
    /// Hand the terminal to the reader's own editor, with a note.
    EditOutside(Note),
    /// Look at the files of notes again.
    ReadNotes,
    /// Write a text to a file.
    Write {
        /// The path as typed, relative to the folder the program was started in.
        path: String,
        /// What to write.
        parcel: Parcel,
        /// Whether a file of that name may be replaced.
        replace: bool,
    },
    /// Send a text to the printer.
    Print(Parcel),
    /// Put a text on the clipboard of whoever sits at the terminal, as far as that can be done.
    Copy(Parcel),
    /// Briefs were taken along in a way that needs nothing else done: from now on they are watched over.
    TakenAlong {
        /// Which.
        briefs: Briefs,
        /// How.
        way: Way,
    },
    /// The reader knows what became of briefs: these are the versions that they know now.
    Acknowledge(Vec<(BriefId, Version)>),
    /// Read a dispatch that was pasted, without keeping it.
    Appraise {
        /// Comes back with what it is.
        generation: u64,
        /// As it was pasted.
        text: String,
    },
    /// Keep a dispatch that was pasted in the reader's own inbox.
    Receive(String),
    /// Have an address opened by the reader's own browser.
    Browse(Address),
    /// Start a timer.
    After(Duration, Timer),
    /// Check the briefs folder now.
    Refresh,
    /// Show the sample briefs instead of the folder.
    OpenSamples,
    /// Paint the whole screen anew.
    Redraw,
    /// Hand the terminal back to the shell for a while.
    Suspend,
    /// Leave.
    Quit,
}

impl Effect {
    /// What a session must be allowed to do for it, where that is more than reading.
    pub fn needs(&self) -> Option<Right> {
        match self {
            Self::EditOutside(_) | Self::Print(_) | Self::Browse(_) | Self::Suspend => {
                Some(Right::Programs)
            }
            Self::Write { .. } => Some(Right::Files),
            Self::Copy(_) => Some(Right::Clipboard),
            _ => None,
        }
    }
}
