//! Lines of text with parts of them highlighted: hits, and the sentence that is cited.

use ratatui::layout::Rect;

use crate::app::paint::Canvas;
use crate::app::theme::Face;
use crate::app::typeset::{Line, Segment};
use crate::model::Span;
use crate::text::Safe;

/// Paints one line, its highlighted parts in their own face.
pub(super) fn paint_line(
    canvas: &mut Canvas<'_>,
    area: Rect,
    y: u16,
    line: &Line,
    highlights: &[(Span, Face)],
) {
    let mut x = area.x;
    for segment in &line.segments {
        for (text, face) in split(segment, highlights) {
            x += canvas.put(x, y, area.right().saturating_sub(x), &text, face);
        }
    }
}

/// A segment cut at the ends of highlights.
fn split(segment: &Segment, highlights: &[(Span, Face)]) -> Vec<(Safe, Face)> {
    let Some(source) = segment.source else { return vec![(segment.text.clone(), segment.face)] };
    let here: Vec<_> = highlights.iter().filter(|(span, _)| span.overlaps(source)).collect();
    if here.is_empty() {
        return vec![(segment.text.clone(), segment.face)];
    }
    let length = segment.text.len();
    if source.len() != length {
        let face = here.first().map_or(segment.face, |(_, face)| *face);
        return vec![(segment.text.clone(), face)];
    }
    let mut parts = Vec::new();
    let mut at = 0;
    for (span, face) in here {
        let start = span.start.saturating_sub(source.start).clamp(at, length);
        let end = span.end.saturating_sub(source.start).clamp(start, length);
        parts.push((segment.text.slice(at..start), segment.face));
        parts.push((segment.text.slice(start..end), *face));
        at = end;
    }
    parts.push((segment.text.slice(at..length), segment.face));
    parts.retain(|(text, _)| !text.is_empty());
    parts
}
