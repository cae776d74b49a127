//! What was found in the texts, kept beside the catalogue so that a page opens none of them.
//!
//! ```text
//! magic  key  length  checksum  (row of one file)*  (postcard of one file's stories)*
//! ```
//!
//! The files are spread over some shards by a hash of their paths: a page reads only the stories that it needs, and where one
//! file changed one shard is written. What a file's row holds counts as long as the file holds what it held then; the key
//! names the build, the reader's own gazetteer and the briefs folder. Anything unexpected, and a row or a whole shard counts
//! as missing: what it had is found again.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::fs::File;
use std::hash::BuildHasher;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;

use foldhash::quality::FixedState;

use super::StateError;
use super::cache_file::{self, HASH, short};
use super::catalogue::{Cache, ContentHash};
use crate::model::BriefPath;
use crate::summary::Extract;

/// The first bytes of a shard; the last of them is the version of the layout.
const MAGIC: &[u8; 8] = b"CHANEXT\x03";

/// The ending of the folder's name.
const EXTRACTS: &str = "extracts";

/// Bytes of a checksum, and of a length.
const WORD: usize = 8;

/// Bytes of a row.
const ROW: usize = 2 * HASH + 3 * WORD;

/// Bytes before the table.
const HEAD: usize = MAGIC.len() + HASH + 2 * WORD;

/// A larger table is not ours.
const MOST_TABLE: u64 = 64 << 20;

/// What was found in one file: its stories by their part.
pub type Found = Vec<(u16, Extract)>;

/// The kept extracts of one briefs folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extracts {
    folder: PathBuf,
    key: [u8; HASH],
}

/// A shard opened for reading. What is written meanwhile is another file.
#[derive(Debug, Default)]
pub struct Shard {
    /// The file, where what is behind the table begins, and how long the file is.
    file: Option<(File, u64, u64)>,
    /// The rows as they are written, by path: a page looks for a few of them.
    table: Vec<u8>,
}

/// Where the stories of one file stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Row {
    path: PathHash,
    /// What it held.
    contents: ContentHash,
    /// From the end of the table.
    offset: u64,
    length: u64,
    checksum: [u8; WORD],
}

impl Cache {
    /// The kept extracts of the same briefs.
    pub fn extracts(&self) -> Extracts {
        Extracts { folder: self.place(EXTRACTS), key: self.key }
    }
}

impl Extracts {
    /// How many shards there are.
    pub const SHARDS: usize = 32;

    /// The shard of a file.
    pub fn shard_of(path: &BriefPath) -> usize {
        usize::from(PathHash::of(path).0[0]) % Self::SHARDS
    }

    /// Opens a shard; an empty one where there is none of this build, or a damaged one.
    pub fn open(&self, shard: usize) -> Shard {
        self.try_open(shard).unwrap_or_default()
    }

    fn try_open(&self, shard: usize) -> Option<Shard> {
        let file = cache_file::open(&self.folder, &name(shard))?;
        let mut head = [0; HEAD];
        file.read_exact_at(&mut head, 0).ok()?;
        let rest = head.strip_prefix(MAGIC)?.strip_prefix(&self.key)?;
        let (length, checksum) = rest.split_first_chunk::<WORD>()?;
        let length = u64::from_le_bytes(*length);
        let length = usize::try_from(length).ok().filter(|_| length <= MOST_TABLE)?;
        let mut table = vec![0; length];
        file.read_exact_at(&mut table, HEAD as u64).ok()?;
        (sum(&table) == checksum).then_some(())?;
        let (start, size) = ((HEAD + table.len()) as u64, file.metadata().ok()?.len());
        Some(Shard { file: Some((file, start, size)), table })
    }

    /// Takes all shards away; what cannot be taken away is found out when it is read.
    pub fn clear(&self) {
        for shard in 0..Self::SHARDS {
            cache_file::remove(&self.folder, &name(shard));
        }
    }

