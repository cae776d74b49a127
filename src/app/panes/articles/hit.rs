//! How a hit is painted: the brief as in any list, and below it the sentence that shows why it was found.

use std::ops::Range;

use ratatui::layout::Rect;

use super::story;
use crate::app::context::Context;
use crate::app::paint::Canvas;
use crate::app::theme::Face;
use crate::library::Hit;
use crate::model::Brief;
use crate::text::{Safe, width, wrap};

/// Columns from the edge of the pane to the sentence.
const INDENT: u16 = 5;

/// Words before the first match are shown in so much of the line at most: the match is what the eye looks for.
const BEFORE: usize = 3;

/// Lines that a hit takes.
pub(super) fn rows(context: &Context<'_>, brief: &Brief, columns: u16) -> u16 {
    story::rows(context, brief, columns, false) + sentence_rows(columns)
}

/// Lines for the sentence: a short line holds too little of it.
fn sentence_rows(columns: u16) -> u16 {
    if columns >= story::ONE_LINE_FROM { 1 } else { 2 }
}

/// The brief, and the sentence below it.
pub(super) fn paint(
    canvas: &mut Canvas<'_>,
    context: &Context<'_>,
    brief: &Brief,
    hit: &Hit,
    place: Rect,
) {
    let wanted = rows(context, brief, place.width);
    let height = wanted - sentence_rows(place.width);
    let above = Rect { height: height.min(place.height), ..place };
    if place.width >= story::ONE_LINE_FROM {
        story::line(canvas, context, brief, above, false);
    } else {
        story::block(canvas, context, brief, above, false);
    }
    let right = place.right().saturating_sub(1);
    let room = usize::from(right.saturating_sub(place.x + INDENT));
    let lines = lines(&hit.snippet, hit.highlights.first(), room, place.width);
    for (line, y) in lines.iter().zip(above.bottom()..place.bottom()) {
        let mut x = place.x + INDENT;
        if line.start > 0 && y == above.bottom() {
            x += canvas.put(x, y, right - x, &Safe::new(context.glyphs.ellipsis), Face::Dim);
        }
        for (text, face) in pieces(&hit.snippet, line.clone(), &hit.highlights) {
            x += canvas.put(x, y, right.saturating_sub(x), &text, face);
        }
    }
}

/// The stretches of a sentence that stand on the lines there are; the last one goes on to the end of the sentence, and
/// whoever paints cuts it. Where the first match would stand far behind, the words before it are left out.
fn lines(text: &str, first: Option<&Range<usize>>, room: usize, columns: u16) -> Vec<Range<usize>> {
    let most = usize::from(sentence_rows(columns));
    let start = start(text, first, room * most);
    let rest = text.get(start..).unwrap_or_default();
    let wrapped = wrap::wrap(rest, room.saturating_sub(1).max(1)).into_iter();
    let mut lines: Vec<Range<usize>> =
        wrapped.take(most).map(|line| start + line.start..start + line.end).collect();
    if let Some(last) = lines.last_mut() {
        last.end = text.len();
    }
    lines
}

/// A stretch of a sentence in pieces, matches in a face of their own.
fn pieces(text: &str, line: Range<usize>, matches: &[Range<usize>]) -> Vec<(Safe, Face)> {
    let mut pieces = Vec::new();
    let mut piece = |range: Range<usize>, face| {
        if let Some(text) = text.get(range).filter(|text| !text.is_empty()) {
            pieces.push((Safe::new(text), face));
        }
    };
    let mut at = line.start;
    for range in matches {
        let (start, end) = (range.start.clamp(at, line.end), range.end.clamp(at, line.end));
        piece(at..start, Face::Dim);
        piece(start..end, Face::Match);
        at = end;
    }
    piece(at..line.end, Face::Dim);
    pieces
}

/// Where to begin, so that the first match stands in the line: at the start, else at a word shortly before it.
fn start(text: &str, first: Option<&Range<usize>>, room: usize) -> usize {
    let Some(first) = first else { return 0 };
    let columns = |range: Range<usize>| width::width(text.get(range).unwrap_or_default());
    if columns(0..first.end) < room {
        return 0;
    }
    // What follows may leave more room than that.
    let most = (room / BEFORE).max(room.saturating_sub(columns(first.start..text.len()) + 1));
    let most = most.min(room.saturating_sub(columns(first.clone()) + 1));
    let before = text.get(..first.start).unwrap_or_default();
    let words = before.match_indices(' ').map(|(at, _)| at + 1);
    let mut words = words.filter(|&at| columns(at..first.start) <= most);
    words.next().unwrap_or(first.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_match_is_in_the_line_with_words_before_it() {
        let text = "Les deux ministres ont ensuite parlé des visas de court séjour";
        let at = text.find("visas").expect("a place");
        let begin = |room| &text[start(text, Some(&(at..at + 5)), room)..];
        assert_eq!(begin(60), text);
        assert_eq!(begin(36), "parlé des visas de court séjour");
        assert_eq!(begin(6), "visas de court séjour");
        assert_eq!(start(text, None, 6), 0);
        let long = "a".repeat(90);
        assert_eq!(start(&long, Some(&(80..90)), 20), 80);
    }

    #[test]
    fn a_narrow_pane_shows_two_lines_and_marks_exactly_the_letters() {
        let text = "Les visas de court séjour et les visas de long séjour";
        let first = text.find(" et").expect("a place");
        let shown = lines(text, Some(&(4..9)), 26, 40);
        assert_eq!(shown, [0..first, first + 1..text.len()]);
        let second = text.rfind("visas").expect("a place");
        let second = second..second + 5;
        let marked = |line: Range<usize>| {
            let all = pieces(text, line, &[4..9, second.clone()]).into_iter();
            let marked = all.filter(|(_, face)| *face == Face::Match);
            marked.map(|(text, _)| text.as_str().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(marked(shown[0].clone()), ["visas"]);
        assert_eq!(marked(shown[1].clone()), ["visas"]);
    }
}
