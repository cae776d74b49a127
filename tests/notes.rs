//! Notes over the real program: a kill while writing, an editor of the reader's own, the command line.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

#[path = "support/desk.rs"]
mod desk;
mod support;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use assert_cmd::cargo::cargo_bin;
use desk::{Desk, json};
use portable_pty::CommandBuilder;
use rustix::process::Signal;
use support::bytes;
use support::pty::Pty;

/// Starts the reader on a desk, with more of the environment.
fn started(desk: &Desk, more: &[(&str, &Path)]) -> Pty {
    let mut command = CommandBuilder::new(cargo_bin!("chancery"));
    command.env_clear();
    command.env("HOME", desk.place.path());
    for (name, value) in more {
        command.env(name, value);
    }
    command.args(["--lang", "en", "--briefs"]);
    command.arg(desk.briefs());
    let pty = Pty::spawn(command, (100, 30));
    pty.wait_for("A visit to Minsk");
    pty
}

/// Opens the text of the first brief.
fn open(pty: &mut Pty) {
    pty.press("\r\r");
    pty.wait_for("The ministers met in Minsk");
}

/// Starts the reader and opens the text of the first brief.
fn reading(desk: &Desk, more: &[(&str, &Path)]) -> Pty {
    let mut pty = started(desk, more);
    open(&mut pty);
    pty
}

fn notes(desk: &Desk) -> PathBuf {
    desk.place.path().join(".local/state/chancery/notes")
}

/// Waits until a folder holds a file with these words under its own name; one that is still being written has a dot.
fn wait_for_file(folder: &Path, words: &str) {
    let start = Instant::now();
    let holds = |path: PathBuf| fs::read_to_string(path).is_ok_and(|text| text.contains(words));
    loop {
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        let named = files.filter(|file| !file.file_name().to_string_lossy().starts_with('.'));
        if named.map(|file| file.path()).any(holds) {
            return;
        }
        assert!(start.elapsed() < Duration::from_secs(10), "{words:?} is in no file");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_kill_while_writing_loses_nothing_that_a_pause_has_passed_over() {
    let desk = Desk::with_briefs();
    let mut pty = reading(&desk, &[]);
    pty.press("aaHalf a word on Minsk");
    pty.wait_for("Half a word on Minsk");
    wait_for_file(&notes(&desk).join("drafts"), "Half a word on Minsk");
    pty.signal(Signal::KILL);
    pty.exit_code();
    let mut pty = started(&desk, &[]);
    // A key would take the notice away.
    pty.wait_for("A note was left without being kept");
    open(&mut pty);
    pty.press("aa");
    pty.wait_for("Half a word on Minsk");
    pty.wait_for("Taken up where it was left");
    pty.press("!\x0f");
    pty.wait_for("Note kept.");
    wait_for_file(&notes(&desk), "Half a word on Minsk!");
    assert_eq!(fs::read_dir(notes(&desk).join("drafts")).unwrap().count(), 0);
    // Changed by hand while it is shown.
    let file = fs::read_dir(notes(&desk)).unwrap().map(|entry| entry.unwrap().path());
    let file = file.filter(|path| path.is_file()).last().unwrap();
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("Half a word", "A whole word")).unwrap();
    pty.wait_for("A whole word on Minsk!");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn a_signal_or_a_lost_link_keeps_what_is_written() {
    for signal in [Signal::TERM, Signal::HUP] {
        let desk = Desk::with_briefs();
        let mut pty = reading(&desk, &[]);
        pty.press("aaJust typed");
        pty.wait_for("Just typed");
        pty.signal(signal);
        pty.exit_code();
        wait_for_file(&notes(&desk).join("drafts"), "Just typed");
    }
}

#[test]
fn an_editor_of_the_reader_s_own_has_the_terminal_and_gives_it_back() {
    let desk = Desk::with_briefs();
    let editor = desk.place.path().join("my editor");
    let script = "#!/bin/sh\nprintf 'HERE '; read line; printf '%s\\n' \"$line\" >> \"$2\"\n\
        [ \"$line\" != fail ]\n";
    fs::write(&editor, script).unwrap();
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o700)).unwrap();
    let variable = format!("'{}' -f", editor.display());
    let mut pty = reading(&desk, &[("VISUAL", Path::new(&variable)), ("PATH", Path::new("/bin"))]);
    pty.press("aaInside. ");
    pty.wait_for("Inside.");
    pty.press("\x18");
    pty.wait_for("HERE");
    pty.press("From outside.\r");
    pty.wait_for("From outside.");
    pty.wait_for("not kept yet");
    pty.press("\x0f");
    pty.wait_for("Note kept.");
    pty.press("aa\x18");
    // The first one still stands on the screen below ours.
    while String::from_utf8_lossy(&pty.output()).matches("HERE").count() < 2 {
        std::thread::sleep(Duration::from_millis(10));
    }
    // ctrl-c ends the other program alone.
    pty.press("\x03");
    pty.wait_for("did not end well");
    pty.press("\x1b");
    while pty.screen().contains("Note:") {
        std::thread::sleep(Duration::from_millis(10));
    }
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
    assert_eq!(pty.settings(), pty.fresh_settings());
    assert_eq!(bytes::left_on(&pty.output()), [""; 0]);
    assert_eq!(bytes::faults(&pty.output()), [""; 0]);
    wait_for_file(&notes(&desk), "Inside.\nFrom outside.");
}

#[test]
fn a_note_written_by_hand_is_shown_and_one_that_is_none_is_told() {
    let desk = Desk::with_briefs();
    let first = json(&desk.run("list --format jsonl"))[0]["id"].as_str().unwrap().to_owned();
    fs::create_dir_all(notes(&desk)).unwrap();
    let folders = [notes(&desk), notes(&desk).parent().unwrap().to_owned()];
    for folder in folders {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).unwrap();
    }
    let note = format!("+++\nabout = \"brief\"\nid = \"{first}\"\n+++\n\nBy hand.\n");
    fs::write(notes(&desk).join("mine.md"), note).unwrap();
    fs::write(notes(&desk).join("other.md"), "Milk, bread.\n").unwrap();
    let run = desk.run("--lang en notes --format jsonl");
    assert_eq!((run.code, json(&run)[0]["text"].as_str()), (0, Some("By hand.")));
    assert!(run.stderr.contains("other.md: no front matter"), "{}", run.stderr);
    let shown = json(&desk.run(&format!("show {first} --format jsonl")));
    assert_eq!(shown[0]["notes"][0]["text"], "By hand.");
    assert!(desk.run(&format!("show {first}")).stdout.contains("By hand."));
}

#[test]
fn no_notes_is_nothing_found() {
    let desk = Desk::with_briefs();
    let run = desk.run("--lang en notes");
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
}
