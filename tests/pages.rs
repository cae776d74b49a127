//! The country pages of the repository's own briefs: what must hold of every line of every page.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

use std::collections::HashSet;

use assert_cmd::Command;
use serde_json::Value;

const AS_OF: &str = "2025-10-13";

/// The records that a command prints about a folder of briefs.
fn records(briefs: &str, arguments: &[&str]) -> Vec<Value> {
    let state = tempfile::tempdir().unwrap();
    let mut command = Command::cargo_bin("chancery").unwrap();
    command.args(["--briefs", briefs, "--as-of", AS_OF, "--state"]).arg(state.path());
    command.arg("--cache").arg(state.path().join("cache")).args(arguments);
    let output = command.args(["--format", "jsonl"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Every page, in one language of the interface.
fn pages(language: &str) -> Vec<(String, Vec<Value>)> {
    let countries = records("briefs", &["countries"]);
    let codes = countries.iter().map(|country| country["code"].as_str().unwrap().to_owned());
    // Every third page is enough to hold all kinds of lines, and keeps the test short.
    codes
        .step_by(3)
        .map(|code| {
            let page = records("briefs", &["--lang", language, "summary", &code]);
            (code, page)
        })
        .collect()
}

/// Runs of digits.
fn numbers(text: &str) -> HashSet<String> {
    let joined = text.replace(['\u{a0}', '\u{202f}'], "");
    joined
        .split(|c: char| !c.is_ascii_digit())
        .filter(|number| !number.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Small numbers that a sentence may spell out.
fn is_spelt(number: &str, sentence: &str) -> bool {
    const SPELT: [(&str, &[&str]); 12] = [
        ("1", &["un", "one", "a"]),
        ("2", &["deux", "two"]),
        ("3", &["trois", "three"]),
        ("4", &["quatre", "four"]),
        ("5", &["cinq", "five"]),
        ("6", &["six"]),
        ("7", &["sept", "seven"]),
        ("8", &["huit", "eight"]),
        ("9", &["neuf", "nine"]),
        ("10", &["dix", "ten"]),
        ("11", &["onze", "eleven"]),
        ("12", &["douze", "twelve"]),
    ];
    let sentence = sentence.to_lowercase();
    let words: HashSet<&str> = sentence.split(|c: char| !c.is_alphanumeric()).collect();
    let names = SPELT.iter().find(|(digits, _)| *digits == number).map(|(_, names)| *names);
    names.is_some_and(|names| names.iter().any(|name| words.contains(name)))
}

#[test]
fn every_citation_is_exact_and_holds_the_numbers_of_its_line() {
    let mut lines = 0;
    for (code, page) in pages("fr").into_iter().chain(pages("en")) {
        for line in page.iter().filter(|line| line["section"] != "partners") {
            lines += 1;
            let text = line["text"].as_str().unwrap();
            let citations = line["citations"].as_array().unwrap();
            assert!(!citations.is_empty(), "{code}: {text}");
            for citation in citations {
                let file = citation["file"].as_str().unwrap();
                let decoded = std::fs::read_to_string(format!("briefs/{file}")).unwrap();
                let place = |key: &str| usize::try_from(citation[key].as_u64().unwrap()).unwrap();
                let sentence = citation["sentence"].as_str().unwrap();
                assert_eq!(decoded.get(place("start")..place("end")), Some(sentence), "{file}");
                let joined = sentence.replace(char::is_whitespace, "");
                for number in numbers(text) {
                    assert!(
                        joined.contains(&number) || is_spelt(&number, sentence),
                        "{code}: {number} of {text:?} is not in {sentence:?}"
                    );
                }
            }
        }
    }
    assert!(lines > 400, "{lines} lines");
}

/// The pairs of neighbouring words of a text.
fn pairs(text: &str) -> HashSet<(String, String)> {
    let text = text.to_lowercase();
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    words.windows(2).map(|pair| (pair[0].to_owned(), pair[1].to_owned())).collect()
}

#[test]
fn hardly_two_lines_of_a_page_say_the_same() {
    let (mut all, mut near) = (0, 0);
    for (_, page) in pages("fr") {
        let lines = page.iter().filter(|line| line["section"] != "partners");
        let lines: Vec<_> = lines.map(|line| pairs(line["text"].as_str().unwrap())).collect();
        for (place, one) in lines.iter().enumerate() {
            for other in &lines[place + 1..] {
                let shared = one.intersection(other).count();
                all += 1;
                near += usize::from(2 * shared >= one.len() + other.len() - shared && shared > 0);
            }
        }
    }
    assert!(100 * near <= all, "{near} of {all} pairs");
}

#[test]
fn files_in_another_order_give_the_same_bytes() {
    let copied = tempfile::tempdir().unwrap();
    let mut files: Vec<_> = ["belarus", "viet-nam"]
        .iter()
        .flat_map(|folder| std::fs::read_dir(format!("briefs/{folder}")).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    let page = |order: Vec<std::path::PathBuf>| {
        let folder = tempfile::tempdir_in(copied.path()).unwrap();
        for file in order {
            std::fs::copy(&file, folder.path().join(file.file_name().unwrap())).unwrap();
        }
        records(folder.path().to_str().unwrap(), &["summary", "BY"])
    };
    let straight = page(files.clone());
    files.reverse();
    assert!(!straight.is_empty());
    assert_eq!(straight, page(files));
}
