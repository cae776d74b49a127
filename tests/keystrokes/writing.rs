//! Notes: written, kept, left after a question, offered again; on briefs, countries and sentences.

use chancery::app::Notice;
use chancery::app::effect::Effect;
use chancery::app::message::{Message, Timer};
use chancery::config::Settings;
use chancery::model::{Note, Subject};

use crate::{DESK, Interface, Start, desk, reading};

/// The words of all notes on disk.
fn kept(at: &Interface) -> Vec<&str> {
    at.notes.values().map(|note| note.text.as_str()).collect()
}

#[test]
fn a_note_on_an_article_is_written_kept_and_shown() {
    let mut at = reading();
    at.press("a a").shows("Note: Astana International Forum opens").shows("Write here");
    at.press("\"Ask the desk.\" enter \"Twice.\"").shows("not kept yet").press("ctrl-o");
    assert_eq!(kept(&at), ["Ask the desk.\nTwice."]);
    at.says("Note kept.").shows("¶ Ask the desk.");
    at.press("q").is_on("Astana").shows("¶");
    at.press("a a").shows("Twice.").press("esc").hides("Twice.");
    let id = at.id("kazakhstan/forum.md");
    let note = at.notes.values().next().unwrap();
    assert_eq!(note.subject, Subject::Brief(id));
    assert_eq!(note.file.as_deref(), Some("kazakhstan/forum.md"));
}

#[test]
fn leaving_asks_only_where_words_would_go() {
    let mut at = reading();
    at.press("a a esc").hides("Note:").press("a a \"Words\" esc").says("Drop what is not kept?");
    at.press("esc").shows("Words").press("\"!\" esc enter").hides("Words");
    assert_eq!((kept(&at), at.drafts.len()), (vec![], 0));
    at.press("a a").shows("Write here");
}

#[test]
fn a_note_without_words_is_taken_away() {
    let mut at = reading();
    at.press("a a \"Words\" ctrl-o a a ctrl-u ctrl-o").says("Note taken away").hides("¶");
    assert_eq!(kept(&at), [""; 0]);
}

#[test]
fn a_kept_note_is_undone_and_redone() {
    let mut at = reading();
    at.press("a a \"One\" ctrl-o a a \" two\" ctrl-o m U U").says("Undone: note");
    assert_eq!(kept(&at), ["One"]);
    at.press("U").hides("¶");
    assert_eq!(kept(&at), [""; 0]);
    at.press("ctrl-r ctrl-r").says("Redone: note").shows("¶ One two");
}

#[test]
fn a_disk_that_fails_leaves_the_words_on_the_screen() {
    let mut at = reading();
    at.disk_fails = true;
    at.press("a a \"Words\" ctrl-o").says("Not kept (disk full)").shows("Words");
    at.disk_fails = false;
    at.press("ctrl-o").says("Note kept.");
    assert_eq!(kept(&at), ["Words"]);
}

#[test]
fn a_note_counts_as_kept_once_it_is_on_disk() {
    let mut at = reading();
    at.slow = true;
    at.press("a a \"Words\" ctrl-o").shows("saving…").hides("Note kept");
    at.press("\" more\"").answer().hides("Note kept").shows("Words more").shows("not kept yet");
    at.press("ctrl-o").answer().says("Note kept.");
    assert_eq!(kept(&at), ["Words more"]);
}

#[test]
fn what_is_written_is_kept_as_a_draft_after_a_pause_and_on_every_way_out() {
    let mut at = reading();
    at.press("a a \"Half\"").elapse(Timer::Draft);
    assert_eq!(at.drafts.values().next().unwrap().text, "Half");
    at.press("\" a word\"");
    at.press("ctrl-z");
    assert_eq!(at.drafts.values().next().unwrap().text, "Half a word");
    at.press("\"!\" ctrl-c").says("Drop what").press("ctrl-c");
    assert!(at.has_left);
    assert_eq!(at.drafts.values().next().unwrap().text, "Half a word!");
}

