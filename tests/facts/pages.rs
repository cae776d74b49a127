//! Whether the facts that must not be missed reach the pages of their countries.

use chancery::model::{
    BriefPath, Citation, CountryCode, Document, FactKind, PartialDate, Phrase, Span, Summary,
    SummaryLine,
};
use chancery::summary::{self, Exhibit, Request};
use chancery::text::fold;

use crate::judge::is_number;
use crate::set::Listed;

/// The first lines of a page that a reader is sure to see, and those of a whole one.
pub(crate) const DEPTHS: [usize; 2] = [10, 40];

/// Where the words of a fact stand.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    /// Their file.
    pub(crate) file: &'a BriefPath,
    /// Their place in it.
    pub(crate) span: Span,
}

/// The page of a country, compiled from some stories on the day of the newest.
pub(crate) fn page(country: CountryCode, documents: &[&Document]) -> Summary {
    let days = documents.iter().filter_map(|document| document.brief.date);
    let newest: Option<PartialDate> = days.map(|stamp| stamp.value.last_day()).max();
    let as_of = newest.unwrap_or(PartialDate::year_only(2025).unwrap().last_day());
    let exhibits: Vec<Exhibit<'_>> =
        documents.iter().map(|document| Exhibit { document, received: None }).collect();
    summary::compile(
        &Request { country, with: None, as_of, since: None, by_partner: false },
        &exhibits,
    )
}

/// The lines of a page by importance, the first being the most important.
fn by_rank(page: &Summary) -> Vec<&SummaryLine> {
    let mut lines: Vec<_> = page.sections.iter().flat_map(|section| &section.lines).collect();
    lines.sort_by_key(|line| line.rank);
    lines
}

/// Whether a line cites the sentence of a fact.
fn cites(line: &SummaryLine, place: Place<'_>) -> bool {
    let is_there =
        |citation: &Citation| citation.file == *place.file && citation.span.overlaps(place.span);
    line.citations.iter().any(is_there)
}

/// Whether a line that cites the sentence of a fact states this fact of it: its type and its number, or its very words.
fn states(line: &SummaryLine, listed: &Listed) -> bool {
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

/// The rank of the first line that cites the sentence of a fact, and of the first that states the fact.
pub(crate) type Depth = [Option<usize>; 2];

/// How far down a page a fact is.
pub(crate) fn depth(page: &Summary, place: Place<'_>, listed: &Listed) -> Depth {
    let lines = by_rank(page);
    let cited = lines.iter().position(|line| cites(line, place));
    let stated = lines.iter().position(|line| cites(line, place) && states(line, listed));
    [cited, stated]
}
