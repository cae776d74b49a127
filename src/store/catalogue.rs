//! The catalogue cache: what filing found in each file, so that a warm start reads no brief.
//!
//! ```text
//! magic  key  (length  checksum  postcard of up to 1,024 records)*
//! ```
//!
//! The key names the build, the reader's own gazetteer and the briefs folder. Blocks are checked and decoded side by side.
//! Anything unexpected, and the whole cache counts as missing: it is rebuilt from the briefs.

use std::fmt;
use std::hash::BuildHasher;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use foldhash::quality::FixedState;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::cache_file::{self, HASH, short};
use super::{Briefs, FileStamp, StateError};
use crate::copies::Sketch;
use crate::country::Supplement;
use crate::model::{Brief, BriefPath, Diagnostic};

/// The first bytes of the file; the last of them is the version of the layout.
const MAGIC: &[u8; 8] = b"CHANCAT\x02";

/// The ending of the file's name.
const CATALOGUE: &str = "catalogue";

/// Length of a checksum in bytes.
const CHECKSUM: usize = 8;

/// Records in a block.
const BLOCK: usize = 1_024;

/// A larger file is not ours.
const MOST_BYTES: u64 = 512 << 20;

/// Hash of a file's contents: finds a renamed file again, and tells a touched one from a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ContentHash(pub(super) [u8; HASH]);

impl ContentHash {
    /// The hash of the bytes read of a file of the given size.
    pub fn of(bytes: &[u8], size: u64) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&size.to_le_bytes()).update(bytes);
        Self(short(&hasher.finalize()))
    }

    /// A part of it, long enough to tell two versions of one file.
    pub fn short(self) -> u64 {
        self.0.iter().take(8).fold(0, |number, &byte| (number << 8) | u64::from(byte))
    }
}

impl fmt::Display for ContentHash {
    /// Its first half in hexadecimal digits: enough to tell what one file held at different times.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().take(HASH / 2).try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// What is known of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Where it lies.
    pub path: BriefPath,
    /// Its time and size when it was read.
    pub stamp: FileStamp,
    /// The hash of its bytes; `None` where it could not be read.
    pub hash: Option<ContentHash>,
    /// Its main story, then its related stories, and so on for each further dispatch.
    pub briefs: Vec<Arc<Brief>>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
    /// What it holds, where it is raw; what its raw file held, where it was imported.
    pub raw: Option<u64>,
    /// What tells the copies of each of its main stories, in their order; none also until they were
    /// loaded: see [`Cache::load_sketches`].
    #[serde(skip)]
    pub sketches: Arc<[Sketch]>,
}

/// The cache of one briefs folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cache {
    folder: PathBuf,
    /// The start of the names of its files.
    stem: String,
    pub(super) key: [u8; HASH],
}

impl Cache {
    /// The cache of `briefs` in a cache folder, for this build of the program and what the reader
    /// added to its gazetteer.
    ///
    /// Each briefs folder has a file of its own: going to and fro between two costs nothing.
    /// Another build finds the file, sees another key, and replaces it.
    pub fn new(folder: &Path, briefs: &Briefs, supplement: &Supplement) -> Self {
        let place = cache_file::place(briefs);
        let build = env!("CHANCERY_BUILD").as_bytes();
        let names = blake3::hash(supplement.text().as_bytes());
        Self {
            folder: folder.to_owned(),
            stem: cache_file::stem(briefs),
            key: short(&blake3::hash(&[build, b"\0", names.as_bytes(), place.as_slice()].concat())),
        }
    }

    /// The records, by path; `None` where there is no cache, or none of this build and folder, or
    /// a damaged one.
    pub fn load(&self) -> Option<Vec<Record>> {
        decode(&self.read(CATALOGUE)?, &self.key)
    }

    /// How many files the cache holds; `None` as for [`Cache::load`]. Takes a tenth of its time.
    pub fn count(&self) -> Option<usize> {
        let bytes = self.read(CATALOGUE)?;
        let mut files = 0_usize;
        for (stated, block) in blocks(&bytes, &self.key)? {
            // A block opens with the number of its records.
            let (records, _) = postcard::take_from_bytes::<usize>(block).ok()?;
            files = (checksum(block) == *stated).then(|| files.saturating_add(records))?;
        }
        Some(files)
    }

    /// A folder of the cache's own.
    pub(super) fn place(&self, kind: &str) -> PathBuf {
        self.folder.join(format!("{}.{kind}", self.stem))
    }

    /// All of one of the cache's files.
    pub(super) fn read(&self, kind: &str) -> Option<Vec<u8>> {
        cache_file::read(&self.folder, &format!("{}.{kind}", self.stem), MOST_BYTES)
    }

    /// Replaces the cache in one step. The file need not reach the disk at once: a torn one is
    /// found out by its checksums.
    ///
    /// # Errors
    /// [`StateError`] where the folder is not safe or takes no file; the old cache is left.
    pub fn save(&self, records: &[Record]) -> Result<(), StateError> {
        let fail = |error| StateError::new(&self.folder, std::io::Error::other(error));
        self.write(CATALOGUE, &encode(records, &self.key).map_err(fail)?)
    }

    /// Replaces one of the cache's files.
    pub(super) fn write(&self, kind: &str, bytes: &[u8]) -> Result<(), StateError> {
        cache_file::replace(&self.folder, &format!("{}.{kind}", self.stem), bytes)
    }
}

/// The file of a briefs folder's cache.
pub(super) fn name(briefs: &Briefs) -> String {
    format!("{}.{CATALOGUE}", cache_file::stem(briefs))
}

