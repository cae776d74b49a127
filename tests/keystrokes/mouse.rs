//! The mouse, where the reader asked for it: the wheel, clicks, and where it has nothing to say.

use chancery::config::Settings;

use crate::briefs::DESK;
use crate::desk;
use crate::interface::{Interface, Start};

/// The usual briefs with the mouse on, lists above the text.
fn with_mouse() -> Interface {
    let settings = Settings { mouse: true, ..Settings::default() };
    Interface::start(Start { files: DESK, size: (90, 40), settings, ..Start::default() })
}

#[test]
fn without_asking_for_it_there_is_no_mouse() {
    let mut at = desk();
    assert!(!at.state.wants_mouse());
    at.click("Kazakhstan").is_on("All").wheel("Kazakhstan", 1).is_on("All");
}

#[test]
fn a_click_chooses_and_a_click_on_the_choice_opens() {
    let mut at = with_mouse();
    at.click("Azerbaijan").is_on("Azerbaijan").shows("COP29").hides("Kazakhstan votes");
    at.click("▌ Azerbaijan").is_on("COP29");
    at.click("Kazakhstan").is_on("Kazakhstan").click("Kazakhstan votes").is_on("votes");
    assert!(!at.is_read("kazakhstan/referendum.md"));
    at.click("Kazakhstan votes").shows("Voters in Kazakhstan approved");
    assert!(at.is_read("kazakhstan/referendum.md"));
}

#[test]
fn coming_to_a_pane_opens_nothing() {
    let mut at = with_mouse();
    at.click("Astana International Forum").is_on("Astana International Forum").says("enter open");
    assert!(!at.is_read("kazakhstan/forum.md"));
    at.click("Astana International Forum").shows("opened on 29 May 2025");
    assert!(at.is_read("kazakhstan/forum.md"));
}

#[test]
fn a_heading_and_an_empty_place_give_the_focus_only() {
    let mut at = with_mouse();
    at.press("enter enter").says("space on").click("COUNTRIES").is_on("All").says("enter open");
    at.press("j").is_on("Unread");
}

#[test]
fn a_click_on_a_pane_without_a_text_does_nothing() {
    let mut at = with_mouse();
    at.click("Choose an article").is_on("All").press("j").is_on("Unread");
}

#[test]
fn the_wheel_moves_what_is_under_it_and_not_the_focus() {
    let mut at = with_mouse();
    at.press("enter enter g g").shows("opened on 29 May 2025");
    at.wheel("opened on 29 May 2025", 1).hides("opened on 29 May 2025").press("k k k");
    at.shows("opened on 29 May 2025").wheel("COUNTRIES", 1).shows("▌ Azerbaijan").says("space on");
    at.wheel("COUNTRIES", -9).shows("▌ All").says("space on");
}

#[test]
fn a_notch_is_three_rows() {
    let mut at = with_mouse();
    let mut by_keys = with_mouse();
    at.wheel("Azerbaijan", 1);
    by_keys.press("3 j");
    assert_eq!(at.screen(), by_keys.screen());
}

#[test]
fn the_page_of_a_country_takes_clicks_and_the_wheel() {
    let mut at = with_mouse();
    at.click("Kazakhstan").press("i");
    let first = at.row_here();
    at.wheel("Kazakhstan", 1);
    assert_ne!(at.row_here(), first);
    at.click("[1] Desk note").is_on("[1] Desk note").click("[1] Desk note");
    at.shows("opened on 29 May 2025");
}

#[test]
fn the_finder_takes_clicks_and_the_wheel() {
    let mut at = with_mouse();
    at.press("? \"article\"").wheel("next article", 1).press("esc c \"kazakhstan\"");
    at.click("Kazakhstan votes for").is_on("Kazakhstan votes for").click("Kazakhstan votes for");
    at.shows("Voters in Kazakhstan approved");
}

#[test]
fn a_line_and_a_question_are_not_disturbed() {
    let mut at = with_mouse();
    at.press("/ \"kaz\"").click("Kazakhstan").wheel("Kazakhstan", 1).shows("kaz");
    at.press("esc M");
    let question = at.screen();
    at.click("Kazakhstan").wheel("Kazakhstan", 1);
    assert_eq!(at.screen(), question);
}

#[test]
fn the_sheet_belongs_to_the_terminals_own_selection() {
    let mut at = with_mouse();
    assert!(at.state.wants_mouse());
    at.press("enter enter Y");
    assert!(!at.state.wants_mouse());
    let sheet = at.screen();
    at.wheel("opened on 29 May 2025", 1).click("opened on 29 May 2025");
    assert_eq!(at.screen(), sheet, "a report that was on its way");
    at.press("q");
    assert!(at.state.wants_mouse());
}

#[test]
fn what_was_begun_on_the_keyboard_is_dropped() {
    let mut at = with_mouse();
    at.press("5 g").click("Azerbaijan").press("j").hides("does nothing here").is_on("Belarus");
}
