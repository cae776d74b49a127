//! What lies in the briefs folder: names, times and sizes, nothing of the contents.
//!
//! Level by level, each folder opened beneath the root and closed again: no path is followed
//! twice, no descriptor is kept, and the depth of a hostile tree costs no stack.

use std::collections::HashSet;
use std::os::fd::{AsFd, OwnedFd};

use rayon::prelude::*;
use rustix::fs::{AtFlags, Dir, FileType, OFlags, Stat, statat};

use super::root::{FileStamp, Folder, Main, ReadError, Root, nanoseconds};
use super::{samples, words};
use crate::model::{BriefPath, Diagnostic, Problem};

/// Folders deeper than this are not entered.
const DEEPEST: usize = 64;

/// Names fewer than this are not worth a second thread.
const NAMES_A_TASK: usize = 512;

/// What lies in the briefs folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// The files that may be briefs, by path.
    pub files: Vec<Found>,
    /// What could not be listed, by path.
    pub problems: Vec<Diagnostic>,
}

/// A file that may be a brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it lies.
    pub path: BriefPath,
    /// Its time and size.
    pub stamp: FileStamp,
}

/// Lists the briefs of an open root.
pub fn scan(root: &Root) -> Scan {
    let mut found = match &root.main {
        Main::Folder(folder) => walk(folder),
        Main::Samples => Scan { files: samples::all().map(sample).collect(), problems: Vec::new() },
    };
    if let Some(inbox) = &root.inbox {
        let own = walk(inbox);
        let in_inbox = |path: &BriefPath| BriefPath::in_inbox(path.as_str());
        let own_files = own.files.into_iter();
        found.files.extend(own_files.map(|file| Found { path: in_inbox(&file.path), ..file }));
        let own_problems = own.problems.into_iter();
        found.problems.extend(
            own_problems.map(|problem| Diagnostic { file: in_inbox(&problem.file), ..problem }),
        );
        found.files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        found.problems.sort_by(|a, b| a.file.cmp(&b.file));
    }
    found
}

/// Lists one folder and all below it.
fn walk(folder: &Folder) -> Scan {
    let mut walk = Walk::new(folder);
    walk.descend(vec![Vec::new()]);
    walk.follow_links();
    walk.finish()
}

/// A sample brief as a file.
fn sample((path, bytes): (BriefPath, &[u8])) -> Found {
    Found { path, stamp: FileStamp::of_sample(bytes) }
}

/// Device and inode: what a file is, whatever its names.
type Identity = (u64, u64);

/// A file, by its relative path.
type Listed = (Vec<u8>, Stat);

/// A walk through the folder.
struct Walk<'a> {
    folder: &'a Folder,
    entered: HashSet<Identity>,
    files: Vec<Listed>,
    links: Vec<Vec<u8>>,
    problems: Vec<Diagnostic>,
}

/// What one folder holds, by relative paths.
#[derive(Default)]
struct Listing {
    identity: Option<Identity>,
    files: Vec<Listed>,
    folders: Vec<Vec<u8>>,
    links: Vec<Vec<u8>>,
    problems: Vec<Diagnostic>,
}

