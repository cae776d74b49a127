//! The notes of two machines: which version stands, and what has to be done for it.
//!
//! Both what stands and what was taken away are sets that only grow towards each other: nothing depends on who asks whom.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::PathBuf;

use super::stream::{self, NoteLine};
use crate::model::{Note, Subject};
use crate::notes as form;
use crate::store::StateError;
use crate::store::notes::NotesFolder;

/// The notes of one machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shelves {
    /// What stands, by the name of its file.
    pub current: BTreeMap<String, String>,
    /// What was taken away, with the name of a file for each.
    pub removed: BTreeMap<String, String>,
}

/// What makes one machine's notes those of both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Changes {
    /// Files that go among those that were taken away.
    leave: Vec<String>,
    /// Files with their text.
    write: Vec<(String, String)>,
    /// The same, among those that were taken away.
    set_aside: Vec<(String, String)>,
}

/// A version of a note.
pub(super) struct Version<'a> {
    text: &'a str,
    note: Option<Note>,
}

impl<'a> Version<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, note: form::read(text).ok() }
    }

    /// When it was written, where the program wrote it.
    fn written(&self) -> Option<i64> {
        self.note.as_ref()?.written.map(|moment| moment.0)
    }

    /// The greater stands. What a person wrote without the program comes before all else.
    pub(super) fn rank(&self) -> (i64, &str) {
        (self.written().unwrap_or(i64::MAX), self.text)
    }
}

/// All versions of the notes, by the names of their files.
type Versions = BTreeMap<String, BTreeSet<String>>;

/// What was taken away.
struct Gone<'a> {
    texts: HashSet<&'a str>,
    /// The latest of each subject that says when it was written.
    latest: HashMap<Subject, (i64, &'a str)>,
}

impl<'a> Gone<'a> {
    fn of(texts: impl Iterator<Item = &'a String>) -> Self {
        let mut gone = Self { texts: HashSet::new(), latest: HashMap::new() };
        for text in texts {
            gone.texts.insert(text);
            let version = Version::of(text);
            if let (Some(written), Some(note)) = (version.written(), version.note) {
                let latest = gone.latest.entry(note.subject).or_insert((written, text));
                *latest = (written, text.as_str()).max(*latest);
            }
        }
        gone
    }

    /// Whether the reader took this version away, or a later one on the same subject.
    fn voids(&self, version: &Version<'_>) -> bool {
        let latest = version.note.as_ref().and_then(|note| self.latest.get(&note.subject));
        let is_later = latest.is_some_and(|latest| *latest >= version.rank());
        self.texts.contains(version.text) || (version.written().is_some() && is_later)
    }
}

impl Shelves {
    /// The notes of a folder, and files there that no line can hold.
    ///
    /// # Errors
    /// [`StateError`] where a folder is not safe or cannot be read.
    pub(super) fn read(folder: &NotesFolder) -> Result<(Self, Vec<PathBuf>), StateError> {
        let (mut shelves, mut left_out) = (Self::default(), Vec::new());
        for (folder, is_removed) in [(folder, false), (&folder.removed(), true)] {
            for file in folder.list()? {
                let may_go = file.is_plain && stream::is_name(&file.name);
                let bytes = if may_go { folder.read(&file.name)? } else { None };
                let Some(text) = bytes.and_then(|bytes| String::from_utf8(bytes).ok()) else {
                    left_out.push(folder.path().join(&file.name));
                    continue;
                };
                if is_removed {
                    shelves.removed.entry(text).or_insert(file.name);
                } else {
                    shelves.current.insert(file.name, text);
                }
            }
        }
        Ok((shelves, left_out))
    }

    /// The notes of a stream. Of several versions under one name, as in streams that were put together, the latest stands.
    pub(super) fn of(lines: Vec<NoteLine>) -> Self {
        let mut shelves = Self::default();
        let mut versions: Versions = BTreeMap::new();
        for line in lines {
            if line.removed {
                shelves.removed.entry(line.text).or_insert(line.name);
            } else {
                versions.entry(line.name).or_default().insert(line.text);
            }
        }
        shelves.place(versions);
        shelves
    }

    /// Their lines.
    pub(super) fn lines(&self) -> Vec<NoteLine> {
        let line = |name: &String, text: &String, removed| NoteLine {
            name: name.clone(),
            text: text.clone(),
            removed,
            draft: false,
        };
        let current = self.current.iter().map(|(name, text)| line(name, text, false));
        current.chain(self.removed.iter().map(|(text, name)| line(name, text, true))).collect()
    }

    /// Whether a note on the same subject stands, or was taken away, that was written no earlier.
    pub(super) fn has_later_than(&self, draft: &Version<'_>) -> bool {
        let (Some(written), Some(note)) = (draft.written(), &draft.note) else { return false };
        self.current.values().chain(self.removed.keys()).any(|text| {
            let other = Version::of(text);
            let is_of_subject = other.note.as_ref().is_some_and(|of| of.subject == note.subject);
            is_of_subject && other.written().is_some_and(|at| at >= written)
        })
    }

