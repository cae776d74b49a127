//! Searches that the reader gave a name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A query under a name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedSearch {
    /// As the reader wrote it.
    pub name: String,
    /// As it was typed.
    pub query: String,
}

/// A name gets a search, or none any more: the unit of the journal, of undo and of merging.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Naming {
    /// What the name is compared by.
    pub key: String,
    /// The search; `None` takes it away.
    pub search: Option<SavedSearch>,
}

/// Searches by what their names are compared by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Searches(BTreeMap<String, SavedSearch>);

impl Searches {
    /// The searches, in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &SavedSearch)> {
        self.0.iter().map(|(key, search)| (key.as_str(), search))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The search of a key.
    pub fn get(&self, key: &str) -> Option<&SavedSearch> {
        self.0.get(key)
    }

    /// Gives a name its search, or takes it away.
    pub fn apply(&mut self, naming: &Naming) {
        match &naming.search {
            Some(search) => self.0.insert(naming.key.clone(), search.clone()),
            None => self.0.remove(&naming.key),
        };
    }
}
