//! Pages compiled from what was found in the texts, and kept: the last one is there at once.

use std::hash::{BuildHasher, Hasher};
use std::sync::Arc;

use foldhash::quality::FixedState;

use super::shelf::Shelf;
use super::snapshot::Snapshot;
use crate::model::{Brief, Status, Summary};
use crate::store::ReadError;
use crate::summary::{self, Extract, Request, Testimony};

impl Shelf {
    /// Compiles a country's page from all its briefs but the withdrawn ones; of the versions of one text only the one to read
    /// counts. Files that cannot be read any more are left out.
    ///
    /// # Errors
    /// [`ReadError::Folder`] where the folder cannot be opened.
    pub fn summary(&self, library: &Snapshot, request: &Request) -> Result<Summary, ReadError> {
        self.compile(library, request, &witnesses(library, request))
    }

    /// Shows the page as it was last kept, if it was, and then as it is now where that is another; each is kept.
    ///
    /// # Errors
    /// As [`Shelf::summary`].
    pub fn page(
        &self,
        library: &Snapshot,
        request: &Request,
        show: &mut dyn FnMut(Summary),
    ) -> Result<(), ReadError> {
        let kept = self.cache().and_then(|cache| cache.load_page(request.country, request.with));
        let before = kept.as_ref().map(|(inputs, _)| *inputs);
        if let Some((_, summary)) = kept {
            show(summary);
        }
        let witnesses = witnesses(library, request);
        let inputs = inputs(library, request, &witnesses);
        if before == Some(inputs) {
            return Ok(());
        }
        let page = (inputs, self.compile(library, request, &witnesses)?);
        // One that cannot be kept is compiled again.
        let _kept = self.cache().map(|cache| cache.save_page(&page));
        show(page.1);
        Ok(())
    }

    fn compile(
        &self,
        library: &Snapshot,
        request: &Request,
        witnesses: &[&Arc<Brief>],
    ) -> Result<Summary, ReadError> {
        let extracts = self.extracts_of(library, witnesses)?;
        Ok(summary::compile_kept(request, &testimonies(library, witnesses, &extracts)))
    }
}

/// Briefs with what was found in them, where anything could be.
pub(super) fn testimonies<'a>(
    library: &Snapshot,
    witnesses: &[&'a Arc<Brief>],
    extracts: &'a [Option<Extract>],
) -> Vec<Testimony<'a>> {
    let testimony = |(brief, extract): (&&'a Arc<Brief>, &'a Option<Extract>)| {
        let received = library.received(&brief.id);
        Some(Testimony { brief, extract: extract.as_ref()?, received })
    };
    witnesses.iter().zip(extracts).filter_map(testimony).collect()
}

/// The briefs that a page is compiled from.
fn witnesses<'a>(library: &'a Snapshot, request: &Request) -> Vec<&'a Arc<Brief>> {
    let counts = |brief: &&Arc<Brief>| {
        brief.status != Status::Withdrawn
            && request.with.is_none_or(|with| brief.countries.contains(&with))
    };
    library.about(request.country).filter(counts).collect()
}

/// A number for all that a page is compiled from: it differs where the page may.
fn inputs(library: &Snapshot, request: &Request, witnesses: &[&Arc<Brief>]) -> u64 {
    let hasher = FixedState::with_seed(0);
    let mut all = hasher.build_hasher();
    all.write_u64(hasher.hash_one((
        request.country,
        request.with,
        request.as_of,
        request.since,
        request.by_partner,
    )));
    for brief in witnesses {
        let Brief { id, file, part, parent, title, date, countries, .. } = &***brief;
        let filed = (id, file, part, parent, library.contents(id));
        let shown = (title, date, countries, library.received(id));
        all.write_u64(hasher.hash_one((filed, shown)));
    }
    all.finish()
}
