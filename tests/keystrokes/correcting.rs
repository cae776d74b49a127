//! Wrong titles, dates and countries put right: in the reader's marks, shown so, taken back.

use chancery::model::{Field, Language};

use crate::interface::{Interface, Start};
use crate::{DESK, desk, reading};

#[test]
fn a_title_is_edited_and_shown_as_corrected() {
    let mut at = reading();
    at.press("e").shows("Correct:").shows("Astana International Forum opens");
    at.press("enter").shows("Title: Astana International Forum opens").says("enter keeps it");
    at.press("ctrl-w \"closes\" enter");
    at.shows("Astana International Forum closes").hides("Forum opens");
    at.shows("✎ corrected by you: Title").press("q").shows("✎ 29 May");
    let file = &at.files["kazakhstan/forum.md"];
    assert!(file.contains("Forum opens"), "the file belongs to the newsroom");
}

#[test]
fn it_shows_once_it_is_on_disk() {
    let mut at = reading();
    at.slow = true;
    at.press("e enter ctrl-u \"Our forum\" enter").hides("Our forum").hides("corrected by you");
    at.answer().shows("Our forum").shows("corrected by you");
}

#[test]
fn a_correction_is_undone_and_done_again() {
    let mut at = reading();
    at.press("e enter ctrl-u \"Our forum\" enter").shows("Our forum");
    at.press("U").says("Undone: correction").shows("Forum opens").hides("corrected by you");
    at.press("ctrl-r").says("Redone: correction").shows("Our forum").shows("corrected by you");
}

#[test]
fn a_date_is_read_as_it_is_written_and_sorts_the_list() {
    let mut at = desk();
    at.press("enter 4 j").is_on("COP29").press("e down enter").shows("Date: 2024-11-24");
    at.press("ctrl-u \"le 30 mai 2025\" enter").is_on("COP29").press("g g").is_on("COP29");
    at.shows("30 May");
}

#[test]
fn a_mistake_is_explained_below_the_line_and_the_line_stays() {
    let mut at = reading();
    at.press("e down enter").says("As in 2025-05-12").press("ctrl-u \"someday\" enter");
    at.says("\"someday\" is no date").shows("Date: someday").press("backspace").says("As in");
    at.press("esc").hides("Date: someda");
    at.press("e enter ctrl-u enter").says("A title cannot be empty").shows("Title:").press("esc");
    at.press("e down down enter").shows("Countries: KZ");
    at.press("\", Zubrowka\" enter").says("\"Zubrowka\" is no country").shows("KZ, Zubrowka");
    at.press("esc").hides("corrected by you");
    assert!(at.marks.iter().all(|(_, mark)| mark.corrections.is_none()));
}

#[test]
fn a_wrong_date_can_go_without_a_right_one() {
    let mut at = reading();
    at.press("e down enter ctrl-u enter").shows("no date").shows("corrected by you: Date");
}

#[test]
fn countries_are_names_or_codes_in_either_language() {
    let mut at = reading();
    at.press("e down down enter ctrl-u \"Biélorussie, vn; the Netherlands\" enter");
    at.shows("BY VN NL").shows("corrected by you: Countries");
    at.press("q q G").shows("Netherlands").shows("Viet Nam");
}

#[test]
fn a_brief_leaves_the_list_of_a_country_it_is_not_about() {
    let mut at = desk();
    at.press("c \"azerb\" enter")
        .is_on("COP29")
        .press("e down down enter ctrl-u enter")
        .hides("COP29");
    at.press("q g g enter").shows("COP29");
}

#[test]
fn what_the_file_says_is_no_correction() {
    let mut at = reading();
    at.press("e enter enter e down enter enter e down down enter enter").hides("corrected by you");
    at.press("e enter ctrl-u \"Our forum\" enter").shows("corrected by you");
    at.press("e enter ctrl-u \"Astana International Forum opens\" enter");
    at.hides("corrected by you");
}

