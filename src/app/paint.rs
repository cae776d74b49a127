//! The brush: the only module that makes cells of the screen from text, and only from [`Safe`] text.
//!
//! Clippy's `disallowed-methods` keeps ratatui's own text constructors out of the rest of the crate.
#![allow(clippy::disallowed_methods, reason = "this is the one place that may draw text")]

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::theme::{ColourScheme, Face, Glyphs};
use crate::text::{Safe, ascii, width};

/// A screen being painted.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    scheme: ColourScheme,
    ascii: bool,
    /// The signs to draw with.
    pub(super) glyphs: Glyphs,
}

impl<'a> Canvas<'a> {
    /// A canvas over a frame's buffer.
    pub(super) fn new(buffer: &'a mut Buffer, scheme: ColourScheme, ascii: bool) -> Self {
        Self { buffer, scheme, ascii, glyphs: Glyphs::new(ascii) }
    }

    /// Paints text from a place on, in at most `columns` columns; returns the columns it took.
    /// What does not fit ends in an ellipsis.
    pub(super) fn put(&mut self, x: u16, y: u16, columns: u16, text: &Safe, face: Face) -> u16 {
        let area = self.buffer.area;
        if y < area.top() || y >= area.bottom() || x < area.left() || x >= area.right() {
            return 0;
        }
        let columns = usize::from(columns.min(area.right().saturating_sub(x)));
        let style = self.scheme.style(face);
        let fitted = width::truncate(text, columns);
        let fitted = if self.ascii { ascii::to_ascii(&fitted) } else { fitted };
        let (end, _) = self.buffer.set_stringn(x, y, fitted.as_str(), columns, style);
        end.saturating_sub(x)
    }

    /// Paints text in a style of its own.
    pub(super) fn patch(&mut self, x: u16, y: u16, text: &Safe, style: Style) {
        if self.buffer.area.contains(Position { x, y }) {
            self.buffer.set_stringn(x, y, text.as_str(), usize::MAX, style);
        }
    }

    /// Paints text so that it ends before column `right`; returns the column where it starts.
    pub(super) fn put_right(&mut self, right: u16, y: u16, text: &Safe, face: Face) -> u16 {
        let columns = u16::try_from(width::width(text.as_str())).unwrap_or(u16::MAX);
        let x = right.saturating_sub(columns);
        self.put(x, y, columns, text, face);
        x
    }

    /// Paints one of the program's own signs.
    pub(super) fn sign(&mut self, x: u16, y: u16, sign: &'static str, face: Face) -> u16 {
        self.put(x, y, u16::MAX, &Safe::new(sign), face)
    }

    /// A horizontal rule.
    pub(super) fn rule(&mut self, x: u16, y: u16, columns: u16) {
        let style = self.scheme.style(Face::Rule);
        let area = Rect::new(x, y, columns, 1).intersection(self.buffer.area);
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.set_symbol(self.glyphs.rule).set_style(style);
            }
        }
    }

    /// A vertical rule.
    pub(super) fn bar(&mut self, x: u16, y: u16, rows: u16) {
        let style = self.scheme.style(Face::Rule);
        let area = Rect::new(x, y, 1, rows).intersection(self.buffer.area);
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.set_symbol(self.glyphs.bar).set_style(style);
            }
        }
    }

    /// Makes an area blank.
    pub(super) fn clear(&mut self, area: Rect) {
        for position in area.intersection(self.buffer.area).positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
            }
        }
    }

    /// Shows that the cursor of a list is on a row: its sign in the first column, and a face over so many of the next ones.
    /// Enough for the eye, and never the whole row: each step of the cursor paints two of these, which is its price on a slow
    /// line.
    pub(super) fn cursor(&mut self, row: Rect, columns: u16, focus: bool) {
        self.sign(row.x, row.y, self.glyphs.cursor, Face::Key);
        let start = Rect {
            x: row.x + 1,
            width: columns.min(row.width.saturating_sub(1)),
            height: 1,
            ..row
        };
        self.tint(start, if focus { Face::Cursor } else { Face::Resting });
    }

    /// Gives an area a face on top of what is painted there.
    pub(super) fn tint(&mut self, area: Rect, face: Face) {
        let area = area.intersection(self.buffer.area);
        self.buffer.set_style(area, self.scheme.style(face));
    }
}
