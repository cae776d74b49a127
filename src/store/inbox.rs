//! The reader's own inbox in the state folder: dispatches that were pasted, a plain file each, listed and read like briefs.
//!
//! Knows names and bytes; what is in a dispatch is `filing`'s business. A file is named after what it holds, so that one text
//! pasted twice is one dispatch, and is never written over. One that the reader takes away goes to a hidden folder beside it, where
//! nobody looks for briefs. When either happened is the time of the file: of two machines the later counts.

use std::fs::File;
use std::io::Read as _;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use rustix::fs::{AtFlags, Mode, OFlags, openat, renameat, unlinkat};

use super::folders::{make_private, open_private};
use super::notes::write_whole;
use super::root::{Root, nanoseconds};
use super::{StateError, clock};
use crate::model::{BriefPath, Moment};

/// The name of the folder in the state folder.
const FOLDER: &str = "inbox";

/// The folder below it that dispatches go to when the reader takes them away. Hidden: no scan lists it.
const REMOVED: &str = ".removed";

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
    #[error("{}: holds {MOST_FILES} dispatches and takes no more; take some out with chancery inbox discard", .0.display())]
    Crowded(PathBuf),
    /// The folder or the file cannot be written.
    #[error(transparent)]
    State(#[from] StateError),
}

/// A dispatch that is in the inbox, or was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispatch {
    /// The name of its file, which follows from its text.
    pub name: String,
    /// What it holds.
    pub text: String,
    /// When it was pasted, or taken away.
    pub at: Moment,
    /// Whether the reader took it away.
    pub removed: bool,
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
        let folder = self.made()?;
        let name = name_of(text);
        if rustix::fs::statat(&folder, &name, rustix::fs::AtFlags::SYMLINK_NOFOLLOW).is_ok() {
            return Ok(BriefPath::in_inbox(&name));
        }
        let failed = |error| StateError::new(&self.path, error);
        let there = std::fs::read_dir(&self.path).map_err(failed)?;
        if there.take(MOST_FILES).count() >= MOST_FILES {
            return Err(InboxError::Crowded(self.path.clone()));
        }
        let removed = open_private(&self.path.join(REMOVED)).ok();
        let before = removed.as_ref().and_then(|removed| at(removed, &name));
        let now = clock::now().max(before.map_or(Moment(0), next));
        self.place(&folder, &name, text, now)?;
        if let Some(removed) = &removed {
            // Where it stays, the later of the two counts.
            let _gone = unlinkat(removed, &name, AtFlags::empty());
        }
        Ok(BriefPath::in_inbox(&name))
    }

    /// Takes a dispatch away; returns where its text is now. When this returns `Ok`, that is on the disk.
    ///
    /// # Errors
    /// [`StateError`] where it cannot be done; then it stays.
    pub fn remove(&self, path: &BriefPath) -> Result<PathBuf, StateError> {
        let name = path.below_inbox().and_then(|below| String::from_utf8(below.to_bytes()).ok());
        let is_plain = |name: &String| !name.starts_with('.') && !name.contains(['/', '\0']);
        let Some(name) = name.filter(|name| !name.is_empty() && is_plain(name)) else {
            return Err(StateError::NotPlain(self.path.join("?")));
        };
        let failed = |error: std::io::Error| StateError::new(&self.path.join(&name), error);
        let folder = open_private(&self.path)?;
        let removed = make_private(&self.path.join(REMOVED))?;
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file =
            openat(&folder, &name, flags, Mode::empty()).map_err(|errno| failed(errno.into()))?;
        let now = clock::now().max(at(&folder, &name).map_or(Moment(0), next));
        File::from(file).set_modified(system_time(now)).map_err(failed)?;
        renameat(&folder, &name, &removed, &name).map_err(|errno| failed(errno.into()))?;
        for folder in [&removed, &folder] {
            rustix::fs::fsync(folder).map_err(|errno| failed(errno.into()))?;
        }
        Ok(self.path.join(REMOVED).join(name))
    }

    /// All dispatches that are there or were taken away, by name, and files that none of them can be.
    ///
    /// # Errors
    /// [`StateError`] where a folder is not safe or cannot be read.
    pub fn dispatches(&self) -> Result<(Vec<Dispatch>, Vec<PathBuf>), StateError> {
        let (mut found, mut strange) = (Vec::new(), Vec::new());
        for (path, removed) in [(self.path.clone(), false), (self.path.join(REMOVED), true)] {
            if path.symlink_metadata().is_err() {
                continue;
            }
            let folder = open_private(&path)?;
            let entries =
                std::fs::read_dir(&path).map_err(|error| StateError::new(&path, error))?;
            for entry in entries.take(2 * MOST_FILES).flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                if name.starts_with('.') {
                    continue;
                }
                match read(&folder, &name) {
                    Some((text, at)) => found.push(Dispatch { name, text, at, removed }),
                    None => strange.push(entry.path()),
                }
            }
        }
        // Of one that is in both, as after a crash in between, the later counts.
        found.sort_by(|a, b| (&a.name, b.at, b.removed).cmp(&(&b.name, a.at, a.removed)));
        found.dedup_by(|later, first| later.name == first.name);
        Ok((found, strange))
    }

    /// Has a dispatch of another machine as it is there, in the place of what is known of it here.
    ///
    /// # Errors
    /// [`StateError`] where it cannot be written.
    pub fn accept(&self, dispatch: &Dispatch) -> Result<(), StateError> {
        let folder = self.made()?;
        let removed = make_private(&self.path.join(REMOVED))?;
        let (to, other) = if dispatch.removed { (&removed, &folder) } else { (&folder, &removed) };
        self.place(to, &dispatch.name, &dispatch.text, dispatch.at)?;
        let _gone = unlinkat(other, &dispatch.name, AtFlags::empty());
        Ok(())
    }

    /// The folder, made where missing together with the state folder.
    fn made(&self) -> Result<OwnedFd, StateError> {
        make_private(self.path.parent().unwrap_or(&self.path))?;
        make_private(&self.path)
    }

    /// Writes a file as of a moment.
    fn place(&self, to: &OwnedFd, name: &str, text: &str, at: Moment) -> Result<(), StateError> {
        let failed = |error: std::io::Error| StateError::new(&self.path.join(name), error);
        write_whole(to, name, text.as_bytes()).map_err(failed)?;
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let file = openat(to, name, flags, Mode::empty()).map_err(|errno| failed(errno.into()))?;
        File::from(file).set_modified(system_time(at)).map_err(failed)
    }

    /// Briefs with those of the inbox among them, unless it is missing or not the reader's alone.
    #[must_use]
    pub fn beside(&self, root: Root) -> Root {
        root.with_inbox(open_private(&self.path).ok())
    }
}

