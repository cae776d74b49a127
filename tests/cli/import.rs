//! `chancery import` as a newsroom meets it: which files are there afterwards, and what is said.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Stdio;

use crate::desk::{Desk, Run, found, json, run};

/// In the shape of a page as scraped: a repeated menu, a dateline, a related story.
const VISIT: &str = "Visite officielle à Minsk\n\nMinsk, 4 mars 2024 - Le ministre est arrivé à \
    Minsk pour une visite de deux jours consacrée au commerce entre les deux pays.\n\nLa \
    délégation a visité une usine et deux écoles, selon le ministère.\n\nVoir plus\n\nLe Laos \
    accueille une réunion\n\nVientiane accueille en avril une réunion sur le Mékong, selon le \
    ministère laotien des Affaires étrangères.\n";
const LEAD: &str = "Le Kazakhstan a ouvert une ligne ferroviaire vers la Chine, selon Astana.\n";

/// The names in a folder, hidden ones too.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"))
        .collect();
    names.sort();
    names
}

/// A desk with a folder of raw files beside its briefs.
fn inbox(files: &[(&str, &[u8])]) -> Desk {
    let desk = Desk::new();
    for (name, bytes) in files {
        desk.put(Path::new("../inbox").join(name), bytes);
    }
    desk
}

#[test]
fn a_dispatch_becomes_a_brief_and_its_related_story_another() {
    let desk = inbox(&[("visite.txt", VISIT.as_bytes())]);
    let said = "briefs/2024-03-04-visite-officielle-a-minsk.md: imported from inbox/visite.txt.\n\
        briefs/le-laos-accueille-une-reunion.md: imported from inbox/visite.txt.\n\
        2 briefs imported, 0 already there, 0 files with problems.\n";
    assert_eq!(desk.run("import inbox/visite.txt"), found(said));
    let files = ["2024-03-04-visite-officielle-a-minsk.md", "le-laos-accueille-une-reunion.md"];
    assert_eq!(names(&desk.briefs()), files);
    let records = json(&desk.run("list --format jsonl"));
    let visit = &records[0];
    assert_eq!(visit["title"], "Visite officielle à Minsk");
    assert_eq!(
        (&visit["date"]["value"], &visit["date"]["basis"]),
        (&"2024-03-04".into(), &"file".into())
    );
    assert_eq!(visit["countries"], serde_json::json!(["BY"]));
    let (parent, child) = (&records[0]["id"], records[1]["id"].as_str().expect("an id"));
    assert!(child.starts_with(&format!("{}/", parent.as_str().expect("an id"))));
    assert_eq!(desk.run("check").code, 0);
}

#[test]
fn nothing_is_imported_twice_nor_written_over() {
    let desk = inbox(&[("visite.txt", VISIT.as_bytes())]);
    desk.run("import inbox");
    let before = names(&desk.briefs());
    let again = "inbox/visite.txt: already there as briefs/2024-03-04-visite-officielle-a-minsk.md.\n\
        inbox/visite.txt: already there as briefs/le-laos-accueille-une-reunion.md.\n\
        0 briefs imported, 2 already there, 0 files with problems.\n";
    assert_eq!(desk.run("import inbox"), found(again));
    // The same words with other line ends, and from standard input.
    desk.put("../inbox/visite.txt", VISIT.replace('\n', "\r\n"));
    assert_eq!(desk.run("import inbox"), found(again));
    // Another text under the same title and day.
    let other = VISIT.replace("deux écoles", "trois écoles");
    desk.put("../inbox/visite.txt", &other);
    let run = desk.run("import inbox");
    assert!(
        run.stdout.starts_with("briefs/2024-03-04-visite-officielle-a-minsk-2.md: "),
        "{run:?}"
    );
    assert_eq!(names(&desk.briefs()).len(), before.len() + 1);
    // A brief that was moved and edited is known by its id.
    let brief = desk.briefs().join(&before[0]);
    let text = fs::read_to_string(&brief).expect("the brief").replace("usine", "fabrique");
    fs::remove_file(&brief).expect("the brief");
    desk.put("minsk/visite.md", text);
    desk.put("../inbox/visite.txt", VISIT);
    let run = desk.run("import inbox");
    assert!(run.stdout.starts_with("inbox/visite.txt: already there as briefs/minsk/visite.md.\n"));
}

