//! How fast the whole program is: from its start to the first useful screen, and from key to key.
//!
//! `cargo bench --bench start [-- SMALL LARGE]`
//!
//! Starts the real binary in a terminal and measures it from outside. SMALL and LARGE are folders
//! of briefs; without them two corpora are made, of 2,000 and of 20,000. `rg --files` on the same
//! files is the yardstick where ripgrep is installed. Each figure stands beside its bound; none is
//! asserted, since a busy machine proves nothing.
#![allow(clippy::print_stdout, reason = "its output is what it is for")]
#![allow(
    clippy::disallowed_methods,
    reason = "a tool outside the layers: it reads and runs itself"
)]

mod process;
mod session;

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

use process::Usage;
use session::Session;

/// Warm starts, and listings by ripgrep between them.
const STARTS: usize = 15;

/// List keys pressed.
const KEYS: u32 = 60;

/// So long nothing comes once a screen or a key is done with.
const QUIET: Duration = Duration::from_millis(80);

/// So long nothing comes once a folder is filed: longer than from one report of progress to the next.
const FILED: Duration = Duration::from_secs(3);

/// How long an idle reader is watched.
const IDLE: Duration = Duration::from_secs(5);

fn main() -> Result<()> {
    let folders: Vec<PathBuf> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"))
        .map(PathBuf::from)
        .collect();
    let place = tempfile::tempdir()?;
    let (small, large) = match folders.as_slice() {
        [] => (corpus(&place, 2_000)?, corpus(&place, 20_000)?),
        [small, large] => (small.clone(), large.clone()),
        _ => anyhow::bail!("name a small and a large folder of briefs, or none"),
    };
    let small = Measured::of(&small)?;
    let large = Measured::of(&large)?;
    for measured in [&small, &large] {
        measured.report();
    }
    println!("large to small, per list key");
    let ratio = |pick: fn(&Keys) -> f64| pick(&large.keys) / pick(&small.keys);
    line("bytes", format!("{:.2}", ratio(|keys| keys.bytes)), "at most 1.20");
    line("cpu", format!("{:.2}", ratio(|keys| keys.cpu)), "at most 1.20");
    Ok(())
}

/// Has the generator write a corpus.
fn corpus(place: &TempDir, count: usize) -> Result<PathBuf> {
    let folder = place.path().join(count.to_string());
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["run", "--quiet", "--release", "--example", "corpus", "--", &count.to_string()])
        .arg(&folder)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status()?;
    ensure!(status.success(), "the corpus of {count} briefs could not be written");
    Ok(folder)
}

/// All that was measured on one folder.
struct Measured {
    folder: PathBuf,
    files: usize,
    first: First,
    /// Medians of the warm start and of ripgrep.
    warm: Duration,
    ripgrep: Option<Duration>,
    keys: Keys,
    idle: Idle,
    /// The most memory of any of these runs, in kB.
    memory: Option<u64>,
}

/// A start without cache and state.
struct First {
    byte: Option<Duration>,
    filed: Option<Duration>,
    memory: Option<u64>,
}

/// What one list key costs on average; CPU in microseconds.
struct Keys {
    bytes: f64,
    writes: f64,
    cpu: f64,
}

/// What an idle reader does in [`IDLE`].
struct Idle {
    bytes: usize,
    wake_ups: Option<u64>,
}

impl Measured {
    /// Measures everything on a folder, with a state and a cache of its own.
    fn of(folder: &Path) -> Result<Self> {
        let home = tempfile::tempdir()?;
        let files = count_files(folder).with_context(|| folder.display().to_string())?;
        let first = first_start(folder, home.path(), files)?;
        let (mut starts, mut listings) = (Vec::new(), Vec::new());
        for _ in 0..STARTS {
            starts.push(warm_start(folder, home.path(), files)?);
            listings.extend(list(folder));
        }
        let mut session = Session::start(folder, home.path())?;
        session.settle(FILED)?;
        let keys = list_keys(&mut session)?;
        let idle = idle(&mut session)?;
        let memory = session.peak_memory().max(first.memory);
        let (warm, ripgrep) = (median(starts).context("no start")?, median(listings));
        Ok(Self { folder: folder.to_owned(), files, first, warm, ripgrep, keys, idle, memory })
    }

