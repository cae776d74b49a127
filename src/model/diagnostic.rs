//! What is wrong with a file, as data: the words come from the message catalogues.

use serde::{Deserialize, Serialize};

use super::BriefPath;

/// One thing wrong with one file. The rest of the library is unharmed by it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The file.
    pub file: BriefPath,
    /// The line, from 1, where one can be named.
    pub line: Option<u32>,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Problem {
    /// The file could not be opened or read; the system's words.
    Unreadable(String),
    /// A link that leads out of the briefs folder.
    LinkOutside,
    /// A link to nothing.
    LinkNowhere,
    /// A folder within more folders than are entered.
    TooDeep,
    /// A pipe, a socket or a device.
    NotAFile,
    /// Bytes that are no text; the file's size in bytes.
    Binary(u64),
    /// Nothing in it.
    Empty,
    /// Only the first bytes were read; the file's size and how many were read.
    TooLarge {
        /// The file's size in bytes.
        size: u64,
        /// How many of them were read.
        read: u64,
    },
    /// Not valid UTF-8; the encoding it was read as.
    Encoding(String),
    /// Some bytes stand for nothing and were replaced.
    Undecodable,
    /// Invisible or control characters, and how many.
    HiddenCharacters(u32),
    /// The front matter has no closing line.
    FrontMatterUnclosed,
    /// The front matter cannot be read; the parser's words.
    FrontMatterInvalid(String),
    /// A key that means nothing here.
    UnknownKey(String),
    /// A value that its key cannot have.
    InvalidValue {
        /// The key.
        key: String,
        /// The value, shortened.
        value: String,
    },
    /// A second brief with the same front-matter id; the file that has it.
    DuplicateId {
        /// The id.
        id: String,
        /// The other file.
        other: BriefPath,
    },
    /// A raw file that was imported; the file that stands for it.
    Imported(BriefPath),
    /// A raw file that changed after it was imported; the file that was imported from it.
    ChangedSinceImport(BriefPath),
    /// No title stands in the text.
    NoTitle,
    /// No date stands in the text.
    NoDate,
    /// No country is named.
    NoCountry,
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// Words of the outside.
    Text(String),
    /// A number that the catalogue may inflect by.
    Number(i64),
}

impl From<usize> for Argument {
    fn from(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl Problem {
    /// The key of its message in the catalogues.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "problem-unreadable",
            Self::LinkOutside => "problem-link-outside",
            Self::LinkNowhere => "problem-link-nowhere",
            Self::TooDeep => "problem-too-deep",
            Self::NotAFile => "problem-not-a-file",
            Self::Binary(_) => "problem-binary",
            Self::Empty => "problem-empty",
            Self::TooLarge { .. } => "problem-too-large",
            Self::Encoding(_) => "problem-encoding",
            Self::Undecodable => "problem-undecodable",
            Self::HiddenCharacters(_) => "problem-hidden-characters",
            Self::FrontMatterUnclosed => "problem-front-matter-unclosed",
            Self::FrontMatterInvalid(_) => "problem-front-matter-invalid",
            Self::UnknownKey(_) => "problem-unknown-key",
            Self::InvalidValue { .. } => "problem-invalid-value",
            Self::DuplicateId { .. } => "problem-duplicate-id",
            Self::Imported(_) => "problem-imported",
            Self::ChangedSinceImport(_) => "problem-changed-since-import",
            Self::NoTitle => "problem-no-title",
            Self::NoDate => "problem-no-date",
            Self::NoCountry => "problem-no-country",
        }
    }

    /// The arguments of its message, by name.
    pub fn arguments(&self) -> Vec<(&'static str, Argument)> {
        let text = |text: &str| Argument::Text(text.to_owned());
        let number = |n: u64| Argument::Number(i64::try_from(n).unwrap_or(i64::MAX));
        match self {
            Self::Unreadable(detail) | Self::FrontMatterInvalid(detail) => {
                vec![("detail", text(detail))]
            }
            Self::Binary(size) => vec![("size", number(*size))],
            Self::TooLarge { size, read } => vec![("size", number(*size)), ("read", number(*read))],
            Self::Encoding(name) => vec![("encoding", text(name))],
            Self::HiddenCharacters(count) => vec![("count", number(u64::from(*count)))],
            Self::UnknownKey(key) => vec![("key", text(key))],
            Self::InvalidValue { key, value } => vec![("key", text(key)), ("value", text(value))],
            Self::DuplicateId { id, other } => {
                vec![("id", text(id)), ("other", text(other.as_str()))]
            }
            Self::Imported(other) | Self::ChangedSinceImport(other) => {
                vec![("other", text(other.as_str()))]
            }
            Self::LinkOutside
            | Self::LinkNowhere
            | Self::TooDeep
            | Self::NotAFile
            | Self::Empty
            | Self::Undecodable
            | Self::FrontMatterUnclosed
            | Self::NoTitle
            | Self::NoDate
            | Self::NoCountry => Vec::new(),
        }
    }

    /// Whether the file's text can still be read as its writer meant it.
    pub fn is_notice(&self) -> bool {
        matches!(
            self,
            Self::Encoding(_)
                | Self::HiddenCharacters(_)
                | Self::Imported(_)
                | Self::ChangedSinceImport(_)
                | Self::NoTitle
                | Self::NoDate
                | Self::NoCountry
        )
    }
}
