//! The briefs folder, opened beneath: no link, pipe or device leads out of it.
//!
//! The folder is opened once as a directory descriptor and all else relative to it, so that
//! swapping a folder for a link behind our back gains nothing. What a file is gets checked on its
//! descriptor, never on its name.

use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::{Mode, OFlags, openat};
use rustix::io::Errno;

use super::{samples, words};
use crate::model::{BriefPath, Problem};

/// At most this many bytes of a file are read.
pub const MOST_BYTES: u64 = 4 << 20;

/// Where briefs lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Briefs {
    /// In a folder.
    Folder(PathBuf),
    /// Compiled into the program.
    Samples,
}

/// Briefs, opened to be listed and read, with the reader's own inbox.
#[derive(Debug)]
pub struct Root {
    pub(super) main: Main,
    pub(super) inbox: Option<Folder>,
}

/// Where all briefs lie but those of the inbox.
#[derive(Debug)]
pub(super) enum Main {
    /// A folder.
    Folder(Folder),
    /// What is compiled into the program.
    Samples,
}

/// A briefs folder, held open.
#[derive(Debug)]
pub struct Folder {
    descriptor: OwnedFd,
}

/// What tells that a file changed, without reading it.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct FileStamp {
    /// When it was last written, in nanoseconds since 1970.
    pub mtime_ns: i64,
    /// Its size in bytes.
    pub size: u64,
}

impl FileStamp {
    /// That of a brief that is compiled in and has no time.
    pub(super) fn of_sample(bytes: &[u8]) -> Self {
        Self { mtime_ns: 0, size: bytes.len() as u64 }
    }
}

/// The bytes of a file, at most [`MOST_BYTES`] of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileBytes {
    /// The bytes read.
    pub bytes: Cow<'static, [u8]>,
    /// Its time and whole size, taken from the descriptor that was read.
    pub stamp: FileStamp,
}

/// Why a file or the folder cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The briefs folder does not open.
    #[error("{}: the briefs folder cannot be opened ({reason}); name another with --briefs", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// The system's words.
        reason: String,
    },
    /// The file is not there.
    #[error("{0}: no such file in the briefs folder; it may have been moved or deleted")]
    Gone(BriefPath),
    /// A link that leads out of the folder.
    #[error("{0}: a link that leads out of the briefs folder is not opened; put a copy there")]
    LinkOutside(BriefPath),
    /// A pipe, a socket, a device or a folder.
    #[error("{0}: not a regular file; only text files are opened")]
    NotAFile(BriefPath),
    /// Anything else.
    #[error("{file}: cannot be read ({reason}); check its permissions")]
    Unreadable {
        /// The file.
        file: BriefPath,
        /// The system's words.
        reason: String,
    },
    /// The file holds other stories now.
    #[error("{0}: the file has changed and this story is no longer in it; go back to the list")]
    StoryGone(BriefPath),
}

impl ReadError {
    /// The same as a diagnostic of the file; none where the file or folder is simply gone.
    pub fn problem(&self) -> Option<Problem> {
        match self {
            Self::Folder { .. } | Self::Gone(_) | Self::StoryGone(_) => None,
            Self::LinkOutside(_) => Some(Problem::LinkOutside),
            Self::NotAFile(_) => Some(Problem::NotAFile),
            Self::Unreadable { reason, .. } => Some(Problem::Unreadable(reason.clone())),
        }
    }

    /// Sorts the system's refusal to open `file`.
    pub(super) fn opening(file: &BriefPath, errno: Errno) -> Self {
        let file = file.clone();
        match errno {
            Errno::NOENT | Errno::NOTDIR => Self::Gone(file),
            Errno::XDEV | Errno::LOOP => Self::LinkOutside(file),
            Errno::NXIO | Errno::ISDIR | Errno::NODEV => Self::NotAFile(file),
            errno => Self::Unreadable { file, reason: words(errno) },
        }
    }
}

impl Briefs {
    /// The file that a path from anywhere leads to, where that lies in the folder. Opens nothing.
    pub fn path_within(&self, path: &Path) -> Option<BriefPath> {
        let Self::Folder(folder) = self else { return None };
        let path = path.parent()?.canonicalize().ok()?.join(path.file_name()?);
        let below = path.strip_prefix(folder.canonicalize().ok()?).ok()?;
        Some(BriefPath::from_bytes(below.as_os_str().as_bytes()))
    }
}

