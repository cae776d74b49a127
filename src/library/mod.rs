//! The briefs as a whole: what is there, what is in them, what the reader did to them.
//!
//! `Snapshot` is all that the interface may name: immutable and pure. `Keeper`, `Shelf` and `Ledger` do the work behind it.

mod snapshot;

pub use snapshot::{Listing, Origin, Snapshot};
