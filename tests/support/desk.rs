//! A reader's folders and the program run over them, with nothing of the machine around them.

#![allow(dead_code, reason = "each test program uses its own part of it")]

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use assert_cmd::cargo::cargo_bin;

pub(crate) const MINSK: &str = "+++\ntitle = \"A visit to Minsk\"\ndate = 2024-03-05\ncountries = [\"BY\", \"KZ\"]\n\
    source = \"Desk\"\ntags = [\"trade\", \"visit\"]\n+++\nThe ministers met in Minsk on 4 March 2024. They spoke of trade.\n";
pub(crate) const ASTANA: &str = "+++\ntitle = \"Commerce avec Astana\"\ndate = \"2023-11\"\ncountries = [\"KZ\"]\n\
    source = \"Bureau\"\n+++\nLe commerce avec le Kazakhstan a augmenté de 12 % en 2023.\n";

/// A reader's folders, and nothing of the machine around them.
pub(crate) struct Desk {
    pub(crate) place: tempfile::TempDir,
}

/// What a run left.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let place = tempfile::tempdir().expect("a folder");
        fs::create_dir(place.path().join("briefs")).expect("a folder");
        Self { place }
    }

    /// A desk with two briefs.
    pub(crate) fn with_briefs() -> Self {
        let desk = Self::new();
        desk.put("belarus/minsk.md", MINSK);
        desk.put("astana.md", ASTANA);
        desk
    }

    pub(crate) fn briefs(&self) -> PathBuf {
        self.place.path().join("briefs")
    }

    pub(crate) fn put(&self, path: impl AsRef<Path>, text: impl AsRef<[u8]>) {
        let path = self.briefs().join(path);
        fs::create_dir_all(path.parent().expect("a folder above")).expect("folders");
        fs::write(&path, text).expect("room");
    }

    pub(crate) fn command(
        &self,
        arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
    ) -> Command {
        let mut command = Command::new(cargo_bin!("chancery"));
        command
            .env_clear()
            .env("HOME", self.place.path())
            .env("TZ", "UTC")
            .env("LANG", "en_GB.UTF-8")
            .current_dir(self.place.path())
            .stdin(Stdio::null())
            .args(arguments);
        command
    }

    pub(crate) fn run(&self, line: &str) -> Run {
        run(&mut self.command(line.split_whitespace()))
    }
}

pub(crate) fn run(command: &mut Command) -> Run {
    let output = command.output().expect("the program runs");
    Run {
        code: output.status.code().expect("an exit code"),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// A run that found something and complained of nothing.
pub(crate) fn found(stdout: &str) -> Run {
    Run { code: 0, stdout: stdout.to_owned(), stderr: String::new() }
}

pub(crate) fn failed(stderr: &str) -> Run {
    Run { code: 2, stdout: String::new(), stderr: stderr.to_owned() }
}

pub(crate) fn json(run: &Run) -> Vec<serde_json::Value> {
    run.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}
