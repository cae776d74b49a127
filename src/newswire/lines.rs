//! A text as lines that know where they stand.

use crate::model::Span;

/// Begins a page of paper.
const FORM_FEED: char = '\u{c}';

/// A line with something on it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// Its number in the file, from 1, empty lines counted.
    pub number: u32,
    /// Its text without the white space around it.
    pub text: &'t str,
    /// Where that stands in the decoded text.
    pub span: Span,
    /// Characters of white space before it; a tab counts eight.
    pub indent: usize,
    /// Whether an empty line stands before it.
    pub after_blank: bool,
    /// Whether a form feed stands between it and the line before it.
    pub after_feed: bool,
}

impl Line<'_> {
    /// Characters on the line with its indentation.
    pub(super) fn width(&self) -> usize {
        self.indent + self.text.chars().count()
    }
}

/// The lines of `decoded` that are not empty. Lines end with LF, CR, or both.
pub(super) fn lines(decoded: &str) -> Vec<Line<'_>> {
    let mut found = Vec::new();
    let (mut start, mut number) = (0, 1);
    let (mut after_blank, mut after_feed) = (false, false);
    while let Some(rest) = decoded.get(start..).filter(|rest| !rest.is_empty()) {
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let raw = rest.get(..length).unwrap_or_default();
        let text = raw.trim();
        if text.is_empty() {
            after_blank = true;
            after_feed |= raw.contains(FORM_FEED);
        } else {
            let lead = raw.len() - raw.trim_start().len();
            let indent = raw.get(..lead).unwrap_or_default().chars().map(columns).sum();
            let from = start + lead;
            let span = Span::new(from, from + text.len());
            after_feed |= raw.get(..lead).is_some_and(|lead| lead.contains(FORM_FEED));
            found.push(Line { number, text, span, indent, after_blank, after_feed });
            after_blank = false;
            after_feed = raw.get(lead + text.len()..).is_some_and(|end| end.contains(FORM_FEED));
        }
        let both = rest.get(length..).is_some_and(|end| end.starts_with("\r\n"));
        start += length + if both { 2 } else { 1 };
        number += 1;
    }
    found
}

fn columns(c: char) -> usize {
    if c == '\t' { 8 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end() {
        let text = "Un\r\n\r\n  Deux\rTrois\n\n\n\tQuatre";
        let found = lines(text);
        let told: Vec<_> =
            found.iter().map(|l| (l.number, l.text, l.indent, l.after_blank)).collect();
        assert_eq!(
            told,
            [
                (1, "Un", 0, false),
                (3, "Deux", 2, true),
                (4, "Trois", 0, false),
                (7, "Quatre", 8, true)
            ]
        );
        assert!(found.iter().all(|line| line.span.slice(text) == Some(line.text)));
    }

    #[test]
    fn a_form_feed_is_known_wherever_it_stands() {
        for text in ["Un\u{c}\nDeux\nTrois", "Un\n\u{c}\nDeux\nTrois", "Un\n \u{c}Deux\nTrois"] {
            let fed: Vec<bool> = lines(text).iter().map(|line| line.after_feed).collect();
            assert_eq!(fed, [false, true, false], "{text:?}");
        }
    }
}
