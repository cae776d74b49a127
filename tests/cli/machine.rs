//! The command line on a machine that is not as it should be: hostile content, broken pipes, wrong
//! settings, missing folders; and what it says of itself.

use std::ffi::OsStr;
use std::fs;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::bytes;
use crate::desk::{Desk, Run, failed, found, run};
use crate::pty::Pty;
use portable_pty::CommandBuilder;

/// Nothing that a terminal would act on or not show.
fn assert_harmless(bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let harmful = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\t'))
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
    };
    assert_eq!(text.chars().find(|&c| harmful(c)), None, "{text:?}");
}

/// A run without one variable of the environment.
fn run_without(command: &mut Command, without: &str) -> Run {
    run(command.env_remove(without))
}

#[test]
fn hostile_content_does_nothing_anywhere() {
    let desk = Desk::new();
    let hostile = "\u{1b}]52;c;aGk=\u{7}\u{9b}2J\u{202e}\u{200b}\u{e0041}\u{7f}";
    let name: Vec<u8> =
        [b"x\x1b[2J\n".as_slice(), "\u{202e}".as_bytes(), b"\xff.md".as_slice()].concat();
    let text = format!(
        "# Title {hostile}\n\nText of France {hostile} and of [a]({hostile}).\n\n| a | {hostile} |\n|--|--|\n| 1 | 2 |\n"
    );
    desk.put(OsStr::from_bytes(&name), &text);
    desk.put(
        "front.md",
        format!("+++\nsource = \"{}\"\nkey\u{9b}x = 1\n+++\n{text}", "\\u001b[2J\\u202E"),
    );
    desk.put("dup.md", format!("+++\ntitle = \"{hostile}\"\n+++\n{text}"));
    for line in [
        "list",
        "list --format json",
        "list --format jsonl",
        "list --format tsv",
        "list --format markdown",
        "countries",
        "search text",
        "search text --format tsv",
        "search text --format markdown",
        "summary FR",
        "summary FR --format jsonl",
        "summary FR --format markdown",
        "summary FR --format html",
        "check --all",
        "check --all --format jsonl",
        "show front.md",
        "show front.md --format json --sentences",
        "show front.md --sentences --dates",
        "show front.md --format markdown",
        "show front.md --format html",
        "doctor",
        "index",
    ] {
        let run = desk.command(line.split_whitespace()).output().expect("the program runs");
        assert!(!run.stdout.is_empty(), "{line}");
        assert_harmless(&run.stdout);
        assert_harmless(&run.stderr);
    }
    let shown = run(&mut desk.command([OsStr::new("show"), OsStr::from_bytes(&name)]));
    assert_eq!(shown.code, 0, "{}", shown.stderr);
    for arguments in [
        vec!["show", hostile],
        vec![hostile],
        vec!["list", "--since", hostile],
        vec!["summary", hostile],
        vec!["--config", hostile, "list"],
        vec!["--briefs", hostile, "list"],
        vec!["list", "--format", hostile],
        vec!["man", hostile],
    ] {
        let run = desk.command(&arguments).output().expect("the program runs");
        assert_ne!(run.status.code(), Some(0), "{arguments:?}");
        assert_harmless(&run.stderr);
        assert_eq!(String::from_utf8_lossy(&run.stderr).lines().count(), 1, "{arguments:?}");
    }
}

