//! The reader's own inbox in the state folder: dispatches that were pasted, a plain file each, listed and read like briefs.
//!
//! Knows names and bytes; what is in a dispatch is `filing`'s business. A file is named after what it holds, so that one text
//! pasted twice is one dispatch, and is never written over.

use std::path::{Path, PathBuf};

use super::StateError;
use super::folders::{make_private, open_private};
use super::notes::write_whole;
use super::root::Root;
use crate::model::BriefPath;

/// The name of the folder in the state folder.
const FOLDER: &str = "inbox";

/// A dispatch of more bytes than this is not taken.
pub const MOST_BYTES: usize = 256 * 1024;

/// More dispatches than this are not taken.
pub const MOST_FILES: usize = 1000;

/// Why a dispatch is not kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InboxError {
    /// It is longer than [`MOST_BYTES`].
    #[error("a dispatch has at most {} kB: paste a part of it", MOST_BYTES / 1024)]
    TooLong,
    /// There are [`MOST_FILES`] already.
    #[error("{}: holds {MOST_FILES} dispatches and takes no more; delete some of its files", .0.display())]
    Crowded(PathBuf),
    /// The folder or the file cannot be written.
    #[error(transparent)]
    State(#[from] StateError),
}

/// The inbox of a state folder. Nothing is made there before the first dispatch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inbox {
    path: PathBuf,
}

impl Inbox {
    /// That of a state folder.
    pub fn new(state: &Path) -> Self {
        Self { path: state.join(FOLDER) }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The path by which a text is, or would be, a brief.
    pub fn path_of(text: &str) -> BriefPath {
        BriefPath::in_inbox(&name_of(text))
    }

    /// Keeps a text. When this returns `Ok`, it is on the disk.
    ///
    /// # Errors
    /// [`InboxError`] where it is not.
    pub fn keep(&self, text: &str) -> Result<BriefPath, InboxError> {
        if text.len() > MOST_BYTES {
            return Err(InboxError::TooLong);
        }
        let above = self.path.parent().unwrap_or(&self.path);
        make_private(above)?;
        let folder = make_private(&self.path)?;
        let name = name_of(text);
        if rustix::fs::statat(&folder, &name, rustix::fs::AtFlags::SYMLINK_NOFOLLOW).is_ok() {
            return Ok(BriefPath::in_inbox(&name));
        }
        let failed = |error| StateError::new(&self.path, error);
        let there = std::fs::read_dir(&self.path).map_err(failed)?;
        if there.take(MOST_FILES).count() >= MOST_FILES {
            return Err(InboxError::Crowded(self.path.clone()));
        }
        write_whole(&folder, &name, text.as_bytes())
            .map_err(|error| StateError::new(&self.path.join(&name), error))?;
        Ok(BriefPath::in_inbox(&name))
    }

    /// Briefs with those of the inbox among them, unless it is missing or not the reader's alone.
    #[must_use]
    pub fn beside(&self, root: Root) -> Root {
        root.with_inbox(open_private(&self.path).ok())
    }
}

/// The name of the file that a text is kept in: raw, unless it says itself that it is Markdown.
fn name_of(text: &str) -> String {
    let hash = blake3::hash(text.as_bytes()).to_hex();
    let is_markdown = ["+++\n", "---\n"].iter().any(|mark| text.starts_with(mark));
    let extension = if is_markdown { "md" } else { "txt" };
    format!("{}.{extension}", hash.get(..16).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Briefs;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn a_text_is_kept_once_and_privately() {
        let place = tempfile::tempdir().expect("a folder");
        let inbox = Inbox::new(&place.path().join("state"));
        let path = inbox.keep("MINSK, 12 May - Talks.\n").expect("room");
        assert_eq!(inbox.keep("MINSK, 12 May - Talks.\n"), Ok(path.clone()));
        assert_eq!(path, Inbox::path_of("MINSK, 12 May - Talks.\n"));
        assert!(inbox.keep("+++\ntitle = \"x\"\n+++\n").expect("room").as_str().ends_with(".md"));
        let files: Vec<_> = fs::read_dir(inbox.path()).expect("there").flatten().collect();
        assert_eq!(files.len(), 2, "no other file stays behind");
        for file in files {
            assert_eq!(file.metadata().expect("there").permissions().mode() & 0o777, 0o600);
        }
        let mode = fs::metadata(inbox.path()).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }

    #[test]
    fn it_is_bounded_and_follows_no_link() {
        let place = tempfile::tempdir().expect("a folder");
        let inbox = Inbox::new(place.path());
        assert_eq!(inbox.keep(&"x".repeat(MOST_BYTES + 1)), Err(InboxError::TooLong));
        for number in 0..MOST_FILES {
            fs::create_dir_all(inbox.path()).expect("a folder");
            fs::write(inbox.path().join(format!("{number}.txt")), "x").expect("a file");
        }
        assert_eq!(inbox.keep("one more"), Err(InboxError::Crowded(inbox.path().to_owned())));
        let other = Inbox::new(&place.path().join("other"));
        fs::create_dir_all(place.path().join("other")).expect("a folder");
        fs::set_permissions(place.path().join("other"), PermissionsExt::from_mode(0o700))
            .expect("a mode");
        symlink(place.path(), other.path()).expect("a link");
        assert!(matches!(other.keep("text"), Err(InboxError::State(_))));
        let root = Root::open(&Briefs::Samples).expect("samples");
        assert!(other.beside(root).inbox.is_none());
    }
}
