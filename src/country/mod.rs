//! Countries and organisations: their names in French and English, and what a text is about.
//!
//! The names are data (`gazetteer/*.toml`, see its README); this module must not know any of them,
//! nor how files are read or shown.

mod inflect;
mod mentions;
mod roster;
mod salience;
mod source;
mod spellings;
pub mod supplement;
mod words;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::model::{CountryCode, Evidence, Place, Span};
use crate::text::fold;
use mentions::{Mention, Neighbours};
pub use roster::Roster;
pub use spellings::Spellings;
pub use supplement::Supplement;
use words::Forms;
pub use words::Role as Naming;

/// All names of all countries, ready to be looked for.
#[derive(Debug)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    /// Folded name to the number of its entry.
    names: HashMap<String, usize>,
    forms: Forms,
    neighbours: Neighbours,
}

/// What the gazetteer knows of one code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its code.
    pub code: CountryCode,
    /// What it is.
    pub kind: Kind,
    /// All its names in both languages, initials included, the code first: what a finder compares.
    pub names: Vec<String>,
}

/// What a code stands for.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A state.
    #[default]
    Country,
    /// A part of a state, or a land whose status is disputed, that has an ISO 3166 code of its own.
    Territory,
    /// An organisation of states.
    Organisation,
}

/// A part of a story to look for countries in: text, and where it stands in the decoded text.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    /// The words.
    pub text: &'a str,
    /// Where they stand; offsets within `text` are offsets within it where the lengths are equal.
    pub span: Span,
}

/// A story as the tagger sees it.
#[derive(Clone, Debug, Default)]
pub struct Subject<'a> {
    /// The place a dispatch was sent from.
    pub dateline: Option<Passage<'a>>,
    /// The stated title.
    pub title: Option<Passage<'a>>,
    /// The paragraphs; the first one is the lead.
    pub paragraphs: Vec<Passage<'a>>,
}

/// What a story is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tags {
    /// Its countries, most salient first.
    pub countries: Vec<CountryCode>,
    /// Why.
    pub evidence: Vec<Evidence>,
}

/// A place in a story that names one country, whether or not the story is about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The country.
    pub country: CountryCode,
    /// By what.
    pub by: Naming,
    /// Where, in the coordinates of the passages.
    pub span: Span,
}

impl Entry {
    /// Adds names, each once.
    fn add(&mut self, names: &[String]) {
        for name in names {
            if !self.names.contains(name) {
                self.names.push(name.clone());
            }
        }
    }
}

impl Gazetteer {
    /// The gazetteer that is compiled in.
    pub fn builtin() -> Self {
        Self::with(&Supplement::default())
    }

    /// The gazetteer that is compiled in, with the reader's own entries over it.
    pub fn with(supplement: &Supplement) -> Self {
        let mut entries = Vec::new();
        let mut forms = Forms::default();
        for (code, source) in source::sources() {
            source.add_to(&mut forms, number_of(&entries));
            entries.push(source.entry(code));
        }
        let traps = source::traps();
        traps.phrases.iter().for_each(|phrase| forms.add_trap(phrase));
        supplement.lay_over(&mut entries, &mut forms);
        let names = index_of_names(&entries);
        Self { entries, names, forms, neighbours: Neighbours::new(&traps) }
    }

    /// Files a story under the countries it is about.
    pub fn tag(&self, subject: &Subject<'_>) -> Tags {
        let mentions = self.mentions(subject);
        let ranked = salience::rank(&mentions, |number| self.kind_of(number));
        let countries = ranked.iter().filter_map(|&number| self.code(number)).collect();
        let mut evidence = Vec::new();
        for mention in &mentions {
            for reading in mention.readings.iter().filter(|r| ranked.contains(&r.country)) {
                let Some(country) = self.code(reading.country) else { continue };
                evidence.push(Evidence {
                    country,
                    form: mention.form.clone(),
                    span: Some(mention.span),
                    place: mention.place,
                });
            }
        }
        Tags { countries, evidence }
    }

    /// Every place in the paragraphs of a story that names one country, in the order of the text;
    /// those that may mean several are left out.
    pub fn named(&self, subject: &Subject<'_>) -> Vec<Named> {
        let in_text = |mention: &&Mention| matches!(mention.place, Place::Lead | Place::Body);
        let named = |mention: &Mention| match mention.readings.as_slice() {
            [reading] => {
                let country = self.code(reading.country)?;
                Some(Named { country, by: reading.role, span: mention.span })
            }
            _ => None,
        };
        self.mentions(subject).iter().filter(in_text).filter_map(named).collect()
    }

