//! How long one keystroke in the finder takes over many titles, beside `fzf --filter` with the same letter.
//!
//! `cargo bench --bench finder -- TITLES`
//!
//! TITLES is a file of titles, one a line, as `chancery list --format tsv` has them. Each letter is typed into a finder that
//! knows no query yet, which is the worst a key can meet; then words with a slip, which go through all titles twice.
#![allow(clippy::print_stdout, reason = "its output is what it is for")]
#![allow(
    clippy::disallowed_methods,
    reason = "a tool outside the layers: it reads and runs itself"
)]

use std::fs::File;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use chancery::search::fuzzy::{Candidate, Finder};

/// Rows that the finder shows.
const ROWS: usize = 60;

/// Times that each key is measured; the middle one counts.
const RUNS: usize = 7;

/// Words with a slip of the finger.
const SLIPS: [&str; 4] = ["accrod", "kazahkstan", "zzzzzz", "relatoins econmiques"];

fn main() -> Result<()> {
    let path = std::env::args().skip(1).find(|word| !word.starts_with("--"));
    let path = path.context("name a file of titles, one a line")?;
    let titles = std::fs::read_to_string(&path)?;
    let candidates: Vec<Candidate> = titles
        .lines()
        .map(|title| Candidate { aliases: vec![title.to_owned()], bias: 0 })
        .collect();
    println!("{} titles; milliseconds, the middle of {RUNS} runs", candidates.len());
    let finder = Finder::new(candidates);
    let ours = |query: &str| middle(|| key(&finder, query));
    let mut worst = Duration::ZERO;
    let mut fastest = Duration::MAX;
    for letter in 'a'..='z' {
        let letter = letter.to_string();
        let (own, other) = (ours(&letter), middle(|| fzf(&path, &letter)));
        println!("{letter:>22} {:8.2} fzf {:8.2}", millis(own), millis(other));
        worst = worst.max(own);
        fastest = fastest.min(other);
    }
    for slip in SLIPS {
        let own = ours(slip);
        println!("{slip:>22} {:8.2}", millis(own));
        worst = worst.max(own);
    }
    let ratio = worst.as_secs_f64() / fastest.as_secs_f64();
    println!("worst key to fzf's fastest letter: {ratio:.2} (at most 0.50)");
    Ok(())
}

/// The middle of several measurements.
fn middle(mut measure: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS).map(|_| measure()).collect();
    times.sort_unstable();
    times.get(RUNS / 2).copied().unwrap_or_default()
}

/// One query of a finder that knows none yet.
fn key(finder: &Finder, query: &str) -> Duration {
    let mut finder = finder.clone();
    let start = Instant::now();
    let found = finder.query(query, ROWS);
    let time = start.elapsed();
    drop(found);
    time
}

/// One run of fzf; no time at all where it is not installed.
fn fzf(path: &str, letter: &str) -> Duration {
    let Ok(titles) = File::open(path) else { return Duration::MAX };
    let start = Instant::now();
    let run =
        Command::new("fzf").args(["--filter", letter]).stdin(titles).stdout(Stdio::null()).status();
    if run.is_ok() { start.elapsed() } else { Duration::MAX }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