/// When a file of a folder was pasted or taken away.
fn at(folder: &OwnedFd, name: &str) -> Option<Moment> {
    let stat = rustix::fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW).ok()?;
    Some(Moment(nanoseconds(stat.st_mtime, i64::try_from(stat.st_mtime_nsec).ok()?) / 1_000_000))
}

/// A file's text and time; nothing where it is no dispatch of ours.
fn read(folder: &OwnedFd, name: &str) -> Option<(String, Moment)> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = File::from(openat(folder, name, flags, Mode::empty()).ok()?);
    let metadata = file.metadata().ok()?;
    if !metadata.is_file() || metadata.len() > MOST_BYTES as u64 {
        return None;
    }
    let mut text = String::new();
    file.take(MOST_BYTES as u64).read_to_string(&mut text).ok()?;
    (name == name_of(&text)).then_some((text, at(folder, name)?))
}

/// The moment after another: clocks step back.
fn next(before: Moment) -> Moment {
    Moment(before.0.saturating_add(1))
}

fn system_time(at: Moment) -> SystemTime {
    let since = Duration::from_millis(u64::try_from(at.0).unwrap_or(0));
    SystemTime::UNIX_EPOCH.checked_add(since).unwrap_or(SystemTime::UNIX_EPOCH)
}

/// The name of the file that a text is kept in: raw, unless it says itself that it is Markdown.
#[must_use]
pub fn name_of(text: &str) -> String {
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
        assert!(inbox.keep("+++\ntitle = \"x\"\n+++\n").expect("room").extension() == "md");
        let files: Vec<_> = fs::read_dir(inbox.path()).expect("there").flatten().collect();
        assert_eq!(files.len(), 2, "no other file stays behind");
        for file in files {
            assert_eq!(file.metadata().expect("there").permissions().mode() & 0o777, 0o600);
        }
        let mode = fs::metadata(inbox.path()).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }

    #[test]
    fn what_is_taken_away_is_kept_aside_and_can_be_pasted_again() {
        let place = tempfile::tempdir().expect("a folder");
        let inbox = Inbox::new(&place.path().join("state"));
        let path = inbox.keep("MINSK, 12 May - Talks.\n").expect("room");
        let states = || {
            let (found, strange) = inbox.dispatches().expect("a folder");
            assert!(strange.is_empty());
            found.into_iter().map(|one| (one.removed, one.at)).collect::<Vec<_>>()
        };
        let pasted = states();
        let aside = inbox.remove(&path).expect("room");
        assert_eq!(fs::read_to_string(aside).expect("kept"), "MINSK, 12 May - Talks.\n");
        let removed = states();
        assert!(!pasted[0].0 && removed[0].0 && pasted[0].1 < removed[0].1);
        assert!(matches!(inbox.remove(&path), Err(StateError::Failed { .. })), "it is gone");
        assert_eq!(inbox.keep("MINSK, 12 May - Talks.\n"), Ok(path));
        let again = states();
        assert!(again.len() == 1 && !again[0].0 && removed[0].1 < again[0].1);
        for hostile in ["../journal.jsonl", ".removed", "", "a/b.txt", "/etc/hostname"] {
            assert!(inbox.remove(&BriefPath::in_inbox(hostile)).is_err(), "{hostile}");
        }
        assert!(inbox.remove(&"minsk.md".into()).is_err(), "a brief of the newsroom");
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
