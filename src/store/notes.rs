//! The folder of notes in the state folder: plain files of our own, replaced in one step.
//!
//! Knows names and bytes; what is in a note is `notes`' business. What is no plain file of the
//! reader's own is never opened, and nothing is ever deleted but drafts.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, Mode, OFlags, linkat, openat, renameat, unlinkat};
use rustix::io::Errno;

use super::folders::{StateError, make_private, open_private};

/// The name of the folder in the state folder.
pub const FOLDER: &str = "notes";

/// Where texts that are being written are kept, below it.
const DRAFTS: &str = "drafts";

/// Where notes go that the reader takes away, below it.
const REMOVED: &str = "removed";

/// Files of more bytes than this are no notes.
pub const MOST_BYTES: u64 = 256 * 1024;

/// Of more files than this the rest is not looked at.
const MOST_FILES: usize = 50_000;

/// A folder of notes, or of drafts. Nothing is made there before the first one.
#[derive(Clone, Debug)]
pub struct NotesFolder {
    path: PathBuf,
}

/// A file of the folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// What tells this version from the next: size, change in nanoseconds, inode.
    pub stamp: (u64, i64, i64, u64),
    /// Whether it is a plain file of a bearable size.
    pub is_plain: bool,
}

impl NotesFolder {
    /// The notes of a state folder.
    pub fn new(state: &Path) -> Self {
        Self { path: state.join(FOLDER) }
    }

    /// The drafts beside them.
    #[must_use]
    pub fn drafts(&self) -> Self {
        Self { path: self.path.join(DRAFTS) }
    }

    /// The notes that were taken away.
    #[must_use]
    pub fn removed(&self) -> Self {
        Self { path: self.path.join(REMOVED) }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its Markdown files by name; a folder that is not there has none.
    ///
    /// # Errors
    /// [`StateError`] where the folder is not safe or cannot be read.
    pub fn list(&self) -> Result<Vec<Listed>, StateError> {
        if self.path.symlink_metadata().is_err() {
            return Ok(Vec::new());
        }
        // Refuses a link and what others can write in.
        let _held = open_private(&self.path)?;
        let fail = |error| StateError::new(&self.path, error);
        let mut found = Vec::new();
        for entry in std::fs::read_dir(&self.path).map_err(fail)?.take(MOST_FILES).flatten() {
            let Ok(name) = entry.file_name().into_string() else { continue };
            let Ok(metadata) = entry.metadata() else { continue };
            let is_markdown = Path::new(&name).extension().is_some_and(|kind| kind == "md");
            if name.starts_with('.') || !is_markdown {
                continue;
            }
            let stamp = (metadata.len(), metadata.mtime(), metadata.mtime_nsec(), metadata.ino());
            let is_plain = metadata.is_file() && metadata.len() <= MOST_BYTES;
            found.push(Listed { name, stamp, is_plain });
        }
        found.sort();
        Ok(found)
    }

    /// The bytes of a file; `None` where no plain file of a bearable size has that name.
    ///
    /// # Errors
    /// [`StateError`] where the folder is not safe or the file cannot be read.
    pub fn read(&self, name: &str) -> Result<Option<Vec<u8>>, StateError> {
        if self.path.symlink_metadata().is_err() {
            return Ok(None);
        }
        let folder = open_private(&self.path)?;
        let fail = |error: std::io::Error| StateError::new(&self.path.join(name), error);
        // Without NONBLOCK a pipe of that name would hold us for ever.
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file = match openat(&folder, self.plain(name)?, flags, Mode::empty()) {
            Ok(descriptor) => File::from(descriptor),
            Err(Errno::NOENT) => return Ok(None),
            Err(errno) => return Err(fail(errno.into())),
        };
        let metadata = file.metadata().map_err(fail)?;
        if !metadata.is_file() || metadata.len() > MOST_BYTES {
            return Err(StateError::NotPlain(self.path.join(name)));
        }
        let mut bytes = Vec::new();
        file.take(MOST_BYTES).read_to_end(&mut bytes).map_err(fail)?;
        Ok(Some(bytes))
    }

    /// Writes a file or replaces it. When this returns, it is on the disk.
    ///
    /// # Errors
    /// [`StateError`] where it is not; then what was there before is untouched.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), StateError> {
        let name = self.plain(name)?;
        let folder = self.made()?;
        write_whole(&folder, name, bytes)
            .map_err(|error| StateError::new(&self.path.join(name), error))
    }

    /// Takes a note away: it goes to a folder of its own, where nobody looks for notes.
    ///
    /// # Errors
    /// [`StateError`] where it cannot be moved; it stays then.
    pub fn remove(&self, name: &str) -> Result<(), StateError> {
        let name = self.plain(name)?;
        let folder = open_private(&self.path)?;
        let removed = make_private(&self.path.join(REMOVED))?;
        let fail = |errno: Errno| StateError::new(&self.path.join(name), errno);
        let stem = name.trim_end_matches(".md");
        for number in 0..10_000 {
            let to = if number == 0 { name.to_owned() } else { format!("{stem}-{number}.md") };
            // A link, unlike a rename, never replaces what went before it.
            match linkat(&folder, name, &removed, &to, AtFlags::empty()) {
                Err(Errno::EXIST) => {}
                Err(errno) => return Err(fail(errno)),
                Ok(()) => return unlinkat(&folder, name, AtFlags::empty()).map_err(fail),
            }
        }
        Err(fail(Errno::EXIST))
    }

