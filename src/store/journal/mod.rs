//! The journal: what the reader did, as lines of JSON that are only ever added.
//!
//! One event is one write at the end of the file and is on the disk when [`Journal::append`]
//! returns. Any number of processes append at once; two journals merge by concatenation. A line
//! torn by a crash is skipped and the next one starts afresh. What this version does not know is
//! left as it is.

mod compaction;
mod corrections;
mod event;
mod history;
mod lists;
mod rewriting;
mod survey;

use std::fs::File;
use std::io::{BufReader, Read as _, Seek, SeekFrom, Write as _};
use std::os::fd::OwnedFd;
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rustix::fs::{AtFlags, FlockOperation, Mode, OFlags, openat};
use rustix::io::Errno;

pub use event::{Action, Event};
pub use history::History;
pub use rewriting::Compacted;
pub use survey::{LATEST, LineFault, Survey, is_line};

use super::folders::{StateError, make_private, open_private};

/// The name of the journal in the state folder.
pub const NAME: &str = "journal.jsonl";

/// How long to wait for another process to finish its write.
const PATIENCE: Duration = Duration::from_secs(1);

/// The journal in a state folder. Nothing is made there before the first event.
#[derive(Debug)]
pub struct Journal {
    folder: PathBuf,
    /// Up to where it was read, and of which file.
    read: ReadTo,
    /// Lines that are no JSON.
    damaged: usize,
    /// Lines of a later version.
    unknown: usize,
}

/// Bytes that are read at once where most lines are passed over.
const AT_ONCE: usize = 1 << 16;

/// A place in one incarnation of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct ReadTo {
    inode: u64,
    offset: u64,
}

/// The file, open and locked.
struct Locked {
    file: File,
    /// Whether it was made.
    is_new: bool,
    /// Whether the lock is held: some network file systems have none.
    is_held: bool,
}

impl Journal {
    /// The journal of a state folder, nothing of it read yet.
    pub fn new(folder: &Path) -> Self {
        let folder = folder.to_owned();
        Self { folder, read: ReadTo::default(), damaged: 0, unknown: 0 }
    }

    /// The file.
    pub fn path(&self) -> PathBuf {
        self.folder.join(NAME)
    }

    /// How many lines were skipped because they are torn or damaged.
    pub fn damaged(&self) -> usize {
        self.damaged
    }

    /// How many lines were left to a later version of the program.
    pub fn unknown(&self) -> usize {
        self.unknown
    }

    /// Reads what was added since the last time, by whomever. All of it again where the file was
    /// replaced.
    ///
    /// # Errors
    /// [`StateError`] where the folder or file is not safe or cannot be read; a missing one is
    /// an empty one.
    pub fn read(&mut self) -> Result<Vec<Event>, StateError> {
        let read = event::read(&self.new_lines()?);
        self.damaged += read.damaged;
        self.unknown += read.unknown;
        Ok(read.events)
    }

    /// The events of a state folder that tell what the reader corrected, and under which ids.
    ///
    /// # Errors
    /// As [`Journal::read`].
    pub fn corrections(folder: &Path) -> Result<Vec<Event>, StateError> {
        let journal = Self::new(folder);
        let Some(file) = journal.opened()? else { return Ok(Vec::new()) };
        let lines = BufReader::with_capacity(AT_ONCE, file);
        corrections::read(lines).map_err(|error| journal.error(error))
    }

    /// The file, if there is one and it is safe.
    fn opened(&self) -> Result<Option<File>, StateError> {
        let folder = match open_private(&self.folder) {
            Err(StateError::Failed { .. }) if !self.folder.exists() => return Ok(None),
            opened => opened?,
        };
        let file = match open(&folder, OFlags::RDONLY) {
            Err(Errno::NOENT) => return Ok(None),
            opened => File::from(opened.map_err(|errno| self.error(errno))?),
        };
        self.check(&file.metadata().map_err(|error| self.error(error))?)?;
        Ok(Some(file))
    }

