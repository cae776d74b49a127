//! `chancery search`: the briefs that hold the words of a query, best first, with the place.

use std::sync::Arc;

use super::failure::Failure;
use super::options::{SearchOptions, TableFormat};
use super::output::{Output, Style};
use super::records::{DateRecord, HitRecord};
use super::session::{Outcome, Session};
use super::shown;
use super::table::{self, Column, Row};
use crate::library::Hit;
use crate::text::Safe;

pub(super) fn run(session: &mut Session, options: &SearchOptions) -> Result<Outcome, Failure> {
    let library = session.library()?;
    let hits = library.keeper.shelf().find(&library.snapshot, &options.query.join(" "))?;
    if hits.is_empty() {
        return Ok(session.nothing());
    }
    let format = options.table.format;
    if format == TableFormat::Text {
        for hit in &hits {
            let dated = shown::date(&hit.brief, session);
            let title = shown::title(&hit.brief, &Arc::clone(&session.words));
            write_hit(&mut session.output, hit, &dated, &title)?;
        }
        return Ok(Outcome::Found);
    }
    let columns = columns(session);
    let rows: Vec<Row<HitRecord>> = hits.iter().map(|hit| row(hit, session)).collect();
    table::write(&mut session.output, format, &columns, &rows)?;
    Ok(Outcome::Found)
}

/// A line on the brief and one on the place.
fn write_hit(output: &mut Output, hit: &Hit, dated: &str, title: &str) -> Result<(), Failure> {
    let plain = |text: &str| (Safe::new(text), Style::Plain);
    let brief = &hit.brief;
    output.line(&[
        (Safe::new(title), Style::Bold),
        plain("  "),
        plain(dated),
        plain("  "),
        plain(&shown::codes(brief)),
        plain("  "),
        (Safe::new(brief.file.as_str()), Style::Faint),
    ])?;
    let mut parts = vec![plain("    ")];
    let mut at = 0;
    for range in &hit.highlights {
        parts.push(plain(hit.snippet.get(at..range.start).unwrap_or_default()));
        let found = hit.snippet.get(range.clone()).unwrap_or_default();
        parts.push((Safe::new(found), Style::Bold));
        at = range.end;
    }
    parts.push(plain(hit.snippet.get(at..).unwrap_or_default()));
    Ok(output.line(&parts)?)
}

fn columns(session: &Session) -> [Column; 5] {
    let heading = |key: &str| session.words.text(key);
    [
        Column::new(&heading("export-date"), 12),
        Column::new(&heading("export-countries"), 14),
        Column::new(&heading("cli-column-title"), 64),
        Column::new(&heading("cli-column-place"), 160),
        Column::new(&heading("export-file"), 32),
    ]
}

fn row(hit: &Hit, session: &Session) -> Row<HitRecord> {
    let brief = &hit.brief;
    let cells = vec![
        shown::date(brief, session),
        shown::codes(brief),
        shown::title(brief, &session.words),
        hit.snippet.clone(),
        brief.file.to_string(),
    ];
    let record = HitRecord {
        id: brief.id.clone(),
        file: brief.file.clone(),
        title: brief.title.clone(),
        date: brief.date.map(DateRecord::from),
        countries: brief.countries.clone(),
        score: hit.score,
        snippet: hit.snippet.clone(),
        highlights: hit.highlights.iter().map(|range| [range.start, range.end]).collect(),
    };
    Row { record, cells }
}
