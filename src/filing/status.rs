//! Whether a brief still stands, by the words agencies put before a headline.

use serde::Deserialize;

use crate::model::Status;
use crate::text::fold;

/// The words, so that a person can correct them.
const WORDS: &str = include_str!("status.toml");

/// Folded words for each status.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Markers {
    corrected: Vec<String>,
    withdrawn: Vec<String>,
}

/// The status that front matter states.
pub(super) fn from_key(value: &str) -> Option<Status> {
    match value.trim().to_ascii_lowercase().as_str() {
        "current" => Some(Status::Current),
        "corrected" => Some(Status::Corrected),
        "withdrawn" => Some(Status::Withdrawn),
        _ => None,
    }
}

impl Markers {
    /// The words that are compiled in.
    pub(super) fn builtin() -> Self {
        toml::from_str(WORDS).unwrap_or_default()
    }

    /// The status that a headline states: `CORRECTED-Talks in Minsk`, `Rectificatif : ...`,
    /// `Talks in Minsk (corrected)`. A word in running type, as in "Withdrawn troops return", does
    /// not count.
    pub(super) fn status(&self, headline: &str) -> Status {
        let (before, behind) = marks_of(headline.trim());
        // Longer words are none of ours and need no folding.
        let marks = [before, behind].into_iter().flatten().filter(|word| word.len() <= 40);
        marks.map(|word| self.of_word(word)).find(|&s| s != Status::Current).unwrap_or_default()
    }

    fn of_word(&self, word: &str) -> Status {
        let folded = fold(word);
        if self.withdrawn.contains(&folded) {
            Status::Withdrawn
        } else if self.corrected.contains(&folded) {
            Status::Corrected
        } else {
            Status::Current
        }
    }
}

/// The word that is set apart before a headline, and the one in brackets behind it.
fn marks_of(headline: &str) -> (Option<&str>, Option<&str>) {
    let separators = [':', '-', '–', '—', '/', ')', ']'];
    let opened = headline.trim_start_matches(['(', '[', '*', '/']);
    let ends = |c: char| c.is_whitespace() || c == ',' || separators.contains(&c);
    let first = opened.split(ends).next().unwrap_or_default();
    let rest = opened.strip_prefix(first).unwrap_or_default().trim_start();
    let is_apart = rest.starts_with(separators) || opened.len() < headline.len();
    let is_shouted =
        first.chars().any(char::is_uppercase) && !first.chars().any(char::is_lowercase);
    let last = headline.strip_suffix([')', ']']).and_then(|text| text.rsplit(['(', '[']).next());
    (Some(first).filter(|_| is_apart || is_shouted), last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(headline: &str) -> Status {
        Markers::builtin().status(headline)
    }

    #[test]
    fn headlines_say_whether_a_text_stands() {
        for corrected in [
            "CORRECTED-Talks in Minsk",
            "CORRECTED Talks in Minsk",
            "Correction : les pourparlers",
            "RECTIFICATIF Les pourparlers",
            "(Corrected) Talks in Minsk",
            "Talks in Minsk (corrected)",
        ] {
            assert_eq!(status(corrected), Status::Corrected, "{corrected}");
        }
        assert_eq!(status("WITHDRAWN: Talks in Minsk"), Status::Withdrawn);
        assert_eq!(status("ANNULATION - Les pourparlers"), Status::Withdrawn);
        for current in [
            "Withdrawn troops return",
            "Correction of prices in Minsk",
            "",
            "(",
            "MINSK: talks",
            ")",
        ] {
            assert_eq!(status(current), Status::Current, "{current}");
        }
    }

    #[test]
    fn the_words_are_folded() {
        let words: Markers = toml::from_str(WORDS).expect("valid TOML");
        for word in words.corrected.iter().chain(&words.withdrawn) {
            assert_eq!(&fold(word), word);
        }
    }
}
