//! A page of lines that point to their sentences: what the briefs say about a country or the relation of two, what is new
//! over all countries, what happens when.

mod agenda;
mod digest;
mod finding;
mod news;
mod rows;
mod summary;
mod words;

use std::sync::Arc;

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::list::{Click, Cursor, Motion};
use crate::app::paint::Canvas;
use crate::app::theme::Face;
use crate::app::topic::Topic;
use crate::model::{
    Agenda, BriefId, Citation, CountryCode, Digest, SectionKind, Subject, Summary, SummaryLine,
};
use finding::Find;
use rows::Row;

/// A page.
#[derive(Clone, Debug)]
pub(in crate::app) struct PagePane {
    topic: Topic,
    contents: Option<Contents>,
    /// The page that this one was opened from, where leaving it leads back there.
    under: Option<Box<PagePane>>,
    unfolded: Vec<SectionKind>,
    rows: Vec<Row>,
    cursor: Cursor,
    area: Rect,
    set_for: Option<(u16, u16)>,
    /// What was looked for and found in it.
    find: Option<Find>,
    /// The key that sets the period.
    period_key: String,
    /// The request that its contents are waited for from, and the epoch of that.
    awaited: (u64, u64),
    /// The epoch that its contents are of.
    epoch: Option<u64>,
}

/// What a page shows.
#[derive(Clone, Debug)]
pub(in crate::app) enum Contents {
    /// Of a country or a pair.
    Summary(Arc<Summary>),
    /// Over all countries.
    Digest(Arc<Digest>),
    /// What happens when.
    Agenda(Arc<Agenda>),
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

/// Columns that show the cursor behind its sign: the first words of a line.
const CURSOR_COLUMNS: u16 = 20;

impl PagePane {
    /// A page, to be filled when it is compiled, over the one that it was opened from; `period_key` sets its period.
    pub(in crate::app) fn new(topic: Topic, under: Option<Self>, period_key: String) -> Self {
        Self {
            topic,
            awaited: (0, 0),
            epoch: None,
            contents: None,
            under: under.map(Box::new),
            period_key,
            unfolded: Vec::new(),
            rows: Vec::new(),
            cursor: Cursor::default(),
            area: Rect::default(),
            set_for: None,
            find: None,
        }
    }

    /// What it is about.
    pub(in crate::app) fn topic(&self) -> Topic {
        self.topic
    }

    /// The country whose page it is, the first one of a pair.
    pub(in crate::app) fn country(&self) -> Option<CountryCode> {
        self.topic.country()
    }

    /// The country of the page, else that of the row under the cursor.
    pub(in crate::app) fn country_here(&self) -> Option<CountryCode> {
        self.country().or_else(|| self.rows.get(self.cursor.at())?.country)
    }

    /// The page that this one was opened from.
    pub(in crate::app) fn under(&self) -> Option<&Self> {
        self.under.as_deref()
    }

    /// The page that this one was opened from, in its place.
    pub(in crate::app) fn into_under(self) -> Option<Self> {
        self.under.map(|under| *under)
    }

    /// Its contents come in answer to a request of an epoch.
    pub(in crate::app) fn await_contents(&mut self, generation: u64, epoch: u64) {
        self.awaited = (generation, epoch);
    }

    /// Whether its contents come in answer to this request.
    pub(in crate::app) fn awaits(&self, generation: u64) -> bool {
        self.awaited.0 == generation
    }

    /// Whether there is anything on it yet.
    pub(in crate::app) fn is_filled(&self) -> bool {
        self.contents.is_some()
    }

    /// Whether it shows what it says in an epoch.
    pub(in crate::app) fn is_of(&self, epoch: u64) -> bool {
        self.epoch == Some(epoch)
    }

    /// The summary that it shows, where it is of one country.
    pub(in crate::app) fn summary_of_country(&self) -> Option<&Summary> {
        match (&self.contents, self.topic) {
            (Some(Contents::Summary(summary)), Topic::Country(_)) => Some(summary),
            _ => None,
        }
    }

    /// Fills it; the cursor stays on its line, or else where it was.
    pub(in crate::app) fn fill(&mut self, contents: Contents, context: &Context<'_>) {
        let first = self.contents.replace(contents).is_none();
        self.epoch = Some(self.awaited.1);
        self.refresh(context);
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
        self.contents.as_ref()?.lines().find(|line| line.rank == rank)
    }

    /// Fits the page to its rectangle.
    pub(in crate::app) fn fit(&mut self, area: Rect, context: &Context<'_>) {
        self.area = area;
        // A digest shows as many lines as there is room for.
        let is_set = self.set_for == Some((area.width, area.height));
        if !is_set {
            self.refresh(context);
        }
        let rows = &self.rows;
        let height = usize::from(area.height);
        self.cursor.fit(rows.len(), height, |row| rows.get(row).map_or(1, |row| row.lines.len()));
    }

    /// Sets the page in rows.
    fn set(&mut self, context: &Context<'_>) {
        self.set_for = Some((self.area.width, self.area.height));
        let columns =
            usize::from(self.area.width.saturating_sub(2).min(context.settings.measure + 12));
        let height = usize::from(self.area.height);
        self.rows = match &self.contents {
            None => Vec::new(),
            Some(Contents::Summary(page)) => {
                summary::rows(page, (&self.unfolded, &self.period_key), columns, context)
            }
            Some(Contents::Digest(digest)) => digest::rows(digest, columns, height, context),
            Some(Contents::Agenda(agenda)) => agenda::rows(agenda, columns, context),
        };
        self.find_anew();
    }

    /// Sets the page anew; the cursor stays on its line: of those that come from the same sentence, on the nearest.
    pub(in crate::app) fn refresh(&mut self, context: &Context<'_>) {
        let before = self.cursor.at();
        let here = self.rows.get(before).map(|row| row.leads.clone());
        self.set(context);
        let same =
            self.rows.iter().enumerate().filter(|(_, row)| Some(&row.leads) == here.as_ref());
        if let Some((row, _)) = same.min_by_key(|(row, _)| row.abs_diff(before)) {
            self.cursor.place(row);
        }
    }

    /// Paints the page.
    pub(in crate::app) fn render(&self, canvas: &mut Canvas<'_>, context: &Context<'_>) {
        let area = self.area;
        if self.contents.is_none() {
            let all = matches!(self.topic, Topic::Digest | Topic::Agenda);
            let words = context.say(if all { "overview-compiling" } else { "page-compiling" });
            canvas.put(area.x + 2, area.y + 1, area.width, &words, Face::Dim);
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
                if index == self.cursor.at() && number == 0 && !self.is_found(index) {
                    let taken = Rect::new(area.x, y, x.saturating_sub(area.x), 1);
                    canvas.cursor(taken, CURSOR_COLUMNS, true);
                }
                y += 1;
            }
        }
    }
}
