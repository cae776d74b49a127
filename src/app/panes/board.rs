//! A list of the reader's own over all panes: the basket, or what became of briefs that were taken along.

mod amended;
mod basket;

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::list::{Click, Cursor, Motion};
use crate::app::paint::Canvas;
use crate::app::theme::Face;
use crate::model::{BriefId, Citation};
use crate::text::Safe;

/// What a board lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Listed {
    /// What the reader collected.
    Basket,
    /// What became of briefs that were taken along.
    Amended,
}

/// A board.
#[derive(Clone, Debug)]
pub(in crate::app) struct Board {
    /// What it lists.
    pub(in crate::app) listed: Listed,
    rows: Vec<Row>,
    cursor: Cursor,
    area: Rect,
    set_for: Option<u16>,
}

/// One entry, in as many lines as it needs.
#[derive(Clone, Debug)]
struct Row {
    lines: Vec<Vec<(Safe, Face)>>,
    stands_for: StandsFor,
}

/// What a row stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum StandsFor {
    /// Nothing: the cursor skips it.
    Nothing,
    /// Something collected, by its key, with the sentence that it leads to.
    Collected {
        /// Its key.
        key: String,
        /// The brief.
        brief: Option<BriefId>,
        /// The sentence in it.
        sentence: Option<Citation>,
    },
    /// A brief.
    Brief(BriefId),
    /// A brief that is not what it was, and the one to read about it.
    Amended {
        /// The brief.
        id: BriefId,
        /// Itself, or the one that takes its place.
        read: BriefId,
    },
}

/// Columns of a line at most: as on the page of a country.
const MOST_COLUMNS: u16 = 100;

/// Columns that show the cursor behind its sign, as there.
const CURSOR_COLUMNS: u16 = 20;

impl Row {
    fn still(lines: Vec<Vec<(Safe, Face)>>) -> Self {
        Self { lines, stands_for: StandsFor::Nothing }
    }

    /// Whether the cursor may rest on it.
    fn rests(&self) -> bool {
        self.stands_for != StandsFor::Nothing
    }
}

/// Where the cursor may rest.
fn rests(rows: &[Row]) -> impl Fn(usize) -> bool {
    |place| rows.get(place).is_some_and(Row::rests)
}

/// The lines that each row takes.
fn heights(rows: &[Row]) -> impl Fn(usize) -> usize {
    |place| rows.get(place).map_or(1, |row| row.lines.len())
}

impl Board {
    /// A board.
    pub(in crate::app) fn new(listed: Listed, context: &Context<'_>) -> Self {
        let (rows, cursor) = (Vec::new(), Cursor::default());
        let mut board = Self { listed, rows, cursor, area: Rect::default(), set_for: None };
        board.refresh(context);
        board
    }

    /// The key of its title.
    pub(in crate::app) fn title(&self) -> &'static str {
        match self.listed {
            Listed::Basket => "basket",
            Listed::Amended => "amended",
        }
    }

    /// What it lists changed, or its width did; the cursor stays on what it is on, or else where it is.
    pub(in crate::app) fn refresh(&mut self, context: &Context<'_>) {
        let here = self.here();
        let columns = usize::from(self.area.width.saturating_sub(2).min(MOST_COLUMNS));
        self.rows = match self.listed {
            Listed::Basket => basket::rows(columns, context),
            Listed::Amended => amended::rows(columns, context),
        };
        let at = self.cursor.at().min(self.rows.len().saturating_sub(1));
        let rests = rests(&self.rows);
        let same = self.rows.iter().position(|row| row.rests() && row.stands_for == here);
        let below = || (at..self.rows.len()).find(|&place| rests(place));
        let near = same.or_else(below).or_else(|| (0..at).rev().find(|&place| rests(place)));
        self.cursor.place(near.unwrap_or(0));
        self.set_for = Some(self.area.width);
    }

    /// Moves the cursor.
    pub(in crate::app) fn step(&mut self, motion: Motion) {
        self.cursor.step(motion, self.rows.len(), rests(&self.rows));
    }

    /// A click on a row of the screen.
    pub(in crate::app) fn click(&mut self, y: u16) -> Click {
        let Some(line) = y.checked_sub(self.area.y) else { return Click::Missed };
        let rows = &self.rows;
        self.cursor.click(line, rows.len(), heights(rows), rests(rows))
    }

    /// What the row under the cursor stands for.
    pub(in crate::app) fn here(&self) -> StandsFor {
        let row = self.rows.get(self.cursor.at());
        row.map_or(StandsFor::Nothing, |row| row.stands_for.clone())
    }

    /// Fits the board to its rectangle.
    pub(in crate::app) fn fit(&mut self, area: Rect, context: &Context<'_>) {
        self.area = area;
        if self.set_for != Some(area.width) {
            self.refresh(context);
        }
        self.cursor.fit(self.rows.len(), usize::from(area.height), heights(&self.rows));
    }

    /// Paints the board.
    pub(in crate::app) fn render(&self, canvas: &mut Canvas<'_>) {
        let area = self.area;
        let mut y = area.top();
        for place in self.cursor.in_sight(self.rows.len()) {
            let Some(row) = self.rows.get(place) else { break };
            for (number, line) in row.lines.iter().enumerate() {
                if y >= area.bottom() {
                    return;
                }
                let is_here = place == self.cursor.at() && row.rests();
                let mut x = area.x + 1;
                for (text, face) in line {
                    x += canvas.put(x, y, area.right().saturating_sub(x), text, *face);
                }
                if is_here && number == 0 {
                    let taken = Rect::new(area.x, y, x.saturating_sub(area.x), 1);
                    canvas.cursor(taken, CURSOR_COLUMNS, true);
                }
                y += 1;
            }
        }
    }
}
