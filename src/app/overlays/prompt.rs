//! A line to type at the foot of the screen.

use std::sync::Arc;

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::labels;
use crate::app::line_editor::LineEditor;
use crate::app::notice::Notice;
use crate::app::paint::Canvas;
use crate::app::panes::reader::Bookmark;
use crate::app::scope::Scope;
use crate::app::theme::Face;
use crate::model::{Aspect, BriefId};
use crate::search::Query;
use crate::search::find::PATTERN_SIGN;
use crate::search::query::{Completion, Problem};
use crate::text::{Safe, width};

/// What the line is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Purpose {
    /// Narrowing the list of countries as it is typed.
    FilterCountries,
    /// Narrowing the list of articles as it is typed.
    FilterArticles,
    /// Finding in the text.
    Find,
    /// The file to export to.
    Export,
    /// What a part of a brief should be.
    Correct(BriefId, Aspect),
}

/// A line being typed.
#[derive(Clone, Debug)]
pub(in crate::app) struct Prompt {
    /// What it is for.
    pub(in crate::app) purpose: Purpose,
    /// What was typed.
    pub(in crate::app) line: LineEditor,
    /// Where everything stood before.
    pub(in crate::app) before: Before,
    /// The answer that is waited for before what was typed can be taken.
    pub(in crate::app) awaited: Option<u64>,
    /// How the line is understood, where it is a query.
    pub(in crate::app) aid: Option<Aid>,
    /// Enter came before that answer did.
    pub(in crate::app) accept_when_ready: bool,
    /// What finding came to so far.
    pub(in crate::app) outcome: Option<Outcome>,
}

/// How a query is understood, and what may follow.
#[derive(Clone, Debug)]
pub(in crate::app) struct Aid {
    query: Arc<Query>,
    completions: Vec<Completion>,
}

/// What finding came to while it was typed for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Outcome {
    /// How many hits, or that there is none.
    Found(Notice),
    /// What is wrong with the pattern.
    Mistake(Notice),
}

/// Where the cursors of the lists, and the reader, stood.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Before {
    /// The country or view.
    pub(in crate::app) scope: Scope,
    /// The article.
    pub(in crate::app) brief: Option<BriefId>,
    /// Where the reader stood in the text.
    pub(in crate::app) place: Bookmark,
}

impl Prompt {
    /// A line that starts with a text.
    pub(in crate::app) fn new(purpose: Purpose, text: &str, before: Before) -> Self {
        Self {
            purpose,
            line: LineEditor::new(text),
            before,
            awaited: None,
            aid: None,
            accept_when_ready: false,
            outcome: None,
        }
    }

    /// The query is read.
    pub(in crate::app) fn understand(&mut self, query: Arc<Query>, completions: Vec<Completion>) {
        self.aid = Some(Aid { query, completions });
    }

    /// What is offered first for the word at the cursor.
    pub(in crate::app) fn completion(&self) -> Option<&Completion> {
        self.aid.as_ref()?.completions.first()
    }

    /// What cannot be understood in a query; what is about to be typed is no matter.
    fn problems(&self) -> impl Iterator<Item = &Problem> {
        let problems = self.aid.iter().flat_map(|aid| &aid.query.problems);
        problems.filter(|problem| !problem.fault.is_passing())
    }

    /// Whether a line below says how to write what is asked for.
    pub(in crate::app) fn is_advised(&self) -> bool {
        self.advice().is_some()
    }

    /// The line below: what may follow, else what is wrong, else how to write it.
    pub(in crate::app) fn below(&self, context: &Context<'_>) -> (Safe, Face) {
        let offers = self.aid.iter().flat_map(|aid| &aid.completions);
        let offers: Vec<Safe> = offers.map(|offer| Safe::new(&offer.label)).collect();
        if !offers.is_empty() {
            let mut line = context.say("key-tab");
            line.push(&Safe::new("  "));
            line.push(&Safe::join(&offers, &Safe::new(&format!(" {} ", context.glyphs.dot))));
            return (line, Face::Dim);
        }
        match self.problems().next() {
            Some(Problem { fault, .. }) => {
                (context.say_with(fault.key(), &fault.arguments()), Face::Warning)
            }
            None => (self.advice().map(|key| context.say(key)).unwrap_or_default(), Face::Dim),
        }
    }

