//! Near-copies, corrections and withdrawals: which briefs are versions of one text, and which of
//! them stands for all.
//!
//! `sketch` makes a text comparable without the text, `pairs` finds which two may be versions of
//! one, `kinship` decides whether they are, `replacement` finds whom a brief says it replaces, and
//! `order` puts first the one to read. Pure, and the same whatever the order of the briefs; knows
//! nothing of files, lists and summaries.

mod kinship;
mod order;
mod pairs;
mod replacement;
mod sketch;
#[cfg(test)]
mod tests;
mod union;
mod window;

use crate::model::{Brief, BriefId, Status};
use crate::text::fold;
pub use sketch::Sketch;
use union::Union;
use window::Window;

/// Versions of one text: the one to read, then the others in the order in which they would take
/// its place.
pub type Group = Vec<BriefId>;

/// Copies of one text come within so many days: a wire is taken up, rewritten and scraped again.
const DAYS_OF_A_COPY: i32 = 3;

/// A correction or a withdrawal comes within so many days.
const DAYS_OF_A_CORRECTION: i32 = 14;

/// A main story with what it takes to compare it.
#[derive(Debug)]
struct Story<'a> {
    brief: &'a Brief,
    /// Where the text says enough to be told from others.
    sketch: Option<&'a Sketch>,
    /// The folded words of its title.
    title: Vec<String>,
    window: Window,
    /// Whether it says that it is a correction or a withdrawal.
    is_marked: bool,
}

/// The groups of two or more versions among main stories, each given with the sketch of its text
/// where there is one. In order of their first ids; the time it takes grows as sorting does.
pub fn group<'a>(stories: impl IntoIterator<Item = (&'a Brief, Option<&'a Sketch>)>) -> Vec<Group> {
    let mut stories: Vec<Story<'_>> = stories.into_iter().map(Story::new).collect();
    stories.sort_by(|a, b| (a.window, &a.brief.id).cmp(&(b.window, &b.brief.id)));
    let mut union = Union::new(stories.iter().map(|story| story.window));
    // The surest first: which group takes a story must not depend on which asked first.
    let mut links = pairs::links(&stories);
    links.sort_by_key(|link| (link.days, std::cmp::Reverse(link.strength), link.places));
    for link in links {
        union.join(link.places, Some(link.days));
    }
    let replacements = replacement::find(&stories);
    for replacement in &replacements {
        union.join((replacement.new, replacement.old), None);
    }
    let replaced = replacements.iter().map(|replacement| replacement.old).collect();
    let in_order = |group: Vec<usize>| order::order(&stories, &group, &replaced);
    let mut groups: Vec<Group> = union.groups().into_iter().map(in_order).collect();
    groups.sort_unstable();
    groups
}

impl<'a> Story<'a> {
    fn new((brief, sketch): (&'a Brief, Option<&'a Sketch>)) -> Self {
        Self {
            brief,
            sketch: sketch.filter(|sketch| sketch.is_telling()),
            title: words(&fold(&brief.title)).map(str::to_owned).collect(),
            window: Window::of(brief.date.map(|date| date.value)),
            is_marked: brief.status != Status::Current,
        }
    }
}

/// The words of a folded text, without what stands between them.
fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}
