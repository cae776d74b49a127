//! Persons in French and English newswire: where they are named, under which title, and which
//! mentions are of one person.
//!
//! `tokens` cuts a passage into words, `titles` reads titles, `runs` finds what is written like a
//! name, `evidence` weighs whether it is one, `linking` joins later mentions to fuller ones, `fold`
//! brings spellings together. The words are data (the TOML files beside this one). This module must
//! not know briefs, nor where its known names come from.
//!
//! A wrong person is worse than none: a name needs a title, a known given name, an office-holder's
//! name or other evidence, and a word alone counts only where the text or the table of office-holders
//! says whose it is.

mod directory;
mod evidence;
pub mod fold;
mod linking;
mod offices;
mod phrases;
mod runs;
mod titles;
mod tokens;
mod words;

use std::ops::Range;

use crate::model::{CountryCode, Role};
use crate::text::Folded;
use directory::Directory;
use evidence::Passage;
pub use fold::PersonKey;
use linking::Candidate;

/// The finder, made of what is known beforehand; shared by all threads.
#[derive(Debug, Default)]
pub struct People {
    directory: Directory,
}

/// Names known beforehand, each with its country.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Office-holders, in every spelling.
    pub leaders: Vec<(String, CountryCode)>,
    /// Countries and towns.
    pub places: Vec<(String, CountryCode)>,
    /// Parliaments, parties, companies.
    pub institutions: Vec<(String, CountryCode)>,
    /// Adjectives and inhabitants in all their forms.
    pub adjectives: Vec<(String, CountryCode)>,
}

/// A place where a text names a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The number of the passage.
    pub passage: usize,
    /// The name without its title, as bytes of the passage.
    pub range: Range<usize>,
    /// The title that stands with it here.
    pub title: Option<Title>,
    /// The fullest form of the name in the text.
    pub name: String,
    /// Who it is, as far as the name tells.
    pub key: PersonKey,
}

/// A title as it stands in a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// Bytes of the passage.
    pub range: Range<usize>,
    /// The office.
    pub role: Role,
    /// Whether the text says that the office is over.
    pub former: bool,
    /// The country that the title names.
    pub country: Option<CountryCode>,
}

impl People {
    /// A finder that knows some names beforehand.
    pub fn new(known: &Known) -> Self {
        Self { directory: Directory::new(known) }
    }

    /// The persons that the passages of one text name, in the order of the text; the ranges of one
    /// passage do not overlap. Linear in the length of the text.
    pub fn find(&self, passages: &[&str]) -> Vec<Mention> {
        let mut found = Vec::new();
        for (number, text) in passages.iter().enumerate() {
            let folded = Folded::new(text);
            let passage = Passage::new(text, &folded);
            let weighed = evidence::weigh(&self.directory, &passage);
            found.extend(weighed.into_iter().map(|run| Candidate::new(number, &passage, run)));
        }
        linking::link(&self.directory, found)
    }
}
