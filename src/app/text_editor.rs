//! Several lines being typed: text, a cursor between clusters, the rows it is set in, a way back.

mod history;
mod rows;
#[cfg(test)]
mod tests;

use unicode_segmentation::UnicodeSegmentation;

use super::command::Command;
use crate::notes::LONGEST;
use crate::text::width::width;
use history::{History, Kind};
use rows::Rows;

/// A text being typed.
#[derive(Clone, Debug, Default)]
pub(super) struct TextEditor {
    text: String,
    /// Byte offset on a cluster boundary.
    cursor: usize,
    /// The column that moving up and down comes back to.
    goal: Option<usize>,
    rows: Rows,
    /// The first row in sight, and how many are.
    top: usize,
    height: usize,
    history: History,
}

impl TextEditor {
    /// A text with the cursor behind it.
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), cursor: text.len(), ..Self::default() }
    }

    /// What was typed.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Puts text at the cursor, controls but line feeds and tabs left out. Returns whether it was
    /// taken: a text has at most [`LONGEST`] bytes.
    pub(super) fn insert(&mut self, text: &str) -> bool {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text: String =
            text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        if self.text.len() + text.len() > LONGEST {
            return false;
        }
        let kind = if text.trim().is_empty() { Kind::Space } else { Kind::Word };
        self.history.note(kind, &self.text, self.cursor);
        self.text.insert_str(self.cursor, &text);
        self.cursor += text.len();
        self.changed();
        true
    }

    /// Takes another text as a whole, which can be undone.
    pub(super) fn replace(&mut self, text: &str) {
        self.history.note(Kind::Whole, &self.text, self.cursor);
        text.clone_into(&mut self.text);
        self.cursor = self.text.len();
        self.changed();
    }

    /// Carries out an editing command; returns whether the text changed.
    pub(super) fn handle(&mut self, command: Command) -> bool {
        let before = self.text.len();
        match command {
            Command::DeleteBack => self.delete(self.left(), self.cursor),
            Command::DeleteForward => self.delete(self.cursor, self.right()),
            Command::DeleteWord => self.delete(self.word_start(), self.cursor),
            Command::DeleteLine => self.delete(self.row_start(), self.cursor),
            Command::Undo | Command::Redo => return self.travel(command == Command::Undo),
            Command::Up | Command::Down | Command::PageUp | Command::PageDown => {
                self.step(command);
                return false;
            }
            other => self.go(other),
        }
        self.text.len() != before
    }

    /// Moves within the text, sideways.
    fn go(&mut self, command: Command) {
        let to = match command {
            Command::CursorLeft => self.left(),
            Command::CursorRight => self.right(),
            Command::CursorStart => self.row_start(),
            Command::CursorEnd => self.rows.end_of(self.row(), &self.text),
            _ => return,
        };
        self.cursor = to;
        self.goal = None;
        self.history.pause();
    }

    /// Moves up or down, by a row or a screen, towards the column that it came from.
    fn step(&mut self, command: Command) {
        let row = self.row();
        let page = self.height.saturating_sub(1).max(1);
        let last = self.rows.count().saturating_sub(1);
        let to = match command {
            Command::Up => row.saturating_sub(1),
            Command::PageUp => row.saturating_sub(page),
            Command::PageDown => (row + page).min(last),
            _ => (row + 1).min(last),
        };
        let goal = self.goal.unwrap_or_else(|| self.column());
        self.goal = Some(goal);
        self.history.pause();
        if to == row {
            // At an edge, as far as it goes.
            let is_up = matches!(command, Command::Up | Command::PageUp);
            self.cursor = if is_up { 0 } else { self.text.len() };
        } else {
            self.cursor = self.rows.at_column(to, goal, &self.text);
        }
    }

    fn travel(&mut self, back: bool) -> bool {
        let Some((text, cursor)) = self.history.travel(back, &self.text, self.cursor) else {
            return false;
        };
        (self.text, self.cursor) = (text, cursor);
        self.changed();
        true
    }

    fn delete(&mut self, start: usize, end: usize) {
        if start < end {
            self.history.note(Kind::Delete, &self.text, self.cursor);
            self.text.replace_range(start..end, "");
            self.cursor = start;
            self.changed();
        }
    }

    fn changed(&mut self) {
        self.goal = None;
        self.rows.set(&self.text);
        self.follow();
    }

    /// One cluster to the left of the cursor.
    fn left(&self) -> usize {
        let before = self.text.get(..self.cursor).unwrap_or_default();
        before.grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    /// One cluster to the right of the cursor.
    fn right(&self) -> usize {
        let behind = self.text.get(self.cursor..).unwrap_or_default();
        self.cursor + behind.graphemes(true).next().map_or(0, str::len)
    }

    /// The start of the word before the cursor; at the start of a line, the end of the line above.
    fn word_start(&self) -> usize {
        let before = self.text.get(..self.cursor).unwrap_or_default();
        if before.ends_with('\n') {
            return self.left();
        }
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let word = before.get(line..).unwrap_or_default().trim_end();
        let space = word.char_indices().rev().find(|(_, c)| c.is_whitespace());
        space.map_or(line, |(at, c)| line + at + c.len_utf8())
    }

    /// The row of the cursor.
    fn row(&self) -> usize {
        self.rows.of(self.cursor)
    }

    fn row_start(&self) -> usize {
        self.rows.start_of(self.row())
    }

    /// Columns before the cursor in its row.
    fn column(&self) -> usize {
        width(self.text.get(self.row_start()..self.cursor).unwrap_or_default())
    }

    /// Fits the text to a place: its rows have `columns` columns, and `height` of them are in sight.
    pub(super) fn fit(&mut self, columns: usize, height: usize) {
        self.height = height;
        self.rows.fit(columns, &self.text);
        self.follow();
    }

    /// Brings the cursor into sight.
    fn follow(&mut self) {
        let row = self.row();
        let height = self.height.max(1);
        if row < self.top {
            self.top = row;
        } else if row >= self.top + height {
            self.top = row + 1 - height;
        }
        self.top = self.top.min(self.rows.count().saturating_sub(height));
    }

    /// The rows in sight.
    pub(super) fn in_sight(&self) -> impl Iterator<Item = &str> {
        let rows = self.top..self.rows.count().min(self.top + self.height);
        rows.map(|row| self.text.get(self.rows.drawn(row)).unwrap_or_default())
    }

    /// Where the cursor is: columns from the left, rows below the first in sight.
    pub(super) fn place(&self) -> (usize, usize) {
        (self.column().min(self.rows.columns()), self.row().saturating_sub(self.top))
    }
}
