//! The left pane: views on top, then my countries, the others, organisations, what needs a look.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::list::{Click, Cursor, Motion};
use crate::app::paint::Canvas;
use crate::app::saved::{Counted, SearchId};
use crate::app::scope::Scope;
use crate::app::theme::Face;
use crate::config::CountrySort;
use crate::model::{Brief, CountryCode, Mark, PartialDate};
use crate::text::{Safe, fold};

/// The list of countries and views.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct CountriesPane {
    rows: Vec<Row>,
    cursor: Cursor,
    area: Rect,
    /// Columns of the two numbers.
    digits: (usize, usize),
    selected: Scope,
    /// Whether the cursor went on from the country whose articles are shown.
    pub(in crate::app) is_ahead: bool,
    /// Only countries whose name holds this are shown.
    pub(in crate::app) filter: String,
    /// The order within each part.
    pub(in crate::app) sort: CountrySort,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Row {
    /// The name of a part, as a message key.
    Heading(&'static str),
    /// Something to open.
    Scope(Entry),
}

/// Something to open, with its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    scope: Scope,
    name: Safe,
    briefs: usize,
    unread: usize,
    newest: Option<PartialDate>,
}

/// Columns that show the cursor behind its sign: a blank, and what most names take.
const CURSOR_COLUMNS: u16 = 15;

/// The parts of the list, in their order.
const PARTS: [&str; 6] =
    ["part-views", "part-searches", "part-desk", "part-others", "part-organisations", "part-check"];

impl CountriesPane {
    /// An empty list in an order.
    pub(in crate::app) fn new(sort: CountrySort) -> Self {
        Self { sort, ..Self::default() }
    }

    /// What the cursor is on.
    pub(in crate::app) fn selected(&self) -> Scope {
        self.selected
    }

    /// Puts the cursor on a scope, dropping a filter that would hide it.
    pub(in crate::app) fn select(&mut self, scope: Scope, context: &Context<'_>) {
        self.selected = scope;
        if !self.filter.is_empty() && self.row_of(scope).is_none() {
            self.filter.clear();
        }
        self.rebuild(context);
    }

    /// Makes the rows anew, the cursor staying on its scope.
    pub(in crate::app) fn rebuild(&mut self, context: &Context<'_>) {
        // Each brief's mark is looked up once; counting is then a walk through arrays.
        let briefs = context.library.briefs().iter();
        let marks: Vec<Option<&Mark>> = briefs.map(|brief| context.marks.get(&brief.id)).collect();
        let entry = |scope| entry(scope, &marks, context);
        let mut parts: BTreeMap<&str, Vec<Entry>> = BTreeMap::new();
        for scope in [Scope::All, Scope::Unread, Scope::Starred] {
            parts.entry("part-views").or_default().push(entry(scope));
        }
        let searches = context.searches.iter().map(|search| searched(search, context));
        parts.entry("part-searches").or_default().extend(searches);
        for &code in context.library.countries().keys() {
            let part = Self::part(code, context);
            parts.entry(part).or_default().push(entry(Scope::Country(code)));
        }
        for scope in [Scope::NoCountry, Scope::NoDate] {
            let entry = entry(scope);
            if entry.briefs > 0 {
                parts.entry("part-check").or_default().push(entry);
            }
        }
        let wanted = fold(&self.filter);
        let digits = |number: usize| number.to_string().len();
        self.digits = (digits(marks.len()).max(2), digits(marks.len()).max(2));
        self.rows.clear();
        for heading in PARTS {
            let mut entries = parts.remove(heading).unwrap_or_default();
            entries.retain(|entry| matches(entry, &wanted));
            if !matches!(heading, "part-views" | "part-searches" | "part-check") {
                self.arrange(&mut entries, heading == "part-desk", context);
            }
            if !entries.is_empty() {
                self.rows.push(Row::Heading(heading));
                self.rows.extend(entries.into_iter().map(Row::Scope));
            }
        }
        let place = self.row_of(self.selected).or_else(|| self.first_scope());
        self.cursor.place(place.unwrap_or(0));
        self.follow_cursor();
    }

