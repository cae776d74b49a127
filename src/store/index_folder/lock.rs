//! Locks that end with the process that holds them.

use std::fs::{File, TryLockError};
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tantivy::directory::error::LockError;
use tantivy::directory::{DirectoryLock, Lock};

/// How long to wait for whoever looks at or tidies the list of files: a matter of milliseconds, unless it hangs.
const PATIENCE: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(2);

/// Takes a lock on the file that `open` gives.
///
/// A folder that takes no files has no writer that one could meet: there reading goes without a lock.
pub(super) fn acquire(
    open: impl FnOnce() -> io::Result<File>,
    lock: &Lock,
) -> Result<DirectoryLock, LockError> {
    let file = match open() {
        Ok(file) => file,
        Err(error) if lock.is_blocking && is_refused(&error) => return Ok(held(())),
        Err(error) => return Err(LockError::IoError(Arc::new(error))),
    };
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(held(file)),
            Err(TryLockError::WouldBlock) if lock.is_blocking && start.elapsed() < PATIENCE => {
                std::thread::sleep(PAUSE);
            }
            Err(TryLockError::WouldBlock) => return Err(LockError::LockBusy),
            Err(TryLockError::Error(error)) => return Err(LockError::IoError(Arc::new(error))),
        }
    }
}

fn is_refused(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ReadOnlyFilesystem
            | io::ErrorKind::PermissionDenied
            | io::ErrorKind::StorageFull
    )
}

/// What is held as long as the lock is.
fn held(what: impl Send + Sync + 'static) -> DirectoryLock {
    DirectoryLock::from(Box::new(what))
}
