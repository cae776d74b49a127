//! Files come, go and change while one reads; and there may be none at all.

use chancery::app::effect::Effect;
use chancery::app::message::Message;
use chancery::library::Origin;

use crate::briefs::FORUM;
use crate::interface::{Interface, Start};
use crate::{desk, reading};

const NEW: &str =
    "+++\ntitle = \"A newer note\"\ndate = 2025-06-01\ncountries = [\"FR\"]\n+++\nA.\n";

#[test]
fn nothing_moves_when_files_come() {
    let mut at = desk();
    at.press("enter 4 j").is_on("COP29");
    at.files.insert("a/new.md".into(), NEW.into());
    at.library_changes().is_on("COP29").shows("A newer note").shows("9 unread");
}

#[test]
fn the_text_stays_when_its_file_is_gone() {
    let mut at = reading();
    at.press("3 j");
    let before = at.screen();
    at.files.remove("kazakhstan/forum.md");
    at.library_changes();
    let text =
        |screen: &str| screen.lines().skip(1).take(20).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(text(&at.screen()), text(&before));
    at.press("q").hides("Astana International Forum opens   ").press("j k").press("enter");
}

#[test]
fn the_selected_country_stays_when_others_come() {
    let mut at = desk();
    at.press("4 j").is_on("Belarus");
    let armenia = NEW.replace("FR", "AM");
    at.files.insert("am.md".into(), armenia);
    at.library_changes().is_on("Belarus").shows("Armenia").shows("dixième");
}

#[test]
fn a_country_that_is_gone_gives_way() {
    let mut at = desk();
    at.press("3 j").is_on("Azerbaijan").press("enter");
    at.files.remove("azerbaidjan/cop29.md");
    at.library_changes().hides("  Azerbaijan").shows("No article here");
    at.press("q j k enter");
}

#[test]
fn a_changed_text_is_read_anew_at_the_same_paragraph() {
    let mut at = reading();
    at.press("/ \"Middle powers\" enter esc 8 j");
    let top = at.line(3);
    assert!(!top.is_empty());
    let changed = FORUM.replace("## Themes", "A new paragraph.\n\nAnother one.\n\n## Themes");
    at.files.insert("kazakhstan/forum.md".into(), changed);
    at.library_changes();
    assert_eq!(at.line(3), top, "nothing moves by itself");
    at.press("r");
    assert_eq!(at.line(3), top, "\n{}", at.screen());
    assert!(at.wanted.contains(&Effect::Refresh));
    at.press("g g").shows("A new paragraph");
}

#[test]
fn a_gone_text_says_so_when_read_anew() {
    let mut at = reading();
    at.files.remove("kazakhstan/forum.md");
    at.press("r").shows("two days").says("Gone from the folder: this text stays");
    at.press("r").shows("two days").says("is gone; r checks the folder again");
}

/// The text that the usual reader has open, with another word in it.
fn rewrite(at: &mut Interface) {
    at.files.insert("kazakhstan/forum.md".into(), FORUM.replace("two days", "three days"));
}

#[test]
fn a_text_whose_file_changes_stays_and_says_so() {
    let mut at = reading();
    rewrite(&mut at);
    at.library_changes().shows("two days").says("Changed on disk: r reads it again.");
    at.press("j").says("Changed on disk");
    at.press("k r").shows("three days").hides("Changed on disk");
    at.library_changes().hides("Changed on disk");
}

#[test]
fn each_change_is_told_once() {
    let mut at = reading();
    rewrite(&mut at);
    at.library_changes().says("Changed on disk").press("esc").hides("Changed on disk");
    at.files.insert("a/new.md".into(), NEW.into());
    at.library_changes().hides("Changed on disk");
    at.files.insert("kazakhstan/forum.md".into(), FORUM.replace("two days", "four days"));
    at.library_changes().says("Changed on disk");
    at.files.insert("kazakhstan/forum.md".into(), FORUM.into());
    at.library_changes().hides("Changed on disk");
}

