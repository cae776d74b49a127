//! The middle pane: the briefs of a scope, copies and related stories folded under theirs; or what a search found.

mod hit;
mod narrowing;
mod rows;
mod story;

use std::sync::Arc;

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::list::{Click, Cursor, Motion};
use crate::app::paint::Canvas;
use crate::app::scope::Scope;
use crate::app::theme::Face;
use crate::config::ArticleSort;
use crate::library::{Hit, Snapshot};
use crate::model::{Argument, Brief, BriefId, CountryCode, IdSet, Subject};
use crate::search::Query;
use crate::text::{Safe, fold};
pub(in crate::app) use narrowing::Asked;
use narrowing::Narrowing;
use rows::{Row, Rows};

/// The list of articles.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct ArticlesPane {
    scope: Scope,
    rows: Rows,
    /// Main stories in the list that are not read.
    unread: usize,
    cursor: Cursor,
    area: Rect,
    /// What was in a list that marks change, since it was entered: it stays until the list is left.
    kept: IdSet,
    /// Main stories whose copies and related stories are shown.
    unfolded: IdSet,
    /// Only briefs that answer this are shown.
    pub(in crate::app) filter: Narrowing,
    /// The order of the list.
    pub(in crate::app) sort: ArticleSort,
}

/// What Enter does on a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Opened {
    /// This brief wants to be read.
    Brief(BriefId),
    /// The page of this country wants to be read, for the note on it.
    Country(CountryCode),
    /// Copies and related stories came out or went back.
    Fold,
    /// Nothing is there.
    Nothing,
}

impl ArticlesPane {
    /// An empty list in an order.
    pub(in crate::app) fn new(sort: ArticleSort) -> Self {
        Self { sort, ..Self::default() }
    }

    /// What the list shows.
    pub(in crate::app) fn scope(&self) -> Scope {
        self.scope
    }

    /// Shows another scope from its top.
    pub(in crate::app) fn enter(&mut self, scope: Scope, context: &Context<'_>) {
        self.scope = scope;
        self.filter.clear();
        self.kept.clear();
        self.rows = Rows::default();
        self.cursor = Cursor::default();
        self.rebuild(context);
    }

    /// Makes the rows anew after the library changed, the cursor staying on its brief.
    pub(in crate::app) fn refresh(&mut self, before: &Snapshot, context: &Context<'_>) {
        let cursor = self.brief(before).map(|brief| brief.id.clone());
        let on_fold = self.rows.is_fold(self.cursor.at());
        self.fill(context);
        if let Some(id) = cursor {
            self.select(&id, context.library);
            if on_fold {
                self.cursor.place((self.cursor.at() + 1).min(self.rows.len().saturating_sub(1)));
            }
        }
    }

    /// Makes the rows anew within the same library, as after a filter or another order.
    pub(in crate::app) fn rebuild(&mut self, context: &Context<'_>) {
        let at = self.brief(context.library).map(|brief| brief.id.clone());
        self.fill(context);
        match at {
            Some(id) => {
                self.select(&id, context.library);
            }
            None => self.cursor.place(0),
        }
    }

    /// Fills the rows.
    fn fill(&mut self, context: &Context<'_>) {
        if let Some(found) = self.filter.found() {
            self.rows = Rows::found(found, context.library);
        } else {
            let mut places = self.places(context);
            self.filter.narrow(&mut places, context);
            self.arrange(&mut places, context.library);
            self.rows = Rows::listed(&places, &self.unfolded, context.library);
        }
        self.count_unread(context);
    }

    /// The places of what belongs here, with what did when it was entered.
    fn places(&mut self, context: &Context<'_>) -> Vec<u32> {
        if matches!(self.scope, Scope::Search(_)) && !self.filter.is_understood() {
            return Vec::new();
        }
        if !self.scope.is_changing() {
            return self.scope.places(context.library, context.marks);
        }
        let is_held = self.scope.holding(context.library, context.marks);
        let mut places = Vec::new();
        for (place, brief) in (0_u32..).zip(context.library.briefs()) {
            if is_held(brief, context.marks.get(&brief.id)) {
                self.kept.insert(brief.id.clone());
            }
            if self.kept.contains(&brief.id) {
                places.push(place);
            }
        }
        places
    }

    /// Counts what is left to read, as after a mark.
    pub(in crate::app) fn count_unread(&mut self, context: &Context<'_>) {
        let briefs = self.briefs(context.library);
        self.unread = briefs.filter(|(_, brief)| !context.marks.is_read(&brief.id)).count();
    }

    /// How many main stories in the list are not read.
    pub(in crate::app) fn unread(&self) -> usize {
        self.unread
    }

