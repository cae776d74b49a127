//! From one frame to the next in the fewest bytes.
//!
//! Pure: takes ratatui's finished buffer and gives the bytes of one write, against its own record of
//! what the terminal shows. It cannot know whether they arrive; [`Encoder::forget`] starts anew.
//!
//! Only these sequences are ever made: CUP, CUU, CUD, CUF, CUB, CHA, VPA, ED, EL, ECH, SU, SD,
//! DECSTBM, SGR, the cursor's visibility (?25), CR and LF.

mod colour;
#[cfg(test)]
mod economy;
mod grid;
mod pen;
mod row;
mod scroll;
mod stylus;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod widths;

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

    /// Takes the next frame.
    pub(super) fn show(&mut self, buffer: &Buffer) {
        let new = Grid::of(buffer, self.capability);
        let size = |grid: &Grid| (grid.width, grid.height());
        match self.shadow.take().filter(|old| size(old) == size(&new)) {
            Some(old) => self.update(old, &new),
            None => self.start(&new),
        }
        self.shadow = Some(new);
    }

    /// The bytes that make the terminal show the frames taken, with its cursor at `cursor` or
    /// hidden. Empty where nothing changed.
    pub(super) fn finish(&mut self, cursor: Option<Position>) -> Vec<u8> {
        if let Some(at) = cursor {
            self.stylus.go_to(at.x, at.y);
        }
        if cursor.is_some() != self.cursor_shown {
            self.cursor_shown = cursor.is_some();
            let switch = if self.cursor_shown { b"\x1b[?25h" } else { b"\x1b[?25l" };
            self.stylus.bytes.extend_from_slice(switch);
        }
        std::mem::take(&mut self.stylus.bytes)
    }

    fn start(&mut self, new: &Grid) {
        self.cursor_shown = false;
        self.stylus = Stylus::at_home(new.width);
        self.stylus.bytes.extend_from_slice(CLEAR);
        write_rows(&mut self.stylus, &Grid::erased(new.width, new.height()), new);
    }

    /// Draws what differs; scrolls first where that saves at least a quarter.
    fn update(&mut self, mut old: Grid, new: &Grid) {
        let mut best = self.stylus.fork();
        write_rows(&mut best, &old, new);
        let found = self.capability.scrolling.then(|| scroll::find(&old, new)).flatten();
        if let Some(found) = found {
            let mut scrolled = self.stylus.fork();
            scroll::write(&mut scrolled, &found, new.height());
            old.scroll(found.rows, found.lines);
            write_rows(&mut scrolled, &old, new);
            if scrolled.bytes.len() * 4 <= best.bytes.len() * 3 {
                best = scrolled;
            }
        }
        self.stylus.adopt(best);
    }
}

fn write_rows(stylus: &mut Stylus, old: &Grid, new: &Grid) {
    for (number, (before, wanted)) in (0u16..).zip(old.rows().zip(new.rows())) {
        row::write(stylus, number, before, wanted);
    }
}
