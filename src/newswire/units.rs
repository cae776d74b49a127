//! Lines joined to the units of a page: paragraphs, titles, captions, menu entries. Old wire breaks its paragraphs
//! at 60 to 80 columns; everything else writes one unit a line.

use std::borrow::Cow;

use super::lines::Line;
use crate::model::{DroppedKind, Span, TextKind};

/// How much like running text a unit looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Long enough to be nothing but prose.
    Prose,
    /// A short sentence, closed by its full stop.
    Sentence,
    /// A title, a label, a list entry.
    Short,
}

/// One paragraph, title, caption, or entry of a menu.
#[derive(Clone, Debug)]
pub(super) struct Unit<'t> {
    /// Its lines; never empty.
    pub lines: &'t [Line<'t>],
    /// Its words, lines joined by spaces.
    pub text: Cow<'t, str>,
    /// How much like running text it looks.
    pub shape: Shape,
    /// What it is in the body.
    pub kind: TextKind,
    /// Why it is left out of the body, once that is known.
    pub dropped: Option<DroppedKind>,
}

impl Unit<'_> {
    /// Number of its first line.
    pub(super) fn number(&self) -> u32 {
        self.lines.first().map_or(1, |line| line.number)
    }

    /// Where it stands in the decoded text.
    pub(super) fn span(&self) -> Span {
        self.lines.iter().map(|line| line.span).reduce(Span::union).unwrap_or_default()
    }

    /// Whether it is part of the text so far.
    pub(super) fn is_kept(&self) -> bool {
        self.dropped.is_none()
    }

    /// Whether it looks like running text and is part of it so far.
    pub(super) fn is_prose(&self) -> bool {
        self.shape == Shape::Prose && self.is_kept()
    }

    /// Number of its words, counted up to twenty.
    pub(super) fn words(&self) -> usize {
        self.text.split_whitespace().take(20).count()
    }

    /// Whether it is an entry of a list.
    pub(super) fn is_item(&self) -> bool {
        self.text.starts_with(['-', '–', '—', '•', '*', '·', '▪', '●', '+'])
    }
}

/// Joins lines to units.
pub(super) fn units<'t>(lines: &'t [Line<'t>]) -> Vec<Unit<'t>> {
    let width = wrap_width(lines);
    let mut found = Vec::new();
    let mut start = 0;
    for end in 1..=lines.len() {
        let goes_on = width.is_some_and(|width| {
            lines
                .get(end - 1)
                .zip(lines.get(end))
                .is_some_and(|(line, next)| continues(line, next, width))
        });
        if !goes_on {
            found.extend(lines.get(start..end).and_then(unit));
            start = end;
        }
    }
    found
}

fn unit<'t>(lines: &'t [Line<'t>]) -> Option<Unit<'t>> {
    let (first, rest) = lines.split_first()?;
    let mut text = Cow::Borrowed(first.text);
    for line in rest {
        let text = text.to_mut();
        text.push(' ');
        text.push_str(line.text);
    }
    let shape = shape(&text);
    Some(Unit { lines, text, shape, kind: TextKind::Paragraph, dropped: None })
}

/// The column at which a wrapped text breaks, or nothing for a text of one paragraph a line.
///
/// A wrapped text has no long line, and most of its lines that another one follows are nearly full.
fn wrap_width(lines: &[Line<'_>]) -> Option<usize> {
    const WIDEST: usize = 90;
    const NARROWEST: usize = 45;
    let widest = usual_width(lines)?;
    let (mut pairs, mut full) = (0_usize, 0_usize);
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        if next.after_blank || is_row(line) || is_row(next) {
            continue;
        }
        pairs += 1;
        full += usize::from(is_full(line, next, widest) && next.indent <= line.indent);
    }
    let wraps = (NARROWEST..=WIDEST).contains(&widest) && full >= 2 && full * 2 >= pairs;
    wraps.then_some(widest)
}

/// The width of the widest lines, a few outliers (a headline, a dateline set before its line) left out.
fn usual_width(lines: &[Line<'_>]) -> Option<usize> {
    let mut widths: Vec<usize> = lines.iter().map(Line::width).collect();
    let outliers = if widths.len() < 5 { 0 } else { 1 + widths.len() / 50 };
    let at = widths.len().checked_sub(1 + outliers)?;
    Some(*widths.select_nth_unstable(at).1)
}

/// Whether the first word of the next line would not have fitted on this one.
fn is_full(line: &Line<'_>, next: &Line<'_>, width: usize) -> bool {
    /// Old wire breaks some columns early, at the sense.
    const SLACK: usize = 6;
    let word = next.text.split_whitespace().next().map_or(0, |word| word.chars().count());
    line.width() + 1 + word + SLACK > width
}

/// Whether a line is a row of a table: columns set apart by spaces.
fn is_row(line: &Line<'_>) -> bool {
    line.text.contains("  ") || line.text.contains('\t')
}

fn continues(line: &Line<'_>, next: &Line<'_>, width: usize) -> bool {
    let starts_small = next.text.starts_with(char::is_lowercase);
    !next.after_blank
        && !is_row(line)
        && !is_row(next)
        && next.indent <= line.indent
        && (is_full(line, next, width) || starts_small)
}

/// How much like running text a unit looks, from its length and its end.
pub(super) fn shape(text: &str) -> Shape {
    /// Longer than any headline, in characters.
    const SURELY_PROSE: usize = 160;
    const PROSE: usize = 75;
    const SENTENCE: usize = 20;
    let length = text.chars().take(SURELY_PROSE).count();
    let closed = ends_sentence(text);
    match length {
        SURELY_PROSE.. => Shape::Prose,
        PROSE.. if closed => Shape::Prose,
        SENTENCE.. if closed && text.split_whitespace().nth(3).is_some() => Shape::Sentence,
        _ => Shape::Short,
    }
}

/// Whether a text ends as a sentence does. Three dots cut off a title as often as they end a sentence.
pub(super) fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_whitespace() || "\"'»”’)]".contains(c));
    bare.ends_with(['.', '!', '?', ';']) && !bare.ends_with("...")
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn wrapped_wire_becomes_paragraphs() {
        let text = "The treaty that created the European Coal and Steel\nCommunity was signed in Paris by six countries, among\nthem France.\n    It entered into force in July of the following year and\nlasted for fifty years.\n";
        let lines = lines(text);
        let found = units(&lines);
        assert_eq!(found.len(), 2);
        assert!(
            found[0].text.ends_with(
                "Steel Community was signed in Paris by six countries, among them France."
            )
        );
        assert_eq!(found[1].number(), 4);
    }

    #[test]
    fn a_line_is_a_paragraph_elsewhere() {
        let text = "Menu\nMonde\nUn titre\nLe traité de Rome a institué la Communauté économique européenne entre six pays du continent.\n";
        assert_eq!(units(&lines(text)).len(), 4);
    }

    #[test]
    fn shapes() {
        assert_eq!(shape("Le traité de Rome est signé"), Shape::Short);
        assert_eq!(shape("Le traité de Rome est signé."), Shape::Sentence);
        assert_eq!(
            shape("Le traité de Rome est signé par six pays, qui fondent ainsi une communauté ..."),
            Shape::Short
        );
    }
}
