//! The middle pane: the briefs of a scope, related stories folded under their parent.

use std::sync::Arc;

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::list::{Cursor, Motion};
use crate::app::paint::Canvas;
use crate::app::scope::Scope;
use crate::app::theme::Face;
use crate::config::ArticleSort;
use crate::library::Snapshot;
use crate::model::{Argument, Brief, BriefId, IdSet};
use crate::text::{Safe, fold, width, wrap};

/// The list of articles.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct ArticlesPane {
    scope: Scope,
    rows: Vec<Row>,
    /// The rows of main stories, in order.
    main_rows: Vec<usize>,
    /// Main stories in the list that are not read.
    unread: usize,
    cursor: Cursor,
    area: Rect,
    /// Parents whose related stories are shown.
    unfolded: IdSet,
    /// Only briefs whose title or source holds these words are shown.
    pub(in crate::app) filter: String,
    /// The order of the list.
    pub(in crate::app) sort: ArticleSort,
}

/// One row; numbers are places in the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// A main story.
    Brief(u32),
    /// The line for a main story's related ones.
    Fold(u32),
    /// A related story, by its parent and its number.
    Related(u32, u32),
}

/// What Enter does on a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Opened {
    /// This brief wants to be read.
    Brief(BriefId),
    /// Related stories came out or went back.
    Fold,
    /// Nothing is there.
    Nothing,
}

