//! How a hit is painted: the brief as in any list, and below it the sentence that shows why it was found.

use std::ops::Range;

use ratatui::layout::Rect;

use super::story;
use crate::app::context::Context;
use crate::app::paint::Canvas;
use crate::app::theme::Face;
use crate::library::Hit;
use crate::model::Brief;
use crate::text::{Safe, width};

/// Columns from the edge of the pane to the sentence.
const INDENT: u16 = 5;

/// Words before the first match are shown in so much of the line at most: the match is what the eye looks for.
const BEFORE: usize = 3;

/// Lines that a hit takes.
pub(super) fn rows(context: &Context<'_>, brief: &Brief, columns: u16) -> u16 {
    story::rows(context, brief, columns, false) + 1
}

/// The brief, and the sentence in a line below it.
pub(super) fn paint(
    canvas: &mut Canvas<'_>,
    context: &Context<'_>,
    brief: &Brief,
    hit: &Hit,
    place: Rect,
) {
    let above = Rect { height: place.height.saturating_sub(1).max(1), ..place };
    if place.width >= story::ONE_LINE_FROM {
        story::line(canvas, context, brief, above, false);
    } else {
        story::block(canvas, context, brief, above, false);
    }
    if place.height < rows(context, brief, place.width) {
        return;
    }
    let y = place.bottom().saturating_sub(1);
    let mut x = place.x + INDENT;
    let room = place.right().saturating_sub(x + 1);
    for (text, is_match) in excerpt(&hit.snippet, &hit.highlights, usize::from(room), context) {
        let face = if is_match { Face::Match } else { Face::Dim };
        let left = place.right().saturating_sub(x + 1);
        x += canvas.put(x, y, left, &text, face);
    }
}

/// The part of a sentence that a line has room for, in pieces that match or do not. Where the first match would stand far
/// behind, the words before it are cut.
fn excerpt(
    text: &str,
    matches: &[Range<usize>],
    room: usize,
    context: &Context<'_>,
) -> Vec<(Safe, bool)> {
    let start = start(text, matches.first(), room);
    let mut pieces = Vec::new();
    if start > 0 {
        pieces.push((Safe::new(context.glyphs.ellipsis), false));
    }
    let mut at = start;
    for range in matches.iter().filter(|range| range.start >= start) {
        pieces.push((Safe::new(text.get(at..range.start).unwrap_or_default()), false));
        pieces.push((Safe::new(text.get(range.clone()).unwrap_or_default()), true));
        at = range.end;
    }
    pieces.push((Safe::new(text.get(at..).unwrap_or_default()), false));
    pieces.retain(|(text, _)| !text.is_empty());
    pieces
}

/// Where to begin, so that the first match stands in the line: at the start, else at a word shortly before it.
fn start(text: &str, first: Option<&Range<usize>>, room: usize) -> usize {
    let Some(first) = first else { return 0 };
    let columns = |range: Range<usize>| width::width(text.get(range).unwrap_or_default());
    if columns(0..first.end) < room {
        return 0;
    }
    let most = (room / BEFORE).min(room.saturating_sub(columns(first.clone()) + 1));
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
}