    /// How to write what is asked for, as a message key, where that wants a line of its own.
    fn advice(&self) -> Option<&'static str> {
        match &self.purpose {
            Purpose::FilterArticles => Some("filter-advice"),
            Purpose::Correct(_, Aspect::Date) => Some("correct-date-advice"),
            Purpose::Correct(_, Aspect::Countries) => Some("correct-countries-advice"),
            Purpose::Correct(_, Aspect::Title | Aspect::Related | Aspect::Copy) => {
                Some("correct-title-advice")
            }
            _ => None,
        }
    }

    /// Paints the line; returns where the terminal's cursor belongs.
    pub(in crate::app) fn render(
        &self,
        canvas: &mut Canvas<'_>,
        area: Rect,
        context: &Context<'_>,
    ) -> (u16, u16) {
        let label = context.say(match &self.purpose {
            Purpose::FilterCountries => "prompt-filter-countries",
            Purpose::FilterArticles => "prompt-filter-articles",
            Purpose::Find if self.line.text().starts_with(PATTERN_SIGN) => "prompt-find-pattern",
            Purpose::Find => "prompt-find",
            Purpose::Export => "prompt-export",
            Purpose::Correct(_, aspect) => labels::aspect_prompt(*aspect),
        });
        let taken = canvas.put(area.x + 1, area.y, area.width, &label, Face::Key);
        let x = area.x + taken + 2;
        let room = area.right().saturating_sub(x + 1);
        // The end of a long line is what is being typed: show that.
        let text = Safe::new(self.line.text());
        let before = width::width(Safe::new(self.line.before_cursor()).as_str());
        let hidden = before.saturating_sub(usize::from(room));
        let shown = tail(&text, hidden);
        let written = canvas.put(x, area.y, room, &shown, Face::Text);
        for problem in self.problems() {
            let columns = |range| {
                let text = self.line.text().get(range).unwrap_or_default();
                width::width(Safe::new(text).as_str())
            };
            let (start, end) = (columns(0..problem.place.start), columns(0..problem.place.end));
            let column =
                |at: usize| u16::try_from(at.saturating_sub(hidden)).unwrap_or(room).min(room);
            let (start, end) = (column(start), column(end));
            canvas.tint(Rect::new(x + start, area.y, end - start, 1), Face::Warning);
        }
        let column = u16::try_from(before - hidden).unwrap_or(u16::MAX).min(room);
        if matches!(self.purpose, Purpose::Find) {
            self.outcome(canvas, Rect { x: x + written, width: room - written, ..area }, context);
        }
        (x + column, area.y)
    }

    /// Paints what finding came to, at the right of what was typed; before anything is, how to find a pattern.
    fn outcome(&self, canvas: &mut Canvas<'_>, area: Rect, context: &Context<'_>) {
        let (text, face) = match &self.outcome {
            Some(Outcome::Found(notice)) => {
                (context.say_with(notice.key, &notice.arguments), Face::Strong)
            }
            Some(Outcome::Mistake(notice)) => {
                (context.say_with(notice.key, &notice.arguments), Face::Warning)
            }
            None if self.line.text().is_empty() => (context.say("find-advice"), Face::Dim),
            None => return,
        };
        let columns = u16::try_from(width::width(text.as_str())).unwrap_or(u16::MAX);
        let room = area.width.saturating_sub(2);
        canvas.put(area.right() - columns.min(room), area.y, room, &text, face);
    }
}

/// Text without its first `columns` columns.
fn tail(text: &Safe, columns: usize) -> Safe {
    let mut skipped = 0;
    let mut start = 0;
    for (at, c) in text.as_str().char_indices() {
        if skipped >= columns {
            break;
        }
        skipped += width::width(c.encode_utf8(&mut [0; 4]));
        start = at + c.len_utf8();
    }
    text.slice(start..text.len())
}
