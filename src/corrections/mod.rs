//! Corrections as a file that a desk can share: TOML that a person can read and write, one table a
//! brief. Knows of no journal and opens no file.
//!
//! ```toml
//! [[brief]]
//! id = "f:forum"                 # or "file" alone
//! file = "kazakhstan/forum.md"   # "file.txt#2" for the second story under its first
//! title = "The forum"            # what is not corrected is not there
//! date = "2025-05-29"            # or "none"
//! countries = ["KZ", "Russia"]
//! not_related = true
//! not_copy = true
//! ```

mod read;
mod write;

#[cfg(test)]
mod tests;

use crate::model::{BriefId, Corrections};

pub use read::read;
pub use write::write;

/// The keys of a brief's table, as they are written.
const KEYS: [&str; 7] = ["id", "file", "title", "date", "countries", "not_related", "not_copy"];

/// A brief of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What the brief is known by, where that is said.
    pub id: Option<BriefId>,
    /// The file it stands in, below the briefs folder; `#2` behind it is the second story under its first.
    pub file: Option<String>,
    /// What is corrected in it.
    pub corrections: Corrections,
}

/// A line that cannot be taken; the rest of the file counts.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {wrong}")]
pub struct Mistake {
    /// From 1.
    pub line: u32,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What can be wrong with a file of corrections.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// It is no TOML: nothing of the file counts.
    #[error("not valid TOML ({0}); correct it")]
    Syntax(String),
    /// A key that means nothing here.
    #[error("unknown key \"{0}\"; remove or correct it")]
    Key(String),
    /// A value that its key cannot have.
    #[error("{value} is no value for {key}; correct it")]
    Value {
        /// The key.
        key: String,
        /// As it is written.
        value: String,
    },
    /// A name or code that no country has.
    #[error("\"{0}\" is no country; write a name or a code such as BY")]
    Country(String),
    /// It is not said which brief is meant.
    #[error("no id and no file: say which brief is meant")]
    Nameless,
}
