//! The reader at a terminal over a folder that others write in: storms of changes, files half written, a folder that goes and
//! comes back.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test may stop, and says what it skips"
)]

mod away;
mod changing;
mod storm;

#[path = "../support/bytes.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod bytes;
#[path = "../support/namespace.rs"]
mod namespace;
#[path = "../support/pty.rs"]
mod pty;

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use assert_cmd::cargo::cargo_bin;
use portable_pty::CommandBuilder;
use pty::Pty;

const SIZE: (u16, u16) = (100, 30);

/// A newsroom's folder and a reader of it.
struct Newsroom {
    place: tempfile::TempDir,
}

impl Newsroom {
    /// One with some briefs of some countries, the newest first: "Article 0" and on.
    fn with(briefs: usize) -> Self {
        let room = Self { place: tempfile::tempdir().unwrap() };
        fs::create_dir(room.path("briefs")).unwrap();
        for number in 0..briefs {
            room.put(&format!("briefs/{}", name(number)), &article(number, "The first words."));
        }
        room
    }

    fn path(&self, below: &str) -> PathBuf {
        self.place.path().join(below)
    }

    fn put(&self, below: &str, text: &str) {
        let path = self.path(below);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The reader's command line.
    fn arguments(&self) -> Vec<String> {
        let place = |name: &str| self.path(name).display().to_string();
        let (briefs, state, cache) = (place("briefs"), place("state"), place("cache"));
        let given = ["--lang", "en", "--briefs", &briefs, "--state", &state, "--cache", &cache];
        given.map(String::from).into()
    }

    /// The reader at a terminal, once it shows the newest article.
    fn open(&self) -> Pty {
        self.open_by(&[])
    }

    /// The same started by another program.
    fn open_by(&self, starter: &[String]) -> Pty {
        let program = cargo_bin!("chancery").display().to_string();
        let mut line = starter.iter().cloned().chain([program]).chain(self.arguments());
        let mut command = CommandBuilder::new(line.next().unwrap());
        command.env_clear();
        command.env("HOME", self.place.path());
        command.env("PATH", "/usr/bin:/bin");
        command.args(line);
        let pty = Pty::spawn(command, SIZE);
        pty.wait_for("Article 0");
        pty
    }
}

fn name(number: usize) -> String {
    format!("folder{}/a{number}.md", number % 7)
}

fn article(number: usize, text: &str) -> String {
    let country = ["KZ", "BY", "VN", "AZ", "FR"][number % 5];
    let (month, day) = (12 - (number / 28) % 12, 28 - number % 28);
    let year = 2025 - number / 336;
    format!(
        "+++\nid = \"a{number}\"\ntitle = \"Article {number}\"\ndate = {year}-{month:02}-{day:02}\n\
         countries = [\"{country}\"]\n+++\n{text}\n"
    )
}

/// Waits until nothing was written for a while; how much was written in all.
fn settle(pty: &Pty) -> usize {
    let mut before = pty.output().len();
    let mut since = Instant::now();
    while since.elapsed() < Duration::from_millis(800) {
        std::thread::sleep(Duration::from_millis(50));
        let now = pty.output().len();
        if now != before {
            (before, since) = (now, Instant::now());
        }
    }
    before
}

/// Kilobytes of memory that a process holds.
fn memory(pid: i32) -> usize {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
