//! `v`: the cursor that walks from sentence to sentence, and what it takes along.

use chancery::config::Settings;

use crate::{DESK, Interface, Start, desk, reading};

/// The sentence under the cursor, in one line.
fn sentence(at: &Interface) -> String {
    at.reversed().replace('\n', " ")
}

#[test]
fn it_starts_at_the_top_of_the_screen_and_walks() {
    let mut at = reading();
    at.press("v").shows("▌").says("y copy");
    assert!(sentence(&at).starts_with("The Astana International Forum opened"), "{}", at.screen());
    at.press("j");
    assert!(sentence(&at).starts_with("The programme put foreign policy"), "{}", at.screen());
    at.press("2 j k");
    assert!(sentence(&at).starts_with("Delegates from some eighty"), "{}", at.screen());
    at.press("v").hides("▌");
    assert_eq!(at.reversed(), "");
    at.press("v").shows("▌").press("esc").hides("▌").shows("opened on 29 May");
}

#[test]
fn the_text_follows_the_cursor_and_the_cursor_the_text() {
    let mut at = reading();
    at.press("v 3 0 j").shows("The last paragraph closes the text.");
    assert_eq!(sentence(&at), "The last paragraph closes the text.");
    at.press("g g").shows("opened on 29 May 2025");
    assert!(sentence(&at).starts_with("The Astana International Forum"));
    at.press("space");
    let paged = sentence(&at);
    assert!(!paged.is_empty() && !paged.contains("opened on 29 May"), "{}", at.screen());
    at.press("pageup");
    assert!(!sentence(&at).is_empty());
    at.press("pageup pageup");
    assert!(sentence(&at).starts_with("The Astana International Forum"), "{}", at.screen());
    at.press("G");
    assert_eq!(sentence(&at), "The last paragraph closes the text.");
}

#[test]
fn at_the_last_sentence_space_goes_on_as_ever() {
    let mut at = reading();
    at.press("v G space").says("End of the text").press("space").hides("closes the text");
}

#[test]
fn it_is_seen_without_any_attribute() {
    let start = Start { files: DESK, ascii: true, ..Start::default() };
    let mut at = Interface::start(start);
    at.press("enter enter v j");
    let marked: Vec<&str> =
        at.screen().leak().lines().filter(|line| line.trim_start().starts_with('>')).collect();
    assert!(marked.iter().any(|line| line.contains("The programme put foreign policy")));
    assert!(!marked.iter().any(|line| line.contains("opened on 29 May")), "{marked:?}");
}

#[test]
fn the_copy_is_the_sentence_with_its_source() {
    let mut at = reading();
    at.press("v j j y").says("Sent to the terminal");
    assert_eq!(
        at.copied,
        ["Desk note, 29 May 2025: “Delegates from some eighty countries were announced.” \
          (kazakhstan/forum.md)"]
    );
    at.press("Y").shows("“Delegates from").hides("Themes").press("esc").shows("Themes");
    assert!(sentence(&at).starts_with("Delegates"), "the cursor stays");
}

#[test]
fn the_marking_goes_along_and_so_does_the_place() {
    let mut at = desk();
    at.press("4 j enter enter v y");
    let copied = &at.copied[0];
    assert!(
        copied.starts_with(
            "Classification: DIFFUSION RESTREINTE\nEMBARGO: 2025-07-01\nNote du poste, "
        ),
        "{copied}"
    );
    let wire = "Vote on a plant\n\nAstana (DPA) - Voters approved the plant on 6 October 2024. Turnout was 64 %.\n";
    let mut at = Interface::start(Start { files: &[("kz/vote.txt", wire)], ..Start::default() });
    at.press("enter enter v j y");
    assert_eq!(at.copied, ["DPA, Astana, no date: “Turnout was 64 %.” (kz/vote.txt)"]);
}

#[test]
fn a_note_goes_on_the_sentence_under_the_cursor() {
    let mut at = reading();
    at.press("v j a s").shows("Note on a sentence").press("\"Ask.\" ctrl-o").says("Note kept");
    assert!(sentence(&at).starts_with("The programme put"), "the cursor stays:\n{}", at.screen());
    let note = at.notes.values().next().unwrap();
    assert!(
        matches!(&note.subject, chancery::model::Subject::Sentence { text, .. } if text.starts_with("The programme"))
    );
}

#[test]
fn what_is_found_takes_the_cursor_along() {
    let mut at = reading();
    at.press("v / \"uranium\" enter").press("esc v").shows("uranium");
    at.press("g g / \"floods\" enter y");
    assert!(at.copied[0].contains("put off, because floods"), "{}", at.copied[0]);
}

#[test]
fn another_text_has_no_cursor_and_no_text_none_at_all() {
    let mut at = reading();
    at.press("v J").hides("▌ ");
    let mut at = desk();
    at.press("v").says("Open an article first");
    let settings = Settings { follow: chancery::config::Follow::Off, ..Settings::default() };
    let files = [("empty.md", "+++\ntitle = \"Nothing\"\n+++\n")];
    let mut at = Interface::start(Start { files: &files, settings, ..Start::default() });
    at.press("enter enter v").says("Open an article first");
}
