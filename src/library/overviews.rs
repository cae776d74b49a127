//! What concerns all countries, compiled from what was found in the texts.

use std::sync::Arc;

use super::shelf::Shelf;
use super::snapshot::Snapshot;
use crate::model::{Agenda, Brief, Digest};
use crate::store::ReadError;
use crate::summary::{self, Extract, Survey, Testimony};

impl Shelf {
    /// Compiles what is new over all countries, of the versions of one text the one to read. Files that cannot be read any
    /// more are left out.
    ///
    /// # Errors
    /// [`ReadError::Folder`] where the folder cannot be opened.
    pub fn digest(&self, library: &Snapshot, survey: &Survey) -> Result<Digest, ReadError> {
        let briefs: Vec<&Arc<Brief>> = library.briefs().iter().collect();
        let extracts = self.extracts_of(library, &briefs, Extract::in_outline)?;
        Ok(summary::digest_kept(survey, &testimonies(library, &briefs, &extracts)))
    }

    /// Compiles what happens when, likewise.
    ///
    /// # Errors
    /// As [`Shelf::digest`].
    pub fn agenda(&self, library: &Snapshot, survey: &Survey) -> Result<Agenda, ReadError> {
        let briefs: Vec<&Arc<Brief>> = library.briefs().iter().collect();
        let extracts = self.extracts_of(library, &briefs, Extract::in_outline)?;
        Ok(summary::agenda_kept(survey, &testimonies(library, &briefs, &extracts)))
    }
}

/// Briefs with what was found in them, where anything could be.
fn testimonies<'a>(
    library: &Snapshot,
    briefs: &[&'a Arc<Brief>],
    extracts: &'a [Option<Extract>],
) -> Vec<Testimony<'a>> {
    let testimony = |(brief, extract): (&&'a Arc<Brief>, &'a Option<Extract>)| {
        let received = library.received(&brief.id);
        let extract = extract.as_ref()?;
        Some(Testimony { brief, extract, received, seen: None, novelty: None, revisions: &[] })
    };
    briefs.iter().zip(extracts).filter_map(testimony).collect()
}
