//! The command line as a script or a person meets it: exact output, exit codes, hostile content.

#![allow(
    clippy::expect_used,
    clippy::naive_bytecount,
    reason = "the helpers of a test may fail it; its output is short"
)]

use std::ffi::OsStr;
use std::fs;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use assert_cmd::cargo::cargo_bin;

const MINSK: &str = "+++\ntitle = \"A visit to Minsk\"\ndate = 2024-03-05\ncountries = [\"BY\", \"KZ\"]\n\
    source = \"Desk\"\ntags = [\"trade\", \"visit\"]\n+++\nThe ministers met in Minsk on 4 March 2024. They spoke of trade.\n";
const ASTANA: &str = "+++\ntitle = \"Commerce avec Astana\"\ndate = \"2023-11\"\ncountries = [\"KZ\"]\n\
    source = \"Bureau\"\n+++\nLe commerce avec le Kazakhstan a augmenté de 12 % en 2023.\n";

/// A reader's folders, and nothing of the machine around them.
struct Desk {
    place: tempfile::TempDir,
}

/// What a run left.
#[derive(Debug, PartialEq, Eq)]
struct Run {
    code: i32,
    stdout: String,
    stderr: String,
}

impl Desk {
    fn new() -> Self {
        let place = tempfile::tempdir().expect("a folder");
        fs::create_dir(place.path().join("briefs")).expect("a folder");
        Self { place }
    }

    /// A desk with two briefs.
    fn with_briefs() -> Self {
        let desk = Self::new();
        desk.put("belarus/minsk.md", MINSK);
        desk.put("astana.md", ASTANA);
        desk
    }

    fn briefs(&self) -> PathBuf {
        self.place.path().join("briefs")
    }

    fn put(&self, path: impl AsRef<Path>, text: impl AsRef<[u8]>) {
        let path = self.briefs().join(path);
        fs::create_dir_all(path.parent().expect("a folder above")).expect("folders");
        fs::write(&path, text).expect("room");
    }

    fn command(&self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
        let mut command = Command::new(cargo_bin!("chancery"));
        command
            .env_clear()
            .env("HOME", self.place.path())
            .env("TZ", "UTC")
            .env("LANG", "en_GB.UTF-8")
            .current_dir(self.place.path())
            .stdin(Stdio::null())
            .args(arguments);
        command
    }

    fn run(&self, line: &str) -> Run {
        run(&mut self.command(line.split_whitespace()))
    }
}

