//! The facts of a brief as records: part of the contract for scripts, as `records` is.

use std::str::FromStr;

use serde::Serialize;
use serde_json::Number;

use super::records::{DateRecord, DocumentRecord};
use crate::model::{
    CountryCode, Document, Fact, FactKind, FactStatus, Level, PartialDate, PersonMention, Quantity,
    Role, Unit,
};

/// What `show` says of one brief, with its facts where they are asked for.
#[derive(Debug, Serialize)]
pub(super) struct WithFacts {
    #[serde(flatten)]
    pub(super) document: DocumentRecord,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) facts: Option<Vec<FactRecord>>,
}

/// What a sentence states.
#[derive(Debug, Serialize)]
pub(super) struct FactRecord {
    #[serde(rename = "type")]
    kind: FactKind,
    /// An exact decimal, as in `1500000000` or `7.5`.
    value: Option<Number>,
    unit: Option<Unit>,
    status: FactStatus,
    /// Whose it is; with `shared_by`, what the total runs over.
    countries: Vec<CountryCode>,
    date: Option<DateRecord>,
    persons: Vec<FactPersonRecord>,
    /// The words that state it: bytes of the decoded text, and the exact slice.
    start: usize,
    end: usize,
    text: String,
    /// Its sentence: bytes of the decoded text.
    sentence: [usize; 2],
    /// The end of what lasts, or the day of a target.
    until: Option<PartialDate>,
    /// For a total: over how many countries.
    shared_by: Option<u16>,
    /// Where a visit, meeting or incident takes place.
    place: Option<CountryCode>,
    level: Option<Level>,
    approximate: bool,
    /// The upper end of a range.
    most: Option<Number>,
}

/// Somebody who takes part in a fact.
#[derive(Debug, Serialize)]
struct FactPersonRecord {
    name: String,
    key: String,
    title: Option<String>,
    role: Option<Role>,
    former: bool,
    country: Option<CountryCode>,
}

impl FactRecord {
    /// A fact with the words of its document.
    pub(super) fn new(fact: &Fact, document: &Document) -> Self {
        let number = |quantity: &Quantity| Number::from_str(&quantity.decimal()).ok();
        let most = fact
            .value
            .and_then(|quantity| number(&Quantity { thousandths: quantity.most?, ..quantity }));
        Self {
            kind: fact.kind,
            value: fact.value.as_ref().and_then(number),
            unit: fact.value.map(|quantity| quantity.unit),
            status: fact.status,
            countries: fact.countries.clone(),
            date: fact.date.map(DateRecord::from),
            persons: fact.persons.iter().map(FactPersonRecord::from).collect(),
            start: fact.phrase.start,
            end: fact.phrase.end,
            text: fact.phrase.slice(&document.decoded).unwrap_or_default().to_owned(),
            sentence: [fact.span.start, fact.span.end],
            until: fact.until,
            shared_by: fact.shared_by,
            place: fact.place,
            level: fact.level,
            approximate: fact.value.is_some_and(|quantity| quantity.approximate),
            most,
        }
    }
}

impl FactRecord {
    /// On one line, for a person to look through.
    pub(super) fn line(&self) -> String {
        let countries: Vec<&str> = self.countries.iter().map(CountryCode::as_str).collect();
        format!(
            "{}-{}  {}  {}  {}  {}",
            self.start,
            self.end,
            name(self.kind),
            name(self.status),
            countries.join(","),
            self.text.replace('\n', " ")
        )
    }
}

/// What a value is called in the records.
fn name(value: impl Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}

impl From<&PersonMention> for FactPersonRecord {
    fn from(mention: &PersonMention) -> Self {
        let title = mention.title.as_ref();
        Self {
            name: mention.name.clone(),
            key: mention.key.clone(),
            title: title.map(|title| title.text.clone()),
            role: title.map(|title| title.role),
            former: title.is_some_and(|title| title.former),
            country: title.and_then(|title| title.country),
        }
    }
}
