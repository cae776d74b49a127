//! Tables set in columns that share the measure.

use super::Segment;
use super::prose::Shown;
use crate::app::theme::{Face, Glyphs};
use crate::model::Run;
use crate::text::{width, wrap};

/// Blanks between two columns.
const GAP: usize = 2;

/// Columns shown at most; a table with more is not for a terminal, its first ones still are.
const MOST_COLUMNS: usize = 12;

/// Lines that one cell takes at most.
const MOST_LINES: usize = 8;

/// Sets a table; its first row is the head.
pub(super) fn set(rows: &[Vec<Vec<Run>>], measure: usize, glyphs: Glyphs) -> Vec<Vec<Segment>> {
    let cell = |(index, row): (usize, &Vec<Vec<Run>>)| {
        let face = if index == 0 { Face::Strong } else { Face::Text };
        row.iter().take(MOST_COLUMNS).map(|runs| cell(runs, face)).collect()
    };
    let cells: Vec<Vec<Shown>> = rows.iter().enumerate().map(cell).collect();
    let widths = share(&cells, measure);
    let mut lines = Vec::new();
    for (index, row) in cells.iter().enumerate() {
        lines.extend(set_row(row, &widths));
        if index == 0 {
            let across = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
            lines.push(vec![Segment::sign(&glyphs.rule.repeat(across), Face::Rule)]);
        }
    }
    lines
}

/// The words of a cell on one line.
fn cell(runs: &[Run], face: Face) -> Shown {
    let mut shown = Shown::default();
    for run in runs {
        shown.run(&run.text, Some(run.span), face);
    }
    shown
}

/// Each column's width: what its widest cell needs, the widest columns giving way until all fit.
fn share(rows: &[Vec<Shown>], measure: usize) -> Vec<usize> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut widths = vec![1; columns];
    for row in rows {
        for (column, cell) in widths.iter_mut().zip(row) {
            *column = (*column).max(width::width(&cell.text));
        }
    }
    let room = measure.saturating_sub(GAP * columns.saturating_sub(1)).max(columns);
    while widths.iter().sum::<usize>() > room {
        let excess = widths.iter().sum::<usize>() - room;
        let Some(widest) = widths.iter().copied().max().filter(|&w| w > 1) else { break };
        let second = widths.iter().copied().filter(|&w| w < widest).max().unwrap_or(1);
        let many = widths.iter().filter(|&&w| w == widest).count();
        let cut = (widest - second).min(excess.div_ceil(many)).max(1);
        for column in widths.iter_mut().filter(|w| **w == widest) {
            *column -= cut;
        }
    }
    widths
}

/// Sets one row; cells wrap within their columns.
fn set_row(row: &[Shown], widths: &[usize]) -> Vec<Vec<Segment>> {
    let wrapped: Vec<Vec<Vec<Segment>>> = row
        .iter()
        .zip(widths)
        .map(|(cell, &columns)| {
            let lines = wrap::wrap(&cell.text, columns).into_iter().take(MOST_LINES);
            lines.map(|line| cell.segments(&line)).collect()
        })
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    (0..height)
        .map(|line| {
            let mut segments = Vec::new();
            for (lines, &columns) in wrapped.iter().zip(widths) {
                let words = lines.get(line).map_or(&[][..], Vec::as_slice);
                let taken: usize = words.iter().map(Segment::width).sum();
                segments.extend(words.iter().cloned());
                let blank = (columns + GAP).saturating_sub(taken);
                segments.push(Segment::sign(&" ".repeat(blank), Face::Text));
            }
            segments.pop();
            segments
        })
        .collect()
}
