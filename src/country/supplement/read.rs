//! The reader's file to tables, key by key; what is wrong in it costs its own line.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Mistake, Table, Wrong};
use crate::country::Kind;
use crate::country::source::{self, Source};
use crate::model::CountryCode;
use crate::text::fold;
use crate::text::lines::{self, Lines};

/// More mistakes than this tell nobody anything new.
const MOST_MISTAKES: usize = 100;

/// More tables than this are no gazetteer: the world has 250.
const MOST_TABLES: usize = 1_000;

/// Letters and digits that a form needs to be told from others; in lower case it is found in any
/// case, and needs one more.
const SHORTEST_FORM: usize = 2;

/// The longest form, in characters; the longest official names of states have about sixty.
const LONGEST_FORM: usize = 100;

/// The longest value that is told again, in characters.
const LONGEST_SHOWN: usize = 60;

type Value<'a> = Spanned<DeValue<'a>>;
type Entry<'t, 'a> = (&'t str, usize, &'t Value<'a>);

/// The tables of a file, and what cannot be taken, by line.
pub(super) fn read(bytes: &[u8]) -> (Vec<Table>, Vec<Mistake>) {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}'),
        Err(error) => {
            let valid = String::from_utf8_lossy(bytes);
            let line = Lines::new(&valid).number(error.valid_up_to());
            let wrong = Wrong::Syntax("this is not UTF-8".to_owned());
            return (Vec::new(), vec![Mistake { line: Some(line), wrong }]);
        }
    };
    let mut reading = Reading::new(text);
    if !reading.part(text, 0) {
        // One bad table must not cost the others: each alone, then.
        let whole = std::mem::take(&mut reading.mistakes);
        sections(text).for_each(|(start, section)| {
            reading.part(section, start);
        });
        if reading.mistakes.is_empty() {
            reading.mistakes = whole;
        }
    }
    let Reading { tables, mut mistakes, .. } = reading;
    mistakes.sort_by_key(|mistake| mistake.line);
    mistakes.truncate(MOST_MISTAKES);
    (tables, mistakes)
}

/// The parts of a file that each begin with the heading of a table, with their places.
fn sections(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_heading = |at: &usize| text.get(*at..).is_some_and(|rest| rest.starts_with('['));
    let mut starts: Vec<usize> = lines::ranges(text).map(|line| line.start).collect();
    starts.retain(is_heading);
    let ends: Vec<usize> = starts.iter().copied().skip(1).chain([text.len()]).collect();
    let part = move |(start, end)| Some((start, text.get(start..end)?));
    starts.into_iter().zip(ends).filter_map(part)
}

/// The file that is being read.
struct Reading<'s> {
    text: &'s str,
    lines: Lines,
    /// Tables looked at so far.
    seen: usize,
    tables: Vec<Table>,
    mistakes: Vec<Mistake>,
}

impl<'s> Reading<'s> {
    fn new(text: &'s str) -> Self {
        Self { text, lines: Lines::new(text), seen: 0, tables: Vec::new(), mistakes: Vec::new() }
    }

    /// Reads a part of the file that starts at a byte of it; whether it is TOML. What is not TOML
    /// is noted and left out.
    fn part(&mut self, part: &str, start: usize) -> bool {
        if self.mistakes.len() > MOST_MISTAKES {
            return false;
        }
        let (root, errors) = DeTable::parse_recoverable(part);
        for error in errors.iter().take(MOST_MISTAKES) {
            let at = error.span().map_or(0, |span| span.start);
            self.note(start + at, Wrong::Syntax(shown(error.message())));
        }
        if !errors.is_empty() {
            return false;
        }
        for (key, at, value) in entries(root.get_ref(), start) {
            if self.seen == MOST_TABLES {
                self.note(at, Wrong::TooMany);
                break;
            }
            self.seen += 1;
            match (key.parse(), value.get_ref().as_table()) {
                (Ok(code), Some(table)) => self.table(code, at, table, start),
                (Err(_), _) => self.note(at, Wrong::Code(shown(key))),
                (Ok(_), None) => self.refuse(key, value, start),
            }
        }
        true
    }

    /// One table, under its code.
    fn table(&mut self, code: CountryCode, at: usize, table: &DeTable<'_>, start: usize) {
        let is_new = !source::is_builtin(code)
            && !self.tables.iter().any(|known| known.code == code && known.is_named());
        let kind = if code.is_organisation() { Kind::Organisation } else { Kind::Country };
        let source = Source { kind, ..Source::default() };
        let mut read = Table { code, source, not: Vec::new(), name_fr: None, name_en: None };
        for (key, at, value) in entries(table, start) {
            let Table { source, not, name_fr, name_en, .. } = &mut read;
            match key {
                "names" => source.names.extend(self.forms(key, value, start)),
                "adjectives_fr" => source.adjectives_fr = self.forms(key, value, start),
                "adjectives_en" => source.adjectives_en = self.forms(key, value, start),
                "capital" => source.capital = self.forms(key, value, start),
                "places" => source.places = self.forms(key, value, start),
                "institutions" => source.institutions = self.forms(key, value, start),
                "ambiguous" => source.ambiguous = self.forms(key, value, start),
                "not" => *not = self.forms(key, value, start),
                "name_fr" => *name_fr = self.name(key, value, start, &mut source.names),
                "name_en" => *name_en = self.name(key, value, start, &mut source.names),
                "leaders" => self.leaders(source, value, start),
                "kind" => self.kind(&mut read, value, start),
                other => self.note(at, Wrong::Key(shown(other))),
            }
        }
        if is_new && read.source.names.is_empty() {
            self.note(at, Wrong::Nameless(code));
            return;
        }
        if let Some(form) = read.contradiction() {
            self.note(at, Wrong::Contradiction(form));
        }
        self.tables.push(read);
    }

