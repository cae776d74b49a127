//! Lines of a text by number: what a diagnostic names.

use std::ops::Range;

/// Where each line of a text starts. LF, CR LF and a lone CR end a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Walks `text` once.
    pub fn new(text: &str) -> Self {
        Self { starts: ranges(text).map(|line| line.start).collect() }
    }

    /// The number, from 1, of the line that the byte `offset` stands in; the last line for what lies
    /// behind the text.
    pub fn number(&self, offset: usize) -> u32 {
        let before = self.starts.partition_point(|&start| start <= offset).max(1);
        u32::try_from(before).unwrap_or(u32::MAX)
    }
}

/// The lines of `text` in order, each without what ends it.
pub fn ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = bytes.get(start..)?;
        let Some(length) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
            next = None;
            return (!rest.is_empty()).then_some(start..bytes.len());
        };
        let end = start + length;
        let ending = if rest.get(length..).is_some_and(|e| e.starts_with(b"\r\n")) { 2 } else { 1 };
        next = Some(end + ending);
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let text = "a\nb\r\nc\rd\n\ne";
        let lines: Vec<&str> = ranges(text).map(|line| &text[line]).collect();
        assert_eq!(lines, ["a", "b", "c", "d", "", "e"]);
    }

    #[test]
    fn offsets_find_their_line() {
        let lines = Lines::new("a\r\nbc\n");
        assert_eq!([0, 1, 2, 3, 5, 6, 99].map(|at| lines.number(at)), [1, 1, 1, 2, 2, 2, 2]);
        assert_eq!(Lines::new("").number(0), 1);
    }
}
