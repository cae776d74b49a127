//! What `import` reads: files and folders that the user names, wherever they lie.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use super::root::{FileBytes, ReadError, Root};
use super::scan::{self, Scan};
use super::{Briefs, words};
use crate::model::{BriefPath, Diagnostic};

/// A file, or a folder with all that may be briefs in it, held open.
#[derive(Debug)]
pub struct Sources {
    root: Root,
    /// The folder as it was named.
    named: PathBuf,
    /// The folder without links.
    place: PathBuf,
    /// The files, by path below the folder.
    pub files: Vec<BriefPath>,
    /// What could not be listed.
    pub problems: Vec<Diagnostic>,
}

impl Sources {
    /// Opens what a path names. A file need not be there: reading it tells.
    ///
    /// # Errors
    /// [`ReadError::Folder`] where the folder, or the one that the file lies in, cannot be opened.
    pub fn open(path: &Path) -> Result<Self, ReadError> {
        if path.is_dir() {
            let mut sources = Self::within(path)?;
            let Scan { files, problems } = scan::scan(&sources.root);
            sources.files = files.into_iter().map(|found| found.path).collect();
            sources.problems = problems;
            return Ok(sources);
        }
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut sources = Self::within(folder)?;
        if folder == Path::new(".") && !path.starts_with(".") {
            sources.named = PathBuf::new();
        }
        let name = path.file_name().map(OsStr::as_bytes).unwrap_or_default();
        sources.files = vec![BriefPath::from_bytes(name)];
        Ok(sources)
    }

    /// Opens a folder for what is named in it later; lists nothing.
    ///
    /// # Errors
    /// [`ReadError::Folder`] where it cannot be opened.
    pub fn within(folder: &Path) -> Result<Self, ReadError> {
        let root = Root::open(&Briefs::Folder(folder.to_owned()))?;
        let place = real(folder)?;
        let named = folder.to_owned();
        Ok(Self { root, named, place, files: Vec::new(), problems: Vec::new() })
    }

    /// Reads one of the files.
    ///
    /// # Errors
    /// [`ReadError`] for all that is not a regular, readable file beneath the folder.
    pub fn read(&self, file: &BriefPath) -> Result<FileBytes, ReadError> {
        self.root.read(file)
    }

    /// A file's path as the user would write it.
    pub fn shown(&self, file: &BriefPath) -> String {
        self.named.join(OsStr::from_bytes(&file.to_bytes())).display().to_string()
    }

    /// A file's path below `folder`, a path without links; none where it lies elsewhere.
    pub fn below(&self, folder: &Path, file: &BriefPath) -> Option<BriefPath> {
        let path = self.place.join(OsStr::from_bytes(&file.to_bytes()));
        let relative = path.strip_prefix(folder).ok()?;
        Some(BriefPath::from_bytes(relative.as_os_str().as_bytes()))
    }
}

/// A folder's path without links.
///
/// # Errors
/// [`ReadError::Folder`] where it cannot be followed.
pub fn real(folder: &Path) -> Result<PathBuf, ReadError> {
    folder
        .canonicalize()
        .map_err(|error| ReadError::Folder { folder: folder.to_owned(), reason: words(error) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_place_below_the_briefs() {
        let place = tempfile::tempdir().expect("a folder");
        std::fs::create_dir_all(place.path().join("briefs/minsk")).expect("folders");
        std::fs::write(place.path().join("briefs/minsk/a.txt"), "A").expect("a file");
        let briefs = real(&place.path().join("briefs")).expect("the folder");
        let path = place.path().join("briefs/minsk/../minsk/a.txt");
        let sources = Sources::open(&path).expect("the folder");
        let [file] = sources.files.as_slice() else { panic!("one file") };
        assert_eq!(sources.below(&briefs, file), Some("minsk/a.txt".into()));
        assert_eq!(sources.read(file).map(|file| file.bytes.into_owned()), Ok(b"A".into()));
        let all = Sources::open(place.path()).expect("the folder");
        assert_eq!(all.files, ["briefs/minsk/a.txt".into()]);
        assert_eq!(all.below(&briefs, &all.files[0]), Some("minsk/a.txt".into()));
        assert_eq!(all.below(&briefs, &"a.txt".into()), None);
        assert!(Sources::open(&place.path().join("no/a.txt")).is_err());
    }
}
