//! Briefs opened, one or many: to be read, summed up, searched.

use std::sync::{Arc, LazyLock};

use rayon::prelude::*;

use super::snapshot::Snapshot;
use crate::country::Gazetteer;
use crate::filing::{Filing, Opened, Source};
use crate::model::{Brief, BriefPath, Document, Status, Summary};
use crate::store::{Briefs, FileBytes, ReadError, Root};
use crate::summary::{self, Exhibit, Request};

/// Opens briefs. The folder is opened anew for each request: one that was taken away and put back
/// is found again.
#[derive(Clone, Debug)]
pub struct Shelf {
    briefs: Briefs,
    /// Made when the first file is filed: a warm start does without.
    filing: Arc<LazyLock<Filing>>,
}

impl Shelf {
    /// A shelf over some briefs.
    pub fn new(briefs: Briefs) -> Self {
        let filing = LazyLock::new((|| Filing::new(Gazetteer::builtin())) as fn() -> Filing);
        Self { briefs, filing: Arc::new(filing) }
    }

    /// Where the briefs lie.
    pub fn briefs(&self) -> &Briefs {
        &self.briefs
    }

    /// How files are filed; slow the first time.
    pub fn filing(&self) -> &Filing {
        &self.filing
    }

    /// Opens a brief to be read.
    ///
    /// # Errors
    /// [`ReadError`] where its file cannot be read or no longer holds it.
    pub fn document(&self, brief: &Brief) -> Result<Document, ReadError> {
        self.document_in(&Root::open(&self.briefs)?, brief)
    }

    fn document_in(&self, root: &Root, brief: &Brief) -> Result<Document, ReadError> {
        let file = root.read(&brief.file)?;
        let mut documents = self.open(&brief.file, &file).documents;
        take(&mut documents, brief).ok_or_else(|| ReadError::StoryGone(brief.file.clone()))
    }

    /// Opens a file that need not be in any snapshot: all that is in it.
    ///
    /// # Errors
    /// [`ReadError`] where it cannot be read.
    pub fn file(&self, path: &BriefPath) -> Result<Opened, ReadError> {
        Ok(self.open(path, &Root::open(&self.briefs)?.read(path)?))
    }

    pub(super) fn open(&self, path: &BriefPath, file: &FileBytes) -> Opened {
        self.filing.open(Source { path, bytes: &file.bytes, size: file.stamp.size })
    }

    /// Compiles a country's page from all its briefs but the withdrawn ones; of the versions of
    /// one text only the one to read counts. Files that cannot be read any more are left out.
    ///
    /// # Errors
    /// [`ReadError::Folder`] where the folder cannot be opened.
    pub fn summary(&self, snapshot: &Snapshot, request: &Request) -> Result<Summary, ReadError> {
        let root = Root::open(&self.briefs)?;
        let counts = |brief: &&Arc<Brief>| {
            brief.status != Status::Withdrawn
                && request.with.is_none_or(|with| brief.countries.contains(&with))
        };
        let briefs: Vec<&Arc<Brief>> = snapshot.about(request.country).filter(counts).collect();
        let documents: Vec<Document> =
            briefs.par_iter().filter_map(|brief| self.document_in(&root, brief).ok()).collect();
        let exhibits: Vec<Exhibit<'_>> = documents
            .iter()
            .map(|document| Exhibit { document, received: snapshot.received(&document.brief.id) })
            .collect();
        Ok(summary::compile(request, &exhibits))
    }
}

/// Takes the story that is meant out of a file's, under the id that the snapshot knows it by.
pub(super) fn take(documents: &mut Vec<Document>, brief: &Brief) -> Option<Document> {
    let is_meant = |document: &Document| document.brief.id == brief.id;
    let at = documents.iter().position(is_meant).or_else(|| {
        // A second file with a taken id: filing does not know that it is one.
        documents.iter().position(|document| document.brief.part == brief.part)
    })?;
    let mut document = documents.swap_remove(at);
    document.brief.id = brief.id.clone();
    document.brief.parent.clone_from(&brief.parent);
    Some(document)
}
