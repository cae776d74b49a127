//! What is news in a period besides facts and headlines: texts that changed, and briefs that no longer stand.

use super::docket::{Docket, Statement, Story};
use super::entries::{self, Entry};
use super::repeats;
use crate::model::{Citation, Novelty, Phrase, SectionKind, SummaryLine};

/// No more of them than this.
const MOST_LINES: usize = 6;
/// Sentences that went of one text are told up to this many.
const MOST_GONE: usize = 3;
/// What was withdrawn comes before anything else, what changed before headlines.
const WITHDRAWN: i64 = 2_000;
const CHANGED: i64 = 1_500;
const STEP: i64 = 10;

/// A line for each text that was withdrawn or changed in the period.
pub(super) fn entries(docket: &Docket<'_>) -> Vec<Entry> {
    let withdrawn = docket.withdrawn.iter().filter_map(withdrawn).zip(0..);
    let withdrawn = withdrawn.map(|(entry, place)| worth(entry, WITHDRAWN - STEP * place));
    let changed = docket.stories.iter().filter(|one| one.novelty == Some(Novelty::Changed));
    let changed = changed.filter_map(changed_line).zip(0..);
    let changed = changed.map(|(entry, place)| worth(entry, CHANGED - STEP * place));
    withdrawn.take(MOST_LINES).chain(changed.take(MOST_LINES)).collect()
}

fn worth(entry: Entry, points: i64) -> Entry {
    Entry { points, ..entry }
}

/// What a withdrawn brief was called, by its first sentence where nothing holds the numbers of its title.
fn withdrawn(story: &Story<'_>) -> Option<Entry> {
    let lead = story.lead()?;
    let title = &story.brief.title;
    let holds = repeats::holds_numbers(&lead.sentence.text, title);
    let text = if holds { title } else { &lead.sentence.text };
    Some(line(story, lead, text.clone(), vec![lead.citation()], Novelty::Withdrawn))
}

/// The first sentence that came, where it stands there still; else what the text says first. What went is told beside it.
fn changed_line(story: &Story<'_>) -> Option<Entry> {
    let came = story.revisions.iter().flat_map(|revision| &revision.came);
    let stands = |came: &String| {
        story.statements.iter().find(|statement| is_cut_of(came, &statement.sentence.text))
    };
    let new: Vec<&Statement<'_>> = came.filter_map(stands).collect();
    let first = new.first().copied().or_else(|| story.lead())?;
    let text = first.sentence.text.clone();
    let citations: Vec<Citation> = vec![first.citation()];
    let mut entry = line(story, first, text, citations, Novelty::Changed);
    entry.line.gone = gone(story);
    Some(entry)
}

/// The sentences that went, the latest first; but none that stands there again.
fn gone(story: &Story<'_>) -> Vec<String> {
    let stands = |went: &str| {
        story.statements.iter().any(|statement| is_cut_of(went, &statement.sentence.text))
    };
    let mut gone: Vec<String> = Vec::new();
    for went in story.revisions.iter().flat_map(|revision| &revision.went) {
        if gone.len() < MOST_GONE && !gone.contains(went) && !stands(went) {
            gone.push(went.clone());
        }
    }
    gone
}

/// Whether some words are a sentence, or the beginning of it.
fn is_cut_of(words: &str, sentence: &str) -> bool {
    words.strip_suffix('…').map_or(words == sentence, |cut| sentence.starts_with(cut))
}

fn line(
    story: &Story<'_>,
    statement: &Statement<'_>,
    text: String,
    citations: Vec<Citation>,
    novelty: Novelty,
) -> Entry {
    let line = SummaryLine {
        novelty: Some(novelty),
        ..SummaryLine::new(Phrase::Verbatim(text), story.brief.date, citations)
    };
    entries::of_statement(SectionKind::Changes, statement, line, 0)
}
