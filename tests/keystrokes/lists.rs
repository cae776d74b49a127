//! Walking the two lists, filtering them, putting them in order.

use chancery::app::message::Timer;

use crate::{desk, reading};

#[test]
fn the_countries_lead_to_their_articles() {
    let mut at = desk();
    at.is_on("All").shows("Astana International Forum");
    at.press("4 j").is_on("Belarus").shows("dixième").hides("Astana International Forum");
    at.press("enter").is_on("dixième");
    at.press("q").is_on("Belarus");
    at.press("k").is_on("Azerbaijan");
}

#[test]
fn headings_are_skipped_and_the_ends_hold() {
    let mut at = desk();
    at.press("k k").is_on("All");
    at.press("G").is_on("No date").press("j").is_on("No date");
    at.press("g g").is_on("All");
    at.press("j j j").is_on("Azerbaijan");
}

#[test]
fn arrows_home_and_end_do_the_same() {
    let mut at = desk();
    at.press("down down down").is_on("Azerbaijan");
    at.press("up").is_on("Starred");
    at.press("end").is_on("No date");
    at.press("home").is_on("All");
    at.press("right").is_on("Astana International Forum");
    at.press("left").is_on("All");
}

#[test]
fn left_never_leaves() {
    let mut at = desk();
    at.press("h h left left esc esc esc").is_on("All");
    assert!(!at.has_left);
}

#[test]
fn a_count_is_as_many_presses() {
    for (count, keys) in
        [("6 j", "j j j j j j"), ("2 j 5 j", "j j j j j j j"), ("G 4 k", "G k k k k")]
    {
        let (mut counted, mut pressed) = (desk(), desk());
        counted.press(count);
        pressed.press(keys);
        assert_eq!(counted.row_here(), pressed.row_here(), "{count}");
    }
}

#[test]
fn a_count_goes_with_any_motion() {
    let mut at = desk();
    at.press("enter 3 j").is_on("Les délégations");
    at.press("2 k").is_on("Élysée");
    at.press("9 9 9 j").is_on("The oldest organisation");
    at.press("2 J").says("last article");
    at.press("g g 2 J").is_on("Les délégations");
}

#[test]
fn a_filter_narrows_as_it_is_typed_and_esc_restores() {
    let mut at = desk();
    at.press("enter 5 j").is_on("nuclear plant");
    at.press("/ \"elysee\"").shows("Élysée").hides("Astana International Forum");
    at.shows("Filter articles: elysee").says("Words, \"phrases\"");
    at.press("esc").shows("Astana International Forum").is_on("nuclear plant");
}

#[test]
fn a_filter_stays_until_it_is_closed() {
    let mut at = desk();
    at.press("enter / \"forum\" enter").is_on("Astana International Forum").hides("COP29");
    at.shows("All / forum");
    at.press("enter").shows("opened on 29 May 2025").press("q").hides("COP29");
    at.press("esc").shows("COP29").is_on("Astana International Forum");
}

#[test]
fn a_filter_that_matches_nothing_says_what_to_do() {
    let mut at = desk();
    at.press("enter / \"zzz\"").shows("esc removes the filter");
    at.press("enter enter").says("Nothing to open here");
    at.press("esc").shows("COP29");
}

#[test]
fn countries_are_filtered_by_name_and_code() {
    let mut at = desk();
    at.press("/ \"kaz\"").is_on("Kazakhstan").hides("Belarus ");
    at.press("backspace backspace backspace \"by\"").is_on("Belarus");
    at.press("enter").is_on("dixième");
}

#[test]
fn esc_restores_the_country_that_was_selected() {
    let mut at = desk();
    at.press("3 j").is_on("Azerbaijan").press("/ \"kaz\"").is_on("Kazakhstan");
    at.press("esc").is_on("Azerbaijan").shows("COP29");
}

#[test]
fn a_filter_widens_to_everything() {
    let mut at = desk();
    at.press("3 j enter / \"international forum\"").shows("esc removes the filter");
    at.press("tab").shows("Astana International Forum opens");
    at.press("enter").shows("opened on 29 May 2025");
}

#[test]
fn the_order_changes_and_says_so() {
    let mut at = desk();
    at.press("enter o").says("oldest first").is_on("Astana International Forum");
    at.press("g g").is_on("The oldest organisation");
    at.press("o").says("by title").press("o").says("by source").press("o").says("newest first");
    at.press("g g").is_on("Astana International Forum").press("q 4 j").is_on("Belarus");
    at.press("o").says("by number of briefs").is_on("Belarus");
    at.press("o").says("newest first").press("o").says("by name").is_on("Belarus");
}

