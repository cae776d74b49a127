//! The stories of a page, read as those of a raw dispatch are, with what its elements tell.

use std::collections::HashSet;

use dom_query::Document;

use super::facts::{self, Facts};
use super::headline::{self, Headline};
use super::lines::{self, Lines, PageLine, Role};
use super::{article, scrub};
use crate::model::{DateBasis, DateStamp, DroppedKind, Span, TextKind};
use crate::newswire::noise::{self, Heading, related_heading};
use crate::newswire::outline::{Outline, outline};
use crate::newswire::units::{Shape, Unit, units};
use crate::newswire::{Dispatch, Story, assemble, related};

/// A page read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its text, a line for each block: what all spans are offsets into.
    pub text: String,
    /// Its stories.
    pub dispatch: Dispatch,
}

/// Reads a page.
pub fn read(html: &str) -> Page {
    let scrubbed = scrub::scrub(html);
    let document = Document::from(scrubbed.html);
    let facts = facts::read(&document, &scrubbed.linked_data);
    let mut page = lines::lay_out(&document);
    let chosen = article::blocks(document).unwrap_or_default();
    let headline = headline::find(&page.lines, &facts);
    let (headline, shift) = match headline {
        Some(Headline::Stated(text)) => {
            let line = PageLine { text, role: Role::Heading(1), block: 0, goes_on: false };
            page.lines.insert(0, line);
            (Some(0), 1)
        }
        Some(Headline::Line(at)) => (Some(at), 0),
        None => (None, 0),
    };
    let text = text(&page.lines);
    let dispatch = Reading { page: &page, shift, chosen, headline, facts }.dispatch(&text);
    Page { text, dispatch }
}

/// The lines as one text: a blank line between blocks.
fn text(lines: &[PageLine]) -> String {
    let mut text = String::new();
    for line in lines {
        if !text.is_empty() {
            text.push_str(if line.goes_on { "\n" } else { "\n\n" });
        }
        text.push_str(&line.text);
    }
    text
}

/// What is known of a page before its text is read.
struct Reading<'p> {
    page: &'p Lines,
    /// Lines that stand above those of the page.
    shift: usize,
    /// The blocks that the extractor chose.
    chosen: HashSet<usize>,
    /// The line of the headline.
    headline: Option<usize>,
    facts: Facts,
}

