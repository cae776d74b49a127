//! The stories of a related block: caption, title, summary, again and again. They lend nothing to the story above.

use super::body::{Cuts, body, cut_inside, paragraph};
use super::header::date_line;
use super::inference::Evidence;
use super::units::{Shape, Unit};
use super::{Story, header, signoff};
use crate::model::{DateBasis, DateStamp, Dropped, DroppedKind};

/// Cuts the units behind the heading into stories; what belongs to none is returned beside them.
pub(super) fn stories(units: &[Unit<'_>]) -> (Vec<Story>, Vec<Dropped>) {
    let mut found: Vec<Story> = Vec::new();
    let mut open = Open::default();
    let is_title = |unit: &Unit<'_>| unit.shape == Shape::Short || unit.text.ends_with(['?', '!']);
    // Without one paragraph, what asks a question is a title too.
    let has_text = units.iter().any(|unit| unit.is_kept() && !is_title(unit));
    for unit in units {
        let dropped = |kind| Dropped { line: unit.number(), kind, span: unit.span() };
        if let Some(kind) = unit.dropped {
            // A caption stands above the title of its story.
            if open.story.body.blocks.is_empty() {
                open.story.dropped.push(dropped(kind));
            } else {
                open.waiting.push(dropped(kind));
            }
        } else if let Some(line) = date_line(&unit.text) {
            open.story.date = Some(DateStamp { value: line.date, basis: DateBasis::Stated });
            open.story.month_first = line.month_first;
            open.story.dropped.push(dropped(DroppedKind::Header));
        } else if signoff::is_sign_off(&unit.text) {
            open.story.dropped.push(dropped(DroppedKind::SignOff));
        } else if unit.shape == Shape::Short || !has_text {
            if !open.story.body.blocks.is_empty() {
                open.close(&mut found);
            } else if let Some(title) = open.story.title.take() {
                // A title without a text is a mere pointer.
                open.story.dropped.push(Dropped {
                    line: open.title_line,
                    kind: DroppedKind::ReadAlso,
                    span: title,
                });
            }
            open.title_line = unit.number();
            open.story.title = Some(unit.span());
            open.story.status = header::status(&unit.text).unwrap_or_default();
        } else {
            let mut cuts = Cuts::default();
            cut_inside(unit, &mut cuts);
            open.story.dropped.append(&mut cuts.dropped);
            open.evidence(&unit.text);
            open.story.body.blocks.extend(paragraph(unit, cuts));
        }
    }
    open.close(&mut found);
    let rest = open.waiting;
    infer_dates(&mut found, &open.texts);
    (found, rest)
}

/// The story being read.
#[derive(Default)]
struct Open {
    story: Story,
    title_line: u32,
    /// Noise that belongs to the next story, or to none.
    waiting: Vec<Dropped>,
    text: String,
    /// The texts of the closed stories.
    texts: Vec<String>,
}

impl Open {
    fn evidence(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push_str("\n\n");
    }

    /// Ends the story, if it has a text; what it has dropped otherwise waits for the next one.
    fn close(&mut self, found: &mut Vec<Story>) {
        let mut story = std::mem::take(&mut self.story);
        if story.body.blocks.is_empty() {
            if let Some(title) = story.title {
                story.dropped.push(Dropped {
                    line: self.title_line,
                    kind: DroppedKind::ReadAlso,
                    span: title,
                });
            }
            self.waiting.append(&mut story.dropped);
            return;
        }
        story.body = body(std::mem::take(&mut story.body.blocks));
        found.push(story);
        self.texts.push(std::mem::take(&mut self.text));
        self.story.dropped = std::mem::take(&mut self.waiting);
    }
}

/// Dates the stories by their weekdays, all together: siblings were listed on one day, and where they disagree on
/// the year, none of them is dated.
fn infer_dates(stories: &mut [Story], texts: &[String]) {
    let mut all = Evidence::default();
    for text in texts {
        all.read(text);
    }
    let Some(common) = all.month() else { return };
    for (story, text) in stories.iter_mut().zip(texts) {
        let mut own = Evidence::default();
        own.read(text);
        if story.date.is_none() && own.names_a_weekday() {
            story.date = Some(common);
        }
    }
}
