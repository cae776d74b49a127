//! The reader's own gazetteer: entries laid over those that are compiled in. A file that somebody
//! wrote by hand, so whatever is wrong in it costs its own line. Opens no file.

mod read;
#[cfg(test)]
mod tests;

use super::source::{self, Source};
use super::words::Forms;
use super::{Entry, number_of};
use crate::model::{CountryCode, Language};
use crate::text::fold;

/// What a supplement can say, as a file whose entries are all commented out.
pub const EXAMPLE: &str = include_str!("gazetteer/example.toml");

/// A file of more bytes than this is refused: the names of the whole world take a quarter of it.
pub const MOST_BYTES: usize = 512 * 1024;

/// The entries of one file, in its order.
#[derive(Clone, Debug, Default)]
pub struct Supplement {
    tables: Vec<Table>,
    /// The file that they come from; empty where it has none.
    text: String,
}

/// What the file says of one code.
#[derive(Clone, Debug)]
struct Table {
    code: CountryCode,
    /// Names and forms to add.
    source: Source,
    /// Forms that do not mean this code.
    not: Vec<String>,
    /// What lists call it in French.
    name_fr: Option<String>,
    /// What lists call it in English.
    name_en: Option<String>,
}

/// Something in the file that cannot be taken; the rest of it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The line, from 1; none for the file as a whole.
    pub line: Option<u32>,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What can be wrong with a supplement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// More than [`MOST_BYTES`]: nothing of it counts.
    TooLarge,
    /// More tables than any gazetteer has; the first ones count.
    TooMany,
    /// It is no TOML; tables that can be read alone count.
    Syntax(String),
    /// The name of a table that is no code.
    Code(String),
    /// A key that means nothing here.
    Key(String),
    /// A value that its key cannot have.
    Value {
        /// The key.
        key: String,
        /// As it is written.
        value: String,
    },
    /// A form that would be found everywhere, or nowhere.
    Form(String),
    /// A code that is new, without a name.
    Nameless(CountryCode),
    /// What a code that is known already stands for cannot be changed.
    KnownKind(CountryCode),
    /// Two letters are a country's, more an organisation's.
    Kind(CountryCode),
    /// A form that means its code and does not.
    Contradiction(String),
}

impl Supplement {
    /// Reads a file: its entries, and what cannot be taken, in the order of its lines.
    pub fn read(bytes: &[u8]) -> (Self, Vec<Mistake>) {
        if bytes.len() > MOST_BYTES {
            return (Self::default(), vec![Mistake { line: None, wrong: Wrong::TooLarge }]);
        }
        let (tables, mistakes) = read::read(bytes);
        let text = if tables.is_empty() { "".into() } else { String::from_utf8_lossy(bytes) };
        (Self { tables, text: text.into_owned() }, mistakes)
    }

    /// The codes it says something of, each once for each of its tables.
    pub fn codes(&self) -> impl Iterator<Item = CountryCode> {
        self.tables.iter().map(|table| table.code)
    }

    /// The names that it adds to a code.
    pub(super) fn names_of(&self, code: CountryCode) -> impl Iterator<Item = &String> {
        self.tables.iter().filter(move |table| table.code == code).flat_map(|t| &t.source.names)
    }

    /// The text that it was read from: two that say the same of every brief have the same one.
    /// Empty where it says nothing.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What lists call its codes in a language, where that is not what they call them anyway.
    pub fn shown_names(&self, language: Language) -> impl Iterator<Item = (CountryCode, &str)> {
        self.tables.iter().filter_map(move |table| Some((table.code, table.shown(language)?)))
    }

    /// Adds its forms and names to those that are there, then takes away what it denies.
    pub(super) fn lay_over(&self, entries: &mut Vec<Entry>, forms: &mut Forms) {
        for table in &self.tables {
            let Table { code, source, .. } = table;
            let known = entries.iter().position(|entry| entry.code == *code);
            let number =
                known.map_or(number_of(entries), |at| u16::try_from(at).unwrap_or(u16::MAX));
            source.add_to(forms, number);
            for form in source.ambiguous.iter().flat_map(|form| source::all_forms(form)) {
                forms.doubt(&form, number);
            }
            match entries.get_mut(usize::from(number)) {
                Some(entry) => entry.add(&source.names),
                None => entries.push(source.entry(*code)),
            }
        }
        for table in &self.tables {
            let of_code = |entry: &Entry| entry.code == table.code;
            let Some(at) = entries.iter().position(of_code) else { continue };
            let number = u16::try_from(at).unwrap_or(u16::MAX);
            for form in table.not.iter().flat_map(|form| source::all_forms(form)) {
                forms.deny(&form, number);
            }
            let denied: Vec<String> = table.not.iter().map(|form| fold(form)).collect();
            if let Some(entry) = entries.get_mut(at) {
                let Entry { code, names, .. } = entry;
                names.retain(|name| name == code.as_str() || !denied.contains(&fold(name)));
            }
        }
    }
}

impl Table {
    /// What lists call it: a code that is new has a name in both languages.
    fn shown(&self, language: Language) -> Option<&str> {
        let (own, other) = match language {
            Language::French => (&self.name_fr, &self.name_en),
            Language::English => (&self.name_en, &self.name_fr),
        };
        let any = || other.as_ref().or_else(|| self.source.names.first());
        let is_new = !source::is_builtin(self.code);
        own.as_ref().or_else(|| any().filter(|_| is_new)).map(String::as_str)
    }
}
