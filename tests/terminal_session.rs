//! The real program in a terminal of its own: first screen, keys, marks that stay, and every way out.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::Signal;
use support::home::{Home, assert_restored, brief, program};
use support::pty;

/// So soon must the program be gone whose link is.
const GONE: Duration = Duration::from_secs(3);
/// Where the stand-in for a link finds the reader's folders.
const FOLDERS: &str = "CHANCERY_TEST_FOLDERS";

#[test]
fn a_text_whose_file_changes_or_goes_stays_and_says_so() {
    let home = Home::new();
    let mut pty = home.open();
    pty.press("\r\r");
    pty.wait_for("Paragraph 1 of the report");
    home.put("new.md", &brief("A new note", "2024-04-01", "BY", "Text.\n"));
    // Asked for, since nothing says when the watch on the folder begins; it has by then.
    pty.press("r");
    pty.wait_for("A new note");
    assert!(!pty.screen().contains("Changed on disk"));
    home.put("minsk.md", &brief("Talks in Minsk", "2024-03-05", "BY", "All is new.\n"));
    pty.wait_for("Changed on disk: r reads it again.");
    pty.wait_for("Paragraph 1 of the report");
    pty.press("r");
    pty.wait_for("All is new.");
    fs::remove_file(home.path("briefs/minsk.md")).unwrap();
    pty.wait_for("Gone from the folder");
    pty.wait_for("All is new.");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
    assert_restored(&pty);
}

#[test]
fn the_first_screen_keys_and_the_way_out() {
    let home = Home::new();
    let mut pty = home.open();
    pty.wait_for("2 unread");
    pty.press("\r\r");
    pty.wait_for("Paragraph 1 of the report");
    pty.press(" ");
    pty.wait_for("Paragraph 12 of the report");
    pty.press("qqq");
    assert_eq!(pty.exit_code(), 0);
    assert_restored(&pty);
}

#[test]
fn marks_and_the_place_are_there_the_next_day() {
    let home = Home::new();
    let mut pty = home.open();
    pty.press("\r\r");
    pty.wait_for("Paragraph 1 of the report");
    pty.press("  s");
    pty.wait_for("Paragraph 20 of the report");
    pty.press(":q\r");
    assert_eq!(pty.exit_code(), 0);
    let mut again = home.open();
    again.wait_for("1 unread");
    again.wait_for("★");
    again.press("\r\r");
    again.wait_for("Paragraph 20 of the report");
    assert!(!again.screen().contains("Paragraph 1 of"), "{}", again.screen());
    again.press("ZZ");
    assert_eq!(again.exit_code(), 0);
}

#[test]
fn a_correction_is_there_the_next_day() {
    let home = Home::new();
    let mut pty = home.open();
    pty.press("\re");
    pty.wait_for("Correct:");
    pty.press("\rs with the neighbours\r");
    pty.wait_for("✎");
    pty.wait_for("Talks in Minsks with the neighbours");
    pty.press("ecountr\r");
    pty.wait_for("Countries: BY");
    pty.press(", the Netherlands\r");
    pty.wait_for("Netherlands");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
    let mut again = home.open();
    again.wait_for("Talks in Minsks with the neighbours");
    again.wait_for("✎");
    again.press("ZZ");
    assert_eq!(again.exit_code(), 0);
}

#[test]
fn a_mark_made_just_before_the_end_is_kept() {
    let home = Home::new();
    let mut pty = home.open();
    pty.press("\rmZZ");
    assert_eq!(pty.exit_code(), 0);
    home.open().wait_for("1 unread");
}

#[test]
fn every_signal_restores_keeps_marks_and_says_which() {
    for (signal, code) in [(Signal::INT, 130), (Signal::TERM, 143), (Signal::HUP, 129)] {
        let home = Home::new();
        let mut pty = home.open();
        pty.press("\rm");
        pty.wait_for("1 unread");
        pty.signal(signal);
        assert_eq!(pty.exit_code(), code, "{signal:?}");
        assert_restored(&pty);
        home.open().wait_for("1 unread");
    }
}

#[test]
fn ctrl_c_twice_leaves_and_once_does_not() {
    let home = Home::new();
    let mut pty = home.open();
    pty.press("\x03");
    pty.wait_for("ctrl-c once more to leave");
    pty.press("j\x03\x03");
    assert_eq!(pty.exit_code(), 0);
    assert_restored(&pty);
}

