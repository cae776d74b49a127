//! The rows that a text is set in: each line of it wrapped, every byte in exactly one row.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::width::width;
use crate::text::wrap::wrap;

/// The rows of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    rows: Vec<Row>,
    columns: usize,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    /// All of it, the white space at which it was broken included.
    whole: Range<usize>,
    /// The part that is drawn.
    drawn: Range<usize>,
    /// Whether its line goes on in the next row.
    goes_on: bool,
}

impl Rows {
    /// Sets a text in rows of so many columns, where that is not done already.
    pub(super) fn fit(&mut self, columns: usize, text: &str) {
        // The cursor needs a column behind the last letter.
        let columns = columns.saturating_sub(1).max(1);
        if self.columns != columns || self.rows.is_empty() {
            self.columns = columns;
            self.set(text);
        }
    }

    /// Sets a text that changed.
    pub(super) fn set(&mut self, text: &str) {
        self.rows.clear();
        let mut start = 0;
        for line in text.split('\n') {
            let ranges = wrap(line, self.columns.max(1));
            for (number, range) in ranges.iter().enumerate() {
                let next = ranges.get(number + 1).map(|next| next.start);
                let from = if number == 0 { 0 } else { range.start };
                let to = next.unwrap_or(line.len());
                self.rows.push(Row {
                    whole: start + from..start + to,
                    drawn: start + from..start + range.end.max(from),
                    goes_on: next.is_some(),
                });
            }
            start += line.len() + 1;
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.rows.len()
    }

    /// Columns of the widest row there can be.
    pub(super) fn columns(&self) -> usize {
        self.columns
    }

    /// The row that an offset stands in.
    pub(super) fn of(&self, offset: usize) -> usize {
        self.rows.partition_point(|row| row.whole.start <= offset).saturating_sub(1)
    }

    /// The part of a row that is drawn.
    pub(super) fn drawn(&self, row: usize) -> Range<usize> {
        self.rows.get(row).map_or(0..0, |row| row.drawn.clone())
    }

    /// Where a row starts.
    pub(super) fn start_of(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |row| row.whole.start)
    }

    /// The last place in a row that is not yet in the next one.
    pub(super) fn end_of(&self, row: usize, text: &str) -> usize {
        self.at_column(row, usize::MAX, text)
    }

    /// The place in a row at a column, or the last one before it.
    pub(super) fn at_column(&self, row: usize, column: usize, text: &str) -> usize {
        let Some(row) = self.rows.get(row) else { return text.len() };
        let words = text.get(row.whole.clone()).unwrap_or_default();
        let mut used = 0;
        let mut at = row.whole.start;
        for (start, cluster) in words.grapheme_indices(true) {
            let start = row.whole.start + start;
            let end = start + cluster.len();
            used += width(cluster);
            // The end of a row that goes on is the start of the next.
            if used > column || (row.goes_on && end >= row.whole.end) {
                return start;
            }
            at = end;
        }
        at
    }
}
