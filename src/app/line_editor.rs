//! One line being typed: text and a cursor that stands between clusters.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::command::Command;

/// A line being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LineEditor {
    text: String,
    /// Byte offset on a cluster boundary.
    cursor: usize,
}

impl LineEditor {
    /// The longest line that is taken, in bytes: more than a person types, less than hurts.
    const MOST: usize = 4096;

    /// A line that starts with `text`, the cursor behind it.
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), cursor: text.len() }
    }

    /// What was typed.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the cursor.
    pub(super) fn before_cursor(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    /// Puts text at the cursor; line breaks and controls in it become spaces.
    pub(super) fn insert(&mut self, text: &str) {
        if self.text.len() + text.len() > Self::MOST {
            return;
        }
        let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        self.text.insert_str(self.cursor, &plain);
        self.cursor += plain.len();
    }

    /// Puts text in the place of some bytes, the cursor behind it; nothing where they are none of the line's.
    pub(super) fn replace(&mut self, range: Range<usize>, text: &str) {
        if self.text.get(range.clone()).is_some() {
            self.cursor = range.start + text.len();
            self.text.replace_range(range, text);
        }
    }

    /// Carries out an editing command; returns whether the text changed.
    pub(super) fn handle(&mut self, command: Command) -> bool {
        let before = self.text.len();
        match command {
            Command::DeleteBack => self.delete_to(self.left()),
            Command::DeleteWord => self.delete_to(self.word_start()),
            Command::DeleteLine => self.delete_to(0),
            Command::CursorLeft => self.cursor = self.left(),
            Command::CursorRight => self.cursor = self.right(),
            Command::CursorStart => self.cursor = 0,
            Command::CursorEnd => self.cursor = self.text.len(),
            _ => {}
        }
        self.text.len() != before
    }

    /// One cluster to the left of the cursor.
    fn left(&self) -> usize {
        let last = self.before_cursor().grapheme_indices(true).next_back();
        last.map_or(0, |(at, _)| at)
    }

    /// One cluster to the right of the cursor.
    fn right(&self) -> usize {
        let behind = self.text.get(self.cursor..).unwrap_or_default();
        self.cursor + behind.graphemes(true).next().map_or(0, str::len)
    }

    /// The start of the word before the cursor.
    fn word_start(&self) -> usize {
        let before = self.before_cursor().trim_end();
        before.rfind(char::is_whitespace).map_or(0, |at| {
            at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
        })
    }

    /// Deletes from `start` to the cursor.
    fn delete_to(&mut self, start: usize) {
        self.text.replace_range(start..self.cursor, "");
        self.cursor = start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_by_clusters_and_words() {
        let mut line = LineEditor::new("Viê\u{323}t Nam");
        line.handle(Command::DeleteWord);
        assert_eq!(line.text(), "Viê\u{323}t ");
        line.handle(Command::CursorLeft);
        line.handle(Command::CursorLeft);
        assert!(line.handle(Command::DeleteBack));
        assert_eq!(line.text(), "Vit ");
        line.insert("e\n");
        assert_eq!(line.text(), "Vie t ");
        line.handle(Command::CursorEnd);
        line.handle(Command::DeleteLine);
        assert_eq!((line.text(), line.before_cursor()), ("", ""));
        assert!(!line.handle(Command::DeleteBack));
    }

    #[test]
    fn takes_no_novel() {
        let mut line = LineEditor::default();
        line.insert(&"x".repeat(5000));
        assert_eq!(line.text(), "");
    }
}
