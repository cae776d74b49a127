//! The printer: texts go to `lp`, through no shell.

use std::process::{Command, Stdio};

/// Runs `lp` on a text.
pub(super) fn lp(contents: &str) -> Result<(), String> {
    let words = |error: std::io::Error| error.to_string();
    let mut printer = Command::new("lp")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(words)?;
    if let Some(mut paper) = printer.stdin.take() {
        std::io::Write::write_all(&mut paper, contents.as_bytes()).map_err(words)?;
    }
    let status = printer.wait().map_err(words)?;
    if status.success() { Ok(()) } else { Err(format!("lp: {status}")) }
}
