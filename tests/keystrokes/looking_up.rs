//! The finder, the palette, the help, the list of problems.

use chancery::app::effect::Effect;
use ratatui::style::Modifier;

use crate::briefs::DESK;
use crate::desk;
use crate::interface::{Interface, Start};

#[test]
fn every_name_of_a_country_leads_to_it() {
    for name in ["bielorussie", "Biélorussie", "BY", "by", "Belarus", "Bélarus", "belarus"] {
        let mut at = desk();
        at.press("c").type_text(name).is_on("Belarus").press("enter");
        assert!(at.line(0).starts_with("Belarus"), "{name}:\n{}", at.screen());
        at.is_on("dixième");
    }
}

#[test]
fn the_newest_on_kazakhstan_is_five_keys_away() {
    let mut at = desk();
    at.press("c k a enter enter").shows("opened on 29 May 2025");
    let mut at = Interface::start(Start {
        files: DESK,
        language: chancery::model::Language::French,
        ..Start::default()
    });
    at.press("c k a enter enter").shows("opened on 29 May 2025");
}

#[test]
fn a_title_opens_its_text_and_the_list_stands_on_it() {
    let mut at = desk();
    at.press("c \"cop29\"").is_on("COP29").press("enter").shows("300 milliards").press("q");
    at.is_on("COP29");
}

#[test]
fn a_related_story_is_found_and_comes_out_of_its_fold() {
    let mut at = desk();
    at.press("c \"quirinal\"").is_on("Quirinal").press("enter").shows("février 2023").press("q");
    at.is_on("Quirinal").shows("2 related stories:");
}

#[test]
fn matches_are_shown_at_the_letters_of_the_name() {
    let mut at = desk();
    at.press("c \"elysee\"");
    let marked = at.with(Modifier::UNDERLINED).concat();
    assert!(marked.contains("Élysée"), "{marked:?}");
}

#[test]
fn enter_may_come_before_the_answer() {
    let mut at = desk();
    at.slow = true;
    at.press("c \"cop29\" enter").answer();
    at.answer().shows("300 milliards");
}

#[test]
fn nothing_found_says_so_and_enter_is_harmless() {
    let mut at = desk();
    at.press("c \"qqqqzzzz\"").is_on("Search the texts for \"qqqqzzzz\"").press("enter");
    at.shows("Nothing matches").press("q").hides("Nothing matches").shows("COP29");
}

#[test]
fn a_command_is_found_too() {
    let mut at = desk();
    at.press("c \"next layout\" enter").says("Layout: lists above the text");
}

#[test]
fn the_palette_runs_commands_and_knows_the_fingers() {
    let mut at = desk();
    at.press(": \"lay\" enter").says("Layout: lists above the text");
    at.press(": \"sor\" tab").shows("Command: sort").press("enter").says("Order:");
    at.press(": \"q\" enter");
    assert!(at.has_left && at.wanted.contains(&Effect::Quit));
    let mut at = desk();
    at.press(": \"quit\" enter");
    assert!(at.has_left);
}

#[test]
fn the_help_is_searched_by_word_and_by_key() {
    let mut at = desk();
    at.press("?").shows("Moving").shows("one line down");
    at.press("\"undo\"").is_on("undo").hides("one line down").press("esc").is_on("All");
    at.press("? \"ctrl-r\"").is_on("redo");
}

#[test]
fn help_shows_all_bindings_as_it_is_walked() {
    let mut at = desk();
    at.press("?");
    let mut seen = String::new();
    for _ in 0..8 {
        seen.push_str(&at.screen());
        at.press("pagedown");
    }
    for what in ["Moving", "Leaving", "suspend", "Z Z", "ctrl-p", "In a line being typed"] {
        assert!(seen.contains(what), "{what} is not in the help");
    }
}

#[test]
fn a_bad_file_is_in_the_list_of_problems() {
    let files = &[("a/bad.md", "+++\ntitle = \"Open\ndate = 2025-05-01\n+++\nText on France.\n")];
    let mut at = Interface::start(Start { files, ..Start::default() });
    at.press("g p").shows("bad.md:2").shows("front matter").press("esc").is_on("All");
    let clean =
        &[("a.md", "+++\ntitle = \"A\"\ndate = 2025-05-01\ncountries = [\"FR\"]\n+++\nA.\n")];
    let mut at = Interface::start(Start { files: clean, ..Start::default() });
    at.press("g p").says("No file has a problem");
}

#[test]
fn a_warning_does_not_hide_the_line_being_typed() {
    let mut at = desk();
    at.disk_fails = true;
    at.press("enter m").says("Not saved").press("/ \"cop\"").shows("Filter articles: cop");
}

#[test]
fn no_country_has_its_own_list() {
    let mut at = desk();
    at.press("G k").is_on("No country").shows("‹Les délégations").shows("The oldest organisation");
}

#[test]
fn what_is_found_shows_in_its_list_whatever_the_filter() {
    let mut at = desk();
    at.press("enter / \"forum\" enter c \"cop29\" enter").shows("300 milliards");
    at.press("q").is_on("COP29");
}

#[test]
fn typing_on_takes_an_early_enter_back() {
    let mut at = desk();
    at.slow = true;
    at.press("c \"cop29\" enter \" x\"").answer();
    at.answer().shows("Find: cop29 x");
}

#[test]
fn rows_stay_until_the_latest_answer_comes() {
    let mut at = desk();
    at.press("c \"cop29\"").is_on("COP29");
    at.slow = true;
    at.press("ctrl-u \"kaz\"").shows("Find: kaz").is_on("COP29");
    at.answer().is_on("Kazakhstan");
}
