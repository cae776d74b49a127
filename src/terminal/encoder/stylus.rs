//! The terminal's hand: where its cursor stands, which pen it holds, and the bytes that move both.

use super::grid::{Glyph, Shape};
use super::pen::Pen;

/// Position and pen of the terminal, and the bytes sent to get there.
#[derive(Debug, Clone, Default)]
pub(super) struct Stylus {
    /// `None` after a glyph of doubtful width and after the last column, where terminals differ.
    pub(super) column: Option<u16>,
    /// `None` where not even the row is known.
    pub(super) row: Option<u16>,
    pub(super) pen: Pen,
    /// First and last row of the scroll region, where one is set.
    pub(super) region: Option<(u16, u16)>,
    pub(super) width: u16,
    pub(super) bytes: Vec<u8>,
}

impl Stylus {
    /// The hand of a terminal of `width` columns that was just cleared.
    pub(super) fn at_home(width: u16) -> Self {
        Self { column: Some(0), row: Some(0), width, ..Self::default() }
    }

    /// The same hand with nothing written yet: for a trial.
    pub(super) fn fork(&self) -> Self {
        Self { bytes: Vec::new(), ..*self }
    }

    /// Takes over what a trial has written.
    pub(super) fn adopt(&mut self, trial: Self) {
        let Self { column, row, pen, region, bytes, .. } = trial;
        self.bytes.extend(bytes);
        (self.column, self.row, self.pen, self.region) = (column, row, pen, region);
    }

    /// Sets the scroll region, or none. It stays until another is needed: the next step of
    /// a text that scrolls finds it set.
    pub(super) fn confine(&mut self, region: Option<(u16, u16)>) {
        if self.region == region {
            return;
        }
        let sequence = match region {
            Some((first, last)) => format!("\x1b[{};{}r", first + 1, last + 1),
            None => "\x1b[r".to_owned(),
        };
        self.bytes.extend_from_slice(sequence.as_bytes());
        self.region = region;
        // Some terminals send the cursor home, others leave it.
        (self.column, self.row) = (None, None);
    }

    /// Line feeds scroll and relative moves stop at the edge of the region.
    pub(super) fn is_free_way(&self, from: u16, to: u16) -> bool {
        let zone = |row: u16| self.region.map(|(first, last)| (row >= first, row > last));
        zone(from) == zone(to)
    }

    /// Goes to a cell by the fewest bytes.
    pub(super) fn go_to(&mut self, column: u16, row: u16) {
        if (self.column, self.row) == (Some(column), Some(row)) {
            return;
        }
        let absolute = match (column, row) {
            (0, 0) => "\x1b[H".to_owned(),
            (0, row) => format!("\x1b[{}H", row + 1),
            (column, row) => format!("\x1b[{};{}H", row + 1, column + 1),
        };
        let vertical = |from| {
            if self.is_free_way(from, row) {
                vertical(from, row)
            } else {
                format!("\x1b[{}d", row + 1)
            }
        };
        let stepwise = self.row.map(|from| vertical(from) + &horizontal(self.column, column));
        let shortest = match stepwise {
            Some(steps) if steps.len() <= absolute.len() => steps,
            _ => absolute,
        };
        self.bytes.extend_from_slice(shortest.as_bytes());
        (self.column, self.row) = (Some(column), Some(row));
    }

    /// Starts a row further down by a carriage return and line feeds.
    pub(super) fn feed_to(&mut self, row: u16) {
        let lines = row.saturating_sub(self.row.unwrap_or(row));
        self.bytes.push(b'\r');
        self.bytes.extend(std::iter::repeat_n(b'\n', usize::from(lines)));
        (self.column, self.row) = (Some(0), Some(row));
    }

    /// Takes another pen.
    pub(super) fn take(&mut self, pen: Pen) {
        self.pen.change(pen, &mut self.bytes);
        self.pen = pen;
    }

    /// Takes a pen that draws a glyph: a blank looks the same under every colour and weight of letters.
    pub(super) fn take_for(&mut self, glyph: &Glyph) {
        let is_blank = glyph.shape == Shape::Char(' ');
        if !is_blank || self.pen.on_blank() != glyph.pen {
            self.take(glyph.pen);
        }
    }

