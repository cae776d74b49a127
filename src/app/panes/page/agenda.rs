//! What happens when, in rows: what is to come first, then what has just been.

use super::rows::{Row, Sources, flow};
use crate::app::context::Context;
use crate::app::theme::Face;
use crate::model::{Agenda, AgendaEvent, Argument, CountryCode, DateBasis};
use crate::text::{Safe, width, wrap};

/// Rows that one event takes at most: Enter shows the whole sentence.
const MOST_LINES: usize = 3;

/// All rows.
pub(super) fn rows(agenda: &Agenda, columns: usize, context: &Context<'_>) -> Vec<Row> {
    if agenda.is_empty() {
        let words = context.say("agenda-empty");
        let ranges = wrap::wrap(words.as_str(), columns);
        let lines = ranges.into_iter().map(|range| vec![(words.slice(range), Face::Text)]);
        return vec![Row::still(lines.collect())];
    }
    let sources = Sources::of(agenda.citations());
    let mut rows = vec![heading("agenda-coming", context)];
    if agenda.coming.is_empty() {
        let day = ("day", Argument::Text(context.words.date(agenda.as_of)));
        let words = context.say_with("agenda-nothing-coming", &[day]);
        rows.push(Row::still(vec![vec![(Safe::new(" "), Face::Dim), (words, Face::Dim)]]));
    }
    rows.extend(agenda.coming.iter().map(|event| entry(event, &sources, columns, context)));
    if !agenda.past.is_empty() {
        rows.push(heading("agenda-past", context));
    }
    rows.extend(agenda.past.iter().map(|event| entry(event, &sources, columns, context)));
    rows.push(Row::still(vec![Vec::new()]));
    rows.extend(sources.rows(context));
    rows
}

fn heading(key: &str, context: &Context<'_>) -> Row {
    Row::still(vec![vec![(context.say(key), Face::Heading)]])
}

/// One event: its first day, what kind it is, its last day, its words, its sources.
fn entry(event: &AgendaEvent, sources: &Sources, columns: usize, context: &Context<'_>) -> Row {
    let date_columns = context.words.list_date_width() + 2;
    let sign = if event.from.basis == DateBasis::Inferred { "~" } else { " " };
    let date = format!("{sign}{}", context.words.list_date(event.from.value, context.today));
    let date = width::pad_end(&Safe::new(&date), date_columns);
    let mut words = context.words.event(event);
    if let Some(until) = event.until {
        let until = Argument::Text(context.words.date(until));
        let until = context.words.with("agenda-to", &[("date", until)]);
        words = format!("({until}) {words}");
    }
    let words = Safe::new(&words);
    let codes: Vec<&str> = event.line.countries.iter().map(CountryCode::as_str).collect();
    let tail = Safe::new(&format!(" {} {}", codes.join(" "), sources.numbers(&event.line)));
    let room = columns.saturating_sub(date_columns).max(20);
    let mut lines = flow(&words, (&tail, Face::Dim), room, MOST_LINES, context);
    for (index, line) in lines.iter_mut().enumerate() {
        let blank = || Safe::new(" ").repeat(date_columns);
        let before = if index == 0 { date.clone() } else { blank() };
        line.insert(0, (before, Face::Dim));
    }
    let country = event.seen_from.or(event.line.countries.first().copied());
    Row { country, ..Row::saying(&event.line, lines) }
}
