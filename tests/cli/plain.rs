//! `chancery --plain`: the reader line by line, here over a pipe.

use std::io::{BufRead as _, Read as _, Write};
use std::process::Stdio;

use super::desk::Desk;

fn told(desk: &Desk, language: &str, orders: &str) -> String {
    let mut command = desk.command(["--lang", language, "--as-of", "2025-06-02", "--plain"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    child.stdin.take().expect("a pipe").write_all(orders.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    let odd = |c: char| (c.is_control() && c != '\n') || ('\u{2500}'..='\u{259f}').contains(&c);
    assert!(!said.contains(odd), "no control and no frame: {said:?}");
    said
}

/// A page as it was saved, with a second story below the first.
const TWO_STORIES: &str = "Le traité de l'Élysée, soixante ans après\n\nLe 22 janvier 1963, la France et l'Allemagne ont \
    signé à Paris un traité de coopération.\nLe traité de l'Élysée, soixante ans après ảnh 1La façade. \
    Photo : Archives\n\nParis (BE) - Le traité prévoit des rencontres régulières entre les deux \
    gouvernements. -BE\n\nVoir plus\n\nUne salle à Rome. Photo : Archives\n\nLe traité du Quirinal est \
    entré en vigueur\n\nLe traité, signé à Rome le 26 novembre 2021, est entré en vigueur en 2023.\n";

fn configure(desk: &Desk, settings: &str) {
    let folder = desk.place.path().join(".config/chancery");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("config.toml"), settings).expect("room");
}

#[test]
fn countries_articles_texts_and_pages_are_opened_by_their_numbers() {
    let desk = Desk::with_briefs();
    let said = told(&desk, "en", "2\n2\nback\npage\nquit\n");
    for expected in [
        "1. Belarus: 1 article, 1 unread",
        "2. Kazakhstan: 2 articles, 2 unread",
        "> Kazakhstan: 2 articles.\n1. A visit to Minsk; 5 March 2024; Desk; unread\n",
        "2. Commerce avec Astana; November 2023; Bureau; unread",
        "Le commerce avec le Kazakhstan a augmenté de 12 %",
        "2. Commerce avec Astana; November 2023; Bureau\n",
        "Bureau, November 2023: “Le commerce avec le Kazakhstan a augmenté",
        "(astana.md)",
        "End.",
    ] {
        assert!(said.contains(expected), "{expected}\n{said}");
    }
    assert!(!said.contains("===") && !said.contains("---"), "{said}");
    let next = told(&desk, "en", "unread\n");
    assert!(next.contains("Unread: 1 article."), "the one that was opened is read: {next}");
}

#[test]
fn marks_and_notes_are_said_once_they_are_kept() {
    let desk = Desk::with_briefs();
    let said = told(
        &desk,
        "en",
        "articles\nstar 1\nread 2\nnote 2 Ask the desk.\nagain\nstar\nnote 9 x\nnote\nread 7\n",
    );
    for expected in [
        "> Starred: A visit to Minsk\n",
        "> Read: Commerce avec Astana\n",
        "> Note kept.\n",
        "1. A visit to Minsk; 5 March 2024; Desk; unread; starred\n",
        "2. Commerce avec Astana; November 2023; Bureau; with a note\n",
        "> Say which one by its number, or open it first.\n",
    ] {
        assert!(said.contains(expected), "{expected}\n{said}");
    }
    let listed = desk.run("list --starred --format jsonl").stdout;
    assert!(listed.lines().count() == 1 && listed.contains("A visit to Minsk"));
    assert!(desk.run("notes").stdout.contains("Ask the desk."));
    let more = told(&desk, "en", "starred\n1\nnote On trade.\nnote And more.\nback\nstar 1\n");
    assert!(more.contains("No longer starred: A visit to Minsk"), "{more}");
    let notes = desk.run("notes").stdout;
    assert!(notes.contains("On trade.\n    And more."), "{notes}");
}

#[test]
fn what_is_searched_for_is_listed_and_opened() {
    let desk = Desk::with_briefs();
    let said = told(&desk, "en", "search augmenté\n1\n/nothing-like-it\nsearch\n");
    assert!(said.contains("> augmenté: 1 article.\n1. Commerce avec Astana"), "{said}");
    assert!(said.contains("a augmenté de 12"), "{said}");
    assert!(said.contains("> nothing-like-it: 0 articles."), "{said}");
    assert!(said.contains("> Write the words behind it."), "{said}");
}

#[test]
fn orders_have_french_words_numbers_and_help() {
    let desk = Desk::with_briefs();
    let said = told(&desk, "fr", "aide\n4\nFICHE Kazakhstan\nétoile 99\nxyz\nretour\nquitter\nx\n");
    for expected in [
        "1. pays, c : les pays qui ont des articles",
        "> Favoris : 0 article.",
        "> Kazakhstan",
        "> « xyz » n'est pas un ordre ; aide les donne tous.",
    ] {
        assert!(said.contains(expected), "{expected}\n{said}");
    }
    assert!(!said.contains("« x »"), "nothing is read after the last order");
}

#[test]
fn pages_are_bounded_and_hostile_orders_are_answered() {
    let desk = Desk::with_briefs();
    let lines: Vec<String> = (1..=60).map(|n| format!("Paragraph {n}.\n")).collect();
    desk.put("long.md", format!("+++\ntitle = \"Long \\u001b[2J\"\n+++\n{}", lines.join("\n")));
    let said = told(&desk, "en", "search title:long\n1\n\n");
    let pages: Vec<&str> = said.split("> ").collect();
    assert!(pages.iter().all(|page| page.lines().count() <= 24), "{said}");
    assert!(said.contains("Enter for more, "), "{said}");
    let mut orders = "x".repeat(100_000);
    orders.push_str(
        "\n99999999999999999999999\n0\n-1\n\u{1b}[2J\nstar 99999999999999999999\narticles \u{7}\n",
    );
    let said = told(&desk, "en", &orders);
    assert!(said.len() < 20_000, "{}", said.len());
}

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

#[test]
fn quit_by_its_number_ends_it() {
    let desk = Desk::with_briefs();
    let help = told(&desk, "en", "help\n");
    let quit = help.lines().find(|line| line.contains(". quit")).expect("a way out");
    let number = quit.split('.').next().expect("a number");
    for order in [number.to_owned(), format!("open {number}")] {
        let said = told(&desk, "en", &format!("help\n{order}\ncountries\n"));
        assert_eq!(said.matches("1. Belarus: 1 article").count(), 1, "{order}: {said}");
    }
    assert!(told(&desk, "en", "open\n").contains("> Say which one by its number"));
}

#[test]
fn a_text_counts_as_read_where_the_reader_wants_it_and_it_could_be_opened() {
    let desk = Desk::with_briefs();
    desk.put("gone.md", "+++\ntitle = \"Gone\"\ndate = 2025-06-01\n+++\n\nOne sentence.\n");
    let mut command = desk.command(["--lang", "en", "--as-of", "2025-06-02", "--plain"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    let mut said = std::io::BufReader::new(child.stdout.take().expect("a pipe"));
    let mut orders = child.stdin.take().expect("a pipe");
    orders.write_all(b"search title:gone\n").expect("it reads");
    let mut until = String::new();
    while !until.contains("1. Gone; 1 June 2025; unread") {
        assert_ne!(said.read_line(&mut until).expect("text"), 0, "{until}");
    }
    std::fs::remove_file(desk.briefs().join("gone.md")).expect("a file");
    orders.write_all(b"1\nagain\nback\n").expect("it reads");
    drop(orders);
    let mut rest = String::new();
    said.read_to_string(&mut rest).expect("text");
    child.wait().expect("it ends");
    assert!(rest.contains("1. Gone; 1 June 2025; unread"), "{rest}");
    configure(&desk, "mark_read_on_open = false\n");
    let said = told(&desk, "en", "articles\n1\nback\n");
    assert_eq!(said.matches("; unread").count(), 4, "{said}");
}

#[test]
fn a_related_story_has_no_marks_here_either() {
    let desk = Desk::new();
    desk.put("wire.txt", TWO_STORIES);
    let said = told(&desk, "en", "search title:quirinal\n1\nstar\nread\nstarred\n");
    assert_eq!(said.matches("A related story goes with its article").count(), 2, "{said}");
    assert!(said.contains("Starred: 0 articles"), "{said}");
}

#[test]
fn what_is_starred_here_is_watched_over_from_then_on() {
    let desk = Desk::with_briefs();
    told(&desk, "en", "search title:commerce\nstar 1\n");
    assert_eq!(desk.run("amended").code, 1);
    let path = desk.briefs().join("astana.md");
    let text = std::fs::read_to_string(&path).expect("a brief");
    std::fs::write(&path, text.replace("12 %", "13 %")).expect("a brief");
    let told = desk.run("amended --lang en");
    assert!(told.stdout.contains("Commerce avec Astana"), "{}{}", told.stdout, told.stderr);
}

#[test]
fn the_page_of_the_home_country_is_set_by_partner() {
    let desk = Desk::new();
    for (day, partner, subject) in
        [(1, "Belarus", "roads"), (2, "Uzbekistan", "water"), (3, "Belarus", "grain")]
    {
        let text =
            format!("Kazakhstan and {partner} signed an agreement on {subject} on {day} May 2025.");
        let head = format!("title = \"On {subject}\"\ndate = 2025-05-0{day}\nlanguage = \"en\"");
        desk.put(format!("{subject}.md"), format!("+++\n{head}\n+++\n{text}\n"));
    }
    let order = || {
        let page = told(&desk, "en", "page kazakhstan\n\n\n");
        let mut order = ["roads", "water", "grain"];
        order.sort_by_key(|subject| page.find(&format!("agreement on {subject}")));
        (order, page)
    };
    let (before, _) = order();
    configure(&desk, "home = \"KZ\"\n");
    let (by_partner, page) = order();
    assert_ne!(by_partner, before, "the lines of a partner stand together: {page}");
}
