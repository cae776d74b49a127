//! Finding words and patterns in a text.

use ratatui::style::Modifier;

use chancery::model::Language;

use crate::briefs::DESK;
use crate::interface::{Interface, Start};
use crate::{desk, reading};

/// A text with markup, an entity, a table and lines left out, alone on the screen.
fn reading_text(text: &str, size: (u16, u16)) -> Interface {
    let text = format!("+++\ntitle = \"A\"\ndate = 2025-05-01\n+++\n{text}");
    let files = &[("a.md", text.as_str())];
    let mut at = Interface::start(Start { files, size, ..Start::default() });
    at.press("enter enter");
    at
}

#[test]
fn a_word_is_found_as_it_is_typed_and_round_the_end() {
    let mut at = reading();
    at.press("/ \"forum\"").says("Find in the text: forum").says("1/3");
    assert_eq!(at.reversed(), "Forum");
    at.press("enter").says("1/3").press("n").says("2/3").press("n").says("3/3");
    at.press("n").says("1/3, from the top again");
    at.press("N").says("3/3, from the end again").press("N").says("2/3");
    assert_eq!(at.with(Modifier::UNDERLINED).iter().filter(|hit| **hit == "Forum").count(), 2);
}

#[test]
fn small_letters_find_all_and_a_capital_finds_itself() {
    let mut at = reading();
    at.press("/ \"middle\" enter").says("1/1");
    at.press("/ \"Middle\" enter").says("1/1").press("/ \"MIDDLE\" enter").says("Not in this");
}

#[test]
fn accents_need_not_be_typed() {
    let mut at = desk();
    at.press("enter j enter / \"elysee\" enter").says("1/");
    assert_eq!(at.reversed(), "Élysée");
    at.press("/ \"Élysée\" enter").says("1/");
}

#[test]
fn what_is_far_comes_into_sight() {
    let mut at = reading();
    at.press("/ \"Novorossiysk\" enter");
    assert_eq!(at.reversed(), "Novorossiysk");
    at.press("esc");
    assert_eq!(at.reversed(), "");
    at.shows("Novorossiysk");
}

#[test]
fn the_next_text_is_searched_for_the_same_words() {
    let mut at = reading();
    at.press("/ \"nuclear\" enter").says("1/1").press("q 5 j").is_on("nuclear plant");
    at.press("enter n").says("1/");
    assert_eq!(at.reversed(), "nuclear");
}

#[test]
fn nothing_to_find_says_so() {
    let mut at = reading();
    at.press("n").says("Nothing was looked for yet");
    at.press("/ \"xylophone\"").says("Not in this text").press("enter").says("Not in this text");
    at.press("/ esc n").says("Not in this text");
}

#[test]
fn esc_brings_back_the_place_and_what_was_found_before() {
    let mut at = reading();
    let before = at.screen();
    at.press("/ \"Novorossiysk\"");
    assert_eq!(at.reversed(), "Novorossiysk");
    at.press("esc");
    assert_eq!(at.screen(), before);
    assert_eq!(at.reversed(), "");
    at.press("/ \"forum\" enter n / \"nuclear\" esc");
    assert_eq!(at.reversed(), "forum");
    at.press("/ \"Novorossiysk\" ctrl-u");
    assert_eq!(at.reversed(), "forum");
    at.press("esc n").says("3/3");
}

#[test]
fn an_empty_line_finds_what_was_found_last() {
    let mut at = reading();
    at.press("/ \"forum\" enter esc").press("/ enter").says("1/3");
    assert_eq!(at.reversed(), "Forum");
}

#[test]
fn a_pattern_stands_behind_a_slash() {
    let mut at = reading();
    at.press("/ /").type_text("foru.").says("Find a pattern: /foru.").says("1/3");
    assert_eq!(at.reversed(), "Forum");
    at.press("ctrl-r").says("Find in the text: foru.").says("Not in this text");
    at.press("ctrl-r").says("1/3").press("enter n").says("2/3");
}

#[test]
fn a_mistake_is_explained_and_what_was_found_stays() {
    let mut at = reading();
    at.press("/ /").type_text("forum(").says("Letter 6: this ( has no )");
    assert_eq!(at.reversed(), "Forum");
    at.press("enter").says("Find a pattern: /forum(");
    at.type_text("s)?").says("1/3").press("enter").says("1/3");
    at.press("/ /").type_text("(a{1000}){1000}").says("too large");
}

#[test]
fn a_mistake_is_explained_in_french() {
    let start = Start { files: DESK, language: Language::French, ..Start::default() };
    let mut at = Interface::start(start);
    at.press("enter enter / /").says("Chercher un motif").type_text("[a");
    at.says("Lettre 1 : ce [ n'est pas fermé");
}

#[test]
fn brackets_are_letters_where_no_pattern_is_meant() {
    let mut at = reading_text("The Q&A (draft) is *2 [x]*; km/h.\n", (90, 24));
    at.press("/").type_text("Q&A (draft)").says("1/1");
    assert_eq!(at.reversed(), "Q&A (draft)");
}

#[test]
fn a_hit_over_two_lines_is_lit_on_exactly_its_letters() {
    let mut at = reading_text(
        "Les ministres ont signé hier un **accord cadre** &amp; un traité.\n",
        (44, 16),
    );
    at.press("/ \"cadre & un traite\"").says("1/1");
    assert_eq!(at.reversed().replace('\n', " "), "cadre & un traité");
}

#[test]
fn a_cell_of_a_table_is_searched() {
    let mut at = reading_text("| Pays | Gaz |\n|---|---|\n| Mali | **12** bcm |\n", (60, 16));
    at.press("/ \"12 bcm\"").says("1/1");
    assert_eq!(at.reversed(), "12 bcm");
}

#[test]
fn lines_left_out_are_searched_where_they_are_shown() {
    let mut at = desk();
    at.files = [("a.txt".to_owned(), RAW.to_owned())].into();
    at.library_changes();
    at.press("G j enter enter").shows("left out").press("/ \"photographer\"").says("Not in this");
    at.press("esc x / \"photographer\"").says("1/1");
    assert_eq!(at.reversed(), "photographer");
}

/// A dispatch with a line that is no text.
const RAW: &str = "Ministers meet in Paris\n\nPARIS, May 12, 2025 - The ministers of France and Mali \
    met in Paris on Monday and spoke of trade for two hours.\n\nPhoto: a photographer / Desk\n\n\
    They will meet again in June, the ministry of France said in a statement on Monday.\n";

#[test]
fn an_early_enter_waits_for_the_answer_and_an_old_answer_is_dropped() {
    let mut at = reading();
    at.slow = true;
    at.press("/ \"forum\" enter").says("Find in the text: forum");
    assert_eq!(at.reversed(), "");
    at.answer().says("1/3");
    assert_eq!(at.reversed(), "Forum");
    at.press("/ \"nuclea\" esc").answer();
    assert_eq!(at.reversed(), "Forum");
}

#[test]
fn esc_closes_the_line_and_leaves_the_text() {
    let mut at = reading();
    at.press("/ \"forum\" esc").shows("29 May 2025");
    assert_eq!(at.reversed(), "");
    at.press("esc esc esc").shows("29 May 2025");
}

#[test]
fn a_search_widens_to_everything() {
    let mut at = reading();
    at.press("/ \"bakou\" tab").shows("COP29 : l'objectif de Bakou").press("enter");
    at.shows("300 milliards");
}