#[test]
fn a_draft_is_offered_again() {
    let mut at = desk();
    let subject = Subject::Brief(at.id("kazakhstan/forum.md"));
    let text = "Half a word".to_owned();
    let draft = Note { subject, file: None, title: None, written: None, text };
    at.drafts.insert("x".into(), draft);
    at.deliver_notes();
    at.says("A note was left without being kept").press("a l").shows("[draft] Half a word");
    at.press("enter").shows("Astana International Forum opens").shows("Half a word");
    at.says("Taken up where it was left").press("\"!\" ctrl-o");
    assert_eq!(kept(&at), ["Half a word!"]);
}

#[test]
fn a_sentence_is_chosen_noted_and_marked_in_the_text() {
    let mut at = reading();
    at.press("a s").is_on("The Astana International Forum opened").press("j");
    at.is_on("The programme put foreign policy").press("2 j k");
    at.press("enter").shows("Note on a sentence").press("\"True?\" ctrl-o");
    at.shows("a note on a sentence").shows("¶");
    let note = at.notes.values().next().unwrap().clone();
    let Subject::Sentence { text, .. } = &note.subject else { panic!("{note:?}") };
    assert!(at.files["kazakhstan/forum.md"].contains(text.as_str()));
    at.press("a s esc")
        .press("a l enter")
        .shows("True?")
        .press("esc")
        .is_on(text.split(',').next().unwrap());
}

#[test]
fn a_country_s_notes_stand_on_its_page() {
    let mut at = desk();
    at.press("c \"kazakhstan\" enter a c").shows("Note: Kazakhstan").press("\"Visas!\" ctrl-o");
    at.press("enter a a \"On the forum\" ctrl-o i").shows("¶ Visas!");
    at.press("G").shows("NOTES ON ITS BRIEFS").shows("On the forum · Astana");
    at.press("g g enter")
        .shows("Note: Kazakhstan")
        .press("\" Now.\" ctrl-o")
        .shows("¶ Visas! Now.");
    at.press("a a").shows("Visas! Now.").press("esc");
    assert_eq!(kept(&at), ["On the forum", "Visas! Now."]);
}

#[test]
fn notes_and_tags_go_along_with_exports() {
    let mut at = reading();
    at.press("t t \"visas\" enter a a \"Ask **Minsk**.\" ctrl-o a s enter \"True?\" ctrl-o");
    at.press("p ctrl-u \"f.md\" enter");
    let text = &at.written["f.md"];
    for part in
        ["- My tags: visas", "## My notes", "Ask \\*\\*Minsk\\*\\*.", "> The Astana", "True?"]
    {
        assert!(text.contains(part), "{part} is not in:\n{text}");
    }
}

#[test]
fn the_first_note_is_explained() {
    let mut at = desk();
    at.press("a l").says("No note yet: a a writes one");
    at.press("a s").says("Open an article first");
}

#[test]
fn pasted_text_and_hostile_letters_are_words() {
    let mut at = reading();
    at.press("a a").paste("one\r\ntwo\u{1b}[2J\u{202e}x").press("ctrl-o");
    assert_eq!(kept(&at), ["one\ntwo[2J\u{202e}x"]);
    at.press("a a").shows("two[2J<U+202E>x").press("ctrl-_ esc enter");
}

#[test]
fn the_reader_s_own_editor_gives_words_back_or_leaves_them() {
    let mut at = reading();
    at.press("a a \"One\" ctrl-x");
    let is_lent =
        |effect: &Effect| matches!(effect, Effect::EditOutside(note) if note.text == "One");
    assert!(at.wanted.iter().any(is_lent));
    at.tell(Message::Edited(Err(Notice::info("note-editor-unset"))));
    at.says("Neither VISUAL nor EDITOR").shows("One");
    at.tell(Message::Edited(Ok("Two".into())));
    at.shows("Two").shows("not kept yet").press("ctrl-_").shows("One");
    let settings = Settings { external_editor: false, ..Settings::default() };
    let mut at = Interface::start(Start { files: DESK, settings, ..Start::default() });
    at.press("enter a a ctrl-x").says("external_editor = false");
    assert!(!at.wanted.iter().any(|effect| matches!(effect, Effect::EditOutside(_))));
}
