//! One file of settings laid over what is set already.

use std::ops::RangeInclusive;

use serde::de::value::StrDeserializer;
use serde::de::{Deserialize, IntoDeserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::ConfigError;
use super::settings::{KeyBinding, Settings};
use crate::model::{CountryCode, Language};
use crate::text::lines::Lines;

/// More wrong lines than this tell a user nothing new.
const MOST_ERRORS: usize = 100;

/// What a setting can be, in words that end "write ...".
type Expected = String;

/// Gives one setting its value.
type Setter = fn(&mut Settings, &DeValue<'_>) -> Result<(), Expected>;

/// Every setting but the keys.
const SETTERS: [(&str, Setter); 15] = [
    ("language", |s, v| language(v).map(|value| s.language = value)),
    ("briefs", |s, v| {
        text(v).map(|value| s.briefs = Some(value.to_owned()).filter(|path| !path.is_empty()))
    }),
    ("home", |s, v| home(v).map(|value| s.home = value)),
    ("desk", |s, v| desk(v).map(|value| s.desk = value)),
    ("layout", |s, v| choice(v).map(|value| s.layout = value)),
    ("follow", |s, v| choice(v).map(|value| s.follow = value)),
    ("measure", |s, v| number(v, 40..=120).map(|value| s.measure = value)),
    ("sort_countries", |s, v| choice(v).map(|value| s.sort_countries = value)),
    ("sort_articles", |s, v| choice(v).map(|value| s.sort_articles = value)),
    ("theme", |s, v| choice(v).map(|value| s.theme = value)),
    ("mouse", |s, v| truth(v).map(|value| s.mouse = value)),
    ("external_editor", |s, v| truth(v).map(|value| s.external_editor = value)),
    ("clipboard", |s, v| choice(v).map(|value| s.clipboard = value)),
    ("mark_read_on_open", |s, v| truth(v).map(|value| s.mark_read_on_open = value)),
    ("ascii", |s, v| choice(v).map(|value| s.ascii = value)),
];

/// Reads `source` over `settings`. Returns what is wrong, in the order of the file.
pub(super) fn overlay(settings: &mut Settings, source: &str) -> Vec<ConfigError> {
    let (table, errors) = DeTable::parse_recoverable(source);
    let file = File { source, lines: Lines::new(source) };
    if !errors.is_empty() {
        let errors = errors.iter().take(MOST_ERRORS);
        return errors.map(|error| file.syntax(error)).collect();
    }
    let mut errors = Vec::new();
    for (key, value) in in_order(table.get_ref()) {
        let name = key.get_ref().as_ref();
        if name == "keys" {
            file.keys(settings, value, &mut errors);
        } else if let Some((_, set)) = SETTERS.iter().find(|(setting, _)| *setting == name) {
            let refused = set(settings, value.get_ref()).err();
            errors.extend(refused.map(|expected| file.invalid(name, value, expected)));
        } else {
            let line = file.lines.number(key.span().start);
            let meant = nearest(name);
            errors.push(ConfigError::UnknownKey { line, key: shorten(name), meant });
        }
    }
    errors.truncate(MOST_ERRORS);
    errors
}

type Key<'a> = Spanned<std::borrow::Cow<'a, str>>;
type Value<'a> = Spanned<DeValue<'a>>;

/// The entries of a table as they stand in the file.
fn in_order<'t, 'a>(table: &'t DeTable<'a>) -> Vec<(&'t Key<'a>, &'t Value<'a>)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

/// The file that is being read.
struct File<'a> {
    source: &'a str,
    lines: Lines,
}

impl File<'_> {
    fn syntax(&self, error: &toml::de::Error) -> ConfigError {
        let line = error.span().map_or(1, |span| self.lines.number(span.start));
        ConfigError::Syntax { line, detail: shorten(error.message()) }
    }

    fn invalid(&self, key: &str, value: &Value<'_>, expected: Expected) -> ConfigError {
        let line = self.lines.number(value.span().start);
        let written = self.source.get(value.span()).unwrap_or_default();
        ConfigError::InvalidValue { line, key: shorten(key), value: shorten(written), expected }
    }

    /// The tables `[keys.MODE]`.
    fn keys(&self, settings: &mut Settings, value: &Value<'_>, errors: &mut Vec<ConfigError>) {
        let Some(modes) = value.get_ref().as_table() else {
            errors.push(self.invalid("keys", value, "a table such as [keys.global]".to_owned()));
            return;
        };
        for (mode, bindings) in in_order(modes) {
            let mode = mode.get_ref().as_ref();
            let Some(bindings) = bindings.get_ref().as_table() else {
                let expected = "a table for each mode, such as [keys.global]".to_owned();
                errors.push(self.invalid(&format!("keys.{mode}"), bindings, expected));
                continue;
            };
            for (chords, command) in in_order(bindings) {
                let chords = chords.get_ref().as_ref();
                let Some(name) = command.get_ref().as_str() else {
                    let expected = "the name of a command in quotes, or \"\"".to_owned();
                    errors.push(self.invalid(chords, command, expected));
                    continue;
                };
                settings.keys.push(KeyBinding {
                    mode: mode.to_owned(),
                    chords: chords.to_owned(),
                    command: name.to_owned(),
                    line: self.lines.number(command.span().start),
                });
            }
        }
    }
}

