//! `chancery summary`: a country's page, every line with the sentence it came from.

use std::collections::HashSet;
use std::str::FromStr;
use std::sync::Arc;

use serde_json::Number;

use super::failure::Failure;
use super::options::{PageFormat, SummaryOptions};
use super::records::{DateRecord, LineRecord, UnitRecord};
use super::session::{Library, Outcome, Session};
use crate::app::labels::with_labels;
use crate::export::{self, Format};
use crate::library::{Pace, Snapshot};
use crate::messages::Messages;
use crate::model::{
    Brief, BriefPath, CountryCode, Period, Phrase, Quantity, SectionKind, Summary, SummaryLine,
};
use crate::summary::Request;

pub(super) fn run(session: &mut Session, options: &SummaryOptions) -> Result<Outcome, Failure> {
    let request = Request {
        country: session.country(&options.country)?,
        with: options.with.as_deref().map(|name| session.country(name)).transpose()?,
        as_of: session.today,
        since: None,
    };
    let period = options.since.as_deref().map(period).transpose()?;
    let library = session.library()?;
    find(session, &library, request.country);
    let visit = library.snapshot.marks.visit(request.country);
    let since = period.and_then(|period| period.since(request.as_of, visit));
    let shelf = library.keeper.shelf();
    let mut summary = match since {
        Some(since) => shelf.news(&library.snapshot, &request, since)?,
        None => shelf.summary(&library.snapshot, &request)?,
    };
    if let Some(most) = options.lines {
        summary.shorten(most);
    }
    if summary.sections.is_empty() {
        return Ok(session.nothing());
    }
    write(session, options.format, &summary, &library.snapshot)?;
    Ok(Outcome::Found)
}

/// The period that the option names.
fn period(typed: &str) -> Result<Period, Failure> {
    typed.parse().map_err(|_| Failure::Period(typed.to_owned()))
}

/// Finds what the page needs in texts that are new or changed, and keeps it; what cannot be kept is found by the page.
fn find(session: &Session, library: &Library, country: CountryCode) {
    let Library { snapshot, keeper } = library;
    let files: HashSet<&BriefPath> = snapshot.about(country).map(|brief| &brief.file).collect();
    let matters = |path: &BriefPath| files.contains(path);
    let _kept = session
        .reading(|progress| keeper.shelf().extract_of(snapshot, Pace::Full, &matters, progress));
}

fn write(
    session: &mut Session,
    format: PageFormat,
    summary: &Summary,
    library: &Snapshot,
) -> Result<(), Failure> {
    let words = Arc::clone(&session.words);
    let output = &mut session.output;
    let format = match format {
        PageFormat::Json => return Ok(output.json_array(&records(summary, &words))?),
        PageFormat::Jsonl => {
            let records = records(summary, &words);
            return Ok(records.iter().try_for_each(|record| output.json(record))?);
        }
        PageFormat::Text => Format::Text,
        PageFormat::Markdown => Format::Markdown,
        PageFormat::Html => Format::Html,
    };
    let cited = summary.citations().filter_map(|citation| library.brief(&citation.id));
    let briefs: Vec<&Brief> = cited.map(AsRef::as_ref).collect();
    let page = with_labels(&words, |labels| export::summary(summary, &briefs, labels, format));
    Ok(output.page(&page)?)
}

fn records(summary: &Summary, words: &Messages) -> Vec<LineRecord> {
    let lines = summary.sections.iter().flat_map(|section| {
        section.lines.iter().map(|line| record(summary, section.kind, line, words))
    });
    lines.collect()
}

fn record(
    summary: &Summary,
    section: SectionKind,
    line: &SummaryLine,
    words: &Messages,
) -> LineRecord {
    let number = |quantity: Quantity| Number::from_str(&quantity.decimal()).ok();
    let value = line.quantity.and_then(number);
    let unit = line.quantity.map(|quantity| UnitRecord::Fact(quantity.unit));
    let (value, unit) = match line.text {
        Phrase::Partner(_, briefs) => (Some(Number::from(briefs)), Some(UnitRecord::Briefs)),
        _ => (value, unit),
    };
    LineRecord {
        country: summary.country,
        with: summary.with,
        section,
        text: words.line(line),
        value,
        unit,
        status: line.status,
        date: line.date.map(DateRecord::from),
        citations: line.citations.clone(),
        as_of: summary.as_of,
        kind: line.kind,
        novelty: line.novelty,
        gone: line.gone.clone(),
    }
}
