//! Taking text along: the sheet for the mouse, files, the printer.

use chancery::app::message::Message;
use chancery::config::{Clipboard, Settings};

use crate::{Interface, Start, desk, reading};

#[test]
fn the_sheet_is_the_text_alone_with_its_source() {
    let mut at = reading();
    at.press("Y").shows("Astana International Forum opens").shows("Desk note").hides("│");
    at.hides("enter open").hides("space on").hides("───────");
    at.press("space G").shows("closes the text").press("esc").shows("space on");
}

#[test]
fn a_copy_goes_to_the_terminal_and_never_says_that_it_arrived() {
    let mut at = reading();
    at.press("y").says("Sent to the terminal").shows("opened on 29 May 2025");
    assert!(at.copied[0].contains("Desk note") && at.copied[0].contains("closes the text"));
    assert!(!at.foot().to_lowercase().contains("copied"), "{}", at.foot());
    at.tell(Message::NoClipboard("The text itself".into()));
    at.shows("The text itself").hides("opened on");
}

#[test]
fn what_no_terminal_takes_is_not_sent() {
    let long = format!("+++\ntitle = \"Long\"\n+++\n\n{}\n", "word ".repeat(15_000));
    let mut at = Interface::start(Start { files: &[("long.md", &long)], ..Start::default() });
    at.press("enter enter y").says("75 kB are too long");
    assert!(at.copied.is_empty());
    at.press("Y").shows("word word");
}

#[test]
fn where_the_clipboard_is_off_a_copy_is_shown_alone() {
    let settings = Settings { clipboard: Clipboard::Off, ..Settings::default() };
    let mut at = Interface::start(Start { files: crate::DESK, settings, ..Start::default() });
    at.press("enter enter y").shows("Desk note").hides("space on");
    assert!(at.copied.is_empty());
}

#[test]
fn a_marking_goes_along() {
    let mut at = desk();
    at.press("4 j enter enter Y").shows("DIFFUSION RESTREINTE").shows("2025-07-01").press("esc");
    for name in ["a.txt", "a.md", "a.html"] {
        at.press("p ctrl-u").type_text(name).press("enter").says(&format!("Written: {name}"));
        let written = &at.written[name];
        assert!(written.contains("DIFFUSION RESTREINTE"), "{name}: {written}");
        assert!(written.contains("2025-07-01") && written.contains("Tachkent"), "{name}");
    }
    at.press("p ctrl-u \"lp\" enter").says("Sent to the printer");
    assert!(at.printed[0].contains("DIFFUSION RESTREINTE"));
}

#[test]
fn a_withdrawn_text_says_so_wherever_it_goes() {
    let mut at = desk();
    at.press("enter G k enter Y").shows("WITHDRAWN").press("esc p enter");
    assert!(at.written["vendredi-saint.html"].contains("WITHDRAWN"));
}

#[test]
fn nothing_is_overwritten_unasked() {
    let mut at = reading();
    at.written.insert("forum.html".into(), "mine".into());
    at.press("p").says("forum.html").press("enter").says("forum.html exists already: replace it?");
    at.press("esc");
    assert_eq!(at.written["forum.html"], "mine");
    at.press("p enter enter").says("Written: forum.html");
    assert!(at.written["forum.html"].contains("Astana"));
}

#[test]
fn a_name_that_tells_no_format_is_asked_for_again() {
    let mut at = reading();
    at.press("p ctrl-u \"notes.doc\" enter").says(".html, .md or .txt");
    at.press("ctrl-w \"notes.md\"").says("notes.md").press("enter").says("Written: notes.md");
    at.press("p ctrl-u enter").says(".html, .md or .txt").press("esc").shows("space on");
}

#[test]
fn without_a_text_it_says_what_to_do() {
    let mut at = desk();
    at.press("y")
        .says("Open an article first")
        .press("Y")
        .says("Open an article first")
        .press("p")
        .says("Open an article or a page first");
}

#[test]
fn what_is_copied_is_what_is_under_the_cursor() {
    let mut at = reading();
    at.press("q 4 j").is_on("COP29").press("Y");
    let screen = at.screen();
    assert!(
        screen.contains("COP29") || at.foot().contains("Open an article"),
        "Y took another text than the one under the cursor:\n{screen}"
    );
}

#[test]
fn what_is_asked_about_is_what_is_written_whatever_is_shown_by_then() {
    let mut at = reading();
    at.written.insert("forum.html".into(), "mine".into());
    at.slow = true;
    at.press("p enter J").answer();
    at.slow = false;
    at.says("forum.html exists already").answer().press("enter").says("Written: forum.html");
    assert!(at.written["forum.html"].contains("Astana International Forum"));
}