fn text<'v>(value: &'v DeValue<'_>) -> Result<&'v str, Expected> {
    value.as_str().ok_or_else(|| "a text in quotes".to_owned())
}

fn truth(value: &DeValue<'_>) -> Result<bool, Expected> {
    value.as_bool().ok_or_else(|| "true or false".to_owned())
}

fn number(value: &DeValue<'_>, bounds: RangeInclusive<u16>) -> Result<u16, Expected> {
    let digits = value.as_integer().filter(|integer| integer.radix() == 10);
    let number = digits.and_then(|integer| integer.as_str().parse().ok());
    number
        .filter(|number| bounds.contains(number))
        .ok_or_else(|| format!("a whole number from {} to {}", bounds.start(), bounds.end()))
}

fn language(value: &DeValue<'_>) -> Result<Option<Language>, Expected> {
    match value.as_str() {
        Some("auto") => Ok(None),
        Some("fr") => Ok(Some(Language::French)),
        Some("en") => Ok(Some(Language::English)),
        _ => Err(one_of(&["fr", "en", "auto"])),
    }
}

fn country(value: &DeValue<'_>) -> Option<CountryCode> {
    value.as_str()?.trim().parse().ok()
}

fn home(value: &DeValue<'_>) -> Result<Option<CountryCode>, Expected> {
    match value.as_str() {
        Some("") => Ok(None),
        _ => Ok(Some(country(value).ok_or("a country's code such as \"VN\", or \"\"")?)),
    }
}

fn desk(value: &DeValue<'_>) -> Result<Vec<CountryCode>, Expected> {
    let codes = value.as_array().map(|values| values.iter().map(|v| country(v.get_ref())));
    let mut desk: Vec<CountryCode> = Vec::new();
    for code in codes.ok_or(DESK)? {
        let code = code.ok_or(DESK)?;
        if !desk.contains(&code) {
            desk.push(code);
        }
    }
    Ok(desk)
}

/// What a desk can be.
const DESK: &str = "a list of countries' codes such as [\"BY\", \"KZ\"]";

/// One of the words that the enum's `Deserialize` takes.
fn choice<T: for<'de> Deserialize<'de>>(value: &DeValue<'_>) -> Result<T, Expected> {
    let word: StrDeserializer<'_, Choices> = value.as_str().unwrap_or_default().into_deserializer();
    T::deserialize(word).map_err(|choices| one_of(choices.0))
}

/// The error of a choice: the words that it could have been.
#[derive(Debug)]
struct Choices(&'static [&'static str]);

impl serde::de::Error for Choices {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self(&[])
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self(expected)
    }
}

impl std::error::Error for Choices {}

impl std::fmt::Display for Choices {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&one_of(self.0))
    }
}

/// `"a", "b" or "c"`.
fn one_of(words: &[&str]) -> Expected {
    let quoted: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

/// The setting that differs from `name` by two letters at most.
fn nearest(name: &str) -> Option<&'static str> {
    const FARTHEST: usize = 2;
    let all = SETTERS.iter().map(|(setting, _)| *setting).chain(["keys"]);
    let near = all.filter(|setting| setting.len().abs_diff(name.len()) <= FARTHEST);
    let distances = near.map(|setting| (distance(setting, name), setting));
    distances.filter(|(distance, _)| *distance <= FARTHEST).min().map(|(_, setting)| setting)
}

/// Letters to change, add or leave out to make one word of the other (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (cell, other) in row.iter_mut().skip(1).zip(b.chars()) {
            let best = (*cell + 1).min(left + 1).min(diagonal + usize::from(letter != other));
            diagonal = std::mem::replace(cell, best);
            left = best;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

/// Enough of a value to find it in the file, on one line.
fn shorten(value: &str) -> String {
    const MOST: usize = 60;
    let line = value.lines().next().unwrap_or_default();
    match line.char_indices().nth(MOST) {
        Some((at, _)) => line.get(..at).unwrap_or_default().to_owned() + "…",
        None => line.to_owned(),
    }
}
