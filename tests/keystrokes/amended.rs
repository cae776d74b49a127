//! What was taken along and is corrected or withdrawn later: the reader is told until they say that they know.

use std::fmt::Write as _;

use crate::{DESK, Interface, desk, reading};

const FORUM: &str = "kazakhstan/forum.md";

/// Changes a file and tells of it.
fn change(at: &mut Interface, path: &str, from: &str, to: &str) {
    let text = at.files.get_mut(path).unwrap();
    assert!(text.contains(from), "{text}");
    *text = text.replacen(from, to, 1);
    at.library_changes();
}

#[test]
fn a_text_that_was_copied_and_changes_is_told_until_it_is_acknowledged() {
    let mut at = reading();
    at.press("v y esc q");
    change(&mut at, FORUM, "some eighty countries", "some ninety countries");
    at.says("g a — TEXT CHANGED. Astana International Forum opens");
    at.press("j").says("Astana International Forum opens").press("p esc").says("g a changed (1)");
    at.press("g a").shows("1 to see").is_on("Astana International Forum opens");
    at.shows("TEXT CHANGED. You had copied it on 2 June 2025.").press("enter");
    at.shows("some ninety countries").shows("TEXT CHANGED.").press("q g a m").shows("all seen");
    at.shows("or you have seen it")
        .press("q")
        .hides("g a changed")
        .press("enter")
        .hides("TEXT CHANGED");
    // And it is told of the next change, not of the same one again.
    at.library_changes().hides("g a changed");
    change(&mut at, FORUM, "some ninety countries", "some hundred countries");
    at.says("TEXT CHANGED");
}

#[test]
fn what_only_touches_the_file_is_no_news() {
    let mut at = reading();
    at.press("y q");
    change(&mut at, FORUM, "tags = [\"forum\"]", "tags = [\"forum\", \"trade\"]");
    at.hides("g a changed");
    change(&mut at, FORUM, "\n\nThe 2024 session", "\n\n\nThe 2024 session");
    at.hides("g a changed");
}

#[test]
fn every_way_of_taking_along_counts_and_reading_alone_does_not() {
    let ways = [
        ("y", "copied it"),
        ("Y esc", "copied it"),
        ("v Y esc", "copied it"),
        ("p enter", "exported it"),
        ("p ctrl-u \"lp\" enter", "printed it"),
        ("v +", "put it into the basket"),
        ("s", "starred it"),
    ];
    for (keys, said) in ways {
        let mut at = reading();
        at.press(keys);
        change(&mut at, FORUM, "some eighty", "some ninety");
        at.press("g a").shows(&format!("You had {said} on 2 June 2025."));
    }
    let mut at = reading();
    at.press("m");
    change(&mut at, FORUM, "some eighty", "some ninety");
    at.hides("g a changed");
}

#[test]
fn a_star_that_is_taken_off_is_no_reason_any_longer() {
    let mut at = reading();
    at.press("s");
    change(&mut at, FORUM, "some eighty", "some ninety");
    at.press("esc").says("g a changed (1)").press("s").library_changes().hides("g a changed");
}

#[test]
fn front_matter_that_withdraws_or_corrects_is_said_in_its_words() {
    for (status, word) in [("withdrawn", "WITHDRAWN by its source."), ("corrected", "CORRECTED.")] {
        let mut at = reading();
        at.press("s");
        change(
            &mut at,
            FORUM,
            "language = \"en\"",
            &format!("language = \"en\"\nstatus = \"{status}\""),
        );
        at.says(&format!("g a — {word} Astana International Forum opens"));
        at.press("q g a M").shows("all seen");
    }
}

#[test]
fn another_brief_that_replaces_it_is_named_and_opened() {
    let mut at = reading();
    at.press("y q");
    let new = "+++\ntitle = \"The forum, second version\"\ndate = 2025-05-30\ncountries = [\"KZ\"]\n\
        replaces = \"forum.md\"\n+++\n\nThe forum was opened by the host.\n";
    at.files.insert("kazakhstan/forum-2.md".into(), new.into());
    at.library_changes().press("esc g a").shows("REPLACED by “The forum, second version”.");
    at.press("enter").shows("opened by the host").press("q g a m").shows("all seen");
    at.library_changes().hides("to see");
}

#[test]
fn a_copy_of_the_same_wire_is_no_news() {
    let mut at = reading();
    at.press("y q");
    let (_, text) = DESK.iter().find(|(path, _)| *path == FORUM).unwrap();
    let copy = text.replace("2025-05-29", "2025-05-30");
    at.files.insert("kazakhstan/forum-copy.md".into(), copy);
    at.library_changes().hides("g a changed").shows("1 copy");
}

#[test]
fn what_was_shown_counts_though_its_file_changed_already() {
    let mut at = reading();
    at.slow = true;
    change(&mut at, FORUM, "some eighty", "some ninety");
    at.press("y").answer();
    at.slow = false;
    at.library_changes().press("g a").shows("TEXT CHANGED");
}

#[test]
fn several_are_told_in_one_line_and_acknowledged_at_once() {
    let mut at = desk();
    at.press("enter s j j j s");
    for text in at.files.values_mut() {
        writeln!(text, "\nOne more sentence.").unwrap();
    }
    at.library_changes().says("2 briefs that you took along").press("g a M").shows("all seen");
    at.press("q").hides("g a changed");
}

#[test]
fn acknowledging_is_undone_and_done_again() {
    for key in ["m", "M"] {
        let mut at = reading();
        at.press("y q");
        change(&mut at, FORUM, "some eighty", "some ninety");
        at.press("g a").press(key).shows("all seen").press("U").shows("1 to see");
        at.is_on("TEXT CHANGED").press("ctrl-r").shows("all seen");
    }
}

#[test]
fn that_a_text_changed_is_said_when_it_is_in_sight_again() {
    let mut at = reading();
    at.press("g +");
    change(&mut at, FORUM, "some eighty", "some ninety");
    at.hides("Changed on disk").press("q").says("Changed on disk");
}

#[test]
fn what_is_collected_or_starred_is_the_version_that_was_shown() {
    for keys in ["+", "s"] {
        let mut at = reading();
        at.slow = true;
        // The old text is still before the reader when the file is another one.
        change(&mut at, FORUM, "some eighty", "some ninety");
        at.answer().press(keys).answer();
        at.slow = false;
        at.library_changes().press("g a").shows("TEXT CHANGED");
    }
}

#[test]
fn trading_places_and_bringing_back_acknowledge_nothing() {
    let mut at = reading();
    at.press("v + j + g +");
    change(&mut at, FORUM, "some eighty", "some ninety");
    at.press("> < - U g - U").library_changes().press("g a").shows("TEXT CHANGED");
}

#[test]
fn collecting_the_corrected_text_is_a_new_taking() {
    let mut at = reading();
    at.press("+ -");
    change(&mut at, FORUM, "some eighty", "some ninety");
    at.hides("TEXT CHANGED").press("r").shows("some ninety").press("+").library_changes();
    at.hides("g a changed").press("g a").hides("TEXT CHANGED");
}

#[test]
fn what_was_taken_out_of_the_basket_is_watched_over_no_longer() {
    let mut at = reading();
    at.press("+");
    change(&mut at, FORUM, "some eighty", "some ninety");
    at.press("esc").says("g a changed (1)").press("-").press("j").hides("g a changed");
    at.press("U").says("TEXT CHANGED");
}
