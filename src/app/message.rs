//! What reaches the interface from outside: keys, sizes, results of effects.

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use super::chord::Chord;
use super::command::Command;
use super::effect::Parcel;
use super::mouse::Mouse;
use super::notice::Notice;
use super::saved::Counted;
use crate::library::{Amendment, Edition, Findings, Notes, Snapshot};
use crate::model::{
    Agenda, Aspect, Basket, Brief, BriefId, CountryCode, Digest, Document, Period, Subject, Summary,
};
use crate::search::Query;
use crate::search::find::{PatternError, Places};
use crate::search::query::Completion;

/// Something that happened outside.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Chord),
    /// The mouse did something.
    Mouse(Mouse),
    /// Text was pasted; it is never taken for commands.
    Paste(String),
    /// The terminal has another size, in columns and rows.
    Resized(u16, u16),
    /// The briefs or the marks of another session changed.
    LibraryChanged(Arc<Snapshot>),
    /// The check of the folder goes on.
    Filing {
        /// Files filed so far.
        done: usize,
        /// Files to file.
        total: usize,
    },
    /// A brief is ready to be read, or cannot be read.
    Opened {
        /// The brief that was asked for.
        id: BriefId,
        /// Its text, or why there is none.
        result: Result<Edition, Notice>,
    },
    /// The look-up with this generation is done.
    LookedUp {
        /// As given to [`super::effect::Effect::LookUp`].
        generation: u64,
        /// Best first.
        hits: Vec<Hit>,
    },
    /// What was typed to filter was read.
    QueryRead {
        /// As given to [`super::effect::Effect::ReadQuery`].
        generation: u64,
        /// As it was understood.
        query: Arc<Query>,
        /// What may stand at the cursor, the likeliest first.
        completions: Vec<Completion>,
    },
    /// What was asked for in earlier sessions, the oldest first.
    PastQueries(Vec<String>),
    /// The saved searches, or what they hold, changed.
    SearchesCounted(Arc<Vec<Counted>>),
    /// The index holds more, or less, than before.
    TextsChanged,
    /// The texts were searched.
    Searched {
        /// As given to [`super::effect::Effect::Search`].
        generation: u64,
        /// What they hold, or why they cannot be searched.
        result: Result<Answer, Notice>,
    },
    /// The search in a text with this generation is done.
    FoundInText {
        /// As given to [`super::effect::Effect::FindInText`].
        generation: u64,
        /// The text that was looked through.
        document: Arc<Document>,
        /// Where it stands, nothing where nothing was asked for; or what is wrong with the pattern.
        result: Result<Option<Arc<Places>>, PatternError>,
    },
    /// What the countries that were typed mean.
    CountriesNamed {
        /// As given to [`super::effect::Effect::NameCountries`].
        generation: u64,
        /// Each once, in the order typed; or the first name that means none.
        result: Result<Vec<CountryCode>, String>,
    },
    /// A country's page is compiled.
    Summarised {
        /// As given to [`super::effect::Effect::Summarise`].
        generation: u64,
        /// The page.
        summary: Arc<Summary>,
    },
    /// What is new over all countries is compiled.
    Digested {
        /// As given to [`super::effect::Effect::Digest`].
        generation: u64,
        /// What is new.
        digest: Arc<Digest>,
    },
    /// The agenda is compiled.
    Scheduled {
        /// As given to [`super::effect::Effect::Agenda`].
        generation: u64,
        /// What happens when.
        agenda: Arc<Agenda>,
    },
    /// Changes are on disk.
    Recorded {
        /// As given to [`super::effect::Effect::Record`].
        ticket: u64,
    },
    /// The basket is as it is kept now.
    BasketChanged(Arc<Basket>),
    /// Placings are on disk, or why not; [`Message::BasketChanged`] came before.
    Placed {
        /// As given to [`super::effect::Effect::Place`].
        ticket: u64,
        /// Why they are not on disk, where they are not.
        trouble: Option<Notice>,
    },
    /// What became of briefs after they were taken along, as far as it is not acknowledged.
    Amended(Arc<Vec<Amendment>>),
    /// Changes could not be written; they are kept and tried again with the next ones.
    NotRecorded {
        /// As given to [`super::effect::Effect::Record`].
        ticket: u64,
        /// Why.
        notice: Notice,
    },
    /// What was pasted is known for what it is.
    Appraised {
        /// As given to [`super::effect::Effect::Appraise`].
        generation: u64,
        /// Its stories, as they would be filed.
        stories: Vec<Brief>,
    },
    /// What was pasted is on the disk, or why it is not.
    Received {
        /// Why it is not, where it is not.
        trouble: Option<Notice>,
    },
    /// Notes were read, because they are new or somebody changed them.
    NotesChanged(Arc<Notes>),
    /// Whether a note is on disk; where it is, [`Message::NotesChanged`] came before.
    NoteKept {
        /// As given to [`super::effect::Effect::KeepNote`].
        ticket: u64,
        /// What became of it.
        outcome: Kept,
    },
    /// The reader's own editor was left: the words, or why they are as they were.
    Edited(Result<String, Notice>),
    /// Something to be said: an export is written, a worker failed.
    Notice(Notice),
    /// The terminal has no way to a clipboard; the text can only be shown.
    NoClipboard(String),
    /// A file of that name exists already; the export waits for a yes.
    ExportExists {
        /// The path as typed.
        path: String,
        /// What was to be written, whatever is shown by now.
        parcel: Parcel,
    },
    /// A timer ran out.
    Elapsed(Timer),
}

/// What the texts answer to a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The hits.
    pub findings: Arc<Findings>,
    /// How long it took.
    pub took: Duration,
    /// What the index lacks, where it lacks anything.
    pub lacking: Option<Notice>,
}

/// What became of a note that was to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is on disk.
    Kept,
    /// Somebody changed its file meanwhile, which is as they left it.
    ChangedMeanwhile,
    /// It is not on disk, and why.
    Failed(Notice),
}

/// What a timer is for. Only one of a kind runs at a time; a new one replaces the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Timer {
    /// Show the articles of the country under the cursor.
    Beside,
    /// Show the article under the cursor.
    Follow,
    /// Show which keys can follow.
    Hints,
    /// Say that a mark is still being saved.
    Saving,
    /// Keep what is being written.
    Draft,
}

/// One answer of the finder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it leads to.
    pub target: Target,
    /// The name that matched.
    pub shown: String,
    /// Bytes of `shown` that the query matched.
    pub highlights: Vec<Range<usize>>,
}

/// What an answer of the finder leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The list of a country.
    Country(CountryCode),
    /// The page of a country with this one.
    Partner(CountryCode),
    /// The text of a brief.
    Brief(BriefId),
    /// A command.
    Command(Command),
    /// A query, to be tried out on the articles.
    Query(String),
    /// A query, to be searched for in all texts.
    Texts(String),
    /// A part of a brief, to be corrected.
    Correction(BriefId, Aspect),
    /// A brief, to be as it is filed again.
    AsFiled(BriefId),
    /// What a note is about, and the note.
    Note(Subject),
    /// From when on pages tell what is new; nothing where a day is to be typed.
    Period(Option<Period>),
    /// An address, as a text has it.
    Link(String),
}
