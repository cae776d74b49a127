//! A dispatch pasted into the reader's own inbox.

use chancery::app::effect::Effect;

use crate::{Interface, Start, desk};

const DISPATCH: &str = "Talks on transit in Astana\r\rASTANA, 12 May 2025 - The delegations of Kazakhstan and Belarus \
                        met on Monday.\rThey spoke of transit.\r";

#[test]
fn what_is_pasted_is_shown_kept_and_stands_among_the_briefs() {
    let mut at = desk();
    at.press("g i").says("Paste the text").shows("Into your own inbox");
    at.paste(DISPATCH).shows("Talks on transit in Astana").shows("Kazakhstan").shows("2025");
    at.shows("The delegations of").says("enter keeps it");
    at.press("enter").says("In your inbox: Talks on transit in Astana");
    at.hides("Into your own inbox").shows("[inbox] Talks on transit");
    let kept = at.files.keys().find(|path| path.starts_with(".inbox/")).cloned();
    assert!(!at.files[&kept.expect("a file of the inbox")].contains('\r'));
    // Once more it is known.
    at.press("g i").paste(DISPATCH).says("among your briefs already").press("esc");
}

#[test]
fn what_is_dropped_leaves_nothing() {
    let mut at = desk();
    let before = at.files.clone();
    at.press("g i").paste(DISPATCH).press("esc").hides("Into your own inbox");
    assert_eq!(at.files, before);
    assert!(!at.wanted.iter().any(|effect| matches!(effect, Effect::Receive(_))));
}

#[test]
fn a_paste_without_marks_is_keys_and_does_nothing() {
    let mut at = desk();
    at.press("g i").type_text("some words: quit").press("enter q m s p");
    at.says("Paste the text");
    assert!(at.written.is_empty() && !at.has_left);
    at.press("esc").hides("Into your own inbox");
}

#[test]
fn too_much_and_nothing_are_said() {
    let mut at = desk();
    at.press("g i").paste(&"word ".repeat(60_000)).says("at most 256 kB");
    at.press("x").says("Paste the text");
    at.paste(" \r\n ").says("nothing to read").press("enter").says("nothing to read");
    assert!(!at.wanted.iter().any(|effect| matches!(effect, Effect::Receive(_))));
}

#[test]
fn what_the_disk_does_not_take_stays_to_be_tried_again() {
    let mut at = desk();
    at.disk_fails = true;
    at.press("g i").paste(DISPATCH).press("enter").says("Not kept (the disk is full)");
    at.shows("Talks on transit").press("x").shows("Talks on transit");
    at.disk_fails = false;
    at.press("enter").says("In your inbox");
}

#[test]
fn an_answer_to_an_earlier_paste_is_dropped_and_hostile_text_is_harmless() {
    let mut at = desk();
    at.slow = true;
    at.press("g i")
        .paste("FIRST, 1 May - One text.")
        .paste("\u{1b}[2J\u{202e}SECOND \u{1b}]52;c;aGk=\u{7}");
    at.answer();
    at.hides("FIRST").shows("SECOND").hides("\u{202e}").hides("\u{1b}");
}

#[test]
fn it_fits_every_size() {
    for size in [(20, 6), (60, 15), (160, 50)] {
        let mut at = Interface::start(Start { files: crate::DESK, size, ..Start::default() });
        at.press("g i").paste(DISPATCH).resize(1, 1).resize(size.0, size.1).press("enter");
        assert!(at.files.keys().any(|path| path.starts_with(".inbox/")), "{size:?}");
    }
}

#[test]
fn a_dispatch_leaves_the_inbox_once_that_is_confirmed() {
    let mut at = desk();
    at.press("g i").paste(DISPATCH).press("enter").says("In your inbox");
    let is_there = |at: &Interface| at.files.keys().any(|path| path.starts_with(".inbox/"));
    at.press("enter").press("/ \"title:transit\" enter").is_on("Talks on transit");
    at.press("a d").says("Take \"Talks on transit in Astana\" out of your inbox?").press("esc");
    assert!(is_there(&at), "it was not confirmed");
    at.disk_fails = true;
    at.press("a d enter").says("It stays in your inbox (the disk is full)");
    assert!(is_there(&at));
    at.disk_fails = false;
    at.press("a d enter").says("Out of your inbox; its text lies in aside");
    assert!(!is_there(&at));
    at.press("esc").hides("[inbox]");
    // What is the newsroom's stays the newsroom's.
    at.press("a d").says("Only a dispatch of your inbox");
    assert!(!at.wanted.iter().any(|effect| matches!(effect, Effect::Quit)));
}

#[test]
fn what_is_on_its_way_to_the_disk_is_dropped_no_longer() {
    let mut at = desk();
    at.press("g i").paste(DISPATCH);
    at.slow = true;
    at.press("enter esc").answer().says("In your inbox: Talks on transit in Astana");
    at.answer().shows("[inbox] Talks on transit");
}

#[test]
fn what_became_of_it_is_said_though_it_was_closed() {
    for disk_fails in [false, true] {
        let mut at = desk();
        at.press("g i").paste(DISPATCH);
        at.slow = true;
        at.disk_fails = disk_fails;
        at.press("enter ctrl-c j").answer();
        at.says(if disk_fails { "Not kept" } else { "What you pasted is in your inbox" });
        assert_eq!(at.wanted.contains(&Effect::Refresh), !disk_fails);
    }
}
