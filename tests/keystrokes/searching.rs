//! The texts searched: results as a view, opened at the match, left for where one came from.

use ratatui::style::Modifier;

use chancery::app::effect::Effect;
use chancery::app::message::Message;

use crate::{DESK, Interface, Start, desk};

/// What stands out because it was found, without the row under the cursor.
fn matches(at: &Interface) -> Vec<String> {
    let underlined = at.with(Modifier::UNDERLINED).into_iter();
    underlined.filter(|text| text.len() < 30).collect()
}

fn searches(at: &Interface) -> usize {
    at.wanted.iter().filter(|effect| matches!(effect, Effect::Search { .. })).count()
}

#[test]
fn words_are_found_in_the_texts_with_the_sentence_that_holds_them() {
    let mut at = desk();
    at.press("enter / \"uranium\"").shows("Astana International Forum").hides("COP29");
    at.shows("the world's mined uranium.").shows("1 found in 2 ms");
    assert!(matches(&at).contains(&"uranium".to_owned()), "{:?}", matches(&at));
    at.press("enter").shows("All / uranium").is_on("Astana International Forum");
    at.press("esc").shows("COP29").hides("found in");
}

#[test]
fn the_word_at_the_end_may_go_on_while_it_is_typed() {
    let mut at = desk();
    at.press("enter / \"uran\"").shows("1 found").type_text(" ").hides("1 found");
    at.press("ctrl-u").type_text("novoross").shows("terminal near Novorossiysk");
}

#[test]
fn what_is_found_opens_at_its_first_match_and_n_goes_on_through_the_hits() {
    let mut at = desk();
    at.press("enter / \"astana\" enter").shows("2 found").press("enter");
    assert_eq!(at.reversed().lines().last(), Some("Astana"));
    at.says("1/");
    at.press("n").says("2/");
    for _ in 0..12 {
        at.press("n");
    }
    let screen = at.screen();
    assert!(!screen.contains("opened on 29 May 2025"), "still in the first text:\n{screen}");
    at.press("q q").hides("found in").shows("COP29");
}

#[test]
fn before_the_first_match_stands_the_last_one_of_the_hit_before() {
    let mut at = desk();
    at.press("enter / \"astana\" enter j enter N").shows("and Astana again in 2022").press("N");
    at.says("/").press("n n").hides("Astana again in 2022");
}

#[test]
fn a_search_sets_out_from_a_view_and_leads_back_to_it() {
    let mut at = desk();
    at.press("/ \"kaz\" enter").shows("Kazakhstan").press("j").is_on("nuclear plant");
    at.press("/ \"floods\" enter").shows("Kazakhstan / floods").shows("1 found").press("q");
    at.is_on("nuclear plant").shows("Kazakhstan").hides("found");
    at.press("c \"floods\"").shows("Search the texts for \"floods\"").press("enter");
    at.shows("All / floods").shows("1 found").press("enter").shows("put off, because floods");
    at.press("q q").is_on("nuclear plant").hides("found");
}

#[test]
fn without_an_index_titles_answer_and_it_is_said_how_to_have_one() {
    let mut at = desk();
    at.has_index = false;
    at.press("enter / \"forum\"").shows("Astana International Forum").shows("titles only");
    at.hides("COP29")
        .press("enter")
        .says("chancery index does it")
        .press("j")
        .hides("chancery index");
    at.has_index = true;
    at.press("r").shows("found in");
}

#[test]
fn what_no_text_holds_is_looked_for_in_titles_and_sources() {
    let mut at = desk();
    at.press("enter / \"ternational for\" enter").shows("Astana International Forum");
    at.shows("titles only").says("In no text").hides("COP29");
}

#[test]
fn rows_stay_until_the_latest_answer_comes() {
    let mut at = desk();
    at.press("enter");
    at.slow = true;
    at.press("/ \"ura\"").shows("COP29").type_text("nium").shows("COP29").answer();
    at.hides("COP29").shows("1 found");
    at.press("enter").press("q").answer();
    at.shows("COP29").hides("found");
}

/// A brief that the index takes in a moment after the list shows it.
fn a_brief_comes(at: &mut Interface, title: &str) {
    let text = format!("---\ntitle: {title}\ndate: 2025-06-20\n---\nUranium leaves Astana.\n");
    at.files.insert("kazakhstan/new.md".into(), text);
    at.library_changes().tell(Message::TextsChanged);
}

