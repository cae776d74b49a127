//! A conversation with the reader over a pipe.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use super::desk::{Desk, run};

/// A desk with some articles of one country.
pub(crate) fn desk_of(articles: usize) -> Desk {
    let desk = Desk::new();
    for n in 0..articles {
        let text = format!(
            "+++\nid = \"a{n}\"\ntitle = \"Article {n}\"\ndate = 2025-01-{:02}\ncountries = [\"KZ\"]\n+++\nTrade grew.\n",
            28 - n
        );
        desk.put(format!("a{n}.md"), text);
    }
    desk
}

/// The reader, line by line.
pub(crate) fn plain(desk: &Desk) -> Command {
    desk.command(["--plain"])
}

/// All that a run says to some orders, in one line.
pub(crate) fn told(command: &mut Command, orders: &str) -> (Option<i32>, String) {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    // One that has gone hears nothing.
    let _gone = child.stdin.take().expect("a pipe").write_all(orders.as_bytes());
    let output = child.wait_with_output().expect("it ends");
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
    let words: Vec<&str> = said.iter().flat_map(|said| said.split_whitespace()).collect();
    (output.status.code(), words.join(" "))
}

/// The ids that are starred on the disk.
pub(crate) fn starred(desk: &Desk) -> BTreeSet<String> {
    let listed = run(&mut desk.command(["list", "--starred", "--format", "jsonl"]));
    assert!(listed.code < 2, "{}", listed.stderr);
    let id = |line: &str| {
        let record: serde_json::Value = serde_json::from_str(line).expect("JSON");
        record["id"].as_str().expect("an id").to_owned()
    };
    listed.stdout.lines().map(id).collect()
}

/// A reader that is talked to.
pub(crate) struct Talk {
    pub(crate) child: Child,
    orders: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Talk {
    pub(crate) fn with(command: &mut Command) -> Self {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program runs");
        let orders = child.stdin.take().expect("a pipe");
        let answers = BufReader::new(child.stdout.take().expect("a pipe"));
        Self { child, orders, answers }
    }

    /// Gives an order and waits for a line that holds some words; `None` where the reader is gone.
    pub(crate) fn ask(&mut self, order: &str, awaited: &[&str]) -> Option<String> {
        writeln!(self.orders, "{order}").ok()?;
        loop {
            let mut line = String::new();
            // A line without its end was never said whole.
            match self.answers.read_line(&mut line) {
                Ok(1..) if line.ends_with('\n') => {}
                _ => return None,
            }
            if awaited.iter().any(|words| line.contains(words)) {
                return Some(line);
            }
        }
    }
}