/// From this width on an article takes one line, below it three.
const ONE_LINE_FROM: u16 = 50;

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
        self.rows.clear();
        self.cursor = Cursor::default();
        self.rebuild(context);
    }

    /// Makes the rows anew after the library changed, the cursor staying on its brief. What was in
    /// an unread list when it was opened stays until it is left.
    pub(in crate::app) fn refresh(&mut self, before: &Snapshot, context: &Context<'_>) {
        let cursor = self.brief(before).map(|brief| brief.id.clone());
        let on_fold = matches!(self.rows.get(self.cursor.at()), Some(Row::Fold(_)));
        let kept = self.kept(before);
        self.fill(&kept, context);
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
        let kept = self.kept(context.library);
        self.fill(&kept, context);
        match at {
            Some(id) => {
                self.select(&id, context.library);
            }
            None => self.cursor.place(0),
        }
    }

    /// Fills the rows.
    fn fill(&mut self, kept: &IdSet, context: &Context<'_>) {
        let library = context.library;
        let mut places = if kept.is_empty() {
            self.scope.places(library, context.marks)
        } else {
            let marks = context.marks;
            let holds = |brief: &Brief| {
                kept.contains(&brief.id) || self.scope.holds(brief, marks.get(&brief.id))
            };
            let all = (0_u32..).zip(library.briefs());
            all.filter(|(_, brief)| holds(brief)).map(|(place, _)| place).collect()
        };
        self.keep_matching(&mut places, library);
        self.arrange(&mut places, library);
        self.rows.clear();
        self.main_rows.clear();
        for place in places {
            let Some(brief) = library.briefs().get(place as usize) else { continue };
            self.main_rows.push(self.rows.len());
            self.rows.push(Row::Brief(place));
            let related = library.related(&brief.id).len();
            if related > 0 {
                self.rows.push(Row::Fold(place));
                if self.unfolded.contains(&brief.id) {
                    let many = u32::try_from(related).unwrap_or(u32::MAX);
                    self.rows.extend((0..many).map(|story| Row::Related(place, story)));
                }
            }
        }
        self.count_unread(context);
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

    /// Keeps the briefs whose title, source or file name holds each word of the filter.
    fn keep_matching(&self, places: &mut Vec<u32>, library: &Snapshot) {
        let filter = fold(&self.filter);
        let words: Vec<&str> = filter.split_whitespace().collect();
        if words.is_empty() {
            return;
        }
        places.retain(|&place| {
            library.briefs().get(place as usize).is_some_and(|brief| {
                let source = brief.source.as_deref().unwrap_or_default();
                let text = fold(&format!("{} {source} {}", brief.title, brief.file.file_name()));
                words.iter().all(|word| text.contains(word))
            })
        });
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

    /// What stays in a list that marks change, whatever was marked since it was opened.
    fn kept(&self, library: &Snapshot) -> IdSet {
        if !self.scope.is_changing() {
            return IdSet::default();
        }
        let id = |row: &Row| brief_of(*row, library).map(|brief| brief.id.clone());
        self.rows.iter().filter_map(id).collect()
    }

    /// The brief under the cursor; on a fold, its parent.
    pub(in crate::app) fn brief<'a>(&self, library: &'a Snapshot) -> Option<&'a Arc<Brief>> {
        brief_of(*self.rows.get(self.cursor.at())?, library)
    }

    /// Puts the cursor on a brief; returns whether it is in the list. A related story comes out of
    /// its fold.
    pub(in crate::app) fn select(&mut self, id: &BriefId, library: &Snapshot) -> bool {
        let is_it = |row: &Row| {
            let brief = (!matches!(row, Row::Fold(_))).then(|| brief_of(*row, library)).flatten();
            brief.is_some_and(|brief| &brief.id == id)
        };
        let found = self.rows.iter().position(is_it);
        if let Some(row) = found {
            self.cursor.place(row);
        }
        found.is_some()
    }

    /// Brings a related story out of its parent's fold.
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
        self.main_rows
            .iter()
            .filter_map(|&row| Some((row, brief_of(*self.rows.get(row)?, library)?)))
    }

    /// Where the cursor is among the main stories: its number from 1, and how many there are.
    pub(in crate::app) fn place(&self) -> (usize, usize) {
        let upto = self.main_rows.partition_point(|&row| row <= self.cursor.at());
        (upto, self.main_rows.len())
    }

    /// Moves the cursor; returns whether it moved.
    pub(in crate::app) fn step(&mut self, motion: Motion) -> bool {
        self.cursor.step(motion, self.rows.len(), |_| true)
    }

    /// Moves to the next article (or the previous one), past folds; returns whether it moved.
    pub(in crate::app) fn step_article(&mut self, onward: bool, count: usize) -> bool {
        let rows = &self.rows;
        let is_story = |row: &usize| !matches!(rows.get(*row), None | Some(Row::Fold(_)));
        let here = self.cursor.at();
        let nth = count.max(1) - 1;
        let found = if onward {
            (here + 1..rows.len()).filter(is_story).nth(nth)
        } else {
            (0..here).rev().filter(is_story).nth(nth)
        };
        if let Some(row) = found {
            self.cursor.place(row);
        }
        found.is_some()
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
        let Some(brief) = self.brief(context.library).cloned() else { return Opened::Nothing };
        if !matches!(self.rows.get(self.cursor.at()), Some(Row::Fold(_))) {
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

    /// Fits the pane to its rectangle.
    pub(in crate::app) fn fit(&mut self, area: Rect) {
        self.area = area;
        let rows = &self.rows;
        let rows_of = |row: usize| rows.get(row).map_or(1, |row| height(*row, area.width));
        self.cursor.fit(rows.len(), usize::from(area.height), rows_of);
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
            let Some(&row) = self.rows.get(index) else { break };
            let rows = u16::try_from(height(row, area.width)).unwrap_or(1);
            if y >= area.bottom() {
                break;
            }
            let place = Rect::new(area.x, y, area.width, rows.min(area.bottom() - y));
            self.row(canvas, context, row, place);
            if index == self.cursor.at() {
                canvas.sign(area.x + 1, y, canvas.glyphs.cursor, Face::Key);
                canvas.tint(context.cursor_row(area, y), Context::cursor_face(focus));
            }
            y += rows;
        }
    }

    /// One row.
    fn row(&self, canvas: &mut Canvas<'_>, context: &Context<'_>, row: Row, place: Rect) {
        let Some(brief) = brief_of(row, context.library) else { return };
        match row {
            Row::Fold(_) => self.fold(canvas, context, brief, place),
            Row::Brief(_) | Row::Related(..) if place.width >= ONE_LINE_FROM => {
                story_line(canvas, context, brief, place, matches!(row, Row::Related(..)));
            }
            Row::Brief(_) | Row::Related(..) => {
                story_block(canvas, context, brief, place, matches!(row, Row::Related(..)));
            }
        }
    }

    /// The line for related stories.
    fn fold(&self, canvas: &mut Canvas<'_>, context: &Context<'_>, brief: &Brief, place: Rect) {
        let count = context.library.related(&brief.id).len();
        let key =
            if self.unfolded.contains(&brief.id) { "related-shown" } else { "related-folded" };
        let x = title_column(context, place);
        let taken = canvas.sign(x, place.y, canvas.glyphs.branch, Face::Dim);
        let text = context.count(key, count);
        canvas.put(x + taken + 1, place.y, place.right().saturating_sub(x + 2), &text, Face::Dim);
    }
}

/// Rows a row takes on a pane of a width.
fn height(row: Row, columns: u16) -> usize {
    match row {
        Row::Brief(_) | Row::Related(..) if columns < ONE_LINE_FROM => 3,
        _ => 1,
    }
}

/// The brief of a row; of a fold, its parent.
fn brief_of(row: Row, library: &Snapshot) -> Option<&Arc<Brief>> {
    match row {
        Row::Brief(place) | Row::Fold(place) => library.briefs().get(place as usize),
        Row::Related(place, story) => {
            let parent = library.briefs().get(place as usize)?;
            library.related(&parent.id).get(story as usize)
        }
    }
}