#[test]
fn what_comes_in_while_hits_are_looked_at_joins_them() {
    let mut at = desk();
    at.press("enter / \"astana\" enter").press("j").is_on("dixième membre");
    a_brief_comes(&mut at, "A train of ore");
    at.shows("3 found").shows("A train of ore").is_on("dixième membre");
}

#[test]
fn what_is_done_with_a_list_is_done_with_all_that_was_found() {
    let mut at = desk();
    for number in 0..100 {
        let text = format!("---\ntitle: Train {number}\n---\nZinc for Astana.\n");
        at.files.insert(format!("trains/{number}.md"), text);
    }
    at.library_changes().press("enter / \"zinc\" enter").shows("100 found").press("M");
    at.says("100").press("enter");
    assert_eq!((0..100).filter(|number| at.is_read(&format!("trains/{number}.md"))).count(), 100);
    at.press("t a").type_text("ore").press("enter");
    at.press("q / \"tag:ore\" enter").shows("Train 0").hides("COP29");
}

#[test]
fn hits_that_were_read_stay_while_they_are_looked_at() {
    let mut at = desk();
    at.press("enter / \"astana is:unread\" enter").shows("2 found").press("m");
    a_brief_comes(&mut at, "A train of ore");
    at.shows("2 found").hides("A train of ore").press("r").hides("Astana International Forum");
}

#[test]
fn the_order_of_hits_is_by_relevance_or_by_date() {
    let mut at = desk();
    at.press("enter / \"astana\" enter o").says("newest first");
    let asked = searches(&at);
    at.press("o").says("best match first");
    assert_eq!(searches(&at), asked + 1);
}

#[test]
fn hits_are_marked_as_any_others_and_a_passing_look_keeps_no_place() {
    let mut at = desk();
    at.press("enter / \"astana\" enter m").is_on("Astana International Forum");
    assert!(at.is_read("kazakhstan/forum.md"));
    let before = at.wanted.len();
    at.press("enter q");
    let written = at.wanted.iter().skip(before);
    assert_eq!(written.filter(|effect| matches!(effect, Effect::Record { .. })).count(), 0);
}

#[test]
fn up_and_down_bring_back_what_was_asked_before() {
    let mut at = desk();
    at.tell(Message::PastQueries(vec!["cop29".into()]));
    at.press("enter / \"uranium\" enter / ctrl-u \"flo\" up").says("\"phrases\"");
    at.shows("Filter articles: uranium").shows("1 found").press("up").shows("articles: cop29");
    at.press("up").shows("articles: cop29").press("down down").shows("Filter articles: flo");
    at.press("up enter");
    let kept = at.wanted.iter().filter_map(|effect| match effect {
        Effect::KeepQueries(queries) => Some(queries.clone()),
        _ => None,
    });
    assert_eq!(kept.collect::<Vec<_>>(), [["cop29", "uranium"]], "asked twice, kept once");
}

#[test]
fn a_search_is_saved_opened_renamed_taken_away_and_brought_back() {
    let mut at = desk();
    at.press("f s").says("Nothing to save");
    at.press("enter / \"uranium\" enter f s").says("Name of the search:").type_text("Atom");
    at.press("enter").says("Saved: Atom").shows("SEARCHES").shows("Atom           1  1");
    at.press("q h").is_on("All").press("/ \"atom\" enter").hides("Atom / ");
    at.shows("1 found").is_on("Astana International Forum").press("m").shows("Atom           1  –");
    at.press("q f r").shows("Name of the search: Atom").type_text("ic age").press("enter");
    at.says("Saved: Atomic age").shows("Atomic age").press("U").hides("Atomic age").shows("Atom  ");
    at.press("f d").says("No saved search here");
}

#[test]
fn a_saved_search_that_is_refined_is_left_for_itself() {
    let mut at = desk();
    at.press("enter / \"astana\" enter f s \"Forums\" enter q h / \"forums\" enter")
        .shows("2 found");
    at.press("/ \" forum\" enter").shows("1 found").press("q").shows("2 found");
    at.press("q").is_on("Forums").press("f d").says("Taken away: Forums").hides("SEARCHES");
    at.shows("COP29").press("U").shows("SEARCHES");
}

