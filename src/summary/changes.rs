//! The newest headlines, each backed by a sentence that holds its numbers.

use super::days;
use super::docket::{Docket, Statement, Story};
use super::entries::{self, Entry, Told};
use super::excerpt;
use super::extract::{Extract, OUTLINE};
use super::placing;
use super::repeats::{self, Chosen};
use crate::model::{Brief, Citation, Novelty, Phrase, SectionKind, SummaryLine, TitleBasis};

/// With the facts that changed no more lines than this.
const MOST_LINES: usize = 6;
/// Headlines that are not recent only come in where there would be fewer lines than this.
const LEAST_LINES: usize = 3;
/// A derived headline of more words is cut down to its first clauses.
const LONG: usize = 24;
/// The newest headline's worth; each older one's is less by a step.
const NEWEST: i64 = 1000;
const STEP: i64 = 60;

/// The newest stories' headlines but those of stories that a change comes from already.
pub(super) fn headlines(docket: &Docket<'_>, known: &[Entry], chosen: &mut Chosen) -> Vec<Entry> {
    let told = entries::cited(known, SectionKind::Changes);
    let said = Told::by(known);
    let mut lines: Vec<Entry> = Vec::new();
    let (dated, undated): (Vec<_>, Vec<_>) =
        docket.stories.iter().enumerate().partition(|(_, story)| story.brief.date.is_some());
    for (place, story) in dated.into_iter().chain(undated) {
        if docket.since.is_some() && story.novelty != Some(Novelty::New) {
            continue;
        }
        if lines.len() + told.len() >= MOST_LINES {
            break;
        }
        if told.iter().any(|(story, _)| *story == place) {
            continue;
        }
        let may_fill = lines.len() + told.len() < LEAST_LINES && !is_old(docket, story);
        if docket.since.is_none() && !may_fill && !is_recent(docket, story) {
            continue;
        }
        let Some((text, lead, citation)) = headline(story) else { continue };
        // What its first sentence says, another line says in fewer words.
        if text == shown(&lead.sentence.text) && said.has(lead) {
            continue;
        }
        if chosen.admit(&text) {
            let date = story.brief.date;
            let novelty = story.novelty;
            let line = SummaryLine::new(Phrase::Verbatim(text), date, vec![citation]);
            let line = SummaryLine { novelty, ..line };
            let points = NEWEST - STEP * i64::try_from(place).unwrap_or(i64::from(u16::MAX));
            lines.push(entries::of_statement(SectionKind::Changes, lead, line, points));
        }
    }
    lines
}

/// Whether a story is not much older than the newest one, and news at all on the day of the page.
fn is_recent(docket: &Docket<'_>, story: &Story<'_>) -> bool {
    let day = story.brief.date.map(|date| date.value);
    let gap = day.zip(docket.newest).map(|(day, newest)| days::between(day, newest));
    gap.is_some_and(|gap| gap.days <= placing::DAYS_NEW) && !is_old(docket, story)
}

/// Whether a story is nobody's news any more, however little else there is.
fn is_old(docket: &Docket<'_>, story: &Story<'_>) -> bool {
    story.brief.date.is_some_and(|date| placing::is_old(docket, date.value))
}

/// A stated title with the sentence that backs it; the lead's own words where the title is derived or has numbers that nothing
/// backs. As it is shown: without the number of a list, and cut where it is long.
pub(super) fn headline<'s, 'a>(
    story: &'s Story<'a>,
) -> Option<(String, &'s Statement<'a>, Citation)> {
    let lead = story.lead()?;
    let brief = &story.brief;
    if brief.title_basis == TitleBasis::Stated {
        let backs = |text: &str| repeats::holds_numbers(text, &brief.title);
        // Its numbers stand in one of the first sentences or not at all.
        let sentences = story.statements.iter().take(OUTLINE);
        let backing = sentences.into_iter().find(|statement| backs(&statement.sentence.text));
        if let Some(statement) = backing {
            return Some((shown(&brief.title), statement, statement.citation()));
        }
        if let Some(citation) = title_line(story.brief, story.extract) {
            return Some((shown(&brief.title), lead, citation));
        }
    }
    Some((shown(&lead.sentence.text), lead, lead.citation()))
}

fn shown(headline: &str) -> String {
    excerpt::opening(headline, LONG)
}

/// The title itself as a citation, where it stands in the file word for word.
pub(super) fn title_line(brief: &Brief, extract: &Extract) -> Option<Citation> {
    let (span, words) = extract.title.as_ref().filter(|(_, words)| *words == brief.title)?;
    Some(Citation {
        id: brief.id.clone(),
        file: brief.file.clone(),
        span: *span,
        sentence: words.clone(),
        words: None,
    })
}
