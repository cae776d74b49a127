//! `chancery search`: the briefs that hold the words of a query, best first, with the place.
//!
//! Answers from the index as it is, and says how old that is: only a query that asks for more than words has the catalogue
//! read, and no brief is.

use std::cell::LazyCell;
use std::sync::Arc;
use std::time::Instant;

use super::failure::Failure;
use super::full_text;
use super::mistakes;
use super::options::{SearchOptions, Sorting, TableFormat};
use super::output::{Style, complain};
use super::records::{DateRecord, HitRecord};
use super::saved;
use super::session::{Outcome, Session};
use super::shown;
use super::table::{self, Column, Row};
use crate::library::{Findings, FullText, Hit, Keeper, Ledger, Request, Shelf};
use crate::model::{Argument, Moment};
use crate::search::index::{IndexError, Order};
use crate::search::query::{Node, Reach};
use crate::store::clock;
use crate::text::Safe;

/// Hits that a person is shown where no number is asked for.
const SHOWN: usize = 20;

pub(super) fn run(session: &mut Session, options: &SearchOptions) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let typed = saved::written_out(&options.query, session)?;
    let folders = &session.folders;
    let shelf = Shelf::new(folders.briefs.clone(), Arc::clone(&folders.supplement));
    let query = shelf.query(&typed, session.today);
    mistakes::explain(&typed, &query, &session.words)?;
    if query.root == Node::Everything {
        return Ok(session.nothing());
    }
    let state = session.folders.state.as_deref();
    let marks = if query.root.filters().is_empty() {
        Ledger::corrections(state)
    } else {
        Arc::clone(Ledger::open(state).marks())
    };
    let library = LazyCell::new(|| Arc::clone(Keeper::open(&session.folders).snapshot()));
    let format = options.table.format;
    let usual = if format == TableFormat::Text { SHOWN } else { usize::MAX };
    let request = Request {
        query: &query,
        marks: &marks,
        library: &|| Arc::clone(&*library),
        order: match options.sort {
            Sorting::Relevance => Order::Relevance,
            Sorting::Date => Order::Date,
        },
        limit: options.limit.unwrap_or(usual),
    };
    let text = full_text::open(session)?;
    let (findings, text) = match text.search(&request) {
        Err(IndexError::Damaged) => {
            let text = full_text::renewed(session)?;
            (text.search(&request)?, text)
        }
        findings => (findings?, text),
    };
    tell(&findings, &text, start, session);
    write(&findings.hits, format, session)?;
    if findings.count == 0 { Ok(session.nothing()) } else { Ok(Outcome::Found) }
}

/// Says on standard error how many there are, and how old the index is.
fn tell(findings: &Findings, text: &FullText, start: Instant, session: &Session) {
    let words = &session.words;
    if !text.is_complete() {
        complain(&words.text("cli-index-partial"));
    }
    let number = |number: usize| Argument::Number(i64::try_from(number).unwrap_or(i64::MAX));
    let milliseconds = usize::try_from(start.elapsed().as_millis()).unwrap_or(usize::MAX);
    let (unit, age) = age(text.checked(), clock::now());
    complain(&words.with(
        "cli-searched",
        &[
            ("count", number(findings.count)),
            ("shown", number(findings.hits.len())),
            ("near", number(findings.near)),
            ("milliseconds", number(milliseconds)),
            ("unit", Argument::Text(unit.to_owned())),
            ("age", Argument::Number(age)),
        ],
    ));
}

/// How long ago something was, in the largest unit of which it is one or more.
fn age(then: Option<Moment>, now: Moment) -> (&'static str, i64) {
    let Some(then) = then else { return ("now", 0) };
    let seconds = now.0.saturating_sub(then.0).max(0) / 1_000;
    match seconds {
        0..60 => ("seconds", seconds),
        60..3_600 => ("minutes", seconds / 60),
        3_600..86_400 => ("hours", seconds / 3_600),
        _ => ("days", seconds / 86_400),
    }
}

fn write(hits: &[Hit], format: TableFormat, session: &mut Session) -> Result<(), Failure> {
    if format == TableFormat::Text {
        for hit in hits {
            write_hit(hit, session)?;
        }
        return Ok(());
    }
    if hits.is_empty() {
        return Ok(());
    }
    let columns = columns(session);
    let rows: Vec<Row<HitRecord>> = hits.iter().map(|hit| row(hit, session)).collect();
    Ok(table::write(&mut session.output, format, &columns, &rows)?)
}

/// A line on the brief and one on the place.
fn write_hit(hit: &Hit, session: &mut Session) -> Result<(), Failure> {
    let plain = |text: &str| (Safe::new(text), Style::Plain);
    let brief = &hit.brief;
    let mut head = vec![
        (Safe::new(&shown::title(brief, &session.words)), Style::Bold),
        plain("  "),
        plain(&dated(hit, session)),
        plain("  "),
        plain(&shown::codes(brief)),
        plain("  "),
        (Safe::new(brief.file.as_str()), Style::Faint),
    ];
    let near = match hit.reach {
        Reach::Typed => None,
        Reach::Spelling => Some("cli-near-spelling"),
        Reach::Slip => Some("cli-near-slip"),
    };
    head.extend(
        near.map(|key| (Safe::new(&format!("  {}", session.words.text(key))), Style::Faint)),
    );
    let output = &mut session.output;
    output.line(&head)?;
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

/// The day of a brief: its date, else the day it was received, by which it was sorted.
fn dated(hit: &Hit, session: &Session) -> String {
    let Some(received) = hit.received else { return shown::date(&hit.brief, session) };
    let date = Argument::Text(shown::list_date(Some(received), session));
    session.words.with("cli-received", &[("date", date)])
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
        dated(hit, session),
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
        received: hit.received,
        nearness: match hit.reach {
            Reach::Typed => "exact",
            Reach::Spelling => "spelling",
            Reach::Slip => "slip",
        },
        score: (f64::from(hit.score) * 100.0).round() / 100.0,
        snippet: hit.snippet.clone(),
        highlights: hit.highlights.iter().map(|range| [range.start, range.end]).collect(),
    };
    Row { record, cells }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_has_one_unit() {
        let ago = |seconds: i64| age(Some(Moment(0)), Moment(seconds * 1_000));
        assert_eq!([ago(59), ago(60)], [("seconds", 59), ("minutes", 1)]);
        assert_eq!([ago(7_300), ago(172_801)], [("hours", 2), ("days", 2)]);
        assert_eq!(age(Some(Moment(9_000)), Moment(0)), ("seconds", 0));
    }
}
