//! Whether the facts that must not be missed reach the pages of their countries.

use chancery::model::{FactKind, Phrase, Span, Summary, SummaryLine};
use chancery::text::fold;

use crate::judge::is_number;
use crate::set::Listed;

/// The lines of a page by importance, the first being the most important.
pub(crate) fn by_rank(page: &Summary) -> Vec<&SummaryLine> {
    let mut lines: Vec<_> = page.sections.iter().flat_map(|section| &section.lines).collect();
    lines.sort_by_key(|line| line.rank);
    lines
}

/// Whether a line cites the sentence of a fact.
pub(crate) fn cites(line: &SummaryLine, place: Span) -> bool {
    line.citations.iter().any(|citation| citation.span.overlaps(place))
}

/// Whether a line that cites the sentence of a fact states this fact of it: its type and its number, or its very words.
pub(crate) fn states(line: &SummaryLine, listed: &Listed) -> bool {
    if let Phrase::Verbatim(words) = &line.text
        && fold(words).contains(&fold(&listed.sentence))
    {
        return true;
    }
    let Some(kind) = line.kind else { return false };
    let same_day = kind == FactKind::Date && listed.date.is_some();
    let same_kind = kind == listed.kind || listed.other_kinds.contains(&kind) || same_day;
    let counts = matches!(kind, FactKind::Money | FactKind::Trade | FactKind::Count);
    let same_number = match (&listed.value, line.quantity) {
        (Some(value), Some(found)) if counts => is_number(value, &found),
        _ => true,
    };
    same_kind && same_number
}
