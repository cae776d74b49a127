//! The real program takes text along: through the terminal's own sequence, through tmux where it runs inside, in a basket
//! that outlives it; and tells what became of it the next day.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

#[path = "support/bytes.rs"]
#[allow(dead_code, reason = "shared with other tests")]
mod bytes;
#[path = "support/pty.rs"]
mod pty;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use assert_cmd::cargo::cargo_bin;
use portable_pty::CommandBuilder;
use pty::Pty;

const BRIEF: &str = "+++\ntitle = \"Talks in Minsk\"\ndate = 2024-03-05\ncountries = [\"BY\"]\n\
    source = \"Desk note\"\n+++\n\nTrade grew by 4 %.\n";

/// What is copied of it with the cursor on its sentence.
const COPIED: &str = "Desk note, 5 March 2024: “Trade grew by 4 %.” (minsk.md)";

/// A folder with the one brief in it, and room for the reader's own.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir(home.path().join("briefs")).unwrap();
    fs::write(home.path().join("briefs/minsk.md"), BRIEF).unwrap();
    home
}

/// The arguments that keep the reader to its home.
fn arguments(home: &Path) -> Vec<String> {
    let folder = |name: &str| home.join(name).to_str().unwrap().to_owned();
    let [briefs, state, cache] = ["briefs", "state", "cache"].map(folder);
    ["--lang", "en", "--briefs", &briefs, "--state", &state, "--cache", &cache]
        .map(str::to_owned)
        .to_vec()
}

fn open(home: &Path, more: &[(&str, &str)]) -> Pty {
    let mut command = CommandBuilder::new(cargo_bin!("chancery"));
    command.env_clear();
    command.env("HOME", home);
    command.env("PATH", "");
    for (name, value) in more {
        command.env(name, value);
    }
    command.args(arguments(home));
    let pty = Pty::spawn(command, (90, 24));
    pty.wait_for("Talks in Minsk");
    pty
}

/// Bytes of base64.
fn decoded(base64: &str) -> Vec<u8> {
    let digit = |c: char| match c {
        'A'..='Z' => c as u32 - 'A' as u32,
        'a'..='z' => c as u32 - 'a' as u32 + 26,
        '0'..='9' => c as u32 - '0' as u32 + 52,
        '+' => 62,
        _ => 63,
    };
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for c in base64.trim_end_matches('=').chars() {
        bits = (bits << 6) | digit(c);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 0xff).unwrap());
        }
    }
    bytes
}

#[test]
fn the_terminal_is_sent_the_sentence_and_nothing_else() {
    let home = home();
    let mut pty = open(home.path(), &[]);
    pty.press("\r\r");
    pty.wait_for("Trade grew");
    pty.press("vy");
    pty.wait_for("Sent to the terminal");
    let output = String::from_utf8(pty.output()).unwrap();
    let sent: Vec<&str> = output.split("\x1b]52;c;").skip(1).collect();
    assert_eq!(sent.len(), 1);
    let (payload, _) = sent[0].split_once('\x07').unwrap();
    assert_eq!(String::from_utf8(decoded(payload)).unwrap(), COPIED);
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
    assert_eq!(bytes::faults(&pty.output()), [""; 0]);
    assert_eq!(bytes::left_on(&pty.output()), [""; 0]);
}

#[test]
fn a_console_without_a_clipboard_shows_the_text_alone() {
    let home = home();
    let mut pty = open(home.path(), &[("TERM", "linux")]);
    pty.press("\r\r");
    pty.wait_for("Trade grew");
    pty.press("vy");
    pty.wait_for("Desk note, 5 March 2024");
    assert!(!pty.wrote("\x1b]52"));
}

#[test]
fn a_tmux_that_is_not_there_is_said() {
    let home = home();
    let mut pty = open(home.path(), &[("TERM", "tmux-256color"), ("TMUX", "gone,1,0")]);
    pty.press("\r\r");
    pty.wait_for("Trade grew");
    pty.press("vy");
    pty.wait_for("tmux did not take it");
    assert!(!pty.wrote("\x1b]52"));
}

