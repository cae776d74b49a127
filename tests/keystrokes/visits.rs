//! What is new on a page, and since when; how far it was seen.

use crate::desk;
use crate::interface::Interface;

const NEWS: &str = "---\ntitle: A bridge over the Bug\ndate: 2025-06-01\ncountries: [BY]\n---\n\nBelarus and \
                    Poland signed an agreement on a bridge over the Bug in Brest on 1 June 2025.\n";

/// The page of Belarus.
fn page() -> Interface {
    let mut at = desk();
    at.press("c \"belarus\" enter i").shows("Belarus · page as of 2 June 2025");
    at
}

#[test]
fn a_page_never_seen_tells_of_everything() {
    let mut at = page();
    at.shows("Everything, whenever it came (t: change).");
}

#[test]
fn opening_a_page_does_not_move_the_visit_and_m_does() {
    let mut at = page();
    at.press("q i").shows("Everything, whenever");
    at.press("m")
        .says("Seen up to here")
        .shows("Since your visit of 2 June 2025 (t: change): nothing new.");
    at.press("q i q i").shows("Since your visit of 2 June 2025");
    let visits = at.wanted.iter().filter(|effect| format!("{effect:?}").contains("Visited(Some"));
    assert_eq!(visits.count(), 1, "only m says so");
}

#[test]
fn what_comes_after_the_visit_is_new_and_marked() {
    let mut at = page();
    at.press("m q");
    at.files.insert("bridge.md".into(), NEWS.into());
    at.library_changes().press("i").shows("Since your visit of 2 June 2025 (t: change): 1 brief.");
    at.shows("+ ").shows("bridge over the Bug");
}

#[test]
fn a_page_that_is_open_follows_what_comes() {
    let mut at = page();
    at.press("m").shows("nothing new");
    at.files.insert("bridge.md".into(), NEWS.into());
    at.library_changes().shows("(t: change): 1 brief.").shows("bridge over the Bug");
}

#[test]
fn m_says_no_more_than_what_the_page_shows() {
    let mut at = page();
    at.slow = true;
    at.files.insert("bridge.md".into(), NEWS.into());
    // The page with the new brief is on its way: what was said to be seen is the page before.
    at.library_changes().press("m");
    at.slow = false;
    at.answer().answer().shows("(t: change): 1 brief.");
}

#[test]
fn undo_takes_the_visit_back() {
    let mut at = page();
    at.press("m")
        .shows("Since your visit")
        .press("U")
        .says("seen up to here")
        .shows("Everything, whenever");
    at.press("ctrl-r").shows("Since your visit");
}

#[test]
fn periods_are_picked_or_typed() {
    let mut at = page();
    at.press("t").shows("Since my last visit").shows("none yet").shows("The last 7 days");
    at.press("down enter").shows("Since 27 May 2025 (t: change): ");
    at.press("t \"30\" enter").shows("Since 4 May 2025 (t: change): ");
    at.press("t \"day\" enter \"12 May 2025\" enter").shows("Since 12 May 2025 (t: change): ");
    at.press("t \"day\" enter \"soon\" enter").says("\"soon\" is no day").press("esc");
    at.shows("Since 12 May 2025");
    at.press("t \"day\" enter \"14d\" enter").shows("Since 20 May 2025");
    at.press("t \"everything\" enter").shows("Everything, whenever");
}

#[test]
fn a_period_holds_for_the_next_page_too() {
    let mut at = page();
    at.press("t down enter q c \"kazakhstan\" enter i")
        .shows("Kazakhstan · page")
        .shows("Since 27 May 2025");
}

#[test]
fn undated_briefs_count_by_the_day_they_came_and_the_page_says_so() {
    let mut at = page();
    let undated = NEWS.replace("date: 2025-06-01\n", "").replace(" on 1 June 2025", "");
    at.files.insert("undated.md".into(), undated);
    at.library_changes().press("t \"day\" enter \"2025-05-12\" enter");
    at.shows("of which 1 undated, counted by the day it came");
    at.press("t \"day\" enter \"2025-05-13\" enter").hides("undated, counted");
}

#[test]
fn elsewhere_t_and_m_are_what_they_were() {
    let mut at = desk();
    at.press("c \"belarus\" enter t").hides("New since").press("t \"x\" esc esc");
    at.press("i t").shows("New since").press("esc q m");
    assert!(at.wanted.iter().any(|effect| format!("{effect:?}").contains("Read(")));
    let mut at = desk();
    at.press(": \"seen\" enter").says("That is for the page of a country");
    assert!(!at.wanted.iter().any(|effect| format!("{effect:?}").contains("Visited")));
}

#[test]
fn it_is_said_to_be_seen_once_that_is_kept() {
    let mut at = page();
    at.slow = true;
    at.press("m").hides("Seen up to here").answer().says("Seen up to here");
    at.slow = false;
    at.disk_fails = true;
    at.answer().press("m").hides("Seen up to here");
}