    /// A list of forms; one that cannot be looked for is left out.
    fn forms(&mut self, key: &str, value: &Value<'_>, start: usize) -> Vec<String> {
        let Some(list) = value.get_ref().as_array() else {
            self.refuse(key, value, start);
            return Vec::new();
        };
        list.iter().filter_map(|form| self.form(key, form, start)).collect()
    }

    /// One form.
    fn form(&mut self, key: &str, value: &Value<'_>, start: usize) -> Option<String> {
        let Some(text) = value.get_ref().as_str() else {
            self.refuse(key, value, start);
            return None;
        };
        self.told_apart(text, start + value.span().start)
    }

    /// A form with single spaces, where it can be told from others.
    fn told_apart(&mut self, text: &str, at: usize) -> Option<String> {
        let form = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let letters = fold(&form).chars().filter(|c| c.is_alphanumeric()).count();
        let in_any_case = !form.chars().any(char::is_uppercase);
        let shortest = SHORTEST_FORM + usize::from(in_any_case && form.is_ascii());
        if letters < shortest || form.chars().count() > LONGEST_FORM {
            self.note(at, Wrong::Form(shown(&form)));
            return None;
        }
        Some(form)
    }

    /// What lists call it, which is a name of it as well.
    fn name(
        &mut self,
        key: &str,
        value: &Value<'_>,
        start: usize,
        names: &mut Vec<String>,
    ) -> Option<String> {
        let name = self.form(key, value, start)?;
        names.push(name.clone());
        Some(name)
    }

    /// Names of persons with their years in office.
    fn leaders(&mut self, source: &mut Source, value: &Value<'_>, start: usize) {
        let Some(table) = value.get_ref().as_table() else {
            self.refuse("leaders", value, start);
            return;
        };
        for (name, at, years) in entries(table, start) {
            let Some(term) = years.get_ref().as_str().filter(|term| are_years(term)) else {
                self.refuse(name, years, start);
                continue;
            };
            let name = self.told_apart(name, at);
            source.leaders.extend(name.map(|name| (name, term.to_owned())));
        }
    }

    /// What a new code stands for.
    fn kind(&mut self, table: &mut Table, value: &Value<'_>, start: usize) {
        let (code, at) = (table.code, start + value.span().start);
        let kind = match value.get_ref().as_str() {
            Some("country") => Kind::Country,
            Some("territory") => Kind::Territory,
            Some("organisation") => Kind::Organisation,
            _ => return self.refuse("kind", value, start),
        };
        if source::is_builtin(code) {
            self.note(at, Wrong::KnownKind(code));
        } else if code.is_organisation() != (kind == Kind::Organisation) {
            self.note(at, Wrong::Kind(code));
        } else {
            table.source.kind = kind;
        }
    }

    fn refuse(&mut self, key: &str, value: &Value<'_>, start: usize) {
        let span = start + value.span().start..start + value.span().end;
        let written = self.text.get(span.clone()).unwrap_or_default();
        let value = shown(written.lines().next().unwrap_or_default());
        self.note(span.start, Wrong::Value { key: shown(key), value });
    }

    fn note(&mut self, at: usize, wrong: Wrong) {
        self.mistakes.push(Mistake { line: Some(self.lines.number(at)), wrong });
    }
}

impl Table {
    fn is_named(&self) -> bool {
        !self.source.names.is_empty()
    }

    /// A form that the table both gives its code and denies it.
    fn contradiction(&self) -> Option<String> {
        let source = &self.source;
        let lists = [&source.names, &source.capital, &source.places, &source.institutions];
        let adjectives = [&source.adjectives_fr, &source.adjectives_en];
        let given: Vec<String> =
            lists.into_iter().chain(adjectives).flatten().map(|form| fold(form)).collect();
        self.not.iter().find(|form| given.contains(&fold(form))).cloned()
    }
}

/// The entries of a table as they stand in the file, each with the place of its key.
fn entries<'t, 'a>(table: &'t DeTable<'a>, start: usize) -> Vec<Entry<'t, 'a>> {
    let entry =
        |(key, value): (&'t Spanned<std::borrow::Cow<'a, str>>, &'t Value<'a>)| -> Entry<'t, 'a> {
            (key.get_ref().as_ref(), start + key.span().start, value)
        };
    let mut entries: Vec<Entry<'_, '_>> = table.iter().map(entry).collect();
    entries.sort_by_key(|(_, at, _)| *at);
    entries
}

/// Whether a text is terms of office such as `2017-`, `1992-1997, 2005-2013`, or nothing.
fn are_years(text: &str) -> bool {
    let is_year = |year: &str| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let is_term = |term: &str| match term.trim().split_once('-') {
        Some((from, to)) => is_year(from) && (to.is_empty() || is_year(to)),
        None => is_year(term.trim()),
    };
    text.trim().is_empty() || text.split(',').all(is_term)
}

fn shown(text: &str) -> String {
    text.chars().take(LONGEST_SHOWN).collect()
}
