//! Read, starred, undone: shown once kept, and never lost without a word.

use chancery::app::effect::Effect;
use chancery::app::message::Timer;

use crate::{desk, reading};

#[test]
fn opening_marks_as_read_and_m_takes_it_back() {
    let mut at = reading();
    assert!(at.is_read("kazakhstan/forum.md"));
    at.press("m q").shows("8 unread");
    assert!(!at.is_read("kazakhstan/forum.md"));
}

#[test]
fn a_mark_shows_once_it_is_on_disk() {
    let mut at = desk();
    at.slow = true;
    at.press("enter m").shows("8 unread");
    at.elapse(Timer::Saving).says("Saving…");
    at.answer().shows("7 unread").hides("Saving…");
    assert!(at.is_read("kazakhstan/forum.md"));
}

#[test]
fn a_second_key_knows_of_the_mark_on_its_way() {
    let mut at = desk();
    at.slow = true;
    at.press("enter m m").answer();
    assert!(!at.is_read("kazakhstan/forum.md"));
    at.shows("8 unread");
}

#[test]
fn a_disk_that_fails_is_told_and_recovers() {
    let mut at = desk();
    at.disk_fails = true;
    at.press("enter m").says("Not saved (disk full)").shows("1 not saved").shows("7 unread");
    at.press("j").says("Not saved");
    at.disk_fails = false;
    at.press("m").says("Everything is saved again").hides("1 not saved").shows("6 unread");
    assert!(at.is_read("kazakhstan/forum.md") && at.is_read("france/elysee.txt"));
}

#[test]
fn all_of_a_list_is_marked_after_a_question() {
    let mut at = desk();
    at.press("3 j M").says("Mark 1 article as read?").press("esc").shows("1 unread");
    at.press("M q").shows("1 unread");
    at.press("M enter").shows("all read");
    assert!(at.is_read("azerbaidjan/cop29.md") && !at.is_read("kazakhstan/forum.md"));
    at.press("M").says("Everything in this list is read");
}

#[test]
fn a_bulk_change_is_one_record_and_one_undo() {
    let mut at = desk();
    at.press("M enter").shows("all read");
    let records = at.wanted.iter().filter(|effect| matches!(effect, Effect::Record { .. }));
    assert_eq!(records.count(), 1);
    at.press("U").says("Undone: list marked as read").shows("8 unread");
    at.press("ctrl-r").says("Redone: list marked as read").shows("all read");
}

#[test]
fn undo_and_redo_say_what_they_did_and_when_they_end() {
    let mut at = desk();
    at.press("enter s").shows("★").press("m");
    at.press("U").says("Undone: marked as read").shows("8 unread");
    at.press("U").says("Undone: starred").hides("★").press("U").says("Nothing to undo");
    at.press("ctrl-r").says("Redone: starred").press("ctrl-r ctrl-r").says("Nothing to redo");
    at.shows("★").shows("7 unread");
}

#[test]
fn a_star_has_its_view() {
    let mut at = desk();
    at.press("enter 4 j s q 2 j").is_on("Starred").shows("1  1");
    at.press("enter").is_on("COP29").press("s").is_on("COP29");
    at.press("q k").is_on("Unread").press("j").shows("Nothing is starred");
}

#[test]
fn read_ones_stay_in_sight_until_the_view_is_left() {
    let mut at = desk();
    at.press("j enter enter q").is_on("Astana International Forum").shows("7 unread");
    at.press("j m").is_on("Élysée");
    at.press("q k j").is_on("Unread").hides("29 May      ").hides("Élysée");
}

#[test]
fn read_ones_stay_when_the_list_is_filtered_or_sorted() {
    let mut at = desk();
    at.press("j enter m / \"cop\" esc").shows("Astana International Forum");
    at.press("o o o o").shows("Astana International Forum");
}

#[test]
fn read_ones_stay_when_the_library_changes() {
    let mut at = desk();
    at.press("j enter m").library_changes().shows("Astana International Forum").shows("7 unread");
}

#[test]
fn the_countries_count_at_once() {
    let mut at = desk();
    at.press("3 j").shows("Azerbaijan").press("enter m q").is_on("Azerbaijan").is_on("–");
}

#[test]
fn unread_is_told_without_colour() {
    let mut at = desk();
    at.shows("•  29 May").press("enter m").hides("•  29 May").shows("29 May");
}
