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
use crate::dates;
use crate::export::{self, Format};
use crate::library::{Pace, Snapshot};
use crate::messages::Messages;
use crate::model::{
    Brief, BriefPath, CountryCode, Period, Phrase, Quantity, SectionKind, Summary, SummaryLine,
};
use crate::summary::Request;

pub(super) fn run(session: &mut Session, options: &SummaryOptions) -> Result<Outcome, Failure> {
    // Without one `--all` is given, which is another file's.
    let country = session.country(options.country.as_deref().unwrap_or_default())?;
    let with = options.with.as_deref().map(|name| session.country(name)).transpose()?;
    let period = options.since.as_deref().map(period).transpose()?;
    let library = session.library()?;
    let home = library.snapshot.home_or(session.configuration.settings.home);
    let request = Request::page(country, with, home, session.today);
    find(session, &library, Some(country));
    let visit = library.snapshot.marks.visit(country);
    let since = period.and_then(|period| period.since(request.as_of, visit));
    let shelf = library.keeper.shelf();
    let mut summary = match since {
        Some(since) => shelf.news(&library.snapshot, &request, since)?,
        None => shelf.summary(&library.snapshot, &request)?,
    };
    let words = Arc::clone(&session.words);
    match (options.lines, options.words) {
        (Some(most), _) => summary.shorten(most, |_| 1),
        (None, Some(most)) => summary.shorten(most, |line| line_words(line, &words)),
        (None, None) => {}
    }
    if summary.sections.is_empty() {
        return Ok(session.nothing());
    }
    write(session, options.format, &summary, &library.snapshot)?;
    Ok(Outcome::Found)
}

/// The period that the option names.
pub(super) fn period(typed: &str) -> Result<Period, Failure> {
    dates::period(typed).ok_or_else(|| Failure::Period(typed.to_owned()))
}

/// Finds what the page of a country, or what is told of all, needs in texts that are new or changed, and keeps it; what cannot
/// be kept is found by the page.
pub(super) fn find(session: &Session, library: &Library, country: Option<CountryCode>) {
    let Library { snapshot, keeper } = library;
    let about = country.into_iter().flat_map(|country| snapshot.about(country));
    let files: HashSet<&BriefPath> = about.map(|brief| &brief.file).collect();
    let matters = |path: &BriefPath| country.is_none() || files.contains(path);
    let _kept = session
        .reading(|progress| keeper.shelf().extract_of(snapshot, Pace::Full, &matters, progress));
}

/// The words of a line as it is printed, with its date.
fn line_words(line: &SummaryLine, words: &Messages) -> usize {
    let date = line.date.filter(|_| !line.tells_its_day()).map(|date| words.date(date.value));
    let text = [words.line_in_full(line), date.unwrap_or_default()];
    text.iter().flat_map(|text| text.split_whitespace()).count()
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

/// The number of a line and what it counts.
pub(super) fn measured(line: &SummaryLine) -> (Option<Number>, Option<UnitRecord>) {
    if let Phrase::Partner(_, briefs) = line.text {
        return (Some(Number::from(briefs)), Some(UnitRecord::Briefs));
    }
    let number = |quantity: Quantity| Number::from_str(&quantity.decimal()).ok();
    let unit = line.quantity.map(|quantity| UnitRecord::Fact(quantity.unit));
    (line.quantity.and_then(number), unit)
}

fn record(
    summary: &Summary,
    section: SectionKind,
    line: &SummaryLine,
    words: &Messages,
) -> LineRecord {
    let (value, unit) = measured(line);
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
        countries: line.countries.clone(),
        left_out: summary.left_out,
    }
}
