//! Raw files made into tidy briefs: which are new, which are there already, under which name.
//!
//! A batch of files is read and made tidy in parallel, named one after the other, so that the same
//! files get the same names, and written in parallel. What was imported is known by the id in its
//! front matter: an import that was interrupted goes on where it stopped.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::brief;
use crate::country::Gazetteer;
use crate::filing::{Filing, Source, Tidy, is_markdown, said};
use crate::model::{BriefPath, Problem};
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
    /// The files that are there, by the id that they state.
    known: HashMap<String, String>,
    /// The names that this import gave, with what stands under them.
    given: HashMap<String, blake3::Hash>,
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

/// A brief with its place.
struct Placed {
    tidy: Tidy,
    /// The file as the user would write it.
    file: String,
    /// The name of a new file; none where the brief is there already.
    name: Option<String>,
}

impl Import {
    /// An import to a folder that is there.
    ///
    /// # Errors
    /// The target cannot be opened or looked through.
    pub fn open(target: &Path, briefs: &Briefs, is_rehearsal: bool) -> Result<Self, ImportError> {
        let folder = OutputFolder::open(target)?;
        let place = sources::real(target)?;
        let library = match briefs {
            Briefs::Folder(named) => sources::real(named).ok().map(|real| (named.as_path(), real)),
            Briefs::Samples => None,
        };
        let library = library.filter(|(_, real)| place.starts_with(real));
        let looked_through = Sources::open(library.as_ref().map_or(target, |(named, _)| named))?;
        let briefs = library.map(|(_, real)| real);
        let filing = Filing::new(Gazetteer::builtin());
        let (known, given) = (ids(&looked_through), HashMap::new());
        let target = Sources::within(target)?;
        Ok(Self { filing, folder, briefs, known, given, target, is_rehearsal })
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
        let result = self.tidy(Source { path: &path, bytes, size }, false);
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
                self.tidy(Source { path, bytes: &bytes, size: stamp.size }, is_brief)
            }
            Err(error) => Err(match error.problem() {
                Some(problem) => Refused::Spoilt(problem),
                None => Refused::Gone,
            }),
        };
        Prepared { source, result }
    }

    fn tidy(&self, source: Source<'_>, is_brief: bool) -> Result<Vec<Tidy>, Refused> {
        // One file must not cost the others, whatever is in it.
        match catch_unwind(AssertUnwindSafe(|| self.filing.tidy(source, is_brief))) {
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
        if let Some(file) = self.known.get(&tidy.id) {
            return Placed { file: file.clone(), name: None, tidy };
        }
        let said = tidy.said();
        let fits = |name: String| self.fits(&name, &tidy, said).map(|is_new| (name, is_new));
        let (name, is_new) = tidy.names().find_map(fits).unwrap_or_default();
        let file = self.shown(&name);
        if is_new {
            self.given.insert(name.clone(), said);
            self.known.insert(tidy.id.clone(), file.clone());
        }
        Placed { file, name: is_new.then_some(name), tidy }
    }

    /// Whether a name is free for a brief, or taken by one that says the same; none where it is
    /// taken by another.
    fn fits(&self, name: &str, tidy: &Tidy, said: blake3::Hash) -> Option<bool> {
        let there = match self.given.get(name) {
            Some(said) => Some(*said),
            None if self.folder.holds(name) => self.said_by(name),
            None => return Some(true),
        };
        // A raw file of the briefs folder is imported as itself, whatever else says the same.
        (there == Some(said) && !tidy.is_brief()).then_some(false)
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
            self.given.remove(&name);
            if stated_id(&self.target, &name.as_str().into()).as_ref() == Some(&brief.tidy.id) {
                return Ok(());
            }
            self.known.remove(&brief.tidy.id);
            *brief = self.place_of(brief.tidy.clone());
            if brief.name.is_some() {
                match self.create(brief) {
                    Err(OutputError::Exists(_)) => {}
                    written => return written,
                }
            }
        }
        Ok(())
    }

    /// A file of the target as the user would write it.
    fn shown(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// What a file that was there says.
    fn said_by(&self, name: &str) -> Option<blake3::Hash> {
        let file = self.target.read(&name.into()).ok()?;
        Some(said(&text::decode(&file.bytes).ok()?.text))
    }
}

impl From<Placed> for Imported {
    fn from(Placed { tidy, file, name }: Placed) -> Self {
        let Tidy { id, title, text, .. } = tidy;
        Self { id, title, file, text: name.map(|_| text) }
    }
}

/// The files that are there, by the id that they state: of two, the first by path.
fn ids(there: &Sources) -> HashMap<String, String> {
    let ids = there.files.par_iter().rev();
    ids.filter_map(|file| Some((stated_id(there, file)?, there.shown(file)))).collect()
}

/// The id that a brief states; none where it states none, or cannot be read.
fn stated_id(sources: &Sources, file: &BriefPath) -> Option<String> {
    if !is_markdown(file) {
        return None;
    }
    let read = sources.read(file).ok()?;
    brief::front_matter(&text::decode(&read.bytes).ok()?.text).id
}