#[test]
fn a_closed_pipe_is_success() {
    let desk = Desk::new();
    for number in 0..2_000 {
        desk.put(format!("{number}.md"), format!("# Brief {number}\n\nOn France.\n"));
    }
    let mut child = desk
        .command(["list", "--format", "jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut stdout = child.stdout.take().expect("a pipe");
    stdout.read_exact(&mut [0; 10]).expect("a first line");
    drop(stdout);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn errors_are_one_sentence_that_says_what_to_do() {
    let desk = Desk::new();
    let missing = "chancery: nowhere: the briefs folder cannot be opened (no such file or \
        directory); name another with --briefs.\n";
    assert_eq!(desk.run("--briefs nowhere list"), failed(missing));
    let missing = "chancery: nowhere : impossible d'ouvrir le dossier des briefs (no such file or \
        directory) ; indiquez-en un autre avec --briefs.\n";
    assert_eq!(desk.run("--briefs nowhere list --lang fr"), failed(missing));
    for (line, sentence) in [
        ("list --oops", "--oops: no such option or argument here; see --help."),
        ("sing", "sing: no such command; chancery --help lists them all."),
        ("show", "something is missing: <ID|FILE>; see --help."),
        (
            "list --format xml",
            "--format <FORMAT>: \"xml\" is none of its values; write one of text, json, jsonl, tsv, markdown.",
        ),
        (
            "list --as-of 2025-02-30",
            "--as-of: \"2025-02-30\" is no date for it; write a day such as 2025-05-12.",
        ),
        (
            "list --as-of 2025-02",
            "--as-of: \"2025-02\" is no date for it; write a day such as 2025-05-12.",
        ),
        (
            "--config none.toml list",
            "none.toml: no such file; correct the path or make it with chancery init.",
        ),
        ("list --config", "--config <FILE>: a value is missing; write one behind it."),
    ] {
        assert_eq!(desk.run(line), failed(&format!("chancery: {sentence}\n")), "{line}");
    }
}

#[test]
fn without_a_terminal_the_reader_says_so() {
    let desk = Desk::with_briefs();
    for line in ["", "tui"] {
        assert_eq!(desk.run(line), failed("chancery: needs a terminal; try ssh -t.\n"));
    }
    let french = "chancery: il faut un terminal ; essayez ssh -t.\n";
    assert_eq!(desk.run("--lang fr"), failed(french));
}

#[test]
fn settings_are_read_and_wrong_lines_told() {
    let desk = Desk::with_briefs();
    fs::rename(desk.briefs(), desk.place.path().join("notes")).expect("a rename");
    let config = desk.place.path().join(".config/chancery/config.toml");
    let made = format!(
        "{} holds every setting with its default; change what you like.\n\
         {} shows how to add names of countries of your own.\n",
        config.display(),
        config.with_file_name("gazetteer.toml").display()
    );
    assert_eq!(desk.run("init"), found(&made));
    assert_eq!(desk.run("init").code, 2);
    fs::write(
        &config,
        "language = \"fr\"\nbriefs = \"~/notes\"\ncolour = 1\n[keys.global]\n\"x y\" = \"dance\"\n",
    )
    .expect("room");
    let run = desk.run("countries");
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("Biélorussie"), "{}", run.stdout);
    let lines: Vec<&str> = run.stderr.lines().collect();
    assert!(lines[0].contains("config.toml: line 3: \"colour\""), "{lines:?}");
    assert!(lines[1].contains("config.toml: line 5: "), "{lines:?}");
    assert_eq!(lines.len(), 2);
}

#[test]
fn keys_come_from_the_effective_bindings() {
    let desk = Desk::new();
    let config = desk.place.path().join("mine.toml");
    fs::write(&config, "[keys.global]\n\"g k\" = \"down\"\n\"j\" = \"\"\n").expect("room");
    let toml = desk.run("--config mine.toml keys --format toml").stdout;
    assert!(toml.starts_with("[keys.global]\n"), "{toml}");
    assert!(toml.contains("\"g k\" = \"down\"\n") && !toml.contains("\"j\" = "), "{toml}");
    let records: serde_json::Value =
        serde_json::from_str(&desk.run("keys --format json --lang fr").stdout).expect("JSON");
    assert_eq!(records[0]["command"], "down");
    assert_eq!(records[0]["mode"], "global");
    let text = desk.run("keys").stdout;
    assert!(text.starts_with("Moving\nj, down"), "{text}");
}

#[test]
fn doctor_says_what_is_wrong() {
    let desk = Desk::with_briefs();
    let run = desk.run("doctor");
    assert_eq!(run.code, 0, "{}", run.stdout);
    assert!(
        run.stdout.contains("2 briefs (2 unread), 0 related stories, 2 countries."),
        "{}",
        run.stdout
    );
    let run = desk.run("doctor --briefs nowhere");
    assert_eq!(run.code, 1);
    assert!(
        run.stdout.contains("!! nowhere: the briefs folder cannot be opened"),
        "{}",
        run.stdout
    );
    let run = run_without(&mut desk.command(["doctor"]), "HOME");
    assert_eq!(run.code, 1);
    assert!(
        run.stdout.contains("!! HOME is not set; set it, or name a folder with XDG_STATE_HOME."),
        "{}",
        run.stdout
    );
}

#[test]
fn without_a_home_commands_still_answer() {
    let desk = Desk::with_briefs();
    let run = run_without(&mut desk.command(["countries", "--format", "jsonl"]), "HOME");
    assert_eq!(run.code, 0);
    assert_eq!(run.stdout.lines().count(), 2);
    let sentence = "chancery: there is no home folder to keep marks in; set HOME or name a folder \
        with --state.\n";
    assert_eq!(run.stderr, sentence);
    let left: Vec<_> = fs::read_dir(desk.place.path()).expect("the folder").flatten().collect();
    assert_eq!(left.len(), 1, "nothing was written: {left:?}");
}

#[test]
fn the_cache_is_built_and_rebuilt() {
    let desk = Desk::with_briefs();
    for line in ["index", "index --rebuild"] {
        let run = desk.run(line);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""));
        assert!(
            run.stdout.starts_with("2 briefs, 0 related stories, 0 problems, "),
            "{}",
            run.stdout
        );
        assert!(run.stdout.ends_with("the cache holds 2 files.\n"), "{}", run.stdout);
    }
    let empty = Desk::new().run("index");
    assert_eq!((empty.code, empty.stderr.as_str()), (0, ""));
    // A cache that lies there damaged counts as none.
    let cache = desk.place.path().join(".cache/chancery");
    let files = |folder: &Path| fs::read_dir(folder).expect("a folder").flatten();
    let (folders, mut kept): (Vec<PathBuf>, Vec<PathBuf>) =
        files(&cache).map(|file| file.path()).partition(|path| path.is_dir());
    kept.extend(folders.iter().flat_map(|folder| files(folder)).map(|file| file.path()));
    for file in kept {
        fs::write(file, "rubbish").expect("room");
    }
    assert_eq!(desk.run("search minsk --format jsonl").stdout.lines().count(), 1);
    assert_eq!(desk.run("list --format jsonl").stdout.lines().count(), 2);
}