    /// The part of the list a country belongs to.
    fn part(code: CountryCode, context: &Context<'_>) -> &'static str {
        if context.settings.desk.contains(&code) {
            "part-desk"
        } else if code.is_organisation() {
            "part-organisations"
        } else {
            "part-others"
        }
    }

    /// Puts the entries of a part in order; my countries keep the order they were given in, unless
    /// another one was asked for.
    fn arrange(&self, entries: &mut [Entry], desk: bool, context: &Context<'_>) {
        entries.sort_by_cached_key(|entry| fold(entry.name.as_str()));
        match self.sort {
            CountrySort::Name if desk => entries.sort_by_key(|entry| {
                let code = entry.scope.country();
                context.settings.desk.iter().position(|mine| Some(*mine) == code)
            }),
            CountrySort::Name => {}
            CountrySort::Count => entries.sort_by_key(|entry| Reverse(entry.briefs)),
            CountrySort::Newest => entries.sort_by_key(|entry| Reverse(entry.newest)),
        }
        // A country that is in nearly every brief is hardly ever what is looked for.
        let home = context.settings.home;
        entries.sort_by_key(|entry| home.is_some() && entry.scope.country() == home);
    }

    /// The row of a scope.
    fn row_of(&self, scope: Scope) -> Option<usize> {
        self.rows.iter().position(|row| matches!(row, Row::Scope(entry) if entry.scope == scope))
    }

    /// The first row to rest on: of a filtered list the first country, not a view.
    fn first_scope(&self) -> Option<usize> {
        self.rows.iter().position(|row| matches!(row, Row::Scope(_)))
    }

    /// Takes the selection from the cursor.
    fn follow_cursor(&mut self) {
        if let Some(Row::Scope(entry)) = self.rows.get(self.cursor.at()) {
            self.selected = entry.scope;
        }
    }

    /// Moves the cursor; returns whether it moved.
    pub(in crate::app) fn step(&mut self, motion: Motion) -> bool {
        let rows = &self.rows;
        let rests = |row: usize| matches!(rows.get(row), Some(Row::Scope(_)));
        let moved = self.cursor.step(motion, rows.len(), rests);
        self.follow_cursor();
        moved
    }

    /// A click on a row of the screen.
    pub(in crate::app) fn click(&mut self, y: u16) -> Click {
        let rows = &self.rows;
        let rests = |row: usize| matches!(rows.get(row), Some(Row::Scope(_)));
        let line = y.saturating_sub(self.area.y);
        let click = self.cursor.click(line, rows.len(), |_| 1, rests);
        self.follow_cursor();
        click
    }

    /// Fits the pane to its rectangle.
    pub(in crate::app) fn fit(&mut self, area: Rect) {
        self.area = area;
        self.cursor.fit(self.rows.len(), usize::from(area.height), |_| 1);
    }

    /// Paints the pane.
    pub(in crate::app) fn render(
        &self,
        canvas: &mut Canvas<'_>,
        context: &Context<'_>,
        focus: bool,
    ) {
        let area = self.area;
        for (row, y) in self.cursor.in_sight(self.rows.len()).zip(area.top()..area.bottom()) {
            match self.rows.get(row) {
                Some(Row::Heading(key)) => {
                    self.heading(canvas, context, key, y, row == 0 || y == area.top());
                }
                Some(Row::Scope(entry)) => {
                    let here = row == self.cursor.at();
                    self.entry(canvas, entry, y, here.then_some(focus));
                }
                None => {}
            }
        }
        if self.rows.is_empty() {
            canvas.put(area.x + 1, area.y, area.width, &context.say("empty-filter"), Face::Dim);
        }
    }

    /// One heading; the topmost one names the columns of numbers.
    fn heading(
        &self,
        canvas: &mut Canvas<'_>,
        context: &Context<'_>,
        key: &str,
        y: u16,
        top: bool,
    ) {
        let area = self.area;
        canvas.put(area.x, y, area.width, &context.say(key), Face::Heading);
        if top {
            let columns = Safe::new(&format!(
                "{} {:>width$} ",
                context.words.text("column-briefs"),
                canvas.glyphs.unread,
                width = self.digits.1
            ));
            canvas.put_right(area.right(), y, &columns, Face::Dim);
        }
    }

    /// One country or view; `here` says whether the cursor is on it, and whether with the focus.
    fn entry(&self, canvas: &mut Canvas<'_>, entry: &Entry, y: u16, here: Option<bool>) {
        let area = self.area;
        let (briefs, unread) = (entry.briefs.to_string(), entry.unread.to_string());
        let unread_text = if entry.unread == 0 { canvas.glyphs.none } else { &unread };
        let (wide, narrow) = self.digits;
        let numbers = Safe::new(&format!("{briefs:>wide$} {unread_text:>narrow$} "));
        let taken = u16::try_from(wide + narrow + 3).unwrap_or(u16::MAX);
        let room = area.width.saturating_sub(2 + taken);
        let face = if entry.unread > 0 { Face::Unread } else { Face::Text };
        canvas.put(area.x + 2, y, room, &entry.name, face);
        canvas.put_right(area.right(), y, &numbers, face);
        if let Some(focus) = here {
            canvas.cursor(Rect { y, ..area }, CURSOR_COLUMNS, focus);
        }
    }
}

/// A saved search with what it held when it was last counted.
fn searched(search: &Counted, context: &Context<'_>) -> Entry {
    let scope = Scope::Search(SearchId::new(&search.key));
    let (briefs, unread) = search.briefs.unwrap_or_default();
    Entry { scope, name: context.scope(scope), briefs, unread, newest: None }
}

/// Counts what a scope holds; `marks` are those of all main stories, in their order.
fn entry(scope: Scope, marks: &[Option<&Mark>], context: &Context<'_>) -> Entry {
    let library = context.library;
    let name = context.scope(scope);
    let mut entry = Entry { scope, name, briefs: 0, unread: 0, newest: None };
    let mut count = |(brief, mark): (&Arc<Brief>, Option<&Mark>)| {
        // Newest first: the first one counted is the newest.
        if entry.briefs == 0 {
            entry.newest = library.sort_day(brief);
        }
        entry.briefs += 1;
        entry.unread += usize::from(!mark.is_some_and(|mark| mark.read));
    };
    if let Scope::Country(code) = scope {
        let places = library.countries().get(&code).map_or(&[][..], Vec::as_slice);
        let at = |place: usize| library.briefs().get(place).zip(marks.get(place).copied());
        places.iter().filter_map(|&place| at(place as usize)).for_each(count);
    } else {
        let all = library.briefs().iter().zip(marks.iter().copied());
        let is_held = scope.holding(library, context.marks);
        all.filter(|(brief, mark)| is_held(brief, *mark)).for_each(&mut count);
    }
    entry
}

/// Whether an entry stays under a filter, given folded.
fn matches(entry: &Entry, wanted: &str) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let code = entry.scope.country().map(|code| fold(code.as_str()));
    fold(entry.name.as_str()).contains(wanted) || code.is_some_and(|code| code == wanted)
}
