//! The first screen of the last session, kept beside the catalogue: shown before anything is read.
//!
//! The first screen follows from the catalogue, the journal and the circumstances (size, language,
//! day, settings) alone. A poster is kept under a key of all of them, so that one whose making has
//! changed in anything is not found.

use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::{Folders, StateError, cache_file, catalogue, journal};

/// Where a poster is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PosterFile {
    folder: PathBuf,
    name: String,
    key: [u8; 32],
}

/// Larger than a screen can be.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// Bytes of the key and of the checksum, which stand before the poster.
const HASH: usize = 32;

impl PosterFile {
    /// The poster for these folders as they are now and these circumstances; none where no
    /// catalogue stands yet.
    pub fn new(folders: &Folders, circumstances: &str) -> Option<Self> {
        let folder = folders.cache.clone()?;
        let catalogue = stamp(&folder.join(catalogue::name(&folders.briefs)))?;
        let state = folders.state.as_deref();
        let journal = state.and_then(|state| stamp(&state.join(journal::NAME)));
        let build = env!("CHANCERY_BUILD");
        let names = folders.supplement.text();
        let what = format!("{build} {catalogue:?} {journal:?} {circumstances} {names}");
        let name = format!("{}.poster", cache_file::stem(&folders.briefs));
        Some(Self { folder, name, key: *blake3::hash(what.as_bytes()).as_bytes() })
    }

    /// The poster, where there is one for exactly this.
    pub fn load(&self) -> Option<Vec<u8>> {
        let bytes = cache_file::read(&self.folder, &self.name, MOST_BYTES)?;
        let (key, rest) = bytes.split_at_checked(HASH)?;
        let (checksum, poster) = rest.split_at_checked(HASH)?;
        let is_whole = key == self.key && checksum == blake3::hash(poster).as_bytes();
        is_whole.then(|| poster.to_vec())
    }

    /// Keeps a poster for the next start.
    ///
    /// # Errors
    /// [`StateError`] where the cache folder takes no file; the next start does without.
    pub fn save(&self, poster: &[u8]) -> Result<(), StateError> {
        let bytes = [&self.key, blake3::hash(poster).as_bytes().as_slice(), poster].concat();
        cache_file::replace(&self.folder, &self.name, &bytes)
    }
}

/// What tells one version of a file from the next: size, time of change in nanoseconds, inode.
fn stamp(path: &Path) -> Option<(u64, i64, i64, u64)> {
    let of = |metadata: Metadata| {
        (metadata.len(), metadata.mtime(), metadata.mtime_nsec(), metadata.ino())
    };
    path.symlink_metadata().ok().map(of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    use crate::store::Briefs;
    use crate::store::catalogue::Cache;

    #[test]
    fn a_poster_is_found_only_where_nothing_changed() {
        let place = tempfile::tempdir().expect("a folder");
        let folders = Folders {
            briefs: Briefs::Folder(place.path().join("briefs")),
            state: Some(place.path().join("state")),
            cache: Some(place.path().join("cache")),
            supplement: Arc::default(),
        };
        assert_eq!(PosterFile::new(&folders, "80x24"), None, "no catalogue yet");
        let cache = Cache::new(&place.path().join("cache"), &folders.briefs, &folders.supplement);
        cache.save(&[]).expect("room");
        let file = PosterFile::new(&folders, "80x24").expect("a place");
        assert_eq!(file.load(), None);
        file.save(b"screen").expect("room");
        let again = || PosterFile::new(&folders, "80x24").expect("a place");
        assert_eq!(again().load().as_deref(), Some(&b"screen"[..]));
        assert_eq!(PosterFile::new(&folders, "81x24").and_then(|file| file.load()), None);
        std::fs::create_dir(place.path().join("state")).expect("room");
        std::fs::write(place.path().join("state/journal.jsonl"), "{}\n").expect("room");
        assert_eq!(again().load(), None, "marks changed");
        cache.save(&[]).expect("room");
        assert_eq!(again().load(), None, "the catalogue changed");
    }
}
