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
use crate::country::Gazetteer;
use crate::filing::{Filing, Source, Tidy, is_markdown};
use crate::model::{BriefPath, Diagnostic, Problem};
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
    /// The names that are taken in the target.
    taken: HashSet<String>,
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
    /// Something is wrong with it.
    Spoilt(Vec<Diagnostic>),
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
    /// The name of the new file in the target.
    name: Option<String>,
}

/// A file made tidy, or not.
struct Prepared {
    source: String,
    result: Result<Vec<Tidy>, Refused>,
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
        let (known, taken) = (HashMap::new(), HashSet::new());
        let mut import = Self { filing, folder, briefs, known, taken, is_rehearsal };
        import.look_through(&looked_through, &place);
        Ok(import)
    }

    /// Notes the ids and names that are there.
    fn look_through(&mut self, there: &Sources, target: &Path) {
        let ids = there.files.par_iter().filter_map(|file| Some((stated_id(there, file)?, file)));
        let mut ids: Vec<_> = ids.collect();
        ids.sort_by(|a, b| a.1.cmp(b.1));
        for (id, file) in ids {
            self.known.entry(id).or_insert_with(|| there.shown(file));
        }
        let in_target = there.files.iter().filter_map(|file| there.below(target, file));
        self.taken = in_target.map(|file| file.to_string()).collect();
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

    fn prepare(&self, sources: &Sources, file: &BriefPath) -> Prepared {
        let source = sources.shown(file);
        let place = self.place(sources, file);
        let is_brief = place.is_some();
        let path = place.as_ref().unwrap_or(file);
        let result = match sources.read(file) {
            Ok(FileBytes { bytes, stamp }) => {
                self.tidy(Source { path, bytes: &bytes, size: stamp.size }, is_brief)
            }
            Err(error) => Err(match error.problem() {
                Some(problem) => spoilt(path, problem),
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
                Err(spoilt(source.path, problem))
            }
        }
    }

    /// Names what is new and writes it.
    fn keep(&mut self, prepared: Vec<Prepared>) -> Result<Vec<Report>, OutputError> {
        let mut reports = Vec::with_capacity(prepared.len());
        for Prepared { source, result } in prepared {
            let result = result.map(|briefs| briefs.iter().map(|tidy| self.name(tidy)).collect());
            reports.push(Report { source, result });
        }
        if !self.is_rehearsal {
            self.write(&reports)?;
        }
        Ok(reports)
    }

    /// Finds a brief that is there by its id, or a name for a new one.
    fn name(&mut self, tidy: &Tidy) -> Imported {
        let Tidy { id, title, text, .. } = tidy;
        let (id, title) = (id.clone(), title.clone());
        if let Some(file) = self.known.get(&id) {
            return Imported { id, title, file: file.clone(), text: None, name: None };
        }
        let free = tidy.names().find(|name| !self.taken.contains(name)).unwrap_or_default();
        self.taken.insert(free.clone());
        let file = self.folder.path().join(&free).display().to_string();
        self.known.insert(id.clone(), file.clone());
        Imported { id, title, file, text: Some(text.clone()), name: Some(free) }
    }

    /// Writes what is new. A name that somebody took since it was chosen is told as a problem: the
    /// next import finds another.
    fn write(&self, reports: &[Report]) -> Result<(), OutputError> {
        let written: Vec<Result<(), OutputError>> = reports
            .par_iter()
            .flat_map_iter(|report| report.result.iter().flatten())
            .filter_map(|brief| Some((brief.name.as_ref()?, brief.text.as_ref()?)))
            .map(|(name, text)| self.folder.create(name, text.as_bytes()))
            .collect();
        written.into_iter().collect()
    }
}

/// The id that a brief states; none where it states none, or cannot be read.
fn stated_id(sources: &Sources, file: &BriefPath) -> Option<String> {
    if !is_markdown(file) {
        return None;
    }
    let read = sources.read(file).ok()?;
    brief::front_matter(&text::decode(&read.bytes).ok()?.text).id
}

fn spoilt(file: &BriefPath, problem: Problem) -> Refused {
    Refused::Spoilt(vec![Diagnostic { file: file.clone(), line: None, problem }])
}
