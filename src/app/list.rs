//! A cursor over rows and the part of them that is in sight.

use std::ops::Range;

use super::command::Command;

/// A movement, of a cursor over rows or of a text on its screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Motion {
    /// By rows, down where positive.
    Rows(isize),
    /// By halves of a screen, down where positive.
    Halves(isize),
    /// To the start.
    First,
    /// To the end.
    Last,
}

impl Motion {
    /// The motion of a command, repeated `count` times.
    pub(super) fn of(command: Command, count: usize) -> Option<Self> {
        let count = isize::try_from(count).unwrap_or(isize::MAX);
        match command {
            Command::Down => Some(Self::Rows(count)),
            Command::Up => Some(Self::Rows(-count)),
            Command::HalfDown => Some(Self::Halves(count)),
            Command::HalfUp => Some(Self::Halves(-count)),
            Command::PageDown | Command::Advance => Some(Self::Halves(count.saturating_mul(2))),
            Command::PageUp => Some(Self::Halves(-count.saturating_mul(2))),
            Command::First => Some(Self::First),
            Command::Last => Some(Self::Last),
            _ => None,
        }
    }

    /// Rows to move on a screen of `height` rows: negative is up. A page keeps a line of context.
    pub(super) fn rows(self, height: usize) -> isize {
        let height = isize::try_from(height).unwrap_or(isize::MAX);
        match self {
            Self::Rows(rows) => rows,
            Self::Halves(halves) if halves % 2 == 0 => {
                (halves / 2).saturating_mul((height - 1).max(1))
            }
            Self::Halves(halves) => halves.saturating_mul((height / 2).max(1)),
            Self::First => isize::MIN,
            Self::Last => isize::MAX,
        }
    }
}

/// What a click on a list did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Click {
    /// There is no row to rest on.
    Missed,
    /// The cursor went to the row.
    Moved,
    /// The cursor stood on the row already.
    Again,
}

/// A cursor over rows, some of which may be headings that it skips.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cursor {
    /// The row it is on.
    at: usize,
    /// The first row in sight.
    top: usize,
    /// Screen rows that the list has.
    height: usize,
}

impl Cursor {
    /// The row it is on.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Puts it on a row.
    pub(super) fn place(&mut self, at: usize) {
        self.at = at;
    }

    /// Moves over `count` rows, resting only where `rests` says so. Returns whether it moved.
    pub(super) fn step(
        &mut self,
        motion: Motion,
        count: usize,
        rests: impl Fn(usize) -> bool,
    ) -> bool {
        let Some(last) = count.checked_sub(1) else { return false };
        if let Motion::Rows(rows) = motion {
            return self.walk(rows, count, rests);
        }
        let rows = motion.rows(self.height);
        let wanted = self.at.saturating_add_signed(rows).min(last);
        let onward = |from: usize| (from..count).find(|&row| rests(row));
        let back = |from: usize| (0..=from.min(last)).rev().find(|&row| rests(row));
        let found = if rows > 0 {
            onward(wanted).or_else(|| back(wanted))
        } else {
            back(wanted).or_else(|| onward(wanted))
        };
        let before = self.at;
        self.at = found.unwrap_or(before);
        self.at != before
    }

    /// Takes the cursor to the row that shows on the `line`th screen row of the list, row `i` taking
    /// `rows_of(i)` of them, if it may rest there.
    pub(super) fn click(
        &mut self,
        line: u16,
        count: usize,
        rows_of: impl Fn(usize) -> usize,
        rests: impl Fn(usize) -> bool,
    ) -> Click {
        let mut above = 0;
        let hit = self.in_sight(count).find(|&row| {
            above += rows_of(row);
            usize::from(line) < above
        });
        match hit.filter(|&row| rests(row)) {
            None => Click::Missed,
            Some(row) if row == self.at => Click::Again,
            Some(row) => {
                self.at = row;
                Click::Moved
            }
        }
    }

    /// Moves by as many rows of those it may rest on, as far as there are any: `5j` is five times `j`.
    fn walk(&mut self, rows: isize, count: usize, rests: impl Fn(usize) -> bool) -> bool {
        let steps = rows.unsigned_abs();
        let found = if rows > 0 {
            (self.at + 1..count).filter(|&row| rests(row)).take(steps).last()
        } else {
            (0..self.at.min(count)).rev().filter(|&row| rests(row)).take(steps).last()
        };
        let before = self.at;
        self.at = found.unwrap_or(before);
        self.at != before
    }

