//! The page of a country and the way from a line to its sentence and back.

use chancery::app::effect::Effect;

use crate::{desk, reading};

/// The page of Kazakhstan.
fn page() -> crate::Interface {
    let mut at = desk();
    at.press("c \"kazakhstan\" enter i").shows("Kazakhstan · page as of 2 June 2025");
    at
}

#[test]
fn a_line_leads_to_its_sentence_and_back_to_the_same_line() {
    let mut at = page();
    at.shows("KEY POINTS").press("4 j");
    let line = at.row_here();
    at.press("enter");
    let sentence = at.reversed().replace('\n', " ");
    assert!(!sentence.is_empty() && sentence != line, "no sentence is lit:\n{}", at.screen());
    at.press("q").shows("KEY POINTS");
    assert_eq!(at.row_here(), line);
}

#[test]
fn the_sentence_lit_is_the_one_the_line_says() {
    let mut at = page();
    // Headlines above say less than the sentence behind them.
    at.press("/ \"two days\" enter");
    for _ in 0..6 {
        let line = at.row_here().replace('\n', " ");
        at.press("enter");
        let lit = at.reversed().replace('\n', " ");
        let words = line.split_whitespace().filter(|word| word.len() > 6).take(6);
        let known = words.clone().filter(|word| lit.contains(word)).count();
        assert!(known * 2 >= words.count(), "{line:?}\nlit: {lit:?}\n{}", at.screen());
        at.press("q j");
    }
}

#[test]
fn sections_fold_out() {
    let mut at = page();
    at.press("/ esc");
    at.press("G").shows("TIMELINE (");
    for _ in 0..30 {
        if at.row_here().contains("TIMELINE") {
            break;
        }
        at.press("k");
    }
    at.is_on("TIMELINE").press("enter").shows(") -").press("enter").hides(") -");
}

#[test]
fn q_and_esc_put_the_page_away() {
    let mut at = page();
    at.press("q").is_on("Astana International Forum").press("i").shows("page as of");
    at.press("esc").is_on("Astana International Forum");
    assert!(!at.has_left);
}

#[test]
fn the_page_of_a_text_is_that_of_its_first_country() {
    let mut at = reading();
    at.press("i").shows("Kazakhstan · page as of").press("q").shows("29 May 2025");
    let mut at = desk();
    at.press("enter 3 j").is_on("délégations").press("i").says("No country here");
}

#[test]
fn from_a_page_the_way_back_is_forgotten_once_one_goes_elsewhere() {
    let mut at = page();
    at.press("enter c \"belarus\" enter enter").shows("dixième").press("q");
    at.hides("page as of").is_on("dixième");
}

#[test]
fn a_stale_page_is_dropped() {
    let mut at = desk();
    at.press("c \"kazakhstan\" enter");
    at.slow = true;
    at.press("i").shows("being compiled").press("q c \"belarus\"").answer();
    at.press("enter i").shows("Belarus · page").shows("being compiled");
    at.answer().shows("Belarus · page").shows("KEY POINTS").shows("Tachkent");
}

#[test]
fn copy_and_export_take_the_sentence_and_the_page() {
    let mut at = page();
    at.press("2 j Y").shows(".md)").hides("KEY POINTS").press("esc").shows("KEY POINTS");
    let line = at.row_here();
    at.press("y").says("Sent to the terminal").shows("KEY POINTS");
    let copied = at.copied[0].replace('\n', " ");
    let words = line.split_whitespace().filter(|word| word.len() > 6 && !word.starts_with('['));
    assert!(words.clone().count() > 1, "{line}");
    for word in words.take(6) {
        assert!(copied.contains(word), "{word}:\n{copied}");
    }
    assert!(copied.contains(".md)"), "{copied}");
    at.press("p").says("kz.html").press("ctrl-u \"kz.md\" enter").says("Written: kz.md");
    assert!(at.written["kz.md"].contains("Kazakhstan"));
    assert!(at.wanted.iter().any(|effect| matches!(effect, Effect::Write { .. })));
}

#[test]
fn the_page_keeps_its_line_at_another_size() {
    let mut at = page();
    at.press("5 j");
    let line: String = at.row_here().chars().take(30).collect();
    at.resize(30, 8).resize(120, 40).is_on(&line).resize(90, 24).is_on(&line);
}

#[test]
fn a_page_still_comes_after_something_else_was_looked_up() {
    let mut at = desk();
    at.press("c \"kazakhstan\" enter");
    at.slow = true;
    at.press("i c \"b\" esc").shows("being compiled").answer().shows("KEY POINTS");
}

#[test]
fn a_sentence_is_shown_whatever_the_list_is_filtered_by() {
    let mut at = desk();
    at.press("c \"kazakhstan\" enter / \"forum\" enter i").shows("KEY POINTS");
    at.press("/ \"voters\" enter").is_on("Voters");
    at.press("enter").shows("Voters in Kazakhstan").press("q q").is_on("Kazakhstan votes");
}

#[test]
fn slash_finds_on_the_page_and_n_goes_round() {
    let mut at = page();
    at.press("/ \"nuclear\"").says("Find in the text: nuclear").says("1/");
    assert!(at.row_here().contains("nuclear"), "{}", at.screen());
    at.press("enter n").says("2/").press("N").says("1/").press("N").says("from the end again");
    at.press("esc").shows("page as of").press("esc").hides("page as of");
}

#[test]
fn a_find_that_is_given_up_leaves_the_page_as_it_was() {
    let mut at = page();
    at.press("3 j");
    let line = at.row_here();
    at.press("/ \"qqzz\"").says("Not on this page").press("esc");
    assert_eq!(at.row_here(), line);
    at.press("/ \"/nucl(\"").says("(").press("esc");
    assert_eq!(at.row_here(), line);
}
