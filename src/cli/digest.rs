//! `chancery summary --all`: what is new over all countries, each fact once, every line with its sentence.

use std::sync::Arc;

use serde::Serialize;
use serde_json::Number;

use super::failure::Failure;
use super::options::{PageFormat, SummaryOptions};
use super::records::{DateRecord, UnitRecord};
use super::session::{Outcome, Session};
use super::summary::{find, measured, period};
use crate::app::labels::with_labels;
use crate::export::{self, Format};
use crate::library::Snapshot;
use crate::messages::Messages;
use crate::model::{
    Brief, Citation, CountryCode, Digest, DigestHeading, DigestLine, FactKind, FactStatus,
    PartialDate, Standing,
};
use crate::text::wrap::wrap;

/// What a screen of 80 columns and 24 rows has for lines; title and counts take the others.
const ROWS: usize = 16;
/// Columns of a line without its dash.
const COLUMNS: usize = 78;

pub(super) fn run(session: &mut Session, options: &SummaryOptions) -> Result<Outcome, Failure> {
    let period = options.since.as_deref().map(period).transpose()?;
    let since = period.and_then(|period| period.first_day(session.today));
    let library = session.library()?;
    let survey = session.survey(&library, since);
    find(session, &library, None);
    let digest = library.keeper.shelf().digest(&library.snapshot, &survey)?;
    let words = Arc::clone(&session.words);
    let shown = match (options.lines, options.words) {
        (Some(most), _) => Some(digest.within(most, |_, _| 1)),
        (None, Some(most)) => {
            let count =
                |heading, line: &DigestLine| told(heading, line, &words).split_whitespace().count();
            Some(digest.within(most, count))
        }
        // Whoever reads records wants all of them.
        (None, None) if matches!(options.format, PageFormat::Json | PageFormat::Jsonl) => None,
        (None, None) => {
            let rows = |heading, line: &DigestLine| {
                // With the number of a note.
                wrap(&format!("{} [00]", told(heading, line, &words)), COLUMNS).len()
            };
            Some(digest.within(ROWS, rows))
        }
    };
    let digest = match shown {
        Some(shown) => digest.keep(&shown),
        None => digest,
    };
    write(session, options.format, &digest, &library.snapshot)?;
    Ok(Outcome::found(!digest.parts.is_empty()))
}

/// A line as it is printed, but for its notes.
fn told(heading: DigestHeading, line: &DigestLine, words: &Messages) -> String {
    let date = line.line.date.map(|date| format!(", {}", words.date(date.value)));
    let (heading, sign) = (words.digest_heading(heading), words.novelty_sign(line.novelty));
    format!("{heading} {sign} {}{}", words.news(line), date.unwrap_or_default())
}

fn write(
    session: &mut Session,
    format: PageFormat,
    digest: &Digest,
    library: &Snapshot,
) -> Result<(), Failure> {
    let words = Arc::clone(&session.words);
    let output = &mut session.output;
    let format = match format {
        PageFormat::Json => return Ok(output.json_array(&records(digest, &words))?),
        PageFormat::Jsonl => {
            let records = records(digest, &words);
            return Ok(records.iter().try_for_each(|record| output.json(record))?);
        }
        PageFormat::Text => Format::Text,
        PageFormat::Markdown => Format::Markdown,
        PageFormat::Html => Format::Html,
    };
    let cited = digest.citations().filter_map(|citation| library.brief(&citation.id));
    let briefs: Vec<&Brief> = cited.map(AsRef::as_ref).collect();
    let page = with_labels(&words, |labels| export::digest(digest, &briefs, labels, format));
    Ok(output.page(&page)?)
}

/// A line of `summary --all`.
#[derive(Debug, Serialize)]
struct DigestRecord {
    /// None under a heading that is no country.
    country: Option<CountryCode>,
    /// `country`, `several`, `revised` or `check`.
    section: &'static str,
    /// `new`, `known`, `undated`, `corrected`, `withdrawn` or `doubtful`.
    novelty: &'static str,
    text: String,
    value: Option<Number>,
    unit: Option<UnitRecord>,
    status: Option<FactStatus>,
    date: Option<DateRecord>,
    countries: Vec<CountryCode>,
    citations: Vec<Citation>,
    since: PartialDate,
    as_of: PartialDate,
    #[serde(rename = "type")]
    kind: Option<FactKind>,
    /// Its place among all lines by importance.
    rank: usize,
    /// Lines that `--lines` or `--words` left out.
    left_out: usize,
}

fn records(digest: &Digest, words: &Messages) -> Vec<DigestRecord> {
    let lines = digest
        .parts
        .iter()
        .flat_map(|part| part.lines.iter().map(|line| record(digest, part.heading, line, words)));
    lines.collect()
}

fn record(
    digest: &Digest,
    heading: DigestHeading,
    news: &DigestLine,
    words: &Messages,
) -> DigestRecord {
    let line = &news.line;
    let (value, unit) = measured(line);
    let (country, section) = match heading {
        DigestHeading::Country(code) => (Some(code), "country"),
        DigestHeading::Several => (None, "several"),
        DigestHeading::Revised => (None, "revised"),
        DigestHeading::Check => (None, "check"),
    };
    DigestRecord {
        country,
        section,
        novelty: match news.novelty {
            Standing::New => "new",
            Standing::Known => "known",
            Standing::Undated => "undated",
            Standing::Corrected => "corrected",
            Standing::Withdrawn => "withdrawn",
            Standing::Doubtful => "doubtful",
        },
        text: words.news(news),
        value,
        unit,
        status: line.status,
        date: line.date.map(DateRecord::from),
        countries: line.countries.clone(),
        citations: line.citations.clone(),
        since: digest.since,
        as_of: digest.as_of,
        kind: line.kind,
        rank: line.rank,
        left_out: digest.left_out,
    }
}
