//! The country page: what the briefs say about a country, each line pointing to its sentence.

mod finding;
mod news;
mod rows;

use std::sync::Arc;

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::list::{Click, Cursor, Motion};
use crate::app::paint::Canvas;
use crate::app::theme::Face;
use crate::model::{BriefId, Citation, CountryCode, SectionKind, Subject, Summary, SummaryLine};
use finding::Find;
use news::news_lines;
use rows::{Row, Sources, entry, heading, noted, on_briefs, scope_lines};

/// A country's page.
#[derive(Clone, Debug)]
pub(in crate::app) struct PagePane {
    country: CountryCode,
    summary: Option<Arc<Summary>>,
    unfolded: Vec<SectionKind>,
    rows: Vec<Row>,
    cursor: Cursor,
    area: Rect,
    set_for: Option<u16>,
    /// What was looked for and found in it.
    find: Option<Find>,
    /// The key that sets the period.
    period_key: String,
    /// The request that its contents are waited for from.
    pub(in crate::app) awaited: u64,
}

/// Where Enter leads from a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Leads {
    /// Nowhere: the cursor skips it.
    Nowhere,
    /// To the sentence a line came from.
    Citation(Citation),
    /// To a brief.
    Brief(BriefId),
    /// A section opens or closes.
    Fold(SectionKind),
    /// To a note of the reader's.
    Note(Subject),
}

/// Rows of lines and headings that are open at first: what a person reads in a minute.
const FIRST_ROWS: usize = 20;

impl PagePane {
    /// The page of a country, to be filled when it is compiled.
    pub(in crate::app) fn new(country: CountryCode, awaited: u64, period_key: String) -> Self {
        Self {
            country,
            awaited,
            period_key,
            summary: None,
            unfolded: Vec::new(),
            rows: Vec::new(),
            cursor: Cursor::default(),
            area: Rect::default(),
            set_for: None,
            find: None,
        }
    }

    /// The country.
    pub(in crate::app) fn country(&self) -> CountryCode {
        self.country
    }

    /// What it shows.
    pub(in crate::app) fn summary(&self) -> Option<&Arc<Summary>> {
        self.summary.as_ref()
    }

    /// Fills it; the cursor stays on its line, or else where it was.
    pub(in crate::app) fn fill(&mut self, summary: Arc<Summary>, context: &Context<'_>) {
        let first = self.summary.is_none();
        let here = self.rows.get(self.cursor.at()).map(|row| row.leads.clone());
        self.summary = Some(summary);
        self.set(context);
        if let Some(row) = self.rows.iter().position(|row| Some(&row.leads) == here.as_ref()) {
            self.cursor.place(row);
        }
        if first {
            // What the reader wrote is known to the reader: the page begins with what it says.
            let is_news = |row: &Row| row.rests() && !matches!(row.leads, Leads::Note(_));
            self.cursor.place(self.rows.iter().position(is_news).unwrap_or(0));
        }
    }

    /// Moves the cursor; returns whether it moved.
    pub(in crate::app) fn step(&mut self, motion: Motion) -> bool {
        let rows = &self.rows;
        self.cursor.step(motion, rows.len(), |row| rows.get(row).is_some_and(Row::rests))
    }

    /// A click on a row of the screen.
    pub(in crate::app) fn click(&mut self, y: u16) -> Click {
        let rows = &self.rows;
        let rows_of = |row: usize| rows.get(row).map_or(1, |row| row.lines.len());
        let rests = |row: usize| rows.get(row).is_some_and(Row::rests);
        let Some(line) = y.checked_sub(self.area.y) else { return Click::Missed };
        self.cursor.click(line, rows.len(), rows_of, rests)
    }

    /// Where Enter leads.
    pub(in crate::app) fn open(&mut self, context: &Context<'_>) -> Leads {
        let leads = self.rows.get(self.cursor.at()).map_or(Leads::Nowhere, |row| row.leads.clone());
        if let Leads::Fold(section) = leads {
            let before = self.unfolded.len();
            self.unfolded.retain(|&open| open != section);
            if self.unfolded.len() == before {
                self.unfolded.push(section);
            }
            self.set(context);
        }
        leads
    }

