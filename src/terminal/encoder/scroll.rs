//! Finds a band of rows that moved up or down as a whole.
//!
//! The band is full-width: margins left and right (DECSLRM) corrupt terminals that lack them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::grid::{Glyph, Grid};
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
    let height = usize::from(new.height());
    let distance = lines.unsigned_abs();
    let kept = if lines > 0 { 0..height.checked_sub(distance)? } else { distance..height };
    let losses = losses_where_exposed(old, new);
    let lost = |rows: Range<usize>| {
        losses.get(rows.end).zip(losses.get(rows.start)).map(|(to, from)| to - from)
    };
    let (mut best, mut best_gain) = (None, 0);
    let (mut start, mut gain) = (kept.start, 0);
    for row in kept {
        if gain <= 0 {
            (start, gain) = (row, 0);
        }
        let wanted = new.row(row);
        let moved =
            row.checked_add_signed(lines).map_or(0, |from| differing(old.row(from), wanted));
        gain += differing(old.row(row), wanted) - moved;
        let (band, exposed) = if lines > 0 {
            (start..row + 1 + distance, row + 1..row + 1 + distance)
        } else {
            (start - distance..row + 1, start - distance..start)
        };
        let total = gain - lost(exposed)?;
        if total > best_gain {
            (best, best_gain) = (Some(Scroll { rows: band, lines }), total);
        }
    }
    best
}

/// For each row, how many more cells all rows above it need where they are erased first.
fn losses_where_exposed(old: &Grid, new: &Grid) -> Vec<isize> {
    let mut sum = 0;
    let mut sums = vec![0];
    sums.extend(old.rows().zip(new.rows()).map(|(before, wanted)| {
        let erased = wanted.iter().filter(|glyph| !glyph.is_erased()).count().cast_signed();
        sum += erased - differing(before, wanted);
        sum
    }));
    sums
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

/// Cells that are not the same.
fn differing(one: &[Glyph], other: &[Glyph]) -> isize {
    one.iter().zip(other).filter(|(one, other)| one != other).count().cast_signed()
}

/// Writes the move.
pub(super) fn write(stylus: &mut Stylus, scroll: &Scroll, height: u16) {
    stylus.ready_to_erase();
    let Range { start, end } = scroll.rows;
    let whole = start == 0 && end == usize::from(height);
    let row = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
    stylus.confine((!whole).then(|| (row(start), row(end.saturating_sub(1)))));
    let direction = if scroll.lines > 0 { 'S' } else { 'T' };
    let lines = match scroll.lines.unsigned_abs() {
        1 => String::new(),
        lines => lines.to_string(),
    };
    stylus.bytes.extend_from_slice(format!("\x1b[{lines}{direction}").as_bytes());
}