#[test]
fn one_title_many_times_over_gives_a_file_each() {
    let desk = Desk::new();
    for number in 0..40 {
        let text =
            format!("Point de presse\n\n{LEAD}\nLa séance a duré {number} minutes à Astana.\n");
        desk.put(format!("../inbox/{number}.txt"), text);
    }
    assert_eq!(desk.run("import inbox").code, 0);
    let files = names(&desk.briefs());
    assert_eq!(files.len(), 40);
    assert!(
        ["", "-2", "-40"].iter().all(|end| files.contains(&format!("point-de-presse{end}.md")))
    );
    // Raw briefs of the folder that say the same each keep their own id.
    desk.put("a.txt", format!("Point de presse\n\n{LEAD}"));
    desk.put("b.txt", format!("Point de presse\n\n{LEAD}"));
    assert!(
        desk.run("import briefs")
            .stdout
            .ends_with("2 briefs imported, 0 already there, 0 files with problems.\n")
    );
}

#[test]
fn marks_stay_when_a_raw_brief_is_imported() {
    let desk = Desk::new();
    desk.put("minsk/visite.txt", VISIT);
    let before = json(&desk.run("list --format jsonl"));
    let run = desk.run("import briefs");
    assert_eq!(run.code, 0, "{run:?}");
    let after = json(&desk.run("list --format jsonl"));
    assert_eq!(after.len(), 2);
    for (before, after) in before.iter().zip(&after) {
        for field in ["id", "title", "countries", "first_seen", "words"] {
            assert_eq!(before[field], after[field], "{field}");
        }
        // What the text stated is the front matter's word now.
        assert_eq!(before["date"]["value"], after["date"]["value"]);
    }
    assert_eq!(after[0]["file"], "2024-03-04-visite-officielle-a-minsk.md");
    assert_eq!(after[0]["part"], 0);
    let notice = "minsk/visite.txt: was imported: 2024-03-04-visite-officielle-a-minsk.md stands \
        for it, and this file is not listed any more; move it away.";
    assert!(desk.run("check --all").stdout.contains(notice));
    assert_eq!(fs::read_to_string(desk.briefs().join("minsk/visite.txt")).expect("it"), VISIT);
    let again = desk.run("import briefs");
    assert!(again.stdout.ends_with("0 briefs imported, 2 already there, 0 files with problems.\n"));
}

#[test]
fn what_cannot_be_imported_is_told_and_the_rest_goes_on() {
    let desk = inbox(&[
        ("a.txt", b"\x7fELF\x02\x01\x01"),
        ("b.txt", b""),
        ("c.txt", "Texte \u{0}coupé".as_bytes()),
        ("d.txt", LEAD.as_bytes()),
        ("e.txt", b"\xef\xbb\xbfTexte \xff\xfe abim\xc3\xa9 du Kazakhstan"),
        ("f.md", b"+++\ncolour = 3\n+++\nText.\n"),
    ]);
    desk.put("../inbox/g.txt", LEAD.repeat(70_000));
    symlink("../briefs/../../outside.txt", desk.place.path().join("inbox/h.txt")).expect("a link");
    let run = desk.run("import inbox nowhere.txt");
    assert_eq!(run.code, 1);
    let complaints: Vec<&str> = run.stderr.lines().collect();
    let files = [
        "nowhere.txt",
        "inbox/h.txt",
        "inbox/a",
        "inbox/b",
        "inbox/c",
        "inbox/e",
        "inbox/f",
        "inbox/g",
    ];
    assert_eq!(complaints.len(), files.len(), "{}", run.stderr);
    for file in files {
        let told = complaints.iter().filter(|line| line.starts_with(&format!("chancery: {file}")));
        assert_eq!(told.count(), 1, "{file}: {}", run.stderr);
    }
    assert!(!run.stderr.contains("briefs folder") && !run.stderr.contains("os error"));
    assert_eq!(names(&desk.briefs()).len(), 1);
}