    /// Deletes a file, which only drafts deserve; one that is not there is none.
    ///
    /// # Errors
    /// [`StateError`] where it stays.
    pub fn delete(&self, name: &str) -> Result<(), StateError> {
        if self.path.symlink_metadata().is_err() {
            return Ok(());
        }
        let folder = open_private(&self.path)?;
        match unlinkat(&folder, self.plain(name)?, AtFlags::empty()) {
            Ok(()) | Err(Errno::NOENT) => Ok(()),
            Err(errno) => Err(StateError::new(&self.path.join(name), errno)),
        }
    }

    /// The folder, made where missing together with those above it.
    fn made(&self) -> Result<OwnedFd, StateError> {
        let above = self.path.parent().filter(|above| above.ends_with(FOLDER));
        if let Some(above) = above {
            make_private(above)?;
        }
        make_private(&self.path)
    }

    /// A name that leads nowhere else.
    fn plain<'a>(&self, name: &'a str) -> Result<&'a str, StateError> {
        let is_plain = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\0']);
        if is_plain { Ok(name) } else { Err(StateError::NotPlain(self.path.join("?"))) }
    }
}

/// Writes a file, or replaces it in one step; on the disk when this returns. An error leaves what was there before.
pub(super) fn write_whole(folder: &OwnedFd, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let temporary = format!(".{name}.{}", std::process::id());
    write_new(folder, &temporary, bytes)
        .and_then(|()| Ok(renameat(folder, &temporary, folder, name)?))
        .and_then(|()| Ok(rustix::fs::fsync(folder)?))
        .inspect_err(|_| {
            let _ = unlinkat(folder, &temporary, AtFlags::empty());
        })
}

/// Writes a file that must not be there yet; one that a killed process left is cleared away.
fn write_new(folder: &OwnedFd, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let _ = unlinkat(folder, name, AtFlags::empty());
    let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let mut file = File::from(openat(folder, name, flags, Mode::RUSR | Mode::WUSR)?);
    file.write_all(bytes)?;
    file.sync_data()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn a_note_is_written_whole_read_and_taken_away() {
        let place = tempfile::tempdir().expect("a folder");
        let notes = NotesFolder::new(place.path());
        assert_eq!(notes.list(), Ok(Vec::new()));
        assert_eq!(notes.read("a.md"), Ok(None));
        for text in ["one", "two"] {
            notes.write("a.md", text.as_bytes()).expect("it is written");
            assert_eq!(notes.read("a.md"), Ok(Some(text.into())));
        }
        let mode = |path: PathBuf| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        assert_eq!(mode(notes.path().join("a.md")), 0o600);
        assert_eq!(mode(notes.path().to_owned()), 0o700);
        notes.remove("a.md").expect("it goes");
        notes.write("a.md", b"three").expect("it is written");
        notes.remove("a.md").expect("it goes");
        assert_eq!(fs::read(notes.path().join("removed/a.md")).expect("kept"), b"two");
        assert_eq!(fs::read(notes.path().join("removed/a-1.md")).expect("kept"), b"three");
        assert_eq!(notes.list(), Ok(Vec::new()));
    }

    #[test]
    fn no_name_and_no_link_leads_out() {
        let place = tempfile::tempdir().expect("a folder");
        let notes = NotesFolder::new(place.path());
        notes.write("a.md", b"x").expect("it is written");
        fs::write(place.path().join("secret"), "mine").expect("a file");
        symlink(place.path().join("secret"), notes.path().join("link.md")).expect("a link");
        for name in ["../secret", "", "..", "a/b.md", ".x.md"] {
            assert!(notes.read(name).is_err() && notes.write(name, b"").is_err(), "{name}");
        }
        assert!(notes.read("link.md").is_err());
        let listed = notes.list().expect("a list");
        let plain: Vec<_> = listed.iter().map(|file| (file.name.as_str(), file.is_plain)).collect();
        assert_eq!(plain, [("a.md", true), ("link.md", false)]);
        notes.write("link.md", b"note").expect("the link is replaced, not followed");
        assert_eq!(fs::read(place.path().join("secret")).expect("there"), b"mine");
    }

    #[test]
    fn drafts_lie_apart_and_are_private() {
        let place = tempfile::tempdir().expect("a folder");
        let state = place.path().join("state");
        let drafts = NotesFolder::new(&state).drafts();
        drafts.delete("a.md").expect("nothing to drop");
        drafts.write("a.md", b"x").expect("it is written");
        assert_eq!(NotesFolder::new(&state).list(), Ok(Vec::new()));
        drafts.delete("a.md").expect("it goes");
        assert_eq!(drafts.list(), Ok(Vec::new()));
    }
}
