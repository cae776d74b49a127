//! Finds a band of rows that moved up or down as a whole.
//!
//! The band is full-width: margins left and right (DECSLRM) corrupt terminals that lack them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::grid::{Glyph, Grid};
use super::pen::Pen;
use super::stylus::Stylus;

/// Fewer rows that agree are a coincidence.
const LEAST_ROWS: usize = 2;

/// A band of rows and how far it moves, up where `lines` is positive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scroll {
    pub(super) rows: Range<usize>,
    pub(super) lines: isize,
}

/// The move that leaves the fewest cells to draw, if any helps.
pub(super) fn find(old: &Grid, new: &Grid) -> Option<Scroll> {
    let lines = likeliest_distance(old, new)?;
    let blank = Glyph::blank(Pen::default());
    let worth = |row: usize, before: Option<&[Glyph]>| -> isize {
        let wanted = new.row(row);
        let drawn = match before {
            Some(before) => differing(before, wanted),
            None => wanted.iter().filter(|glyph| **glyph != blank).count(),
        };
        differing(old.row(row), wanted).cast_signed() - drawn.cast_signed()
    };
    let height = usize::from(new.height());
    let distance = lines.unsigned_abs();
    let kept = if lines > 0 { 0..height.checked_sub(distance)? } else { distance..height };
    let (mut best, mut best_gain) = (None, 0);
    let (mut start, mut gain) = (kept.start, 0);
    for row in kept {
        if gain <= 0 {
            (start, gain) = (row, 0);
        }
        gain += worth(row, row.checked_add_signed(lines).map(|from| old.row(from)));
        let band = if lines > 0 { start..row + 1 + distance } else { start - distance..row + 1 };
        let exposed = if lines > 0 { row + 1..row + 1 + distance } else { start - distance..start };
        let total = gain + exposed.map(|row| worth(row, None)).sum::<isize>();
        if total > best_gain {
            (best, best_gain) = (Some(Scroll { rows: band, lines }), total);
        }
    }
    best
}

/// How far most of the changed parts of rows have moved.
fn likeliest_distance(old: &Grid, new: &Grid) -> Option<isize> {
    let mut votes: BTreeMap<isize, usize> = BTreeMap::new();
    for (row, wanted) in new.rows().enumerate() {
        let before = old.row(row);
        let differs = |(one, other): (&Glyph, &Glyph)| one != other;
        let Some(first) = before.iter().zip(wanted).position(differs) else { continue };
        let last = before.iter().zip(wanted).rposition(differs).unwrap_or(first);
        let Some(part) = wanted.get(first..=last) else { continue };
        if part.iter().all(Glyph::is_erased) {
            continue;
        }
        for (from, candidate) in old.rows().enumerate() {
            if candidate.get(first..=last) == Some(part) {
                *votes.entry(from.cast_signed() - row.cast_signed()).or_default() += 1;
            }
        }
    }
    votes
        .into_iter()
        .filter(|(_, count)| *count >= LEAST_ROWS)
        .max_by_key(|(lines, count)| (*count, -lines.abs()))
        .map(|(lines, _)| lines)
}

fn differing(one: &[Glyph], other: &[Glyph]) -> usize {
    one.iter().zip(other).filter(|(one, other)| one != other).count()
}

/// Writes the move. The region is reset at once, so that nothing else is ever caught in it.
pub(super) fn write(stylus: &mut Stylus, scroll: &Scroll, height: u16) {
    stylus.ready_to_erase();
    let Range { start, end } = scroll.rows;
    let whole = start == 0 && end == usize::from(height);
    if !whole {
        stylus.bytes.extend_from_slice(format!("\x1b[{};{end}r", start + 1).as_bytes());
    }
    let direction = if scroll.lines > 0 { 'S' } else { 'T' };
    let lines = match scroll.lines.unsigned_abs() {
        1 => String::new(),
        lines => lines.to_string(),
    };
    stylus.bytes.extend_from_slice(format!("\x1b[{lines}{direction}").as_bytes());
    if !whole {
        stylus.bytes.extend_from_slice(b"\x1b[r");
        // Some terminals send the cursor home, others leave it.
        stylus.lose_position();
    }
}