fn encode(records: &[Record], key: &[u8; HASH]) -> postcard::Result<Vec<u8>> {
    let blocks: Vec<Vec<u8>> =
        records.par_chunks(BLOCK).map(postcard::to_stdvec).collect::<postcard::Result<_>>()?;
    let mut bytes = [&MAGIC[..], key].concat();
    for block in blocks {
        bytes.extend_from_slice(&(block.len() as u64).to_le_bytes());
        bytes.extend_from_slice(&checksum(&block));
        bytes.extend_from_slice(&block);
    }
    // An empty block closes the file: a file cut between two blocks is found out.
    bytes.extend_from_slice(&0_u64.to_le_bytes());
    Ok(bytes)
}

/// The blocks of a catalogue, each behind its checksum, which is not checked yet.
fn blocks<'a>(bytes: &'a [u8], key: &[u8; HASH]) -> Option<Vec<(&'a [u8; CHECKSUM], &'a [u8])>> {
    let mut rest = bytes.strip_prefix(MAGIC)?.strip_prefix(key)?;
    let mut blocks = Vec::new();
    loop {
        let (length, behind) = rest.split_first_chunk::<8>()?;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        if length == 0 {
            return Some(blocks);
        }
        let (stated, behind) = behind.split_first_chunk::<CHECKSUM>()?;
        let (block, behind) = behind.split_at_checked(length)?;
        blocks.push((stated, block));
        rest = behind;
    }
}

fn decode(bytes: &[u8], key: &[u8; HASH]) -> Option<Vec<Record>> {
    let parts: Vec<Vec<Record>> = blocks(bytes, key)?
        .into_par_iter()
        .map(|(stated, block)| {
            (checksum(block) == *stated).then_some(())?;
            let mut records: Vec<Record> = postcard::from_bytes(block).ok()?;
            records.iter_mut().for_each(put_path_back);
            Some(records)
        })
        .collect::<Option<_>>()?;
    let mut records = Vec::with_capacity(parts.iter().map(Vec::len).sum());
    records.extend(parts.into_iter().flatten());
    Some(records)
}

/// Gives a record's briefs its path, which is not written with them, and lets its diagnostics
/// share it.
fn put_path_back(record: &mut Record) {
    for brief in &mut record.briefs {
        if let Some(brief) = Arc::get_mut(brief) {
            brief.file.clone_from(&record.path);
        }
    }
    for diagnostic in &mut record.diagnostics {
        diagnostic.file.clone_from(&record.path);
    }
}

/// Tells a damaged block, in a tenth of the time that decoding it takes. Against malice it is no
/// help, and need not be: who can write here can write whole caches.
fn checksum(block: &[u8]) -> [u8; CHECKSUM] {
    FixedState::default().hash_one(block).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn records(count: usize) -> Vec<Record> {
        let record = |n: usize| Record {
            path: format!("minsk/{n}.md").as_str().into(),
            stamp: FileStamp { mtime_ns: 7, size: 9 },
            hash: Some(ContentHash::of(&n.to_le_bytes(), 9)),
            briefs: Vec::new(),
            diagnostics: Vec::new(),
            sketches: Arc::default(),
            raw: Some(n as u64),
        };
        (0..count).map(record).collect()
    }

    #[test]
    fn records_come_back_as_they_were_saved() {
        let place = tempfile::tempdir().expect("a folder");
        let cache = cache_of(&place.path().join("cache"), &Briefs::Samples);
        assert_eq!((cache.load(), cache.count()), (None, None));
        for count in [0, 1, BLOCK, BLOCK + 1] {
            let records = records(count);
            cache.save(&records).expect("room");
            assert_eq!((cache.load(), cache.count()), (Some(records), Some(count)));
        }
        let names = fs::read_dir(&cache.folder).expect("a folder").count();
        assert_eq!(names, 1, "no temporary file is left");
    }

    fn cache_of(folder: &Path, briefs: &Briefs) -> Cache {
        Cache::new(folder, briefs, &Supplement::default())
    }

    #[test]
    fn what_was_filed_by_other_names_is_filed_anew() {
        let place = tempfile::tempdir().expect("a folder");
        cache_of(place.path(), &Briefs::Samples).save(&[]).expect("room");
        let load = |text: &str| {
            let (supplement, _) = Supplement::read(text.as_bytes());
            Cache::new(place.path(), &Briefs::Samples, &supplement).load()
        };
        assert_eq!(load("# A remark says nothing of any brief.\n"), Some(Vec::new()));
        assert_eq!(load("[BY]\nplaces = [\"Brest-Litovsk\"]\n"), None);
    }

    #[test]
    fn another_folders_cache_is_not_taken() {
        let place = tempfile::tempdir().expect("a folder");
        let one = cache_of(place.path(), &Briefs::Samples);
        let two = Cache { key: [0; HASH], ..one.clone() };
        one.save(&[]).expect("room");
        assert_eq!(two.load(), None);
        let other = cache_of(place.path(), &Briefs::Folder("/elsewhere".into()));
        assert_ne!(one.stem, other.stem);
    }

    #[test]
    fn damage_at_any_byte_and_any_cut_is_found_out() {
        let key = [3; HASH];
        let records = records(3);
        let whole = encode(&records, &key).expect("bytes");
        assert_eq!(decode(&whole, &key), Some(records));
        for at in 0..whole.len() {
            assert_eq!(decode(&whole[..at], &key), None, "cut at {at}");
            let mut damaged = whole.clone();
            damaged[at] ^= 0x20;
            assert_eq!(decode(&damaged, &key), None, "damaged at {at}");
        }
    }
}
