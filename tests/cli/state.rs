//! `chancery state`: marks and notes from machine to machine.

use std::io::Write;
use std::process::Stdio;

use super::desk::{Desk, Run, found};

/// The reader, line by line, told some orders.
fn told(desk: &Desk, orders: &str) -> Run {
    let mut command = desk.command(["--plain"]);
    fed(&mut command, orders)
}

fn fed(command: &mut std::process::Command, input: &str) -> Run {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Run {
        code: output.status.code().expect("a code"),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

#[test]
fn marks_and_notes_reach_another_machine_and_come_back() {
    let (host, laptop) = (Desk::with_briefs(), Desk::with_briefs());
    told(&host, "articles\nstar 1\nnote 1 Ask **Minsk**.\n");
    told(&laptop, "articles\nread 2\nnote 2 Check the figure.\n");
    let stream = host.run("state export");
    assert_eq!(stream.code, 0);
    assert!(stream.stdout.starts_with("{\"v\":1,\"state\":{\"lines\":"), "{}", stream.stdout);
    let merged = fed(&mut laptop.command(["state", "merge", "-"]), &stream.stdout);
    let expected =
        "-: 3 new events, 1 note taken over, 0 versions of notes put into notes/removed.\n";
    assert_eq!(merged, found(expected));
    let again = fed(&mut laptop.command(["state", "merge", "-"]), &stream.stdout);
    assert_eq!(again, found("-: nothing new; all of it is here already.\n"));
    let back = laptop.run("state export").stdout;
    fed(&mut host.command(["state", "merge", "-"]), &back);
    for desk in [&host, &laptop] {
        let listed = desk.run("list --format jsonl").stdout;
        assert_eq!(listed.matches("\"starred\":true").count(), 1);
        assert_eq!(listed.matches("\"read\":true").count(), 1);
        let notes = desk.run("notes").stdout;
        assert!(notes.contains("Ask **Minsk**.") && notes.contains("Check the figure."), "{notes}");
        assert_eq!(desk.run("state verify").code, 0);
    }
}

#[test]
fn a_file_that_is_no_state_is_refused_and_a_damaged_one_salvaged_with_one_sentence() {
    let (host, laptop) = (Desk::with_briefs(), Desk::with_briefs());
    told(&host, "articles\nstar 1\nstar 2\n");
    let stream = host.run("state export").stdout;
    for wrong in ["hello\n", "\u{1b}]52;c;aGk=\u{7}\n", "{}\n", "[1,2,3]"] {
        let run = fed(&mut laptop.command(["state", "merge", "-"]), wrong);
        assert_eq!((run.code, run.stderr.lines().count(), run.stdout.as_str()), (2, 1, ""));
        assert!(run.stderr.contains("no state of Chancery"), "{}", run.stderr);
    }
    assert!(!laptop.place.path().join(".local").exists(), "nothing is made for nothing");
    let lines: Vec<&str> = stream.lines().collect();
    let cut = lines[..lines.len() - 1].join("\n");
    let run = fed(&mut laptop.command(["state", "merge", "-"]), &cut);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("ends too soon, 1 line is missing"), "{}", run.stderr);
    let torn = &stream[..stream.len() - 9];
    let run = fed(&mut laptop.command(["state", "merge", "-"]), torn);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("is damaged and was left out"), "{}", run.stderr);
    assert_eq!(fed(&mut laptop.command(["state", "merge", "-"]), &stream).code, 0);
    assert_eq!(laptop.run("list --starred --format jsonl").stdout.lines().count(), 2);
}

#[test]
fn an_empty_state_exports_nothing_and_is_well() {
    let desk = Desk::with_briefs();
    let run = desk.run("state export");
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert_eq!(desk.run("state verify").code, 0);
    assert_eq!(desk.run("state compact").code, 0);
    assert!(!desk.place.path().join(".local").exists());
    let french = desk.run("--lang fr state verify").stdout;
    assert!(french.contains("0 événement en 0 octets"), "{french}");
}

#[test]
fn a_restricted_session_exports_to_standard_output_alone() {
    let desk = Desk::with_briefs();
    let restricted = |rest: &[&str]| {
        let mut command = desk.command(["--restricted"]);
        for place in ["briefs", "state", "cache"] {
            command.arg(format!("--{place}")).arg(desk.place.path().join(place));
        }
        command.args(rest);
        command
    };
    fed(&mut restricted(&["--plain"]), "articles\nstar 1\n");
    let stream = fed(&mut restricted(&["state", "export"]), "");
    assert_eq!(
        (stream.code, stream.stdout.matches("{\"starred\":true}").count()),
        (0, 1),
        "{}",
        stream.stderr
    );
    std::fs::write(desk.place.path().join("in"), &stream.stdout).expect("room");
    for line in [&["state", "export", "out"][..], &["state", "merge", "in"]] {
        let run = fed(&mut restricted(line), "");
        assert_eq!((run.code, run.stderr.lines().count()), (2, 1), "{}", run.stderr);
    }
    assert!(!desk.place.path().join("out").exists());
    assert_eq!(fed(&mut restricted(&["state", "merge", "-"]), &stream.stdout).code, 0);
}
