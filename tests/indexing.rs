//! The full-text index that the reader makes behind its screen, in a process of its own.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

#[path = "support/desk.rs"]
mod desk;
#[path = "support/pty.rs"]
mod pty;

use std::time::{Duration, Instant};

use assert_cmd::cargo::cargo_bin;
use desk::Desk;
use portable_pty::CommandBuilder;
use pty::Pty;

/// How long an index may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// Opens the reader on a desk.
fn reader(desk: &Desk) -> Pty {
    let mut command = CommandBuilder::new(cargo_bin!("chancery"));
    command.env_clear();
    command.env("HOME", desk.place.path());
    command.args(["--lang", "en", "--briefs"]);
    command.arg(desk.briefs());
    Pty::spawn(command, (100, 30))
}

/// Whether the index comes to hold all of a desk, without anybody asking for it.
fn is_indexed(desk: &Desk) -> bool {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if desk.run("index --verify").code == 0 {
            return true;
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    false
}

#[test]
fn the_reader_makes_the_index_itself() {
    let desk = Desk::with_briefs();
    let pty = reader(&desk);
    pty.wait_for("A visit to Minsk");
    assert!(is_indexed(&desk));
    assert_eq!(desk.run("search ministers").code, 0);
}
