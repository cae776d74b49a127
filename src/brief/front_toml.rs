//! Front matter in TOML: keys and values, and what is wrong with the rest.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::front::{Entry, Parsed, Value};
use crate::text::lines::Lines;

/// Reads what can be read; a line that is not TOML costs only itself.
pub(super) fn parse(source: &str) -> Parsed {
    let lines = Lines::new(source);
    let (table, errors) = DeTable::parse_recoverable(source);
    let errors = errors.iter().map(|error| {
        let line = error.span().map(|span| lines.number(span.start));
        (line, error.message().to_owned())
    });
    let errors = errors.collect();
    let mut keys: Vec<_> = table.get_ref().iter().collect();
    keys.sort_by_key(|(key, _)| key.span().start);
    let entries = keys.into_iter().map(|(key, value)| Entry {
        key: key.get_ref().to_string(),
        line: lines.number(key.span().start),
        value: value_of(value, source),
    });
    Parsed { entries: entries.collect(), errors }
}

/// Lists within lists are not told apart from other values that no key takes.
fn value_of(value: &Spanned<DeValue<'_>>, source: &str) -> Value {
    match value.get_ref() {
        DeValue::Array(values) => {
            Value::List(values.iter().map(|value| scalar(value, source)).collect())
        }
        _ => scalar(value, source),
    }
}

/// A value that is no list.
fn scalar(value: &Spanned<DeValue<'_>>, source: &str) -> Value {
    match value.get_ref() {
        DeValue::String(text) => Value::Scalar(text.to_string()),
        DeValue::Datetime(date) => Value::Scalar(date.to_string()),
        DeValue::Integer(_) | DeValue::Float(_) => Value::Scalar(as_written(value, source)),
        DeValue::Boolean(_) | DeValue::Array(_) | DeValue::Table(_) => {
            Value::Other(as_written(value, source))
        }
    }
}

/// The value's own words.
fn as_written(value: &Spanned<DeValue<'_>>, source: &str) -> String {
    source.get(value.span()).unwrap_or_default().to_owned()
}
