//! Markdown briefs with front matter, read and written.

use crate::model::{Body, Problem, Span};

/// A Markdown brief as its file states it; nothing is worked out here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markdown {
    /// The keys of the front matter.
    pub front: FrontMatter,
    /// The title that the text states: its first block where that is a heading of level 1 or 2 (then not in `body`).
    pub heading: Option<Span>,
    /// The text.
    pub body: Body,
    /// What is wrong, with the line in the file where it can be named.
    pub problems: Vec<(Option<u32>, Problem)>,
}

/// The keys that front matter may have, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// The title.
    pub title: Option<String>,
    /// The date, in any form that `dates::parse` reads.
    pub date: Option<String>,
    /// Codes or names.
    pub countries: Vec<String>,
    /// Agency or publication.
    pub source: Option<String>,
    /// Where it was found.
    pub url: Option<String>,
    /// Who signed it.
    pub author: Option<String>,
    /// `fr` or `en`.
    pub language: Option<String>,
    /// Free words.
    pub tags: Vec<String>,
    /// `current`, `corrected` or `withdrawn`.
    pub status: Option<String>,
    /// The id or file of the brief that this one replaces.
    pub replaces: Option<String>,
    /// Not to be published before.
    pub embargo: Option<String>,
    /// A marking.
    pub classification: Option<String>,
    /// What the brief is known by, for ever.
    pub id: Option<String>,
}

/// Reads a Markdown brief.
pub fn read(decoded: &str) -> Markdown {
    let _ = decoded;
    Markdown::default()
}
