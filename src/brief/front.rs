//! The keys of front matter and the values they take, whatever the format they are written in.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as Slot;

use crate::model::Problem;

/// The keys that front matter may have, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// The title.
    pub title: Option<String>,
    /// The date, in any form that `dates::parse` reads.
    pub date: Option<String>,
    /// Codes or names.
    pub countries: Vec<String>,
    /// Agency or publication.
    pub source: Option<String>,
    /// Where it was found.
    pub url: Option<String>,
    /// Who signed it.
    pub author: Option<String>,
    /// `fr` or `en`.
    pub language: Option<String>,
    /// Free words.
    pub tags: Vec<String>,
    /// `current`, `corrected` or `withdrawn`.
    pub status: Option<String>,
    /// The id or file of the brief that this one replaces.
    pub replaces: Option<String>,
    /// Not to be published before.
    pub embargo: Option<String>,
    /// A marking.
    pub classification: Option<String>,
    /// What the brief is known by, for ever.
    pub id: Option<String>,
    /// What the raw file that it was imported from held then: a hash of its bytes.
    pub imported: Option<String>,
}

/// A key of front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is the field of FrontMatter of the same name")]
pub enum Key {
    Title,
    Date,
    Countries,
    Source,
    Url,
    Author,
    Language,
    Tags,
    Status,
    Replaces,
    Embargo,
    Classification,
    Id,
    Imported,
}

impl Key {
    /// All keys in the order in which they are written.
    pub const ALL: [Self; 14] = [
        Self::Title,
        Self::Date,
        Self::Countries,
        Self::Source,
        Self::Url,
        Self::Author,
        Self::Language,
        Self::Tags,
        Self::Status,
        Self::Replaces,
        Self::Embargo,
        Self::Classification,
        Self::Id,
        Self::Imported,
    ];

    /// As written in a file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Date => "date",
            Self::Countries => "countries",
            Self::Source => "source",
            Self::Url => "url",
            Self::Author => "author",
            Self::Language => "language",
            Self::Tags => "tags",
            Self::Status => "status",
            Self::Replaces => "replaces",
            Self::Embargo => "embargo",
            Self::Classification => "classification",
            Self::Id => "id",
            Self::Imported => "imported",
        }
    }

    /// The key of a name, capitals aside.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name().eq_ignore_ascii_case(name))
    }
}

/// The place a key's value goes to.
pub(super) enum Field<'a> {
    One(&'a mut Option<String>),
    Many(&'a mut Vec<String>),
}

impl FrontMatter {
    /// The place of a key's value.
    pub(super) fn field(&mut self, key: Key) -> Field<'_> {
        match key {
            Key::Title => Field::One(&mut self.title),
            Key::Date => Field::One(&mut self.date),
            Key::Countries => Field::Many(&mut self.countries),
            Key::Source => Field::One(&mut self.source),
            Key::Url => Field::One(&mut self.url),
            Key::Author => Field::One(&mut self.author),
            Key::Language => Field::One(&mut self.language),
            Key::Tags => Field::Many(&mut self.tags),
            Key::Status => Field::One(&mut self.status),
            Key::Replaces => Field::One(&mut self.replaces),
            Key::Embargo => Field::One(&mut self.embargo),
            Key::Classification => Field::One(&mut self.classification),
            Key::Id => Field::One(&mut self.id),
            Key::Imported => Field::One(&mut self.imported),
        }
    }
}

/// A value as both formats know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// Text, a number or a date, as written.
    Scalar(String),
    /// A list of values.
    List(Vec<Value>),
    /// Nothing: YAML's null.
    Nothing,
    /// A table or a truth value, which no key takes; its words.
    Other(String),
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The key as written.
    pub key: String,
    /// Its line within the block, from 1.
    pub line: u32,
    /// Its value.
    pub value: Value,
}

/// What a format's parser could read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parsed {
    /// In the order of the file.
    pub entries: Vec<Entry>,
    /// What it could not, by line within the block.
    pub errors: Vec<(Option<u32>, String)>,
}

/// Sorts values to their keys. What does not fit becomes a problem; of a key that stands twice the
/// first value is kept.
pub(super) fn fill(
    entries: Vec<Entry>,
    problems: &mut Vec<(Option<u32>, Problem)>,
) -> (FrontMatter, BTreeMap<Key, u32>) {
    let mut front = FrontMatter::default();
    let mut lines = BTreeMap::new();
    for Entry { key: name, line, value } in entries {
        let Some(key) = Key::from_name(&name) else {
            problems.push((Some(line), Problem::UnknownKey(shorten(&name))));
            continue;
        };
        let Slot::Vacant(slot) = lines.entry(key) else {
            let detail = format!("the key \"{}\" stands twice", key.name());
            problems.push((Some(line), Problem::FrontMatterInvalid(detail)));
            continue;
        };
        slot.insert(line);
        let refused = match front.field(key) {
            Field::One(place) => set_one(place, key, value),
            Field::Many(place) => add_many(place, value),
        };
        problems.extend(refused.map(|value| {
            let value = shorten(&value);
            (Some(line), Problem::InvalidValue { key: key.name().to_owned(), value })
        }));
    }
    (front, lines)
}

/// Takes one text; several names are taken for authors and sources. Returns what it refuses.
fn set_one(place: &mut Option<String>, key: Key, value: Value) -> Option<String> {
    let text = match value {
        Value::Scalar(text) => text,
        Value::Nothing => return None,
        Value::Other(words) => return Some(words),
        Value::List(values) => {
            let mut names = Vec::new();
            let refused = add_many(&mut names, Value::List(values));
            if refused.is_some() || !matches!(key, Key::Author | Key::Source) {
                return refused.or(Some(names.join(", ")));
            }
            names.join(", ")
        }
    };
    let text = text.trim();
    *place = (!text.is_empty()).then(|| text.to_owned());
    None
}

/// Takes a list, or one text with commas between its parts. Returns the first value it refuses.
fn add_many(place: &mut Vec<String>, value: Value) -> Option<String> {
    let mut add = |text: &str| {
        let text = text.trim();
        if !text.is_empty() {
            place.push(text.to_owned());
        }
    };
    match value {
        Value::Scalar(text) => text.split([',', ';', '\n']).for_each(add),
        Value::Nothing => {}
        Value::Other(words) => return Some(words),
        Value::List(values) => {
            let mut refused = None;
            for value in values {
                match value {
                    Value::Scalar(text) => add(&text),
                    Value::Nothing => {}
                    Value::Other(words) => refused = refused.or(Some(words)),
                    Value::List(_) => refused = refused.or(Some("[…]".to_owned())),
                }
            }
            return refused;
        }
    }
    None
}

/// Enough of a value to find it in the file.
fn shorten(value: &str) -> String {
    const MOST: usize = 60;
    match value.char_indices().nth(MOST) {
        Some((at, _)) => value.get(..at).unwrap_or_default().to_owned() + "…",
        None => value.to_owned(),
    }
}
