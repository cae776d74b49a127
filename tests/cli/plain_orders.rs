//! Every order of `chancery --plain`: what it says, and what is kept of it.

use std::io::Write;
use std::process::Stdio;

use super::desk::Desk;
use super::plain::told;

/// Every order with what must be said to it, in the order of a visit: each line is an order and a part of the answer.
fn conversation(desk: &Desk, language: &str, lines: &[(&str, &str)]) {
    let orders: Vec<&str> = lines.iter().map(|(order, _)| *order).collect();
    let said = told(desk, language, &format!("{}\n", orders.join("\n")));
    let mut rest = said.as_str();
    for (order, expected) in lines {
        let at = rest.find(expected);
        assert!(at.is_some(), "{order}: no {expected:?} in\n{rest}");
        rest = &rest[at.unwrap_or_default()..];
    }
}

#[test]
fn tags_corrections_and_what_is_taken_back() {
    let desk = Desk::with_briefs();
    conversation(
        &desk,
        "en",
        &[
            ("articles", "All: 2 articles."),
            ("tag 1 Trade talks", "Tagged Trade talks: 1 article"),
            ("tag-all TRADE TALKS", "Tagged Trade talks: 1 article"),
            ("tag-all Trade talks", "No longer tagged Trade talks: 2 articles"),
            ("undo", "Taken back."),
            ("redo", "Made again."),
            ("undo", "Taken back."),
            ("correct 1 title Talks on trade", "Corrected: Talks on trade"),
            ("correct 1 date 2024-02", "Corrected: Talks on trade"),
            ("correct 1 countries Belarus, FR", "Corrected: Talks on trade"),
            ("correct 1 countries Nowhere", "Nowhere"),
            ("correct 1 date never", "\"never\" is no date"),
            ("correct 1 colour red", "Write title, date, countries"),
            ("again", "1. Talks on trade; February 2024"),
            ("correct 1 back", "As it stands in its file."),
            ("again", "1. A visit to Minsk; 5 March 2024"),
            ("read-all", "Mark 2 articles as read? yes or no"),
            ("no", "Nothing was changed."),
            ("mark-all-read", "Mark 2 articles as read? yes or no"),
            ("yes", "All of it is read."),
            ("unread", "Unread: 0 articles."),
            ("undo", "Taken back."),
            ("unread", "Unread: 2 articles."),
        ],
    );
    let listed = desk.run("list --format jsonl").stdout;
    assert_eq!(listed.matches("\"own_tags\":[\"Trade talks\"]").count(), 2, "{listed}");
    assert_eq!(desk.run("corrections export").code, 1, "none is left");
}

#[test]
fn pairs_periods_digest_and_agenda() {
    let desk = Desk::with_briefs();
    conversation(
        &desk,
        "en",
        &[
            ("pair Belarus, Kazakhstan", "Belarus, Kazakhstan"),
            ("page Kazakhstan", "> Kazakhstan"),
            ("pair by", "Kazakhstan, Belarus"),
            ("pair", "Say which two countries"),
            ("period 7d", "Pages tell what is new by that"),
            ("period 2024-01-01", "Pages tell what is new by that"),
            ("period soon", "Write visit, 7d"),
            ("page Kazakhstan", "> Kazakhstan"),
            ("seen", "Seen up to here."),
            ("digest 2023-01-01", "1 January 2023 to 2 June 2025"),
            ("agenda", "End."),
        ],
    );
    let journal =
        std::fs::read_to_string(desk.place.path().join(".local/state/chancery/journal.jsonl"));
    assert!(journal.unwrap().contains("visited"));
}

#[test]
fn the_basket_sentences_copies_files_and_what_became_of_them() {
    let desk = Desk::with_briefs();
    conversation(
        &desk,
        "en",
        &[
            ("articles", "All: 2 articles."),
            ("1", "The ministers met in Minsk"),
            ("sentences", "A visit to Minsk, sentence by sentence:"),
            (
                "copy 1",
                "Desk, 5 March 2024: “The ministers met in Minsk on 4 March 2024.” (belarus/minsk.md)",
            ),
            ("collect 1", "In the basket (1)."),
            ("collect 1", "It is in the basket already."),
            ("note 2 Ask the desk.", "Note kept."),
            ("collect 2", "In the basket (2)."),
            ("following", "Commerce avec Astana"),
            ("collect", "In the basket (3)."),
            ("following", "There is no other in the list."),
            ("basket", "3 things in the basket."),
            ("move-down 1", "1. “They spoke of trade.”"),
            ("take-out 1", "Out of the basket (2)."),
            ("undo", "Taken back."),
            ("basket", "3 things in the basket."),
            ("export basket.md", "Written: basket.md"),
            ("export basket.md", "exists already"),
            ("export basket", "Write a file's name behind it"),
            ("empty", "The basket is empty."),
            ("notes", "1. A visit to Minsk: Ask the desk."),
        ],
    );
    let written = std::fs::read_to_string(desk.place.path().join("basket.md")).unwrap();
    assert!(written.contains("They spoke of trade."), "{written}");
    let minsk = super::desk::MINSK.replace("They spoke of trade.", "They spoke of rail.");
    desk.put("belarus/minsk.md", minsk);
    conversation(
        &desk,
        "en",
        &[
            ("amended", "1 article is not what you took along."),
            ("read 1", "You know it now."),
            ("amended", "Nothing was corrected or withdrawn"),
        ],
    );
}

