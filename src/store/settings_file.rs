//! The user's file of settings: read with care, made once, never changed.

use std::fs::DirBuilder;
use std::io::Read;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};

use super::output::{self, Existing, OutputError};
use super::plain_file::{self, NotOpened};
use super::words;

/// At most this many bytes are read: one more than any file of settings may have.
const MOST_BYTES: u64 = crate::config::MOST_BYTES as u64 + 1;

/// Why the settings cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// It is not there.
    #[error("{}: no such file; correct the path or make it with `chancery init`", .0.display())]
    Missing(PathBuf),
    /// A folder, a pipe or a device.
    #[error("{}: not a plain file; name another with --config", .0.display())]
    NotAFile(PathBuf),
    /// Anybody may write it.
    #[error("{}: other users can write this file, so it is not read; run chmod o-w on it", .0.display())]
    OpenToOthers(PathBuf),
    /// Anything else.
    #[error("{}: cannot be read ({reason}); check its permissions", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's words.
        reason: String,
    },
}

/// Reads a file of settings.
///
/// # Errors
/// [`SettingsError`] where it is missing, not a plain file, open to everybody, or unreadable.
pub fn read(path: &Path) -> Result<Vec<u8>, SettingsError> {
    let unreadable = |error: std::io::Error| SettingsError::Unreadable {
        path: path.to_owned(),
        reason: words(error),
    };
    let (file, metadata) = plain_file::open(path).map_err(|error| match error {
        NotOpened::Missing => SettingsError::Missing(path.to_owned()),
        NotOpened::NotPlain => SettingsError::NotAFile(path.to_owned()),
        NotOpened::Failed(error) => unreadable(error),
    })?;
    if metadata.mode() & 0o002 != 0 {
        return Err(SettingsError::OpenToOthers(path.to_owned()));
    }
    let mut bytes = Vec::new();
    file.take(MOST_BYTES).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

/// Writes a file of settings where there is none; the folder is made with mode 0700.
///
/// # Errors
/// [`OutputError`] where it is there already or cannot be written.
pub fn create(path: &Path, text: &str) -> Result<(), OutputError> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
        made.map_err(|error| OutputError::Failed {
            path: folder.to_owned(),
            reason: words(error),
        })?;
    }
    output::write(path, text.as_bytes(), Existing::Keep)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_file_is_made_once_and_read_again() {
        let place = tempfile::tempdir().expect("a folder");
        let path = place.path().join("own/config.toml");
        assert_eq!(read(&path), Err(SettingsError::Missing(path.clone())));
        create(&path, "measure = 70\n").expect("it is made");
        assert_eq!(read(&path), Ok(b"measure = 70\n".to_vec()));
        assert_eq!(create(&path, ""), Err(OutputError::Exists(path.clone())));
        assert_eq!(fs::read(&path).expect("the file"), b"measure = 70\n");
    }

    #[test]
    fn what_anybody_may_write_is_not_read() {
        let place = tempfile::tempdir().expect("a folder");
        let path = place.path().join("config.toml");
        fs::write(&path, "").expect("a file");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o666)).expect("a mode");
        assert_eq!(read(&path), Err(SettingsError::OpenToOthers(path)));
        assert_eq!(read(place.path()), Err(SettingsError::NotAFile(place.path().to_owned())));
    }
}
