//! Keys as such: prefixes, counts, unbound ones, ways out, what is pasted.

use chancery::app::effect::Effect;
use chancery::app::keymap::Mode;
use chancery::app::message::Timer;
use chancery::messages::Messages;
use chancery::model::Language;

use crate::{desk, reading};

#[test]
fn after_a_prefix_what_may_follow_is_shown() {
    let mut at = desk();
    at.press("g");
    at.elapse(Timer::Hints);
    for (columns, rows) in [(60, 15), (80, 24), (120, 40)] {
        at.resize(columns, rows);
        let keymap = chancery::app::keymap::Keymap::builtin();
        for (chord, command) in keymap.continuations(Mode::Global, &["g".parse().unwrap()]) {
            let what = Messages::new(Language::English).text(&command.unwrap().message());
            at.shows(&format!("{chord} {what}"));
        }
    }
    at.resize(90, 24).press("g").is_on("All").says("enter open");
    at.press("Z").elapse(Timer::Hints).says("Z leave");
}

#[test]
fn a_hint_that_comes_late_shows_nothing() {
    let mut at = desk();
    at.press("g g").elapse(Timer::Hints).says("enter open");
}

#[test]
fn esc_takes_a_prefix_back_in_silence() {
    let mut at = desk();
    at.press("g").elapse(Timer::Hints).press("esc").says("enter open");
    at.press("4 esc j").is_on("Unread");
}

#[test]
fn an_unbound_key_says_what_it_could_have_been() {
    let mut at = desk();
    at.press("X").says("‹X› does nothing here").says("x see what was left out");
    at.press("é").says("‹é› does nothing here; ? shows all keys.");
    at.press("j").says("enter open");
    at.press("g v").says("‹g v› does nothing here");
}

#[test]
fn q_goes_back_step_by_step_and_leaves_at_the_root() {
    let mut at = reading();
    at.press("q").is_on("Astana").press("q").is_on("All");
    assert!(!at.has_left);
    at.press("q");
    assert!(at.has_left);
}

#[test]
fn ways_out_from_anywhere() {
    for keys in ["Z Z", "ctrl-c ctrl-c", ": \"q\" enter", ": \"q!\" enter"] {
        let mut at = reading();
        at.press(keys);
        assert!(at.has_left, "{keys}");
    }
    for keys in ["? ctrl-c ctrl-c", "c \"a\" ctrl-c ctrl-c", "/ ctrl-c ctrl-c", "M ctrl-c ctrl-c"] {
        let mut at = desk();
        at.press(keys);
        assert!(at.has_left, "{keys}");
    }
}

#[test]
fn ctrl_c_once_says_how_and_another_key_takes_it_back() {
    let mut at = desk();
    at.press("ctrl-c").says("ctrl-c once more to leave").press("j ctrl-c");
    assert!(!at.has_left);
    at.press("c \"by\" ctrl-c").is_on("Unread").says("ctrl-c once more to leave");
}

#[test]
fn esc_never_leaves() {
    let mut at = reading();
    at.press("i esc Y esc p esc ? esc : esc c esc M esc / esc x esc g esc esc esc esc");
    assert!(!at.has_left);
    at.shows("29 May 2025");
}

#[test]
fn leaving_keeps_the_place() {
    let mut at = reading();
    at.press("4 j Z Z");
    assert!(at.marks.position(&at.id("kazakhstan/forum.md")).is_some());
    let mut at = reading();
    at.press("4 j");
    let last = at.state.last_words();
    assert!(matches!(last[..], [Effect::Record { .. }]), "{last:?}");
}

#[test]
fn what_is_pasted_is_never_a_command() {
    let mut at = desk();
    at.paste("ZZ:q\r\nMM\u{1b}[A").says("Pasted text ignored");
    assert!(!at.has_left);
    at.shows("8 unread").is_on("All");
    at.press("c").paste("bielo\nrussie\u{1b}q").shows("Find: bielo russie q");
    assert!(!at.has_left);
    at.press("esc : ").paste("q\n");
    assert!(!at.has_left);
}

#[test]
fn a_line_is_edited_as_fingers_know_it() {
    let mut at = desk();
    at.press("c \"belarus\" ctrl-w \"kaz\" home \"x\" right left end ctrl-h").shows("Find: xka");
    at.press("ctrl-u").shows("Find:").hides("xka").press("\"kazakhstan\" down up").is_on("Kaz");
}

#[test]
fn the_screen_is_drawn_anew_and_the_shell_comes_back() {
    let mut at = desk();
    at.press("ctrl-l ctrl-z").press("c ctrl-l ctrl-z");
    let redraws = at.wanted.iter().filter(|effect| **effect == Effect::Redraw).count();
    let stops = at.wanted.iter().filter(|effect| **effect == Effect::Suspend).count();
    assert_eq!((redraws, stops), (2, 2));
}

#[test]
fn what_is_pasted_takes_a_count_back() {
    let mut at = desk();
    at.press("4").paste("2").press("j").is_on("Unread");
}

#[test]
fn keys_of_pages_are_known_wherever_keys_are_told() {
    let mut at = desk();
    at.press("c \"belarus\" enter i T").says("‹T› does nothing here").says("t from when on");
    at.hides("t t tag").press("c \"seen up\"");
    let screen = at.screen();
    let row = screen.lines().find(|row| row.contains("seen up to here")).unwrap_or(&screen);
    assert!(row.trim_end().ends_with(" m"), "{screen}");
    at.press("esc ? \"digest\"").shows("front page").says("type to narrow");
}
