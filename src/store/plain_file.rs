//! Opening what a person names: a plain file, never a pipe that would hold us for ever.

use std::fs::{File, Metadata};
use std::io::Error;
use std::path::Path;

use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;

/// Why nothing was opened.
#[derive(Debug)]
pub(super) enum NotOpened {
    /// It is not there.
    Missing,
    /// A folder, a pipe or a device.
    NotPlain,
    /// Anything else.
    Failed(Error),
}

/// Opens a plain file for reading.
pub(super) fn open(path: &Path) -> Result<(File, Metadata), NotOpened> {
    // Without NONBLOCK a pipe of that name would wait for its other end.
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let file = match rustix::fs::open(path, flags, Mode::empty()) {
        Ok(descriptor) => File::from(descriptor),
        Err(Errno::NOENT | Errno::NOTDIR) => return Err(NotOpened::Missing),
        Err(errno) => return Err(NotOpened::Failed(errno.into())),
    };
    let metadata = file.metadata().map_err(NotOpened::Failed)?;
    if metadata.is_file() { Ok((file, metadata)) } else { Err(NotOpened::NotPlain) }
}
