//! A line to type and a list that it narrows; Enter takes the row under the cursor.

use std::ops::Range;

use ratatui::layout::Rect;

use crate::app::command::Command;
use crate::app::context::Context;
use crate::app::line_editor::LineEditor;
use crate::app::list::{Click, Cursor, Motion};
use crate::app::message::Target;
use crate::app::paint::Canvas;
use crate::app::theme::Face;
use crate::search::fuzzy::{Candidate, Finder};
use crate::text::{Safe, pieces};

/// What is picked from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Kind {
    /// Countries, titles and commands; looked up outside, since there may be many.
    Finder,
    /// Commands by name.
    Palette,
    /// All keys.
    Help,
    /// What is wrong with files.
    Problems,
    /// What of a brief to correct.
    Corrections,
    /// What the reader wrote.
    Notes,
    /// The other country of a pair; those that are in no brief with the first are looked up outside.
    Partners,
    /// From when on a page tells what is new.
    Period,
    /// The links of a text.
    Links,
}

/// A list narrowed by typing.
#[derive(Clone, Debug)]
pub(in crate::app) struct Picker {
    /// What is picked from.
    pub(in crate::app) kind: Kind,
    /// What was typed.
    pub(in crate::app) line: LineEditor,
    rows: Vec<Row>,
    cursor: Cursor,
    area: Rect,
    /// Everything there is to pick from, where it is narrowed here.
    all: Vec<Row>,
    finder: Option<Finder>,
    /// The look-up that the rows are waited for from.
    pub(in crate::app) awaited: Option<u64>,
    /// Enter came before the rows did.
    pub(in crate::app) accept_when_ready: bool,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Row {
    /// What it is called.
    pub(in crate::app) label: String,
    /// What else there is to say, on the right.
    pub(in crate::app) aside: String,
    /// Bytes of the label that match.
    pub(in crate::app) highlights: Vec<Range<usize>>,
    /// What Enter takes; a row without one is a heading.
    pub(in crate::app) target: Option<Target>,
}

/// A finder over rows.
fn finder(rows: &[Row]) -> Finder {
    let candidate = |row: &Row| {
        let name = match row.target {
            Some(Target::Command(command)) => Some(command.name().to_owned()),
            _ => None,
        };
        let aliases = [row.label.clone(), row.aside.clone()].into_iter().chain(name).collect();
        Candidate { aliases, ..Candidate::default() }
    };
    Finder::new(rows.iter().map(candidate).collect())
}

/// Where the cursor may rest: on what can be taken, and anywhere where nothing can.
fn rests(rows: &[Row]) -> impl Fn(usize) -> bool {
    let any = rows.iter().any(|row| row.target.is_some());
    move |row| !any || rows.get(row).is_some_and(|row| row.target.is_some())
}

/// Columns that show the cursor behind its sign: a blank, and the start of a label.
const CURSOR_COLUMNS: u16 = 17;

/// Rows that a narrowed list keeps.
const MOST_ROWS: usize = 200;

impl Picker {
    /// A picker whose rows come from outside as they are typed for.
    pub(in crate::app) fn awaiting(kind: Kind) -> Self {
        Self::over(kind, Vec::new())
    }

    /// A picker over rows that are all here.
    pub(in crate::app) fn over(kind: Kind, all: Vec<Row>) -> Self {
        let finder = (!all.is_empty()).then(|| finder(&all));
        let mut picker = Self {
            kind,
            line: LineEditor::default(),
            rows: all.clone(),
            cursor: Cursor::default(),
            area: Rect::default(),
            all,
            finder,
            awaited: None,
            accept_when_ready: false,
        };
        picker.go_to_first();
        picker
    }

    /// Narrows the list to what is typed now; nothing to do where the rows come from outside.
    pub(in crate::app) fn narrow(&mut self) {
        self.awaited = None;
        if self.line.text().trim().is_empty() {
            self.rows.clone_from(&self.all);
        } else {
            let Some(finder) = &mut self.finder else { return };
            let hits = finder.query(self.line.text(), MOST_ROWS);
            let all = &self.all;
            self.rows = hits
                .into_iter()
                .filter_map(|hit| {
                    let row = all.get(hit.index)?;
                    let highlights = if hit.alias == 0 { hit.highlights } else { Vec::new() };
                    Some(Row { highlights, ..row.clone() })
                })
                .filter(|row| row.target.is_some() || self.kind == Kind::Problems)
                .collect();
        }
        self.go_to_first();
    }

    /// Takes rows that came from outside.
    pub(in crate::app) fn fill(&mut self, rows: Vec<Row>) {
        self.rows = rows;
        self.awaited = None;
        self.go_to_first();
    }

    /// Puts the cursor on the first row that can be taken.
    fn go_to_first(&mut self) {
        self.cursor = Cursor::default();
        self.cursor.place(self.rows.iter().position(|row| row.target.is_some()).unwrap_or(0));
        self.fit(self.area);
    }

    /// Moves the cursor.
    pub(in crate::app) fn step(&mut self, motion: Motion) -> bool {
        let rows = &self.rows;
        self.cursor.step(motion, rows.len(), rests(rows))
    }

    /// A click on a row of the screen; the line itself has the first.
    pub(in crate::app) fn click(&mut self, y: u16) -> Click {
        let Some(line) = y.checked_sub(self.area.y + 1) else { return Click::Missed };
        let rows = &self.rows;
        self.cursor.click(line, rows.len(), |_| 1, rests(rows))
    }