    /// Replaces a shard in one step with what was found in `new` files, and with what it had of others as far as it `holds`.
    ///
    /// # Errors
    /// [`StateError`] where the folder is not safe or takes no file; the old shard is left.
    pub fn replace(
        &self,
        shard: usize,
        new: &[(&BriefPath, ContentHash, Found)],
        holds: &HashSet<(PathHash, ContentHash)>,
    ) -> Result<(), StateError> {
        let old = self.open(shard);
        let mut rows: Vec<Row> = Vec::with_capacity(old.rows().count() + new.len());
        let mut bytes: Vec<u8> = Vec::new();
        let mut add = |path, contents, stories: &[u8]| {
            let (offset, length) = (bytes.len() as u64, stories.len() as u64);
            rows.push(Row { path, contents, offset, length, checksum: sum(stories) });
            bytes.extend_from_slice(stories);
        };
        let replaced: HashSet<PathHash> = new.iter().map(|(path, ..)| PathHash::of(path)).collect();
        for row in old.rows() {
            if holds.contains(&(row.path, row.contents))
                && !replaced.contains(&row.path)
                && let Some(stories) = old.read(&row)
            {
                add(row.path, row.contents, &stories);
            }
        }
        for (path, contents, found) in new {
            // What cannot be written is found again.
            if let Ok(stories) = postcard::to_stdvec(found) {
                add(PathHash::of(path), *contents, &stories);
            }
        }
        rows.sort_unstable_by_key(|row| row.path);
        let table: Vec<u8> = rows.iter().flat_map(|row| row.to_bytes()).collect();
        let length = (table.len() as u64).to_le_bytes();
        let head = [&MAGIC[..], &self.key, &length, &sum(&table)].concat();
        cache_file::replace(&self.folder, &name(shard), &[head, table, bytes].concat())
    }
}

/// Hash of a file's path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PathHash([u8; HASH]);

impl PathHash {
    /// The hash of a path.
    pub fn of(path: &BriefPath) -> Self {
        Self(short(&blake3::hash(path.as_str().as_bytes())))
    }
}

impl Shard {
    /// Whether it has what was found in a file that holds the same now.
    pub fn has(&self, path: &BriefPath, contents: ContentHash) -> bool {
        self.row(path, contents).is_some()
    }

    /// Whether everything in it holds.
    pub fn is_all(&self, holds: &HashSet<(PathHash, ContentHash)>) -> bool {
        self.rows().all(|row| holds.contains(&(row.path, row.contents)))
    }

    /// What was found in a file that holds the same now.
    pub fn get(&self, path: &BriefPath, contents: ContentHash) -> Option<Found> {
        postcard::from_bytes(&self.read(&self.row(path, contents)?)?).ok()
    }

    fn rows(&self) -> impl Iterator<Item = Row> {
        self.table.chunks_exact(ROW).filter_map(Row::from_bytes)
    }

    fn row(&self, path: &BriefPath, contents: ContentHash) -> Option<Row> {
        let hash = PathHash::of(path);
        let (mut from, mut to) = (0, self.table.len() / ROW);
        while from < to {
            let middle = from.midpoint(to);
            let row = Row::from_bytes(self.table.get(middle * ROW..)?)?;
            match row.path.cmp(&hash) {
                Ordering::Less => from = middle + 1,
                Ordering::Greater => to = middle,
                Ordering::Equal => return Some(row).filter(|row| row.contents == contents),
            }
        }
        None
    }

    fn read(&self, row: &Row) -> Option<Vec<u8>> {
        let (file, start, size) = self.file.as_ref()?;
        let offset = start.checked_add(row.offset)?;
        // A table that lies makes no large buffer.
        (offset.checked_add(row.length)? <= *size).then_some(())?;
        let mut stories = vec![0; usize::try_from(row.length).ok()?];
        file.read_exact_at(&mut stories, offset).ok()?;
        (sum(&stories) == row.checksum).then_some(stories)
    }
}

