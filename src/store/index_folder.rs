//! The folder that holds the full-text index: tantivy's directory over positioned reads and real file locks.
//!
//! ```text
//! <cache>/<briefs>.index/   build       which build of the program wrote it, and for which briefs
//!                           seal        the files known to be whole, each with its size and time of change
//!                           meta.json   and what else tantivy keeps
//! ```
//!
//! Nothing is mapped into memory: a file that is cut short while it is read gives an error, not a signal. A file is taken as it
//! is only where the seal knows it; else its checksum is computed first. So damage is found before it can answer.

mod handle;
mod lock;
mod seal;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustix::fs::{AtFlags, Mode, OFlags, openat, renameat, unlinkat};
use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, INDEX_WRITER_LOCK, Lock, WatchCallback, WatchHandle,
    WritePtr,
};

use self::handle::{Handle, Writer};
use self::seal::{Seal, Stamp};
use super::catalogue::Cache;
use super::folders::{make_private, open_private};
use super::{Briefs, StateError, cache_file};
use crate::country::Supplement;

/// The name of the file that names the build.
const BUILD: &str = "build";
/// Stands behind the key once the index holds all that there is.
const COMPLETE: &[u8] = b"complete";
/// The name of the file that lists whole files.
const SEAL: &str = "seal";
/// Bytes of the checksum in front of a file that is replaced in one step.
const CHECKSUM: usize = 32;
/// A larger file is none of those that are replaced in one step.
const MOST_ATOMIC_BYTES: u64 = 16 << 20;

/// The folder of one index. A clone is the same folder.
#[derive(Clone, Debug)]
pub struct IndexFolder(Arc<Opened>);

#[derive(Debug)]
struct Opened {
    path: PathBuf,
    folder: OwnedFd,
    /// Which build and briefs an index must be of.
    key: Vec<u8>,
    /// What was sealed when the folder was opened.
    seal: Seal,
}

impl IndexFolder {
    /// The folder of the index of `briefs`, where there is one.
    pub fn open(cache: &Path, briefs: &Briefs) -> Option<Self> {
        let path = Self::place(cache, briefs);
        let folder = open_private(&path).ok()?;
        Some(Self::of(path, folder, cache, briefs))
    }

    /// The folder of the index of `briefs`, made where it is missing.
    ///
    /// # Errors
    /// [`StateError`] where it cannot be made or is not safe.
    pub fn make(cache: &Path, briefs: &Briefs) -> Result<Self, StateError> {
        make_private(cache)?;
        let path = Self::place(cache, briefs);
        let folder = make_private(&path)?;
        Ok(Self::of(path, folder, cache, briefs))
    }

    fn of(path: PathBuf, folder: OwnedFd, cache: &Path, briefs: &Briefs) -> Self {
        // It knows no countries: what a reader adds to the gazetteer changes nothing in it.
        let key = Cache::new(cache, briefs, &Supplement::default()).key.to_vec();
        let mut opened = Opened { path, folder, key, seal: Seal::default() };
        opened.seal = opened.replaced(SEAL).map(|bytes| Seal::read(&bytes)).unwrap_or_default();
        Self(Arc::new(opened))
    }

    /// Where the index of some briefs is.
    pub fn place(cache: &Path, briefs: &Briefs) -> PathBuf {
        cache.join(format!("{}.index", cache_file::stem(briefs)))
    }

    /// Whether what is in it was written by this build of the program for these briefs.
    pub fn is_ours(&self) -> bool {
        self.0.replaced(BUILD).is_ok_and(|build| build.starts_with(&self.0.key))
    }

    /// Whether it held all that there was when it was last looked after.
    pub fn is_complete(&self) -> bool {
        self.0.replaced(BUILD).is_ok_and(|build| build.ends_with(COMPLETE))
    }

    /// Notes that it holds all that there is now.
    ///
    /// # Errors
    /// [`StateError`] where that cannot be written.
    pub fn complete(&self) -> Result<(), StateError> {
        let build = [&*self.0.key, COMPLETE].concat();
        self.0.replace(BUILD, &build).map_err(|error| self.0.refusal(error))
    }

    /// Empties the folder for an index of this build, unless another process writes there.
    ///
    /// # Errors
    /// [`StateError`] where it cannot be emptied.
    pub fn empty(&self) -> Result<(), StateError> {
        let _writer = self.acquire_lock(&INDEX_WRITER_LOCK).map_err(|error| match error {
            LockError::LockBusy => StateError::Busy(self.0.path.clone()),
            LockError::IoError(error) => {
                self.0.refusal(io::Error::new(error.kind(), error.to_string()))
            }
        })?;
        self.0
            .clear()
            .and_then(|()| self.0.replace(BUILD, &self.0.key))
            .map_err(|e| self.0.refusal(e))
    }

    /// Notes which files are whole, so that the next start need not read them to know. What fails here costs that time only.
    pub fn seal(&self) {
        let sealed = self.0.names().map(|names| {
            let whole = |name: String| Some((name.clone(), self.0.whole(&name)?));
            names.into_iter().filter(|name| !is_own(name)).filter_map(whole).collect::<Seal>()
        });
        let _next_time = sealed.and_then(|seal| self.0.replace(SEAL, &seal.to_bytes()));
    }

    /// When it was last brought up to date, in nanoseconds since 1970.
    pub fn checked_ns(&self) -> Option<i64> {
        Some(Stamp::of(&self.0.open(BUILD).ok()?).ok()?.changed_ns)
    }

