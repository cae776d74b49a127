//! Files in the cache folder: read with care, replaced in one step, never missed when gone.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use rustix::fs::{AtFlags, Mode, OFlags, openat, renameat, unlinkat};

use super::folders::{make_private, open_private};
use super::{Briefs, StateError};

/// Length of a key, a checksum and a content hash in bytes.
pub(super) const HASH: usize = 16;

/// The first half of a hash.
pub(super) fn short(hash: &blake3::Hash) -> [u8; HASH] {
    hash.as_bytes().first_chunk().copied().unwrap_or_default()
}

/// The bytes that tell one briefs folder from another: its path without links and detours.
pub(super) fn place(briefs: &Briefs) -> Vec<u8> {
    let place = match briefs {
        Briefs::Folder(path) => path.canonicalize().unwrap_or_else(|_| path.clone()),
        Briefs::Samples => return Vec::new(),
    };
    place.as_os_str().as_bytes().to_vec()
}

/// The start of the names of all cache files of a briefs folder.
pub(super) fn stem(briefs: &Briefs) -> String {
    let hash = blake3::hash(&place(briefs)).to_hex();
    hash.get(..16).unwrap_or_default().to_owned()
}

/// Opens a plain file of ours; `None` where there is no such file.
pub(super) fn open(folder: &Path, name: &str) -> Option<File> {
    let folder = open_private(folder).ok()?;
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = File::from(openat(&folder, name, flags, Mode::empty()).ok()?);
    file.metadata().ok()?.is_file().then_some(file)
}

/// The bytes of a plain file of ours, at most `most` of them; `None` where there is no such file.
pub(super) fn read(folder: &Path, name: &str, most: u64) -> Option<Vec<u8>> {
    let file = open(folder, name)?;
    let metadata = file.metadata().ok()?;
    if metadata.len() > most {
        return None;
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).ok()?);
    file.take(most).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Replaces a file in one step. It need not reach the disk at once: a torn one is found out by its
/// checksum.
///
/// # Errors
/// [`StateError`] where the folder is not safe or takes no file; the old file is left.
pub(super) fn replace(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), StateError> {
    let opened = make_private(folder)?;
    let temporary = format!("{name}.{}", std::process::id());
    write_new(&opened, &temporary, bytes)
        .and_then(|()| Ok(renameat(&opened, &temporary, &opened, name)?))
        .map_err(|error| {
            let _ = unlinkat(&opened, &temporary, AtFlags::empty());
            StateError::new(&folder.join(name), error)
        })
}

/// Takes a file away, if it is there.
pub(super) fn remove(folder: &Path, name: &str) {
    if let Ok(folder) = open_private(folder) {
        let _gone = unlinkat(&folder, name, AtFlags::empty());
    }
}

/// A content behind a magic number, a key and its checksum.
pub(super) fn sealed(magic: [u8; 8], key: &[u8; HASH], content: &[u8]) -> Vec<u8> {
    let checksum = short(&blake3::hash(content));
    [&magic[..], key, &checksum, content].concat()
}

/// The content again; `None` where it is of another key, or damaged.
pub(super) fn unsealed(magic: [u8; 8], key: &[u8; HASH], mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let sealed = bytes.strip_prefix(&magic)?.strip_prefix(key)?;
    let (checksum, content) = sealed.split_first_chunk::<HASH>()?;
    let is_whole = short(&blake3::hash(content)) == *checksum;
    let before = bytes.len() - content.len();
    is_whole.then(|| bytes.split_off(before))
}

/// Writes a file that must not be there yet; one that a killed process left is cleared away.
fn write_new(folder: &OwnedFd, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let _ = unlinkat(folder, name, AtFlags::empty());
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let mut file = File::from(openat(folder, name, flags, Mode::RUSR | Mode::WUSR)?);
    file.write_all(bytes)
}