/// A tmux server of our own, ended with the test.
struct Tmux(String);

impl Tmux {
    fn run(&self, arguments: &[&str]) -> Output {
        let mut tmux = Command::new("tmux");
        tmux.args(["-f", "/dev/null", "-L", &self.0]).env_remove("TMUX");
        tmux.args(arguments).output().unwrap()
    }

    fn says(&self, arguments: &[&str]) -> String {
        String::from_utf8_lossy(&self.run(arguments).stdout).into_owned()
    }

    fn wait_for(&self, text: &str) {
        let start = Instant::now();
        while !self.says(&["capture-pane", "-p"]).contains(text) {
            let screen = self.says(&["capture-pane", "-p"]);
            assert!(start.elapsed() < Duration::from_secs(10), "never saw {text:?} on:\n{screen}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.run(&["kill-server"]);
    }
}

#[test]
fn inside_tmux_its_own_command_takes_the_sentence() {
    let there = Command::new("tmux").arg("-V").output().is_ok_and(|run| run.status.success());
    if !there {
        assert!(std::env::var_os("CI").is_none(), "install tmux: this test needs it");
        return;
    }
    let home = home();
    let tmux = Tmux(format!("chancery-test-{}", std::process::id()));
    let program = cargo_bin!("chancery").to_str().unwrap();
    let mut start =
        vec!["new-session", "-d", "-x", "90", "-y", "24", "env", "LC_ALL=C.UTF-8", program];
    let arguments = arguments(home.path());
    start.extend(arguments.iter().map(String::as_str));
    assert!(tmux.run(&start).status.success());
    tmux.wait_for("Talks in Minsk");
    tmux.run(&["send-keys", "Enter", "Enter"]);
    tmux.wait_for("Trade grew");
    tmux.run(&["send-keys", "v", "y"]);
    tmux.wait_for("Sent to tmux");
    assert_eq!(tmux.says(&["show-buffer"]), COPIED);
}

#[test]
fn the_basket_and_what_became_of_it_are_there_the_next_day() {
    let home = home();
    let mut pty = open(home.path(), &[]);
    pty.press("\r\r");
    pty.wait_for("Trade grew");
    pty.press("v+");
    pty.wait_for("In the basket (1)");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
    fs::write(home.path().join("briefs/minsk.md"), BRIEF.replace("4 %", "3 %")).unwrap();
    let mut pty = open(home.path(), &[]);
    pty.wait_for("TEXT CHANGED. Talks in Minsk");
    pty.press("\x1b");
    pty.wait_for("g + basket (1)");
    pty.press("g+");
    pty.wait_for("Trade grew by 4 %.");
    pty.press("gam");
    pty.wait_for("all seen");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
    let pty = open(home.path(), &[]);
    pty.wait_for("g + basket (1)");
    assert!(!pty.screen().contains("TEXT CHANGED"), "{}", pty.screen());
}

#[test]
fn what_was_exported_is_watched_over() {
    let home = home();
    let mut pty = open(home.path(), &[]);
    pty.press("\r\r");
    pty.wait_for("Trade grew");
    let file = home.path().join("out.txt");
    pty.press(format!("p\x15{}\r", file.display()));
    pty.wait_for("Written");
    // Its file changes while the reader is open.
    fs::write(
        home.path().join("briefs/minsk.md"),
        BRIEF.replace("+++\n\n", "status = \"withdrawn\"\n+++\n\n"),
    )
    .unwrap();
    pty.press("r");
    pty.wait_for("WITHDRAWN by its source.");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
    let run = Command::new(cargo_bin!("chancery"))
        .args(arguments(home.path()))
        .arg("amended")
        .output()
        .unwrap();
    let table = String::from_utf8(run.stdout).unwrap();
    assert!(table.contains("Talks in Minsk") && table.contains("exported it on"), "{table}");
}
