//! Finding words in a text.

use ratatui::style::Modifier;

use crate::{desk, reading};

#[test]
fn a_word_is_found_again_and_round_the_end() {
    let mut at = reading();
    at.press("/ \"forum\"").says("Find in the text: forum").press("enter").says("1 of 3");
    assert_eq!(at.reversed(), "Forum");
    at.press("n").says("2 of 3").press("n").says("3 of 3");
    at.press("n").says("1 of 3 (went round the end)");
    at.press("N").says("3 of 3 (went round the end)").press("N").says("2 of 3");
    assert_eq!(at.with(Modifier::UNDERLINED).iter().filter(|hit| **hit == "Forum").count(), 2);
}

#[test]
fn small_letters_find_all_and_a_capital_finds_itself() {
    let mut at = reading();
    at.press("/ \"middle\" enter").says("1 of 1");
    at.press("/ \"Middle\" enter").says("1 of 1").press("/ \"MIDDLE\" enter").says("Not in this");
}

#[test]
fn accents_need_not_be_typed() {
    let mut at = desk();
    at.press("enter j enter / \"elysee\" enter").says("1 of");
    assert_eq!(at.reversed(), "Élysée");
    at.press("/ \"Élysée\" enter").says("1 of");
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
    at.press("/ \"nuclear\" enter").says("1 of 1").press("q 5 j").is_on("nuclear plant");
    at.press("enter n").says("1 of");
    assert_eq!(at.reversed(), "nuclear");
}

#[test]
fn nothing_to_find_says_so() {
    let mut at = reading();
    at.press("n").says("Nothing was looked for yet");
    at.press("/ \"xylophone\" enter").says("Not in this text");
    at.press("/ esc n").says("Not in this text");
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
