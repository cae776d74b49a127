//! `chancery search`: the briefs that hold the words of a query, best first, with the place.
//!
//! Answers from the index as it is, and says how old that is: only a query that asks for more than words has the catalogue
//! read, and no brief is.

use std::cell::LazyCell;
use std::ops::Range;
use std::sync::Arc;
use std::time::Instant;

use super::failure::Failure;
use super::full_text;
use super::mistakes;
use super::notes;
use super::options::{SearchOptions, Sorting, TableFormat};
use super::output::{Style, complain};
use super::records::{DateRecord, HitRecord};
use super::saved;
use super::session::{Outcome, Session};
use super::shown;
use super::table::{self, Column, Row};
use crate::library::{Findings, FullText, Hit, Keeper, Ledger, NoteHit, Request, Shelf};
use crate::model::{Argument, Moment, Subject};
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
        notes: &notes::read_if_any(session),
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
    write(&findings, format, session)?;
    if findings.is_empty() { Ok(session.nothing()) } else { Ok(Outcome::Found) }
}

/// Says on standard error how many there are, and how old the index is.
fn tell(findings: &Findings, text: &FullText, start: Instant, session: &Session) {
    let words = &session.words;
    if !text.is_complete() {
        complain(&words.text("cli-index-partial"));
    }
    let number = |number: usize| Argument::from(number);
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

/// The notes on countries, then the briefs.
fn write(findings: &Findings, format: TableFormat, session: &mut Session) -> Result<(), Failure> {
    let Findings { hits, notes, .. } = findings;
    if format == TableFormat::Text {
        for note in notes {
            write_note(note, session)?;
        }
        for hit in hits {
            write_hit(hit, session)?;
        }
        return Ok(());
    }
    if hits.is_empty() && notes.is_empty() {
        return Ok(());
    }
    let columns = columns(session);
    let notes = notes.iter().map(|note| note_row(note, session));
    let rows: Vec<Row<HitRecord>> = notes.chain(hits.iter().map(|hit| row(hit, session))).collect();
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
    head.extend(remarks(hit.reach, hit.note.is_some(), session));
    session.output.line(&head)?;
    write_place(&hit.snippet, &hit.highlights, session)
}

/// A line on the country of a note and one on the place.
fn write_note(note: &NoteHit, session: &mut Session) -> Result<(), Failure> {
    let mut head = vec![(Safe::new(&session.words.country(note.country)), Style::Bold)];
    head.extend(remarks(note.reach, true, session));
    session.output.line(&head)?;
    write_place(&note.snippet, &note.highlights, session)
}

/// What is said behind a line: that it is a note that was found, and how far the query reached.
fn remarks(reach: Reach, in_note: bool, session: &Session) -> Vec<(Safe, Style)> {
    let near = match reach {
        Reach::Typed => None,
        Reach::Spelling => Some("cli-near-spelling"),
        Reach::Slip => Some("cli-near-slip"),
    };
    let keys = in_note.then_some("cli-in-note").into_iter().chain(near);
    let remark = |key| (Safe::new(&format!("  {}", session.words.text(key))), Style::Faint);
    keys.map(remark).collect()
}

/// The place, with what was found in it.
fn write_place(
    snippet: &str,
    highlights: &[Range<usize>],
    session: &mut Session,
) -> Result<(), Failure> {
    let plain = |text: &str| (Safe::new(text), Style::Plain);
    let mut parts = vec![plain("    ")];
    let mut at = 0;
    for range in highlights {
        parts.push(plain(snippet.get(at..range.start).unwrap_or_default()));
        let found = snippet.get(range.clone()).unwrap_or_default();
        parts.push((Safe::new(found), Style::Bold));
        at = range.end;
    }
    parts.push(plain(snippet.get(at..).unwrap_or_default()));
    Ok(session.output.line(&parts)?)
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
        id: Some(brief.id.clone()),
        file: Some(brief.file.clone()),
        title: brief.title.clone(),
        date: brief.date.map(DateRecord::from),
        countries: brief.countries.clone(),
        received: hit.received,
        nearness: nearness(hit.reach),
        note: hit.note.as_ref().map(Subject::kind),
        score: (f64::from(hit.score) * 100.0).round() / 100.0,
        snippet: hit.snippet.clone(),
        highlights: bytes(&hit.highlights),
    };
    Row { record, cells }
}

/// A note on a country, which is neither a brief nor of a day.
fn note_row(note: &NoteHit, session: &Session) -> Row<HitRecord> {
    let (code, country) = (note.country, session.words.country(note.country));
    let cells =
        vec![String::new(), code.to_string(), country.clone(), note.snippet.clone(), String::new()];
    let record = HitRecord {
        id: None,
        file: None,
        title: country,
        date: None,
        countries: vec![code],
        received: None,
        nearness: nearness(note.reach),
        note: Some(Subject::Country(code).kind()),
        score: 0.0,
        snippet: note.snippet.clone(),
        highlights: bytes(&note.highlights),
    };
    Row { record, cells }
}

fn nearness(reach: Reach) -> &'static str {
    match reach {
        Reach::Typed => "exact",
        Reach::Spelling => "spelling",
        Reach::Slip => "slip",
    }
}

fn bytes(ranges: &[Range<usize>]) -> Vec<[usize; 2]> {
    ranges.iter().map(|range| [range.start, range.end]).collect()
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