/// Columns of the marks before a date or a title: cursor, star, unread.
const MARKS: u16 = 5;

/// The column where titles start: behind the date on one line, behind the marks on three.
fn title_column(context: &Context<'_>, place: Rect) -> u16 {
    let date = u16::try_from(context.words.list_date_width()).unwrap_or(11) + 2;
    place.x + MARKS + if place.width >= ONE_LINE_FROM { date } else { 0 }
}

/// The marks at the start of a row; returns the face of the title.
fn marks(canvas: &mut Canvas<'_>, context: &Context<'_>, brief: &Brief, place: Rect) -> Face {
    let unread = brief.part == 0 && !context.marks.is_read(&brief.id);
    if context.marks.is_starred(&brief.id) {
        canvas.sign(place.x + 2, place.y, canvas.glyphs.star, Face::Warning);
    }
    if unread {
        canvas.sign(place.x + 3, place.y, canvas.glyphs.unread, Face::Key);
    }
    if unread { Face::Unread } else { Face::Text }
}

/// A story on one line: marks, date, title, source, countries.
fn story_line(
    canvas: &mut Canvas<'_>,
    context: &Context<'_>,
    brief: &Brief,
    place: Rect,
    related: bool,
) {
    let face = marks(canvas, context, brief, place);
    if !related {
        let date = context.list_date(brief);
        let x = place.x + MARKS + u16::from(!date.starts_with('~'));
        let room = title_column(context, place).saturating_sub(x + 1);
        canvas.put(x, place.y, room, &Safe::new(&date), Face::Dim);
    }
    let x = title_column(context, place) + if related { 2 } else { 0 };
    let room = place.right().saturating_sub(x + 1);
    let wide = place.width >= 90;
    let aside = aside(context, brief, wide);
    let columns = |text: &Safe| u16::try_from(width::width(text.as_str())).unwrap_or(u16::MAX);
    let title = context.title(brief);
    let taken = columns(&aside);
    // On a narrow list the title goes first: a source is no use beside half a title.
    let least = if wide { 20 } else { columns(&title) };
    let aside_fits = taken > 0 && room > taken.saturating_add(2).saturating_add(least);
    let title_room = if aside_fits { room - taken - 2 } else { room };
    canvas.put(x, place.y, title_room, &title, face);
    if aside_fits {
        canvas.put_right(place.right() - 1, place.y, &aside, Face::Dim);
    }
}

/// A story on three lines: the title on two, then date, source and countries.
fn story_block(
    canvas: &mut Canvas<'_>,
    context: &Context<'_>,
    brief: &Brief,
    place: Rect,
    related: bool,
) {
    let face = marks(canvas, context, brief, place);
    let x = title_column(context, place) + if related { 2 } else { 0 };
    let room = place.right().saturating_sub(x + 1);
    let title = context.title(brief);
    let lines = wrap::wrap(title.as_str(), usize::from(room));
    let first = lines.first().cloned().unwrap_or_default();
    canvas.put(x, place.y, room, &title.slice(first), face);
    let mut y = place.y + 1;
    if let Some(second) = lines.get(1) {
        if y < place.bottom() {
            canvas.put(x, y, room, &title.slice(second.start..title.len()), face);
        }
        y += 1;
    }
    if y < place.bottom() {
        let mut line = if related { Safe::default() } else { Safe::new(&context.list_date(brief)) };
        let aside = aside(context, brief, true);
        if !line.is_empty() && !aside.is_empty() {
            line.push(&Safe::new(&format!(" {} ", context.glyphs.dot)));
        }
        line.push(&aside);
        canvas.put(x, y, room, &line, Face::Dim);
    }
}

/// Source, and where there is room the countries, or how many there are.
fn aside(context: &Context<'_>, brief: &Brief, wide: bool) -> Safe {
    let mut parts = Vec::new();
    if let Some(source) = &brief.source {
        let short = width::truncate(&Safe::new(source), if wide { 24 } else { 10 });
        parts.push(short.as_str().to_owned());
    }
    if brief.date.is_none()
        && let Some(day) = context.library.sort_day(brief)
    {
        let day = Argument::Text(context.words.list_date(day, context.today));
        parts.push(context.words.with("received", &[("day", day)]));
    }
    if wide && !brief.countries.is_empty() {
        let few = brief.countries.len() <= 4;
        parts.push(if few {
            Context::codes(brief)
        } else {
            context.count("countries-many", brief.countries.len()).as_str().to_owned()
        });
    }
    Safe::new(&parts.join(&format!(" {} ", context.glyphs.dot)))
}
