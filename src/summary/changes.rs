//! The newest headlines, each backed by a sentence that holds its numbers.

use super::docket::{Docket, Story};
use super::repeats::Chosen;
use crate::model::{Citation, Phrase, Span, SummaryLine, TitleBasis};

const MOST_LINES: usize = 7;
/// A headline's numbers stand in one of the first sentences or not at all.
const SENTENCES_ASKED: usize = 6;

/// The newest stories' headlines, newest first.
pub(super) fn lines(docket: &Docket<'_>) -> Vec<SummaryLine> {
    let mut chosen = Chosen::default();
    let mut lines = Vec::new();
    for story in &docket.stories {
        if lines.len() == MOST_LINES {
            break;
        }
        let Some((text, citation)) = headline(story) else { continue };
        if chosen.admit(&text) {
            let date = story.document.brief.date;
            lines.push(SummaryLine {
                text: Phrase::Verbatim(text),
                date,
                status: None,
                citations: vec![citation],
            });
        }
    }
    lines
}

/// A stated title with the sentence that backs it; the lead's own words where the title is derived or has numbers that nothing
/// backs.
fn headline(story: &Story<'_>) -> Option<(String, Citation)> {
    let lead = story.lead()?;
    let brief = &story.document.brief;
    if brief.title_basis == TitleBasis::Stated {
        let wanted = numbers(&brief.title);
        let backs = |text: &str| {
            let held = numbers(text);
            wanted.iter().all(|number| held.contains(number))
        };
        let sentences = story.statements.iter().take(SENTENCES_ASKED);
        let backing = sentences.into_iter().find(|statement| backs(&statement.sentence.text));
        if let Some(statement) = backing {
            return Some((brief.title.clone(), statement.citation()));
        }
        if let Some(citation) = title_line(story) {
            return Some((brief.title.clone(), citation));
        }
    }
    Some((lead.sentence.text.clone(), lead.citation()))
}

/// The title itself as a citation, where it stands in the file word for word.
fn title_line(story: &Story<'_>) -> Option<Citation> {
    let brief = &story.document.brief;
    let start = story.document.decoded.find(&brief.title)?;
    Some(Citation {
        id: brief.id.clone(),
        file: brief.file.clone(),
        span: Span::new(start, start + brief.title.len()),
        sentence: brief.title.clone(),
    })
}

/// The numbers of a text as runs of digits.
fn numbers(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).collect()
}
