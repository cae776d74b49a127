//! Notes as files that a person can read and write: Markdown below front matter in TOML that says
//! what they are about. Knows of no folder and opens no file.
//!
//! ```text
//! +++
//! about = "sentence"            # or "brief", "country"
//! id = "f:forum"                # the brief; a country has `country = "KZ"`
//! file = "kazakhstan/forum.md"  # these two only tell a person which one is meant
//! title = "The forum"
//! sentence = "It lasted two days."
//! span = [120, 139]
//! written = 2025-06-02T08:30:00Z
//! +++
//!
//! Words of the reader.
//! ```

mod name;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use name::file_name;
pub use read::{body, read};
pub use write::write;

/// The longest text of a note, in bytes: more than a person writes, less than hurts.
pub const LONGEST: usize = 64 * 1024;

/// The fences around front matter.
const FENCE: &str = "+++";

/// Why a file is no note; it is left as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoNote {
    /// There are no fences of `+++` on top.
    #[error("no front matter between lines of +++; it is left alone")]
    NoFrontMatter,
    /// The front matter is not what is written here.
    #[error("front matter that cannot be read ({0}); it is left alone")]
    Damaged(String),
    /// It is not said what the note is about.
    #[error("front matter that does not say what it is about; it is left alone")]
    Nameless,
}
