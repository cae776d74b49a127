//! The patterns of `patterns.toml`, folded once. Knows how to ask them, not what follows from the answer.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::fold;

/// The compiled patterns: read once, never changed.
static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    toml::from_str::<Patterns>(include_str!("patterns.toml"))
        .map(Patterns::folded)
        .unwrap_or_default()
});

/// All that the file says.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Patterns {
    pub related: Related,
    pub counter: Counter,
    pub furniture: Furniture,
    pub picture: Picture,
    pub pointer: Pointer,
    pub header: Header,
    pub kicker: Kicker,
    pub agency: Agency,
    pub end: End,
    pub parting: Parting,
    pub status: StatusWords,
}

/// Headings over other stories.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Related {
    pub more: HashSet<String>,
    pub aside: HashSet<String>,
}

/// What is counted under a story.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Counter {
    pub words: HashSet<String>,
}

/// Menus, bars, notices.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Furniture {
    pub lines: HashSet<String>,
    pub bars: HashSet<String>,
    pub notices: Vec<Vec<String>>,
}

/// Credits and captions.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Picture {
    pub credits: HashSet<String>,
    pub gallery: HashSet<String>,
}

/// Pointers to other stories.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Pointer {
    pub openers: HashSet<String>,
}

/// Words of the line that says when and by whom.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Header {
    pub published: HashSet<String>,
    pub updated: HashSet<String>,
    pub beside: HashSet<String>,
    pub bylines: HashSet<String>,
}

/// Words before a dash that are no place.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Kicker {
    pub words: HashSet<String>,
}

/// Agencies and publications.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Agency {
    /// Folded.
    pub names: HashSet<String>,
    pub hosts: HashMap<String, String>,
}

/// Marks of the end.
#[derive(Debug, Default, Deserialize)]
pub(super) struct End {
    pub marks: HashSet<String>,
    pub credits: HashSet<String>,
}

/// What stands between the dispatches of one file.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Parting {
    pub opens: HashSet<String>,
    pub closes: HashSet<String>,
    /// Signs of which a rule is drawn.
    pub rules: String,
    /// Those that divide texts and never paragraphs.
    pub divides: String,
}

/// Words about the standing of a dispatch.
#[derive(Debug, Default, Deserialize)]
pub(super) struct StatusWords {
    pub corrected: HashSet<String>,
    pub withdrawn: HashSet<String>,
}

impl Patterns {
    /// The patterns.
    pub(super) fn get() -> &'static Self {
        &PATTERNS
    }

    fn folded(mut self) -> Self {
        for set in [
            &mut self.related.more,
            &mut self.related.aside,
            &mut self.counter.words,
            &mut self.furniture.lines,
            &mut self.furniture.bars,
            &mut self.picture.credits,
            &mut self.picture.gallery,
            &mut self.pointer.openers,
            &mut self.header.published,
            &mut self.header.updated,
            &mut self.header.beside,
            &mut self.header.bylines,
            &mut self.kicker.words,
            &mut self.agency.names,
            &mut self.end.marks,
            &mut self.end.credits,
            &mut self.parting.opens,
            &mut self.parting.closes,
            &mut self.status.corrected,
            &mut self.status.withdrawn,
        ] {
            *set = set.iter().map(|word| fold(word)).collect();
        }
        for words in &mut self.furniture.notices {
            for word in words {
                *word = fold(word);
            }
        }
        self
    }

    /// Whether `name` is an agency, or several joined by marks ("VNA/CVN").
    pub(super) fn is_agency(&self, name: &str) -> bool {
        let name = name.trim();
        let known = |name: &str| self.agency.names.contains(fold(name.trim()).as_str());
        known(name) || (!name.is_empty() && name.split(['/', '-', ',', '+', '&']).all(known))
    }
}

/// The longest opening of `folded` that is one of `openers` and ends with a word; what stands behind it.
pub(super) fn strip_opener<'t>(folded: &'t str, openers: &HashSet<String>) -> Option<&'t str> {
    /// No opener has more words.
    const MOST_WORDS: usize = 4;
    let ends = folded
        .char_indices()
        .filter(|&(at, c)| at > 0 && !c.is_alphanumeric() && c != '\'')
        .map(|(at, _)| at)
        .take(MOST_WORDS * 2);
    let ends: Vec<usize> = ends.chain(std::iter::once(folded.len())).collect();
    ends.into_iter().rev().find_map(|end| {
        let (opener, rest) = folded.split_at_checked(end)?;
        openers.contains(opener.trim_end()).then_some(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read() {
        let patterns = Patterns::get();
        assert!(patterns.related.more.contains("voir plus"));
        assert!(patterns.is_agency("VNA/CVN") && patterns.is_agency("BelTA"));
        assert!(
            !patterns.is_agency("") && !patterns.is_agency("/") && !patterns.is_agency("Minsk")
        );
    }

    #[test]
    fn openers_end_with_a_word() {
        let openers = &Patterns::get().pointer.openers;
        assert_eq!(
            strip_opener("lire aussi : minsk", openers).map(str::trim_start),
            Some(": minsk")
        );
        assert_eq!(strip_opener("lires", openers), None);
    }
}
