//! Where a command writes: standard output, sized and coloured only where it is a terminal.
//!
//! Text that a person reads goes through [`Safe`]; JSON escapes what a terminal would act on.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use serde::Serialize;

use super::json;
use crate::text::Safe;
use crate::text::ascii::to_ascii;

/// Standard output.
#[derive(Debug)]
pub(super) struct Output {
    stdout: BufWriter<StdoutLock<'static>>,
    /// What is known of the terminal, where it is one.
    pub(super) screen: Option<Screen>,
}

/// A terminal that is written to line by line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Screen {
    /// Its width.
    pub(super) columns: usize,
    /// Whether bold and faint may be sent.
    styled: bool,
    /// Whether it shows more than ASCII.
    unicode: bool,
}

/// How a stretch of text stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Style {
    /// Not at all.
    #[default]
    Plain,
    /// It matters.
    Bold,
    /// It matters less.
    Faint,
}

impl Output {
    /// Standard output as the environment says it is.
    pub(super) fn new(unicode: bool) -> Self {
        let stdout = io::stdout();
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let screen = stdout.is_terminal().then(|| Screen {
            columns: usize::from(crate::terminal::capability::size().0),
            styled: set("NO_COLOR").is_none() && set("TERM").is_some_and(|term| term != "dumb"),
            unicode,
        });
        Self { stdout: BufWriter::new(stdout.lock()), screen }
    }

    /// Whether the terminal shows nothing but ASCII.
    pub(super) fn is_ascii(&self) -> bool {
        self.screen.is_some_and(|screen| !screen.unicode)
    }

    /// Writes a line of parts, each in its style.
    pub(super) fn line(&mut self, parts: &[(Safe, Style)]) -> io::Result<()> {
        let is_blank = |(text, _): &(Safe, Style)| text.as_str().trim().is_empty();
        let last = parts.iter().rposition(|part| !is_blank(part));
        let used = last.map_or(0, |last| last + 1);
        for (place, (text, style)) in parts.iter().take(used).enumerate() {
            let end = if Some(place) == last { text.as_str().trim_end().len() } else { text.len() };
            let text = &text.slice(0..end);
            let text = match self.screen {
                Some(Screen { unicode: false, .. }) => &to_ascii(text),
                _ => text,
            };
            let code = match (self.screen, style) {
                (Some(Screen { styled: true, .. }), Style::Bold) => "1",
                (Some(Screen { styled: true, .. }), Style::Faint) => "2",
                _ => "",
            };
            if code.is_empty() || text.is_empty() {
                self.stdout.write_all(text.as_str().as_bytes())?;
            } else {
                write!(self.stdout, "\u{1b}[{code}m{text}\u{1b}[0m")?;
            }
        }
        self.stdout.write_all(b"\n")
    }

    /// Writes a line without styles.
    pub(super) fn plain(&mut self, line: &str) -> io::Result<()> {
        self.line(&[(Safe::new(line), Style::Plain)])
    }

    /// Writes lines of text.
    pub(super) fn page(&mut self, page: &str) -> io::Result<()> {
        page.lines().try_for_each(|line| self.plain(line))
    }

    /// Writes what is no text for a person: a script, a manual page.
    pub(super) fn raw(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stdout.write_all(bytes)
    }

    /// Writes a record as one line of JSON.
    pub(super) fn json(&mut self, record: &impl Serialize) -> io::Result<()> {
        let line = json::line(record)?;
        self.stdout.write_all(line.as_bytes())?;
        self.stdout.write_all(b"\n")
    }

    /// Writes records as one array of JSON, a record on each line.
    pub(super) fn json_array<R: Serialize>(&mut self, records: &[R]) -> io::Result<()> {
        for (place, record) in records.iter().enumerate() {
            let open = if place == 0 { "[\n" } else { ",\n" };
            self.stdout.write_all(open.as_bytes())?;
            self.stdout.write_all(json::line(record)?.as_bytes())?;
        }
        let close = if records.is_empty() { "[]\n" } else { "\n]\n" };
        self.stdout.write_all(close.as_bytes())
    }

    /// Hands over what is still buffered.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.stdout.flush()
    }
}

/// For what words its lines itself.
impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.stdout.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stdout.flush()
    }
}

/// Writes a line to standard error; where that is closed nobody wants to know.
pub(super) fn complain(line: &str) {
    let _ = writeln!(io::stderr().lock(), "chancery: {}", Safe::new(line));
}

/// Shows on standard error how far a long work is, where that is a terminal; an empty line clears it.
pub(super) fn show_progress(line: &str) {
    const COLUMNS: usize = 60;
    let mut stderr = io::stderr().lock();
    if stderr.is_terminal() {
        let line = crate::text::width::pad_end(&Safe::new(line), COLUMNS);
        let _ = write!(stderr, "\r{line}\r");
        let _ = stderr.flush();
    }
}
