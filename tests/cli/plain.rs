//! `chancery --plain`: the reader line by line, here over a pipe.

use std::io::{BufRead as _, Read as _, Write};
use std::process::Stdio;

use super::desk::Desk;

pub(super) fn told(desk: &Desk, language: &str, orders: &str) -> String {
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

#[test]
fn quit_by_its_number_ends_it() {
    let desk = Desk::with_briefs();
    // The help is longer than a page.
    let help = told(&desk, "en", "help\n\n\n\n\n");
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