impl Reading<'_> {
    fn dispatch(self, text: &str) -> Dispatch {
        let lines = crate::newswire::lines::lines(text);
        let mut all = units(&lines);
        noise::mark(&mut all);
        let places = places(&all);
        let others = self.other_stories(&all, &places);
        let mut children = Vec::new();
        let mut main = Vec::new();
        let mut main_places = Vec::new();
        for ((mut unit, place), is_other) in all.into_iter().zip(places).zip(others) {
            let line = self.page.lines.get(place);
            let role = line.map(|line| line.role).unwrap_or_default();
            self.mark(&mut unit, role, place, is_other);
            if is_other == Other::Story {
                children.push(unit);
            } else {
                main.push(unit);
                main_places.push(place);
            }
        }
        let (related, loose) = related::stories(&children);
        let outline = self.outline(&mut main, &main_places);
        let mut story = assemble::story(&mut main, &outline);
        story.dropped.extend(loose);
        story.dropped.sort_by_key(|dropped| dropped.span);
        let text_at = main.get(outline.story.start).map(Unit::span).unwrap_or_default();
        self.state(&mut story, text_at, &lines);
        Dispatch { line: 1, main: story, related }
    }

    /// Whether the extractor chose the block of a line.
    fn is_chosen(&self, place: usize) -> bool {
        let line = self.page.lines.get(place);
        line.is_some_and(|line| line.role != Role::Furniture && self.chosen.contains(&line.block))
    }

    /// For each unit whether it belongs to other stories: the rest of the block that a heading over such stands in.
    fn other_stories(&self, units: &[Unit<'_>], places: &[usize]) -> Vec<Other> {
        let mut others = vec![Other::No; units.len()];
        for (at, (unit, place)) in units.iter().zip(places).enumerate() {
            let Some(heading) = related_heading(&unit.text) else { continue };
            if others.get(at) != Some(&Other::No) {
                continue;
            }
            let end = self.end_of_block(*place);
            let inside = places.iter().skip(at + 1).take_while(|place| **place < end).count();
            let rest = at + 1..at + 1 + inside;
            let mut within =
                units.get(rest.clone()).unwrap_or_default().iter().zip(places.iter().skip(at + 1));
            // Paragraphs of the story behind an aside: only the titles right under it are other stories'.
            let interrupts = heading == Heading::Aside
                && within.any(|(unit, place)| unit.shape == Shape::Prose && self.is_chosen(*place));
            if let Some(other) = others.get_mut(at) {
                *other = Other::Heading;
            }
            for (other, unit) in others.iter_mut().zip(units).skip(at + 1).take(inside) {
                if interrupts && unit.shape != Shape::Short {
                    break;
                }
                *other = if interrupts { Other::Pointer } else { Other::Story };
            }
        }
        others
    }

    /// Where the block ends that a heading stands in with something else.
    fn end_of_block(&self, place: usize) -> usize {
        let blocks = &self.page.blocks;
        let Some(line) = self.page.lines.get(place) else { return place + 1 };
        let mut at = line.block;
        while let Some(block) = blocks.get(at) {
            let end = block.lines.end + self.shift;
            if at == 0 {
                return self.page.lines.len();
            }
            if end > place + 1 {
                return end;
            }
            at = block.parent;
        }
        place + 1
    }

    /// Marks what is no part of the main story, whatever its words.
    fn mark(&self, unit: &mut Unit<'_>, role: Role, place: usize, other: Other) {
        unit.kind = match role {
            Role::Heading(level) => TextKind::Heading(level.max(2)),
            Role::Item => TextKind::Item(None),
            _ => TextKind::Paragraph,
        };
        let by_role = match role {
            _ if Some(place) == self.headline => None,
            Role::Caption => Some(DroppedKind::Caption),
            Role::Furniture if other != Other::Story => Some(DroppedKind::Furniture),
            _ => None,
        };
        let known = match (unit.dropped, by_role) {
            (Some(DroppedKind::PhotoCredit), _) => Some(DroppedKind::PhotoCredit),
            (_, Some(DroppedKind::Caption)) => by_role,
            (known, by_role) => known.or(by_role),
        };
        unit.dropped = match other {
            Other::Heading => Some(DroppedKind::RelatedHeading),
            Other::Pointer => known.or(Some(DroppedKind::ReadAlso)),
            Other::No | Other::Story => known,
        };
        if Some(place) == self.headline {
            unit.dropped = None;
        }
    }

    /// Where the story stands: from the first to the last block that the extractor chose; where it chose none, as in a
    /// page of plain text.
    fn outline(&self, units: &mut [Unit<'_>], places: &[usize]) -> Outline {
        let headline = places.iter().position(|place| Some(*place) == self.headline);
        let chosen = |at: &usize| {
            let place = places.get(*at).copied().unwrap_or_default();
            let unit = units.get(*at);
            self.is_chosen(place) && Some(*at) != headline && unit.is_some_and(Unit::is_kept)
        };
        let story: Vec<usize> = (0..units.len()).filter(chosen).collect();
        let is_prose = |at: usize| units.get(at).is_some_and(|unit| unit.shape != Shape::Short);
        let first_prose = story.iter().copied().find(|at| is_prose(*at));
        let (Some(mut first), Some(last)) = (first_prose, story.last().copied()) else {
            let found = outline(units);
            return Outline { headline, related: units.len()..units.len(), ..found };
        };
        let chosen: HashSet<usize> = story.into_iter().collect();
        let head = headline.filter(|headline| *headline < first).map_or(0, |headline| headline + 1);
        // A standfirst between headline and text that the extractor took for none.
        let is_heading = |unit: &Unit<'_>| matches!(unit.kind, TextKind::Heading(_));
        let stands_first = |at: usize| {
            let unit = units.get(at).filter(|unit| unit.is_kept());
            unit.is_some_and(|unit| {
                unit.shape != Shape::Short || is_heading(unit) && chosen.contains(&at)
            })
        };
        while first > head && stands_first(first - 1) {
            first -= 1;
        }
        let above = headline.unwrap_or(head).saturating_sub(ABOVE_HEADLINE);
        for (at, unit) in units.iter_mut().enumerate() {
            let is_head = (above..first).contains(&at);
            let is_text = (first..=last).contains(&at) && (chosen.contains(&at) || at < head);
            let is_standfirst = at >= first
                && at < last
                && !chosen.contains(&at)
                && unit.shape != Shape::Short
                && at < first + 2;
            if !(is_head || is_text || is_standfirst || at > last || Some(at) == headline) {
                unit.dropped = unit.dropped.or(Some(DroppedKind::Furniture));
            }
        }
        Outline {
            story: first..last + 1,
            related: units.len()..units.len(),
            is_page: true,
            headline,
        }
    }

    /// Lays what the page states over what was read in its text.
    fn state(&self, story: &mut Story, text_at: Span, lines: &[crate::newswire::lines::Line<'_>]) {
        let facts = &self.facts;
        let stated = |value| DateStamp { value, basis: DateBasis::Stated };
        let is_read = story.date.is_some_and(|date| date.basis == DateBasis::Stated);
        let near = || {
            // The `time` of the head; those further down are of other stories and of comments.
            let first = self.headline.map_or(0, |line| line.saturating_sub(ABOVE_HEADLINE));
            let text = lines.iter().position(|line| line.span.start >= text_at.start).unwrap_or(0);
            let mut times = self.page.times.iter().map(|(line, time)| (line + self.shift, time));
            times
                .find(|(line, _)| (first..=text).contains(line))
                .and_then(|(_, time)| facts::day(time))
        };
        let date = facts.date.or_else(|| if is_read { None } else { near() });
        story.date = date.map(stated).or(story.date);
        story.source = story.source.take().or_else(|| facts.site.clone());
        story.url = facts.url.clone().or(story.url.take());
        story.author = facts.author.clone().or(story.author.take());
        story.language = facts.language;
    }
}

/// Units above the headline that may be about the story: its day, its rubric.
const ABOVE_HEADLINE: usize = 2;

/// How a unit belongs to other stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Other {
    No,
    /// The heading over them.
    Heading,
    /// Their titles inside this one.
    Pointer,
    /// Their text.
    Story,
}

/// For each unit the place of its first line among those of the page.
fn places(units: &[Unit<'_>]) -> Vec<usize> {
    let starts = units.iter().scan(0, |next, unit| {
        let start = *next;
        *next += unit.lines.len();
        Some(start)
    });
    starts.collect()
}
