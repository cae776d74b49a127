//! `chancery summary`: a country's page, every line with the sentence it came from.

use std::sync::Arc;

use super::failure::Failure;
use super::options::{PageFormat, SummaryOptions};
use super::records::{DateRecord, LineRecord};
use super::session::{self, Outcome, Session};
use crate::app::labels::{partner, with_labels};
use crate::export::{self, Format};
use crate::library::Snapshot;
use crate::messages::Messages;
use crate::model::{Brief, Phrase, SectionKind, Summary, SummaryLine};
use crate::summary::Request;

pub(super) fn run(session: &mut Session, options: &SummaryOptions) -> Result<Outcome, Failure> {
    let request = Request {
        country: session.country(&options.country)?,
        with: options.with.as_deref().map(|name| session.country(name)).transpose()?,
        as_of: session.today,
        since: options.since.as_deref().map(|day| session::date("--since", day)).transpose()?,
    };
    let library = session.library()?;
    let mut summary = library.keeper.shelf().summary(&library.snapshot, &request)?;
    if let Some(most) = options.lines {
        shorten(&mut summary, most);
    }
    if summary.sections.is_empty() {
        return Ok(session.nothing());
    }
    write(session, options.format, &summary, &library.snapshot)?;
    Ok(Outcome::Found)
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

/// Leaves `most` lines: the first of every section, then the second of every section, and so on.
fn shorten(summary: &mut Summary, most: usize) {
    let mut left = most;
    let mut kept = vec![0_usize; summary.sections.len()];
    let mut rank = 0;
    while left > 0 && summary.sections.iter().any(|section| section.lines.len() > rank) {
        for (count, section) in kept.iter_mut().zip(&summary.sections) {
            if left > 0 && section.lines.len() > rank {
                *count += 1;
                left -= 1;
            }
        }
        rank += 1;
    }
    for (section, count) in summary.sections.iter_mut().zip(kept) {
        section.lines.truncate(count);
    }
    summary.sections.retain(|section| !section.lines.is_empty());
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
    let (text, value) = match &line.text {
        Phrase::Verbatim(text) => (text.clone(), None),
        Phrase::Partner(country, briefs) => {
            (partner(words, *country, *briefs), u64::try_from(*briefs).ok())
        }
    };
    LineRecord {
        country: summary.country,
        with: summary.with,
        section,
        text,
        value,
        unit: value.map(|_| "briefs"),
        status: line.status,
        date: line.date.map(DateRecord::from),
        citations: line.citations.clone(),
        as_of: summary.as_of,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Section, SummaryScope};

    fn section(kind: SectionKind, lines: usize) -> Section {
        let line = |number: usize| SummaryLine {
            text: Phrase::Verbatim(number.to_string()),
            date: None,
            status: None,
            citations: Vec::new(),
        };
        Section { kind, lines: (0..lines).map(line).collect() }
    }

    #[test]
    fn a_short_page_has_a_share_of_every_section() {
        let sections = vec![section(SectionKind::Changes, 5), section(SectionKind::Timeline, 1)];
        let mut summary = Summary {
            country: "BY".parse().expect("a code"),
            with: None,
            as_of: "2025-05-12".parse().expect("a day"),
            scope: SummaryScope::default(),
            sections: [sections, vec![section(SectionKind::Partners, 3)]].concat(),
        };
        shorten(&mut summary, 5);
        let counts: Vec<usize> = summary.sections.iter().map(|s| s.lines.len()).collect();
        assert_eq!(counts, [2, 1, 2]);
        shorten(&mut summary, 1);
        assert_eq!(summary.sections.len(), 1);
    }
}
