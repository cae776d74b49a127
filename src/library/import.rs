//! Raw files made into tidy briefs: which are new, which are there already, under which name.
//!
//! A batch of files is read and made tidy in parallel, named one after the other, so that the same
//! files get the same names, and written in parallel. What was imported is known by the id in its
//! front matter: an import that was interrupted goes on where it stopped.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::brief;
use crate::country::{Gazetteer, Supplement};
use crate::filing::{Filing, Source, Tidy, is_markdown, later_id, path_id, raw_of, said};
use crate::model::{BriefId, BriefPath, Problem};
use crate::store::output::{OutputError, OutputFolder};
use crate::store::sources::{self, Sources};
use crate::store::{Briefs, FileBytes, ReadError};
use crate::text;

/// Files made tidy between two looks at whether to go on.
const BATCH: usize = 64;

/// Files are imported to a folder through this.
#[derive(Debug)]
pub struct Import {
    filing: Filing,
    folder: OutputFolder,
    /// The briefs folder without links, where the target lies in it.
    briefs: Option<PathBuf>,
    /// The briefs that are there.
    there: There,
    /// The names that this import gave.
    given: HashSet<String>,
    /// For each title the first number of a name that may be free.
    numbers: HashMap<String, u32>,
    /// The target, to read what has a name.
    target: Sources,
    /// Whether nothing is to be written.
    is_rehearsal: bool,
}

/// Why an import cannot start.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The target cannot be written to.
    #[error(transparent)]
    Target(#[from] OutputError),
    /// The briefs that are there cannot be looked through.
    #[error(transparent)]
    Briefs(#[from] ReadError),
}

/// What became of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The file, as the user would write it.
    pub source: String,
    /// Its briefs, or what is wrong with it.
    pub result: Result<Vec<Imported>, Refused>,
}

/// Why a file was not imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is not there.
    Gone,
    /// Imported it would be spoilt.
    Spoilt(Problem),
}

/// One brief of an imported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The id in its front matter.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where it stands, as the user would write it.
    pub file: String,
    /// What was, or would be, written; none where it was there already.
    pub text: Option<String>,
}

/// A file made tidy, or not.
struct Prepared<T> {
    source: String,
    result: Result<Vec<T>, Refused>,
}

/// Which briefs are there, and in which files, as the user would write them.
#[derive(Debug, Default)]
struct There {
    /// By the id that they state.
    ids: HashMap<String, String>,
    /// By all that they say, the id aside.
    says: HashMap<blake3::Hash, String>,
    /// What the raw file of an imported brief held, by its id.
    raw: HashMap<String, String>,
}

/// A brief with its place.
struct Placed {
    tidy: Tidy,
    /// The file as the user would write it.
    file: String,
    /// The name of a new file; none where the brief is there already.
    name: Option<String>,
}

impl Import {
    /// An import to a folder that is there, by the gazetteer with the reader's own entries.
    ///
    /// # Errors
    /// The target cannot be opened or looked through.
    pub fn open(
        target: &Path,
        briefs: &Briefs,
        supplement: &Supplement,
        is_rehearsal: bool,
    ) -> Result<Self, ImportError> {
        let folder = OutputFolder::open(target)?;
        let place = sources::real(target)?;
        let library = match briefs {
            Briefs::Folder(named) => sources::real(named).ok().map(|real| (named.as_path(), real)),
            Briefs::Samples => None,
        };
        let library = library.filter(|(_, real)| place.starts_with(real));
        let looked_through = Sources::open(library.as_ref().map_or(target, |(named, _)| named))?;
        let briefs = library.map(|(_, real)| real);
        let filing = Filing::new(Gazetteer::with(supplement));
        let (there, target) = (There::of(&looked_through), Sources::within(target)?);
        let (given, numbers) = Default::default();
        Ok(Self { filing, folder, briefs, there, given, numbers, target, is_rehearsal })
    }

    /// The files of `sources` that can be imported: Markdown in the briefs folder is there already.
    pub fn candidates(&self, sources: &Sources) -> Vec<BriefPath> {
        let is_new = |file: &&BriefPath| !is_markdown(file) || self.place(sources, file).is_none();
        sources.files.iter().filter(is_new).cloned().collect()
    }