#[test]
fn related_stories_are_folded_and_not_counted() {
    let mut at = desk();
    at.shows("8  8").shows("8 unread").hides("Quirinal");
    at.press("enter 2 j").is_on("2 related stories").press("enter").shows("Quirinal");
    at.is_on("2 related stories:").shows("8 unread");
    at.press("j enter").shows("signé à Rome le 26 novembre 2021").hides("jeunesse");
    at.press("q").shows("8 unread").is_on("Quirinal").press("m").says("goes with its article");
    at.press("k enter").is_on("2 related stories").hides("2 related stories:");
}

/// The same text on two days under two headlines, then its correction.
const WIRE: &str = "The pipeline runs for 1,511 kilometres from the Tengiz field in western Kazakhstan to a terminal near Novorossiysk. \
    It carries most of the oil that the country exports. Its first tanker was loaded in October 2001, and an expansion \
    finished in 2018 raised the capacity to 67 million tonnes a year.";

#[test]
fn versions_of_one_text_are_one_row_under_the_newest() {
    let mut at = desk();
    let brief = |title: &str, date: &str| {
        format!("+++\ntitle = \"{title}\"\ndate = {date}\ncountries = [\"KZ\"]\n+++\n\n{WIRE}\n")
    };
    for (path, title, date) in [
        ("kazakhstan/a.md", "Oil by the Caspian", "2025-05-30"),
        ("kazakhstan/b.md", "CORRECTED: The Caspian pipeline", "2025-05-31"),
        ("kazakhstan/c.md", "The Caspian pipeline", "2025-05-30"),
    ] {
        at.files.insert(path.to_owned(), brief(title, date));
    }
    at.library_changes();
    at.shows("9  9").shows("9 unread").hides("Oil by the Caspian");
    at.press("enter g g").is_on("CORRECTED: The Caspian pipeline").shows("+2");
    at.press("j").is_on("2 copies").press("enter").is_on("2 copies:").shows("Oil by the Caspian");
    at.press("j enter").shows("1,511 kilometres").press("q").shows("9 unread");
    at.press("g g m").shows("8 unread").press("j enter").hides("Oil by the Caspian");
}

#[test]
fn a_star_on_a_copy_keeps_its_group_among_the_starred() {
    let mut at = desk();
    let brief = |title: &str, date: &str| {
        format!("+++\ntitle = \"{title}\"\ndate = {date}\ncountries = [\"KZ\"]\n+++\n\n{WIRE}\n")
    };
    let place = |name: &str| format!("kazakhstan/{name}.md");
    at.files.insert(place("a"), brief("Oil by the Caspian", "2025-05-30"));
    at.library_changes();
    at.press("enter g g").is_on("Oil by the Caspian").press("s q");
    at.files.insert(place("b"), brief("The Caspian pipeline", "2025-05-31"));
    at.library_changes();
    at.press("g g 2 j").is_on("Starred").shows("1  1").shows("The Caspian pipeline");
}

#[test]
fn what_is_corrected_or_withdrawn_says_so_in_words() {
    let mut at = desk();
    at.shows("[CORRECTED] COP29").press("enter").shows("[CORRECTED] COP29");
    at.press("G k").is_on("[WITHDRAWN] The Good Friday Agreement");
    at.press("enter").shows("WITHDRAWN: the source has taken this text back.");
}

#[test]
fn a_derived_title_stands_in_marks_and_the_undated_tell_their_day() {
    let mut at = desk();
    at.shows("‹Les délégations").shows("n.d.");
    at.resize(120, 40).shows("n.d. · received 12 May").resize(90, 24);
    at.press("G").is_on("No date").press("enter").is_on("Élysée").press("j j").is_on("Les dél");
}

#[test]
fn tab_goes_round_the_panes() {
    let mut at = reading();
    at.press("tab").is_on("All").press("tab").is_on("Astana").press("tab").shows("Delegates");
    at.press("backtab").is_on("Astana").press("backtab").is_on("All");
}

#[test]
fn the_list_beside_comes_when_the_cursor_rests_or_something_else_is_done() {
    let mut at = desk();
    at.slow = true;
    at.press("4 j").is_on("Belarus").shows("Astana International Forum");
    at.elapse(Timer::Beside).shows("dixième").hides("Astana International Forum");
    at.press("k").shows("dixième").press("enter").hides("dixième").shows("COP29");
    at.press("q k j").elapse(Timer::Beside).is_on("Azerbaijan").shows("COP29");
}