    /// Brings the cursor into sight of `height` screen rows, row `i` taking `rows_of(i)` of them.
    /// When it leaves the sight the list moves on by a third of the screen, not by one row: on a
    /// slow line a list that moves under the cursor at each key is what costs.
    pub(super) fn fit(&mut self, count: usize, height: usize, rows_of: impl Fn(usize) -> usize) {
        self.at = self.at.min(count.saturating_sub(1));
        if height == 0 {
            // Not on the screen for now: it comes back as it was.
            return;
        }
        self.height = height;
        let room = height / 3;
        if self.at < self.top {
            self.top = self.at;
            let mut above = 0;
            while self.top > 0 && above + rows_of(self.top - 1) <= room {
                above += rows_of(self.top - 1);
                self.top -= 1;
            }
        } else if !self.shows(self.at, height, &rows_of) {
            let mut used = rows_of(self.at);
            self.top = self.at;
            while self.top > 0 && used + rows_of(self.top - 1) <= height.saturating_sub(room) {
                used += rows_of(self.top - 1);
                self.top -= 1;
            }
        }
        self.pull_down(count, height, &rows_of);
    }

    /// Leaves no empty screen rows under the last row while there are rows above.
    fn pull_down(&mut self, count: usize, height: usize, rows_of: impl Fn(usize) -> usize) {
        let below: usize = (self.top..count.min(self.top + height)).map(&rows_of).sum();
        let mut free = height.saturating_sub(below);
        while self.top > 0 && rows_of(self.top - 1) <= free {
            free -= rows_of(self.top - 1);
            self.top -= 1;
        }
    }

    /// Whether a row is wholly in sight.
    fn shows(&self, row: usize, height: usize, rows_of: impl Fn(usize) -> usize) -> bool {
        let mut used = 0;
        for each in self.top..=row {
            used += rows_of(each);
            if used > height {
                return false;
            }
        }
        true
    }

    /// The rows that may be in sight, of `count` in all.
    pub(super) fn in_sight(&self, count: usize) -> Range<usize> {
        self.top.min(count)..count.min(self.top + self.height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skips_headings_and_stops_at_the_ends() {
        let rests = |row: usize| row != 0 && row != 3;
        let mut cursor = Cursor::default();
        cursor.fit(6, 10, |_| 1);
        assert!(cursor.step(Motion::Rows(1), 6, rests));
        assert_eq!(cursor.at(), 1);
        cursor.step(Motion::Rows(2), 6, rests);
        assert_eq!(cursor.at(), 4);
        cursor.step(Motion::Rows(-1), 6, rests);
        assert_eq!(cursor.at(), 2);
        cursor.step(Motion::First, 6, rests);
        assert_eq!(cursor.at(), 1);
        cursor.step(Motion::Last, 6, rests);
        assert_eq!(cursor.at(), 5);
        assert!(!cursor.step(Motion::Rows(1), 6, rests));
    }

    #[test]
    fn a_click_finds_the_row_whatever_the_heights() {
        let rows_of = |row: usize| 1 + row % 3;
        let rests = |row: usize| row != 3;
        let mut cursor = Cursor::default();
        cursor.place(2);
        cursor.fit(5, 7, rows_of);
        let mut click = |line| (cursor.click(line, 5, rows_of, rests), cursor.at());
        assert_eq!(click(0), (Click::Moved, 0));
        assert_eq!(click(3), (Click::Moved, 2));
        assert_eq!(click(5), (Click::Again, 2));
        assert_eq!(click(6), (Click::Missed, 2));
        assert_eq!(click(7), (Click::Moved, 4));
        assert_eq!(click(9), (Click::Missed, 4));
    }

    #[test]
    fn stays_in_sight_whatever_the_heights() {
        let rows_of = |row: usize| 1 + row % 3;
        let mut cursor = Cursor::default();
        for target in [0, 50, 49, 99, 3, 0] {
            cursor.place(target);
            cursor.fit(100, 7, rows_of);
            let used: usize = (cursor.top..=target).map(rows_of).sum();
            assert!(cursor.top <= target && used <= 7, "row {target} from {}", cursor.top);
        }
    }

    #[test]
    fn a_list_out_of_sight_comes_back_as_it_was() {
        let mut cursor = Cursor::default();
        cursor.fit(100, 10, |_| 1);
        cursor.place(4);
        cursor.fit(100, 10, |_| 1);
        let before = cursor.clone();
        cursor.fit(100, 0, |_| 1);
        assert_eq!(cursor, before);
    }

    #[test]
    fn an_empty_list_moves_nowhere() {
        let mut cursor = Cursor::default();
        cursor.fit(0, 0, |_| 1);
        assert!(!cursor.step(Motion::Last, 0, |_| true));
        assert_eq!(cursor.in_sight(0), 0..0);
    }
}
