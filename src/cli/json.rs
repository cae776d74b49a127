//! JSON that does a terminal no harm: what is unseen or acts on it is written as `\uXXXX`.

use std::fmt::Write as _;
use std::io;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use serde_json::ser::{Formatter, Serializer};

use crate::text::is_harmful;

/// A record on one line.
pub(super) fn line(record: &impl Serialize) -> io::Result<String> {
    let mut bytes = Vec::new();
    record.serialize(&mut Serializer::with_formatter(&mut bytes, Harmless))?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// A record's fields in their order, as cells of a line of tab-separated values.
///
/// A date is its value, a list of words has spaces between them, and what is nested deeper stays
/// JSON. Tabs, line ends and backslashes are `\t`, `\n`, `\r` and `\\`.
pub(super) fn cells(record: &impl Serialize) -> io::Result<Vec<(String, String)>> {
    let Pairs(pairs) = serde_json::from_str(&serde_json::to_string(record)?)?;
    pairs.into_iter().map(|(name, value)| Ok((name, escape(&flat(&value)?)))).collect()
}

fn flat(value: &Value) -> io::Result<String> {
    Ok(match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Object(fields) if fields.contains_key("value") => {
            fields.get("value").map(flat).transpose()?.unwrap_or_default()
        }
        Value::Array(items) if items.iter().all(Value::is_string) => {
            items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" ")
        }
        other => line(other)?,
    })
}

fn escape(cell: &str) -> String {
    let mut escaped = String::with_capacity(cell.len());
    for c in cell.chars() {
        match c {
            '\t' => escaped.push_str("\\t"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\\' => escaped.push_str("\\\\"),
            c if is_harmful(c) => push_escape(&mut escaped, c),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Writes a character as its UTF-16 units, as JSON does.
fn push_escape(text: &mut String, c: char) {
    for unit in c.encode_utf16(&mut [0; 2]) {
        let _ = write!(text, "\\u{unit:04x}");
    }
}

/// Writes JSON on one line; only the text within strings differs from what serde does.
struct Harmless;

impl Formatter for Harmless {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        if !fragment.contains(is_harmful) {
            return writer.write_all(fragment.as_bytes());
        }
        let mut escaped = String::with_capacity(fragment.len() * 2);
        for c in fragment.chars() {
            if is_harmful(c) { push_escape(&mut escaped, c) } else { escaped.push(c) }
        }
        writer.write_all(escaped.as_bytes())
    }
}

/// The fields of an object in the order in which they were written.
struct Pairs(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Pairs;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Record<'a> {
        title: &'a str,
        list: [&'a str; 2],
        date: Option<Date>,
    }

    #[derive(Serialize)]
    struct Date {
        value: &'static str,
        basis: &'static str,
    }

    const HOSTILE: &str = "a\u{1b}[2J\u{9b}b\u{202e}c\u{200b}\u{e0041}\u{7f}\"\\é";

    #[test]
    fn json_comes_back_as_it_was_and_shows_nothing_harmful() {
        let record = Record { title: HOSTILE, list: ["x", "y"], date: None };
        let line = line(&record).expect("JSON");
        assert!(!line.contains(is_harmful), "{line}");
        let back: Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(back["title"], HOSTILE);
        assert!(line.starts_with("{\"title\":\"a\\u001b[2J\\u009bb\\u202ec\\u200b\\udb40\\udc41"));
    }

    #[test]
    fn cells_are_on_one_line_and_in_order() {
        let date = Some(Date { value: "2025-05", basis: "stated" });
        let record = Record { title: "a\tb\nc\\\u{1b}", list: ["VN", "KZ"], date };
        let cells = cells(&record).expect("cells");
        let cells: Vec<_> = cells.iter().map(|(n, c)| (n.as_str(), c.as_str())).collect();
        let title = "a\\tb\\nc\\\\\\u001b";
        assert_eq!(cells, [("title", title), ("list", "VN KZ"), ("date", "2025-05")]);
    }
}
