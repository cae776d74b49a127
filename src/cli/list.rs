//! `chancery list`: the briefs, newest first, each followed by its related stories and its copies.

use std::collections::HashSet;
use std::sync::Arc;

use super::failure::Failure;
use super::options::ListOptions;
use super::records::BriefRecord;
use super::session::{self, Library, Outcome, Session};
use super::shown;
use super::table::{self, Column, Row};
use crate::library::Snapshot;
use crate::model::{Brief, BriefId, CountryCode, PartialDate};

pub(super) fn run(session: &mut Session, options: &ListOptions) -> Result<Outcome, Failure> {
    let since = options.since.as_deref().map(|day| session::date("--since", day)).transpose()?;
    let country = options.country.as_deref().map(|name| session.country(name)).transpose()?;
    let library = session.library()?;
    let found = found(&library, &options.query.join(" "))?;
    let wanted = Wanted { country, since, options, found };
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
    /// The briefs that hold the words of the query, where there is one.
    found: Option<HashSet<BriefId>>,
}

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
            && self.found.as_ref().is_none_or(|found| found.contains(&brief.id))
    }
}

/// The briefs that hold the words of a query; nothing where there are no words.
fn found(library: &Library, query: &str) -> Result<Option<HashSet<BriefId>>, Failure> {
    if query.trim().is_empty() {
        return Ok(None);
    }
    let hits = library.keeper.shelf().find(&library.snapshot, query)?;
    Ok(Some(hits.into_iter().map(|hit| hit.brief.id.clone()).collect()))
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
