//! A brief as the lists show it: everything but its text.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize};

use super::{BriefPath, CountryCode, DateStamp};

/// What a brief is known by, for ever: `f:` and its front-matter id, else `p:` and a hash of its
/// path; a related story has its parent's id and a hash of its folded title behind a `/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct BriefId(Arc<str>);

impl BriefId {
    /// The id as written in the journal and on the command line.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for BriefId {
    fn from(id: &str) -> Self {
        Self(id.into())
    }
}

impl<'de> Deserialize<'de> for BriefId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::parsed::parsed(deserializer, "an id", |text| Some(Self(text.into())))
    }
}

impl fmt::Display for BriefId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A brief's metadata: one line of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// What it is known by.
    pub id: BriefId,
    /// The file it stands in. Not written with the rest: what a brief is kept in is kept by file.
    #[serde(skip)]
    pub file: BriefPath,
    /// 0 for the file's first story, 1 and up for those behind it in their order: related stories, which have a parent,
    /// and further dispatches, which have none and are main stories too.
    pub part: u16,
    /// The main story, for a related one.
    pub parent: Option<BriefId>,
    /// Never empty.
    pub title: String,
    /// Whether the text states that title.
    pub title_basis: TitleBasis,
    /// When it was written, where known.
    pub date: Option<DateStamp>,
    /// Where it was sent from, as its dateline says.
    pub place: Option<String>,
    /// Agency or publication, as in `VNA/CVN`.
    pub source: Option<String>,
    /// Where it was found.
    pub source_url: Option<String>,
    /// Who signed it.
    pub author: Option<String>,
    /// The language it is written in, where it could be told.
    pub language: Option<Language>,
    /// What it is about, most salient first.
    pub countries: Vec<CountryCode>,
    /// Whether it still stands.
    pub status: Status,
    /// The front-matter id, file or title of the brief that this one replaces.
    pub replaces: Option<String>,
    /// Free words of the newsroom.
    pub tags: Vec<String>,
    /// Not to be published before; free text or a date, shown as it is.
    pub embargo: Option<String>,
    /// A marking such as "RESTRICTED", shown as it is.
    pub classification: Option<String>,
    /// Words in the clean body.
    pub words: u32,
    /// What the reader corrected in it: nothing as it is filed, and so it is kept.
    #[serde(skip)]
    pub corrected: Vec<Aspect>,
}

/// Whether the text states a title.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum TitleBasis {
    /// As the front matter, a heading or a headline says.
    #[default]
    Stated,
    /// Made from the first words of the text, or from the file's name: shown in ‹ ›.
    Derived,
}

/// A part of a brief that a reader can correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Aspect {
    /// What it is called.
    Title,
    /// When it was written.
    Date,
    /// What it is about.
    Countries,
    /// Whether it belongs to the story it stands below.
    Related,
    /// Whether it is a version of the text that it is folded with.
    Copy,
}

/// Whether a brief still stands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It stands.
    #[default]
    Current,
    /// It stands, in a corrected version.
    Corrected,
    /// Its source took it back.
    Withdrawn,
}

/// A language the reader knows the grammar of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[serde(rename = "en")]
    English,
    /// French.
    #[serde(rename = "fr")]
    French,
}

impl Language {
    /// ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }

    /// From the start of a tag such as `fr`, `fr-FR` or `en_GB.UTF-8`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.get(..2)?.to_ascii_lowercase().as_str() {
            "en" => Some(Self::English),
            "fr" => Some(Self::French),
            _ => None,
        }
    }
}
