//! A fault at each write, sync and rename in turn, once failing and once killed: the old state or the new one, never neither.
//! strace injects them; without it these tests say so and pass.

use std::fmt::Display;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::desk::{Desk, run};
use super::talk::{desk_of, plain, starred, told};

/// What fails in turn.
const CALLS: [&str; 4] = ["write", "fdatasync", "fsync", "renameat,renameat2,rename"];

/// How it fails.
const WAYS: [&str; 2] = ["error=ENOSPC", "signal=KILL"];

/// More faults than this are never met.
const MOST: u32 = 60;

fn has_strace() -> bool {
    let works = Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "true"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !works {
        eprintln!("strace is missing or may not trace: faults are not injected");
    }
    works
}

/// The same command with a fault at the Nth call; "1+" is every one.
fn under_fault(command: &Command, call: &str, way: &str, nth: impl Display, log: &Path) -> Command {
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-o"]).arg(log).args(["-e", &format!("trace={call}")]);
    strace.args(["-e", &format!("inject={call}:{way}:when={nth}"), "--"]);
    strace.arg(command.get_program()).args(command.get_args()).env_clear();
    for (name, value) in command.get_envs() {
        strace.env(name, value.unwrap_or_default());
    }
    strace.env("PATH", "/usr/bin:/bin").current_dir(command.get_current_dir().unwrap());
    strace
}

/// Whether the fault was met: past the last call a run is untouched.
fn was_met(log: &Path) -> bool {
    let log = fs::read_to_string(log).unwrap_or_default();
    log.contains("INJECTED") || log.contains("killed by SIGKILL")
}

/// Runs a command with every fault in turn over a fresh copy of a state, and has each outcome judged.
fn sweep(command: &dyn Fn(&Desk) -> Command, orders: &str, judge: &dyn Fn(&Desk, &str, &str)) {
    let origin = desk_of(3);
    told(&mut plain(&origin), "articles\nstar 1\nstar 1\nstar 1\nstar 2\nnote 1 Mine.\n");
    let mut met = 0;
    for call in CALLS {
        for way in WAYS {
            for nth in 1..MOST {
                let desk = copy_of(&origin);
                let log = desk.place.path().join("strace.log");
                let (_, said) =
                    told(&mut under_fault(&command(&desk), call, way, nth, &log), orders);
                judge(&desk, &said, &format!("{call} {nth} {way}"));
                if !was_met(&log) {
                    break;
                }
                met += 1;
            }
        }
    }
    assert!(met >= 4, "only {met} faults met");
    println!("{met} faults");
}

fn copy_of(desk: &Desk) -> Desk {
    let copy = Desk::new();
    let all = Command::new("cp")
        .arg("-a")
        .arg(format!("{}/.", desk.place.path().display()))
        .arg(copy.place.path())
        .status();
    assert!(all.expect("cp").success());
    copy
}

fn events(desk: &Desk) -> usize {
    run(&mut desk.command(["state", "export"])).stdout.lines().count()
}

#[test]
fn a_star_is_there_if_it_was_said_and_the_old_ones_are_there_anyhow() {
    if !has_strace() {
        return;
    }
    sweep(&plain, "articles\nstar 3\n", &|desk, said, fault| {
        let now = starred(desk);
        assert!(now.contains("f:a0") && now.contains("f:a1"), "{fault}: {now:?}");
        let is_said = said.contains("Starred: Article 2");
        assert!(!is_said || now.contains("f:a2"), "{fault}: said and missing");
    });
}

#[test]
fn a_merge_is_done_or_not_and_can_be_done_again() {
    if !has_strace() {
        return;
    }
    let other = desk_of(3);
    told(&mut plain(&other), "articles\nstar 3\nread 2\nnote 2 Theirs.\nnote 1 Theirs.\n");
    let stream = run(&mut other.command(["state", "export"])).stdout;
    let file = other.place.path().join("stream");
    fs::write(&file, stream).expect("room");
    let command = |desk: &Desk| {
        let mut command = desk.command(["state", "merge"]);
        command.arg(&file);
        command
    };
    sweep(&command, "", &|desk, _, fault| {
        let now = starred(desk);
        assert!(now.contains("f:a0") && now.contains("f:a1"), "{fault}: {now:?}");
        assert_eq!(run(&mut command(desk)).code, 0, "{fault}");
        assert_eq!(starred(desk).len(), 3, "{fault}");
        let notes = desk.run("notes").stdout;
        assert!(notes.contains("Theirs."), "{fault}: {notes}");
        let stream = run(&mut desk.command(["state", "export"])).stdout;
        assert!(stream.contains("Mine."), "{fault}: a note is lost");
    });
}

#[test]
fn a_compaction_leaves_the_old_journal_or_the_new_one() {
    if !has_strace() {
        return;
    }
    let command = |desk: &Desk| desk.command(["state", "compact"]);
    sweep(&command, "", &|desk, _, fault| {
        let now = starred(desk);
        assert_eq!(now.len(), 2, "{fault}: {now:?}");
        assert!(events(desk) >= 3, "{fault}");
        assert_eq!(desk.run("state verify").code, 0, "{fault}");
    });
}

#[test]
fn a_journal_is_not_replaced_where_files_have_no_locks() {
    if !has_strace() {
        return;
    }
    let desk = desk_of(3);
    told(&mut plain(&desk), "articles\nstar 1\nstar 1\nstar 1\n");
    let journal = desk.place.path().join(".local/state/chancery/journal.jsonl");
    let before = fs::read(&journal).expect("a journal");
    let log = desk.place.path().join("strace.log");
    let compact = desk.command(["state", "compact"]);
    let refused = run(&mut under_fault(&compact, "flock", "error=ENOLCK", "1+", &log));
    assert_eq!(refused.code, 2, "{}", refused.stderr);
    assert!(refused.stderr.contains("has no locks"), "{}", refused.stderr);
    assert_eq!(fs::read(&journal).expect("a journal"), before);
    // What is only added goes there all the same.
    told(
        &mut under_fault(&plain(&desk), "flock", "error=ENOLCK", "1+", &log),
        "articles\nstar 2\n",
    );
    assert!(starred(&desk).contains("f:a1"));
}
