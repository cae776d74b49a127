//! The real program over folders of its own, in a terminal of its own.

#![allow(dead_code, reason = "each test program uses its own part of it")]

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::cargo::cargo_bin;
use portable_pty::CommandBuilder;

use super::bytes;
use super::pty::Pty;

/// Columns and rows of the terminal.
pub(crate) const SIZE: (u16, u16) = (100, 30);

/// A reader's folders, and nothing of the machine around them.
pub(crate) struct Home {
    place: PathBuf,
    _kept: Option<tempfile::TempDir>,
}

impl Home {
    /// With two briefs, one of them longer than the screen.
    pub(crate) fn new() -> Self {
        let home = Self::empty();
        let lines: Vec<String> =
            (1..=60).map(|n| format!("Paragraph {n} of the report on trade.\n")).collect();
        home.put("minsk.md", &brief("Talks in Minsk", "2024-03-05", "BY", &lines.join("\n")));
        home.put("astana.md", &brief("Trade with Astana", "2023-11-02", "KZ", "Trade grew.\n"));
        home
    }

    /// One that is there already.
    pub(crate) fn at(place: PathBuf) -> Self {
        Self { place, _kept: None }
    }

    /// Without a brief.
    pub(crate) fn empty() -> Self {
        let kept = tempfile::tempdir().unwrap();
        fs::create_dir(kept.path().join("briefs")).unwrap();
        Self { place: kept.path().to_owned(), _kept: Some(kept) }
    }

    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.place.join(below)
    }

    pub(crate) fn put(&self, name: &str, text: &str) {
        fs::write(self.path("briefs").join(name), text).unwrap();
    }

    /// The environment of a login on another machine's terminal.
    pub(crate) fn variables(&self) -> Vec<(&'static str, PathBuf)> {
        vec![
            ("HOME", self.path("")),
            ("XDG_CONFIG_HOME", self.path("config")),
            ("XDG_STATE_HOME", self.path("state")),
            ("XDG_CACHE_HOME", self.path("cache")),
            ("PATH", PathBuf::from("")),
        ]
    }

    /// Opens the reader, with more of the environment.
    pub(crate) fn open_with(&self, more: &[(&str, &str)]) -> Pty {
        Pty::spawn(self.command(more), SIZE)
    }

    /// Opens the reader in another locale.
    pub(crate) fn open_in(&self, locale: &str) -> Pty {
        Pty::spawn_in(locale, self.command(&[]), SIZE)
    }

    fn command(&self, more: &[(&str, &str)]) -> CommandBuilder {
        let mut command = CommandBuilder::new(program());
        command.env_clear();
        for (name, value) in self.variables() {
            command.env(name, value);
        }
        for (name, value) in more {
            command.env(name, value);
        }
        command.args(["--lang", "en", "--briefs"]);
        command.arg(self.path("briefs"));
        command
    }

    /// Opens the reader and waits until it is ready.
    pub(crate) fn open(&self) -> Pty {
        let pty = self.open_with(&[]);
        pty.wait_for("Talks in Minsk");
        pty
    }
}

/// A brief as a file.
pub(crate) fn brief(title: &str, date: &str, country: &str, text: &str) -> String {
    format!("+++\ntitle = \"{title}\"\ndate = {date}\ncountries = [\"{country}\"]\n+++\n{text}")
}

/// The program.
pub(crate) fn program() -> &'static Path {
    cargo_bin!("chancery")
}

/// What a terminal must be after the program: its settings as before, its modes put back.
pub(crate) fn assert_restored(pty: &Pty) {
    assert_eq!(pty.settings(), pty.fresh_settings(), "the terminal's settings");
    let output = pty.output();
    assert_eq!(bytes::left_on(&output), [""; 0], "modes left on");
    assert_eq!(bytes::faults(&output), [""; 0], "what no program may send");
}
