//! What `search` finds beside the texts of briefs: notes, and the searches that have a name.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::desk::{Desk, json};

/// Writes a file of the state folder.
fn put_state(desk: &Desk, folder: &str, name: &str, text: &str) {
    let state = desk.place.path().join(".local/state/chancery");
    let folder = state.join(folder);
    fs::create_dir_all(&folder).expect("a folder");
    for folder in [&state, &folder] {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).expect("its owner's");
    }
    fs::write(folder.join(name), text).expect("room");
}

/// Two briefs; a note on one of them, on a sentence of it, and on a country.
fn noted() -> Desk {
    let desk = Desk::with_briefs();
    let listed = json(&desk.run("list --format jsonl"));
    let minsk = listed.iter().find(|brief| brief["file"] == "belarus/minsk.md").expect("a brief");
    let id = minsk["id"].as_str().expect("an id");
    let on = |front: &str, words: &str| format!("+++\n{front}\n+++\n\n{words}\n");
    let brief = on(
        &format!("about = \"brief\"\nid = \"{id}\""),
        "Demander les protocoles.\n\nVoir aussi le commerce du blé.",
    );
    put_state(&desk, "notes", "brief.md", &brief);
    let about = "about = \"sentence\"\nsentence = \"They spoke of trade.\"\nspan = [1, 2]";
    let sentence = on(&format!("{about}\nid = \"{id}\""), "Which tariffs?");
    put_state(&desk, "notes", "sentence.md", &sentence);
    let country = on("about = \"country\"\ncountry = \"KZ\"", "Ask for the protocols by June.");
    put_state(&desk, "notes", "country.md", &country);
    desk
}

#[test]
fn words_of_a_note_find_its_brief_and_say_so() {
    let desk = noted();
    let run = desk.run("search protocole");
    let expected = "Kazakhstan  (in your note)\n    Ask for the protocols by June.\n\
        A visit to Minsk  5 Mar 2024  BY KZ  belarus/minsk.md  (in your note)\n    Demander les protocoles.\n";
    assert_eq!((run.code, run.stdout.as_str()), (0, expected), "{}", run.stderr);
    let hits = json(&desk.run("search tariff --format jsonl"));
    assert_eq!(hits.len(), 1);
    assert_eq!(
        (hits[0]["note"].as_str(), hits[0]["match"].as_str()),
        (Some("sentence"), Some("exact"))
    );
    assert_eq!(hits[0]["snippet"], "Which tariffs?");
    assert_eq!(hits[0]["highlights"][0], serde_json::json!([6, 13]));
    let hits = json(&desk.run("search june --format jsonl"));
    assert_eq!((&hits[0]["id"], &hits[0]["note"]), (&serde_json::Value::Null, &"country".into()));
    assert_eq!((&hits[0]["title"], &hits[0]["countries"][0]), (&"Kazakhstan".into(), &"KZ".into()));
}

#[test]
fn a_note_and_its_brief_answer_a_query_together() {
    let desk = noted();
    let found = |query: &str| {
        let run = desk.run(&format!("search --format jsonl -- {query}"));
        json(&run).iter().map(|hit| hit["note"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    let some = |about: &str| Some(about.to_owned());
    // One word in the text, another one in the note.
    assert_eq!(found("ministers tariffs"), [some("sentence")]);
    assert_eq!(found("protocole country:kz"), [some("country"), some("brief")]);
    assert_eq!(found("protocole country:by"), [some("brief")]);
    assert_eq!(found("protocole -ministers"), [some("country")]);
    assert_eq!(found("title:protocole"), [None; 0]);
    assert_eq!(found("tariff -zanzibar").len(), 1);
    assert_eq!(found("minsk"), [None], "what stands in no note says nothing of notes");
    let both = found("commerce");
    assert!(both.len() == 2 && both.contains(&None) && both.contains(&some("brief")), "{both:?}");
    assert_eq!(found("tarifs"), [some("sentence")], "a slip of the finger in a note");
    assert_eq!(json(&desk.run("list --format jsonl tariffs")).len(), 1);
}

#[test]
fn search_takes_the_name_of_a_saved_search() {
    let desk = Desk::with_briefs();
    let line = concat!(
        r#"{"v":1,"at":[5,0,9],"named":[{"key":"echanges","search":{"name":"Echanges","query":"trade OR augmente"}}]}"#,
        "\n",
    );
    put_state(&desk, "", "journal.jsonl", line);
    assert_eq!(json(&desk.run("search @echanges --format jsonl")).len(), 2);
    let narrowed = desk.run("search @echanges country:by --format tsv");
    assert!(narrowed.stdout.contains("belarus/minsk.md"), "{narrowed:?}");
    assert!(!narrowed.stdout.contains("astana.md"), "{narrowed:?}");
    let refused = desk.run("search @ble");
    assert_eq!((refused.code, refused.stdout.as_str()), (2, ""));
    assert!(refused.stderr.contains("there are @Echanges"), "{}", refused.stderr);
}
