//! Raw dispatches as scraped: headline, dateline, noise, related stories.
//!
//! The text becomes `lines`, `parting` finds the dispatches among them, and each is read by itself: its lines become
//! `units` (paragraphs, titles, captions); `noise` marks the units that are no part of any story, `outline` finds the
//! story among them, `assemble` reads its head and its end. What words give noise away is data, in `patterns.toml`.
//! Linear in the length of the text. Knows no country and no file.

mod assemble;
mod body;
mod dateline;
mod ends;
mod header;
mod inference;
mod lines;
mod noise;
mod opening;
mod outline;
mod page;
mod parting;
mod patterns;
mod related;
mod signoff;
#[cfg(test)]
mod tests;
mod title;
mod units;

use crate::model::{Body, DateStamp, Dropped, Language, PartialDate, Span, Status};
pub use opening::{Opening, opening, status};
pub use page::{Page, is_page, read as read_page};
use parting::Part;

/// A dispatch: a file holds one, or several that lend one another nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dispatch {
    /// The line of the file that it begins on.
    pub line: u32,
    /// The main story.
    pub main: Story,
    /// The related stories behind it, in their order.
    pub related: Vec<Story>,
}

/// One story of a raw file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// The headline, where the text states one.
    pub title: Option<Span>,
    /// The rubric or label over the headline.
    pub kicker: Option<Span>,
    /// Where it was sent from.
    pub place: Option<Span>,
    /// Agency or publication.
    pub source: Option<String>,
    /// Where it was scraped from.
    pub url: Option<String>,
    /// Who signed it.
    pub author: Option<String>,
    /// Its date, with its basis (never [`crate::model::DateBasis::File`]); numbers alone are read day first.
    pub date: Option<DateStamp>,
    /// Its language, where a page states it.
    pub language: Option<Language>,
    /// Its date where those numbers are read month first, if that is another one.
    pub month_first: Option<PartialDate>,
    /// Whether its headline says that it is corrected or taken back.
    pub status: Status,
    /// Its clean text.
    pub body: Body,
    /// What was left out.
    pub dropped: Vec<Dropped>,
}

/// Reads the dispatches of a raw file: one at least.
pub fn read(decoded: &str) -> Vec<Dispatch> {
    parting::parts(lines::lines(decoded)).into_iter().map(dispatch).collect()
}

/// Reads the lines of one dispatch.
fn dispatch(Part { lines, dropped }: Part<'_>) -> Dispatch {
    let mut units = units::units(&lines);
    noise::mark(&mut units);
    let outline = outline::outline(&mut units);
    let (mut related, loose) =
        related::stories(units.get(outline.related.clone()).unwrap_or_default());
    units.truncate(outline.related.start);
    let mut main = assemble::story(&mut units, &outline);
    main.dropped.extend(loose.into_iter().chain(dropped));
    for story in related.iter_mut().chain([&mut main]) {
        story.dropped.sort_by_key(|dropped| dropped.span);
    }
    Dispatch { line: lines.first().map_or(1, |line| line.number), main, related }
}
