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
use scroll::Scroll;
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
            Some(old) => self.update(&old, &new),
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
    fn update(&mut self, old: &Grid, new: &Grid) {
        let mut best = self.stylus.fork();
        write_rows(&mut best, old, new);
        let found = self.capability.scrolling.then(|| scroll::find(old, new)).flatten();
        if let Some(found) = found {
            let narrow = self.scrolled(old, new, &found);
            let in_region = self.region_around(&found).map(|wide| self.scrolled(old, new, &wide));
            let least = in_region.into_iter().chain([narrow]).min_by_key(|trial| trial.bytes.len());
            if let Some(least) = least.filter(|it| it.bytes.len() * 4 <= best.bytes.len() * 3) {
                best = least;
            }
        }
        self.stylus.adopt(best);
    }

    fn scrolled(&self, old: &Grid, new: &Grid, move_by: &Scroll) -> Stylus {
        let mut trial = self.stylus.fork();
        scroll::write(&mut trial, move_by, new.height());
        let mut moved = old.clone();
        moved.scroll(move_by.rows.clone(), move_by.lines);
        write_rows(&mut trial, &moved, new);
        trial
    }

    /// The same move of all rows of the region that is set, where it holds them.
    fn region_around(&self, found: &Scroll) -> Option<Scroll> {
        let (first, last) = self.stylus.region?;
        let rows = usize::from(first)..usize::from(last) + 1;
        let holds = rows.start <= found.rows.start && found.rows.end <= rows.end;
        holds.then_some(Scroll { rows, lines: found.lines })
    }
}

fn write_rows(stylus: &mut Stylus, old: &Grid, new: &Grid) {
    for (number, (before, wanted)) in (0u16..).zip(old.rows().zip(new.rows())) {
        row::write(stylus, number, before, wanted);
    }
}
