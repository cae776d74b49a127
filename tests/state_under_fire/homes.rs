//! Homes that are missing, relative, read-only or somebody else's: reading works, it is said that marks are not kept, and
//! nothing is written anywhere else.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use super::desk::Desk;
use super::talk::{desk_of, plain, told};

/// What lies below a folder.
fn tree(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        found.push(path.display().to_string());
        if path.is_dir() && !path.is_symlink() {
            found.extend(tree(&path));
        }
    }
    found.sort();
    found
}

/// A home of this kind: reads, says so, writes nowhere.
fn reads_and_keeps_nothing(desk: &Desk, change: &dyn Fn(&mut Command)) {
    let before = tree(desk.place.path());
    let mut command = plain(desk);
    change(&mut command);
    let (code, said) = told(&mut command, "articles\nstar 1\n1\n");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("Trade grew."), "{said}");
    assert!(said.contains("Marks will not be kept") && said.contains("Not saved"), "{said}");
    assert!(!said.contains("Starred: Article"), "{said}");
    assert_eq!(tree(desk.place.path()), before);
}

#[test]
fn a_home_that_is_no_home_is_told_and_nothing_is_written_elsewhere() {
    let desk = desk_of(2);
    reads_and_keeps_nothing(&desk, &|command| {
        command.env_remove("HOME");
    });
    for home in ["", "somewhere", "./briefs", "/nowhere/at/all"] {
        reads_and_keeps_nothing(&desk, &|command| {
            command.env("HOME", home);
        });
    }
}

#[test]
fn odd_folders_of_the_desktop_are_told_or_passed_over() {
    let desk = desk_of(2);
    fs::write(desk.place.path().join("file"), "mine").expect("room");
    let file = desk.place.path().join("file");
    let no_cache = |command: &mut Command| {
        command.env("XDG_CACHE_HOME", &file);
    };
    reads_and_keeps_nothing(&desk, &|command| {
        no_cache(command);
        command.env("XDG_STATE_HOME", &file);
    });
    reads_and_keeps_nothing(&desk, &|command| {
        no_cache(command);
        command.env("XDG_STATE_HOME", "/proc");
    });
    // The rules of the desktop: what is empty or relative counts as unset.
    for odd in ["", "relative/state"] {
        let desk = desk_of(2);
        let (code, said) = told(plain(&desk).env("XDG_STATE_HOME", odd), "articles\nstar 1\n");
        assert!(code == Some(0) && said.contains("Starred: Article 0"), "{said}");
        assert!(desk.place.path().join(".local/state/chancery/journal.jsonl").exists());
        assert!(!desk.place.path().join("relative").exists());
    }
}

#[test]
fn a_lock_that_is_held_for_ever_delays_no_start_and_is_told() {
    let desk = desk_of(2);
    told(&mut plain(&desk), "articles\nstar 1\n");
    let journal = desk.place.path().join(".local/state/chancery/journal.jsonl");
    let holder = fs::File::open(journal).expect("a journal");
    rustix::fs::flock(&holder, rustix::fs::FlockOperation::LockExclusive).expect("a lock");
    let start = Instant::now();
    let (code, said) = told(&mut plain(&desk), "articles\n");
    assert_eq!(code, Some(0));
    assert!(start.elapsed() < Duration::from_secs(4) && said.contains("starred"), "{said}");
    let (_, said) = told(&mut plain(&desk), "articles\nstar 2\n");
    assert!(said.contains("locked by another process"), "{said}");
    drop(holder);
    let (_, said) = told(&mut plain(&desk), "articles\nstar 2\n");
    assert!(said.contains("Starred: Article 1"), "{said}");
}

#[test]
fn a_full_disk_is_told_and_the_old_state_stays() {
    let desk = desk_of(2);
    told(&mut plain(&desk), "articles\nstar 1\nnote 1 Mine.\n");
    let journal = desk.place.path().join(".local/state/chancery/journal.jsonl");
    let mut before = fs::read_to_string(&journal).expect("a journal");
    // Beyond the limit below, so that no more fits.
    let (line, _) = before.split_once('\n').expect("a line");
    let line = format!("{line}\n");
    while before.len() < 4096 {
        before.push_str(&line);
    }
    fs::write(&journal, &before).expect("room");
    let program = plain(&desk);
    let mut limited = Command::new("/bin/bash");
    limited
        .args(["-c", "ulimit -f 4; exec \"$0\" --plain"])
        .arg(program.get_program())
        .env_clear()
        .env("HOME", desk.place.path())
        .env("LANG", "en_GB.UTF-8")
        .current_dir(desk.place.path());
    let (code, said) = told(&mut limited, "articles\nstar 2\n1\n");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("disk is full") && said.contains("Trade grew."), "{said}");
    assert_eq!(fs::read_to_string(&journal).expect("a journal"), before);
    let (_, said) = told(&mut plain(&desk), "articles\nstar 2\n");
    assert!(
        said.contains("Starred: Article 1") && said.contains("Article 0; 28 January 2025"),
        "{said}"
    );
}
