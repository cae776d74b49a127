//! Sizes and layouts: whatever the window does, nothing is lost.

use chancery::app::effect::Effect;

use crate::briefs::DESK;
use crate::interface::{Interface, Start};
use crate::{desk, reading};

#[test]
fn a_window_made_tiny_and_back_keeps_everything() {
    let mut at = reading();
    at.press("5 j");
    let before = at.screen();
    for (columns, rows) in [(1, 1), (0, 0), (39, 12), (40, 11), (200, 60), (40, 12), (5, 40)] {
        at.resize(columns, rows).screen();
    }
    at.resize(90, 24);
    assert_eq!(at.screen(), before);
    at.press("q 3 j");
    let before = at.screen();
    at.resize(1, 1).resize(90, 24);
    assert_eq!(at.screen(), before);
}

#[test]
fn a_window_too_small_says_so_and_can_be_left() {
    let mut at = desk();
    at.resize(39, 11).shows("40 columns and 12").press("q");
    assert!(at.has_left);
}

#[test]
fn the_smallest_window_works() {
    let mut at = Interface::start(Start { files: DESK, size: (40, 12), ..Start::default() });
    at.is_on("All").press("4 j enter").is_on("La Biélorussie").press("enter").shows("juillet");
    at.shows("DIFFUSION RESTREINTE").press("q q").is_on("Belarus");
    at.press("c \"kaz\"").is_on("Kazakhstan").press("enter i").shows("Kazakhstan · page");
}

#[test]
fn zoom_gives_the_text_everything_and_takes_it_back() {
    let mut at = Interface::start(Start { files: DESK, size: (120, 40), ..Start::default() });
    at.press("enter enter").shows("Kazakhstan ").shows("COP29");
    at.press("z").hides("COP29").shows("1/8").press("z").shows("COP29");
    at.press("q z").hides("COP29").shows("29 May 2025").press("q").shows("COP29");
}

#[test]
fn layouts_go_round_and_keep_the_place() {
    let mut at = Interface::start(Start { files: DESK, size: (160, 50), ..Start::default() });
    at.press("enter enter 3 j g l").says("lists above").shows("COP29");
    at.press("g l").says("three columns").shows("COP29");
    at.press("g l").says("one pane").hides("COP29");
    at.press("g l").says("by the window").shows("COP29");
}

#[test]
fn the_list_stands_where_it_was_after_a_text_in_one_pane() {
    let many: Vec<(String, String)> = (0..60)
        .map(|n| {
            let text = format!(
                "+++\ntitle = \"Note {n:02}\"\ndate = 2024-01-{:02}\ncountries = [\"FR\"]\n+++\nText.\n",
                n % 28 + 1
            );
            (format!("n/{n:02}.md"), text)
        })
        .collect();
    let files: Vec<(&str, &str)> = many.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
    for size in [(60, 15), (90, 24), (160, 50)] {
        let mut at = Interface::start(Start { files: &files, size, ..Start::default() });
        at.press("enter 2 0 j 3 k m");
        let lists = |at: &Interface| {
            let screen = at.screen();
            screen.lines().take(8).map(|line| line.chars().take(70).collect()).collect()
        };
        let before: Vec<String> = lists(&at);
        at.press("enter q");
        assert_eq!(lists(&at), before, "at {size:?}");
        at.press("c esc i q ? esc");
        assert_eq!(lists(&at), before, "at {size:?} after what stood over it");
    }
}

#[test]
fn suspending_wants_nothing_else() {
    let mut at = desk();
    let before = at.wanted.len();
    at.press("ctrl-z");
    assert_eq!(at.wanted[before..], [Effect::Suspend]);
}
