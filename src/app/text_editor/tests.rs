//! Typing, moving over wrapped rows, wide letters, the way back.

use proptest::prelude::*;

use super::*;

/// An editor of `columns` by 3.
fn editor(text: &str, columns: usize) -> TextEditor {
    let mut editor = TextEditor::new(text);
    editor.fit(columns, 3);
    editor
}

fn rows(editor: &TextEditor) -> Vec<&str> {
    editor.in_sight().collect()
}

fn press(editor: &mut TextEditor, commands: &[Command]) {
    for command in commands {
        editor.handle(*command);
    }
}

#[test]
fn lines_wrap_and_the_cursor_walks_over_rows() {
    let mut at = editor("un accord de commerce", 11);
    assert_eq!(rows(&at), ["un accord", "de", "commerce"]);
    assert_eq!(at.place(), (8, 2));
    press(&mut at, &[Command::Up]);
    assert_eq!(at.place(), (2, 1), "a short row ends before the next one starts");
    press(&mut at, &[Command::Up]);
    assert_eq!(at.place(), (8, 0), "the column comes back");
    press(&mut at, &[Command::CursorEnd]);
    assert_eq!(at.place(), (9, 0));
    press(&mut at, &[Command::CursorStart, Command::DeleteForward, Command::DeleteForward]);
    assert_eq!(at.text(), " accord de commerce");
    press(&mut at, &[Command::Down, Command::Down, Command::Down]);
    assert_eq!(at.place().0, width("commerce"), "at the last row, to its end");
}

#[test]
fn wide_letters_and_clusters_are_one_step() {
    let mut at = editor("日本 e\u{301}té", 6);
    assert_eq!(rows(&at), ["日本", "e\u{301}té"]);
    press(&mut at, &[Command::CursorStart, Command::CursorRight, Command::DeleteBack]);
    assert_eq!(at.text(), "日本 té");
    press(&mut at, &[Command::CursorLeft, Command::CursorLeft]);
    assert_eq!(at.place(), (2, 0));
    at.insert("x\u{1b}\ty\r\nz");
    assert_eq!(at.text(), "日x\ty\nz本 té");
}

#[test]
fn undo_takes_words_back_and_redo_brings_them() {
    let mut at = editor("", 40);
    for letter in ["V", "u", " ", "d", "e"] {
        at.insert(letter);
    }
    assert!(at.handle(Command::Undo));
    assert_eq!(at.text(), "Vu ");
    assert!(at.handle(Command::Undo) && !at.handle(Command::Undo));
    assert_eq!(at.text(), "");
    assert!(at.handle(Command::Redo) && at.handle(Command::Redo) && !at.handle(Command::Redo));
    assert_eq!(at.text(), "Vu de");
    at.replace("autre");
    at.handle(Command::Undo);
    assert_eq!(at.text(), "Vu de");
}

#[test]
fn words_and_lines_are_deleted_to_the_left() {
    let mut at = editor("un\ndeux trois", 40);
    at.handle(Command::DeleteWord);
    assert_eq!(at.text(), "un\ndeux ");
    press(&mut at, &[Command::DeleteWord, Command::DeleteWord]);
    assert_eq!(at.text(), "un");
    at.handle(Command::DeleteLine);
    assert_eq!(at.text(), "");
    assert!(!at.handle(Command::DeleteBack) && !at.handle(Command::DeleteWord));
}

#[test]
fn no_novel_is_taken() {
    let mut at = editor("", 40);
    assert!(at.insert(&"x".repeat(LONGEST)) && !at.insert("x"));
}

fn some_command() -> impl Strategy<Value = Command> {
    use Command::{
        CursorEnd, CursorLeft, CursorRight, CursorStart, DeleteBack, DeleteForward, DeleteLine,
        DeleteWord, Down, PageDown, PageUp, Redo, Undo, Up,
    };
    prop::sample::select(vec![
        CursorEnd,
        CursorLeft,
        CursorRight,
        CursorStart,
        DeleteBack,
        DeleteForward,
        DeleteLine,
        DeleteWord,
        Down,
        PageDown,
        PageUp,
        Redo,
        Undo,
        Up,
    ])
}

proptest! {
    #[test]
    fn the_cursor_is_always_in_sight_and_on_a_boundary(
        text: String,
        columns in 1_usize..30,
        steps in prop::collection::vec((some_command(), "\\PC{0,3}|\n"), 0..30),
    ) {
        let mut at = editor(&text, columns);
        for (command, typed) in steps {
            at.handle(command);
            at.insert(&typed);
            at.fit(columns, 3);
            prop_assert!(at.text.is_char_boundary(at.cursor));
            let (x, y) = at.place();
            prop_assert!(y < 3 && x <= columns, "{x} {y}");
        }
    }
}
