//! A link opened by a browser that draws on the terminal: what it is given, and the reader taken up again behind it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use assert_cmd::cargo::cargo_bin;
use portable_pty::CommandBuilder;
use support::bytes;
use support::pty::Pty;

const SIZE: (u16, u16) = (100, 30);

/// A reader on one text, with a browser that is a script of this body.
fn open(place: &Path, text: &str, script: &str) -> Pty {
    fs::create_dir(place.join("briefs")).unwrap();
    let brief = format!("+++\ntitle = \"Talks in Minsk\"\ndate = 2024-03-05\n+++\n{text}\n");
    fs::write(place.join("briefs/minsk.md"), brief).unwrap();
    // A name that a shell would cut in three.
    let browser = place.join("my browser; x");
    fs::write(&browser, format!("#!/bin/sh\n{script}\n")).unwrap();
    fs::set_permissions(&browser, PermissionsExt::from_mode(0o755)).unwrap();
    let mut command = CommandBuilder::new(cargo_bin!("chancery"));
    command.env_clear();
    command.env("HOME", place);
    command.env("PATH", "/usr/bin:/bin");
    command.env("BROWSER", &browser);
    command.args(["--lang", "en", "--briefs"]);
    command.arg(place.join("briefs"));
    command.cwd(place);
    let mut pty = Pty::spawn(command, SIZE);
    pty.wait_for("Talks in Minsk");
    pty.press("\r\r");
    pty.wait_for("The text.");
    pty
}

#[test]
fn the_browser_gets_one_argument_and_the_reader_comes_back() {
    let place = tempfile::tempdir().unwrap();
    let link = "https://bücher.example/'$(touch${IFS}made)'`touch${IFS}made`;touch${IFS}made|x&y=1";
    let text = format!("The text. [Here](<{link}>).");
    let script =
        r#"printf '%s\n' "$#" "$@" > given; printf '\033[?25l\033[?1000hBROWSER HERE'; read key"#;
    let mut pty = open(place.path(), &text, script);
    pty.press("gx");
    pty.wait_for("Host: xn--bcher-kva.example");
    pty.wait_for("written bücher.example");
    assert!(!place.path().join("given").exists(), "nothing is opened before it is confirmed");
    pty.press("\r");
    pty.wait_for_bytes("BROWSER HERE");
    pty.press("q\r");
    pty.wait_for("Handed to your browser");
    pty.wait_for("The text.");
    let given = fs::read_to_string(place.path().join("given")).unwrap();
    let lines: Vec<&str> = given.lines().collect();
    assert_eq!(lines[0], "1");
    assert!(lines[1].starts_with("https://xn--bcher-kva.example/%27%24%28touch"), "{given}");
    assert!(!place.path().join("made").exists());
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
    assert_eq!(pty.settings(), pty.fresh_settings());
    assert_eq!(bytes::left_on(&pty.output()), [""; 0]);
}

#[test]
fn a_browser_that_fails_is_told_and_costs_nothing() {
    let place = tempfile::tempdir().unwrap();
    let mut pty = open(place.path(), "The text. https://example.org/page", "exit 3");
    pty.press("gx\r");
    pty.wait_for("The browser did not open it");
    pty.press("s");
    pty.wait_for("★");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
}
