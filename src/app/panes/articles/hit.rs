//! How a hit is painted: the brief as in any list, and below it the sentence that shows why it was found, with a word where
//! that is not just what was asked for.

use std::ops::Range;

use ratatui::layout::Rect;

use super::story;
use crate::app::context::Context;
use crate::app::paint::Canvas;
use crate::app::theme::Face;
use crate::library::{Hit, NoteHit};
use crate::model::{Argument, Brief};
use crate::search::query::Reach;
use crate::text::{Safe, width, wrap};

/// Columns from the edge of the pane to the sentence.
const INDENT: u16 = 5;

/// Blank columns between the sentence and that word.
const GAP: u16 = 2;

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

/// The brief, and the sentence below it. Where days were asked for, `by_day`, a hit without a date says by which it was found.
pub(super) fn paint(
    canvas: &mut Canvas<'_>,
    context: &Context<'_>,
    brief: &Brief,
    (hit, by_day): (&Hit, bool),
    place: Rect,
) {
    let wanted = rows(context, brief, place.width);
    let height = wanted - sentence_rows(place.width);
    let above = Rect { height: height.min(place.height), ..place };
    let tells_day = if place.width >= story::ONE_LINE_FROM {
        story::line(canvas, context, brief, above, false)
    } else {
        story::block(canvas, context, brief, above, false);
        true
    };
    let manner = manner(context, hit, by_day && !tells_day);
    let below = Rect { y: above.bottom(), height: place.height - above.height, ..place };
    sentence(canvas, context, (&hit.snippet, &hit.highlights), &manner, below);
}

/// Lines that a note on a country takes.
pub(super) fn note_rows(columns: u16) -> u16 {
    1 + sentence_rows(columns)
}

/// The country that a note is on, and the sentence below it.
pub(super) fn paint_note(
    canvas: &mut Canvas<'_>,
    context: &Context<'_>,
    note: &NoteHit,
    place: Rect,
) {
    canvas.sign(place.x, place.y, canvas.glyphs.note, Face::Key);
    let (x, right) = (place.x + INDENT, place.right().saturating_sub(1));
    let kind = context.say("note-found");
    let end = canvas.put_right(right, place.y, &kind, Face::Dim);
    let country = Safe::new(&context.words.country(note.country));
    canvas.put(x, place.y, end.saturating_sub(x + GAP), &country, Face::Text);
    let below = Rect { y: place.y + 1, height: place.height.saturating_sub(1), ..place };
    let manner = near(context, note.reach).unwrap_or_default();
    sentence(canvas, context, (&note.snippet, &note.highlights), &manner, below);
}

/// How it was found, where that is in a note, the words do not stand there as they were typed, or the date is none of its own.
fn manner(context: &Context<'_>, hit: &Hit, by_day: bool) -> Safe {
    let in_note = hit.note.as_ref().map(|_| context.say("hit-note"));
    let received = hit.received.filter(|_| by_day).map(|day| {
        let day = Argument::Text(context.words.list_date(day, context.today));
        context.say_with("received", &[("day", day)])
    });
    let parts = in_note.into_iter().chain(near(context, hit.reach)).chain(received);
    Safe::join(&parts.collect::<Vec<Safe>>(), &Safe::new(&format!(" {} ", context.glyphs.dot)))
}

fn near(context: &Context<'_>, reach: Reach) -> Option<Safe> {
    match reach {
        Reach::Typed => None,
        Reach::Spelling => Some(context.say("hit-spelling")),
        Reach::Slip => Some(context.say("hit-slip")),
    }
}

/// The sentence, and at the end of its last line how it was found. `place` begins with it and may end before it does.
fn sentence(
    canvas: &mut Canvas<'_>,
    context: &Context<'_>,
    (snippet, highlights): (&str, &[Range<usize>]),
    manner: &Safe,
    place: Rect,
) {
    let right = place.right().saturating_sub(1);
    let last = place.y + sentence_rows(place.width) - 1;
    let room = usize::from(right.saturating_sub(place.x + INDENT));
    let taken = match u16::try_from(width::width(manner.as_str())) {
        Ok(columns) if columns > 0 => columns.saturating_add(GAP),
        _ => 0,
    };
    let bottom = place.bottom();
    let lines = lines(snippet, highlights.first(), (room, usize::from(taken)), place.width);
    for (line, y) in lines.iter().zip(place.y..bottom) {
        let right = if y == last { right.saturating_sub(taken) } else { right };
        let mut x = place.x + INDENT;
        if line.start > 0 && y == place.y {
            let room = right.saturating_sub(x);
            x += canvas.put(x, y, room, &Safe::new(context.glyphs.ellipsis), Face::Dim);
        }
        for (text, face) in pieces(snippet, line.clone(), highlights) {
            x += canvas.put(x, y, right.saturating_sub(x), &text, face);
        }
    }
    if last < bottom {
        canvas.put_right(right, last, manner, Face::Dim);
    }
}

/// The stretches of a sentence that stand on the lines there are; the last one goes on to the end of the sentence, and
/// whoever paints cuts it. Where the first match would stand far behind, the words before it are left out. `room` is that of a
/// line, and what is taken of the last one.
fn lines(
    text: &str,
    first: Option<&Range<usize>>,
    (room, taken): (usize, usize),
    columns: u16,
) -> Vec<Range<usize>> {
    let most = usize::from(sentence_rows(columns));
    let start = start(text, first, (room * most).saturating_sub(taken));
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
        let shown = lines(text, Some(&(4..9)), (26, 0), 40);
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