impl<'a> Walk<'a> {
    fn new(folder: &'a Folder) -> Self {
        Self {
            folder,
            entered: HashSet::new(),
            files: Vec::new(),
            links: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Lists the folders of one level after the other.
    fn descend(&mut self, mut level: Vec<Vec<u8>>) {
        for _ in 0..DEEPEST {
            if level.is_empty() {
                return;
            }
            let listings: Vec<Listing> =
                level.par_iter().map(|relative| list(self.folder, relative)).collect();
            level.clear();
            for listing in listings {
                if listing.identity.is_some_and(|identity| !self.entered.insert(identity)) {
                    continue;
                }
                self.files.extend(listing.files);
                self.links.extend(listing.links);
                self.problems.extend(listing.problems);
                level.extend(listing.folders);
            }
        }
        for relative in level {
            self.problem(&relative, Problem::TooDeep);
        }
    }

    /// Follows the links that stay inside to what has no name of its own in the folder: each file
    /// is listed once. A link that leaves becomes a diagnostic.
    fn follow_links(&mut self) {
        let mut known: HashSet<Identity> =
            self.files.iter().map(|(_, stat)| identity(stat)).collect();
        let mut links = std::mem::take(&mut self.links);
        // Links found below a followed link are followed too, one round each.
        for _ in 0..DEEPEST {
            links.sort_unstable();
            for link in std::mem::take(&mut links) {
                self.follow(link, &mut known);
            }
            links.append(&mut self.links);
        }
    }

    fn follow(&mut self, link: Vec<u8>, known: &mut HashSet<Identity>) {
        let flags = OFlags::PATH | OFlags::CLOEXEC;
        let target = self.folder.open_beneath(&link, flags).and_then(stat_of);
        match target {
            Ok(stat) => match FileType::from_raw_mode(stat.st_mode) {
                FileType::Directory => self.descend(vec![link]),
                FileType::RegularFile if is_text(&link) && known.insert(identity(&stat)) => {
                    self.files.push((link, stat));
                }
                FileType::Symlink => self.problem(&link, Problem::LinkOutside),
                _ => {}
            },
            Err(errno) => {
                let path = BriefPath::from_bytes(&link);
                match ReadError::opening(&path, errno) {
                    ReadError::Gone(_) if is_text(&link) => {
                        self.problem(&link, Problem::LinkNowhere);
                    }
                    error => {
                        if let Some(problem) = error.problem() {
                            self.problem(&link, problem);
                        }
                    }
                }
            }
        }
    }

    fn problem(&mut self, relative: &[u8], problem: Problem) {
        self.problems.push(diagnostic(relative, problem));
    }

    fn finish(self) -> Scan {
        let found = |(path, stat): Listed| Found {
            path: BriefPath::from_bytes(&path),
            stamp: stamp(&stat),
        };
        let mut files: Vec<Found> = self.files.into_iter().map(found).collect();
        files.par_sort_unstable_by(|a, b| a.path.cmp(&b.path));
        let mut problems = self.problems;
        problems.sort_by(|a, b| a.file.cmp(&b.file));
        Scan { files, problems }
    }
}

/// Lists one folder.
fn list(folder: &Folder, relative: &[u8]) -> Listing {
    let mut listing = Listing::default();
    let opened = match open_folder(folder, relative) {
        Ok(opened) => opened,
        Err(errno) => {
            let problem = Problem::Unreadable(words(errno));
            listing.problems.push(diagnostic(relative, problem));
            return listing;
        }
    };
    listing.identity = rustix::fs::fstat(&opened).ok().as_ref().map(identity);
    let names = match names(&opened) {
        Ok(names) => names,
        Err(errno) => {
            let problem = Problem::Unreadable(words(errno));
            listing.problems.push(diagnostic(relative, problem));
            return listing;
        }
    };
    let mut files = Vec::new();
    for (name, kind) in names {
        match kind {
            FileType::Directory => listing.folders.push(join(relative, &name)),
            FileType::Symlink => listing.links.push(join(relative, &name)),
            FileType::RegularFile if !is_text(&name) => {}
            FileType::RegularFile | FileType::Unknown => files.push(name),
            _ if is_text(&name) => {
                listing.problems.push(diagnostic(&join(relative, &name), Problem::NotAFile));
            }
            _ => {}
        }
    }
    let look = |name: &Vec<u8>| (join(relative, name), look_at(&opened, name));
    let looks: Vec<_> = files.par_iter().with_min_len(NAMES_A_TASK).map(look).collect();
    for (path, stat) in looks {
        listing.sort_in(path, stat);
    }
    listing
}

impl Listing {
    /// Puts a name where it belongs now that its inode was looked at.
    fn sort_in(&mut self, path: Vec<u8>, stat: rustix::io::Result<Stat>) {
        let Ok(stat) = stat else { return };
        match FileType::from_raw_mode(stat.st_mode) {
            FileType::RegularFile if is_text(&path) => self.files.push((path, stat)),
            FileType::Directory => self.folders.push(path),
            FileType::Symlink => self.links.push(path),
            FileType::RegularFile => {}
            _ if is_text(&path) => self.problems.push(diagnostic(&path, Problem::NotAFile)),
            _ => {}
        }
    }
}

fn open_folder(folder: &Folder, relative: &[u8]) -> rustix::io::Result<OwnedFd> {
    let path = if relative.is_empty() { b"." } else { relative };
    folder.open_beneath(path, OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC)
}

/// The names in a folder that are not to be ignored, with what they seem to be.
fn names(folder: &OwnedFd) -> rustix::io::Result<Vec<(Vec<u8>, FileType)>> {
    let mut names = Vec::new();
    for entry in Dir::read_from(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_bytes();
        if !is_ignored(name) {
            names.push((name.to_vec(), entry.file_type()));
        }
    }
    Ok(names)
}

fn look_at(folder: &impl AsFd, name: &[u8]) -> rustix::io::Result<Stat> {
    statat(folder, name, AtFlags::SYMLINK_NOFOLLOW)
}

#[allow(clippy::needless_pass_by_value, reason = "closes the descriptor when done")]
fn stat_of(descriptor: OwnedFd) -> rustix::io::Result<Stat> {
    rustix::fs::fstat(&descriptor)
}

#[allow(clippy::unnecessary_cast, reason = "the width of these fields differs by system")]
fn identity(stat: &Stat) -> Identity {
    (stat.st_dev as u64, stat.st_ino as u64)
}

#[allow(
    clippy::unnecessary_cast,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "the width and sign of these fields differ by system; no value is negative"
)]
fn stamp(stat: &Stat) -> FileStamp {
    FileStamp {
        mtime_ns: nanoseconds(stat.st_mtime as i64, stat.st_mtime_nsec as i64),
        size: stat.st_size as u64,
    }
}

