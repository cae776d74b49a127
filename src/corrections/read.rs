//! TOML to entries; what is wrong in it costs its own line and no other.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Entry, KEYS, Mistake, Wrong};
use crate::country::Gazetteer;
use crate::dates;
use crate::model::{CorrectedDate, Corrections, CountryCode};
use crate::text::lines::Lines;

/// More mistakes than this tell nobody anything new.
const MOST_MISTAKES: usize = 100;

/// The longest title that is taken, in characters.
const LONGEST_TITLE: usize = 500;

/// The longest value that is told again, in characters.
const LONGEST_SHOWN: usize = 60;

type Value<'a> = Spanned<DeValue<'a>>;

/// Reads a file of corrections: the entries in the file's order, and what cannot be taken.
pub fn read(source: &str, gazetteer: &Gazetteer) -> (Vec<Entry>, Vec<Mistake>) {
    let lines = Lines::new(source);
    let (table, errors) = DeTable::parse_recoverable(source);
    if !errors.is_empty() {
        let mistake = |error: &toml::de::Error| Mistake {
            line: error.span().map_or(1, |span| lines.number(span.start)),
            wrong: Wrong::Syntax(shown(error.message())),
        };
        return (Vec::new(), errors.iter().take(MOST_MISTAKES).map(mistake).collect());
    }
    let mut reading = Reading { source, lines, gazetteer, mistakes: Vec::new() };
    let mut entries = Vec::new();
    for (key, value) in table.get_ref() {
        match (key.get_ref().as_ref(), value.get_ref().as_array()) {
            ("brief", Some(briefs)) => {
                entries.extend(briefs.iter().filter_map(|brief| reading.entry(brief)));
            }
            ("brief", None) => reading.refuse("brief", value),
            (other, _) => {
                reading.note(key.span().start, Wrong::Key(shown(other)));
            }
        }
    }
    let mut mistakes = reading.mistakes;
    mistakes.sort_by_key(|mistake| mistake.line);
    mistakes.truncate(MOST_MISTAKES);
    (entries, mistakes)
}

/// The file that is being read.
struct Reading<'a> {
    source: &'a str,
    lines: Lines,
    gazetteer: &'a Gazetteer,
    mistakes: Vec<Mistake>,
}

impl Reading<'_> {
    /// One table `[[brief]]`; nothing where it is not said which brief is meant.
    fn entry(&mut self, value: &Value<'_>) -> Option<Entry> {
        let Some(table) = value.get_ref().as_table() else {
            self.refuse("brief", value);
            return None;
        };
        for (key, _) in table.iter().filter(|(key, _)| !KEYS.contains(&key.get_ref().as_ref())) {
            self.note(key.span().start, Wrong::Key(shown(key.get_ref())));
        }
        let take = |key: &str| table.iter().find(|(name, _)| name.get_ref() == key);
        let [id, file, title, date, countries, not_related, not_copy] =
            KEYS.map(|key| take(key).map(|(_, value)| value));
        let name = |reading: &mut Self, key, value| {
            reading.taken(key, value, |value| Some(value.as_str()?.trim().to_owned()))
        };
        let id = name(self, "id", id).filter(|id| !id.is_empty());
        let file = name(self, "file", file).filter(|file| !file.is_empty());
        let corrections = Corrections {
            title: self.taken("title", title, self::title),
            date: self.taken("date", date, self::date),
            countries: countries.and_then(|countries| self.countries(countries)),
            not_related: self.taken("not_related", not_related, truth).unwrap_or(false),
            not_copy: self.taken("not_copy", not_copy, truth).unwrap_or(false),
        };
        if id.is_none() && file.is_none() {
            self.note(value.span().start, Wrong::Nameless);
            return None;
        }
        Some(Entry { id: id.map(|id| id.as_str().into()), file, corrections })
    }

    /// A value as `read` takes it; where it does not, that is a mistake.
    fn taken<T>(
        &mut self,
        key: &str,
        value: Option<&Value<'_>>,
        read: impl Fn(&DeValue<'_>) -> Option<T>,
    ) -> Option<T> {
        let value = value?;
        let taken = read(value.get_ref());
        if taken.is_none() {
            self.refuse(key, value);
        }
        taken
    }

    /// Countries by names or codes; one that is unknown leaves all of them as they are.
    fn countries(&mut self, value: &Value<'_>) -> Option<Vec<CountryCode>> {
        let names = value.get_ref().as_array().map(|names| {
            names.iter().map(|name| name.get_ref().as_str()).collect::<Option<Vec<_>>>()
        });
        let Some(Some(names)) = names else {
            self.refuse("countries", value);
            return None;
        };
        let mut countries: Vec<CountryCode> = Vec::new();
        for name in names {
            let Some(code) = self.gazetteer.lookup(name) else {
                self.note(value.span().start, Wrong::Country(shown(name)));
                return None;
            };
            if !countries.contains(&code) {
                countries.push(code);
            }
        }
        Some(countries)
    }

    fn refuse(&mut self, key: &str, value: &Value<'_>) {
        let written = self.source.get(value.span()).unwrap_or_default();
        let wrong = Wrong::Value { key: key.to_owned(), value: shown(written) };
        self.note(value.span().start, wrong);
    }

    fn note(&mut self, offset: usize, wrong: Wrong) {
        self.mistakes.push(Mistake { line: self.lines.number(offset), wrong });
    }
}

/// True or false.
fn truth(value: &DeValue<'_>) -> Option<bool> {
    value.as_bool()
}

/// A title on one line.
fn title(value: &DeValue<'_>) -> Option<String> {
    let words: Vec<&str> = value.as_str()?.split_whitespace().collect();
    let title: String = words.join(" ").chars().take(LONGEST_TITLE).collect();
    // The cut may fall behind a space.
    let title = title.trim_end();
    (!title.is_empty()).then(|| title.to_owned())
}

/// A date in quotes, one of TOML's own, or "none".
fn date(value: &DeValue<'_>) -> Option<CorrectedDate> {
    let text = match value {
        DeValue::Datetime(date) => date.date?.to_string(),
        value => value.as_str()?.trim().to_owned(),
    };
    text.parse().ok().or_else(|| dates::parse(&text).map(CorrectedDate::On))
}

fn shown(text: &str) -> String {
    text.chars().take(LONGEST_SHOWN).collect()
}
