//! What was left out of a text, told below it in one line or line by line.

use super::{Line, Segment, Typeset, prose};
use crate::app::context::Context;
use crate::app::theme::Face;
use crate::model::{Argument, Document, DroppedKind, Span};

impl Typeset {
    /// Explains the sign of links whose words name another host, where one is there.
    pub(in crate::app) fn explain_links(
        &mut self,
        document: &Document,
        measure: usize,
        context: &Context<'_>,
    ) {
        if !self.has_belied {
            return;
        }
        let block = document.body.blocks.len();
        let sign = format!("{} ", context.glyphs.belied);
        for segments in prose::plain(&sign, &context.words.text("link-belied"), None, measure) {
            let within = self.lines.len();
            self.lines.push(Line { segments, block, within });
        }
    }

    /// Adds the number of dropped lines, or the lines themselves.
    pub(in crate::app) fn add_dropped(
        &mut self,
        document: &Document,
        in_full: bool,
        measure: usize,
        context: &Context<'_>,
    ) {
        if document.dropped.is_empty() {
            return;
        }
        let block = document.body.blocks.len() + 1;
        self.lines.push(Line { block: block.saturating_sub(2), ..Line::default() });
        let count = context.count("dropped-count", document.dropped.len());
        self.lines.push(Line {
            segments: vec![Segment { text: count, face: Face::Dim, source: None }],
            block,
            within: 0,
        });
        if !in_full {
            return;
        }
        for dropped in &document.dropped {
            let line = Argument::Number(i64::from(dropped.line));
            let kind = Argument::Text(context.words.text(kind(dropped.kind)));
            let label = context.words.with("dropped-line", &[("line", line), ("kind", kind)]);
            let text = dropped.span.slice(&document.decoded).unwrap_or_default();
            let start = dropped.span.start + (text.len() - text.trim_start().len());
            let text = text.trim();
            let source = Some(Span::new(start, start + text.len()));
            for segments in prose::plain(&format!("{label} "), text, source, measure) {
                let within = self.lines.len();
                self.lines.push(Line { segments, block, within });
            }
        }
    }
}

/// The key of a kind's name.
fn kind(kind: DroppedKind) -> &'static str {
    match kind {
        DroppedKind::Caption => "dropped-caption",
        DroppedKind::PhotoCredit => "dropped-photo-credit",
        DroppedKind::Header => "dropped-header",
        DroppedKind::SignOff => "dropped-sign-off",
        DroppedKind::SourceLine => "dropped-source-line",
        DroppedKind::Counter => "dropped-counter",
        DroppedKind::Furniture => "dropped-furniture",
        DroppedKind::ReadAlso => "dropped-read-also",
        DroppedKind::RepeatedTitle => "dropped-repeated-title",
        DroppedKind::RelatedHeading => "dropped-related-heading",
    }
}