    fn place(&self, sources: &Sources, file: &BriefPath) -> Option<BriefPath> {
        sources.below(self.briefs.as_ref()?, file)
    }

    /// Imports files of `sources` and tells what became of each, until told to stop.
    ///
    /// # Errors
    /// The target takes no more files; all that was told of is there.
    pub fn run(
        &mut self,
        sources: &Sources,
        files: &[BriefPath],
        tell: &mut dyn FnMut(Vec<Report>) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, OutputError> {
        for batch in files.chunks(BATCH) {
            let prepared =
                batch.par_iter().map(|file| self.prepare(sources, file)).collect::<Vec<_>>();
            let reports = self.keep(prepared)?;
            if tell(reports).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Imports what has no file of its own, such as standard input.
    ///
    /// # Errors
    /// The target takes no more files.
    pub fn take(&mut self, name: &str, bytes: &[u8], size: u64) -> Result<Report, OutputError> {
        let path = BriefPath::from_bytes(name.as_bytes());
        let result = self.tidy(Source { path: &path, bytes, size }, None);
        let reports = self.keep(vec![Prepared { source: name.to_owned(), result }])?;
        let nothing = Report { source: name.to_owned(), result: Err(Refused::Gone) };
        Ok(reports.into_iter().next().unwrap_or(nothing))
    }

    fn prepare(&self, sources: &Sources, file: &BriefPath) -> Prepared<Tidy> {
        let source = sources.shown(file);
        let place = self.place(sources, file);
        let is_brief = place.is_some();
        let path = place.as_ref().unwrap_or(file);
        let result = match sources.read(file) {
            Ok(FileBytes { bytes, stamp }) => {
                let id = is_brief.then(|| self.there.id_of(path, &bytes));
                self.tidy(Source { path, bytes: &bytes, size: stamp.size }, id.as_ref())
            }
            Err(error) => Err(match error.problem() {
                Some(problem) => Refused::Spoilt(problem),
                None => Refused::Gone,
            }),
        };
        Prepared { source, result }
    }

    fn tidy(&self, source: Source<'_>, known_by: Option<&BriefId>) -> Result<Vec<Tidy>, Refused> {
        // One file must not cost the others, whatever is in it.
        match catch_unwind(AssertUnwindSafe(|| self.filing.tidy(source, known_by))) {
            Ok(tidy) => tidy.map_err(Refused::Spoilt),
            Err(_) => {
                let problem = Problem::Unreadable("the program failed on it".into());
                Err(Refused::Spoilt(problem))
            }
        }
    }

    /// Names what is new and writes it.
    fn keep(&mut self, prepared: Vec<Prepared<Tidy>>) -> Result<Vec<Report>, OutputError> {
        let mut placed: Vec<Prepared<Placed>> = Vec::with_capacity(prepared.len());
        for Prepared { source, result } in prepared {
            let place = |tidy| self.place_of(tidy);
            let result = result.map(|briefs| briefs.into_iter().map(place).collect());
            placed.push(Prepared { source, result });
        }
        if !self.is_rehearsal {
            self.write(placed.iter_mut().flat_map(|file| file.result.iter_mut().flatten()))?;
        }
        let report = |Prepared { source, result }: Prepared<Placed>| {
            let result = result.map(|briefs| briefs.into_iter().map(Imported::from).collect());
            Report { source, result }
        };
        Ok(placed.into_iter().map(report).collect())
    }

    /// Finds a brief that is there, or a name for a new one.
    fn place_of(&mut self, tidy: Tidy) -> Placed {
        let said = tidy.said();
        if let Some(file) = self.there.find(&tidy, said) {
            return Placed { file: file.to_owned(), name: None, tidy };
        }
        let first = tidy.name(1);
        let mut number = self.numbers.get(&first).copied().unwrap_or(1);
        let mut name = tidy.name(number);
        while self.given.contains(&name) || self.folder.holds(&name) {
            number = number.saturating_add(1);
            name = tidy.name(number);
        }
        self.numbers.insert(first, number);
        self.given.insert(name.clone());
        let file = self.folder.path().join(&name).display().to_string();
        self.there.ids.insert(tidy.id.clone(), file.clone());
        self.there.says.insert(said, file.clone());
        Placed { file, name: Some(name), tidy }
    }

    /// Writes what is new.
    fn write<'a>(
        &mut self,
        placed: impl Iterator<Item = &'a mut Placed>,
    ) -> Result<(), OutputError> {
        let mut placed: Vec<&mut Placed> = placed.filter(|brief| brief.name.is_some()).collect();
        let written: Vec<_> = placed.par_iter().map(|brief| self.create(brief)).collect();
        for (brief, written) in placed.iter_mut().zip(written) {
            match written {
                Err(OutputError::Exists(_)) => self.write_elsewhere(brief)?,
                written => written?,
            }
        }
        Ok(())
    }

    fn create(&self, brief: &Placed) -> Result<(), OutputError> {
        let name = brief.name.as_deref().unwrap_or_default();
        self.folder.create(name, brief.tidy.text.as_bytes())
    }

    /// Writes a brief whose name somebody took since it was chosen, unless that was the same import.
    fn write_elsewhere(&mut self, brief: &mut Placed) -> Result<(), OutputError> {
        while let Some(name) = brief.name.take() {
            if stated_id(&self.target, &name.as_str().into()).as_ref() == Some(&brief.tidy.id) {
                return Ok(());
            }
            self.there.ids.remove(&brief.tidy.id);
            self.there.says.remove(&brief.tidy.said());
            *brief = self.place_of(brief.tidy.clone());
            match self.create(brief) {
                Err(OutputError::Exists(_)) => {}
                written => return written,
            }
        }
        Ok(())
    }
}

impl There {
    /// Reads what can be read; of two files that are the same the first by path counts.
    fn of(sources: &Sources) -> Self {
        let read = |file: &BriefPath| Some((sources.shown(file), markdown(sources, file)?));
        let look = |(file, text): (String, String)| (file, brief::front_matter(&text), said(&text));
        let briefs: Vec<_> = sources.files.par_iter().filter_map(read).map(look).collect();
        let mut there = Self::default();
        for (file, front, said) in briefs {
            there.says.entry(said).or_insert_with(|| file.clone());
            let Some(id) = front.id else { continue };
            if let (Some(raw), false) = (front.imported, there.ids.contains_key(&id)) {
                there.raw.insert(id.clone(), raw);
            }
            there.ids.entry(id).or_insert(file);
        }
        there
    }

    /// What a raw file of the briefs folder is known by: a later id where something else of it was
    /// imported under the one before.
    fn id_of(&self, path: &BriefPath, bytes: &[u8]) -> BriefId {
        let raw = raw_of(bytes);
        let mut id = path_id(path);
        while self.raw.get(id.as_str()).is_some_and(|imported| *imported != raw) {
            id = later_id(&id);
        }
        id
    }

    /// The file of a brief: by its id, or by all that it says. A raw file of the briefs folder is
    /// imported as itself, whatever else says the same.
    fn find(&self, tidy: &Tidy, said: blake3::Hash) -> Option<&str> {
        let same = || self.says.get(&said).filter(|_| !tidy.is_brief());
        self.ids.get(&tidy.id).or_else(same).map(String::as_str)
    }
}

impl From<Placed> for Imported {
    fn from(Placed { tidy, file, name }: Placed) -> Self {
        let Tidy { id, title, text, .. } = tidy;
        Self { id, title, file, text: name.map(|_| text) }
    }
}

/// The id that a brief states; none where it states none, or cannot be read.
fn stated_id(sources: &Sources, file: &BriefPath) -> Option<String> {
    brief::front_matter(&markdown(sources, file)?).id
}

/// The text of a Markdown file; none where it is none, or cannot be read.
fn markdown(sources: &Sources, file: &BriefPath) -> Option<String> {
    if !is_markdown(file) {
        return None;
    }
    Some(text::decode(&sources.read(file).ok()?.bytes).ok()?.text)
}
