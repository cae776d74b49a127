//! `chancery basket`: what the reader collected, with its numbered sources.

use std::sync::Arc;

use serde::Serialize;

use super::failure::{self, Failure};
use super::options::{BasketOptions, PageFormat};
use super::output::complain;
use super::records::DateRecord;
use super::session::{Outcome, Session};
use crate::app::labels::with_labels;
use crate::export::{self, Format};
use crate::library::{Ledger, sources};
use crate::model::{Basket, Brief, BriefId, BriefPath, Citation, Collected, Status};

/// Something collected, for scripts.
#[derive(Debug, Serialize)]
struct EntryRecord {
    number: usize,
    kind: &'static str,
    text: String,
    citations: Vec<Citation>,
    sources: Vec<SourceRecord>,
}

/// A brief that it comes from.
#[derive(Debug, Serialize)]
struct SourceRecord {
    number: usize,
    id: BriefId,
    file: BriefPath,
    title: String,
    source: Option<String>,
    place: Option<String>,
    date: Option<DateRecord>,
    source_url: Option<String>,
    status: Status,
    classification: Option<String>,
    embargo: Option<String>,
}

pub(super) fn run(session: &mut Session, options: &BasketOptions) -> Result<Outcome, Failure> {
    let ledger = Ledger::open(session.folders.state.as_deref());
    if let Some(trouble) = ledger.trouble() {
        complain(&failure::state(trouble, &session.words));
    }
    let basket = Arc::clone(ledger.basket());
    if basket.is_empty() {
        return Ok(session.nothing());
    }
    let briefs = sources(&basket, &session.library()?.snapshot);
    let format = match options.format {
        PageFormat::Json => {
            session.output.json_array(&records(session, &basket, &briefs))?;
            return Ok(Outcome::Found);
        }
        PageFormat::Jsonl => {
            let records = records(session, &basket, &briefs);
            records.iter().try_for_each(|record| session.output.json(record))?;
            return Ok(Outcome::Found);
        }
        PageFormat::Text => Format::Text,
        PageFormat::Markdown => Format::Markdown,
        PageFormat::Html => Format::Html,
    };
    let entries: Vec<&Collected> =
        basket.entries().into_iter().map(|(_, entry)| &entry.what).collect();
    let page = with_labels(&session.words, |labels| {
        export::basket(&entries, &briefs, session.today, labels, format)
    });
    session.output.page(&page)?;
    Ok(Outcome::Found)
}

fn records(session: &Session, basket: &Basket, briefs: &[Brief]) -> Vec<EntryRecord> {
    let entries = (1..).zip(basket.entries());
    entries.map(|(number, (_, entry))| record(session, number, &entry.what, briefs)).collect()
}

fn record(session: &Session, number: usize, what: &Collected, briefs: &[Brief]) -> EntryRecord {
    let text = with_labels(&session.words, |labels| export::words_of_collected(what, labels));
    let (kind, text) = match (&what.words, what.sentences.as_slice()) {
        (Some(words), _) => ("line", words.clone()),
        (None, [sentence]) => ("sentence", sentence.shown().to_owned()),
        (None, []) => ("brief", text),
        (None, _) => ("sentence", text),
    };
    let is_cited = |brief: &Brief| what.sources.iter().any(|source| source.id == brief.id);
    let sources = (1..).zip(briefs).filter(|(_, brief)| is_cited(brief));
    EntryRecord {
        number,
        kind,
        text,
        citations: what.sentences.clone(),
        sources: sources.map(|(number, brief)| source(number, brief)).collect(),
    }
}

fn source(number: usize, brief: &Brief) -> SourceRecord {
    SourceRecord {
        number,
        id: brief.id.clone(),
        file: brief.file.clone(),
        title: brief.title.clone(),
        source: brief.source.clone(),
        place: brief.place.clone(),
        date: brief.date.map(DateRecord::from),
        source_url: brief.source_url.clone(),
        status: brief.status,
        classification: brief.classification.clone(),
        embargo: brief.embargo.clone(),
    }
}