#[test]
fn a_text_whose_file_goes_stays_and_says_so() {
    let mut at = reading();
    at.files.remove("kazakhstan/forum.md");
    at.library_changes().shows("two days").says("Gone from the folder");
    at.press("r").shows("two days").says("is gone");
    at.library_changes().press("q").hides("Gone from the folder");
}

#[test]
fn a_renamed_file_is_not_gone() {
    let mut at = reading();
    let text = at.files.remove("kazakhstan/forum.md").unwrap();
    at.files.insert("kazakhstan/2025-forum.md".into(), text);
    at.library_changes().shows("two days").hides("Gone from the folder");
}

#[test]
fn other_files_and_what_was_opened_after_the_change_say_nothing() {
    let mut at = reading();
    at.files.insert("a/new.md".into(), NEW.into());
    at.library_changes().hides("Changed on disk");
    // The file changed before it was opened; the library hears of it later.
    let mut at = desk();
    rewrite(&mut at);
    at.press("enter enter").shows("three days").hides("Changed on disk");
    at.library_changes().hides("Changed on disk");
}

#[test]
fn behind_a_page_or_out_of_sight_it_is_told_on_coming_back() {
    let mut at = reading();
    at.press("i");
    rewrite(&mut at);
    at.library_changes().hides("Changed on disk").press("q").says("Changed on disk");
    // Opened again from the list, the text is the new one.
    let mut at = reading();
    at.resize(60, 20).press("q");
    rewrite(&mut at);
    at.library_changes().hides("Changed on disk").press("enter").shows("three days");
    at.hides("Changed on disk");
}

#[test]
fn in_french_too() {
    let files = crate::briefs::DESK;
    let language = chancery::model::Language::French;
    let mut at = Interface::start(Start { files, language, ..Start::default() });
    at.press("enter enter");
    rewrite(&mut at);
    at.library_changes().says("Modifié sur le disque : r le relit.");
    at.files.remove("kazakhstan/forum.md");
    at.library_changes().says("Disparu du dossier : ce texte reste");
}

#[test]
fn without_briefs_one_screen_says_what_to_do() {
    let mut at = Interface::start(Start::default());
    at.shows("/briefs").shows("g then b opens the sample briefs").shows("q leaves");
    at.press("j k enter J K ) ( m M s v y Y p x o z i tab space d u / esc n N r g p U ctrl-r");
    at.shows("No brief was found").press("g b");
    assert!(at.wanted.contains(&Effect::OpenSamples));
    at.files.insert("a/new.md".into(), NEW.into());
    at.library_changes().shows("A newer note").hides("No brief was found");
}

#[test]
fn an_empty_library_can_always_be_left() {
    let mut at = Interface::start(Start::default());
    at.press("enter q q q");
    assert!(at.has_left);
}

#[test]
fn the_first_scan_shows_how_far_it_is() {
    let mut at = Interface::start(Start { origin: Origin::Unknown, ..Start::default() });
    at.shows("for the first time").tell(Message::Filing { done: 1200, total: 20_000 });
    at.shows("filing 1,200 / 20,000");
    at.tell(Message::Filing { done: 20_000, total: 20_000 });
    at.hides("filing");
}

#[test]
fn the_folder_is_read_anew_without_losing_the_filter() {
    let mut at = desk();
    at.press("enter / \"forum\" enter r").is_on("Forum").hides("COP29");
}

#[test]
fn the_poster_of_a_session_is_the_first_screen_of_the_next() {
    let mut at = desk();
    let poster = chancery::app::Poster::of_start(&at.state);
    let first = at.draw().0;
    let backend = ratatui::backend::TestBackend::new(first.area.width, first.area.height);
    let mut terminal = ratatui::Terminal::new(backend).unwrap();
    let painted = terminal.draw(|frame| poster.paint(frame)).unwrap();
    assert_eq!(painted.buffer, &first);
    at.press("enter enter s");
    let marked = chancery::app::Poster::of_start(&at.state);
    assert_ne!(marked, poster, "what was marked in a session shows on its poster");
}
