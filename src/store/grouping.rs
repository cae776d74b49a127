//! What the cache keeps beside the catalogue: the groups of copies, a small file that each start
//! reads, and the sketches that they were found by, a larger one that only a change calls for.
//!
//! ```text
//! magic  key  checksum  content
//! ```
//!
//! The content of the groups is postcard; that of the sketches is a content hash and a sketch, one
//! after the other, those of one file in its order. Anything unexpected, and the file counts as missing.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::StateError;
use super::cache_file::{self, HASH};
use super::catalogue::{Cache, ContentHash, Record};
use crate::copies::{Group, Sketch};

/// The first bytes of the files; the last of them is the version of the layout.
const MAGIC: &[u8; 8] = b"CHANGRP\x01";

const GROUPS: &str = "groups";
const SKETCHES: &str = "sketches";

impl Cache {
    /// The versions of one text, as they were last found.
    pub fn load_groups(&self) -> Option<Vec<Group>> {
        postcard::from_bytes(&self.open_sealed(GROUPS)?).ok()
    }

    /// Keeps the versions of one text for the next start.
    ///
    /// # Errors
    /// [`StateError`] where the folder is not safe or takes no file.
    pub fn save_groups(&self, groups: &[Group]) -> Result<(), StateError> {
        self.seal(GROUPS, &postcard::to_stdvec(groups).unwrap_or_default())
    }

    /// The sketches of the main stories of files, by the contents of these.
    pub fn load_sketches(&self) -> Option<HashMap<ContentHash, Arc<[Sketch]>>> {
        let content = self.open_sealed(SKETCHES)?;
        let mut found: HashMap<ContentHash, Vec<Sketch>> = HashMap::new();
        for entry in content.chunks_exact(HASH + Sketch::BYTES) {
            let (hash, sketch) = entry.split_first_chunk()?;
            found.entry(ContentHash(*hash)).or_default().push(Sketch::from_bytes(sketch)?);
        }
        Some(found.into_iter().map(|(hash, sketches)| (hash, sketches.into())).collect())
    }

    /// Keeps the sketches of files for the next change.
    ///
    /// # Errors
    /// [`StateError`] where the folder is not safe or takes no file.
    pub fn save_sketches(&self, records: &[Record]) -> Result<(), StateError> {
        let mut content = Vec::with_capacity(records.len() * (HASH + Sketch::BYTES));
        let mut saved = HashSet::with_capacity(records.len());
        for record in records {
            // Files of the same contents have the same stories.
            let Some(hash) = record.hash.filter(|&hash| saved.insert(hash)) else { continue };
            for sketch in record.sketches.iter() {
                content.extend_from_slice(&hash.0);
                content.extend_from_slice(&sketch.to_bytes());
            }
        }
        self.seal(SKETCHES, &content)
    }

    fn seal(&self, kind: &str, content: &[u8]) -> Result<(), StateError> {
        self.write(kind, &cache_file::sealed(*MAGIC, &self.key, content))
    }

    fn open_sealed(&self, kind: &str) -> Option<Vec<u8>> {
        cache_file::unsealed(*MAGIC, &self.key, self.read(kind)?)
    }
}