#[test]
fn help_and_scripts_speak_both_languages() {
    let desk = Desk::new();
    let english = desk.run("list --help");
    assert_eq!(english.code, 0);
    assert!(english.stdout.starts_with("List briefs, newest first"), "{}", english.stdout);
    let french = desk.run("list --help --lang fr").stdout;
    assert!(french.contains("Usage : chancery list"), "{french}");
    assert!(french.contains("Seulement les briefs non lus"), "{french}");
    let by_locale = run(desk.command(["--help"]).env("LC_ALL", "fr_FR.UTF-8")).stdout;
    assert!(by_locale.starts_with("Un lecteur de briefs par pays"), "{by_locale}");
    for shell in ["bash", "zsh", "fish"] {
        assert!(desk.run(&format!("completions {shell}")).stdout.contains("chancery"));
    }
    assert!(desk.run("man").stdout.contains(".TH chancery 1"));
    assert!(desk.run("man list").stdout.contains(".TH chancery-list 1"));
    assert_eq!(desk.run("--version"), found("chancery 0.1.0\n"));
}

/// The program in a terminal of 60 columns.
fn on_a_terminal(desk: &Desk, arguments: &[&str], environment: &[(&str, &str)]) -> Pty {
    let mut command = CommandBuilder::new(assert_cmd::cargo::cargo_bin!("chancery"));
    command.env_clear();
    command.env("HOME", desk.place.path());
    command.env("TZ", "UTC");
    for (name, value) in environment {
        command.env(name, value);
    }
    command.cwd(desk.place.path());
    command.args(arguments);
    Pty::spawn(command, (60, 20))
}

/// What `chancery list` writes there.
fn listed(desk: &Desk, environment: &[(&str, &str)]) -> String {
    let mut pty = on_a_terminal(desk, &["list", "--as-of", "2025-01-01"], environment);
    assert_eq!(pty.exit_code(), 0);
    String::from_utf8(pty.output()).expect("UTF-8")
}

#[test]
fn without_a_command_the_reader_opens() {
    let desk = Desk::with_briefs();
    let mut pty = on_a_terminal(&desk, &[], &[]);
    pty.wait_for("Belarus");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
    assert_eq!(pty.settings(), pty.fresh_settings());
}

#[test]
fn the_mouse_is_taken_only_when_asked_for_and_left_to_the_sheet() {
    let desk = Desk::with_briefs();
    let mut pty = on_a_terminal(&desk, &[], &[]);
    pty.wait_for("Belarus");
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
    assert!(!pty.wrote("?1000") && !pty.wrote("?1006"));

    fs::write(desk.place.path().join("settings.toml"), "mouse = true\n").expect("room");
    let mut pty = on_a_terminal(&desk, &["--config", "settings.toml"], &[]);
    pty.wait_for("Belarus");
    pty.wait_for_bytes("\x1b[?1000h\x1b[?1006h");
    // On the row under the cursor: all briefs.
    pty.press("\x1b[<0;5;3M\x1b[<0;5;3m");
    pty.wait_for("A visit to Minsk");
    pty.press("\r");
    pty.wait_for("The ministers met");
    assert!(!pty.wrote("?1000l"));
    pty.press("Y");
    pty.wait_for_bytes("\x1b[?1006l\x1b[?1000l");
    let before = pty.output().len();
    pty.press("q");
    pty.wait_for("copy");
    let since = pty.output().split_off(before);
    assert!(String::from_utf8_lossy(&since).contains("?1000h"));
    pty.press("ZZ");
    assert_eq!(pty.exit_code(), 0);
    assert_eq!(bytes::left_on(&pty.output()), Vec::<String>::new());
    assert_eq!(bytes::faults(&pty.output()), Vec::<String>::new());
}

#[test]
fn on_a_terminal_lines_fit_and_hold_nothing_but_bold_and_faint() {
    let desk = Desk::with_briefs();
    desk.put("long.md", format!("# {}\n\nOn France, \u{1b}[2J.\n", "A title 外交 ".repeat(20)));
    let written = listed(&desk, &[]);
    let mut plain = written.clone();
    for style in ["\u{1b}[1m", "\u{1b}[2m", "\u{1b}[0m"] {
        assert!(plain.contains(style), "{written:?}");
        plain = plain.replace(style, "");
    }
    assert!(!plain.contains('\u{1b}'), "{written:?}");
    assert_eq!(plain.lines().count(), 4, "{plain}");
    for line in plain.lines() {
        assert!(chancery::text::width::width(line) < 60, "{line}");
    }
    assert!(plain.contains('…'), "{plain}");
    let plain = listed(&desk, &[("NO_COLOR", "1")]);
    assert!(!plain.contains('\u{1b}'), "{plain:?}");
}
