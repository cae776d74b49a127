//! Files that a person names to be read: plain ones of a bounded size, whoever owns them.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::plain_file::{self, NotOpened};
use super::words;

/// At most this many bytes are read.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InputError {
    /// It is not there.
    #[error("{}: no such file; correct the path", .0.display())]
    Missing(PathBuf),
    /// A folder, a pipe or a device.
    #[error("{}: not a plain file; name another", .0.display())]
    NotAFile(PathBuf),
    /// It is larger than [`MOST_BYTES`].
    #[error("{}: larger than {} bytes; split it", .0.display(), MOST_BYTES)]
    TooLarge(PathBuf),
    /// Anything else.
    #[error("{}: cannot be read ({reason}); check its permissions", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's words.
        reason: String,
    },
}

/// Reads a file whole.
///
/// # Errors
/// [`InputError`] where it is missing, not a plain file, too large, or unreadable.
pub fn read(path: &Path) -> Result<Vec<u8>, InputError> {
    let unreadable = |error: std::io::Error| InputError::Unreadable {
        path: path.to_owned(),
        reason: words(error),
    };
    let (file, _) = plain_file::open(path).map_err(|error| match error {
        NotOpened::Missing => InputError::Missing(path.to_owned()),
        NotOpened::NotPlain => InputError::NotAFile(path.to_owned()),
        NotOpened::Failed(error) => unreadable(error),
    })?;
    bounded(file, path)
}

/// Reads standard input to its end.
///
/// # Errors
/// [`InputError`] where it is too large or cannot be read.
pub fn standard() -> Result<Vec<u8>, InputError> {
    bounded(std::io::stdin().lock(), Path::new("-"))
}

fn bounded(from: impl Read, path: &Path) -> Result<Vec<u8>, InputError> {
    let mut bytes = Vec::new();
    from.take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| InputError::Unreadable { path: path.to_owned(), reason: words(error) })?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(InputError::TooLarge(path.to_owned()));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_files_are_read() {
        let place = tempfile::tempdir().expect("a folder");
        let path = place.path().join("corrections.toml");
        assert_eq!(read(&path), Err(InputError::Missing(path.clone())));
        std::fs::write(&path, "x").expect("room");
        assert_eq!(read(&path), Ok(b"x".to_vec()));
        let folder = place.path().to_owned();
        assert_eq!(read(&folder), Err(InputError::NotAFile(folder)));
        let large = std::fs::File::create(&path).expect("room");
        large.set_len(MOST_BYTES + 1).expect("room");
        assert_eq!(read(&path), Err(InputError::TooLarge(path)));
    }
}
