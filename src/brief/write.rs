//! A brief as a tidy Markdown file: front matter in TOML, then the text.

use std::fmt::Write as _;

use super::fence::{self, Fence};
use super::front::{Field, FrontMatter, Key};
use crate::model::{PartialDate, Precision};
use crate::text::toml::quoted;

/// The file of a brief; `text` is Markdown and stands as it is. [`super::read`] gives the same front
/// matter back. Without any key the file is the text alone, where that does not itself begin with
/// what looks like front matter.
pub fn write(front: &FrontMatter, text: &str) -> String {
    let mut front = front.clone();
    let mut keys = String::new();
    for key in Key::ALL {
        match front.field(key) {
            Field::One(Some(value)) if key == Key::Date && is_toml_date(value) => {
                push_key(&mut keys, key, value);
            }
            Field::One(Some(value)) => push_key(&mut keys, key, &quoted(value)),
            Field::Many(values) if !values.is_empty() => {
                let values: Vec<_> = values.iter().map(|value| quoted(value)).collect();
                push_key(&mut keys, key, &format!("[{}]", values.join(", ")));
            }
            Field::One(None) | Field::Many(_) => {}
        }
    }
    if keys.is_empty() && fence::find(text) == Fence::None {
        return text.to_owned();
    }
    format!("+++\n{keys}+++\n\n{text}")
}

fn push_key(keys: &mut String, key: Key, value: &str) {
    let _infallible = writeln!(keys, "{} = {value}", key.name());
}

/// Whether a value can stand without quotes and come back the same.
fn is_toml_date(value: &str) -> bool {
    value.parse::<PartialDate>().is_ok_and(|date| date.precision() == Precision::Day)
}
