//! Writes a corpus of made-up briefs, to measure the reader with: French and English, Markdown
//! and raw dispatches, filed in a folder for each country.
//!
//! `cargo run --release --example corpus -- COUNT DIR [SEED]`
//!
//! The same seed gives the same bytes, and a larger corpus begins with the smaller one. Nothing
//! in it is news and nobody in it exists: countries, offices and figures are drawn by lot.
#![allow(clippy::disallowed_methods, reason = "a tool outside the layers: it writes files itself")]

mod draw;
mod markdown;
mod raw;
mod scene;
mod vocabulary;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use draw::Draw;
use scene::Scene;
use vocabulary::Vocabulary;

const USAGE: &str = "usage: cargo run --release --example corpus -- COUNT DIR [SEED]
  COUNT  how many briefs to write, 1 to 9999999
  DIR    a folder that is empty or does not exist yet
  SEED   a whole number, 1 unless given; the same seed gives the same bytes";

/// Of 100 briefs, how many are raw dispatches; the others are Markdown.
const RAW_PERCENT: u64 = 60;

/// What the command line asks for.
struct Request {
    count: u32,
    folder: PathBuf,
    seed: u64,
}

/// One file of the corpus.
struct Document {
    /// Without its country folder.
    name: String,
    bytes: Vec<u8>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = Request::read(&arguments).and_then(|request| write_corpus(&request));
    let (code, message) = match outcome {
        Ok(report) => (ExitCode::SUCCESS, report),
        Err(problem) => (ExitCode::from(2), format!("corpus: {problem}")),
    };
    // Nothing is left to do where standard error is closed.
    let _ = writeln!(io::stderr(), "{message}");
    code
}

impl Request {
    fn read(arguments: &[String]) -> Result<Self, String> {
        let (count, folder, seed) = match arguments {
            [count, folder] => (count, folder, "1"),
            [count, folder, seed] => (count, folder, seed.as_str()),
            _ => return Err(format!("a count and a folder are needed\n{USAGE}")),
        };
        let count = count
            .parse()
            .ok()
            .filter(|count| (1..10_000_000).contains(count))
            .ok_or_else(|| format!("\"{count}\" is not a count\n{USAGE}"))?;
        let seed = seed.parse().map_err(|_| format!("\"{seed}\" is not a seed\n{USAGE}"))?;
        Ok(Self { count, folder: folder.into(), seed })
    }
}

/// Writes every brief; returns what it wrote in one sentence.
fn write_corpus(request: &Request) -> Result<String, String> {
    let vocabulary = Vocabulary::load()?;
    require_empty(&request.folder)?;
    let mut bytes = 0;
    for number in 1..=request.count {
        let mut draw = Draw::new(request.seed, number);
        let scene = Scene::new(&vocabulary, &mut draw)
            .ok_or("examples/corpus/countries.toml names fewer than three countries: add some")?;
        let document = document(number, &scene, &mut draw);
        let folder = request.folder.join(scene.main_country().folder());
        fs::create_dir_all(&folder).map_err(|error| said_of(&folder, &error))?;
        let path = folder.join(&document.name);
        fs::write(&path, &document.bytes).map_err(|error| said_of(&path, &error))?;
        bytes += document.bytes.len();
    }
    let Request { count, folder, seed } = request;
    Ok(format!("{count} briefs, {} kB, seed {seed}, in {}", bytes / 1000, folder.display()))
}

/// Refuses a folder with anything in it: a corpus on top of another would be neither.
fn require_empty(folder: &Path) -> Result<(), String> {
    match fs::read_dir(folder).map(|mut entries| entries.next().is_none()) {
        Ok(true) => Ok(()),
        Ok(false) => {
            Err(format!("{} is not empty: name another folder or empty it", folder.display()))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(said_of(folder, &error)),
    }
}

/// An error of the file system with the path that it is about.
fn said_of(path: &Path, error: &io::Error) -> String {
    format!("{}: {error}", path.display())
}

/// One brief. Its name begins with the date half of the time, as newsrooms do.
fn document(number: u32, scene: &Scene<'_>, draw: &mut Draw) -> Document {
    let day = scene.day;
    let dated = if draw.percent(50) { format!("{day}-") } else { String::new() };
    let codes = scene.codes().join("-").to_ascii_lowercase();
    let (extension, bytes) = if draw.percent(RAW_PERCENT) {
        let text = raw::dispatch(scene, draw);
        ("txt", if draw.percent(2) { latin_1(&text) } else { text.into_bytes() })
    } else {
        ("md", markdown::brief(number, scene, draw).into_bytes())
    };
    Document { name: format!("{dated}{codes}-{number:07}.{extension}"), bytes }
}

/// The text in ISO 8859-1, as old systems still send it; what that cannot hold becomes `?`.
fn latin_1(text: &str) -> Vec<u8> {
    text.chars().map(|letter| u8::try_from(letter).unwrap_or(b'?')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(seed: u64, number: u32) -> Document {
        let vocabulary = Vocabulary::load().expect("the files beside this one");
        let mut draw = Draw::new(seed, number);
        let scene = Scene::new(&vocabulary, &mut draw).expect("countries enough");
        document(number, &scene, &mut draw)
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes() {
        let (one, again, other) = (sample(7, 3), sample(7, 3), sample(8, 3));
        assert_eq!((&one.name, &one.bytes), (&again.name, &again.bytes));
        assert_ne!(one.bytes, other.bytes);
    }

    #[test]
    fn every_slot_is_filled_and_every_length_is_kept() {
        for number in 1..=300 {
            let text = String::from_utf8_lossy(&sample(1, number).bytes).into_owned();
            assert!(!text.contains(['{', '}']), "brief {number}: {text}");
            assert!(text.split_whitespace().count() >= 150, "brief {number}: {text}");
        }
    }

    #[test]
    fn a_wrong_command_line_says_how_to_write_it() {
        for arguments in [&[][..], &["20"], &["0", "d"], &["20", "d", "-1"], &["1", "d", "1", "1"]]
        {
            let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
            let problem = Request::read(&arguments).err().expect("an error");
            assert!(problem.contains("COUNT DIR [SEED]"), "{problem}");
        }
    }
}