impl Root {
    /// Opens the briefs.
    ///
    /// # Errors
    /// [`ReadError::Folder`] where the folder is missing, unreadable or not a folder.
    pub fn open(briefs: &Briefs) -> Result<Self, ReadError> {
        let of = |main| Self { main, inbox: None };
        let Briefs::Folder(folder) = briefs else { return Ok(of(Main::Samples)) };
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        match rustix::fs::open(folder, flags, Mode::empty()) {
            Ok(descriptor) => Ok(of(Main::Folder(Folder { descriptor }))),
            Err(errno) => Err(ReadError::Folder { folder: folder.clone(), reason: words(errno) }),
        }
    }

    /// The same with the reader's own inbox, where its folder could be opened.
    #[must_use]
    pub(super) fn with_inbox(self, descriptor: Option<OwnedFd>) -> Self {
        Self { inbox: descriptor.map(|descriptor| Folder { descriptor }), ..self }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`ReadError`] for all that is not a regular, readable file beneath the folder.
    pub fn read(&self, file: &BriefPath) -> Result<FileBytes, ReadError> {
        if let Some(below) = file.below_inbox() {
            let inbox = self.inbox.as_ref().ok_or_else(|| ReadError::Gone(file.clone()))?;
            return inbox.read(file, &below.to_bytes());
        }
        match &self.main {
            Main::Folder(folder) => folder.read(file, &file.to_bytes()),
            Main::Samples => {
                let bytes = samples::read(file).ok_or_else(|| ReadError::Gone(file.clone()))?;
                Ok(FileBytes { bytes: bytes.into(), stamp: FileStamp::of_sample(bytes) })
            }
        }
    }
}

impl Folder {
    /// Reads the file at `relative`, which errors call `file`.
    fn read(&self, file: &BriefPath, relative: &[u8]) -> Result<FileBytes, ReadError> {
        let unreadable = |error: std::io::Error| ReadError::Unreadable {
            file: file.clone(),
            reason: words(error),
        };
        // Without NONBLOCK a pipe would hold us until somebody writes into it.
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
        let descriptor =
            self.open_beneath(relative, flags).map_err(|errno| ReadError::opening(file, errno))?;
        let opened = File::from(descriptor);
        let metadata = opened.metadata().map_err(unreadable)?;
        if !metadata.is_file() {
            return Err(ReadError::NotAFile(file.clone()));
        }
        let stamp = FileStamp {
            mtime_ns: nanoseconds(metadata.mtime(), metadata.mtime_nsec()),
            size: metadata.size(),
        };
        let mut bytes = Vec::new();
        opened.take(MOST_BYTES).read_to_end(&mut bytes).map_err(unreadable)?;
        Ok(FileBytes { bytes: bytes.into(), stamp })
    }

    /// Opens what lies at `relative` below the folder; links are followed as long as they stay
    /// below it. `EXDEV` tells that one does not.
    pub(super) fn open_beneath(
        &self,
        relative: &[u8],
        flags: OFlags,
    ) -> rustix::io::Result<OwnedFd> {
        #[cfg(target_os = "linux")]
        {
            use rustix::fs::{ResolveFlags, openat2};
            let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_MAGICLINKS;
            // EAGAIN: something was renamed while the kernel walked; it asks to try again.
            for _ in 0..8 {
                match openat2(&self.descriptor, relative, flags, Mode::empty(), resolve) {
                    Err(Errno::AGAIN | Errno::INTR) => {}
                    // Kernels before 5.6, and sandboxes that do not know the call.
                    Err(Errno::NOSYS | Errno::PERM) => break,
                    answer => return answer,
                }
            }
        }
        self.walk_beneath(relative, flags)
    }

    /// [`Folder::open_beneath`] where the kernel cannot do it: part by part, following no link at
    /// all; `ELOOP` tells that there is one.
    fn walk_beneath(&self, relative: &[u8], flags: OFlags) -> rustix::io::Result<OwnedFd> {
        let mut parts =
            relative.split(|&byte| byte == b'/').filter(|part| !matches!(*part, b"" | b"."));
        let Some(mut part) = parts.next() else {
            return openat(&self.descriptor, ".", flags, Mode::empty());
        };
        let mut folder: Option<OwnedFd> = None;
        loop {
            if part == b".." {
                return Err(Errno::XDEV);
            }
            let next = parts.next();
            let flags = match next {
                Some(_) => OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC,
                None => flags,
            };
            let within = folder.as_ref().unwrap_or(&self.descriptor).as_fd();
            let opened = openat(within, part, flags | OFlags::NOFOLLOW, Mode::empty());
            let opened = opened.map_err(|errno| match errno {
                // A link where a folder was asked for.
                Errno::NOTDIR if is_link(within, part) => Errno::LOOP,
                errno => errno,
            })?;
            match next {
                Some(next) => (folder, part) = (Some(opened), next),
                None => return Ok(opened),
            }
        }
    }
}

