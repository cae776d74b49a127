//! Disks that are full or take no changes: what cannot be kept is said and stays on the screen; with room again it is kept, and
//! what was there before was never in danger. A disk of our own is mounted for this where the system allows it.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use assert_cmd::cargo::cargo_bin;
use portable_pty::CommandBuilder;

use super::desk::Desk;
use super::namespace::starter;
use super::pty::Pty;
use super::talk::{desk_of, plain, told};

/// Fills the reader's disk to its last byte.
const FILL: &str = "dd if=/dev/zero of=$HOME/.local/filler bs=1k 2>/dev/null || true";

/// A small disk for all that the reader keeps; its caches are elsewhere.
const SMALL: &str = "mkdir -p $HOME/.local; mount -t tmpfs -o size=256k,mode=700 none $HOME/.local";

/// The same command behind a script, in a place of its own; nothing where that is not allowed.
fn behind(script: &str, command: &Command) -> Option<Command> {
    let line = starter(script)?;
    let mut behind = Command::new(&line[0]);
    behind.args(&line[1..]).arg(command.get_program()).args(command.get_args()).env_clear();
    for (name, value) in command.get_envs() {
        behind.env(name, value.unwrap_or_default());
    }
    behind.env("PATH", "/usr/sbin:/usr/bin:/bin").current_dir(command.get_current_dir().unwrap());
    Some(behind)
}

/// The reader at a terminal behind a script.
fn open(desk: &Desk, script: &str) -> Option<Pty> {
    let line = starter(script)?;
    let mut command = CommandBuilder::new(&line[0]);
    command.args(&line[1..]);
    command.arg(cargo_bin!("chancery"));
    command.env_clear();
    command.env("HOME", desk.place.path());
    command.env("PATH", "/usr/sbin:/usr/bin:/bin");
    command.cwd(desk.place.path());
    let pty = Pty::spawn(command, (100, 30));
    pty.wait_for("Article 0");
    Some(pty)
}

/// The filler as the reader's process has it.
fn filler(desk: &Desk, pty: &Pty) -> PathBuf {
    let root = format!("/proc/{}/root", pty.pid());
    PathBuf::from(format!("{root}{}/.local/filler", desk.place.path().display()))
}

#[test]
fn a_full_disk_keeps_the_note_on_the_screen_until_there_is_room() {
    let desk = desk_of(3);
    let Some(mut pty) = open(&desk, &format!("{SMALL}; {FILL}")) else { return };
    // Full from the start: reading works.
    pty.press("\r\r");
    pty.wait_for("Trade grew.");
    pty.press("s");
    pty.wait_for("the disk is full");
    pty.press("aaWords that must not be lost\u{f}");
    pty.wait_for("Words that must not be lost");
    pty.wait_for("disk is full");
    assert!(pty.screen().contains("Words that must not be lost"), "{}", pty.screen());
    fs::remove_file(filler(&desk, &pty)).unwrap();
    pty.press("\u{f}");
    pty.wait_for("Note kept");
    let state = filler(&desk, &pty).with_file_name("state/chancery");
    let notes = fs::read_dir(state.join("notes")).unwrap().flatten();
    let texts: Vec<String> =
        notes.filter_map(|note| fs::read_to_string(note.path()).ok()).collect();
    assert!(texts.iter().any(|text| text.contains("Words that must not be lost")), "{texts:?}");
    // The star of before is kept along with the next mark.
    pty.press("m");
    pty.wait_for("★");
    let journal = || fs::read_to_string(state.join("journal.jsonl")).unwrap_or_default();
    let start = Instant::now();
    while !journal().contains("\"starred\":true") {
        assert!(start.elapsed() < Duration::from_secs(5), "{}", journal());
        std::thread::sleep(Duration::from_millis(20));
    }
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn a_disk_that_fills_up_while_the_journal_is_made_small_costs_nothing() {
    let desk = desk_of(3);
    let marks = "articles\nstar 1\nstar 1\nstar 1\nstar 2\nnote 3 Mine.\n";
    let program = cargo_bin!("chancery").display().to_string();
    fs::write(desk.place.path().join("marks"), marks).unwrap();
    let script = format!(
        "{SMALL}; {program} --plain <marks >out1; {FILL}; {program} state compact >out2 2>&1 || true
         {program} state merge more >>out2 2>&1 || true
         {program} list --starred >out3; {program} notes >>out3; rm $HOME/.local/filler"
    );
    let other = desk_of(3);
    told(&mut plain(&other), "articles\nstar 3\nnote 1 Theirs.\n");
    let stream = other.run("state export").stdout;
    fs::write(desk.place.path().join("more"), stream).unwrap();
    let Some(mut command) = behind(&script, &desk.command(["state", "verify"])) else { return };
    let (code, said) = told(&mut command, "");
    let read = |name: &str| fs::read_to_string(desk.place.path().join(name)).unwrap();
    assert_eq!(code, Some(0), "{said}");
    assert!(read("out2").contains("the disk is full"), "{}", read("out2"));
    let kept = read("out3");
    let all = ["Article 0", "Article 1", "Mine."];
    assert!(all.iter().all(|word| kept.contains(word)), "{kept}");
}

#[test]
fn a_home_that_takes_no_changes_is_told_and_read_from() {
    let desk = desk_of(2);
    told(&mut plain(&desk), "articles\nstar 1\n");
    let read_only = "mount --bind $HOME $HOME && mount -o remount,bind,ro $HOME";
    let Some(mut command) = behind(read_only, &plain(&desk)) else { return };
    let before = fs::metadata(desk.place.path().join(".local/state/chancery/journal.jsonl"));
    let (code, said) = told(&mut command, "articles\nstar 2\n1\n");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("Article 0; 28 January 2025; starred") || said.contains("starred"));
    assert!(said.contains("Marks will not be kept: the folder takes no changes"), "{said}");
    assert!(said.contains("Trade grew.") && !said.contains("Starred: Article 1"), "{said}");
    let after = fs::metadata(desk.place.path().join(".local/state/chancery/journal.jsonl"));
    assert_eq!(before.unwrap().size(), after.unwrap().size());
    // And at a terminal: a sentence at the start, before anybody marks anything.
    let Some(mut pty) = open(&desk, read_only) else { return };
    pty.wait_for("the folder takes no changes");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
}

#[test]
fn root_leaves_nothing_in_the_home_of_another() {
    if !rustix::process::geteuid().is_root() {
        eprintln!("skipped: not root");
        return;
    }
    let desk = desk_of(2);
    std::os::unix::fs::chown(desk.place.path(), Some(65_534), None).unwrap();
    let (code, said) = told(&mut plain(&desk), "articles\nstar 1\n1\n");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("belongs to another user") && said.contains("Trade grew."), "{said}");
    let made: Vec<_> = fs::read_dir(desk.place.path()).unwrap().flatten().collect();
    assert_eq!(made.len(), 1, "{made:?}");
}
