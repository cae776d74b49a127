//! The briefs as a whole: what is there, what is in them, what the reader did to them.
//!
//! | part | what it is | whose it is |
//! |---|---|---|
//! | [`Snapshot`] | the library at one moment; immutable and pure | everybody's, as `Arc<Snapshot>`: all that the interface may name |
//! | [`Keeper`] | finds out what changed and makes the next snapshot | the worker that watches the folder; one owner |
//! | [`Shelf`] | opens briefs, compiles summaries, finds words | any worker's: a clone is two pointers |
//! | [`Ledger`] | keeps the reader's marks | the worker that saves; one owner |
//! | [`Notes`] | what the reader wrote, at one moment; immutable and pure | everybody's, as `Arc<Notes>` |
//! | [`Notebook`] | keeps notes and drafts as files | the worker that saves; one owner |
//! | [`Vigil`] | tells what became of briefs that were taken along | the worker that saves; one owner |
//! | [`Import`] | makes tidy briefs of raw files | the command that imports |
//!
//! Nothing here is locked or shared behind the owners' backs. A keeper and a ledger, of this
//! process or another, meet in the journal file alone: what one writes the other reads at its next
//! [`Ledger::catch_up`]. A snapshot's marks are therefore those of the keeper's last look; the
//! interface shows the ledger's over them ([`Snapshot::with_marks`]).
//!
//! ```text
//! start    Keeper::open -> snapshot() from the cache, no brief read
//!          Keeper::refresh -> the folder as it is; partial snapshots on a first start
//! hint     store::watch::Watch -> Keeper::refresh -> None where nothing changed
//! open     Shelf::edition       summary  Shelf::summary      find  Shelf::find
//! mark     Ledger::record -> Ok: on the disk; Err: pending, Ledger::retry
//! ```

mod asking;
mod census;
mod collection;
mod correcting;
mod extracting;
mod find;
mod grouping;
mod import;
mod indexing;
mod keeper;
mod ledger;
mod notebook;
mod novelty;
mod overviews;
mod pages;
mod refiling;
mod revising;
mod shelf;
mod snapshot;
mod tags;
mod vigil;

pub use collection::{key, sources};
pub use extracting::Refound;
pub use find::{Findings, FullText, Hit, NoteHit, Request};
pub use import::{Import, ImportError, Imported, Refused, Report};
pub use indexing::{Indexer, IndexingError, Pace, Updated};
pub use keeper::{Keeper, Progress};
pub use ledger::Ledger;
pub use notebook::{KeptNote, NoteError, NoteToKeep, Notebook, Notes, StrangeNote};
pub use shelf::{Edition, Shelf};
pub use snapshot::{Listing, Origin, Snapshot};
pub use tags::{BadTag, LONGEST_TAG, TagName, key as tag_key};
pub use vigil::{Amendment, Fate, Vigil, version, version_unread};

pub use crate::store::catalogue::ContentHash;
pub use crate::store::inbox::MOST_BYTES as LARGEST_DISPATCH;
