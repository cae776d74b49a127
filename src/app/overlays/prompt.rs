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
use crate::model::{Argument, Aspect, BriefId};
use crate::search::Query;
use crate::search::find::PATTERN_SIGN;
use crate::search::query::{Completion, Problem};
use crate::text::{Safe, fold, width};

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
    /// A tag to give or to take off.
    Tag(Tagged),
    /// A day from which on pages tell what is new.
    Period,
    /// A name for a search.
    NameSearch {
        /// What is searched for.
        query: String,
        /// The search that it takes the place of.
        instead_of: Option<String>,
    },
}

/// What a tag is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Tagged {
    /// One brief.
    Brief(BriefId),
    /// All main stories of the list, so many.
    List(usize),
}

/// Something that the line can be completed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) struct Choice {
    /// As it is written.
    pub(in crate::app) name: String,
    /// Folded.
    pub(in crate::app) key: String,
    /// Whether what the line is for has it already.
    pub(in crate::app) is_on: bool,
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
    /// What the line can be completed to, in order, where it is a tag.
    choices: Vec<Choice>,
    /// What was typed, folded, before it was completed.
    stem: Option<String>,
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
    /// The row of the page.
    pub(in crate::app) page_row: usize,
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
            choices: Vec::new(),
            stem: None,
        }
    }

    /// The same line, which can be completed.
    pub(in crate::app) fn with_choices(self, choices: Vec<Choice>) -> Self {
        Self { choices, ..self }
    }

    /// The line was typed in: completing starts afresh.
    pub(in crate::app) fn changed(&mut self) {
        self.stem = None;
    }

    /// Completes the line; once more takes the next choice.
    pub(in crate::app) fn complete(&mut self) {
        let typed = fold(self.line.text().trim());
        let stem = self.stem.get_or_insert_with(|| typed.clone()).clone();
        let fitting: Vec<&Choice> = self.fitting(&stem).collect();
        let next = fitting.iter().position(|choice| choice.key == typed).map_or(0, |at| at + 1);
        if let Some(choice) = fitting.get(next).or(fitting.first()) {
            self.line = LineEditor::new(&choice.name);
        }
    }

    /// The choices that a folded text is the beginning of, or stands in.
    fn fitting<'a>(&'a self, stem: &'a str) -> impl Iterator<Item = &'a Choice> {
        let begins = self.choices.iter().filter(move |choice| choice.key.starts_with(stem));
        let holds =
            move |choice: &&Choice| choice.key.contains(stem) && !choice.key.starts_with(stem);
        begins.chain(self.choices.iter().filter(holds))
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
    pub(in crate::app) fn is_advised(&self, context: &Context<'_>) -> bool {
        self.advice(context).is_some()
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
            None => (self.advice(context).unwrap_or_default(), Face::Dim),
        }
    }

    /// How to write what is asked for, where that wants a line of its own.
    fn advice(&self, context: &Context<'_>) -> Option<Safe> {
        match &self.purpose {
            Purpose::FilterArticles => Some(context.say("filter-advice")),
            Purpose::Period => Some(context.say("period-day-advice")),
            Purpose::Correct(_, Aspect::Date) => Some(context.say("correct-date-advice")),
            Purpose::Correct(_, Aspect::Countries) => Some(context.say("correct-countries-advice")),
            Purpose::Correct(_, Aspect::Title | Aspect::Related | Aspect::Copy) => {
                Some(context.say("correct-title-advice"))
            }
            Purpose::Tag(_) => Some(self.advice_on_tags(context)),
            _ => None,
        }
    }

    /// What Enter would do with the tag, and what Tab completes it to.
    fn advice_on_tags(&self, context: &Context<'_>) -> Safe {
        let typed = fold(self.line.text().trim().trim_start_matches('#').trim());
        let named = |choices: Vec<&Choice>| {
            let names: Vec<&str> = choices.iter().map(|choice| choice.name.as_str()).collect();
            [("tags", Argument::Text(names.join(&format!(" {} ", context.glyphs.dot))))]
        };
        if let Some(choice) = self.choices.iter().find(|choice| choice.key == typed) {
            let key = if choice.is_on { "tag-advice-off" } else { "tag-advice-on" };
            return context.say_with(key, &named(vec![choice]));
        }
        let stem = self.stem.as_ref().unwrap_or(&typed);
        let fitting: Vec<&Choice> = self.fitting(stem).collect();
        let on: Vec<&Choice> = fitting.iter().copied().filter(|choice| choice.is_on).collect();
        match (fitting.is_empty(), typed.is_empty()) {
            (true, true) => context.say("tag-advice-first"),
            (true, false) => context.say("tag-advice-new"),
            (false, true) if !on.is_empty() => context.say_with("tag-advice-has", &named(on)),
            (false, _) => context.say_with("tag-advice-known", &named(fitting)),
        }
    }

    /// Paints the line; returns where the terminal's cursor belongs.
    pub(in crate::app) fn render(
        &self,
        canvas: &mut Canvas<'_>,
        area: Rect,
        context: &Context<'_>,
    ) -> (u16, u16) {
        let label = match &self.purpose {
            Purpose::Tag(Tagged::List(count)) => context.count("prompt-tag-all", *count),
            Purpose::Find if self.line.text().starts_with(PATTERN_SIGN) => {
                context.say("prompt-find-pattern")
            }
            purpose => context.say(label(purpose)),
        };
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

/// The message before a line.
fn label(purpose: &Purpose) -> &'static str {
    match purpose {
        Purpose::FilterCountries => "prompt-filter-countries",
        Purpose::FilterArticles => "prompt-filter-articles",
        Purpose::Find => "prompt-find",
        Purpose::Export => "prompt-export",
        Purpose::Correct(_, aspect) => labels::aspect_prompt(*aspect),
        Purpose::Tag(_) => "prompt-tag",
        Purpose::Period => "prompt-period",
        Purpose::NameSearch { .. } => "prompt-name-search",
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
