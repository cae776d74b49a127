//! Searches that the reader saved, with what they hold now.

use crate::text::fingerprint;

/// Which search: a number that follows from its key alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SearchId(u64);

/// A search with what it holds now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// What its name is compared by.
    pub key: String,
    /// As the reader wrote it.
    pub name: String,
    /// As it was typed.
    pub query: String,
    /// Main stories it holds, and how many of them are not read; nothing where the texts cannot be searched.
    pub briefs: Option<(usize, usize)>,
}

impl SearchId {
    /// The id of the search with a key.
    pub fn new(key: &str) -> Self {
        Self(fingerprint(key))
    }
}

/// The search of an id.
pub(super) fn search(all: &[Counted], id: SearchId) -> Option<&Counted> {
    all.iter().find(|search| SearchId::new(&search.key) == id)
}
