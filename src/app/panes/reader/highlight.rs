//! Lines of text with parts of them highlighted: hits, and the sentence that is cited.

use ratatui::layout::Rect;

use super::finding::Find;
use crate::app::paint::Canvas;
use crate::app::theme::Face;
use crate::app::typeset::{Line, Segment};
use crate::model::Span;
use crate::text::Safe;

/// What is highlighted in a text.
pub(super) struct Highlights<'a> {
    /// The sentence that is cited.
    pub(super) cited: Option<Span>,
    /// What was found.
    pub(super) find: Option<&'a Find>,
}

impl Highlights<'_> {
    /// What is highlighted in a stretch of the file, in the order of the text.
    fn over(&self, stretch: Span) -> Vec<(Span, Face)> {
        let cited = self.cited.filter(|span| span.overlaps(stretch));
        let hits = self.find.into_iter().flat_map(|find| {
            find.places.over(stretch).filter_map(|number| {
                let face = if number == find.current { Face::Current } else { Face::Match };
                Some((find.places.get(number)?, face))
            })
        });
        cited.map(|span| (span, Face::Current)).into_iter().chain(hits).collect()
    }
}

/// Paints one line, its highlighted parts in their own face.
pub(super) fn paint_line(
    canvas: &mut Canvas<'_>,
    area: Rect,
    y: u16,
    line: &Line,
    highlights: &Highlights<'_>,
) {
    let mut x = area.x;
    for segment in &line.segments {
        for (text, face) in split(segment, highlights) {
            x += canvas.put(x, y, area.right().saturating_sub(x), &text, face);
        }
    }
}

/// A segment cut at the ends of highlights.
fn split(segment: &Segment, highlights: &Highlights<'_>) -> Vec<(Safe, Face)> {
    let Some(source) = segment.source else { return vec![(segment.text.clone(), segment.face)] };
    let here = highlights.over(source);
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
        parts.push((segment.text.slice(start..end), face));
        at = end;
    }
    parts.push((segment.text.slice(at..length), segment.face));
    parts.retain(|(text, _)| !text.is_empty());
    parts
}
