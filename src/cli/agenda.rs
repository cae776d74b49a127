//! `chancery agenda`: what is announced and what has just been, every event with its sentence.
//!
//! A command of its own and no variant of `summary`: it is asked for by itself, most often to be put into a calendar, and its
//! records are events, not lines of a page.

use std::sync::Arc;

use serde::Serialize;

use super::failure::Failure;
use super::options::{AgendaFormat, AgendaOptions};
use super::records::DateRecord;
use super::session::{Outcome, Session, date};
use super::summary::find;
use crate::app::labels::with_labels;
use crate::export::{self, Format};
use crate::library::Snapshot;
use crate::messages::Messages;
use crate::model::{
    Agenda, AgendaEvent, Brief, Citation, CountryCode, FactStatus, Occasion, PartialDate,
};
use crate::summary::Survey;

pub(super) fn run(session: &mut Session, options: &AgendaOptions) -> Result<Outcome, Failure> {
    let only =
        options.country.iter().map(|name| session.country(name)).collect::<Result<_, _>>()?;
    let since = options.since.as_deref().map(|day| date("--since", day)).transpose()?;
    let library = session.library()?;
    let survey = Survey { only, ..session.survey(&library, since) };
    find(session, &library, None);
    let agenda = library.keeper.shelf().agenda(&library.snapshot, &survey)?;
    // A calendar without events is one, and a program that subscribes to it wants no error.
    if agenda.is_empty() && options.format != AgendaFormat::Ics {
        return Ok(session.nothing());
    }
    write(session, options.format, &agenda, &library.snapshot)?;
    Ok(Outcome::Found)
}

fn write(
    session: &mut Session,
    format: AgendaFormat,
    agenda: &Agenda,
    library: &Snapshot,
) -> Result<(), Failure> {
    let words = Arc::clone(&session.words);
    let output = &mut session.output;
    let cited = agenda.citations().filter_map(|citation| library.brief(&citation.id));
    let briefs: Vec<&Brief> = cited.map(AsRef::as_ref).collect();
    let format = match format {
        AgendaFormat::Json => return Ok(output.json_array(&records(agenda, &words))?),
        AgendaFormat::Jsonl => {
            let records = records(agenda, &words);
            return Ok(records.iter().try_for_each(|record| output.json(record))?);
        }
        AgendaFormat::Ics => {
            let calendar = with_labels(&words, |labels| export::calendar(agenda, &briefs, labels));
            return Ok(output.raw(calendar.as_bytes())?);
        }
        AgendaFormat::Text => Format::Text,
        AgendaFormat::Markdown => Format::Markdown,
        AgendaFormat::Html => Format::Html,
    };
    let page = with_labels(&words, |labels| export::agenda(agenda, &briefs, labels, format));
    Ok(output.page(&page)?)
}

/// A line of `agenda`.
#[derive(Debug, Serialize)]
struct EventRecord {
    /// The same for the same event in every agenda.
    key: String,
    /// `coming` or `past`.
    when: &'static str,
    occasion: Occasion,
    date: DateRecord,
    until: Option<PartialDate>,
    place: Option<CountryCode>,
    countries: Vec<CountryCode>,
    text: String,
    status: Option<FactStatus>,
    citations: Vec<Citation>,
    as_of: PartialDate,
}

fn records(agenda: &Agenda, words: &Messages) -> Vec<EventRecord> {
    let coming = agenda.coming.iter().map(|event| ("coming", event));
    let past = agenda.past.iter().map(|event| ("past", event));
    let record = |(when, event): (&'static str, &AgendaEvent)| EventRecord {
        key: format!("{:016x}", event.key),
        when,
        occasion: event.occasion,
        date: DateRecord::from(event.from),
        until: event.until,
        place: event.place,
        countries: event.line.countries.clone(),
        text: words.event(event),
        status: event.line.status,
        citations: event.line.citations.clone(),
        as_of: agenda.as_of,
    };
    coming.chain(past).map(record).collect()
}
