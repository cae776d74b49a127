//! How long pages take: found in the texts the first time, compiled from what was found, shown from what was compiled, and
//! after one file changed.
//!
//! `cargo bench --bench pages -- BRIEFS`
//!
//! Works on a copy of the briefs, with a cache of its own.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "a tool, not the program")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use chancery::library::{Keeper, Pace, Shelf, Snapshot};
use chancery::model::{CountryCode, PartialDate};
use chancery::store::{Briefs, Folders};
use chancery::summary::Request;
use rayon::prelude::*;

/// The bar for all pages, compiled from what was found.
const ALL_PAGES: Duration = Duration::from_secs(5);
/// The bar for one changed file, with the pages that it is on.
const ONE_FILE: Duration = Duration::from_millis(200);
/// The bar for a page that was kept: a frame.
const A_PAGE: Duration = Duration::from_millis(40);

fn main() -> Result<()> {
    let briefs = std::env::args().skip(1).find(|word| !word.starts_with("--"));
    let briefs = PathBuf::from(briefs.context("name the folder of the briefs")?);
    let place = tempfile::tempdir()?;
    let copy = place.path().join("briefs");
    copy_folder(&briefs, &copy)?;
    let cache = place.path().join("cache");
    let folders = Folders {
        briefs: Briefs::Folder(copy.clone()),
        state: None,
        cache: Some(cache.clone()),
        supplement: Arc::default(),
    };
    let mut keeper = Keeper::open(&folders);
    keeper.refresh(&mut |_| {})?;
    let library = Arc::clone(keeper.snapshot());
    let shelf = keeper.shelf().clone();
    ensure!(!library.briefs().is_empty(), "there are no briefs");
    println!("{} briefs, {} countries", library.briefs().len(), library.countries().len());

    let (time, _) = timed(|| shelf.extract(&library, Pace::Full, &mut |_, _| {}));
    println!("found in all texts for the first time: {time:.0?}, {} MB kept", megabytes(&cache)?);

    let countries: Vec<CountryCode> = library.countries().keys().copied().collect();
    let compile = |&country: &CountryCode| shelf.summary(&library, &request(country));
    let (time, _) = timed(|| countries.par_iter().map(compile).collect::<Vec<_>>());
    told("all pages compiled", time, ALL_PAGES);
    let pages = countries.iter().map(|country| timed(|| compile(country)).0);
    spread("one page compiled", pages.collect(), Duration::MAX);

    for &country in &countries {
        show(&shelf, &library, country);
    }
    let kept = countries.iter().map(|&country| timed(|| show(&shelf, &library, country)).0);
    spread("a page that was kept", kept.collect(), A_PAGE);

    let brief = library.briefs().first().context("a brief")?.clone();
    let file = copy.join(brief.file.as_str());
    let mut text = std::fs::read(&file)?;
    text.extend_from_slice(b"\n\nBelarus and Poland signed 14 agreements on 12 May 2025.\n");
    std::fs::write(&file, text)?;
    let (time, _) = timed(|| keeper.refresh(&mut |_| {}).map(drop));
    println!("one file changed: seen and filed in {time:.0?}");
    let library = Arc::clone(keeper.snapshot());
    let (found, _) = timed(|| shelf.extract(&library, Pace::Behind, &mut |_, _| {}));
    told("    found again, and kept", found, ONE_FILE);
    let (time, ()) = timed(|| {
        for &country in &brief.countries {
            show(&shelf, &library, country);
        }
    });
    told(&format!("    with its {} pages", brief.countries.len()), found + time, ONE_FILE);
    println!("peak of memory: {}", peak());
    Ok(())
}

fn request(country: CountryCode) -> Request {
    let as_of = PartialDate::day_of(2026, 1, 1).unwrap_or(PartialDate::EPOCH);
    Request { country, with: None, as_of, since: None, by_partner: false }
}

/// Has a page shown as the reader does; both times, where it is no longer as it was.
fn show(shelf: &Shelf, library: &Snapshot, country: CountryCode) {
    let _ = shelf.page(library, &request(country), None, &mut |_| {});
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed(), done)
}

fn told(what: &str, time: Duration, bar: Duration) {
    let verdict = if time <= bar { "within" } else { "OVER" };
    println!("{what}: {time:.1?} ({verdict} {bar:?})");
}

fn spread(what: &str, mut times: Vec<Duration>, bar: Duration) {
    times.sort_unstable();
    let at = |part: usize| times.get(times.len() * part / 100).copied().unwrap_or_default();
    let worst = times.last().copied().unwrap_or_default();
    println!("{what}: p50 {:.1?}, p95 {:.1?}, worst {worst:.1?}", at(50), at(95));
    if worst > bar {
        println!("    OVER {bar:?}");
    }
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// What a folder takes.
fn megabytes(folder: &Path) -> Result<u64> {
    fn bytes(folder: &Path) -> std::io::Result<u64> {
        let of = |entry: std::io::Result<std::fs::DirEntry>| {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                bytes(&entry.path())
            } else {
                Ok(entry.metadata()?.len())
            }
        };
        std::fs::read_dir(folder)?.map(of).sum()
    }
    Ok(bytes(folder)? >> 20)
}

/// The most memory that this process ever took, as the system tells it.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |line| line.trim().to_owned())
}
