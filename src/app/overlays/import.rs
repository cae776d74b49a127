//! A dispatch being pasted: what it is found to be, and its beginning, before it is taken.

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::paint::Canvas;
use crate::app::theme::Face;
use crate::model::Brief;
use crate::text::{Safe, wrap};

/// Rows that it has at least.
const LEAST_ROWS: u16 = 6;

/// Bytes of a text that are looked at for its beginning: more than any screen holds.
const BEGINNING: usize = 16 * 1024;

/// A dispatch being pasted.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Import {
    /// How far it is.
    pub(in crate::app) stage: Stage,
    area: Rect,
}

/// How far a dispatch is.
#[derive(Clone, Debug, Default)]
pub(in crate::app) enum Stage {
    /// Nothing was pasted yet.
    #[default]
    Waiting,
    /// It is being looked at.
    Awaited {
        /// Comes back with the answer.
        generation: u64,
        /// As it was pasted.
        text: String,
    },
    /// It may be taken or dropped.
    Appraised {
        /// As it was pasted.
        text: String,
        /// Its main stories.
        stories: Vec<Brief>,
        /// Whether the inbox holds it already.
        is_known: bool,
    },
    /// It is on its way to the disk.
    Keeping {
        /// As it was pasted.
        text: String,
        /// Its main stories.
        stories: Vec<Brief>,
    },
}

impl Import {
    /// What the last line says.
    pub(in crate::app) fn hint(&self) -> &'static str {
        match &self.stage {
            Stage::Waiting => "import-paste",
            Stage::Awaited { .. } | Stage::Keeping { .. } => "saving",
            Stage::Appraised { stories, .. } if stories.is_empty() => "import-nothing",
            Stage::Appraised { is_known: true, .. } => "import-known",
            Stage::Appraised { .. } => "import-keys",
        }
    }

    /// Whether an answer is on its way.
    pub(in crate::app) fn is_awaiting(&self) -> bool {
        matches!(self.stage, Stage::Awaited { .. } | Stage::Keeping { .. })
    }

    /// Fits it to the lower half of the body.
    pub(in crate::app) fn fit(&mut self, body: Rect) {
        let rows = (body.height / 2).max(LEAST_ROWS).min(body.height);
        self.area = Rect { y: body.bottom() - rows, height: rows, ..body };
    }

    /// Paints it.
    pub(in crate::app) fn render(&self, canvas: &mut Canvas<'_>, context: &Context<'_>) {
        let area = self.area;
        canvas.clear(area);
        canvas.rule(area.x, area.y, area.width);
        let heading = Safe::new(&format!(" {} ", context.words.text("import-heading")));
        canvas.put(area.x + 2, area.y, area.width.saturating_sub(4), &heading, Face::Heading);
        let columns = area.width.saturating_sub(4);
        let rows = area.top() + 1..area.bottom();
        for ((text, face), y) in self.lines(usize::from(columns), context).into_iter().zip(rows) {
            canvas.put(area.x + 2, y, columns, &text, face);
        }
    }

    /// What stands below the rule.
    fn lines(&self, columns: usize, context: &Context<'_>) -> Vec<(Safe, Face)> {
        let (text, stories) = match &self.stage {
            Stage::Waiting => {
                let how = context.say("import-how");
                let wrapped = wrap::wrap(how.as_str(), columns).into_iter();
                return wrapped.map(|line| (how.slice(line), Face::Text)).collect();
            }
            Stage::Awaited { text, .. } => (text, &[][..]),
            Stage::Appraised { text, stories, .. } | Stage::Keeping { text, stories } => {
                (text, stories.as_slice())
            }
        };
        let mut lines = Vec::new();
        for story in stories {
            lines.push((context.title(story), Face::Strong));
            lines.push((Safe::new(&described(story, context)), Face::Dim));
        }
        lines.push((Safe::default(), Face::Text));
        let beginning = text.floor_char_boundary(BEGINNING);
        let beginning = text.get(..beginning).unwrap_or_default();
        for line in beginning.lines() {
            let safe = Safe::new(line);
            let wrapped = wrap::wrap(safe.as_str(), columns.max(1));
            lines.extend(wrapped.into_iter().map(|range| (safe.slice(range), Face::Text)));
        }
        lines
    }
}

/// A story's date, countries and words.
fn described(story: &Brief, context: &Context<'_>) -> String {
    let date =
        story.date.map_or_else(|| context.words.text("no-date"), |date| context.words.dated(date));
    let named = story.countries.iter().map(|&code| context.words.country(code));
    let names: Vec<String> = named.collect();
    let none = || context.words.text("import-no-country");
    let countries = if names.is_empty() { none() } else { names.join(", ") };
    let words = context.count("import-words", usize::try_from(story.words).unwrap_or(usize::MAX));
    let parts = [date, countries, words.as_str().to_owned()];
    parts.join(&format!(" {} ", context.glyphs.dot))
}