    /// What Enter takes.
    pub(in crate::app) fn target(&self) -> Option<&Target> {
        self.rows.get(self.cursor.at())?.target.as_ref()
    }

    /// The command under the cursor, for completing its name.
    pub(in crate::app) fn command(&self) -> Option<Command> {
        match self.target()? {
            Target::Command(command) => Some(*command),
            _ => None,
        }
    }

    /// Fits the picker to its rectangle; the line itself takes the first row.
    pub(in crate::app) fn fit(&mut self, area: Rect) {
        self.area = area;
        let height = usize::from(area.height.saturating_sub(1));
        self.cursor.fit(self.rows.len(), height, |_| 1);
    }

    /// Paints the picker; returns where the terminal's cursor belongs.
    pub(in crate::app) fn render(
        &self,
        canvas: &mut Canvas<'_>,
        context: &Context<'_>,
    ) -> (u16, u16) {
        let area = self.area;
        let label = context.say(match self.kind {
            Kind::Finder => "picker-finder",
            Kind::Palette => "picker-palette",
            Kind::Help => "picker-help",
            Kind::Problems => "picker-problems",
            Kind::Corrections => "picker-corrections",
            Kind::Notes => "picker-notes",
            Kind::Partners => "picker-partners",
            Kind::Period => "picker-period",
            Kind::Links => "picker-links",
        });
        let taken = canvas.put(area.x + 1, area.y, area.width, &label, Face::Heading);
        let x = area.x + taken + 2;
        let room = area.right().saturating_sub(x + 1);
        canvas.put(x, area.y, room, &Safe::new(self.line.text()), Face::Text);
        let before = crate::text::width::width(Safe::new(self.line.before_cursor()).as_str());
        let column = x + u16::try_from(before).unwrap_or(u16::MAX).min(room);
        for (index, y) in self.cursor.in_sight(self.rows.len()).zip(area.top() + 1..area.bottom()) {
            if let Some(row) = self.rows.get(index) {
                self.row(canvas, row, y, index == self.cursor.at());
            }
        }
        if self.rows.is_empty() && self.awaited.is_none() && !self.line.text().is_empty() {
            canvas.put(x, area.y + 1, room, &context.say("nothing-found"), Face::Dim);
        }
        (column, area.y)
    }

    /// One row.
    fn row(&self, canvas: &mut Canvas<'_>, row: &Row, y: u16, here: bool) {
        let area = self.area;
        let indent = if row.target.is_some() || self.kind == Kind::Problems { 3 } else { 1 };
        let aside = Safe::new(&row.aside);
        let aside_columns = crate::text::width::width(aside.as_str());
        let aside_columns = u16::try_from(aside_columns).unwrap_or(u16::MAX).min(area.width / 2);
        let mut x = area.x + indent;
        let end = area.right().saturating_sub(aside_columns + 3);
        let face = if row.target.is_none() && self.kind != Kind::Problems {
            Face::Heading
        } else {
            Face::Text
        };
        for (text, highlighted) in parts(&row.label, &row.highlights) {
            let face = if highlighted { Face::Match } else { face };
            x += canvas.put(x, y, end.saturating_sub(x), &text, face);
        }
        let from = area.right().saturating_sub(aside_columns + 1);
        canvas.put(from, y, aside_columns, &aside, Face::Dim);
        if here {
            let line = Rect::new(area.x + 1, y, area.width.saturating_sub(2), 1);
            canvas.cursor(line, CURSOR_COLUMNS, true);
        }
    }
}

/// A label as harmless parts, each highlighted or not.
fn parts(label: &str, highlights: &[Range<usize>]) -> Vec<(Safe, bool)> {
    let mut parts: Vec<(String, bool)> = Vec::new();
    for piece in pieces(label) {
        let mut at = piece.range.start;
        let verbatim = piece.shown.len() == piece.range.len();
        let cuts = highlights.iter().flat_map(|range| [range.start, range.end]);
        let mut cuts: Vec<usize> =
            cuts.filter(|cut| verbatim && piece.range.contains(cut) && *cut > at).collect();
        cuts.push(piece.range.end);
        cuts.sort_unstable();
        for cut in cuts {
            let highlighted = highlights.iter().any(|range| range.contains(&at));
            let text = if verbatim {
                label.get(at..cut).unwrap_or_default().to_owned()
            } else {
                piece.shown.clone().into_owned()
            };
            at = cut;
            match parts.last_mut() {
                Some((last, same)) if *same == highlighted => last.push_str(&text),
                _ => parts.push((text, highlighted)),
            }
        }
    }
    parts.into_iter().map(|(text, highlighted)| (Safe::new(&text), highlighted)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_cover_the_label() {
        let parts = |label: &str, ranges: &[Range<usize>]| {
            let parts = super::parts(label, ranges);
            parts.into_iter().map(|(t, h)| (t.as_str().to_owned(), h)).collect::<Vec<_>>()
        };
        assert_eq!(
            parts("Biélorussie", &[0..2, 4..6]),
            [
                ("Bi".into(), true),
                ("é".into(), false),
                ("lo".into(), true),
                ("russie".into(), false)
            ]
        );
        assert_eq!(parts("Niger", &[]), [("Niger".into(), false)]);
    }
}