    /// The notes of both.
    pub(super) fn merged_with(&self, other: &Self) -> Self {
        let mut both = Self::default();
        for (text, name) in self.removed.iter().chain(&other.removed) {
            let known = both.removed.entry(text.clone()).or_insert_with(|| name.clone());
            if *name < *known {
                known.clone_from(name);
            }
        }
        let mut versions: Versions = BTreeMap::new();
        for (name, text) in self.current.iter().chain(&other.current) {
            versions.entry(name.clone()).or_default().insert(text.clone());
        }
        both.place(versions);
        both.take_away_what_is_void();
        both
    }

    /// Lets the latest version of each name stand.
    fn place(&mut self, versions: Versions) {
        for (name, texts) in versions {
            let latest =
                texts.iter().max_by(|a, b| Version::of(a).rank().cmp(&Version::of(b).rank()));
            let latest = latest.cloned();
            for earlier in texts.iter().filter(|text| Some(*text) != latest.as_ref()) {
                self.take_away(&name, earlier.clone());
            }
            self.current.extend(latest.map(|text| (name, text)));
        }
    }

    /// Takes away what was taken away on one of the machines. What goes may take others along.
    fn take_away_what_is_void(&mut self) {
        loop {
            let gone = Gone::of(self.removed.keys());
            let is_void = |(_, text): &(&String, &String)| gone.voids(&Version::of(text));
            let void: Vec<String> =
                self.current.iter().filter(is_void).map(|(name, _)| name.clone()).collect();
            if void.is_empty() {
                return;
            }
            for name in void {
                if let Some(text) = self.current.remove(&name) {
                    self.take_away(&name, text);
                }
            }
        }
    }

    /// Counts a version among those taken away, under a name that tells it from all others.
    fn take_away(&mut self, name: &str, text: String) {
        let name = stream::name_by_contents(name, &text);
        self.removed.entry(text).or_insert(name);
    }

    /// What is to be done to have the notes of another. Files that are no notes keep their names.
    pub(super) fn changes_towards(&self, wanted: &Self, taken: &[PathBuf]) -> Changes {
        let mut changes = Changes::default();
        let is_taken = |name: &str| taken.iter().any(|path| path.ends_with(name));
        let gone = self.current.iter().filter(|(name, _)| !wanted.current.contains_key(*name));
        let leaving: HashSet<&String> = gone.clone().map(|(_, text)| text).collect();
        for (text, name) in &wanted.removed {
            if !self.removed.contains_key(text) && !leaving.contains(text) {
                changes.set_aside.push((name.clone(), text.clone()));
            }
        }
        for (name, text) in &wanted.current {
            if is_taken(name) {
                changes.set_aside.push((name.clone(), text.clone()));
            } else if self.current.get(name) != Some(text) {
                changes.write.push((name.clone(), text.clone()));
            }
        }
        changes.leave = gone.map(|(name, _)| name.clone()).collect();
        changes
    }

    /// Whether a note still is what was read, or still is not there.
    ///
    /// # Errors
    /// [`StateError::Changed`] where a reader kept another one meanwhile.
    fn check(&self, folder: &NotesFolder, name: &str) -> Result<(), StateError> {
        let now = folder.read(name)?;
        let known = self.current.get(name).map(String::as_bytes);
        let is_same = now.as_deref() == known;
        is_same.then_some(()).ok_or_else(|| StateError::Changed(folder.path().join(name)))
    }
}

impl Changes {
    /// Does it to a folder that holds `own`: nothing is written over before it is on the disk elsewhere, and what leaves is
    /// moved. Returns how many notes were written, and how many set aside.
    ///
    /// # Errors
    /// [`StateError`] at the first that cannot be done; doing it all again does the rest.
    pub(super) fn carry_out(
        &self,
        own: &Shelves,
        folder: &NotesFolder,
    ) -> Result<(usize, usize), StateError> {
        let removed = folder.removed();
        let mut taken: BTreeSet<String> =
            removed.list()?.into_iter().map(|file| file.name).collect();
        for (name, text) in &self.set_aside {
            let name = free(name, &taken);
            removed.write(&name, text.as_bytes())?;
            taken.insert(name);
        }
        for (name, text) in &self.write {
            own.check(folder, name)?;
            folder.write(name, text.as_bytes())?;
        }
        for name in &self.leave {
            own.check(folder, name)?;
            folder.remove(name)?;
        }
        Ok((self.write.len(), self.set_aside.len() + self.leave.len()))
    }
}

/// A name that no file has.
fn free(name: &str, taken: &BTreeSet<String>) -> String {
    let stem = name.trim_end_matches(".md");
    let numbered = (1..).map(|number| format!("{stem}-{number}.md"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| !taken.contains(name)).unwrap_or_default()
}
