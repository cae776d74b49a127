//! A text: paging, its end, the next one, what was left out, banners.

use crate::briefs::DESK;
use crate::interface::{Interface, Start};
use crate::{desk, reading};

#[test]
fn space_pages_says_the_end_and_goes_on() {
    let mut at = reading();
    at.press("space").hides("opened on 29 May 2025");
    while !at.screen().contains("The last paragraph closes the text.") {
        at.press("space");
    }
    at.press("space").says("End of the text — space: the next unread (7)");
    at.press("space").shows("Élysée").shows("1963");
    assert!(at.is_read("kazakhstan/forum.md") && at.is_read("france/elysee.txt"));
}

#[test]
fn at_the_end_of_everything_it_says_so() {
    let mut at = desk();
    at.press("M enter enter enter G space").says("everything in this list is read");
    at.press("space").says("Everything is read.");
}

#[test]
fn pages_keep_a_line_of_context() {
    let mut at = reading();
    let last = |at: &Interface| at.line(-3);
    let before = last(&at);
    at.press("space");
    let screen = at.screen();
    assert!(screen.lines().take(4).any(|line| line.trim() == before), "{before:?} on\n{screen}");
    at.press("b").shows("opened on 29 May 2025");
    at.press("ctrl-d u").shows("opened on 29 May 2025");
    at.press("pagedown pageup").shows("opened on 29 May 2025");
    at.press("G").shows("closes the text").press("g g").shows("opened on 29 May 2025");
}

#[test]
fn articles_are_stepped_through_without_the_list() {
    let mut at = reading();
    at.press("J").shows("1963").press("J").shows("calendrier").press("K K").shows("29 May 2025");
    at.press("K").says("first article");
    at.press("q").is_on("Astana");
}

#[test]
fn unread_ones_are_stepped_through_round_the_end() {
    let mut at = reading();
    at.press(")").shows("1963").press("(").shows("1865");
    at.press(")").shows("calendrier");
}

#[test]
fn the_place_is_kept_between_texts() {
    let mut at = reading();
    at.press("6 j").hides("opened on 29 May 2025");
    let before = at.line(3);
    assert!(before.starts_with("side. Delegates"), "{before}");
    at.press("q J enter K");
    assert_eq!(at.line(3), before, "\n{}", at.screen());
}

#[test]
fn a_place_survives_another_width() {
    let mut at = reading();
    at.press("1 2 j");
    let top = at.line(3).chars().take(20).collect::<String>();
    assert_eq!(top, "Background");
    at.resize(60, 24).resize(120, 24).resize(90, 24);
    assert!(at.line(3).starts_with(&top), "{top:?} not on top:\n{}", at.screen());
}

#[test]
fn what_was_left_out_is_told_and_shown() {
    let mut at = desk();
    at.press("enter j enter").shows("lines left out — x: see them").hides("La façade du palais");
    at.press("x").shows("La façade du palais").press("x").hides("La façade du palais");
    at.press("J").press("x").says("Nothing was left out");
}

#[test]
fn a_marking_stays_while_the_text_scrolls() {
    let mut at = Interface::start(Start { files: DESK, size: (60, 15), ..Start::default() });
    at.press("4 j enter enter").shows("DIFFUSION RESTREINTE").shows("EMBARGO: 2025-07-01");
    at.press("G").shows("russe et le chinois").shows("DIFFUSION RESTREINTE").shows("EMBARGO");
}

#[test]
fn the_head_tells_source_date_basis_and_countries() {
    reading().shows("Desk note · 29 May 2025 (file) · KZ · #forum");
}

#[test]
fn markdown_is_set() {
    let mut at = Interface::start(Start { files: DESK, size: (100, 80), ..Start::default() });
    at.press("enter enter").shows("• foreign policy and international security");
    at.shows("▏ Middle powers").shows("Year").shows("ministry of energy").hides("](").hides("##");
    at.shows("[1] https://www.gov.kz/memleket/entities/energo");
}

#[test]
fn the_text_follows_the_cursor_only_at_hand() {
    let mut at = Interface::start(Start { files: DESK, remote: false, ..Start::default() });
    assert!(at.runs(chancery::app::message::Timer::Follow));
    at.elapse(chancery::app::message::Timer::Follow).shows("opened on 29 May 2025");
    assert!(!at.is_read("kazakhstan/forum.md"), "seen in passing is not read");
    at.press("enter j").elapse(chancery::app::message::Timer::Follow).shows("1963");
    let mut far = Interface::start(Start { files: DESK, remote: true, ..Start::default() });
    far.press("enter j");
    assert!(!far.runs(chancery::app::message::Timer::Follow));
}

#[test]
fn a_slow_text_keeps_the_one_before_and_the_last_one_asked_for_wins() {
    let mut at = reading();
    at.slow = true;
    at.press("J J").shows("29 May 2025");
    at.answer().shows("calendrier").hides("1963");
}

#[test]
fn a_text_gone_to_with_tab_or_z_is_read() {
    let start = || Start { files: DESK, size: (120, 40), ..Start::default() };
    for key in ["tab", "z"] {
        let mut at = Interface::start(start());
        at.press("enter").elapse(chancery::app::message::Timer::Follow);
        assert!(!at.is_read("kazakhstan/forum.md"));
        at.press(key);
        assert!(at.is_read("kazakhstan/forum.md"), "{key}");
    }
}

#[test]
fn z_shows_the_article_under_the_cursor() {
    let mut at = reading();
    at.press("q 3 j").is_on("délégations").press("z").shows("calendrier des travaux");
}

#[test]
fn a_step_in_a_very_long_paragraph_reads_none_of_it_anew() {
    let text = "La commission mixte se réunit une fois par an. ".repeat(40_000);
    let mut at = Interface::start(Start { files: &[("long.md", &text)], ..Start::default() });
    at.press("enter enter");
    let start = std::time::Instant::now();
    at.press(&"j ".repeat(300));
    assert!(start.elapsed().as_secs() < 8, "{:?}", start.elapsed());
}

#[test]
fn a_name_in_mixed_alphabets_is_marked_wherever_it_stands() {
    let brief = |title: &str, author: &str| {
        format!(
            "+++\ntitle = \"{title}\"\nauthor = \"{author}\"\ncountries = [\"IR\"]\n+++\nText.\n"
        )
    };
    let (real, twin) =
        (brief("Iran and the agency", "Desk"), brief("Ir\u{430}n and the agency", "D\u{435}sk"));
    let files = [("a.md", real.as_str()), ("b.md", twin.as_str())];
    let mut at = Interface::start(Start { files: &files, size: (120, 40), ..Start::default() });
    at.press("enter").shows("[mixed alphabets] Ir\u{430}n and").shows("Iran and the agency");
    assert_eq!(at.screen().matches("[mixed alphabets]").count(), 1, "{}", at.screen());
    at.press("c \"agency\"").shows("[mixed alphabets] n.d.").press("esc");
    let keys = if at.row_here().contains("mixed") { "enter" } else { "j enter" };
    at.press(keys).shows("[mixed alphabets] D\u{435}sk");
}
