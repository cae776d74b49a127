//! A line to type at the foot of the screen.

use std::sync::Arc;

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::labels;
use crate::app::line_editor::LineEditor;
use crate::app::paint::Canvas;
use crate::app::scope::Scope;
use crate::app::theme::Face;
use crate::model::{Aspect, BriefId};
use crate::search::Query;
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
    /// Where the cursors of the lists stood before.
    pub(in crate::app) before: Before,
    /// The answer that is waited for before what was typed can be taken.
    pub(in crate::app) awaited: Option<u64>,
    /// How the line is understood, where it is a query.
    pub(in crate::app) aid: Option<Aid>,
}

/// How a query is understood, and what may follow.
#[derive(Clone, Debug)]
pub(in crate::app) struct Aid {
    query: Arc<Query>,
    completions: Vec<Completion>,
}

/// Where the cursors of the lists stood.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Before {
    /// The country or view.
    pub(in crate::app) scope: Scope,
    /// The article.
    pub(in crate::app) brief: Option<BriefId>,
}

impl Prompt {
    /// A line that starts with a text.
    pub(in crate::app) fn new(purpose: Purpose, text: &str, before: Before) -> Self {
        Self { purpose, line: LineEditor::new(text), before, awaited: None, aid: None }
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
        canvas.put(x, area.y, room, &shown, Face::Text);
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
        (x + column, area.y)
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
