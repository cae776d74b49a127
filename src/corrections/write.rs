//! Entries as TOML that does a terminal no harm.

use std::fmt::Write as _;

use super::Entry;
use crate::model::CountryCode;
use crate::text::toml::quoted;

const HEADING: &str =
    "# Corrections of briefs. `chancery corrections import FILE` takes them over.\n";

/// The file of some entries; [`super::read()`] gives the same ones back.
pub fn write(entries: &[Entry]) -> String {
    let mut file = HEADING.to_owned();
    for entry in entries {
        file.push_str("\n[[brief]]\n");
        let corrections = &entry.corrections;
        let countries = corrections.countries.as_ref().map(|countries| {
            let codes: Vec<String> =
                countries.iter().map(CountryCode::as_str).map(quoted).collect();
            format!("[{}]", codes.join(", "))
        });
        let values = [
            ("id", entry.id.as_ref().map(|id| quoted(id.as_str()))),
            ("file", entry.file.as_deref().map(quoted)),
            ("title", corrections.title.as_deref().map(quoted)),
            ("date", corrections.date.map(|date| quoted(&date.to_string()))),
            ("countries", countries),
            ("not_related", corrections.not_related.then(|| "true".to_owned())),
            ("not_copy", corrections.not_copy.then(|| "true".to_owned())),
        ];
        for (key, value) in values {
            if let Some(value) = value {
                let _infallible = writeln!(file, "{key} = {value}");
            }
        }
    }
    file
}
