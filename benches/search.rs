//! How long one query takes in process with twenty snippets, over an index that is there.
//!
//! `cargo bench --bench search -- BRIEFS CACHE`
//!
//! CACHE is what `chancery --briefs BRIEFS --cache CACHE index` has filled. The words are drawn from the titles of the briefs,
//! each asked once: p50, p95 and the worst, for each way to ask; then queries that nobody types.
#![allow(clippy::print_stdout, reason = "its output is what it is for")]

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use chancery::library::{FullText, Keeper, Notes, Request, Shelf};
use chancery::model::{Marks, PartialDate};
use chancery::search::index::Order;
use chancery::search::query::Reach;
use chancery::store::{Briefs, Folders};

/// Queries of each kind.
const QUERIES: usize = 200;
/// Snippets of each answer.
const SHOWN: usize = 20;
/// The bar for words and beginnings, in milliseconds.
const BAR: f64 = 5.0;
/// The bar for a phrase that ends in a beginning.
const PHRASE_BAR: f64 = 100.0;

struct Bench {
    text: FullText,
    shelf: Shelf,
    library: Arc<chancery::library::Snapshot>,
}

fn main() -> Result<()> {
    let mut words = std::env::args().skip(1).filter(|word| !word.starts_with("--"));
    let (briefs, cache) = (words.next(), words.next());
    let briefs = Briefs::Folder(PathBuf::from(briefs.context("name the folder of the briefs")?));
    let cache = Some(PathBuf::from(cache.context("name the folder of the cache")?));
    let folders =
        Folders { briefs: briefs.clone(), state: None, cache, supplement: Arc::default() };
    let bench = Bench {
        text: FullText::open(&folders)?,
        shelf: Shelf::new(briefs, Arc::default()),
        library: Arc::clone(Keeper::open(&folders).snapshot()),
    };
    let titles: Vec<&str> = bench.library.all().map(|brief| brief.title.as_str()).collect();
    ensure!(!titles.is_empty(), "there are no briefs in that cache");
    println!("{} briefs; milliseconds", titles.len());
    let pairs = pairs(&titles);
    bench.report("a word", BAR, pairs.iter().map(|[one, _]| (*one).to_owned()));
    bench.report("two words", BAR, pairs.iter().map(|[one, two]| format!("{one} {two}")));
    bench.report("a beginning", BAR, pairs.iter().map(|[one, _]| format!("{}*", head(one))));
    bench.report("a phrase", BAR, pairs.iter().map(|[one, two]| format!("\"{one} {two}\"")));
    let begun = pairs.iter().map(|[one, two]| format!("\"{one} {}*\"", head(two)));
    bench.report("a phrase with a beginning", PHRASE_BAR, begun);
    bench.report(
        "a slip",
        BAR,
        pairs.iter().map(|[one, _]| format!("{}q{}", head(one), tail(one))),
    );
    bench.report(
        "a letter and a star",
        f64::INFINITY,
        ('a'..='z').map(|letter| format!("{letter}*")),
    );
    bench.report("ten thousand words", f64::INFINITY, [titles.join(" ")]);
    bench.report("letters or letters", f64::INFINITY, [starred(&pairs)]);
    bench.report(
        "ten thousand brackets",
        f64::INFINITY,
        [format!("{}visa{}", "(".repeat(10_000), ")".repeat(10_000))],
    );
    Ok(())
}

/// Pairs of words that stand side by side in titles, of five letters or more.
fn pairs<'a>(titles: &[&'a str]) -> Vec<[&'a str; 2]> {
    let is_word = |word: &str| word.chars().count() >= 5 && word.chars().all(char::is_alphabetic);
    let of_title = |title: &&'a str| {
        let words = title.split_whitespace();
        let pair = words.clone().zip(words.skip(1)).find(|(one, two)| is_word(one) && is_word(two));
        pair.map(|(one, two)| [one, two])
    };
    let step = (titles.len() / QUERIES / 4).max(1);
    titles.iter().step_by(step).filter_map(of_title).take(QUERIES).collect()
}

fn head(word: &str) -> String {
    word.chars().take(3).collect()
}

fn tail(word: &str) -> String {
    word.chars().skip(3).collect()
}

/// `a* OR b* OR …`, many times the alphabet.
fn starred(pairs: &[[&str; 2]]) -> String {
    let letters: Vec<String> = ('a'..='z').map(|letter| format!("{letter}*")).collect();
    vec![letters.join(" OR "); pairs.len()].join(" OR ")
}

impl Bench {
    fn report(&self, kind: &str, bar: f64, queries: impl IntoIterator<Item = String>) {
        let mut times: Vec<Duration> = Vec::new();
        let (mut hits, mut near) = (0, 0);
        for query in queries {
            let start = Instant::now();
            let found = self.ask(&query);
            times.push(start.elapsed());
            hits += found.0;
            near += found.1;
        }
        times.sort();
        let at = |share: usize| {
            let time = times.get((times.len() * share / 100).min(times.len().saturating_sub(1)));
            time.map_or(f64::NAN, |time| time.as_secs_f64() * 1_000.0)
        };
        let bar = if bar.is_finite() { format!("(p95 at most {bar})") } else { String::new() };
        println!(
            "{kind:>26} {:4} asked  p50 {:8.2}  p95 {:8.2}  worst {:8.2}  hits {hits} near {near}  {bar}",
            times.len(),
            at(50),
            at(95),
            at(100)
        );
    }

    /// Asks as the command does; how many were found, and how many of the shown ones were near.
    fn ask(&self, typed: &str) -> (usize, usize) {
        let today = PartialDate::day_of(2025, 5, 13).unwrap_or(PartialDate::EPOCH);
        let query = self.shelf.query(typed, today);
        let request = Request {
            query: &query,
            marks: &Marks::default(),
            notes: &Notes::default(),
            library: &|| Arc::clone(&self.library),
            order: Order::Relevance,
            limit: SHOWN,
        };
        match self.text.search(&request) {
            Ok(found) => {
                let near = found.hits.iter().filter(|hit| hit.reach > Reach::Typed).count();
                (found.count, near)
            }
            Err(error) => {
                println!("{error}");
                (0, 0)
            }
        }
    }
}
