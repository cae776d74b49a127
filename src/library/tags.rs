//! What a reader may call a tag: short, visible, and the same however it is typed.

use crate::text::{fold, is_harmful};

/// The longest name of a tag, in characters.
pub const LONGEST_TAG: usize = 64;

/// The name of a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagName {
    /// What it is compared by: folded, so that "Énergie" and "energie" are one.
    pub key: String,
    /// How it is written.
    pub name: String,
}

/// Why a text is no name of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadTag {
    /// Nothing is left of it.
    #[error("a tag needs a name: write a word or two")]
    Empty,
    /// Longer than [`LONGEST_TAG`].
    #[error("a tag has at most {LONGEST_TAG} characters: write a shorter one")]
    TooLong,
    /// It holds a character that nobody sees, or that acts on a terminal.
    #[error("a tag holds no control or invisible characters: type it anew")]
    Unseen,
}

impl TagName {
    /// Reads a name as it was typed; a `#` before it is none of it.
    ///
    /// # Errors
    /// [`BadTag`] where it is empty, too long, or holds what cannot be seen.
    pub fn new(typed: &str) -> Result<Self, BadTag> {
        let name = typed.trim().trim_start_matches('#').trim();
        if name.chars().any(is_harmful) {
            return Err(BadTag::Unseen);
        }
        if name.chars().count() > LONGEST_TAG {
            return Err(BadTag::TooLong);
        }
        let words: Vec<&str> = name.split_whitespace().collect();
        let name = words.join(" ");
        let key = key(&name);
        if key.is_empty() { Err(BadTag::Empty) } else { Ok(Self { key, name }) }
    }
}

/// What a name is compared by.
pub fn key(name: &str) -> String {
    fold(name.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_folded_and_kept_as_written() {
        let tag = TagName::new("  #Énergie  nucléaire ").expect("a tag");
        assert_eq!(
            (tag.key.as_str(), tag.name.as_str()),
            ("energie nucleaire", "Énergie nucléaire")
        );
        assert_eq!(TagName::new("ENERGIE NUCLEAIRE").map(|other| other.key), Ok(tag.key));
    }

    #[test]
    fn hostile_names_are_refused() {
        for empty in ["", "  ", "#", " # "] {
            assert_eq!(TagName::new(empty), Err(BadTag::Empty), "{empty:?}");
        }
        for unseen in ["a\nb", "a\u{202e}b", "\u{1b}[2J", "a\u{200b}", "a\u{2028}b", "x\u{0}"] {
            assert_eq!(TagName::new(unseen), Err(BadTag::Unseen), "{unseen:?}");
        }
        assert!(TagName::new(&"é".repeat(LONGEST_TAG)).is_ok());
        assert_eq!(TagName::new(&"é".repeat(LONGEST_TAG + 1)), Err(BadTag::TooLong));
    }
}