    /// The whole lines that were added since the last time.
    fn new_lines(&mut self) -> Result<Vec<u8>, StateError> {
        let Some(mut file) = self.opened()? else { return Ok(Vec::new()) };
        let metadata = file.metadata().map_err(|error| self.error(error))?;
        if metadata.ino() != self.read.inode || metadata.len() < self.read.offset {
            self.read = ReadTo { inode: metadata.ino(), offset: 0 };
            (self.damaged, self.unknown) = (0, 0);
        }
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(self.read.offset)).map_err(|error| self.error(error))?;
        file.read_to_end(&mut bytes).map_err(|error| self.error(error))?;
        // What stands behind the last line feed is being written, or was torn.
        let whole = bytes.iter().rposition(|&byte| byte == b'\n').map_or(0, |last| last + 1);
        bytes.truncate(whole);
        self.read.offset += whole as u64;
        Ok(bytes)
    }

    /// Adds an event. When this returns, it is on the disk.
    ///
    /// # Errors
    /// [`StateError`] where it is not; then nothing of it is left in the file.
    pub fn append(&mut self, event: &Event) -> Result<(), StateError> {
        let line = event.to_line().map_err(|error| self.error(std::io::Error::from(error)))?;
        let folder = make_private(&self.folder)?;
        // Where there are no locks, an append in one write is all.
        let Locked { file, is_new, .. } = self.lock(&folder)?;
        let before = file.metadata().map_err(|error| self.error(error))?;
        let written = write_line(&file, before.len(), &line);
        let synced = written.and_then(|()| file.sync_data());
        if let Err(error) = synced {
            // Under the lock: nobody wrote behind us.
            let _ = file.set_len(before.len());
            return Err(self.error(error));
        }
        if is_new {
            rustix::fs::fsync(&folder).map_err(|errno| self.error(errno))?;
        }
        let own = ReadTo { inode: before.ino(), offset: before.len() };
        if self.read == own || (is_new && before.len() == 0) {
            let after = file.metadata().map_err(|error| self.error(error))?;
            self.read = ReadTo { inode: after.ino(), offset: after.len() };
        }
        Ok(())
    }

    /// Opens the file to append to, made where missing, and locks it.
    fn lock(&self, folder: &OwnedFd) -> Result<Locked, StateError> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let (opened, is_new) = match open(folder, OFlags::RDWR | OFlags::APPEND) {
                Err(Errno::NOENT) => {
                    (open(folder, OFlags::RDWR | OFlags::APPEND | OFlags::CREATE), true)
                }
                opened => (opened, false),
            };
            let file = File::from(opened.map_err(|errno| self.error(errno))?);
            let metadata = file.metadata().map_err(|error| self.error(error))?;
            self.check(&metadata)?;
            let is_held = match rustix::fs::flock(&file, FlockOperation::NonBlockingLockExclusive) {
                Ok(()) => Some(true),
                Err(Errno::NOLCK | Errno::OPNOTSUPP | Errno::NOSYS) => Some(false),
                Err(Errno::WOULDBLOCK | Errno::INTR) => None,
                Err(errno) => return Err(self.error(errno)),
            };
            if let Some(is_held) = is_held.filter(|_| is_current(folder, &metadata)) {
                return Ok(Locked { file, is_new, is_held });
            }
            if Instant::now() > deadline {
                return Err(StateError::Busy(self.path()));
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// The file must be a plain one of our own.
    fn check(&self, metadata: &std::fs::Metadata) -> Result<(), StateError> {
        if !metadata.is_file() {
            return Err(StateError::NotPlain(self.path()));
        }
        if metadata.uid() != rustix::process::geteuid().as_raw() {
            return Err(StateError::Foreign(self.path()));
        }
        if metadata.mode() & 0o022 != 0 {
            return Err(StateError::OpenToOthers(self.path()));
        }
        Ok(())
    }

    fn error(&self, error: impl Into<std::io::Error>) -> StateError {
        StateError::new(&self.path(), error)
    }
}

/// Whether the open file still is the one of that name: a compaction may have replaced it.
#[allow(clippy::unnecessary_cast, reason = "the width of the field differs by system")]
fn is_current(folder: &OwnedFd, opened: &std::fs::Metadata) -> bool {
    let named = rustix::fs::statat(folder, NAME, AtFlags::SYMLINK_NOFOLLOW);
    named.is_ok_and(|named| named.st_ino as u64 == opened.ino())
}

fn open(folder: &OwnedFd, flags: OFlags) -> rustix::io::Result<OwnedFd> {
    // Without NONBLOCK a pipe of that name would hold us for ever.
    let flags = flags | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    openat(folder, NAME, flags, Mode::RUSR | Mode::WUSR)
}

/// Writes a line in one call, on a fresh line though the last one be torn.
fn write_line(mut file: &File, length: u64, line: &[u8]) -> std::io::Result<()> {
    let mut last = [b'\n'];
    if length > 0 {
        file.read_exact_at(&mut last, length - 1)?;
    }
    if last == [b'\n'] {
        return file.write_all(line);
    }
    let fresh: Vec<u8> = [b"\n", line].concat();
    file.write_all(&fresh)
}

#[cfg(test)]
mod tests;
