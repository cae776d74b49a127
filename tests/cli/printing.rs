//! What the commands print of briefs: lists, texts, results, country pages, problems.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::desk::{Desk, MINSK, Run, failed, found, json, run};

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
        countries parent status words read starred tags corrected copy_of own_tags";
    let first = run.stdout.lines().next().expect("a line");
    assert_eq!(fields(first), names.split_whitespace().collect::<Vec<_>>());
    let records = json(&run);
    let minsk = &records[0];
    assert_eq!(minsk["file"], "belarus/minsk.md");
    assert_eq!(minsk["part"], 0);
    assert_eq!(minsk["title_basis"], "stated");
    assert_eq!(
        minsk["date"],
        serde_json::json!({"value": "2024-03-05", "precision": "day", "basis": "file"})
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
fn list_takes_the_name_of_a_saved_search() {
    let desk = Desk::with_briefs();
    let refused = desk.run("list @trade");
    assert_eq!((refused.code, refused.stdout.as_str()), (2, ""));
    assert!(refused.stderr.contains("no search is saved as \"trade\""), "{}", refused.stderr);
    let state = desk.place.path().join(".local/state/chancery");
    fs::create_dir_all(&state).expect("a folder");
    fs::set_permissions(&state, fs::Permissions::from_mode(0o700)).expect("its owner's");
    let line = concat!(
        r#"{"v":1,"at":[5,0,9],"named":[{"key":"echanges","search":{"name":"Échanges","query":"trade OR commerce"}}]}"#,
        "\n",
    );
    fs::write(state.join("journal.jsonl"), line).expect("room");
    let listed = desk.run("list @echanges country:by --format tsv");
    assert!(listed.stdout.contains("belarus/minsk.md"), "{listed:?}");
    assert!(!listed.stdout.contains("astana.md"), "{listed:?}");
    assert!(desk.run("list @ble").stderr.contains("there are @Échanges"));
}

#[test]
fn list_takes_the_query_language() {
    let desk = Desk::with_briefs();
    let files = |query: &str| -> Vec<String> {
        let run = run(&mut desk.command([
            "--as-of",
            "2024-04-01",
            "list",
            "--format",
            "jsonl",
            "--",
            query,
        ]));
        assert_eq!(run.stderr, "", "{query}");
        json(&run).iter().map(|r| r["file"].as_str().expect("a file").to_owned()).collect()
    };
    let (minsk, astana) = ("belarus/minsk.md", "astana.md");
    for query in [
        "pays:biélorussie",
        "country:by,vn",
        "with:by,kz",
        "tag:trade",
        "since:30d",
        "depuis:mars",
        "date:2024-03",
        "-commerce",
        "ministers met",
        "\"ministers met\"",
        "title:visit",
        "source:desk",
        "(augmenté ministers) OR tag:visit",
        "is:unread -lang:fr -country:none source:d*",
    ] {
        assert_eq!(files(query), [minsk], "{query}");
    }
    assert_eq!(files("before:2024 OR tag:trade"), [minsk, astana]);
    assert_eq!(files("date:nov-2023"), [astana]);
}

#[test]
fn a_mistake_in_a_query_is_told_at_its_place() {
    let desk = Desk::with_briefs();
    let list = |query: &str| run(&mut desk.command(["list", "--format", "tsv", query]));
    let told = list("visit contry:by");
    assert_eq!((told.code, told.stdout.lines().count()), (0, 2));
    let expected = "chancery: visit contry:by\n\
        chancery:       ^^^^^^^ there is no contry: here; did you mean country:?\n";
    assert_eq!(told.stderr, expected);
    let lost = list("date:2024-13");
    assert_eq!((lost.code, lost.stdout.as_str()), (2, ""));
    assert!(
        lost.stderr.ends_with("could be understood; see chancery queries.\n"),
        "{}",
        lost.stderr
    );
    let harmless = list("contry:\u{1b}[31m visit");
    assert!(!harmless.stderr.contains('\u{1b}'), "{}", harmless.stderr);
}

#[test]
fn queries_are_listed_in_both_languages() {
    let desk = Desk::new();
    let english = desk.run("queries --format tsv").stdout;
    assert!(english.contains("country: pays:\tcountry:ru,by"), "{english}");
    let french = desk.run("--lang fr queries").stdout;
    assert!(french.contains("pays: country:") && french.contains("depuis:30j"), "{french}");
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
    assert!(rows.iter().all(|row| row.len() == 21), "{tsv}");
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
        countries parent status words read starred tags corrected copy_of own_tags body related dropped \
        sentences dates evidence diagnostics classification embargo replaces people notes";
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
    let names = "id file title date countries received match note score snippet highlights";
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
    let run = desk.run("search augmente --as-of 2025-01-01");
    assert_eq!((run.code, run.stdout.as_str()), (0, expected));
    assert!(run.stderr.starts_with("chancery: 1 brief in "), "{}", run.stderr);
    assert_eq!(desk.run("search zanzibar").code, 1);
}

#[test]
fn search_answers_from_the_index_as_it_is() {
    let desk = Desk::with_briefs();
    assert_eq!(desk.run("search kazakhstan").code, 0);
    desk.put("new.md", "# Des zèbres\n\nLe zèbre est rayé.\n");
    assert_eq!(desk.run("search zebre").code, 1);
    assert_eq!(desk.run("index --verify").code, 1);
    assert_eq!(desk.run("index").code, 0);
    assert_eq!(desk.run("index --verify").code, 0);
    assert_eq!(desk.run("search zebre").code, 0);
    assert_eq!(desk.run("list zebre").code, 0);
    assert_eq!(json(&desk.run("search --format jsonl --limit 1 zebre OR kazakhstan")).len(), 1);
}

#[test]
fn a_damaged_index_is_noticed_and_made_again() {
    let desk = Desk::with_briefs();
    let wanted = desk.run("search --format jsonl augmente").stdout;
    let folders = fs::read_dir(desk.place.path().join(".cache/chancery")).expect("a cache");
    let mut folders = folders.filter_map(Result::ok).map(|entry| entry.path());
    let index = folders.find(|path| path.is_dir()).expect("an index");
    for ending in ["meta.json", "build", "seal", "term", "idx", "pos", "store", "fast", "fieldnorm"]
    {
        let files = fs::read_dir(&index).expect("files").filter_map(Result::ok);
        let mut files = files.map(|entry| entry.path());
        let is_meant = |path: &std::path::PathBuf| path.to_string_lossy().ends_with(ending);
        let file = files.find(is_meant).expect("such a file");
        let mut bytes = fs::read(&file).expect("bytes");
        bytes.truncate(bytes.len() / 2);
        fs::write(&file, &bytes).expect("room");
        assert_eq!(desk.run("search --format jsonl augmente").stdout, wanted, "{ending}");
    }
}

#[test]
fn summary_cites_exact_slices() {
    let desk = Desk::with_briefs();
    let run = desk.run("summary Kazakhstan --format jsonl --as-of 2025-01-01");
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let names = "country with section text value unit status date citations as_of type \
                 novelty gone countries left_out";
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
    assert!(page.starts_with("Kazakhstan, as of 1 January 2025\n"), "{page}");
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
