//! The basket: what goes in, what comes out, in which order, and how it is taken along.

use chancery::app::message::Message;
use std::sync::Arc;

use crate::{Interface, Start, desk, reading};

/// Two sentences of the long text in the basket, and the reader on the first.
fn collected() -> Interface {
    let mut at = reading();
    at.press("v +").says("In the basket (1)").press("j +").says("In the basket (2)").press("k");
    at
}

#[test]
fn sentences_lines_and_articles_are_collected() {
    let mut at = collected();
    at.press("esc q j +").says("In the basket (3)").press("c \"kazakhstan\" enter i j j +");
    at.says("In the basket (4)").press("g +").shows("Basket").shows("4 entries");
    at.shows("1  “The Astana International Forum opened").shows("2  “The programme put");
    at.shows("3  Le traité de l'Élysée").shows("[1] Desk note, 29 May 2025");
    at.press("q").shows("KEY POINTS").says("g + basket (4)");
}

#[test]
fn nothing_is_collected_twice_and_what_is_in_comes_out() {
    let mut at = collected();
    at.press("+").says("in the basket already").press("-").says("1 left").press("-");
    at.says("not in the basket; + puts it in").press("U").says("Undone: taken out");
    at.says("Undone").press("j").says("g + basket (2)");
}

#[test]
fn it_is_put_in_order_emptied_and_brought_back() {
    let mut at = collected();
    let order = |at: &Interface| -> Vec<String> {
        let rows = at.screen();
        let rows = rows.lines().filter(|row| row.contains('“')).map(|row| row.trim().to_owned());
        rows.map(|row| row.chars().skip_while(|c| *c != '“').skip(1).take(12).collect()).collect()
    };
    at.press("g +");
    assert_eq!(order(&at), ["The Astana I", "The programm"]);
    at.press(">");
    assert_eq!(order(&at), ["The programm", "The Astana I"]);
    at.is_on("The Astana").press(">").is_on("The Astana").press("<").is_on("1  “The Astana");
    at.press("g -").says("emptied").shows("The basket is empty. Open an article");
    at.press("U").is_on("The Astana").press("-").says("1 left").is_on("The programme");
    at.press("g +").hides("Basket").press("-").says("not in the basket");
}

#[test]
fn an_entry_leads_to_its_sentence_and_a_source_to_its_brief() {
    let mut at = collected();
    at.press("esc q c \"belarus\" enter g + j enter");
    assert!(at.reversed().replace('\n', " ").starts_with("The programme put"), "{}", at.screen());
    at.press("q g + G enter").shows("opened on 29 May 2025").hides("Basket");
}

#[test]
fn the_whole_basket_is_copied_written_and_printed() {
    let mut at = collected();
    at.press("esc q q c \"dixième\" enter").press("v + g + y").says("Sent to the terminal");
    let copied = at.copied[0].clone();
    for part in [
        "*** Classification: DIFFUSION RESTREINTE ***",
        "*** EMBARGO: 2025-07-01 ***",
        "Basket, as of 2 June 2025",
        "1. “The Astana International Forum opened on 29 May 2025",
        "[1]",
        "Sources\n-------\n[1] Desk note, 29 May 2025, “Astana International Forum opens”",
        "[2] Note du poste, 4 July 2024",
    ] {
        assert!(copied.contains(part), "{part}\n{copied}");
    }
    at.press("p").says("basket.html").press("enter").says("Written: basket.html");
    let html = &at.written["basket.html"];
    assert!(html.contains("href=\"#note-2\"") && html.contains("href=\"#ref-1-2\""), "{html}");
    at.press("p ctrl-u \"lp\" enter").says("Sent to the printer").shows("Basket");
    assert_eq!(at.printed, [copied]);
    at.press("Y").shows("Basket, as of").press("q").shows("3 entries");
}

#[test]
fn an_empty_basket_says_how_to_fill_it() {
    let mut at = reading();
    at.press("g +").shows("walk through its sentences with v").press("p").says("is empty");
    at.press("g -")
        .says("is empty")
        .press("esc")
        .hides("walk through")
        .press("<")
        .says("g + shows it");
    let mut at = desk();
    at.press("+")
        .says("Nothing to collect here")
        .press("g + j k enter - y")
        .says("Open an article");
}

