//! Files that the reader asks for: whole or not at all, and never over another by accident.

use std::fs::{File, Metadata};
use std::io::Write;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, Mode, OFlags, linkat, openat, renameat, statat, unlinkat};
use rustix::io::Errno;

use super::words;

/// What to do where the file is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Leave it and say so.
    Keep,
    /// Replace it: the reader was asked.
    Replace,
}

/// Why an export was not written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OutputError {
    /// A file of that name is there.
    #[error("{}: exists already; choose another name or confirm to replace it", .0.display())]
    Exists(PathBuf),
    /// A link, a folder or a device of that name is there.
    #[error("{}: not a plain file; choose another name", .0.display())]
    NotPlain(PathBuf),
    /// There is no such folder to write in.
    #[error("{}: the folder does not exist; make it or choose another", .0.display())]
    NoFolder(PathBuf),
    /// There is no room.
    #[error("{}: the disk is full; nothing was written", .0.display())]
    Full(PathBuf),
    /// Anything else.
    #[error("{}: {reason}; nothing was written", path.display())]
    Failed {
        /// The file.
        path: PathBuf,
        /// The system's words.
        reason: String,
    },
}

/// Writes an export: a temporary file in the same folder takes its name once it is on the disk.
///
/// # Errors
/// [`OutputError`]; then what was there before is untouched.
pub fn write(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), OutputError> {
    let fail = |errno: Errno| OutputError::new(path, errno);
    let Some(name) = path.file_name() else { return Err(OutputError::NotPlain(path.to_owned())) };
    let parent = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let mode = match path.symlink_metadata() {
        Ok(there) => Some(may_replace(path, &there, existing)?),
        Err(_) => None,
    };
    let folder = open_folder(parent)?;
    let temporary = format!(".chancery-{}.part", std::process::id());
    let mode = mode.unwrap_or(Mode::RUSR | Mode::WUSR);
    let placed = write_new(&folder, &temporary, bytes, mode).and_then(|()| match existing {
        Existing::Replace => renameat(&folder, &temporary, &folder, name.as_bytes()),
        // A link, unlike a rename, never replaces a file that came in between.
        Existing::Keep => linkat(&folder, &temporary, &folder, name.as_bytes(), AtFlags::empty()),
    });
    let _ = unlinkat(&folder, &temporary, AtFlags::empty());
    placed.map_err(fail)
}

/// The mode that the replacement shall have.
fn may_replace(path: &Path, there: &Metadata, existing: Existing) -> Result<Mode, OutputError> {
    if !there.is_file() {
        return Err(OutputError::NotPlain(path.to_owned()));
    }
    match existing {
        Existing::Keep => Err(OutputError::Exists(path.to_owned())),
        Existing::Replace => Ok(Mode::from_raw_mode(there.mode() & 0o777)),
    }
}

/// A folder for new files, held open: none is written over another, and none outside of it.
#[derive(Debug)]
pub struct OutputFolder {
    descriptor: OwnedFd,
    path: PathBuf,
}

impl OutputFolder {
    /// Opens a folder that is there.
    ///
    /// # Errors
    /// [`OutputError::NoFolder`] where there is none, or the system's refusal.
    pub fn open(path: &Path) -> Result<Self, OutputError> {
        Ok(Self { descriptor: open_folder(path)?, path: path.to_owned() })
    }

    /// Where it is, as it was named.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether anything has this name: a file, a folder, a link that leads nowhere.
    pub fn holds(&self, name: &str) -> bool {
        statat(&self.descriptor, name, AtFlags::SYMLINK_NOFOLLOW).is_ok()
    }

    /// Makes a file, whole or not at all, with the permissions that the user gives new files. Takes
    /// a plain name; several threads may make files of different names.
    ///
    /// # Errors
    /// [`OutputError::Exists`] where anything of that name is there; or the system's refusal.
    pub fn create(&self, name: &str, bytes: &[u8]) -> Result<(), OutputError> {
        let path = self.path.join(name);
        if name.is_empty() || name.contains('/') {
            return Err(OutputError::NotPlain(path));
        }
        let temporary = format!(".chancery-{}-{name}.part", std::process::id());
        let folder = &self.descriptor;
        let placed = write_new(folder, &temporary, bytes, Mode::from_raw_mode(0o666))
            .and_then(|()| linkat(folder, &temporary, folder, name, AtFlags::empty()));
        let _ = unlinkat(folder, &temporary, AtFlags::empty());
        placed.map_err(|errno| OutputError::new(&path, errno))
    }
}