    /// Draws a glyph where the cursor stands.
    pub(super) fn draw(&mut self, glyph: &Glyph) {
        self.take_for(glyph);
        if glyph.doubtful {
            self.clear_under(glyph.columns);
        }
        match &glyph.shape {
            Shape::Char(letter) => {
                self.bytes.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
            }
            Shape::Cluster(letters) => self.bytes.extend_from_slice(letters.as_bytes()),
            Shape::Covered => {}
        }
        self.advance(glyph.columns);
        if glyph.doubtful {
            self.column = None;
        }
    }

    /// A glyph that the terminal draws narrower than we count must not leave old cells beside it.
    fn clear_under(&mut self, columns: u16) {
        if let (Some(column), Some(row)) = (self.column, self.row) {
            self.bytes.extend(std::iter::repeat_n(b' ', usize::from(columns)));
            self.advance(columns);
            self.go_to(column, row);
        }
    }

    /// At the last column the terminal may or may not be about to wrap.
    fn advance(&mut self, columns: u16) {
        self.column =
            self.column.map(|column| column + columns).filter(|column| *column < self.width);
    }

    /// Erases to the end of the row; the cursor stays.
    pub(super) fn erase_to_end(&mut self) {
        self.ready_to_erase();
        self.bytes.extend_from_slice(b"\x1b[K");
    }

    /// Erases `columns` cells; the cursor stays.
    pub(super) fn erase(&mut self, columns: usize) {
        self.ready_to_erase();
        self.bytes.extend_from_slice(format!("\x1b[{columns}X").as_bytes());
    }

    /// Erased cells take the pen's background: makes sure it has none.
    pub(super) fn ready_to_erase(&mut self) {
        if !self.pen.erases_plainly() {
            self.take(Pen::default());
        }
    }
}

/// The parameter of a relative move, left out where it is 1.
fn count(steps: u16) -> String {
    if steps == 1 { String::new() } else { steps.to_string() }
}

fn vertical(from: u16, to: u16) -> String {
    if to < from {
        let up = format!("\x1b[{}A", count(from - to));
        return shorter(up, format!("\x1b[{}d", to + 1));
    }
    let feeds = "\n".repeat(usize::from(to - from));
    shorter(feeds, format!("\x1b[{}B", count(to - from)))
}

fn horizontal(from: Option<u16>, to: u16) -> String {
    let back = if to == 0 { "\r".to_owned() } else { format!("\r\x1b[{}C", count(to)) };
    let placed = shorter(back, format!("\x1b[{}G", to + 1));
    match from {
        Some(from) if from == to => String::new(),
        Some(from) if from < to => shorter(format!("\x1b[{}C", count(to - from)), placed),
        Some(from) => shorter(format!("\x1b[{}D", count(from - to)), placed),
        None => placed,
    }
}

fn shorter(one: String, other: String) -> String {
    if one.len() <= other.len() { one } else { other }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(from: (u16, u16), to: (u16, u16)) -> String {
        let mut stylus =
            Stylus { column: Some(from.0), row: Some(from.1), width: 120, ..Stylus::default() };
        stylus.go_to(to.0, to.1);
        String::from_utf8(stylus.bytes).unwrap()
    }

    #[test]
    fn the_shortest_way() {
        assert_eq!(way((5, 5), (5, 5)), "");
        assert_eq!(way((50, 5), (0, 0)), "\x1b[H");
        assert_eq!(way((50, 5), (0, 6)), "\n\r");
        assert_eq!(way((50, 5), (50, 6)), "\n");
        assert_eq!(way((50, 5), (0, 20)), "\x1b[21H");
        assert_eq!(way((50, 5), (51, 5)), "\x1b[C");
        assert_eq!(way((50, 5), (49, 5)), "\x1b[D");
        assert_eq!(way((50, 5), (8, 5)), "\x1b[9G");
        assert_eq!(way((50, 5), (0, 4)), "\x1b[A\r");
        assert_eq!(way((50, 5), (30, 20)), "\x1b[21;31H");
    }

    #[test]
    fn no_line_feed_leaves_the_scroll_region() {
        let mut stylus = Stylus::at_home(80);
        stylus.confine(Some((2, 10)));
        stylus.go_to(0, 10);
        stylus.bytes.clear();
        stylus.go_to(0, 11);
        assert_eq!(stylus.bytes, b"\x1b[12d");
        stylus.bytes.clear();
        stylus.go_to(0, 12);
        assert_eq!(stylus.bytes, b"\n");
        stylus.confine(Some((2, 10)));
        assert_eq!(stylus.bytes, b"\n", "the region is set already");
    }
}