#[test]
fn what_cannot_be_kept_is_said_and_stays_for_now() {
    let mut at = reading();
    at.disk_fails = true;
    at.press("v +").says("Not saved (disk full)").press("g +").shows("1  “The Astana");
}

#[test]
fn quick_keys_keep_their_order_though_the_disk_is_slow() {
    let mut at = reading();
    at.slow = true;
    at.press("v + j + j +").answer().press("g +").answer();
    let screen = at.screen();
    let place = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text}\n{screen}"));
    assert!(
        place("1  “The Astana") < place("2  “The programme") && screen.contains("3  “Delegates")
    );
}

#[test]
fn what_another_session_collected_comes_in_and_gone_briefs_are_told() {
    let mut at = collected();
    let basket = at.basket.clone();
    let mut other = Interface::start(Start { files: &[crate::DESK[1]], ..Start::default() });
    other.tell(Message::BasketChanged(Arc::new(basket)));
    other
        .says("g + basket (2)")
        .press("g +")
        .shows("“The programme put")
        .shows("no longer in the folder");
    other.press("enter").says("no longer in the folder; what you collected").shows("Basket");
    other.press("y");
    assert!(other.copied[0].contains("[1] Desk note, 29 May 2025"), "{}", other.copied[0]);
    at.press("g +").hides("no longer");
}

#[test]
fn keys_of_the_panes_do_nothing_behind_the_basket() {
    let mut at = collected();
    let id = at.id("kazakhstan/forum.md");
    at.press("g + s m J z v").shows("Basket");
    assert!(!at.marks.is_starred(&id) && at.marks.is_read(&id));
    at.press("? esc : esc c \"referendum\" esc")
        .shows("Basket")
        .press("c \"nuclear\" enter")
        .hides("Basket");
}

#[test]
fn what_is_not_under_the_cursor_of_a_board_does_not_leave_the_basket() {
    let mut at = collected();
    // A source is no entry, and behind the board lies a sentence that is one.
    at.press("g + G -").says("Nothing to take out here").shows("2 entries");
    for key in ["-", "g -", "<", ">", "y", "Y", "p"] {
        at.press("g a").press(key).says("That is for the basket").press("q g +");
        at.shows("2 entries").press("q");
    }
    assert!(at.copied.is_empty());
}

#[test]
fn an_entry_leads_to_its_sentence_wherever_that_stands_now() {
    let mut at = collected();
    at.press("esc q c \"belarus\" enter");
    let forum = at.files.get_mut("kazakhstan/forum.md").unwrap();
    *forum = forum.replacen("\n\n", "\n\nA paragraph that was put before all others.\n\n", 1);
    at.library_changes().press("g + j enter").shows("put before all others");
    assert!(at.reversed().replace('\n', " ").starts_with("The programme put"), "{}", at.screen());
    let forum = at.files.get_mut("kazakhstan/forum.md").unwrap();
    *forum = forum.replacen("The programme put", "The agenda put", 1);
    at.press("esc q c \"belarus\" enter").library_changes();
    at.press("g + j enter").says("This sentence is no longer in the text");
    assert_eq!(at.reversed(), "", "{}", at.screen());
}

#[test]
fn a_sentence_whose_text_could_not_be_opened_is_cited_in_no_other() {
    let mut at = collected();
    at.press("esc q c \"belarus\" enter");
    let forum = at.files.remove("kazakhstan/forum.md").unwrap();
    at.press("g + j enter").says("");
    at.files.insert("kazakhstan/forum.md".into(), forum);
    at.press("q c \"belarus\" enter enter");
    assert_eq!(at.reversed(), "", "{}", at.screen());
}

#[test]
fn the_board_follows_the_folder() {
    let mut at = collected();
    at.press("esc q g +").hides("no longer in the folder");
    let forum = at.files.remove("kazakhstan/forum.md").unwrap();
    at.library_changes().shows("no longer in the folder");
    at.files.insert("kazakhstan/forum.md".into(), forum);
    at.press("j").is_on("The programme").library_changes().hides("no longer in the folder");
    at.is_on("The programme");
}