#[test]
fn searches_are_saved_renamed_and_forgotten_and_lines_are_found() {
    let desk = Desk::with_briefs();
    conversation(
        &desk,
        "en",
        &[
            ("save Talks", "Search for something first."),
            ("search trade", "trade: 1 article."),
            ("save Talks", "Saved: Talks"),
            ("searches", "1. Talks: trade"),
            ("rename 1 Trade", "Saved: Trade"),
            ("searches", "1. Trade: trade"),
            ("1", "trade: 1 article."),
            ("searches", "1. Trade: trade"),
            ("forget 1", "No longer saved: Trade"),
            ("go astana", "astana: 1 article."),
            ("go belarus", "Belarus: 1 article."),
            ("1", "The ministers met"),
            ("find spoke", "They spoke of trade."),
            ("find nowhere", "No line here has \"nowhere\"."),
            ("sort", "oldest first"),
            ("links", "No links here."),
            ("dropped", "Nothing was left out."),
            ("problems", "No file has problems."),
            ("toggle-star", "Say which one"),
            ("zoom", "zoom is for a screen"),
        ],
    );
}

#[test]
fn a_dispatch_is_pasted_kept_and_taken_out_again() {
    let desk = Desk::with_briefs();
    let lines = [
        ("import", "Paste the dispatch"),
        ("Rail talks in Astana", ""),
        ("", ""),
        ("ASTANA, 12 May 2025 - The delegations met.", ""),
        (".", "Rail talks in Astana; 12 May 2025"),
        ("yes", "In your inbox: Rail talks in Astana"),
        ("articles", "All: 3 articles."),
        ("discard 2", "Only dispatches of your inbox"),
        ("discard 1", "Take \"Rail talks in Astana\" out of your inbox? yes or no"),
        ("no", "Nothing was changed."),
        ("discard 1", "Take \"Rail talks in Astana\" out of your inbox?"),
        ("yes", "Out of your inbox; its text lies in "),
        ("articles", "All: 2 articles."),
        ("import", "Paste the dispatch"),
        (".", "That is no dispatch"),
    ];
    conversation(&desk, "en", &lines);
    conversation(&desk, "en", &lines[..6]);
    let listed = desk.run("inbox --format jsonl");
    let id = listed.stdout.split('"').nth(3).unwrap().to_owned();
    assert_eq!(desk.run("inbox discard f:none").code, 2);
    assert_eq!(desk.run(&format!("inbox discard {id}")).code, 1, "nobody said yes");
    assert_eq!(desk.run("inbox").code, 0);
    assert_eq!(desk.run(&format!("inbox discard {id} --yes")).code, 0);
    assert_eq!(desk.run("inbox").code, 1);
}

#[test]
fn the_same_in_french() {
    let desk = Desk::with_briefs();
    conversation(
        &desk,
        "fr",
        &[
            ("articles", "Tous : 2 articles."),
            ("marque 1 Énergie", "Marque Énergie : 1 article"),
            ("corriger 1 titre Entretiens", "Corrigé : Entretiens"),
            ("annuler", "Annulé."),
            ("prendre 1", "Dans le panier (1)."),
            ("panier", "1 chose dans le panier."),
            ("vider", "Le panier est vide."),
            ("paire Bélarus, Kazakhstan", "Biélorussie, Kazakhstan"),
            ("période 7j", "Les fiches disent désormais"),
            ("une", "Fin."),
            ("agenda", "Fin."),
            ("tout-lu", "Rien n'est à lire ici."),
            ("aide", "1. pays, c : les pays qui ont des articles"),
        ],
    );
}

#[test]
fn a_restricted_reader_writes_no_file() {
    let desk = Desk::with_briefs();
    let mut command = desk.command(["--restricted", "--lang", "en", "--plain"]);
    for place in ["briefs", "state", "cache"] {
        command.arg(format!("--{place}")).arg(desk.place.path().join(place));
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    let orders = b"articles\n1\nexport out.md\ncopy\nstar\n";
    child.stdin.take().expect("a pipe").write_all(orders).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(said.contains("Not available here") && said.contains("Starred: A visit"), "{said}");
    assert!(!desk.place.path().join("out.md").exists());
}
