//! What was being written on two machines and kept on neither.
//!
//! Of two drafts of one note the later goes on, the other stays beside it. A draft that a note on the same subject came after is
//! none any more: it was kept, or taken away, somewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::notes::{Shelves, Version};
use super::stream::{self, NoteLine};
use crate::store::StateError;
use crate::store::notes::{Listed, NotesFolder};

/// Drafts by the names of their files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Drafts(BTreeMap<String, String>);

impl Drafts {
    /// Those of a folder; files that are none are left alone.
    ///
    /// # Errors
    /// [`StateError`] where the folder is not safe or cannot be read.
    pub(super) fn read(folder: &NotesFolder) -> Result<Self, StateError> {
        let drafts = folder.drafts();
        let mut found = BTreeMap::new();
        let may_go = |file: &Listed| file.is_plain && stream::is_name(&file.name);
        for file in drafts.list()?.into_iter().filter(may_go) {
            let text = drafts.read(&file.name)?.and_then(|bytes| String::from_utf8(bytes).ok());
            found.extend(text.map(|text| (file.name, text)));
        }
        Ok(Self(found))
    }

    /// Those of a stream.
    pub(super) fn of(lines: Vec<NoteLine>) -> Self {
        let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for line in lines {
            texts.entry(line.name).or_default().insert(line.text);
        }
        Self::latest_first(texts)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Their lines.
    pub(super) fn lines(&self) -> Vec<NoteLine> {
        let line = |(name, text): (&String, &String)| NoteLine {
            name: name.clone(),
            text: text.clone(),
            removed: false,
            draft: true,
        };
        self.0.iter().map(line).collect()
    }

    /// Those of both, beside the notes of both.
    pub(super) fn merged_with(&self, other: &Self, notes: &Shelves) -> Self {
        let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (name, text) in self.0.iter().chain(&other.0) {
            if !notes.has_later_than(&Version::of(text)) {
                texts.entry(name.clone()).or_default().insert(text.clone());
            }
        }
        Self::latest_first(texts)
    }

    /// Lets the latest of each name have it; the others get names by what they hold.
    fn latest_first(texts: BTreeMap<String, BTreeSet<String>>) -> Self {
        let mut drafts = BTreeMap::new();
        for (name, texts) in texts {
            let latest =
                texts.iter().max_by(|a, b| Version::of(a).rank().cmp(&Version::of(b).rank()));
            for text in texts.iter().filter(|text| Some(*text) != latest) {
                drafts.insert(stream::name_by_contents(&name, text), text.clone());
            }
            if let Some(latest) = latest {
                drafts.insert(name, latest.clone());
            }
        }
        Self(drafts)
    }

    /// Makes a folder's drafts, which are these, those of another; returns how many are new there.
    ///
    /// # Errors
    /// [`StateError`] at the first that cannot be written; doing it all again does the rest.
    pub(super) fn become_those(
        &self,
        wanted: &Self,
        folder: &NotesFolder,
    ) -> Result<usize, StateError> {
        let drafts = folder.drafts();
        let new = wanted.0.iter().filter(|(name, text)| self.0.get(*name) != Some(*text));
        let mut written = 0;
        for (name, text) in new {
            drafts.write(name, text.as_bytes())?;
            written += 1;
        }
        for name in self.0.keys().filter(|name| !wanted.0.contains_key(*name)) {
            drafts.delete(name)?;
        }
        Ok(written)
    }
}
