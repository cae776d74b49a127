//! `chancery corrections`: from one desk to another, and back into every listing.

use std::fs;

use crate::desk::{ASTANA, Desk, Run, failed, found, json};

const SHARED: &str = "[[brief]]\nfile = \"astana.md\"\ntitle = \"Le commerce avec Astana\"\n\
    date = \"2023-12-05\"\ncountries = [\"Biélorussie\", \"KZ\"]\n";

fn put(desk: &Desk, name: &str, text: &str) {
    fs::write(desk.place.path().join(name), text).expect("room");
}

#[test]
fn a_shared_file_corrects_every_listing_and_no_brief() {
    let desk = Desk::with_briefs();
    put(&desk, "shared.toml", SHARED);
    let what = "astana.md: corrected by you: Title, Date, Countries\n";
    let line = format!("{what}shared.toml: 1 brief would be corrected; nothing was changed.\n");
    assert_eq!(desk.run("corrections import shared.toml --dry-run"), found(&line));
    assert_eq!(json(&desk.run("list --format jsonl"))[1]["corrected"], serde_json::json!([]));
    let line = format!("{what}shared.toml: 1 brief corrected.\n");
    assert_eq!(desk.run("corrections import shared.toml"), found(&line));
    let records = json(&desk.run("list --format jsonl --country BY"));
    let astana = &records[1];
    assert_eq!(astana["title"], "Le commerce avec Astana");
    assert_eq!(astana["date"]["value"], "2023-12-05");
    assert_eq!(astana["countries"], serde_json::json!(["BY", "KZ"]));
    assert_eq!(astana["corrected"], serde_json::json!(["title", "date", "countries"]));
    let shown = &json(&desk.run("show astana.md --format jsonl"))[0];
    for field in ["title", "date", "countries", "corrected"] {
        assert_eq!(shown[field], astana[field], "{field}");
    }
    assert_eq!(shown["evidence"][0]["place"], "reader");
    assert_eq!(fs::read_to_string(desk.briefs().join("astana.md")).expect("the brief"), ASTANA);
    let again = "shared.toml: 0 briefs corrected.\n";
    assert_eq!(desk.run("corrections import shared.toml"), found(again), "all is as it says");
}

#[test]
fn what_is_exported_is_the_same_on_another_desk() {
    let (one, two) = (Desk::with_briefs(), Desk::with_briefs());
    let nothing =
        Run { code: 1, stdout: String::new(), stderr: "chancery: Nothing found.\n".into() };
    assert_eq!(one.run("corrections export"), nothing);
    put(&one, "shared.toml", SHARED);
    one.run("corrections import shared.toml");
    let exported = one.run("corrections export");
    assert_eq!((exported.code, exported.stderr.as_str()), (0, ""));
    assert!(exported.stdout.contains("file = \"astana.md\"\ntitle = \"Le commerce avec Astana\""));
    let written = "mine.toml: the corrections of 1 brief.\n";
    assert_eq!(one.run("corrections export mine.toml"), found(written));
    let refused = "chancery: mine.toml: exists already and is left as it is; move it away first.\n";
    assert_eq!(one.run("corrections export mine.toml"), failed(refused));
    put(&two, "theirs.toml", &exported.stdout);
    assert_eq!(two.run("corrections import theirs.toml").code, 0);
    assert_eq!(two.run("corrections export"), exported);
    let fields = |desk: &Desk| desk.run("list --format tsv --as-of 2025-01-01").stdout;
    assert_eq!(fields(&one).lines().count(), fields(&two).lines().count());
}

#[test]
fn unknown_briefs_are_reported_and_wait_under_their_id() {
    let desk = Desk::with_briefs();
    let text = "[[brief]]\nid = \"f:to-come\"\nfile = \"late.md\"\ntitle = \"Late\"\n\
        [[brief]]\nfile = \"never.md\"\ntitle = \"Never\"\n";
    put(&desk, "shared.toml", text);
    let run = desk.run("corrections import shared.toml");
    let unknown = |name: &str| {
        format!("chancery: {name}: no such brief here; what names an id is kept until it comes.\n")
    };
    assert_eq!(run.code, 1);
    assert_eq!(run.stderr, unknown("late.md") + &unknown("never.md"));
    assert!(desk.run("corrections export").stdout.contains("title = \"Late\""), "not lost");
    desk.put("2025/late.md", "+++\nid = \"to-come\"\n+++\n# Early\n\nText.\n");
    assert_eq!(json(&desk.run("show f:to-come --format jsonl"))[0]["title"], "Late");
}

