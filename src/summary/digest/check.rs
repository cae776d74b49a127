//! What a reader of a digest must know of its sources: withdrawn, corrected, undated, about no country, contradictory.

use super::order::Candidate;
use super::{Arrival, arrival};
use crate::model::{
    Citation, DateBasis, DigestHeading, DigestLine, Document, Doubt, Novelty, PartialDate, Phrase,
    Status, SummaryLine,
};
use crate::summary::docket::{Docket, Story};
use crate::summary::merge::Group;
use crate::summary::{Exhibit, changes, check};

const WITHDRAWN: i64 = 1_000;
const CORRECTED: i64 = 900;

/// The lines about the sources of a digest.
pub(super) fn lines(
    exhibits: &[Exhibit<'_>],
    docket: &Docket<'_>,
    groups: &[Group<'_, '_>],
    since: PartialDate,
    arrivals: &[Arrival],
) -> Vec<Candidate> {
    let mut lines: Vec<Candidate> = withdrawn(exhibits, since, docket.as_of)
        .filter_map(|document| revised(document, Novelty::Withdrawn, WITHDRAWN, 0))
        .collect();
    // The exhibits come in any order.
    lines.sort_by(|one, other| one.line.line.citations.cmp(&other.line.line.citations));
    let new = || docket.stories.iter().zip(arrivals).filter(|(_, came)| **came != Arrival::Before);
    for (place, (story, _)) in new().enumerate() {
        if is_corrected(story.document) {
            lines.extend(revised(story.document, Novelty::Corrected, CORRECTED, place));
        }
    }
    let cited = |is_meant: &dyn Fn(&Story<'_>) -> bool| -> Vec<Citation> {
        let meant = new().filter(|(story, _)| is_meant(story));
        meant.filter_map(|(story, _)| Some(story.lead()?.citation())).collect()
    };
    let basis = |story: &Story<'_>| story.document.brief.date.map(|date| date.basis);
    let doubts = [
        (Doubt::Contradictory, check::contradictions(groups)),
        (Doubt::Undated, cited(&|story| basis(story).is_none())),
        (Doubt::Inferred, cited(&|story| basis(story) == Some(DateBasis::Inferred))),
        (Doubt::Unattached, cited(&|story| story.document.brief.countries.is_empty())),
    ];
    for ((doubt, mut citations), points) in doubts.into_iter().zip((0..).step_by(10)) {
        if citations.is_empty() {
            continue;
        }
        let text = Phrase::Doubt(doubt, citations.len());
        citations.truncate(check::MOST_CITED);
        lines.push(Candidate {
            heading: DigestHeading::Check,
            points: -points,
            order: (0, 0),
            line: DigestLine {
                novelty: Novelty::Doubtful,
                seen_from: None,
                line: SummaryLine::new(text, None, citations),
            },
        });
    }
    lines
}

/// The briefs that were withdrawn in the time of a digest, in any order.
pub(super) fn withdrawn<'a>(
    exhibits: &[Exhibit<'a>],
    since: PartialDate,
    as_of: PartialDate,
) -> impl Iterator<Item = &'a Document> {
    exhibits.iter().filter_map(move |exhibit| {
        let brief = &exhibit.document.brief;
        let by_then = brief.date.is_none_or(|date| date.value.first_day() <= as_of);
        let counts = brief.status == Status::Withdrawn && brief.parent.is_none() && by_then;
        let came = arrival(exhibit.day(), since);
        (counts && came != Arrival::Before).then_some(exhibit.document)
    })
}

pub(super) fn is_corrected(document: &Document) -> bool {
    document.brief.status == Status::Corrected
}

/// A brief that is no longer what it was: its title, with the line of it or else its first sentence.
fn revised(document: &Document, novelty: Novelty, points: i64, place: usize) -> Option<Candidate> {
    let brief = &document.brief;
    let lead = || {
        let sentence = document.sentences.first()?;
        let quote = sentence.span.slice(&document.decoded)?.to_owned();
        let (id, file, span) = (brief.id.clone(), brief.file.clone(), sentence.span);
        Some((sentence.text.clone(), Citation { id, file, span, sentence: quote }))
    };
    let titled = changes::title_line(document).map(|citation| (brief.title.clone(), citation));
    let (text, citation) = titled.or_else(lead)?;
    let mut countries = brief.countries.clone();
    countries.sort_unstable();
    let text = Phrase::Verbatim(text);
    let line = SummaryLine { countries, ..SummaryLine::new(text, brief.date, vec![citation]) };
    Some(Candidate {
        heading: DigestHeading::Revised,
        points,
        order: (place, 0),
        line: DigestLine { novelty, seen_from: None, line },
    })
}