    /// Prints each figure with its bound.
    fn report(&self) {
        println!("{} ({} files)", self.folder.display(), self.files);
        line("first start: first byte", shown(self.first.byte), "at once");
        line("first start: all filed", shown(self.first.filed), "at most 5,000 ms");
        line("warm start", shown(Some(self.warm)), "");
        line("rg --files", shown(self.ripgrep), "");
        let ratio = self.ripgrep.map(|ripgrep| self.warm.as_secs_f64() / ripgrep.as_secs_f64());
        line(
            "warm start to rg",
            or_unknown(ratio.map(|ratio| format!("{ratio:.2}"))),
            "at most 1.50",
        );
        line("bytes per list key", format!("{:.0}", self.keys.bytes), "");
        line("writes per list key", format!("{:.2}", self.keys.writes), "1");
        line("cpu per list key", format!("{:.0} µs", self.keys.cpu), "");
        line("idle for 5 s: bytes", self.idle.bytes.to_string(), "0");
        line("idle for 5 s: wake-ups", or_unknown(self.idle.wake_ups), "0");
        let memory = self.memory.map(|kilobytes| format!("{} MB", kilobytes / 1024));
        line("peak memory", or_unknown(memory), "at most 100 MB");
    }
}

/// Whether a screen lists all the briefs: the first row of the countries counts them, and as many
/// unread.
fn lists_all(screen: &str, files: usize) -> bool {
    let count = files.to_string();
    screen.lines().any(|line| line.split_whitespace().filter(|word| *word == count).count() >= 2)
}

fn first_start(folder: &Path, home: &Path, files: usize) -> Result<First> {
    let mut session = Session::start(folder, home)?;
    session.settle(FILED)?;
    Ok(First {
        byte: session.first_byte(),
        filed: session.first(|screen| lists_all(screen, files)),
        memory: session.peak_memory(),
    })
}

fn warm_start(folder: &Path, home: &Path, files: usize) -> Result<Duration> {
    let mut session = Session::start(folder, home)?;
    session.settle(Duration::from_secs(1))?;
    session
        .first(|screen| lists_all(screen, files))
        .with_context(|| format!("no screen counted {files} unread briefs"))
}

/// Lists the files with ripgrep; `None` where there is none.
fn list(folder: &Path) -> Option<Duration> {
    let start = Instant::now();
    let status =
        Command::new("rg").arg("--files").arg(folder).stdout(Stdio::null()).status().ok()?;
    status.success().then(|| start.elapsed())
}

/// Walks down the list of all articles.
fn list_keys(session: &mut Session) -> Result<Keys> {
    session.press(b"\t")?;
    session.settle(QUIET)?;
    let before = session.usage().unwrap_or_default();
    let mut bytes = 0;
    for _ in 0..KEYS {
        session.press(b"j")?;
        bytes += session.settle(QUIET)?;
    }
    let Usage { cpu, writes, .. } = session.usage().unwrap_or_default().since(before);
    let each = |total: f64| total / f64::from(KEYS);
    Ok(Keys {
        bytes: each(precise(bytes)),
        writes: each(precise(usize::try_from(writes)?)),
        cpu: each(cpu.as_secs_f64() * 1e6),
    })
}

fn idle(session: &mut Session) -> Result<Idle> {
    session.settle(Duration::from_secs(1))?;
    let before = session.usage();
    let bytes = session.settle(IDLE)?;
    let used = session.usage().zip(before).map(|(after, before)| after.since(before));
    Ok(Idle { bytes, wake_ups: used.map(|used| used.wake_ups) })
}

/// The files below a folder.
fn count_files(folder: &Path) -> std::io::Result<usize> {
    let mut count = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        count += if entry.file_type()?.is_dir() { count_files(&entry.path())? } else { 1 };
    }
    Ok(count)
}

fn median(mut times: Vec<Duration>) -> Option<Duration> {
    times.sort_unstable();
    times.get(times.len() / 2).copied()
}

/// A small count as a number to divide.
fn precise(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn shown(time: Option<Duration>) -> String {
    or_unknown(time.map(|time| format!("{:.0} ms", time.as_secs_f64() * 1e3)))
}

fn or_unknown(figure: Option<impl ToString>) -> String {
    figure.map_or_else(|| "unknown".to_owned(), |figure| figure.to_string())
}

fn line(what: &str, figure: impl Display, bound: &str) {
    println!("  {what:<26} {:>12}   {bound}", figure.to_string());
}
