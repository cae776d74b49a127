//! Permissions, links and owners of the state folder, and of what is exported.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use super::desk::{Desk, run};
use super::talk::{desk_of, plain, starred, told};

fn state(desk: &Desk) -> PathBuf {
    desk.place.path().join(".local/state/chancery")
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).expect("it is there").permissions().mode() & 0o777
}

#[test]
fn whatever_the_umask_all_is_the_owners_alone() {
    let desk = desk_of(1);
    let program = plain(&desk);
    let mut open = std::process::Command::new("/bin/sh");
    open.args(["-c", "umask 000; exec \"$0\" --plain"])
        .arg(program.get_program())
        .env_clear()
        .env("HOME", desk.place.path())
        .env("LANG", "en_GB.UTF-8")
        .current_dir(desk.place.path());
    told(&mut open, "articles\nstar 1\nnote 1 Mine.\n");
    let state = state(&desk);
    assert_eq!((mode(&state), mode(&state.join("notes"))), (0o700, 0o700));
    assert_eq!(mode(&state.join("journal.jsonl")), 0o600);
    let notes: Vec<_> = fs::read_dir(state.join("notes")).expect("notes").flatten().collect();
    assert!(notes.iter().filter(|e| e.path().is_file()).all(|e| mode(&e.path()) == 0o600));
}

#[test]
fn a_state_folder_that_others_can_write_in_a_link_and_a_strangers_are_refused() {
    let desk = desk_of(1);
    let state = state(&desk);
    fs::create_dir_all(&state).expect("a folder");
    fs::set_permissions(&state, fs::Permissions::from_mode(0o777)).expect("a mode");
    let refused = |words: &str| {
        let (code, said) = told(&mut plain(&desk), "articles\nstar 1\n");
        assert!(code == Some(0) && said.contains(words) && said.contains("Not saved"), "{said}");
        for command in ["state verify", "state compact", "state export"] {
            let run = desk.run(command);
            assert_eq!((run.code, run.stderr.lines().count()), (2, 1), "{command}: {}", run.stderr);
        }
    };
    refused("other users can write there");
    fs::set_permissions(&state, fs::Permissions::from_mode(0o700)).expect("a mode");
    // Only root can give a folder away.
    if std::os::unix::fs::chown(&state, Some(65_534), None).is_ok() {
        refused("belongs to another user");
    }
    fs::remove_dir(&state).expect("it goes");
    let elsewhere = desk.place.path().join("elsewhere");
    fs::create_dir(&elsewhere).expect("a folder");
    symlink(&elsewhere, &state).expect("a link");
    refused("not a plain folder");
    assert_eq!(fs::read_dir(&elsewhere).expect("a folder").count(), 0);
}

#[test]
fn a_journal_that_is_a_link_a_pipe_or_a_folder_is_refused_and_nothing_hangs() {
    let desk = desk_of(1);
    let state = state(&desk);
    fs::create_dir_all(&state).expect("a folder");
    fs::set_permissions(&state, fs::Permissions::from_mode(0o700)).expect("a mode");
    let journal = state.join("journal.jsonl");
    let secret = desk.place.path().join("secret");
    fs::write(&secret, "mine").expect("room");
    symlink(&secret, &journal).expect("a link");
    let refused = || {
        let (code, said) = told(&mut plain(&desk), "articles\nstar 1\n");
        assert!(code == Some(0) && said.contains("not a plain folder or file"), "{said}");
    };
    refused();
    assert_eq!(fs::read(&secret).expect("there"), b"mine");
    fs::remove_file(&journal).expect("it goes");
    rustix::fs::mkfifoat(rustix::fs::CWD, &journal, rustix::fs::Mode::RWXU).expect("a pipe");
    refused();
    fs::remove_file(&journal).expect("it goes");
    fs::create_dir(&journal).expect("a folder");
    refused();
}

#[test]
fn a_hard_link_to_the_journal_keeps_what_it_had_when_the_journal_is_compacted() {
    let desk = desk_of(1);
    told(&mut plain(&desk), "articles\nstar 1\nstar 1\nstar 1\n");
    let journal = state(&desk).join("journal.jsonl");
    let backup = desk.place.path().join("backup");
    fs::hard_link(&journal, &backup).expect("a link");
    let before = fs::read(&backup).expect("there");
    assert_eq!(desk.run("state compact").code, 0);
    assert_eq!(fs::read(&backup).expect("there"), before);
    assert_ne!(fs::metadata(&backup).unwrap().ino(), fs::metadata(&journal).unwrap().ino());
    assert_eq!(starred(&desk).len(), 1);
}

#[test]
fn an_export_replaces_nothing_follows_no_link_and_leaves_no_part() {
    let desk = desk_of(1);
    told(&mut plain(&desk), "articles\nstar 1\n");
    let place = desk.place.path();
    fs::write(place.join("mine"), "mine").expect("room");
    symlink(place.join("mine"), place.join("link")).expect("a link");
    for name in ["mine", "link"] {
        let run = desk.run(&format!("state export {name}"));
        assert_eq!((run.code, run.stderr.lines().count()), (2, 1), "{}", run.stderr);
        assert_eq!(fs::read(place.join("mine")).expect("there"), b"mine");
    }
    let before = fs::read_dir(place).expect("a folder").count();
    let program = plain(&desk);
    let mut limited = std::process::Command::new("/bin/bash");
    limited
        .args(["-c", "ulimit -f 0; exec \"$0\" state export new"])
        .arg(program.get_program())
        .env_clear()
        .env("HOME", place)
        .env("LANG", "en_GB.UTF-8")
        .current_dir(place);
    let full = run(&mut limited);
    assert!(full.code == 2 && full.stderr.contains("disk is full"), "{}", full.stderr);
    assert_eq!(fs::read_dir(place).expect("a folder").count(), before);
    assert_eq!(desk.run("state export new").code, 0);
}