#[test]
fn what_is_pasted_runs_nothing() {
    let home = Home::new();
    let mut pty = home.open();
    pty.press("\x1b[200~ZZ:q\rM\r\x1b[201~");
    pty.wait_for("Pasted text ignored");
    pty.wait_for("2 unread");
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn another_size_is_followed() {
    let home = Home::new();
    let mut pty = home.open();
    pty.resize(60, 15);
    pty.wait_for("briefs  •");
    pty.resize(30, 8);
    pty.wait_for("Make the window larger");
    pty.resize(120, 40);
    pty.wait_for("Trade with Astana");
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn a_file_that_comes_shows_by_itself() {
    let home = Home::new();
    let mut pty = home.open();
    pty.wait_for("2 unread");
    home.put("new.md", &brief("News from Baku", "2024-05-01", "AZ", "News.\n"));
    pty.wait_for("News from Baku");
    pty.press("q");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn no_colour_means_none() {
    let home = Home::new();
    let mut pty = home.open_with(&[("NO_COLOR", "1")]);
    pty.wait_for("Talks in Minsk");
    pty.press("\r\r");
    pty.wait_for("Paragraph 1 of the report");
    pty.press("qqq");
    assert_eq!(pty.exit_code(), 0);
    let output = String::from_utf8(pty.output()).unwrap();
    for pen in output.split("\x1b[").filter_map(|rest| rest.split_once('m').map(|pen| pen.0)) {
        let colours = pen.split(';').filter_map(|code| code.parse::<u16>().ok());
        let colours: Vec<u16> =
            colours.filter(|code| (30..50).contains(code) || (90..108).contains(code)).collect();
        assert!(
            pen.contains(|c: char| !c.is_ascii_digit() && c != ';') || colours.is_empty(),
            "{pen}"
        );
    }
}

#[test]
fn a_dumb_terminal_is_read_line_by_line() {
    for term in ["dumb", ""] {
        let home = Home::new();
        let mut pty = home.open_with(&[("TERM", term)]);
        pty.wait_for("1. Belarus: 1 article, 1 unread");
        pty.press("1\n1\n");
        pty.wait_for("Paragraph 1 of the report");
        pty.wait_for("Enter for more");
        pty.press("\nstar\n");
        pty.wait_for("Starred: Talks in Minsk");
        pty.press("quit\n");
        assert_eq!(pty.exit_code(), 0);
        let said = String::from_utf8(pty.output()).unwrap();
        assert!(!said.contains('\x1b'), "{said:?}");
        assert_eq!(pty.settings(), pty.fresh_settings(), "the terminal's settings");
    }
}

#[test]
fn without_a_terminal_it_says_so() {
    let home = Home::new();
    let run = Command::new(program())
        .env_clear()
        .envs(home.variables())
        .env("TERM", "xterm")
        .args(["--lang", "en", "--briefs"])
        .arg(home.path("briefs"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(run.stderr).unwrap();
    assert_eq!((run.status.code(), run.stdout.len()), (Some(2), 0), "{said}");
    assert_eq!(said.trim_end().lines().count(), 1, "{said}");
    assert!(said.contains("terminal"), "{said}");
}

#[test]
fn an_empty_folder_says_what_to_do_and_opens_the_samples() {
    let home = Home::empty();
    let mut pty = home.open_with(&[]);
    pty.wait_for("No brief was found");
    pty.press("gb");
    pty.wait_for("COUNTRIES");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn a_state_folder_that_takes_nothing_is_told() {
    let home = Home::new();
    fs::write(home.path("state"), "a file where a folder should be").unwrap();
    let mut pty = home.open();
    pty.press("\rm");
    pty.wait_for("not saved");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn an_idle_reader_writes_nothing_and_does_not_wake_up() {
    let home = Home::new();
    let mut pty = home.open();
    pty.press("\r\r");
    pty.wait_for("Paragraph 1 of the report");
    pty.wait_for("1 unread");
    std::thread::sleep(Duration::from_millis(800));
    let before = (pty.output().len(), pty::wake_ups(pty.pid()));
    std::thread::sleep(Duration::from_secs(3));
    assert_eq!((pty.output().len(), pty::wake_ups(pty.pid())), before);
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
}

/// Holds a terminal with the reader in it until it is killed, as a dropped connection is.
#[test]
#[ignore = "a stand-in for the other end of the link, killed by a test"]
fn link() {
    let home = Home::at(std::env::var_os(FOLDERS).unwrap().into());
    let mut pty = home.open();
    pty.press("\rm");
    pty.wait_for("1 unread");
    fs::write(home.path("pid"), pty.pid().to_string()).unwrap();
    std::thread::sleep(Duration::from_secs(60));
}

#[test]
fn a_dropped_link_ends_it_with_its_marks_kept() {
    let home = Home::new();
    let mut link = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "link", "--ignored"])
        .env(FOLDERS, home.path(""))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let start = Instant::now();
    let reader: i32 = loop {
        let said = fs::read_to_string(home.path("pid")).ok().and_then(|pid| pid.parse().ok());
        if let Some(pid) = said {
            break pid;
        }
        assert!(start.elapsed() < 5 * GONE, "the reader did not start");
        std::thread::sleep(Duration::from_millis(10));
    };
    link.kill().unwrap();
    link.wait().unwrap();
    let start = Instant::now();
    while pty::is_running(reader) {
        assert!(start.elapsed() < GONE, "still running after the link was gone");
        std::thread::sleep(Duration::from_millis(10));
    }
    home.open().wait_for("1 unread");
}