/// Whether a name is a link itself.
fn is_link(within: impl AsFd, name: &[u8]) -> bool {
    let found = rustix::fs::statat(within, name, rustix::fs::AtFlags::SYMLINK_NOFOLLOW);
    found.is_ok_and(|stat| rustix::fs::FileType::from_raw_mode(stat.st_mode).is_symlink())
}

/// A time as one number; times that a file system makes up may not fit and are clipped.
pub(super) fn nanoseconds(seconds: i64, nanoseconds: i64) -> i64 {
    seconds.saturating_mul(1_000_000_000).saturating_add(nanoseconds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::symlink;

    /// A folder with a file, a folder, links in and out; the outside beside it.
    fn folder() -> (tempfile::TempDir, Folder) {
        let place = tempfile::tempdir().expect("a folder");
        let briefs = place.path().join("briefs");
        fs::create_dir_all(briefs.join("minsk")).expect("folders");
        fs::write(place.path().join("outside.md"), "outside").expect("a file");
        fs::write(briefs.join("minsk/visit.md"), "inside").expect("a file");
        symlink("../outside.md", briefs.join("up.md")).expect("a link");
        symlink("/etc/hostname", briefs.join("absolute.md")).expect("a link");
        symlink("..", briefs.join("minsk/out")).expect("a link");
        symlink("/", briefs.join("slash")).expect("a link");
        symlink("visit.md", briefs.join("minsk/same.md")).expect("a link");
        symlink("loop.md", briefs.join("loop.md")).expect("a link");
        let Ok(Root { main: Main::Folder(folder), .. }) = Root::open(&Briefs::Folder(briefs))
        else {
            panic!("the folder opens")
        };
        (place, folder)
    }

    #[test]
    fn reads_beneath_and_nowhere_else() {
        let (_place, folder) = folder();
        let read = |path: &str| folder.read(&BriefPath::from(path), path.as_bytes());
        assert_eq!(
            read("minsk/visit.md").map(|file| file.bytes.into_owned()),
            Ok(b"inside".into())
        );
        assert_eq!(read("minsk/same.md").map(|file| file.bytes.into_owned()), Ok(b"inside".into()));
        for outside in ["up.md", "absolute.md", "slash/etc/hostname", "../outside.md", "loop.md"] {
            assert_eq!(read(outside), Err(ReadError::LinkOutside(outside.into())), "{outside}");
        }
        assert_eq!(read("gone.md"), Err(ReadError::Gone("gone.md".into())));
        assert_eq!(read("minsk"), Err(ReadError::NotAFile("minsk".into())));
        assert!(read("minsk\0.md").is_err());
    }

    #[test]
    fn the_walk_for_old_kernels_follows_no_link() {
        let (_place, folder) = folder();
        let open = |path: &str| folder.walk_beneath(path.as_bytes(), OFlags::RDONLY).map(drop);
        assert_eq!(open("minsk/visit.md"), Ok(()));
        assert_eq!(open("."), Ok(()));
        assert_eq!(open("minsk/../up.md"), Err(Errno::XDEV));
        for link in ["up.md", "absolute.md", "slash/etc/hostname", "minsk/out/minsk", "loop.md"] {
            assert_eq!(open(link), Err(Errno::LOOP), "{link}");
        }
    }

    #[test]
    fn a_pipe_is_refused_without_waiting_for_a_writer() {
        let (_place, folder) = folder();
        rustix::fs::mkfifoat(&folder.descriptor, "pipe.md", Mode::RUSR).expect("a pipe");
        let path = BriefPath::from("pipe.md");
        assert_eq!(folder.read(&path, b"pipe.md"), Err(ReadError::NotAFile(path)));
    }

    #[test]
    fn only_the_first_bytes_of_a_large_file_are_read() {
        let (place, folder) = folder();
        let large = File::create(place.path().join("briefs/large.txt")).expect("a file");
        large.set_len(MOST_BYTES + 9).expect("room");
        let file = folder.read(&"large.txt".into(), b"large.txt").expect("it opens");
        assert_eq!(file.bytes.len() as u64, MOST_BYTES);
        assert_eq!(file.stamp.size, MOST_BYTES + 9);
    }
}
