//! Tables set in columns that share the measure.

use super::Segment;
use crate::app::theme::{Face, Glyphs};
use crate::model::{Run, Span};
use crate::text::{Safe, width, wrap};

/// Blanks between two columns.
const GAP: usize = 2;

/// Columns shown at most; a table with more is not for a terminal, its first ones still are.
const MOST_COLUMNS: usize = 12;

/// Lines that one cell takes at most.
const MOST_LINES: usize = 8;

/// A cell's words with the stretch of the file they stand for.
struct Cell {
    text: Safe,
    source: Option<Span>,
}

/// Sets a table; its first row is the head.
pub(super) fn set(rows: &[Vec<Vec<Run>>], measure: usize, glyphs: Glyphs) -> Vec<Vec<Segment>> {
    let cells: Vec<Vec<Cell>> = rows
        .iter()
        .map(|row| row.iter().take(MOST_COLUMNS).map(|runs| cell(runs)).collect())
        .collect();
    let widths = share(&cells, measure);
    let mut lines = Vec::new();
    for (index, row) in cells.iter().enumerate() {
        let face = if index == 0 { Face::Strong } else { Face::Text };
        lines.extend(set_row(row, &widths, face));
        if index == 0 {
            let across = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
            lines.push(vec![Segment::sign(&glyphs.rule.repeat(across), Face::Rule)]);
        }
    }
    lines
}

/// The words of a cell on one line.
fn cell(runs: &[Run]) -> Cell {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    let source = runs.iter().map(|run| run.span).reduce(Span::union);
    Cell { text: Safe::new(&text), source }
}

/// Each column's width: what its widest cell needs, the widest columns giving way until all fit.
fn share(rows: &[Vec<Cell>], measure: usize) -> Vec<usize> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut widths = vec![1; columns];
    for row in rows {
        for (column, cell) in widths.iter_mut().zip(row) {
            *column = (*column).max(width::width(cell.text.as_str()));
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
fn set_row(row: &[Cell], widths: &[usize], face: Face) -> Vec<Vec<Segment>> {
    let wrapped: Vec<Vec<Safe>> = row
        .iter()
        .zip(widths)
        .map(|(cell, &columns)| {
            let lines = wrap::wrap(cell.text.as_str(), columns).into_iter().take(MOST_LINES);
            lines.map(|line| cell.text.slice(line)).collect()
        })
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    (0..height)
        .map(|line| {
            let mut segments = Vec::new();
            for ((cell, lines), &columns) in row.iter().zip(&wrapped).zip(widths) {
                let text = lines.get(line).cloned().unwrap_or_default();
                let blank = (columns + GAP).saturating_sub(width::width(text.as_str()));
                segments.push(Segment { text, face, source: cell.source });
                segments.push(Segment::sign(&" ".repeat(blank), Face::Text));
            }
            segments.pop();
            segments
        })
        .collect()
}
