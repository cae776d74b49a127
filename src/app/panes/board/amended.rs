//! The rows of what became of briefs that were taken along: which brief, what happened, how it was taken along.

use super::{Row, StandsFor};
use crate::app::context::Context;
use crate::app::labels;
use crate::app::theme::Face;
use crate::library::{Amendment, Fate};
use crate::text::{Safe, wrap};

/// The rows of what is not acknowledged.
pub(super) fn rows(columns: usize, context: &Context<'_>) -> Vec<Row> {
    if context.amended.is_empty() {
        let text = context.say("amended-none");
        let lines = wrap::wrap(text.as_str(), columns.max(20)).into_iter();
        return vec![Row::still(lines.map(|line| vec![(text.slice(line), Face::Dim)]).collect())];
    }
    context.amended.iter().map(|amendment| row(amendment, columns, context)).collect()
}

fn row(amendment: &Amendment, columns: usize, context: &Context<'_>) -> Row {
    let title = context.library.brief(&amendment.id).map(|brief| context.title(brief));
    let what = Safe::new(&labels::amendment(context.words, context.library, amendment));
    let mut lines = vec![vec![(title.unwrap_or_default(), Face::Strong)]];
    let margin = Safe::new("   ");
    for range in wrap::wrap(what.as_str(), columns.saturating_sub(margin.len()).max(20)) {
        lines.push(vec![(margin.clone(), Face::Text), (what.slice(range), Face::Text)]);
    }
    let read = match &amendment.fate {
        Fate::WithdrawnBy(other) | Fate::CorrectedBy(other) | Fate::ReplacedBy(other) => other,
        Fate::Withdrawn | Fate::Corrected | Fate::OtherText => &amendment.id,
    };
    let stands_for = StandsFor::Amended { id: amendment.id.clone(), read: read.clone() };
    Row { lines, stands_for }
}
