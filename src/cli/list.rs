//! `chancery list`: the briefs, newest first, each followed by its related stories and its copies.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::failure::Failure;
use super::mistakes;
use super::options::ListOptions;
use super::records::BriefRecord;
use super::session::{self, Library, Outcome, Session};
use super::shown;
use super::table::{self, Column, Row};
use crate::library::Snapshot;
use crate::model::{Brief, BriefId, CountryCode, PartialDate};
use crate::search::Query;
use crate::search::query::{Line, Term, TextField};

pub(super) fn run(session: &mut Session, options: &ListOptions) -> Result<Outcome, Failure> {
    let since = options.since.as_deref().map(|day| session::date("--since", day)).transpose()?;
    let country = options.country.as_deref().map(session::country).transpose()?;
    let library = session.library()?;
    let typed = options.query.join(" ");
    let query = library.keeper.shelf().query(&typed, session.today);
    mistakes::explain(&typed, &query, &session.words)?;
    let found = Found::of(&query, &library)?;
    let wanted = Wanted { country, since, options, query, found };
    let rows: Vec<Row<BriefRecord>> = stories(&library.snapshot)
        .filter(|brief| wanted.holds(brief, &library.snapshot))
        .map(|brief| row(brief, session, &library.snapshot))
        .collect();
    let columns = columns(session);
    table::write(&mut session.output, options.table.format, &columns, &rows)?;
    if rows.is_empty() { Ok(session.nothing()) } else { Ok(Outcome::Found) }
}

/// What is to be listed.
struct Wanted<'a> {
    country: Option<CountryCode>,
    since: Option<PartialDate>,
    options: &'a ListOptions,
    query: Query,
    found: Found,
}

/// The briefs that hold each term of a query, by its place there.
struct Found(HashMap<Range<usize>, HashSet<BriefId>>);

impl Wanted<'_> {
    fn holds(&self, brief: &Brief, library: &Snapshot) -> bool {
        let is_unread = brief.parent.is_none() && !library.marks.is_read(&brief.id);
        let is_since = |since: PartialDate| {
            library.sort_day(brief).is_some_and(|day| day.last_day() >= since.first_day())
        };
        self.country.is_none_or(|country| brief.countries.contains(&country))
            && (!self.options.unread || is_unread)
            && (!self.options.starred || library.marks.is_starred(&brief.id))
            && self.since.is_none_or(is_since)
            && self.answers(brief, library)
    }

    /// Whether a brief answers the query.
    fn answers(&self, brief: &Brief, library: &Snapshot) -> bool {
        self.query.root.holds(&mut |term| self.found.holds(term, brief), &mut |filter| {
            library.meets(filter, brief, &library.marks)
        })
    }
}

impl Found {
    /// Looks every term up; without words no file is opened.
    fn of(query: &Query, library: &Library) -> Result<Self, Failure> {
        let mut found = HashMap::new();
        for term in query.root.terms() {
            if term.field == Some(TextField::Title) {
                continue;
            }
            let words = format!("\"{}\"", term.words.join(" "));
            let hits = library.keeper.shelf().find(&library.snapshot, &words)?;
            let ids = hits.into_iter().map(|hit| hit.brief.id.clone()).collect();
            found.insert(term.place.clone(), ids);
        }
        Ok(Self(found))
    }

    fn holds(&self, term: &Term, brief: &Brief) -> bool {
        match self.0.get(&term.place) {
            Some(ids) => ids.contains(&brief.id),
            None => Line::new(&brief.title).holds(term),
        }
    }
}

/// All stories, copies and related ones behind those they belong to.
fn stories(library: &Snapshot) -> impl Iterator<Item = &Arc<Brief>> {
    library
        .main_stories()
        .flat_map(|brief| std::iter::once(brief).chain(library.related(&brief.id)))
}

fn columns(session: &Session) -> [Column; 6] {
    let heading = |key: &str| session.words.text(key);
    [
        Column::new("", 2),
        Column::new(&heading("export-date"), session.words.list_date_width() + 1),
        Column::new(&heading("export-countries"), 14),
        Column::new(&heading("cli-column-title"), 64).sharing(2),
        Column::new(&heading("export-source"), 14).spare(),
        Column::new(&heading("export-file"), 32).path().sharing(1),
    ]
}

fn row(brief: &Brief, session: &Session, library: &Snapshot) -> Row<BriefRecord> {
    let is_related = brief.parent.is_some();
    let unread = if is_related || library.marks.is_read(&brief.id) { " " } else { "•" };
    let starred = if library.marks.is_starred(&brief.id) { "★" } else { "" };
    let is_copy = library.head_of(&brief.id).is_some();
    let title = shown::title(brief, &session.words);
    let file = brief.file.as_str();
    let cells = vec![
        format!("{unread}{starred}"),
        shown::date(brief, session),
        shown::codes(brief),
        if is_related {
            format!("  + {title}")
        } else if is_copy {
            format!("  = {title}")
        } else {
            title
        },
        brief.source.clone().unwrap_or_default(),
        if brief.part > 0 { format!("{file}#{}", brief.part) } else { file.to_owned() },
    ];
    Row { record: BriefRecord::new(brief, library), cells }
}
