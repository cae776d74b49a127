//! A brief as it goes into the index and comes out of it.

use std::borrow::Cow;
use std::hash::BuildHasher;

use foldhash::quality::FixedState;
use serde::{Deserialize, Serialize};
use tantivy::TantivyDocument;
use tantivy::schema::Value;

use super::IndexError;
use super::schema::Fields;
use super::words::{lines, marked, unmarked};
use crate::model::{Brief, BriefId, BriefPath, PartialDate};
use crate::search::persons;

/// Bytes of a text that are indexed: what lies behind is found by nobody, but nothing waits for it either.
const MOST_BODY_BYTES: usize = 2 << 20;

/// A brief and its text, for the index.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Tells what it was made from: another key, another document.
    pub key: u64,
    /// The brief as it is filed.
    pub brief: Brief,
    /// Its clean text.
    pub body: String,
    /// The persons that it names, each once.
    pub people: Vec<String>,
    /// The day it is sorted by, where known.
    pub day: Option<PartialDate>,
}

/// A brief as the index keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The brief as it was filed.
    pub brief: Brief,
    /// Its clean text.
    pub body: String,
    /// The persons that it names.
    pub people: Vec<String>,
}

/// The bytes of a record. A brief is written without its file; its text stands in a field of its own.
#[derive(Serialize, Deserialize)]
struct Record<'a> {
    #[serde(borrow)]
    file: Cow<'a, str>,
    brief: Brief,
    people: Vec<String>,
}

/// What filters and the index know a brief by.
pub fn id_hash(id: &BriefId) -> u64 {
    FixedState::with_seed(0).hash_one(id.as_str())
}

impl Entry {
    /// The document that stands for it.
    pub(super) fn into_document(self, fields: &Fields) -> Result<TantivyDocument, IndexError> {
        let Self { key, brief, mut body, people, day } = self;
        body.truncate(boundary(&body));
        let language = brief.language;
        let lead = body.split('\n').next().unwrap_or_default();
        let mut document = TantivyDocument::new();
        document.add_u64(fields.key, key);
        document.add_u64(fields.id, id_hash(&brief.id));
        document.add_u64(fields.day, day.map_or(0, day_number));
        document.add_text(fields.title, marked(&brief.title, language));
        document.add_text(fields.lead, marked(lead, language));
        document.add_text(fields.body, marked(&body, language));
        document.add_text(fields.people, lines(&persons::forms(&people)));
        let file = Cow::Owned(brief.file.as_str().to_owned());
        let record = Record { file, brief, people };
        let bytes = postcard::to_stdvec(&record).map_err(|_| IndexError::Damaged)?;
        document.add_bytes(fields.record, &bytes);
        Ok(document)
    }
}

impl Stored {
    /// Reads a document back.
    pub(super) fn read(document: &TantivyDocument, fields: &Fields) -> Result<Self, IndexError> {
        let bytes = document.get_first(fields.record).and_then(|value| value.as_bytes());
        let record = postcard::from_bytes(bytes.unwrap_or_default());
        let Record { file, mut brief, people } = record.map_err(|_| IndexError::Damaged)?;
        brief.file = BriefPath::from(&*file);
        let body = document.get_first(fields.body).and_then(|value| value.as_str());
        let body = body.map(|text| unmarked(text).0.to_owned()).ok_or(IndexError::Damaged)?;
        Ok(Self { brief, body, people })
    }
}

/// A date as a number that grows with it; a month counts as its last day.
pub fn day_number(date: PartialDate) -> u64 {
    let day = date.last_day();
    let (year, month, day) = (day.year(), day.month().unwrap_or(12), day.day().unwrap_or(31));
    u64::from(year) * 10_000 + u64::from(month) * 100 + u64::from(day)
}

/// The day that such a number stands for; none for that of a brief without one.
pub fn day_of(number: u64) -> Option<PartialDate> {
    let part = |unit: u64, most: u64| u8::try_from(number / unit % most).ok();
    PartialDate::day_of(u16::try_from(number / 10_000).ok()?, part(100, 100)?, part(1, 100)?)
}

/// Where the part of a text that is indexed ends.
fn boundary(text: &str) -> usize {
    (0..=MOST_BODY_BYTES.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or_default()
}