    /// Every mention of a country in a story, settled on what it means there.
    fn mentions(&self, subject: &Subject<'_>) -> Vec<Mention> {
        let head = [(&subject.dateline, Place::Dateline), (&subject.title, Place::Title)];
        let head = head.into_iter().filter_map(|(passage, place)| Some((passage.as_ref()?, place)));
        let places = std::iter::once(Place::Lead).chain(std::iter::repeat(Place::Body));
        let passages = head.chain(subject.paragraphs.iter().zip(places));
        let mut mentions = Vec::new();
        for (number, (passage, place)) in passages.enumerate() {
            mentions.extend(mentions::find(&self.forms, &self.neighbours, passage, place, number));
        }
        mentions::settle(&mut mentions);
        mentions
    }

    /// The country that a code or a whole name means, in either language, accents and case aside.
    pub fn lookup(&self, name: &str) -> Option<CountryCode> {
        let key = key_of(name);
        let articles = ["le ", "la ", "les ", "l ", "the "];
        let bare = articles.iter().find_map(|article| key.strip_prefix(article));
        let number = self.names.get(&key).or_else(|| self.names.get(bare?))?;
        self.entries.get(*number).map(|entry| entry.code)
    }

    /// The countries that a list of names and codes means, each once: commas or semicolons between
    /// them, or just blanks between codes. The first name that means none is the error.
    ///
    /// # Errors
    /// That name, as it was written.
    pub fn lookup_all(&self, names: &str) -> Result<Vec<CountryCode>, String> {
        let mut countries = Vec::new();
        let mut add = |code| {
            if !countries.contains(&code) {
                countries.push(code);
            }
        };
        // "Congo, République démocratique du" is one.
        if let Some(code) = self.lookup(names) {
            return Ok(vec![code]);
        }
        for name in names.split([',', ';']).map(str::trim).filter(|name| !name.is_empty()) {
            if let Some(code) = self.lookup(name) {
                add(code);
                continue;
            }
            let code_of = |word: &str| Some(self.entry(word.parse().ok()?)?.code);
            let codes: Option<Vec<_>> = name.split_whitespace().map(code_of).collect();
            codes.ok_or_else(|| name.to_owned())?.into_iter().for_each(&mut add);
        }
        Ok(countries)
    }

    /// What each code stands for: countries by part of the world, then organisations.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What is known of one code.
    pub fn entry(&self, code: CountryCode) -> Option<&Entry> {
        self.names.get(&fold(code.as_str())).and_then(|&number| self.entries.get(number))
    }

    /// All names of a code in both languages, the code first; nothing for an unknown one.
    pub fn names(&self, code: CountryCode) -> &[String] {
        self.entry(code).map_or(&[], |entry| &entry.names)
    }

    /// What a code stands for.
    pub fn kind(&self, code: CountryCode) -> Option<Kind> {
        self.entry(code).map(|entry| entry.kind)
    }

    fn kind_of(&self, number: u16) -> Kind {
        self.entries.get(usize::from(number)).map_or(Kind::Country, |entry| entry.kind)
    }

    fn code(&self, number: u16) -> Option<CountryCode> {
        self.entries.get(usize::from(number)).map(|entry| entry.code)
    }
}

/// The number of the next entry.
fn number_of(entries: &[Entry]) -> u16 {
    u16::try_from(entries.len()).unwrap_or(u16::MAX)
}

/// Folded names to entries. Codes come before names, earlier entries before later ones.
fn index_of_names(entries: &[Entry]) -> HashMap<String, usize> {
    let mut index = HashMap::new();
    for (number, entry) in entries.iter().enumerate() {
        index.insert(fold(entry.code.as_str()), number);
    }
    for (number, entry) in entries.iter().enumerate() {
        for name in &entry.names {
            index.entry(key_of(name)).or_insert(number);
        }
    }
    index
}

/// A name as look-ups compare it: its folded words, one space apart.
fn key_of(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> = words::word_ranges(&folded).filter_map(|r| folded.get(r)).collect();
    words.join(" ")
}
