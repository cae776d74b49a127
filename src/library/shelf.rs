//! Briefs opened, one or many: to be read, summed up, searched.

use std::sync::{Arc, OnceLock};

use super::correcting;
use super::snapshot::Snapshot;
use crate::country::{Gazetteer, Supplement};
use crate::filing::{Filing, Opened, Source};
use crate::model::{Brief, BriefPath, Document, Status, Summary};
use crate::store::catalogue::ContentHash;
use crate::store::extracts::Extracts;
use crate::store::{Briefs, FileBytes, ReadError, Root};
use crate::summary::{self, Request, Testimony};

/// Opens briefs. The folder is opened anew for each request: one that was taken away and put back
/// is found again.
#[derive(Clone, Debug)]
pub struct Shelf {
    briefs: Briefs,
    /// What the reader added to the gazetteer.
    supplement: Arc<Supplement>,
    /// What was found in the texts before, where that is kept.
    extracts: Option<Arc<Extracts>>,
    /// Made when the first file is filed: a warm start does without.
    filing: Arc<OnceLock<Filing>>,
}

/// A brief as its file was when it was opened.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The brief.
    pub document: Arc<Document>,
    /// What its file held.
    pub contents: ContentHash,
}

impl Shelf {
    /// A shelf over some briefs, filed by the gazetteer with the reader's own entries.
    pub fn new(briefs: Briefs, supplement: Arc<Supplement>) -> Self {
        Self { briefs, supplement, extracts: None, filing: Arc::default() }
    }

    /// The same shelf with what was found in its texts before.
    #[must_use]
    pub fn with_extracts(self, extracts: Option<Extracts>) -> Self {
        Self { extracts: extracts.map(Arc::new), ..self }
    }

    /// What was found in its texts before, where that is kept.
    pub(super) fn extracts(&self) -> Option<&Extracts> {
        self.extracts.as_deref()
    }

    /// Where the briefs lie.
    pub fn briefs(&self) -> &Briefs {
        &self.briefs
    }

    /// How files are filed; slow the first time.
    pub fn filing(&self) -> &Filing {
        self.filing.get_or_init(|| Filing::new(Gazetteer::with(&self.supplement)))
    }

    /// Opens a brief.
    ///
    /// # Errors
    /// [`ReadError`] where its file cannot be read or no longer holds it.
    pub fn document(&self, brief: &Brief) -> Result<Document, ReadError> {
        self.document_in(&Root::open(&self.briefs)?, brief)
    }

    /// Opens a brief to be read for a while, during which its file may change.
    ///
    /// # Errors
    /// As [`Shelf::document`].
    pub fn edition(&self, brief: &Brief) -> Result<Edition, ReadError> {
        let file = Root::open(&self.briefs)?.read(&brief.file)?;
        let contents = ContentHash::of(&file.bytes, file.stamp.size);
        Ok(Edition { document: Arc::new(self.document_of(&file, brief)?), contents })
    }

    pub(super) fn document_in(&self, root: &Root, brief: &Brief) -> Result<Document, ReadError> {
        self.document_of(&root.read(&brief.file)?, brief)
    }

    fn document_of(&self, file: &FileBytes, brief: &Brief) -> Result<Document, ReadError> {
        let mut documents = self.open(&brief.file, file).documents;
        take(self.filing(), &mut documents, brief)
            .ok_or_else(|| ReadError::StoryGone(brief.file.clone()))
    }

    /// Opens a file that need not be in any snapshot: all that is in it.
    ///
    /// # Errors
    /// [`ReadError`] where it cannot be read.
    pub fn file(&self, path: &BriefPath) -> Result<Opened, ReadError> {
        Ok(self.open(path, &Root::open(&self.briefs)?.read(path)?))
    }

    pub(super) fn open(&self, path: &BriefPath, file: &FileBytes) -> Opened {
        self.filing().open(Source { path, bytes: &file.bytes, size: file.stamp.size })
    }

    /// Opens a file whose words are looked for.
    pub(super) fn open_to_search(&self, path: &BriefPath, file: &FileBytes) -> Opened {
        self.filing().open_to_search(Source { path, bytes: &file.bytes, size: file.stamp.size })
    }

    /// Compiles a country's page from all its briefs but the withdrawn ones; of the versions of
    /// one text only the one to read counts. Files that cannot be read any more are left out.
    ///
    /// # Errors
    /// [`ReadError::Folder`] where the folder cannot be opened.
    pub fn summary(&self, snapshot: &Snapshot, request: &Request) -> Result<Summary, ReadError> {
        let counts = |brief: &&Arc<Brief>| {
            brief.status != Status::Withdrawn
                && request.with.is_none_or(|with| brief.countries.contains(&with))
        };
        let briefs: Vec<&Arc<Brief>> = snapshot.about(request.country).filter(counts).collect();
        let extracts = self.extracts_of(snapshot, &briefs)?;
        let mut testimonies = Vec::with_capacity(briefs.len());
        for (brief, extract) in briefs.into_iter().zip(&extracts) {
            let received = snapshot.received(&brief.id);
            testimonies.extend(extract.as_ref().map(|extract| Testimony {
                brief,
                extract,
                received,
            }));
        }
        Ok(summary::compile_kept(request, &testimonies))
    }
}

/// Takes the story that is meant out of a file's, under the id that the snapshot knows
/// it by and with what the reader corrected.
pub(super) fn take(
    filing: &Filing,
    documents: &mut Vec<Document>,
    brief: &Brief,
) -> Option<Document> {
    let is_meant = |document: &Document| document.brief.id == brief.id;
    let at = documents.iter().position(is_meant).or_else(|| {
        // A second file with a taken id: filing does not know that it is one.
        documents.iter().position(|document| document.brief.part == brief.part)
    })?;
    let mut document = documents.swap_remove(at);
    document.brief.id = brief.id.clone();
    correcting::correct(&mut document, brief, filing);
    Some(document)
}
