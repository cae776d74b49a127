//! Which units of a page are its story: the densest stretch of prose between the menus, and where other stories begin.

use std::ops::Range;

use super::dateline::dateline;
use super::header::{Rank, date_line};
use super::noise::{Heading, related_heading};
use super::units::{Shape, Unit, ends_sentence};
use crate::model::DroppedKind;

/// The parts of a page, as ranges of its units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Outline {
    /// From the first to the last unit of the story's text.
    pub story: Range<usize>,
    /// Where other stories begin, behind their heading.
    pub related: Range<usize>,
    /// Whether menus surround the story.
    pub is_page: bool,
    /// The unit that is the headline, where that is known.
    pub headline: Option<usize>,
}

/// Finds the parts. Marks headings over other stories, and pointers under those that interrupt the story.
pub(super) fn outline(units: &mut [Unit<'_>]) -> Outline {
    let related = related_block(units);
    let main = units.get(..related.start).unwrap_or_default();
    let segments = segments(main);
    let is_page =
        segments.len() > 1 || segments.first().is_some_and(|only| *only != (0..main.len()));
    let story = if is_page { densest(main, segments) } else { after_the_head(main)..main.len() };
    // The heading itself belongs to neither.
    let related = (related.start + 1).min(related.end)..related.end;
    Outline { story, related, is_page, headline: None }
}

/// The prose of the stretch that has most of it.
fn densest(units: &[Unit<'_>], segments: Vec<Range<usize>>) -> Range<usize> {
    let weighed = segments
        .into_iter()
        .map(|segment| (mass(units.get(segment.clone()).unwrap_or_default()), segment));
    let best = weighed.max_by_key(|(mass, segment)| (*mass, std::cmp::Reverse(segment.start)));
    best.map_or(0..0, |(_, segment)| prose_of(units, segment))
}

/// Where the text begins that no menu surrounds: at its dateline or its first prose, behind a head of a few lines.
fn after_the_head(units: &[Unit<'_>]) -> usize {
    const LONGEST_HEAD: usize = 6;
    let kept =
        || units.iter().enumerate().filter(|(_, unit)| unit.is_kept()).take(LONGEST_HEAD + 1);
    let sent = kept()
        .find(|(_, unit)| unit.lines.first().is_some_and(|line| dateline(line.text).is_some()));
    let prose = kept().find(|(at, unit)| {
        unit.shape == Shape::Prose || (*at > 0 && unit.shape == Shape::Sentence)
    });
    let begins = [sent, prose].into_iter().flatten().map(|(at, _)| at).min();
    // A list or a table: its first line is its headline.
    begins.unwrap_or_else(|| {
        kept()
            .nth(1)
            .filter(|(_, unit)| unit.lines.first().is_some_and(|l| l.after_blank))
            .map_or(0, |(at, _)| at)
    })
}

/// Characters of prose in a stretch.
fn mass(units: &[Unit<'_>]) -> usize {
    let weight = |unit: &Unit<'_>| match unit.shape {
        _ if !unit.is_kept() => 0,
        Shape::Prose => unit.text.len() * 4,
        Shape::Sentence => unit.text.len(),
        Shape::Short => 0,
    };
    units.iter().map(weight).sum()
}

/// Stretches of units between menus.
///
/// A menu is a run of labels: several short units in a row, none with more than a few words, and one of them known as
/// furniture, so that a list of countries in a text is none.
fn segments(units: &[Unit<'_>]) -> Vec<Range<usize>> {
    const SHORTEST_MENU: usize = 4;
    let mut found = Vec::new();
    let (mut start, mut menu, mut known) = (0, 0, false);
    for at in 0..=units.len() {
        let unit = units.get(at);
        if let Some(unit) = unit.filter(|unit| is_menu_entry(unit)) {
            known |= !unit.is_kept();
            menu += 1;
            continue;
        }
        if menu >= SHORTEST_MENU && known {
            found.push(start..at - menu);
            start = at;
        }
        (menu, known) = (0, false);
    }
    found.push(start..units.len());
    found.retain(|segment| segment.start < segment.end);
    found
}

fn is_menu_entry(unit: &Unit<'_>) -> bool {
    const MOST_WORDS: usize = 3;
    let label = || unit.shape == Shape::Short && unit.words() <= MOST_WORDS && !unit.is_item();
    let row = || unit.text.contains("  ") || unit.lines.first().is_some_and(|line| line.indent > 3);
    match unit.dropped {
        Some(DroppedKind::Furniture | DroppedKind::Counter) => true,
        Some(_) => false,
        None => label() && !row(),
    }
}

/// From the first to the last unit of prose in a stretch; all of it where there is none.
fn prose_of(units: &[Unit<'_>], segment: Range<usize>) -> Range<usize> {
    let inside = |at: &usize| units.get(*at);
    let kept = |shape: Shape| move |unit: &Unit<'_>| unit.is_kept() && unit.shape == shape;
    let first_of = |shape| segment.clone().find(|at| inside(at).is_some_and(kept(shape)));
    // The very first line is a title even where it ends with a full stop, unless nothing else is there.
    let later = (segment.start + 1).min(segment.end)..segment.end;
    let first = first_of(Shape::Prose)
        .or_else(|| later.clone().find(|at| inside(at).is_some_and(kept(Shape::Sentence))))
        .or_else(|| first_of(Shape::Sentence));
    let Some(mut first) = first else { return segment };
    // Short sentences right before the prose are its first paragraphs, as long as one unit is left for the title.
    while first > segment.start + 1
        && units
            .get(first - 1)
            .is_some_and(|unit| kept(Shape::Sentence)(unit) && unit.text.ends_with('.'))
    {
        first -= 1;
    }
    let is_text =
        |unit: &Unit<'_>| unit.is_kept() && (unit.shape != Shape::Short || unit.is_item());
    let text = |at: &usize| units.get(*at).is_some_and(is_text);
    let mut last = segment.clone().rev().find(text).unwrap_or(first).max(first);
    // The shortest sentences ("R: Non.") look like labels, but they follow the text at once.
    let closes = |unit: &Unit<'_>| unit.is_kept() && ends_sentence(&unit.text);
    let furniture = |unit: &Unit<'_>| {
        matches!(unit.dropped, Some(DroppedKind::Furniture | DroppedKind::Counter))
    };
    for at in last + 1..segment.end {
        match units.get(at) {
            Some(unit) if closes(unit) => last = at,
            Some(unit) if unit.is_kept() || furniture(unit) => break,
            _ => {}
        }
    }
    first..last + 1
}

/// Where other stories begin, from their heading on; an empty range at the end where there are none.
fn related_block(units: &mut [Unit<'_>]) -> Range<usize> {
    let mut seen_prose = false;
    // Up to here, what follows a heading is known to go on with the story.
    let mut goes_on_at = None;
    let mut at = 0;
    while let Some(unit) = units.get_mut(at) {
        seen_prose |= unit.is_prose();
        let Some(heading) = related_heading(&unit.text) else {
            at += 1;
            continue;
        };
        unit.dropped = Some(DroppedKind::RelatedHeading);
        if seen_prose && heading == Heading::Aside && goes_on_at.is_none_or(|known| known <= at) {
            goes_on_at = story_goes_on(units, at + 1);
        }
        if seen_prose && (heading == Heading::More || goes_on_at.is_none()) {
            return at..units.len();
        }
        at = drop_pointers(units, at + 1);
    }
    units.len()..units.len()
}

/// Where the story goes on behind a heading over other stories: at its date line, or where titles no longer alternate
/// with one or two paragraphs. Nothing where only other stories follow.
fn story_goes_on(units: &[Unit<'_>], from: usize) -> Option<usize> {
    const LONGEST_SUMMARY: usize = 2;
    let mut paragraphs = 0;
    let mut titles = 0;
    for (at, unit) in units.iter().enumerate().skip(from).filter(|(_, unit)| unit.is_kept()) {
        let published = || date_line(&unit.text).is_some_and(|line| line.rank == Rank::Published);
        if unit.shape == Shape::Short {
            (titles, paragraphs) = (titles + 1, 0);
        } else {
            paragraphs += 1;
        }
        if paragraphs > LONGEST_SUMMARY || titles == 0 || published() {
            return Some(at);
        }
    }
    None
}

/// Marks the titles under a heading that interrupts the story; returns the first unit behind them.
fn drop_pointers(units: &mut [Unit<'_>], from: usize) -> usize {
    /// More titles in a row are no aside of one story.
    const MOST: usize = 12;
    let mut at = from;
    while let Some(unit) = units.get_mut(at).filter(|_| at < from + MOST) {
        if unit.shape == Shape::Prose
            || date_line(&unit.text).is_some()
            || unit.is_item() && unit.shape != Shape::Short
        {
            break;
        }
        unit.dropped = unit.dropped.or(Some(DroppedKind::ReadAlso));
        at += 1;
    }
    at
}