fn join(folder: &[u8], name: &[u8]) -> Vec<u8> {
    if folder.is_empty() { name.to_vec() } else { [folder, name].join(&b'/') }
}

fn diagnostic(relative: &[u8], problem: Problem) -> Diagnostic {
    Diagnostic { file: BriefPath::from_bytes(relative), line: None, problem }
}

/// Hidden names (`.git`, rsync's `.x.md.AbC123`, vim's `.x.swp`), and what editors leave while
/// they write: `#x.md#`, `~$x.md`, `x.md~`.
fn is_ignored(name: &[u8]) -> bool {
    name.starts_with(b".")
        || name.starts_with(b"~$")
        || name.ends_with(b"~")
        || (name.starts_with(b"#") && name.ends_with(b"#"))
}

/// Whether the extension is one of a brief's.
fn is_text(name: &[u8]) -> bool {
    const EXTENSIONS: [&[u8]; 5] = [b"md", b"markdown", b"txt", b"html", b"htm"];
    let Some(dot) = name.iter().rposition(|&byte| byte == b'.') else { return false };
    let extension = name.get(dot + 1..).unwrap_or_default();
    EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn temporaries_of_editors_and_rsync_are_no_briefs() {
        for name in ["a.md", "A.MD", "b.markdown", "c.txt", "d.html", "e.HTM", "-f.md", " .md"] {
            assert!(!is_ignored(name.as_bytes()) && is_text(name.as_bytes()), "{name}");
        }
        for name in [".x.md.AbC123", "x.md~", ".x.md.swp", "#x.md#", "4913", ".git", "x.md.part"] {
            assert!(is_ignored(name.as_bytes()) || !is_text(name.as_bytes()), "{name}");
        }
    }
}
