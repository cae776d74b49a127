//! Front matter in YAML: keys and values, and what is wrong with the rest.
//!
//! Anchors and aliases, which only an attack uses here, are held to a small budget.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_saphyr::options::DuplicateKeyPolicy;
use serde_saphyr::{Options, Spanned, budget, options};

use super::front::{Entry, Key, Parsed, Value};
use crate::text::lines;

/// Reads a mapping. Where the block is not YAML (most often a title with a colon in it), lines of
/// the form `key: value` are taken as they stand.
pub(super) fn parse(source: &str) -> Parsed {
    if source.trim().is_empty() {
        return Parsed::default();
    }
    match serde_saphyr::from_str_with_options::<Mapping>(source, limits()) {
        Ok(Mapping(entries)) => Parsed { entries, errors: Vec::new() },
        Err(error) => {
            let line = error.location().map(|at| at.line()).filter(|&line| line > 0);
            let line = line.and_then(|line| u32::try_from(line).ok());
            let detail = error.without_snippet().to_string();
            let detail = detail.lines().next().unwrap_or_default().to_owned();
            Parsed { entries: salvage(source), errors: vec![(line, detail)] }
        }
    }
}

/// Bounds that front matter written by hand never meets. Duplicate keys are told apart by us, and
/// only `true` and `false` are truth values: `NO` is Norway.
fn limits() -> Options {
    options! {
        budget: budget! {
            max_events: 20_000,
            max_aliases: 16,
            max_anchors: 16,
            max_depth: 16,
            max_nodes: 10_000,
            flow_nesting_limit: 16,
        },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        with_snippet: false,
    }
}

/// The known keys of a block that is not YAML, line by line.
fn salvage(source: &str) -> Vec<Entry> {
    let entry = |(line, range): (u32, std::ops::Range<usize>)| {
        let (key, value) = source.get(range)?.split_once(':')?;
        Key::from_name(key)?;
        let value = value.trim().trim_matches(['"', '\'']);
        let list = value.strip_prefix('[').and_then(|inner| inner.strip_suffix(']'));
        let value = Value::Scalar(list.unwrap_or(value).to_owned());
        Some(Entry { key: key.to_owned(), line, value })
    };
    (1_u32..).zip(lines::ranges(source)).filter_map(entry).collect()
}

/// The entries of the outermost mapping in order, duplicates included.
struct Mapping(Vec<Entry>);

impl<'de> Deserialize<'de> for Mapping {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MappingVisitor)
    }
}

struct MappingVisitor;

impl<'de> Visitor<'de> for MappingVisitor {
    type Value = Mapping;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("lines of the form \"key: value\"")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Mapping, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<Spanned<String>>()? {
            let value = map.next_value::<Value>()?;
            let line = u32::try_from(key.referenced.line()).unwrap_or(u32::MAX);
            entries.push(Entry { key: key.value, line, value });
        }
        Ok(Mapping(entries))
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a number, a date or a list of them")
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Scalar(text.to_owned()))
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Other(truth.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Scalar(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Scalar(number.to_string()))
    }

    fn visit_i128<E>(self, number: i128) -> Result<Value, E> {
        Ok(Value::Scalar(number.to_string()))
    }

    fn visit_u128<E>(self, number: u128) -> Result<Value, E> {
        Ok(Value::Scalar(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Scalar(number.to_string()))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        Value::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Other("{…}".to_owned()))
    }
}
