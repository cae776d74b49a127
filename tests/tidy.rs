//! The house rules that no tool knows: every file says what it is for, none is too long, none is
//! left behind, and nothing leads to the machine it was written on.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

#[path = "support/sources.rs"]
mod sources;

/// Lines of a file; functions have their limit in `clippy.toml`.
const LONGEST: usize = 400;

/// Where sources of ours are.
const FOLDERS: [&str; 4] = ["src", "tests", "examples", "fuzz/targets"];

/// What a file must not hold, spelt so that this one does not.
const UNWANTED: [&str; 8] = [
    concat!("todo", "!("),
    concat!("unimplemented", "!("),
    concat!("dbg", "!("),
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
    concat!("/tm", "p/"),
];

fn check(folder: &str, fault: impl Fn(&str, &str) -> Option<String>) {
    let files = sources::rust_files(folder);
    assert!(!files.is_empty(), "no files in {folder}");
    let faults: Vec<String> = files
        .iter()
        .filter_map(|(path, text)| Some(format!("{path}: {}", fault(path, text)?)))
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    let fault = |_: &str, text: &str| {
        let opens = text.strip_prefix("//! ").is_some_and(|rest| !rest.starts_with('\n'));
        (!opens).then(|| "opens with `//!` and what it is for".to_owned())
    };
    for folder in FOLDERS {
        check(folder, fault);
    }
}

#[test]
fn no_file_is_too_long() {
    let fault = |_: &str, text: &str| {
        let lines = text.lines().count();
        (lines > LONGEST).then(|| format!("{lines} lines, {LONGEST} at most"))
    };
    for folder in FOLDERS {
        check(folder, fault);
    }
}

#[test]
fn nothing_is_left_undone_and_no_machine_is_named() {
    let fault = |_: &str, text: &str| {
        let found = UNWANTED.iter().find(|unwanted| text.contains(**unwanted))?;
        Some(format!("holds {found:?}"))
    };
    for folder in FOLDERS {
        check(folder, fault);
    }
}

/// A file that no module declares is not compiled, and nobody notices.
#[test]
fn every_file_is_part_of_the_crate() {
    let files = sources::rust_files("src");
    let is_declared = |path: &str| {
        let inside = path.strip_prefix("src/").unwrap().trim_end_matches("/mod.rs");
        let inside = inside.trim_end_matches(".rs");
        let (above, name) = inside.rsplit_once('/').unwrap_or(("", inside));
        let parents = match above {
            "" => vec!["src/lib.rs".to_owned()],
            above => vec![format!("src/{above}/mod.rs"), format!("src/{above}.rs")],
        };
        let declaration = format!("mod {name};");
        let declares = |text: &str| text.lines().any(|line| line.ends_with(&declaration));
        files.iter().any(|(path, text)| parents.contains(path) && declares(text))
    };
    let roots = ["src/lib.rs", "src/main.rs"];
    check("src", |path, _| {
        let is_part = roots.contains(&path) || is_declared(path);
        (!is_part).then(|| "is declared by no module".to_owned())
    });
}
