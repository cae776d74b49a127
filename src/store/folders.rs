//! The reader's own folders: where they are, and that nobody else can write in them.

use std::fs::DirBuilder;
use std::os::fd::OwnedFd;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustix::fs::{Access, Mode, OFlags};
use rustix::io::Errno;

use super::{Briefs, words};
use crate::country::Supplement;

/// The folders that the program works with, and the names it files by; `config::UserFolders` works
/// the folders out.
#[derive(Clone, Debug)]
pub struct Folders {
    /// Where briefs lie; only read.
    pub briefs: Briefs,
    /// Where marks are kept; `None` where there is no home to keep them in.
    pub state: Option<PathBuf>,
    /// Where caches are kept; `None` for no cache.
    pub cache: Option<PathBuf>,
    /// The reader's own gazetteer.
    pub supplement: Arc<Supplement>,
}

/// Why the reader's marks cannot be kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StateError {
    /// There is no folder to keep them in.
    #[error("there is no home folder to keep marks in; set HOME or name a folder with --state")]
    NoHome,
    /// The folder or file is another user's.
    #[error("{}: belongs to another user; name a folder of your own with --state", .0.display())]
    Foreign(PathBuf),
    /// Others may write there.
    #[error("{}: other users can write there; run chmod 700 on the folder", .0.display())]
    OpenToOthers(PathBuf),
    /// Something else stands there, or a link.
    #[error("{}: not a plain folder or file of its own; move it away or use --state", .0.display())]
    NotPlain(PathBuf),
    /// There is no room.
    #[error("{}: the disk is full; the change is kept in memory and tried again", .0.display())]
    Full(PathBuf),
    /// The file system takes no changes.
    #[error("{}: cannot be written, marks will not be kept; use --state with a writable folder", .0.display())]
    ReadOnly(PathBuf),
    /// Another process holds the lock and does not let go.
    #[error("{}: locked by another process; the change is kept in memory and tried again", .0.display())]
    Busy(PathBuf),
    /// Another session changed it while it was to be replaced.
    #[error("{}: changed meanwhile; do it again", .0.display())]
    Changed(PathBuf),
    /// The file system has no locks, without which nothing that others write to can be replaced.
    #[error("{}: its file system has no locks; close every reader and do it on a local disk", .0.display())]
    NoLocks(PathBuf),
    /// Anything else.
    #[error("{}: {reason}; the change is kept in memory and tried again", path.display())]
    Failed {
        /// The file or folder.
        path: PathBuf,
        /// The system's words.
        reason: String,
    },
}

impl StateError {
    /// Sorts the system's refusal.
    pub(super) fn new(path: &Path, error: impl Into<std::io::Error>) -> Self {
        let error = error.into();
        let path = path.to_owned();
        match Errno::from_io_error(&error) {
            Some(Errno::NOSPC | Errno::DQUOT | Errno::FBIG) => Self::Full(path),
            Some(Errno::ROFS | Errno::ACCESS | Errno::PERM) => Self::ReadOnly(path),
            Some(Errno::LOOP | Errno::NOTDIR | Errno::ISDIR | Errno::NXIO) => Self::NotPlain(path),
            _ => Self::Failed { path, reason: words(error) },
        }
    }
}

/// Opens a folder that only its owner can write in.
///
/// # Errors
/// [`StateError`] where it is missing, a link, another user's, or open to others.
pub(super) fn open_private(folder: &Path) -> Result<OwnedFd, StateError> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let descriptor = rustix::fs::open(folder, flags, Mode::empty())
        .map_err(|errno| StateError::new(folder, errno))?;
    let stat = rustix::fs::fstat(&descriptor).map_err(|errno| StateError::new(folder, errno))?;
    if stat.st_uid != rustix::process::geteuid().as_raw() {
        return Err(StateError::Foreign(folder.to_owned()));
    }
    if Mode::from_raw_mode(stat.st_mode).intersects(Mode::WGRP | Mode::WOTH) {
        return Err(StateError::OpenToOthers(folder.to_owned()));
    }
    Ok(descriptor)
}

/// Whether a folder is there.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// How one of the reader's own folders is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Not there yet: it is made when something is to be kept.
    Missing,
    /// Fit to keep things in.
    Ready,
    /// It cannot be used.
    Unusable(StateError),
}

/// Looks at one of the reader's own folders without making or changing anything.
pub fn condition(folder: &Path) -> Condition {
    let may_write = |place: &Path| {
        rustix::fs::access(place, Access::WRITE_OK | Access::EXEC_OK)
            .map_err(|errno| StateError::new(folder, errno))
    };
    if matches!(folder.try_exists(), Ok(false)) && folder.symlink_metadata().is_err() {
        let above = folder.ancestors().find(|above| above.exists());
        let makeable = may_be_made(folder).and_then(|()| above.map_or(Ok(()), may_write));
        return makeable.map_or_else(Condition::Unusable, |()| Condition::Missing);
    }
    let writable = open_private(folder).and_then(|_| may_write(folder));
    writable.map_or_else(Condition::Unusable, |()| Condition::Ready)
}

/// Whether a missing folder is not in the home of another user, as under `sudo` without `-H`.
fn may_be_made(folder: &Path) -> Result<(), StateError> {
    let nearest = folder.ancestors().find_map(|above| above.metadata().ok());
    let mine = rustix::process::geteuid().as_raw();
    let is_foreign = nearest.is_some_and(|above| above.uid() != mine && above.uid() != 0);
    if is_foreign { Err(StateError::Foreign(folder.to_owned())) } else { Ok(()) }
}

/// [`open_private`], made with mode 0700 where it is missing and [`may_be_made`].
pub(super) fn make_private(folder: &Path) -> Result<OwnedFd, StateError> {
    let fail = |error: std::io::Error| StateError::new(folder, error);
    if !folder.try_exists().map_err(fail)? {
        may_be_made(folder)?;
        DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(fail)?;
    }
    open_private(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn a_private_folder_is_made_private() {
        let place = tempfile::tempdir().expect("a folder");
        let folder = place.path().join("state/chancery");
        make_private(&folder).expect("it is made");
        let mode = fs::metadata(&folder).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }

    #[test]
    fn the_condition_of_a_folder_is_told_without_making_it() {
        let place = tempfile::tempdir().expect("a folder");
        let folder = place.path().join("state");
        assert_eq!(condition(&folder), Condition::Missing);
        assert!(!folder.exists());
        make_private(&folder).expect("it is made");
        assert_eq!(condition(&folder), Condition::Ready);
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o777)).expect("a mode");
        assert_eq!(
            condition(&folder),
            Condition::Unusable(StateError::OpenToOthers(folder.clone()))
        );
    }

    #[test]
    fn folders_that_others_can_write_in_and_links_are_refused() {
        let place = tempfile::tempdir().expect("a folder");
        let open = place.path().join("open");
        fs::create_dir(&open).expect("a folder");
        fs::set_permissions(&open, fs::Permissions::from_mode(0o777)).expect("a mode");
        assert_eq!(make_private(&open).err(), Some(StateError::OpenToOthers(open.clone())));
        let link = place.path().join("link");
        symlink(place.path(), &link).expect("a link");
        assert_eq!(make_private(&link).err(), Some(StateError::NotPlain(link.clone())));
        let file = place.path().join("file");
        fs::write(&file, "").expect("a file");
        assert_eq!(make_private(&file).err(), Some(StateError::NotPlain(file.clone())));
    }
}
