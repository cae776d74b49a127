//! What the README says of keys and files is what the program does.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

use std::process::Command;

use assert_cmd::cargo::cargo_bin;
use chancery::brief::Key;

const README: &str = include_str!("../README.md");

#[test]
fn its_keys_are_those_of_the_program() {
    is_output_of("keys");
}

/// Commands of the README that find something in the sample briefs, whoever types them.
const FINDING: &[&str] =
    &["list --country", "queries", "show", "search '", "summary", "agenda", "countries"];

#[test]
fn its_examples_find_something_in_the_sample_briefs() {
    let home = tempfile::tempdir().unwrap();
    let briefs = concat!(env!("CARGO_MANIFEST_DIR"), "/briefs");
    std::os::unix::fs::symlink(briefs, home.path().join("briefs")).unwrap();
    let program = cargo_bin("chancery");
    let path = format!("{}:/usr/bin:/bin", program.parent().unwrap().display());
    let is_finding =
        |line: &&str| FINDING.iter().any(|start| line.starts_with(&format!("chancery {start}")));
    let examples: Vec<&str> = README.lines().filter(is_finding).collect();
    assert!(examples.len() >= FINDING.len(), "{examples:?}");
    for example in examples {
        let mut shell = Command::new("sh");
        shell.env_clear().env("HOME", home.path()).env("PATH", &path);
        let run = shell.current_dir(home.path()).args(["-c", example]).output().unwrap();
        assert!(run.status.success(), "{example}: {}", String::from_utf8_lossy(&run.stderr));
    }
}

#[test]
fn its_queries_are_those_of_the_program() {
    is_output_of("queries");
}

/// Whether the table between `<!-- WORD -->` and `<!-- end of WORD -->` is what the command of that name prints.
fn is_output_of(word: &str) {
    let home = tempfile::tempdir().unwrap();
    let mut program = Command::new(cargo_bin("chancery"));
    program.env_clear().env("HOME", home.path()).current_dir(home.path());
    let run = program.args(["--lang", "en", word, "--format", "markdown"]).output().unwrap();
    let table = String::from_utf8(run.stdout).unwrap();
    let (_, from) = README.split_once(&format!("<!-- {word} -->\n")).unwrap();
    let (written, _) = from.split_once(&format!("<!-- end of {word} -->")).unwrap();
    assert_eq!(written, table, "put the output of `chancery {word} --format markdown` there");
}

#[test]
fn it_names_every_key_of_front_matter() {
    let (_, from) = README.split_once("| Key | What it says |").unwrap();
    let (table, _) = from.split_once("\n\n").unwrap();
    for key in Key::ALL {
        assert!(table.contains(&format!("`{}`", key.name())), "{} is missing", key.name());
    }
}

#[test]
fn the_files_it_leads_to_are_there() {
    let links = README.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let mut count = 0;
    let headings = README.lines().filter_map(|line| line.strip_prefix("## "));
    let anchor =
        |heading: &str| format!("#{}", heading.to_lowercase().replace(',', "").replace(' ', "-"));
    let anchors: Vec<String> = headings.map(anchor).collect();
    for link in links.filter(|link| !link.contains("://")) {
        if link.starts_with('#') {
            assert!(anchors.iter().any(|anchor| anchor == link), "{link} is no heading");
            continue;
        }
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(link);
        assert!(path.is_file(), "{link} is not there");
        count += 1;
    }
    assert!(count > 4, "only {count} links found");
}
