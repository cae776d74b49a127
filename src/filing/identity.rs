//! What a brief is known by, for ever. Never an ordinal: a story keeps its marks when another one
//! is added before it.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::model::{BriefId, BriefPath};
use crate::text::fold;

/// Longer ids are refused: no person can type them.
const MOST_ID: usize = 200;

/// The id that front matter states; `None` where it cannot be one.
///
/// An imported file states the id by which its raw file is known, and is then the same brief.
pub(super) fn stated(id: &str) -> Option<BriefId> {
    if is_of_path(id) {
        return Some(BriefId::from(id));
    }
    let fits = id.chars().count() <= MOST_ID && !id.chars().any(char::is_control);
    fits.then(|| BriefId::from(format!("f:{id}").as_str()))
}

/// The id of a file that states none: a hash of its path's raw bytes.
pub fn of_path(path: &BriefPath) -> BriefId {
    BriefId::from(format!("p:{}", hexadecimal(&path.to_bytes(), 8)).as_str())
}

/// The id in the front matter of what was imported from outside the briefs folder: a hash of the
/// imported file's bytes.
pub(super) fn of_contents(bytes: &[u8]) -> String {
    format!("import:{}", hexadecimal(bytes, 8))
}

/// What tells the contents of a raw file from what it held when it was imported, as an import's
/// front matter states it: the first 64 bits of a hash, in hexadecimal digits.
pub fn raw_of(bytes: &[u8]) -> String {
    hexadecimal(bytes, 8)
}

/// The id of what a file known by `id` became after its first text was imported under that id.
pub fn next_of(id: &BriefId) -> BriefId {
    BriefId::from(format!("{id}{LATER}").as_str())
}

/// What stands behind the id of a raw file that changed after it was imported, once each time.
const LATER: char = '~';

/// Whether an id is one of [`of_path`] or [`next_of`], or of a story that stands in such a file.
fn is_of_path(id: &str) -> bool {
    /// A dispatch within the file, and a story related to that one.
    const DEEPEST: usize = 2;
    let Some(hashes) = id.strip_prefix("p:") else { return false };
    let is_hash = |text: &str, digits: usize| {
        text.len() == digits && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    let is_within = |story: &str| {
        let (hash, repeat) = story.split_once('-').unwrap_or((story, "2"));
        is_hash(hash, 8) && repeat.parse::<u32>().is_ok_and(|times| times > 1)
    };
    let mut levels = hashes.split('/');
    let main = levels.next().unwrap_or_default();
    let mut within = levels.clone();
    is_hash(main.trim_end_matches(LATER), 16)
        && levels.nth(DEEPEST).is_none()
        && within.all(is_within)
}

/// Gives out the ids of the stories within a file, and of those related to one of them.
#[derive(Debug)]
pub(super) struct Within<'a> {
    parent: &'a BriefId,
    /// How often each id was asked for.
    given: HashMap<String, u32>,
}

impl<'a> Within<'a> {
    pub(super) fn of(parent: &'a BriefId) -> Self {
        Self { parent, given: HashMap::new() }
    }

    /// The id of a story by its title, or by its text where it has none; a repeat within the file
    /// gets a number.
    pub(super) fn next(&mut self, title_or_text: &str) -> BriefId {
        let folded = fold(title_or_text);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let id = format!("{}/{}", self.parent, hexadecimal(words.join(" ").as_bytes(), 4));
        let times = self.given.entry(id.clone()).or_default();
        *times += 1;
        match *times {
            1 => BriefId::from(id.as_str()),
            times => BriefId::from(format!("{id}-{times}").as_str()),
        }
    }
}

/// The first bytes of a text's BLAKE3 hash.
fn hexadecimal(text: &[u8], bytes: usize) -> String {
    let mut digits = String::with_capacity(bytes * 2);
    for byte in blake3::hash(text).as_bytes().iter().take(bytes) {
        let _infallible = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_the_bytes_of_its_path() {
        let id = of_path(&BriefPath::from_bytes(b"minsk/caf\xe9.txt"));
        assert_eq!(id.as_str().len(), 18);
        assert_ne!(id, of_path(&BriefPath::from_bytes(b"minsk/caf\xe8.txt")));
        assert_eq!(id, of_path(&BriefPath::from_bytes(b"minsk/caf\xe9.txt")));
    }

    #[test]
    fn related_stories_are_known_by_their_folded_title() {
        let parent = BriefId::from("f:a");
        let mut ids = Within::of(&parent);
        let first = ids.next("Talks in Minsk");
        let again = ids.next("TALKS  in Minsk ");
        assert_eq!(again.as_str(), format!("{first}-2"));
        assert_eq!(ids.next("Talks in Minsk").as_str(), format!("{first}-3"));
        assert_eq!(first.as_str().len(), "f:a/".len() + 8);
        assert_eq!(Within::of(&parent).next("talks in minsk"), first);
    }

    #[test]
    fn an_imported_file_is_what_its_raw_file_was() {
        let raw = of_path(&"minsk.txt".into());
        let mut ids = Within::of(&raw);
        let second = ids.next("Talks");
        let related = Within::of(&second).next("Summit");
        for id in [raw.clone(), second, related, ids.next("Talks")] {
            assert_eq!(stated(id.as_str()), Some(id));
        }
        let too_deep = format!("{raw}/0a0a0a0a/0a0a0a0a/0a0a0a0a");
        for other in [
            &*too_deep,
            "p:minsk",
            "p:0123456789abcdef/",
            "p:0123456789ABCDEF",
            "p:0123456789abcdef/a",
        ] {
            assert_eq!(stated(other).map(|id| id.to_string()), Some(format!("f:{other}")));
        }
    }

    #[test]
    fn ids_that_nobody_can_type_are_refused() {
        assert_eq!(stated("a 1").map(|id| id.to_string()), Some("f:a 1".into()));
        assert_eq!(stated("a\nb"), None);
        assert_eq!(stated(&"x".repeat(201)), None);
    }
}
