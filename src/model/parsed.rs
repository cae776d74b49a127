//! Reads values that are written as one string, without an owned copy on the way: 20,000 briefs
//! hold a quarter of a million of them.

use std::fmt;

use serde::de::{Deserializer, Error, Visitor};

/// Reads a string and hands it to `parse`; `None` is refused as not being `expected`.
pub(super) fn parsed<'de, D, T, F>(
    deserializer: D,
    expected: &'static str,
    parse: F,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    F: Fn(&str) -> Option<T>,
{
    deserializer.deserialize_str(Parsed { expected, parse })
}

/// A visitor for [`parsed`].
struct Parsed<F> {
    expected: &'static str,
    parse: F,
}

impl<T, F: Fn(&str) -> Option<T>> Visitor<'_> for Parsed<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text)
            .ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(text), &self.expected))
    }
}