#[test]
fn a_rehearsal_shows_what_would_be_written_and_writes_nothing() {
    let desk = inbox(&[("2024-03-04.txt", LEAD.as_bytes())]);
    let run = desk.run("import inbox --dry-run");
    assert!(names(&desk.briefs()).is_empty());
    let records = json(&desk.run("import inbox --dry-run --format jsonl"));
    let [record] = records.as_slice() else { panic!("{records:?}") };
    let (file, content) = (record["file"].as_str().unwrap(), record["content"].as_str().unwrap());
    assert_eq!(
        (&record["outcome"], file.contains("2024-03-04-le-kazakhstan")),
        (&"new".into(), true)
    );
    assert_eq!(
        run.stdout,
        format!(
            "==> {file} <==\n{content}\n1 brief to import, 0 already there, 0 files with problems; nothing was written.\n"
        )
    );
    desk.run("import inbox");
    assert_eq!(fs::read_to_string(desk.place.path().join(file)).expect("the brief"), content);
}

#[test]
fn standard_input_and_another_folder() {
    let desk = Desk::new();
    fs::create_dir(desk.place.path().join("tidy")).expect("a folder");
    let feed = || {
        let mut command = desk.command(["import", "-", "--to", "tidy", "--lang", "fr"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        child.stdin.take().expect("a pipe").write_all(VISIT.as_bytes()).expect("it reads");
        let output = child.wait_with_output().expect("it ends");
        (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"))
    };
    let (code, said) = feed();
    assert_eq!(code, Some(0));
    assert!(
        said.ends_with("2 briefs importés, 0 déjà là, 0 fichier avec un problème.\n"),
        "{said}"
    );
    let (_, said) = feed();
    assert!(said.contains("0 brief importé, 2 déjà là"), "{said}");
    assert!(names(&desk.briefs()).is_empty());
    assert_eq!(names(&desk.place.path().join("tidy")).len(), 2);
}

#[test]
fn it_starts_only_with_a_folder_to_write_to() {
    let desk = inbox(&[("a.txt", LEAD.as_bytes())]);
    let run = desk.run("import inbox --to nowhere");
    let sentence = "chancery: nowhere: the folder does not exist; make it or choose another.\n";
    assert_eq!(run, Run { code: 2, stdout: String::new(), stderr: sentence.to_owned() });
    assert_eq!(desk.run("import").code, 2);
}

#[test]
fn nothing_is_written_through_a_link() {
    let desk = inbox(&[("visite.txt", VISIT.as_bytes())]);
    let name = "2024-03-04-visite-officielle-a-minsk.md";
    symlink("../outside.md", desk.briefs().join(name)).expect("a link");
    let run = desk.run("import inbox");
    assert_eq!(run.code, 0, "{run:?}");
    assert!(!desk.place.path().join("outside.md").exists());
    assert!(desk.briefs().join("2024-03-04-visite-officielle-a-minsk-2.md").is_file());
}

#[test]
fn ctrl_c_stops_it_and_the_next_run_goes_on() {
    let desk = Desk::new();
    for number in 0..600 {
        let text = LEAD.replace("une ligne", &format!("la ligne {number}"));
        desk.put(format!("../inbox/{number}.txt"), text);
    }
    let mut command = desk.command(["import", "inbox"]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = command.spawn().expect("the program runs");
    while names(&desk.briefs()).is_empty() {
        std::thread::yield_now();
    }
    let pid = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(pid, rustix::process::Signal::INT).expect("it runs");
    let output = child.wait_with_output().expect("it ends");
    let stopped = names(&desk.briefs());
    if output.status.code() == Some(130) {
        assert!(stopped.len() < 600);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("the same command goes on from there"), "{said}");
    }
    assert!(stopped.iter().all(|name| !name.starts_with('.')), "{stopped:?}");
    let run = run(&mut desk.command(["import", "inbox"]));
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(names(&desk.briefs()).len(), 600);
}

#[test]
fn a_raw_brief_that_changes_after_its_import_is_there_again_and_can_be_imported_again() {
    let desk = Desk::new();
    desk.put("minsk/visite.txt", VISIT);
    assert_eq!(desk.run("import briefs").code, 0);
    let files = |desk: &Desk| -> Vec<String> {
        let records = json(&desk.run("list --format jsonl"));
        records.iter().map(|record| record["file"].as_str().expect("a file").to_owned()).collect()
    };
    assert_eq!(files(&desk).len(), 2);
    let changed = VISIT.replacen("Minsk", "Minsk et Gomel", 1);
    assert_ne!(changed, VISIT);
    desk.put("minsk/visite.txt", &changed);
    let now = files(&desk);
    assert_eq!(now.len(), 3, "{now:?}");
    assert!(now.contains(&"minsk/visite.txt".to_owned()));
    let told = desk.run("check --all").stdout;
    assert!(told.contains("minsk/visite.txt: has changed since 2024-03-04-visite"), "{told}");
    let shown = &json(&desk.run("show minsk/visite.txt --format jsonl"))[0];
    assert!(
        shown["body"].to_string().contains("Gomel") || shown["title"].to_string().contains("Gomel")
    );
    let id = shown["id"].clone();
    let again = desk.run("import briefs");
    assert!(again.stdout.contains("1 brief imported, 1 already there"), "{}", again.stdout);
    let records = json(&desk.run("list --format jsonl"));
    assert_eq!(records.len(), 3);
    assert!(
        records.iter().any(|record| record["id"] == id && record["file"] != "minsk/visite.txt")
    );
    let last = desk.run("import briefs");
    assert!(last.stdout.ends_with("0 briefs imported, 2 already there, 0 files with problems.\n"));
}

#[test]
fn each_dispatch_of_a_file_becomes_a_brief_under_its_own_id() {
    let astana = "Astana accueille une réunion\n\nAstana, 12 mai 2025 - Le Kazakhstan accueille une \
        réunion sur le commerce, a annoncé le ministère des Affaires étrangères de ce pays.\n";
    let desk = Desk::new();
    desk.put("fil.txt", format!("ZCZC 1\n{VISIT}NNNN\nZCZC 2\n{astana}NNNN\n").as_bytes());
    let told = |desk: &Desk| {
        let mut told: Vec<String> = json(&desk.run("list --format jsonl"))
            .iter()
            .map(|record| format!("{} {} {}", record["id"], record["parent"], record["title"]))
            .collect();
        told.sort();
        told
    };
    let raw = told(&desk);
    assert_eq!(raw.len(), 3, "{raw:?}");
    assert_eq!(raw.iter().filter(|line| line.contains(" null ")).count(), 2, "{raw:?}");
    assert!(desk.run("show fil.txt#2").stdout.contains("Astana accueille une réunion"));
    desk.run("import briefs/fil.txt");
    let files = [
        "2024-03-04-visite-officielle-a-minsk.md",
        "2025-05-12-astana-accueille-une-reunion.md",
        "fil.txt",
        "le-laos-accueille-une-reunion.md",
    ];
    assert_eq!(names(&desk.briefs()), files);
    let ids = |lines: &[String]| {
        lines.iter().map(|line| line.split(' ').next().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(ids(&told(&desk)), ids(&raw));
}
