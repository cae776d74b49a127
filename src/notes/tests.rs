//! What is written is read again; what is no note is told and why.

use proptest::prelude::*;

use super::*;
use crate::model::{Moment, Note, Span, Subject};

fn note(subject: Subject, text: &str) -> Note {
    Note {
        subject,
        file: Some("kazakhstan/forum.md".into()),
        title: Some("The forum".into()),
        written: Some(Moment(1_748_853_000_000)),
        text: text.into(),
    }
}

#[test]
fn the_form_of_a_file_is_a_contract() {
    let subject = Subject::Sentence {
        id: "f:forum".into(),
        text: "It lasted\ntwo \"days\".".into(),
        span: Span::new(120, 140),
    };
    let file = write(&note(subject, "Ask **Minsk**.\n\n+++\n"));
    let expected = "+++\nabout = \"sentence\"\nid = \"f:forum\"\nfile = \"kazakhstan/forum.md\"\n\
        title = \"The forum\"\nsentence = \"It lasted\\ntwo \\\"days\\\".\"\nspan = [120, 140]\n\
        written = 2025-06-02T08:30:00Z\n+++\n\nAsk **Minsk**.\n\n+++\n";
    assert_eq!(file, expected);
    assert_eq!(read(&file).map(|note| note.text), Ok("Ask **Minsk**.\n\n+++".into()));
    assert_eq!(read(&file.replace('\n', "\r\n")), read(&file));
}

#[test]
fn what_is_no_note_is_told() {
    assert_eq!(read("A list of my own.\n"), Err(NoNote::NoFrontMatter));
    assert_eq!(read(""), Err(NoNote::NoFrontMatter));
    assert_eq!(read("+++\nabout = \"brief\"\n+++\nx"), Err(NoNote::Nameless));
    assert_eq!(read("+++\nabout = \"sentence\"\nid = \"p:1\"\n+++\nx"), Err(NoNote::Nameless));
    for damaged in ["about = ", "mood = 3\nabout = \"brief\"\nid = \"a\"", "", "about = \"cat\""] {
        let file = format!("+++\n{damaged}\n+++\nx");
        assert!(matches!(read(&file), Err(NoNote::Damaged(_))), "{damaged}");
    }
}

#[test]
fn an_editor_may_do_what_it_likes_above_the_words() {
    assert_eq!(body("+++\nabout = \"cat\"\n+++\n\nWords.\n"), "Words.");
    assert_eq!(body("Words alone.\n"), "Words alone.");
    assert_eq!(body("+++\nno end\nWords.\n"), "+++\nno end\nWords.");
}

#[test]
fn names_are_safe_and_readable() {
    let mut note = note(Subject::Brief("../../etc/passwd".into()), "");
    note.file = Some("../x/Élysée – traité (2).txt".into());
    let name = file_name(&note);
    assert!(
        name.starts_with("brief-elysee-traite-2-") && name.strip_suffix(".md").is_some(),
        "{name}"
    );
    assert!(!name.contains(['/', ' ']) && !name.contains(".."));
    let country = Note { subject: Subject::Country("BY".parse().expect("a code")), ..note.clone() };
    assert_eq!(file_name(&country), "country-by.md");
    note.file = Some("日本.md".into());
    assert!(file_name(&note).starts_with("brief-") && file_name(&note).len() == 21);
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(id in "\\S{1,9}", sentence in "\\PC{0,20}\u{202e}?\\S", text: String) {
        let subject = Subject::Sentence { id: id.as_str().into(), text: sentence, span: Span::new(3, 9) };
        let text = text.replace("\r\n", "\n");
        let text = text.trim_end().trim_start_matches('\n').to_owned();
        let note = note(subject, &text);
        let read = read(&write(&note));
        prop_assert_eq!(read.as_ref().map(|read| &read.text), Ok(&note.text));
        prop_assert_eq!(read, Ok(note));
    }

    #[test]
    fn nothing_makes_it_panic(file: String) {
        let _ = read(&file);
        let _ = read(&format!("+++\n{file}\n+++\n{file}"));
        let _ = body(&file);
    }
}