#[test]
fn all_corrections_are_taken_back_at_once() {
    let mut at = reading();
    at.press("e").hides("Take all corrections back").press("esc");
    at.press("e enter ctrl-u \"Our forum\" enter e down enter ctrl-u enter");
    at.shows("corrected by you: Title, Date").press("e \"take\" enter");
    at.shows("Forum opens").hides("corrected by you").hides("no date");
    at.press("U").says("Undone: corrections taken back").shows("Our forum");
}

#[test]
fn a_story_that_is_not_related_stands_in_the_list_by_itself() {
    let mut at = desk();
    at.press("c \"quirinal\" enter").shows("l'Italie, signé à Rome");
    at.press("e").shows("Related to the article").press("esc");
    at.press("e \"related\" enter").shows("corrected by you: Related to the article");
    at.press("U").says("Undone: not related").hides("corrected by you");
}

#[test]
fn corrections_outlive_a_change_of_the_folder_and_the_place_in_the_text_stays() {
    let mut at = reading();
    at.press("d");
    let text = at.line(-4);
    at.press("e enter ctrl-u \"Our forum\" enter");
    assert_eq!(at.line(-4), text);
    at.library_changes().shows("Our forum").shows("corrected by you");
    assert_eq!(at.line(-4), text);
}

#[test]
fn a_disk_that_fails_is_told_and_the_correction_counts_in_memory() {
    let mut at = reading();
    at.disk_fails = true;
    at.press("e enter ctrl-u \"Our forum\" enter").says("Not saved (disk full)");
    at.press("q").shows("1 not saved");
    at.disk_fails = false;
    at.press("m").says("Everything is saved again");
    let id = at.id("kazakhstan/forum.md");
    let kept = at.marks.corrections(&id).and_then(|corrections| corrections.title.clone());
    assert_eq!(kept.as_deref(), Some("Our forum"));
}

#[test]
fn an_older_answer_is_dropped() {
    let mut at = reading();
    at.slow = true;
    at.press("e down down enter ctrl-u \"by\" enter \"x\"").answer().shows("Countries: byx");
    at.press("backspace enter").answer().shows("corrected by you: Countries");
    let changes = at.marks.iter().filter_map(|(_, mark)| mark.corrections.as_deref());
    assert_eq!(changes.filter(|corrections| corrections.countries.is_some()).count(), 1);
}

#[test]
fn corrections_are_told_in_french_and_without_unicode() {
    let start = Start { files: DESK, language: Language::French, ascii: true, ..Start::default() };
    let mut at = Interface::start(start);
    at.press("enter enter e").shows("Corriger :").press("enter ctrl-u \"Le forum\" enter");
    at.shows("= corrig").shows("par vous : Titre");
    assert!(at.wanted.iter().any(|effect| {
        matches!(effect, chancery::app::effect::Effect::Record { changes, .. }
            if changes.iter().any(|change| matches!(change.field, Field::Title(Some(_)))))
    }));
}

#[test]
fn a_brief_that_is_no_duplicate_stands_in_the_list_by_itself() {
    let mut at = desk();
    let wire = "The pipeline runs for 1,511 kilometres from the Tengiz field in western Kazakhstan to a terminal near \
        Novorossiysk. Its first tanker was loaded in October 2001, and an expansion finished in 2018 raised the \
        capacity to 67 million tonnes a year.";
    for (name, title, day) in [("a", "Oil by the Caspian", 30), ("b", "The Caspian pipeline", 31)] {
        let file = format!("+++\ntitle = \"{title}\"\ndate = 2025-05-{day}\n+++\n\n{wire}\n");
        at.files.insert(format!("kazakhstan/{name}.md"), file);
    }
    at.library_changes();
    at.press("enter g g").is_on("The Caspian pipeline").shows("+1").press("j enter j");
    at.is_on("Oil by the Caspian").press("e").shows("Version of the text").press("esc");
    at.press("e \"version\" enter").hides("+1").is_on("Oil by the Caspian");
    at.press("U").says("Undone: not a duplicate").shows("+1");
    at.press("g g").is_on("The Caspian pipeline");
    at.press("e \"version\" enter").hides("+1").shows("Oil by the Caspian");
    at.press("enter").shows("corrected by you: Version of the text");
}