    /// Why the folder takes no files, where it does not.
    pub fn trouble(&self) -> Option<StateError> {
        const PROBE: &str = ".probe";
        let written = self
            .0
            .create(PROBE, OFlags::TRUNC)
            .and_then(|mut file| file.write_all(&vec![0; 1 << 16]));
        let _ = unlinkat(&self.0.folder, PROBE, AtFlags::empty());
        written.err().map(|error| self.0.refusal(error))
    }
}

/// Whether a file is not one of tantivy's.
fn is_own(name: &str) -> bool {
    name == BUILD || name == SEAL || name == "meta.json" || name.starts_with('.')
}

impl Opened {
    fn open(&self, name: &str) -> io::Result<File> {
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file = File::from(openat(&self.folder, plain(name)?, flags, Mode::empty())?);
        if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::InvalidData.into()) }
    }

    fn create(&self, name: &str, how: OFlags) -> io::Result<File> {
        let flags = OFlags::RDWR | OFlags::CREATE | OFlags::NOFOLLOW | OFlags::CLOEXEC | how;
        Ok(File::from(openat(&self.folder, plain(name)?, flags, Mode::RUSR | Mode::WUSR)?))
    }

    /// The stamp of a file, where its bytes are those that were written.
    fn whole(&self, name: &str) -> Option<Stamp> {
        let file = self.open(name).ok()?;
        let stamp = Stamp::of(&file).ok()?;
        if self.seal.knows(name, stamp) {
            return Some(stamp);
        }
        handle::check(&Handle::new(file, stamp.size)).ok()?;
        Some(stamp)
    }

    /// Replaces a file in one step, with a checksum in front.
    fn replace(&self, name: &str, content: &[u8]) -> io::Result<()> {
        let temporary = format!(".{name}.{}", std::process::id());
        let _ = unlinkat(&self.folder, &*temporary, AtFlags::empty());
        let written = self.create(&temporary, OFlags::EXCL).and_then(|mut file| {
            file.write_all(blake3::hash(content).as_bytes())?;
            file.write_all(content)?;
            file.sync_data()?;
            Ok(renameat(&self.folder, &*temporary, &self.folder, plain(name)?)?)
        });
        written.inspect_err(|_| {
            let _ = unlinkat(&self.folder, &*temporary, AtFlags::empty());
        })
    }

    /// A file that was replaced in one step.
    fn replaced(&self, name: &str) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.open(name)?.take(MOST_ATOMIC_BYTES).read_to_end(&mut bytes)?;
        let content = bytes.split_off(CHECKSUM.min(bytes.len()));
        let is_whole = blake3::hash(&content).as_bytes() == bytes.as_slice();
        if is_whole { Ok(content) } else { Err(io::ErrorKind::InvalidData.into()) }
    }

    fn names(&self) -> io::Result<Vec<String>> {
        let entries = rustix::fs::Dir::read_from(&self.folder)?;
        let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        names.filter(|name| !matches!(name.as_deref(), Ok("." | ".."))).collect()
    }

    /// Removes all files but the locks, which others may hold.
    fn clear(&self) -> io::Result<()> {
        for name in self.names()? {
            if !name.starts_with(".tantivy") {
                unlinkat(&self.folder, &*name, AtFlags::empty())?;
            }
        }
        Ok(())
    }

    fn refusal(&self, error: io::Error) -> StateError {
        StateError::new(&self.path, error)
    }
}

/// A name that stays in the folder.
fn plain(name: &str) -> io::Result<&str> {
    let is_plain = !name.is_empty() && !name.contains('/') && name != "..";
    if is_plain { Ok(name) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// The name of a file that tantivy asks for.
fn name_of(path: &Path) -> &str {
    path.to_str().unwrap_or_default()
}

impl Directory for IndexFolder {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        let name = name_of(path);
        let opened = || {
            let file = self.0.open(name)?;
            let stamp = Stamp::of(&file)?;
            let handle = Handle::new(file, stamp.size);
            if !self.0.seal.knows(name, stamp) {
                handle::check(&handle)?;
            }
            Ok(handle)
        };
        opened().map(|handle| Arc::new(handle) as Arc<dyn FileHandle>).map_err(|e| unread(e, path))
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        let removed = plain(name_of(path))
            .and_then(|name| Ok(unlinkat(&self.0.folder, name, AtFlags::empty())?));
        removed.map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => DeleteError::FileDoesNotExist(path.to_owned()),
            _ => DeleteError::IoError { io_error: Arc::new(error), filepath: path.to_owned() },
        })
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        match self.0.open(name_of(path)) {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(unread(error, path)),
        }
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        let file =
            self.0.create(name_of(path), OFlags::EXCL).map_err(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => OpenWriteError::FileAlreadyExists(path.to_owned()),
                _ => {
                    OpenWriteError::IoError { io_error: Arc::new(error), filepath: path.to_owned() }
                }
            })?;
        Ok(BufWriter::new(Box::new(Writer::new(file))))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.0.replaced(name_of(path)).map_err(|error| unread(error, path))
    }

    fn atomic_write(&self, path: &Path, content: &[u8]) -> io::Result<()> {
        self.0.replace(name_of(path), content)
    }

    fn sync_directory(&self) -> io::Result<()> {
        Ok(rustix::fs::fdatasync(&self.0.folder)?)
    }

    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        let name = name_of(&lock.filepath);
        lock::acquire(|| self.0.create(name, OFlags::empty()), lock)
    }

    fn watch(&self, _: WatchCallback) -> tantivy::Result<WatchHandle> {
        Ok(WatchHandle::empty())
    }
}

fn unread(error: io::Error, path: &Path) -> OpenReadError {
    match error.kind() {
        io::ErrorKind::NotFound => OpenReadError::FileDoesNotExist(path.to_owned()),
        _ => OpenReadError::IoError { io_error: Arc::new(error), filepath: path.to_owned() },
    }
}
