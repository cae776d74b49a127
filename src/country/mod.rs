//! Countries and organisations: their names in French and English, and what a text is about.

use crate::model::{CountryCode, Evidence, Span};

/// All names of all countries, ready to be looked for.
#[derive(Debug)]
pub struct Gazetteer {}

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

impl Gazetteer {
    /// The gazetteer that is compiled in.
    pub fn builtin() -> Self {
        Self {}
    }

    /// Files a story under the countries it is about.
    pub fn tag(&self, subject: &Subject<'_>) -> Tags {
        let _ = subject;
        Tags::default()
    }

    /// The country that a code or a whole name means, in either language, accents and case aside.
    pub fn lookup(&self, name: &str) -> Option<CountryCode> {
        name.parse().ok()
    }
}
