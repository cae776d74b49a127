//! What a reader of a digest must know of its sources: withdrawn, corrected, undated, about no country, contradictory.

use super::order::Candidate;
use super::{Arrival, arrival};
use crate::model::{
    Brief, Citation, DateBasis, DigestHeading, DigestLine, Doubt, PartialDate, Phrase, Standing,
    Status, SummaryLine,
};
use crate::summary::docket::{Docket, Story};
use crate::summary::extract::Extract;
use crate::summary::merge::Group;
use crate::summary::{Testimony, changes, check};

const WITHDRAWN: i64 = 1_000;
const CORRECTED: i64 = 900;

/// The lines about the sources of a digest.
pub(super) fn lines(
    testimonies: &[Testimony<'_>],
    docket: &Docket<'_>,
    groups: &[Group<'_, '_>],
    since: PartialDate,
    arrivals: &[Arrival],
) -> Vec<Candidate> {
    let mut lines: Vec<Candidate> = withdrawn(testimonies, since, docket.as_of)
        .filter_map(|testimony| {
            revised(testimony.brief, testimony.extract, Standing::Withdrawn, WITHDRAWN, 0)
        })
        .collect();
    // The testimonies come in any order.
    lines.sort_by(|one, other| one.line.line.citations.cmp(&other.line.line.citations));
    let new = || docket.stories.iter().zip(arrivals).filter(|(_, came)| **came != Arrival::Before);
    for (place, (story, _)) in new().enumerate() {
        if is_corrected(story.brief) {
            lines.extend(revised(
                story.brief,
                story.extract,
                Standing::Corrected,
                CORRECTED,
                place,
            ));
        }
    }
    let cited = |is_meant: &dyn Fn(&Story<'_>) -> bool| -> Vec<Citation> {
        let meant = new().filter(|(story, _)| is_meant(story));
        meant.filter_map(|(story, _)| Some(story.lead()?.citation())).collect()
    };
    let basis = |story: &Story<'_>| story.brief.date.map(|date| date.basis);
    let doubts = [
        (Doubt::Contradictory, check::contradictions(groups)),
        (Doubt::Undated, cited(&|story| basis(story).is_none())),
        (Doubt::Inferred, cited(&|story| basis(story) == Some(DateBasis::Inferred))),
        (Doubt::Unattached, cited(&|story| story.brief.countries.is_empty())),
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
                novelty: Standing::Doubtful,
                seen_from: None,
                line: SummaryLine::new(text, None, citations),
            },
        });
    }
    lines
}

/// The briefs that were withdrawn in the time of a digest, in any order.
pub(super) fn withdrawn<'t, 'a>(
    testimonies: &'t [Testimony<'a>],
    since: PartialDate,
    as_of: PartialDate,
) -> impl Iterator<Item = &'t Testimony<'a>> {
    testimonies.iter().filter(move |testimony| {
        let brief = testimony.brief;
        let by_then = brief.date.is_none_or(|date| date.value.first_day() <= as_of);
        let counts = brief.status == Status::Withdrawn && brief.parent.is_none() && by_then;
        let came = arrival(testimony.day(), since);
        counts && came != Arrival::Before
    })
}

pub(super) fn is_corrected(brief: &Brief) -> bool {
    brief.status == Status::Corrected
}

/// A brief that is no longer what it was: its title, with the line of it or else its first sentence.
fn revised(
    brief: &Brief,
    extract: &Extract,
    novelty: Standing,
    points: i64,
    place: usize,
) -> Option<Candidate> {
    let lead = || {
        let passage = extract.passages.first()?;
        let (id, file, span) = (brief.id.clone(), brief.file.clone(), passage.span);
        let sentence = passage.quote().to_owned();
        let words = passage.words();
        Some((passage.text.clone(), Citation { id, file, span, sentence, words }))
    };
    let titled =
        changes::title_line(brief, extract).map(|citation| (brief.title.clone(), citation));
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