#[test]
fn enter_is_faster_than_the_answer_of_a_saved_search() {
    let mut at = desk();
    at.press("enter / \"uranium\" enter f s \"Atom\" enter q h");
    at.slow = true;
    at.press("/ \"atom\" enter enter").answer();
    at.answer().shows("mined uranium").hides("Nothing to open");
    assert_eq!(at.reversed().lines().last(), Some("uranium"));
}

#[test]
fn a_hit_says_how_far_it_was_reached_for_and_opens_at_what_was_found() {
    for size in [(60, 15), (80, 24), (160, 50)] {
        let mut at = Interface::start(Start { files: DESK, size, ..Start::default() });
        at.press("enter / \"novorossiisk\" enter").shows("other spelling");
        at.shows("1 found (1 approximate) in 2 ms").is_on("Astana International Forum");
        assert!(matches(&at).contains(&"Novorossiysk".to_owned()), "{:?}", matches(&at));
        at.press("enter");
        assert_eq!(at.reversed().lines().last(), Some("Novorossiysk"));
        at.press("q q / \"tengis uraniun\" enter").hides("slip").press("q");
        at.press("/ \"uraniun\" enter").shows("slip of the finger?").press("enter");
        assert_eq!(at.reversed().lines().last(), Some("uranium"));
        at.press("q q / \"uranium\" enter").shows("1 found in").hides("slip");
    }
}

#[test]
fn a_country_is_found_by_its_other_name_and_opens_there() {
    let mut at = desk();
    at.press("enter / \"belarus\" enter").shows("La Biélorussie devient").press("enter");
    assert_eq!(at.reversed().lines().last(), Some("Biélorussie"));
}

#[test]
fn a_hit_without_a_date_says_by_which_day_it_was_found() {
    for size in [(60, 15), (80, 24)] {
        let mut at = Interface::start(Start { files: DESK, size, ..Start::default() });
        at.press("enter / \"calendrier\" enter").shows("échangé").hides("received 12 May");
        at.press("q / \"calendrier since:60d\" enter").shows("échangé").shows("received 12 May");
        at.press("q / \"calendrier since:2d\" enter").hides("échangé");
    }
}

#[test]
fn words_of_a_note_find_its_brief() {
    for size in [(60, 15), (80, 24), (160, 50)] {
        let mut at = Interface::start(Start { files: DESK, size, ..Start::default() });
        at.press("enter a a \"Ask Ulan about the tariffs.\" ctrl-o / \"tariff\" enter");
        at.shows("1 found").shows("Ask Ulan about the tariffs.").shows("in your note");
        assert!(matches(&at).contains(&"tariffs".to_owned()), "{:?}", matches(&at));
        at.press("enter").shows("¶ Ask Ulan about the tariffs.").press("q q").hides("found in");
    }
}

#[test]
fn a_note_on_a_sentence_is_found_and_opens_there() {
    let mut at = desk();
    at.press("enter enter a s 9 j enter \"True of tariffs?\" ctrl-o q");
    let Some(note) = at.notes.values().next().cloned() else { panic!("no note") };
    let chancery::model::Subject::Sentence { text, .. } = note.subject else { panic!("{note:?}") };
    at.press("/ \"astana tariff\" enter").shows("True of tariffs?").shows("in your note");
    at.press("enter").is_on(text.split([',', '.']).next().unwrap());
}

#[test]
fn a_note_on_a_country_stands_above_the_hits_and_opens_its_page() {
    let mut at = desk();
    at.press("/ \"kaz\" enter h a c \"Ask for the uranium figures.\" ctrl-o c \"uranium\"");
    at.press("enter").shows("Ask for the uranium figures.").shows("your note").shows("1 found");
    at.is_on("Astana International Forum").press("k").is_on("Kazakhstan");
    at.press("enter").shows("¶ Ask for the uranium figures.").press("q");
    at.shows("1 found").press("j enter").is_on("uranium");
    at.press("q / ctrl-u \"figure\" enter").shows("0 found").is_on("Kazakhstan");
    at.press("enter").shows("¶ Ask for the uranium figures.");
}