    /// Puts places in order; the library's own order is newest first.
    fn arrange(&self, places: &mut [u32], library: &Snapshot) {
        let brief = |place: u32| library.briefs().get(place as usize);
        match self.sort {
            ArticleSort::Newest => {}
            ArticleSort::Oldest => places.reverse(),
            ArticleSort::Title => {
                places.sort_by_cached_key(|&place| brief(place).map(|brief| fold(&brief.title)));
            }
            ArticleSort::Source => places.sort_by_cached_key(|&place| {
                brief(place).map(|brief| fold(brief.source.as_deref().unwrap_or("\u{10ffff}")))
            }),
        }
    }

    /// The brief under the cursor; on a fold, its parent.
    pub(in crate::app) fn brief<'a>(&self, library: &'a Snapshot) -> Option<&'a Arc<Brief>> {
        self.rows.brief(self.cursor.at(), library)
    }

    /// Puts the cursor on a brief; returns whether it is in the list. A copy or a related story
    /// is in it where its fold is open.
    pub(in crate::app) fn select(&mut self, id: &BriefId, library: &Snapshot) -> bool {
        let found = self.rows.of(id, library);
        if let Some(row) = found {
            self.cursor.place(row);
        }
        found.is_some()
    }

    /// Opens the fold of a main story.
    pub(in crate::app) fn unfold(&mut self, parent: &BriefId, context: &Context<'_>) {
        if self.unfolded.insert(parent.clone()) {
            self.rebuild(context);
        }
    }

    /// Main stories in the list, each with its row.
    pub(in crate::app) fn briefs<'a>(
        &'a self,
        library: &'a Snapshot,
    ) -> impl DoubleEndedIterator<Item = (usize, &'a Arc<Brief>)> {
        self.rows.main(library)
    }

    /// Whether nothing is in the list.
    pub(in crate::app) fn is_empty(&self) -> bool {
        self.rows.len() == 0
    }

    /// Where the cursor is among the main stories, or the hits: its number from 1, and how many there are.
    pub(in crate::app) fn place(&self) -> (usize, usize) {
        match self.hits() {
            Some(count) => ((self.cursor.at() + 1).saturating_sub(self.rows.notes()), count),
            None => self.rows.place(self.cursor.at()),
        }
    }

    /// How many hits there are of what was searched for in the texts, those included that are not in the list yet.
    pub(in crate::app) fn hits(&self) -> Option<usize> {
        Some(self.filter.found()?.count.saturating_sub(self.rows.left_out()))
    }

    /// How many of the hits hold only what is much like the words that were typed.
    pub(in crate::app) fn near_hits(&self) -> usize {
        self.filter.found().map_or(0, |found| found.near.saturating_sub(self.rows.near_left_out()))
    }

    /// What the hit under the cursor was found by.
    pub(in crate::app) fn sought(&self) -> Option<&Arc<Query>> {
        self.filter.found()?.sought(self.hit()?.reach)
    }

    /// What the note is about in which the hit under the cursor was found.
    pub(in crate::app) fn noted(&self) -> Option<&Subject> {
        self.hit()?.note.as_ref()
    }

    /// The hit under the cursor.
    fn hit(&self) -> Option<&Hit> {
        let Row::Hit(number) = self.rows.get(self.cursor.at())? else { return None };
        self.filter.found()?.hits.get(number)
    }

    /// Whether more hits would better be at hand: the cursor comes near the end of those that are.
    pub(in crate::app) fn wants_more(&self) -> bool {
        self.filter.lacks_hits()
            && self.cursor.at() + usize::from(self.area.height) >= self.rows.len()
    }

    /// Moves the cursor; returns whether it moved.
    pub(in crate::app) fn step(&mut self, motion: Motion) -> bool {
        self.cursor.step(motion, self.rows.len(), |_| true)
    }

    /// Moves to the next article (or the previous one), past folds; returns whether it moved.
    pub(in crate::app) fn step_article(&mut self, onward: bool, count: usize) -> bool {
        let rows = &self.rows;
        let is_story =
            |row: &usize| (rows.notes()..rows.len()).contains(row) && !rows.is_fold(*row);
        let here = self.cursor.at();
        let found = if onward {
            (here + 1..rows.len()).filter(is_story).take(count.max(1)).last()
        } else {
            (0..here).rev().filter(is_story).take(count.max(1)).last()
        };
        if let Some(row) = found {
            self.cursor.place(row);
        }
        found.is_some()
    }

    /// Puts the cursor on the first brief that was found; notes on countries stand above it.
    pub(in crate::app) fn place_at_first(&mut self) {
        self.cursor.place(self.rows.notes().min(self.rows.len().saturating_sub(1)));
    }

    /// Puts the cursor on a row.
    pub(in crate::app) fn place_at(&mut self, row: usize) {
        self.cursor.place(row);
    }

    /// The row of the cursor.
    pub(in crate::app) fn at(&self) -> usize {
        self.cursor.at()
    }

    /// Opens what the cursor is on.
    pub(in crate::app) fn open(&mut self, context: &Context<'_>) -> Opened {
        if let Some(country) = self.rows.note(self.cursor.at()) {
            return Opened::Country(country);
        }
        let Some(brief) = self.brief(context.library).cloned() else { return Opened::Nothing };
        if !self.rows.is_fold(self.cursor.at()) {
            return Opened::Brief(brief.id.clone());
        }
        let at = self.cursor.at();
        if !self.unfolded.remove(&brief.id) {
            self.unfolded.insert(brief.id.clone());
        }
        self.rebuild(context);
        self.cursor.place(at);
        Opened::Fold
    }

    /// A click on a row of the screen.
    pub(in crate::app) fn click(&mut self, y: u16, context: &Context<'_>) -> Click {
        let (rows, columns) = (&self.rows, self.area.width);
        let line = y.saturating_sub(self.area.y);
        self.cursor.click(line, rows.len(), |row| rows.height(row, columns, context), |_| true)
    }

    /// Fits the pane to its rectangle.
    pub(in crate::app) fn fit(&mut self, area: Rect, context: &Context<'_>) {
        self.area = area;
        let rows = &self.rows;
        let height = usize::from(area.height);
        self.cursor.fit(rows.len(), height, |row| rows.height(row, area.width, context));
    }

    /// Paints the pane.
    pub(in crate::app) fn render(
        &self,
        canvas: &mut Canvas<'_>,
        context: &Context<'_>,
        focus: bool,
    ) {
        let area = self.area;
        let mut y = area.top();
        for index in self.cursor.in_sight(self.rows.len()) {
            let rows = self.rows.height(index, area.width, context);
            let rows = u16::try_from(rows).unwrap_or(1);
            if y >= area.bottom() {
                break;
            }
            let place = Rect::new(area.x, y, area.width, rows.min(area.bottom() - y));
            self.row(canvas, context, index, place);
            if index == self.cursor.at() {
                let from = place.x + 1;
                let row = Rect { x: from, width: place.width.saturating_sub(1), ..place };
                canvas.cursor(row, story::cursor_columns(context, place), focus);
            }
            y += rows;
        }
    }

    /// One row.
    fn row(&self, canvas: &mut Canvas<'_>, context: &Context<'_>, index: usize, place: Rect) {
        let found = self.filter.found();
        if let Some(Row::Note(number)) = self.rows.get(index) {
            if let Some(note) = found.and_then(|found| found.notes.get(number)) {
                hit::paint_note(canvas, context, note, place);
            }
            return;
        }
        let Some((row, brief)) = self.rows.get(index).zip(self.rows.brief(index, context.library))
        else {
            return;
        };
        let is_folded = matches!(row, Row::Copy(..) | Row::Related(..));
        match row {
            Row::Fold(_) => self.fold(canvas, context, brief, place),
            Row::Hit(number) => {
                if let Some(hit) = found.and_then(|found| found.hits.get(number)) {
                    hit::paint(canvas, context, brief, (hit, self.filter.asks_for_days()), place);
                }
            }
            Row::Note(_) => {}
            _ if place.width >= story::ONE_LINE_FROM => {
                let _is_all = story::line(canvas, context, brief, place, is_folded);
            }
            _ => story::block(canvas, context, brief, place, is_folded),
        }
    }

    /// The line for copies and related stories: "2 copies · 3 related stories".
    fn fold(&self, canvas: &mut Canvas<'_>, context: &Context<'_>, brief: &Brief, place: Rect) {
        let related = context.library.related(&brief.id).len();
        let copies = context.library.copies(&brief.id).len();
        let parts = [("copies-folded", copies), ("related-folded", related)];
        let parts = parts.into_iter().filter(|(_, count)| *count > 0);
        let parts: Vec<String> =
            parts.map(|(key, count)| context.count(key, count).as_str().to_owned()).collect();
        let list = parts.join(&format!(" {} ", context.glyphs.dot));
        let text = if self.unfolded.contains(&brief.id) {
            context.words.with("fold-shown", &[("list", Argument::Text(list))])
        } else {
            list
        };
        let x = story::title_column(context, place);
        let taken = canvas.sign(x, place.y, canvas.glyphs.branch, Face::Dim);
        let room = place.right().saturating_sub(x + 2);
        canvas.put(x + taken + 1, place.y, room, &Safe::new(&text), Face::Dim);
    }
}
