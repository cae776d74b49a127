//! Briefs opened, one or many: to be read, summed up, searched.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::correcting;
use crate::country::{Gazetteer, Supplement};
use crate::filing::{Filing, Opened, Source};
use crate::model::{Brief, BriefPath, Document};
use crate::store::catalogue::{Cache, ContentHash};
use crate::store::inbox::Inbox;
use crate::store::{Briefs, FileBytes, ReadError, Root};

/// Opens briefs. The folder is opened anew for each request: one that was taken away and put back
/// is found again.
#[derive(Clone, Debug)]
pub struct Shelf {
    briefs: Briefs,
    /// What the reader added to the gazetteer.
    supplement: Arc<Supplement>,
    /// Where what was found in the texts and compiled from it is kept.
    cache: Option<Arc<Cache>>,
    /// The reader's own dispatches.
    inbox: Option<Inbox>,
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
        Self { briefs, supplement, cache: None, inbox: None, filing: Arc::default() }
    }

    /// The same shelf with what is kept of its texts.
    #[must_use]
    pub fn with_cache(self, cache: Option<Cache>) -> Self {
        Self { cache: cache.map(Arc::new), ..self }
    }

    /// The same shelf with the inbox of a state folder beside the briefs.
    #[must_use]
    pub fn with_inbox(self, state: Option<&Path>) -> Self {
        // The samples are a book to leaf through, with nothing of the reader's own in it.
        let is_own = matches!(self.briefs, Briefs::Folder(_));
        Self { inbox: state.filter(|_| is_own).map(Inbox::new), ..self }
    }

    /// Opens what the shelf stands for.
    ///
    /// # Errors
    /// [`ReadError::Folder`] where the briefs folder cannot be opened.
    pub(super) fn root(&self) -> Result<Root, ReadError> {
        let root = Root::open(&self.briefs)?;
        Ok(match &self.inbox {
            Some(inbox) => inbox.beside(root),
            None => root,
        })
    }

    /// Where what was found in the texts and compiled from it is kept.
    pub(super) fn cache(&self) -> Option<&Cache> {
        self.cache.as_deref()
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
        self.document_in(&self.root()?, brief)
    }

    /// Opens a brief to be read for a while, during which its file may change.
    ///
    /// # Errors
    /// As [`Shelf::document`].
    pub fn edition(&self, brief: &Brief) -> Result<Edition, ReadError> {
        let file = self.root()?.read(&brief.file)?;
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
        Ok(self.open(path, &self.root()?.read(path)?))
    }

    pub(super) fn open(&self, path: &BriefPath, file: &FileBytes) -> Opened {
        self.filing().open(Source { path, bytes: &file.bytes, size: file.stamp.size })
    }

    /// Opens a file whose words are looked for.
    pub(super) fn open_to_search(&self, path: &BriefPath, file: &FileBytes) -> Opened {
        self.filing().open_to_search(Source { path, bytes: &file.bytes, size: file.stamp.size })
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