#[test]
fn mistakes_name_their_line_and_the_rest_counts() {
    let desk = Desk::with_briefs();
    put(&desk, "shared.toml", &format!("{SHARED}not_related = 1\ncolour = \"red\"\n"));
    let run = desk.run("corrections import shared.toml");
    let expected = "chancery: shared.toml: line 6: 1 is no value for not_related; correct it.\n\
        chancery: shared.toml: line 7: unknown key \"colour\"; remove or correct it.\n";
    assert_eq!((run.code, run.stderr.as_str()), (1, expected));
    assert!(run.stdout.ends_with("shared.toml: 1 brief corrected.\n"));
    let missing = "chancery: nowhere.toml: no such file; correct the path.\n";
    assert_eq!(desk.run("corrections import nowhere.toml"), failed(missing));
    let french = "chancery: nowhere.toml : ce fichier n'existe pas ; corrigez le chemin.\n";
    assert_eq!(desk.run("--lang fr corrections import nowhere.toml"), failed(french));
}

#[test]
fn a_story_that_is_not_related_is_listed_by_itself() {
    let desk = Desk::new();
    desk.put("a.md", "# Talks in Minsk\n\nThe ministers met in Minsk.\n");
    let story = "Le traité de l'Élysée, soixante ans après\n\nLe 22 janvier 1963, la France et l'Allemagne ont \
        signé à Paris un traité de coopération.\nLe traité de l'Élysée, soixante ans après ảnh 1La façade. \
        Photo : Archives\n\nParis (BE) - Le traité prévoit des rencontres régulières entre les deux \
        gouvernements. -BE\n\nVoir plus\n\nUne salle à Rome. Photo : Archives\n\nLe traité du Quirinal est \
        entré en vigueur\n\nLe traité, signé à Rome le 26 novembre 2021, est entré en vigueur en 2023.\n";
    desk.put("b.txt", story);
    let records = json(&desk.run("list --format jsonl"));
    let Some(related) = records.iter().find(|record| record["part"] == 1) else {
        panic!("no related story: {records:?}");
    };
    let id = related["id"].as_str().expect("an id");
    put(&desk, "shared.toml", &format!("[[brief]]\nid = \"{id}\"\nnot_related = true\n"));
    assert_eq!(desk.run("corrections import shared.toml").code, 0);
    let record = &json(&desk.run("show b.txt#1 --format jsonl"))[0];
    assert_eq!((&record["parent"], &record["id"]), (&serde_json::Value::Null, &related["id"]));
    assert_eq!(record["corrected"], serde_json::json!(["related"]));
    assert_eq!(json(&desk.run("show b.txt --format jsonl"))[0]["related"], serde_json::json!([]));
}

#[test]
fn a_brief_that_is_no_duplicate_is_listed_and_counted_by_itself() {
    let desk = Desk::new();
    let wire = "The pipeline runs for 1,511 kilometres from the Tengiz field in western Kazakhstan to a terminal near \
        Novorossiysk. Its first tanker was loaded in October 2001, and in 2018 it could carry 67 million tonnes a year.";
    for (name, date) in [("a.md", "2025-05-12"), ("b.md", "2025-05-13")] {
        desk.put(
            name,
            format!("+++\ndate = {date}\ncountries = [\"KZ\"]\n+++\n# {name}\n\n{wire}\n"),
        );
    }
    let copy = json(&desk.run("list --format jsonl"))[1].clone();
    assert_ne!(copy["copy_of"], serde_json::Value::Null);
    put(&desk, "shared.toml", "[[brief]]\nfile = \"a.md\"\nnot_copy = true\n");
    assert_eq!(desk.run("corrections import shared.toml").code, 0);
    let record = &json(&desk.run("show a.md --format jsonl"))[0];
    assert_eq!((&record["copy_of"], &record["id"]), (&serde_json::Value::Null, &copy["id"]));
    assert_eq!(record["corrected"], serde_json::json!(["copy"]));
    assert_eq!(json(&desk.run("countries --format jsonl"))[0]["briefs"], 2);
    assert!(desk.run("corrections export").stdout.contains("not_copy = true\n"));
}