impl Row {
    fn to_bytes(self) -> Vec<u8> {
        let (offset, length) = (self.offset.to_le_bytes(), self.length.to_le_bytes());
        [&self.path.0[..], &self.contents.0, &offset, &length, &self.checksum].concat()
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (path, bytes) = bytes.split_first_chunk()?;
        let (contents, bytes) = bytes.split_first_chunk()?;
        let (offset, bytes) = bytes.split_first_chunk()?;
        let (length, bytes) = bytes.split_first_chunk()?;
        Some(Self {
            path: PathHash(*path),
            contents: ContentHash(*contents),
            offset: u64::from_le_bytes(*offset),
            length: u64::from_le_bytes(*length),
            checksum: *bytes.first_chunk()?,
        })
    }
}

fn name(shard: usize) -> String {
    format!("{shard:02x}")
}

/// Tells damage; against malice it is no help, and need not be: who can write here can write whole caches.
fn sum(bytes: &[u8]) -> [u8; WORD] {
    FixedState::default().hash_one(bytes).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::Supplement;
    use crate::store::Briefs;

    /// An empty extract at a part that tells it from others.
    fn found(part: u16) -> Found {
        vec![(part, Extract::default())]
    }

    fn contents(n: u8) -> ContentHash {
        ContentHash::of(&[n], 1)
    }

    /// Two files of one shard.
    fn two_paths() -> (BriefPath, BriefPath) {
        let path = |n: usize| BriefPath::from(format!("{n}.md").as_str());
        let one = path(0);
        let of_one = |other: &BriefPath| Extracts::shard_of(other) == Extracts::shard_of(&one);
        let other = (1..10_000).map(path).find(of_one).expect("two share a shard");
        (one, other)
    }

    #[test]
    fn what_was_found_comes_back_as_long_as_the_file_holds_the_same() {
        let place = tempfile::tempdir().expect("a folder");
        let cache = Cache::new(place.path(), &Briefs::Samples, &Supplement::default());
        let extracts = cache.extracts();
        let (one, other) = two_paths();
        let shard = Extracts::shard_of(&one);
        assert!(!extracts.open(shard).has(&one, contents(1)));
        let mut holds = HashSet::from([(PathHash::of(&one), contents(1))]);
        extracts.replace(shard, &[(&one, contents(1), found(7))], &holds).expect("room");
        assert_eq!(extracts.open(shard).get(&one, contents(1)), Some(found(7)));
        assert!(!extracts.open(shard).has(&one, contents(2)), "the file changed");
        holds.insert((PathHash::of(&other), contents(3)));
        extracts.replace(shard, &[(&other, contents(3), found(8))], &holds).expect("room");
        let both = extracts.open(shard);
        assert_eq!(both.get(&one, contents(1)), Some(found(7)), "others stay");
        assert!(both.is_all(&holds));
        holds.remove(&(PathHash::of(&one), contents(1)));
        assert!(!both.is_all(&holds));
        extracts.replace(shard, &[], &holds).expect("room");
        assert!(!extracts.open(shard).has(&one, contents(1)), "what is gone goes");
        assert_eq!(both.get(&one, contents(1)), Some(found(7)), "who reads is not disturbed");
    }

    #[test]
    fn damage_at_any_byte_costs_what_is_damaged_and_no_more() {
        let place = tempfile::tempdir().expect("a folder");
        let cache = Cache::new(place.path(), &Briefs::Samples, &Supplement::default());
        let extracts = cache.extracts();
        let (one, _) = two_paths();
        let (shard, holds) = (Extracts::shard_of(&one), HashSet::new());
        extracts.replace(shard, &[(&one, contents(1), found(7))], &holds).expect("room");
        let file = extracts.folder.join(name(shard));
        let whole = std::fs::read(&file).expect("it is there");
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x20;
            for bytes in [&damaged[..], &whole[..at]] {
                std::fs::write(&file, bytes).expect("room");
                let read = extracts.open(shard).get(&one, contents(1));
                assert_eq!(read, None, "at {at}");
            }
        }
    }
}
