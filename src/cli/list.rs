//! `chancery list`: the briefs, newest first, each followed by its related stories and its copies.

use std::collections::HashSet;
use std::sync::Arc;

use super::failure::Failure;
use super::full_text;
use super::mistakes;
use super::notes;
use super::options::ListOptions;
use super::records::BriefRecord;
use super::saved;
use super::session::{self, Library, Outcome, Session};
use super::shown;
use super::table::{self, Column, Row};
use crate::library::{Request, Snapshot};
use crate::model::{Brief, CountryCode, PartialDate};
use crate::search::Query;
use crate::search::index::{Order, id_hash};

pub(super) fn run(session: &mut Session, options: &ListOptions) -> Result<Outcome, Failure> {
    let since = options.since.as_deref().map(|day| session::date("--since", day)).transpose()?;
    let country = options.country.as_deref().map(|name| session.country(name)).transpose()?;
    let library = session.library()?;
    let typed = saved::written_out(&options.query, session)?;
    let query = library.keeper.shelf().query(&typed, session.today);
    mistakes::explain(&typed, &query, &session.words)?;
    let found = found(&query, session, &library)?;
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
    found: Option<HashSet<u64>>,
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
            && self.answers(brief, library)
    }

    /// Whether a brief answers the query.
    fn answers(&self, brief: &Brief, library: &Snapshot) -> bool {
        match &self.found {
            Some(found) => found.contains(&id_hash(&brief.id)),
            None => self
                .query
                .root
                .holds(&mut |_| false, &mut |filter| library.meets(filter, brief, &library.marks)),
        }
    }
}

/// The briefs that answer a query with words, by the hashes of their ids; without words no index is needed.
fn found(
    query: &Query,
    session: &Session,
    library: &Library,
) -> Result<Option<HashSet<u64>>, Failure> {
    if !query.root.has_words() {
        return Ok(None);
    }
    let request = Request {
        query,
        notes: &notes::read_if_any(session),
        marks: &library.snapshot.marks,
        library: &|| Arc::clone(&library.snapshot),
        order: Order::Relevance,
        limit: 0,
    };
    Ok(Some(full_text::of_library(session, library)?.matching(&request)?))
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
