//! One row: from the cells that are there to the cells that are wanted.

use super::grid::{Glyph, Shape};
use super::pen::Pen;
use super::stylus::Stylus;

/// A gap longer than this is never cheaper to draw again than to jump over.
const LONGEST_REPEAT: usize = 24;
/// EL takes three bytes: so many blanks are no dearer.
const CHEAP_BLANKS: usize = 3;
/// ECH and the move after it take nine to ten bytes.
const CHEAP_GAP: usize = 10;

/// Writes row `number` with `stylus`, by the shortest of the ways tried.
pub(super) fn write(stylus: &mut Stylus, number: u16, old: &[Glyph], new: &[Glyph]) {
    let Some(first) = changed(old, new).iter().position(|changed| *changed) else { return };
    let mut plain = stylus.fork();
    difference(&mut plain, number, old, new);

    let mut erased = stylus.fork();
    erased.go_to(as_column(first), number);
    erased.erase_to_end();
    let blank = Glyph::blank(Pen::default());
    let mut rest = old.to_vec();
    rest.iter_mut().skip(first).for_each(|glyph| glyph.clone_from(&blank));
    difference(&mut erased, number, &rest, new);

    stylus.adopt(if erased.bytes.len() < plain.bytes.len() { erased } else { plain });
}

/// Which cells must be drawn: a wide glyph as a whole, and all that a doubtful one may have spoilt.
fn changed(old: &[Glyph], new: &[Glyph]) -> Vec<bool> {
    let mut marks: Vec<bool> = Vec::with_capacity(new.len());
    let mut spoilt_to = 0;
    while let Some(glyph) = new.get(marks.len()) {
        let start = marks.len();
        let cells = start..start + usize::from(glyph.columns.max(1));
        let before = old.get(cells.clone()).unwrap_or_default();
        let mark = start < spoilt_to || new.get(cells.clone()) != Some(before);
        if mark {
            let reach = before.iter().chain([glyph]).map(Glyph::reach).max().unwrap_or(0);
            spoilt_to = spoilt_to.max(start + reach);
        }
        marks.resize(cells.end, mark);
    }
    marks
}

fn difference(stylus: &mut Stylus, number: u16, old: &[Glyph], new: &[Glyph]) {
    let marks = changed(old, new);
    let Some(last) = marks.iter().rposition(|changed| *changed) else { return };
    let tail = new.iter().rposition(|glyph| !glyph.is_erased()).map_or(0, |column| column + 1);
    let mut column = 0;
    while column <= last {
        let Some(glyph) = new.get(column) else { return };
        if marks.get(column) != Some(&true) {
            column += 1;
            continue;
        }
        approach(stylus, column, number, new);
        if column >= tail && last - column >= CHEAP_BLANKS {
            stylus.erase_to_end();
            return;
        }
        let blanks =
            new.iter().take(last + 1).skip(column).take_while(|glyph| glyph.is_erased()).count();
        if blanks > CHEAP_GAP {
            stylus.erase(blanks);
            column += blanks;
        } else {
            stylus.draw(glyph);
            column += usize::from(glyph.columns.max(1));
        }
    }
}

/// Brings the cursor to a cell: by a move, or by drawing again what stands between.
fn approach(stylus: &mut Stylus, column: usize, number: u16, new: &[Glyph]) {
    let target = as_column(column);
    if (stylus.column, stylus.row) == (Some(target), Some(number)) {
        return;
    }
    let mut best = stylus.fork();
    best.go_to(target, number);
    let cost = |trial: &Stylus| {
        let mut trial = trial.clone();
        if let Some(glyph) = new.get(column) {
            trial.take_for(glyph);
        }
        trial.bytes.len()
    };
    let mut offer = |mut trial: Stylus, from: usize| {
        let Some(gap) = new.get(from..column).filter(|gap| can_repeat(gap)) else { return };
        gap.iter()
            .filter(|glyph| glyph.shape != Shape::Covered)
            .for_each(|glyph| trial.draw(glyph));
        if cost(&trial) < cost(&best) {
            best = trial;
        }
    };
    match (stylus.row, stylus.column) {
        (Some(row), Some(from)) if row == number => offer(stylus.fork(), usize::from(from)),
        (Some(row), _) if row < number && stylus.is_free_way(row, number) => {
            let mut fed = stylus.fork();
            fed.feed_to(number);
            offer(fed, 0);
        }
        _ => {}
    }
    stylus.adopt(best);
}

fn can_repeat(gap: &[Glyph]) -> bool {
    gap.len() <= LONGEST_REPEAT
        && gap.first().is_none_or(|glyph| glyph.shape != Shape::Covered)
        && gap.iter().all(|glyph| !glyph.doubtful)
}

/// Rows are made from a `u16` width.
fn as_column(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}
