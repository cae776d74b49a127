//! Programs that take a text on their standard input, through no shell: the printer's `lp`, and whoever else.

use std::process::{Command, Stdio};

/// Runs `lp` on a text.
pub(super) fn lp(contents: &str) -> Result<(), String> {
    pipe("lp", &[], contents)
}

/// Runs a program on a text and waits until it ends.
///
/// # Errors
/// The system's words, or how the program ended.
pub(super) fn pipe(program: &str, arguments: &[&str], text: &str) -> Result<(), String> {
    let words = |error: std::io::Error| error.to_string();
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(words)?;
    let written = match child.stdin.take() {
        Some(mut input) => std::io::Write::write_all(&mut input, text.as_bytes()),
        None => Ok(()),
    };
    // Waited for whatever became of the text, or it stays behind as a dead process.
    let status = child.wait().map_err(words)?;
    match written {
        _ if !status.success() => Err(format!("{program}: {status}")),
        written => written.map_err(words),
    }
}
