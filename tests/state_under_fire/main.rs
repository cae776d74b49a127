//! What the reader did, under fire: killed programs, failing disks, odd homes, foreign and damaged files, several at once.
//! The reader is driven line by line over a pipe: what it says is done must be there afterwards.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test may stop"
)]

mod disks;
mod faults;
mod folders;
mod homes;
mod journals;
mod kills;
mod talk;

#[path = "../support/desk.rs"]
mod desk;
#[path = "../support/namespace.rs"]
mod namespace;
#[path = "../support/pty.rs"]
mod pty;
