//! Finding in a country page: what its rows say, looked through as the reader's text is.

use std::ops::Range;

use super::PagePane;
use super::rows::Row;
use crate::app::panes::reader::Found;
use crate::app::theme::Face;
use crate::search::Sought;
use crate::text::Safe;

/// Hits that are kept; whoever finds more is looking for something else.
const MOST: usize = 5_000;

/// What was looked for and found.
#[derive(Clone, Debug)]
pub(super) struct Find {
    sought: Sought,
    hits: Vec<Hit>,
    current: usize,
}

/// A hit: its row, and the stretches of that row's lines, in bytes of each line.
#[derive(Clone, Debug)]
struct Hit {
    row: usize,
    parts: Vec<(usize, Range<usize>)>,
}

impl PagePane {
    /// Looks for something from a row on, round the end; the cursor goes to the first hit.
    pub(in crate::app) fn look_for(&mut self, sought: Sought, from: usize) -> Found {
        let hits = hits(&sought, &self.rows);
        let below = hits.iter().position(|hit| hit.row >= from);
        self.find = Some(Find { sought, hits, current: below.unwrap_or(0) });
        self.go_to_current(below.is_none())
    }

    /// Goes to the next hit, or the previous one, round the ends; nothing where nothing was looked for.
    pub(in crate::app) fn find_again(&mut self, onward: bool) -> Option<Found> {
        let find = self.find.as_mut()?;
        let last = find.hits.len().saturating_sub(1);
        let wrapped = find.current == if onward { last } else { 0 };
        find.current = match (onward, wrapped) {
            (true, true) => 0,
            (true, false) => find.current + 1,
            (false, true) => last,
            (false, false) => find.current - 1,
        };
        Some(self.go_to_current(wrapped))
    }

    /// Puts the cursor on the row of the current hit.
    fn go_to_current(&mut self, wrapped: bool) -> Found {
        let Some(find) = &self.find else { return Found::Nothing };
        let Some(hit) = find.hits.get(find.current) else { return Found::Nothing };
        self.cursor.place(hit.row);
        let (number, of) = (find.current + 1, find.hits.len());
        Found::Hit { number, of, or_more: of == MOST, wrapped }
    }

    /// Forgets what was looked for; returns whether there was anything.
    pub(in crate::app) fn forget(&mut self) -> bool {
        self.find.take().is_some()
    }

    /// The row of the cursor.
    pub(in crate::app) fn at(&self) -> usize {
        self.cursor.at()
    }

    /// Puts the cursor back on a row.
    pub(in crate::app) fn return_to(&mut self, row: usize) {
        self.cursor.place(row);
    }

    /// Looks through rows that were made anew; the current hit keeps its number, as far as it can.
    pub(super) fn find_anew(&mut self) {
        if let Some(find) = &mut self.find {
            find.hits = hits(&find.sought, &self.rows);
            find.current = find.current.min(find.hits.len().saturating_sub(1));
        }
    }

    /// Whether the current hit is on a row.
    pub(super) fn is_found(&self, row: usize) -> bool {
        let current = self.find.as_ref().and_then(|find| find.hits.get(find.current));
        current.is_some_and(|hit| hit.row == row)
    }

    /// A line of a row in pieces, what was found in a face of its own.
    pub(super) fn highlighted(
        &self,
        row: usize,
        line: usize,
        pieces: &[(Safe, Face)],
    ) -> Vec<(Safe, Face)> {
        let marks = self.marks(row, line);
        let mut painted = Vec::with_capacity(pieces.len());
        let mut start = 0;
        for (text, face) in pieces {
            let end = start + text.len();
            let mut at = start;
            for (range, mark) in &marks {
                let (from, to) = (range.start.clamp(at, end), range.end.clamp(at, end));
                painted.push((text.slice(at - start..from - start), *face));
                painted.push((text.slice(from - start..to - start), *mark));
                at = to;
            }
            painted.push((text.slice(at - start..end - start), *face));
            start = end;
        }
        painted.retain(|(text, _)| !text.is_empty());
        painted
    }

    /// What is highlighted on a line of a row, in its bytes and in order.
    fn marks(&self, row: usize, line: usize) -> Vec<(Range<usize>, Face)> {
        let Some(find) = &self.find else { return Vec::new() };
        let first = find.hits.partition_point(|hit| hit.row < row);
        let here = find.hits.iter().enumerate().skip(first);
        let here = here.take_while(|(_, hit)| hit.row == row);
        let of_hit = |(number, hit): (usize, &Hit)| {
            let face = if number == find.current { Face::Current } else { Face::Match };
            let parts = hit.parts.iter().filter(|(of, _)| *of == line);
            parts.map(|(_, range)| (range.clone(), face)).collect::<Vec<_>>()
        };
        here.flat_map(of_hit).collect()
    }
}

/// The hits in all rows, in order.
fn hits(sought: &Sought, rows: &[Row]) -> Vec<Hit> {
    let of_row = |(row, of): (usize, &Row)| {
        let (text, lines) = joined(of);
        let found = sought.hits(&text, MOST, &|| true);
        let hit = move |range: Range<usize>| Hit { row, parts: parts(&range, &lines) };
        found.into_iter().map(hit).collect::<Vec<_>>()
    };
    rows.iter().enumerate().flat_map(of_row).take(MOST).collect()
}

/// Where the words of a line stand: in the joined text, and in the line.
struct Stretch {
    line: usize,
    joined: Range<usize>,
    in_line: usize,
}

/// The words of a row as one text: lines are parted by a blank, whatever they are set in by.
fn joined(row: &Row) -> (String, Vec<Stretch>) {
    let (mut text, mut stretches) = (String::new(), Vec::new());
    for (line, pieces) in row.lines.iter().enumerate() {
        let whole: String = pieces.iter().map(|(piece, _)| piece.as_str()).collect();
        let in_line = whole.len() - whole.trim_start().len();
        if line > 0 {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(whole.trim());
        stretches.push(Stretch { line, joined: start..text.len(), in_line });
    }
    (text, stretches)
}

/// A range of the joined text as parts of lines.
fn parts(range: &Range<usize>, stretches: &[Stretch]) -> Vec<(usize, Range<usize>)> {
    let part = |stretch: &Stretch| {
        let start = range.start.max(stretch.joined.start);
        let end = range.end.min(stretch.joined.end);
        let shift = |at: usize| at - stretch.joined.start + stretch.in_line;
        (start < end).then(|| (stretch.line, shift(start)..shift(end)))
    };
    stretches.iter().filter_map(part).collect()
}