fn run(command: &mut Command) -> Run {
    let output = command.output().expect("the program runs");
    Run {
        code: output.status.code().expect("an exit code"),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// A run that found something and complained of nothing.
fn found(stdout: &str) -> Run {
    Run { code: 0, stdout: stdout.to_owned(), stderr: String::new() }
}

fn failed(stderr: &str) -> Run {
    Run { code: 2, stdout: String::new(), stderr: stderr.to_owned() }
}

fn json(run: &Run) -> Vec<serde_json::Value> {
    run.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// The names of a record's fields in their order.
fn fields(line: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let mut names = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(['{', '}', '[', ']', '"']) {
        let (mark, behind) = rest[at..].split_at(1);
        rest = behind;
        match mark {
            "{" | "[" => depth += 1,
            "}" | "]" => depth -= 1,
            _ => {
                let end = rest.find('"').expect("no quotes within these texts");
                let (text, behind) = rest.split_at(end);
                rest = &behind[1..];
                if depth == 1 && rest.starts_with(':') {
                    names.push(text.to_owned());
                }
            }
        }
    }
    names
}

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

#[test]
fn list_for_a_person() {
    let desk = Desk::with_briefs();
    let expected = "   Date        Countries  Title                 Source  File\n\
        •  5 Mar 2024  BY KZ      A visit to Minsk      Desk    belarus/minsk.md\n\
        •  Nov 2023    KZ         Commerce avec Astana  Bureau  astana.md\n";
    assert_eq!(desk.run("list --as-of 2025-01-01"), found(expected));
    let expected = "   Date        Pays   Titre                 Source  Fichier\n\
        •  05/03/2024  BY KZ  A visit to Minsk      Desk    belarus/minsk.md\n\
        •  11/2023     KZ     Commerce avec Astana  Bureau  astana.md\n";
    assert_eq!(desk.run("--lang fr list --as-of 2025-01-01"), found(expected));
}

#[test]
fn list_for_a_script() {
    let desk = Desk::with_briefs();
    let run = desk.run("list --format jsonl");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let names = "id file part title title_basis date first_seen source source_url author language \
        countries parent status words read starred tags";
    let first = run.stdout.lines().next().expect("a line");
    assert_eq!(fields(first), names.split_whitespace().collect::<Vec<_>>());
    let records = json(&run);
    let minsk = &records[0];
    assert_eq!(minsk["file"], "belarus/minsk.md");
    assert_eq!(minsk["part"], 0);
    assert_eq!(minsk["title_basis"], "stated");
    assert_eq!(
        minsk["date"],
        serde_json::json!({"value": "2024-03-05", "precision": "day", "basis": "stated"})
    );
    assert_eq!(minsk["countries"], serde_json::json!(["BY", "KZ"]));
    assert_eq!(minsk["status"], "current");
    assert_eq!((&minsk["read"], &minsk["starred"]), (&false.into(), &false.into()));
    let seen = minsk["first_seen"].as_str().expect("a moment");
    assert!(seen.starts_with("20") && seen.ends_with('Z') && &seen[10..11] == "T", "{seen}");
    assert_eq!(records[1]["date"]["precision"], "month");
    // The day of the first look is state: it does not change.
    assert_eq!(json(&desk.run("list --format jsonl"))[0]["first_seen"], *seen);
    let array: serde_json::Value =
        serde_json::from_str(&desk.run("list --format json").stdout).expect("JSON");
    assert_eq!(array.as_array().map(Vec::len), Some(2));
}

#[test]
fn list_narrowed_down() {
    let desk = Desk::with_briefs();
    let files = |line: &str| -> Vec<String> {
        let records = json(&desk.run(line));
        records.iter().map(|r| r["file"].as_str().expect("a file").to_owned()).collect()
    };
    assert_eq!(files("list --format jsonl --country bielorussie"), ["belarus/minsk.md"]);
    assert_eq!(files("list --format jsonl --since 2024-01"), ["belarus/minsk.md"]);
    assert_eq!(files("list --format jsonl augmente"), ["astana.md"]);
    assert_eq!(files("list --format jsonl --unread").len(), 2);
    let nothing =
        Run { code: 1, stdout: String::new(), stderr: "chancery: Nothing found.\n".into() };
    assert_eq!(desk.run("list --starred"), nothing);
    assert_eq!(desk.run("list zanzibar"), nothing);
}

#[test]
fn tables_of_other_kinds() {
    let desk = Desk::with_briefs();
    desk.put(
        "tab.md",
        "+++\ntitle = \"a | b\\tc\"\ndate = 2020-01-01\ncountries = [\"FR\"]\n+++\nText.\n",
    );
    let tsv = desk.run("list --format tsv").stdout;
    let rows: Vec<Vec<&str>> = tsv.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows.len(), 4);
    assert!(rows.iter().all(|row| row.len() == 18), "{tsv}");
    assert_eq!((rows[0][5], rows[1][5], rows[1][11]), ("date", "2024-03-05", "BY KZ"));
    assert_eq!(rows[3][3], "a | b c");
    let markdown = desk.run("list --format markdown --as-of 2025-01-01").stdout;
    assert!(markdown.contains("| a \\| b c |"), "{markdown}");
}

#[test]
fn countries_by_name() {
    let desk = Desk::with_briefs();
    let expected = "Country     Code  Briefs  Unread  Latest\n\
        Belarus     BY         1       1  5 Mar 2024\n\
        Kazakhstan  KZ         2       2  5 Mar 2024\n";
    assert_eq!(desk.run("countries --as-of 2025-01-01"), found(expected));
    let expected = "{\"code\":\"BY\",\"name\":\"Biélorussie\",\"briefs\":1,\"unread\":1,\"latest\":\"2024-03-05\"}\n\
        {\"code\":\"KZ\",\"name\":\"Kazakhstan\",\"briefs\":2,\"unread\":2,\"latest\":\"2024-03-05\"}\n";
    assert_eq!(desk.run("countries --format jsonl --lang fr"), found(expected));
}

#[test]
fn show_by_id_path_and_name() {
    let desk = Desk::with_briefs();
    let shown = desk.run("show belarus/minsk.md");
    let expected = "A visit to Minsk\n================\nSource: Desk\nDate: 5 March 2024\n\
        Countries: Belarus, Kazakhstan\nTags: trade, visit\nFile: belarus/minsk.md\n\n\
        The ministers met in Minsk on 4 March 2024. They spoke of trade.\n";
    assert_eq!(shown, found(expected));
    let id = json(&desk.run("list --format jsonl"))[0]["id"].as_str().expect("an id").to_owned();
    assert_eq!(desk.run(&format!("show {id}")), shown);
    assert_eq!(desk.run("show minsk.md"), shown);
    assert_eq!(desk.run("show briefs/belarus/minsk.md"), shown);
    assert_eq!(desk.run("show belarus/minsk.md#0"), shown);
    let absolute = desk.briefs().join("belarus/minsk.md");
    assert_eq!(run(&mut desk.command([OsStr::new("show"), absolute.as_os_str()])), shown);
    desk.put("other/minsk.md", MINSK);
    let several = "chancery: minsk.md: several files have this name (belarus/minsk.md, \
        other/minsk.md); write the path below the briefs folder.\n";
    assert_eq!(desk.run("show minsk.md"), failed(several));
    let nothing = desk.run("show ../minsk.md");
    assert_eq!(nothing.code, 1);
    assert!(nothing.stderr.starts_with("chancery: ../minsk.md: no brief has this id"));
}

#[test]
fn show_for_a_script() {
    let desk = Desk::with_briefs();
    let run = desk.run("show minsk.md --format json --sentences --dates");
    let names = "id file part title title_basis date first_seen source source_url author language \
        countries parent status words read starred tags body related dropped sentences dates \
        evidence diagnostics classification embargo replaces";
    assert_eq!(fields(&run.stdout), names.split_whitespace().collect::<Vec<_>>());
    let record = &json(&run)[0];
    let sentences = record["sentences"].as_array().expect("sentences");
    assert_eq!(sentences.len(), 2);
    for sentence in sentences {
        let place = |name: &str| {
            usize::try_from(sentence[name].as_u64().expect("a number")).expect("a place")
        };
        assert_eq!(MINSK[place("start")..place("end")], *sentence["text"].as_str().expect("words"));
    }
    assert_eq!(record["dates"][0]["value"], "2024-03-04");
    assert_eq!(record["dates"][0]["text"], "4 March 2024");
    assert_eq!(record["evidence"][0]["place"], "front-matter");
    let bare = desk.run("show minsk.md --format json");
    assert!(!fields(&bare.stdout).iter().any(|name| name == "sentences" || name == "dates"));
}

#[test]
fn related_stories_stand_apart() {
    let desk = Desk::new();
    desk.put(
        "visite.txt",
        "Visite officielle à Minsk\n\nMinsk, 4 mars 2024 - Le ministre est arrivé à Minsk pour une \
         visite de deux jours consacrée au commerce entre les deux pays.\n\nVoir plus\n\n\
         Le Laos accueille une réunion\n\nVientiane accueille en avril une réunion sur le Mékong, \
         selon le ministère laotien des Affaires étrangères.\n",
    );
    let records = json(&desk.run("list --format jsonl"));
    assert_eq!(records.len(), 2, "{records:?}");
    assert_eq!(records[1]["parent"], records[0]["id"]);
    assert_eq!(records[1]["part"], 1);
    let shown = json(&desk.run("show visite.txt#1 --format json"));
    assert_eq!(shown[0]["id"], records[1]["id"]);
    let parent = json(&desk.run("show visite.txt --format json"));
    assert_eq!(parent[0]["related"][0], records[1]["id"]);
}

#[test]
fn search_shows_the_place() {
    let desk = Desk::with_briefs();
    let run = desk.run("search --format jsonl AUGMENTE");
    let names = "id file title date countries score snippet highlights";
    assert_eq!(fields(&run.stdout), names.split_whitespace().collect::<Vec<_>>());
    let record = &json(&run)[0];
    let snippet = record["snippet"].as_str().expect("words");
    let bound = |at: usize| {
        let number = record["highlights"][0][at].as_u64().expect("a number");
        usize::try_from(number).expect("a place")
    };
    assert_eq!(&snippet[bound(0)..bound(1)], "augmenté");
    let expected = "Commerce avec Astana  Nov 2023  KZ  astana.md\n    \
        Le commerce avec le Kazakhstan a augmenté de 12 % en 2023.\n";
    assert_eq!(desk.run("search augmente --as-of 2025-01-01"), found(expected));
    assert_eq!(desk.run("search zanzibar").code, 1);
}

#[test]
fn summary_cites_exact_slices() {
    let desk = Desk::with_briefs();
    let run = desk.run("summary Kazakhstan --format jsonl --as-of 2025-01-01");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let names = "country with section text value unit status date citations as_of";
    for line in run.stdout.lines() {
        assert_eq!(fields(line), names.split_whitespace().collect::<Vec<_>>());
    }
    for record in json(&run) {
        for citation in record["citations"].as_array().expect("citations") {
            let file = desk.briefs().join(citation["file"].as_str().expect("a file"));
            let text = fs::read_to_string(file).expect("the file");
            let place = |name: &str| {
                usize::try_from(citation[name].as_u64().expect("a number")).expect("a place")
            };
            let sentence = citation["sentence"].as_str().expect("words");
            assert_eq!(&text[place("start")..place("end")], sentence);
        }
    }
    let page = desk.run("summary kazakhstan --as-of 2025-01-01").stdout;
    assert!(page.starts_with("Kazakhstan, As of 1 January 2025\n"), "{page}");
    let short = desk.run("summary KZ --format jsonl --lines 1");
    assert_eq!(short.stdout.lines().count(), 1);
    assert_eq!(json(&desk.run("summary KZ --with BY --format jsonl"))[0]["with"], "BY");
    assert_eq!(desk.run("summary FR").code, 1);
    let unknown = "chancery: \"Atlantis\" is no country known here; write a name or an ISO code, as \
        chancery countries lists them.\n";
    assert_eq!(desk.run("summary Atlantis"), failed(unknown));
}

#[test]
fn check_names_file_and_line() {
    let desk = Desk::with_briefs();
    assert_eq!(desk.run("check"), found("No problems.\n"));
    desk.put("bad.md", "+++\ntitle = \"T\"\ncolour = 3\n+++\nText about France.\n");
    let problem = "bad.md:3: unknown key \"colour\"; remove or correct it.\n";
    assert_eq!(desk.run("check"), Run { code: 1, ..found(problem) });
    assert_eq!(
        desk.run("check --all").stdout.lines().next(),
        Some("bad.md: no date stands in the text; add date.")
    );
    let record = &json(&desk.run("check --format jsonl"))[0];
    assert_eq!((&record["line"], &record["problem"]), (&3.into(), &"unknown-key".into()));
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
        assert_eq!(run.stderr.iter().filter(|&&byte| byte == b'\n').count(), 1, "{arguments:?}");
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
        "{} holds every setting with its default; change what you like.\n",
        config.display()
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

/// A run without one variable of the environment.
fn run_without(command: &mut Command, without: &str) -> Run {
    run(command.env_remove(without))
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
    // A cache that lies there damaged counts as none.
    let cache = desk.place.path().join(".cache/chancery");
    for file in fs::read_dir(cache).expect("the cache").flatten() {
        fs::write(file.path(), "rubbish").expect("room");
    }
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