fn open_folder(path: &Path) -> Result<OwnedFd, OutputError> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    rustix::fs::open(path, flags, Mode::empty()).map_err(|errno| match errno {
        Errno::NOENT => OutputError::NoFolder(path.to_owned()),
        errno => OutputError::new(path, errno),
    })
}

fn write_new(folder: &OwnedFd, name: &str, bytes: &[u8], mode: Mode) -> rustix::io::Result<()> {
    let _ = unlinkat(folder, name, AtFlags::empty());
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let mut file = File::from(openat(folder, name, flags, mode)?);
    let written = file.write_all(bytes).and_then(|()| file.sync_data());
    written.map_err(|error| Errno::from_io_error(&error).unwrap_or(Errno::IO))
}

impl OutputError {
    fn new(path: &Path, errno: Errno) -> Self {
        let path = path.to_owned();
        match errno {
            Errno::EXIST => Self::Exists(path),
            Errno::NOSPC | Errno::DQUOT | Errno::FBIG => Self::Full(path),
            errno => Self::Failed { path, reason: words(errno) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn nothing_is_replaced_unless_told() {
        let place = tempfile::tempdir().expect("a folder");
        let path = place.path().join("summary.md");
        assert_eq!(write(&path, b"one", Existing::Keep), Ok(()));
        assert_eq!(write(&path, b"two", Existing::Keep), Err(OutputError::Exists(path.clone())));
        assert_eq!(fs::read(&path).expect("the file"), b"one");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("a mode");
        assert_eq!(write(&path, b"two", Existing::Replace), Ok(()));
        assert_eq!(fs::read(&path).expect("the file"), b"two");
        let mode = fs::metadata(&path).expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
        assert_eq!(fs::read_dir(place.path()).expect("a folder").count(), 1);
    }

    #[test]
    fn a_new_file_takes_no_name_that_is_taken() {
        let place = tempfile::tempdir().expect("a folder");
        let folder = OutputFolder::open(place.path()).expect("a folder");
        let path = place.path().join("a.md");
        assert_eq!(folder.create("a.md", b"one"), Ok(()));
        assert_eq!(folder.create("a.md", b"two"), Err(OutputError::Exists(path.clone())));
        assert_eq!(fs::read(&path).expect("the file"), b"one");
        symlink("../outside.md", place.path().join("link.md")).expect("a link");
        assert!(matches!(folder.create("link.md", b"x"), Err(OutputError::Exists(_))));
        assert!(folder.holds("link.md") && !folder.holds("b.md"));
        assert!(matches!(folder.create("../up.md", b"x"), Err(OutputError::NotPlain(_))));
        assert_eq!(fs::read_dir(place.path()).expect("a folder").count(), 2);
    }

    #[test]
    fn links_folders_and_missing_folders_are_refused() {
        let place = tempfile::tempdir().expect("a folder");
        let target = place.path().join("target");
        fs::write(&target, "mine").expect("room");
        for (name, to) in [("link", target.as_path()), ("dangling", Path::new("nowhere"))] {
            let link = place.path().join(name);
            symlink(to, &link).expect("a link");
            for existing in [Existing::Keep, Existing::Replace] {
                let refused = write(&link, b"x", existing);
                assert_eq!(refused, Err(OutputError::NotPlain(link.clone())));
            }
        }
        assert_eq!(fs::read(&target).expect("the target"), b"mine");
        let folder = place.path().to_owned();
        assert_eq!(write(&folder, b"x", Existing::Replace), Err(OutputError::NotPlain(folder)));
        let missing = place.path().join("no/summary.md");
        let expected = OutputError::NoFolder(place.path().join("no"));
        assert_eq!(write(&missing, b"x", Existing::Keep), Err(expected));
    }
}
