//! An agenda as iCalendar (RFC 5545): one all-day event a line, with the cited sentences in its description.
//!
//! The same agenda gives the same bytes: stamps are the day of the agenda, not of the clock. An event of which only the month
//! is known covers the month, is transparent to free time, and says so in its title. One without a month has no place.

use std::collections::HashMap;

use super::Labels;
use super::{citing, page};
use crate::model::{
    Agenda, AgendaEvent, Brief, BriefId, FactStatus, Occasion, PartialDate, Precision,
};
use crate::text::Safe;

/// Octets of a line without its end (RFC 5545, 3.1).
const MOST_OCTETS: usize = 75;
/// Sentences that a description quotes.
const MOST_QUOTED: usize = 5;

/// The agenda as a calendar. `briefs` are those that it cites: their sources and markings go along.
pub fn calendar(agenda: &Agenda, briefs: &[&Brief], labels: &Labels<'_>) -> String {
    let briefs: HashMap<&BriefId, &Brief> =
        briefs.iter().map(|&brief| (&brief.id, brief)).collect();
    let mut out = Lines::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", concat!("-//Chancery//Chancery ", env!("CARGO_PKG_VERSION"), "//EN"));
    out.line("CALSCALE", "GREGORIAN");
    out.line("METHOD", "PUBLISH");
    for event in agenda.events().filter(|event| event.has_place()) {
        write(&mut out, agenda.as_of, event, &briefs, labels);
    }
    out.line("END", "VCALENDAR");
    out.0
}

fn write(
    out: &mut Lines,
    as_of: PartialDate,
    event: &AgendaEvent,
    briefs: &HashMap<&BriefId, &Brief>,
    labels: &Labels<'_>,
) {
    let cited = event.line.citations.iter().filter_map(|citation| briefs.get(&citation.id));
    let is_marked =
        cited.clone().any(|brief| brief.classification.is_some() || brief.embargo.is_some());
    let first = event.from.value.first_day();
    out.line("BEGIN", "VEVENT");
    out.line("UID", &format!("{:016x}-{}@chancery", event.key, basic(first)));
    out.line("DTSTAMP", &format!("{}T000000Z", basic(as_of)));
    out.line("DTSTART;VALUE=DATE", &basic(first));
    if let Some(end) = last_day(event).day_after() {
        out.line("DTEND;VALUE=DATE", &basic(end));
    }
    out.text("SUMMARY", &[labels.overview.event_title(event)]);
    if let Some(place) = event.place {
        out.text("LOCATION", &[(labels.country)(place)]);
    }
    let mut categories = vec![labels.overview.occasion(event.occasion)];
    categories.extend(event.line.countries.iter().map(|country| (labels.country)(*country)));
    out.text("CATEGORIES", &categories);
    out.line("STATUS", status(event));
    out.line("TRANSP", if is_of_a_day(event) { "OPAQUE" } else { "TRANSPARENT" });
    if is_marked {
        out.line("CLASS", "CONFIDENTIAL");
    }
    out.text("DESCRIPTION", &[description(event, briefs, labels)]);
    out.line("END", "VEVENT");
}

/// The last day that an event covers. An end that is only a year would cover days that nobody named.
fn last_day(event: &AgendaEvent) -> PartialDate {
    let until = event.until.filter(|until| until.precision() > Precision::Year);
    let from = event.from.value.last_day();
    until.map_or(from, |until| until.last_day().max(from))
}

/// Whether somebody is taken for the day: a horizon, or a month in which something happens, takes nobody's time.
fn is_of_a_day(event: &AgendaEvent) -> bool {
    event.from.value.precision() == Precision::Day
        && matches!(event.occasion, Occasion::Visit | Occasion::Meeting)
}

fn status(event: &AgendaEvent) -> &'static str {
    match event.line.status {
        Some(FactStatus::Cancelled) => "CANCELLED",
        Some(
            FactStatus::Planned | FactStatus::Requested | FactStatus::Target | FactStatus::Lapsed,
        ) => "TENTATIVE",
        _ => "CONFIRMED",
    }
}

/// The markings of the briefs, then the sentences with their sources and files.
fn description(
    event: &AgendaEvent,
    briefs: &HashMap<&BriefId, &Brief>,
    labels: &Labels<'_>,
) -> String {
    let mut lines: Vec<String> = Vec::new();
    for brief in event.line.citations.iter().filter_map(|citation| briefs.get(&citation.id)) {
        for marking in page::banner(brief, labels) {
            if !lines.iter().any(|line| line == marking.as_str()) {
                lines.push(marking.as_str().to_owned());
            }
        }
    }
    let cited = event.line.citations.iter().take(MOST_QUOTED);
    let notes = cited.map(|citation| {
        citing::note(citation, briefs.get(&citation.id).copied(), labels).as_str().to_owned()
    });
    lines.extend(notes);
    lines.join("\n")
}

/// A day without signs: `20250512`.
fn basic(date: PartialDate) -> String {
    date.first_day().to_string().replace('-', "")
}

/// Content lines, folded.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A property whose value needs no escapes.
    fn line(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            // The blank that opens a folded line is one of its octets.
            if octets + c.len_utf8() > MOST_OCTETS {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property whose values are outside text, parted by commas.
    fn text(&mut self, name: &str, values: &[String]) {
        let values: Vec<String> = values.iter().map(|value| escaped(value)).collect();
        self.line(name, &values.join(","));
    }
}

/// A value of the type TEXT (RFC 5545, 3.3.11); nothing in it acts on a terminal.
fn escaped(text: &str) -> String {
    let lines: Vec<String> =
        text.split('\n').map(|line| Safe::new(line).as_str().to_owned()).collect();
    let mut out = String::with_capacity(text.len());
    for c in lines.join("\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests;
