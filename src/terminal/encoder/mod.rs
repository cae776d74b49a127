//! From one frame to the next in the fewest bytes.
//!
//! Pure: takes ratatui's finished buffer and gives the bytes of one write, against its own record of
//! what the terminal shows. It cannot know whether they arrive; [`Encoder::forget`] starts anew.
//!
//! Only these sequences are ever made: CUP, CUU, CUD, CUF, CUB, CHA, VPA, ED, EL, ECH, SU, SD,
//! DECSTBM, SGR, the cursor's visibility (?25), CR and LF.

mod colour;
mod grid;
mod pen;
mod row;
mod scroll;
mod stylus;
#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::capability::Capability;
use grid::Grid;
use stylus::Stylus;

/// Resets pen and scroll region, hides the cursor, goes home, clears.
const CLEAR: &[u8] = b"\x1b[?25l\x1b[r\x1b[m\x1b[H\x1b[J";

/// What the terminal shows, and how to change it.
#[derive(Debug)]
pub(super) struct Encoder {
    capability: Capability,
    shadow: Option<Grid>,
    stylus: Stylus,
    cursor_shown: bool,
}

impl Encoder {
    /// An encoder that knows nothing of the screen: its first frame clears it.
    pub(super) fn new(capability: Capability) -> Self {
        Self { capability, shadow: None, stylus: Stylus::default(), cursor_shown: false }
    }

    /// The screen may hold anything: the next frame is drawn whole.
    pub(super) fn forget(&mut self) {
        self.shadow = None;
    }

    /// The bytes that make the terminal show `buffer`, with its cursor at `cursor` or hidden.
    /// Empty where nothing changed.
    pub(super) fn encode(&mut self, buffer: &Buffer, cursor: Option<Position>) -> Vec<u8> {
        let new = Grid::of(buffer, &self.capability);
        let mut stylus = std::mem::take(&mut self.stylus);
        match self
            .shadow
            .take()
            .filter(|old| (old.width, old.height()) == (new.width, new.height()))
        {
            Some(old) => self.update(&mut stylus, old, &new),
            None => {
                stylus =
                    Stylus { column: Some(0), row: Some(0), width: new.width, ..Stylus::default() };
                stylus.bytes.extend_from_slice(CLEAR);
                self.cursor_shown = false;
                write_rows(&mut stylus, &Grid::erased(new.width, new.height()), &new);
            }
        }
        self.place_cursor(&mut stylus, cursor);
        self.shadow = Some(new);
        let bytes = std::mem::take(&mut stylus.bytes);
        self.stylus = stylus;
        bytes
    }

    /// Draws what differs; scrolls first where that saves at least a quarter.
    fn update(&self, stylus: &mut Stylus, mut old: Grid, new: &Grid) {
        let mut plain = stylus.fork();
        write_rows(&mut plain, &old, new);
        let found = if self.capability.scrolling { scroll::find(&old, new) } else { None };
        if let Some(found) = found {
            let mut scrolled = stylus.fork();
            scroll::write(&mut scrolled, &found, new.height());
            old.scroll(found.rows, found.lines);
            write_rows(&mut scrolled, &old, new);
            if scrolled.bytes.len() * 4 <= plain.bytes.len() * 3 {
                plain = scrolled;
            }
        }
        stylus.adopt(plain);
    }

    fn place_cursor(&mut self, stylus: &mut Stylus, cursor: Option<Position>) {
        if let Some(at) = cursor {
            stylus.go_to(at.x, at.y);
        }
        if cursor.is_some() != self.cursor_shown {
            self.cursor_shown = cursor.is_some();
            stylus.bytes.extend_from_slice(if self.cursor_shown {
                b"\x1b[?25h"
            } else {
                b"\x1b[?25l"
            });
        }
    }
}

fn write_rows(stylus: &mut Stylus, old: &Grid, new: &Grid) {
    for (number, (before, wanted)) in (0u16..).zip(old.rows().zip(new.rows())) {
        row::write(stylus, number, before, wanted);
    }
}
