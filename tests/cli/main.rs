//! The command line as a script or a person meets it: exact output and exit codes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop"
)]

mod basket;
mod corrections;
mod gazetteer;
mod import;
mod machine;
mod overview;
mod periods;
mod plain;
mod plain_orders;
mod printing;
mod searching;
mod state;

#[path = "../support/bytes.rs"]
mod bytes;
#[path = "../support/desk.rs"]
mod desk;
#[path = "../support/pty.rs"]
mod pty;