    /// The sentence under the cursor.
    pub(in crate::app) fn citation(&self) -> Option<&Citation> {
        match &self.rows.get(self.cursor.at())?.leads {
            Leads::Citation(citation) => Some(citation),
            _ => None,
        }
    }

    /// The line under the cursor.
    pub(in crate::app) fn line(&self) -> Option<&SummaryLine> {
        let rank = self.rows.get(self.cursor.at())?.rank?;
        let mut lines = self.summary.as_ref()?.sections.iter().flat_map(|section| &section.lines);
        lines.find(|line| line.rank == rank)
    }

    /// Fits the page to its rectangle.
    pub(in crate::app) fn fit(&mut self, area: Rect, context: &Context<'_>) {
        self.area = area;
        if self.set_for != Some(area.width) {
            self.set(context);
        }
        let rows = &self.rows;
        let height = usize::from(area.height);
        self.cursor.fit(rows.len(), height, |row| rows.get(row).map_or(1, |row| row.lines.len()));
    }

    /// Sets the page in rows.
    fn set(&mut self, context: &Context<'_>) {
        self.set_for = Some(self.area.width);
        self.rows.clear();
        let Some(summary) = self.summary.clone() else { return };
        let columns =
            usize::from(self.area.width.saturating_sub(2).min(context.settings.measure + 12));
        self.rows.push(Row::still(news_lines(&summary, &self.period_key, columns, context)));
        self.rows.push(Row::still(scope_lines(&summary, columns, context)));
        let on_country = context.notes.of_country(self.country);
        self.rows.extend(on_country.map(|kept| noted(kept, columns, context)));
        let sources = Sources::of(&summary);
        let first = summary.first_screen(FIRST_ROWS);
        for section in &summary.sections {
            let open = self.unfolded.contains(&section.kind);
            let is_first = |line: &&SummaryLine| first.contains(&line.rank);
            let more = section.lines.len() - section.lines.iter().filter(is_first).count();
            self.rows.push(heading(section.kind, more, open, context));
            let shown = section.lines.iter().filter(|line| open || is_first(line));
            self.rows.extend(shown.map(|line| entry(line, &sources, columns, context)));
        }
        self.rows.extend(on_briefs(self.country, columns, context));
        self.rows.push(Row::still(vec![Vec::new()]));
        self.rows.extend(sources.rows(context));
        self.find_anew();
    }

    /// Sets the page anew after notes changed; the cursor stays on its row, as far as it can.
    pub(in crate::app) fn refresh(&mut self, context: &Context<'_>) {
        self.set(context);
    }

    /// Paints the page.
    pub(in crate::app) fn render(&self, canvas: &mut Canvas<'_>, context: &Context<'_>) {
        let area = self.area;
        if self.summary.is_none() {
            canvas.put(
                area.x + 2,
                area.y + 1,
                area.width,
                &context.say("page-compiling"),
                Face::Dim,
            );
            return;
        }
        let mut y = area.top();
        for index in self.cursor.in_sight(self.rows.len()) {
            let Some(row) = self.rows.get(index) else { break };
            for (number, line) in row.lines.iter().enumerate() {
                if y >= area.bottom() {
                    return;
                }
                if index == self.cursor.at() && number == 0 {
                    canvas.sign(area.x, y, canvas.glyphs.cursor, Face::Key);
                }
                let mut x = area.x + 1;
                for (text, face) in self.highlighted(index, number, line) {
                    x += canvas.put(x, y, area.right().saturating_sub(x), &text, face);
                }
                // The hit that the cursor stands on is what stands out there.
                if index == self.cursor.at() && !self.is_found(index) {
                    let taken = Rect::new(area.x + 1, y, x.saturating_sub(area.x + 1), 1);
                    canvas.tint(taken, Face::Cursor);
                }
                y += 1;
            }
        }
    }
}
