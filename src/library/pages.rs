//! Pages compiled from what was found in the texts, and kept: the last one is there at once.

use std::convert::identity;
use std::hash::{BuildHasher, Hasher};
use std::sync::Arc;

use foldhash::quality::FixedState;

use super::shelf::Shelf;
use super::snapshot::Snapshot;
use crate::model::{Brief, IdSet, Moment, Novelty, Revision, Since, Status, Summary};
use crate::store::ReadError;
use crate::summary::{self, Request, Testimony};

impl Shelf {
    /// Compiles a country's page from all its briefs; of the versions of one text only the one to read counts. Files that
    /// cannot be read any more are left out.
    ///
    /// # Errors
    /// [`ReadError::Folder`] where the folder cannot be opened.
    pub fn summary(&self, library: &Snapshot, request: &Request) -> Result<Summary, ReadError> {
        Ok(self.compile(library, request, None, &witnesses(library, request, None))?.0)
    }

    /// The page of a period with those lines alone which something that is news in it backs.
    ///
    /// # Errors
    /// As [`Shelf::summary`].
    pub fn news(
        &self,
        library: &Snapshot,
        request: &Request,
        since: Since,
    ) -> Result<Summary, ReadError> {
        let witnesses = witnesses(library, request, Some(since));
        let (mut page, _) = self.compile(library, request, Some(since), &witnesses)?;
        let news = witnesses.iter().filter(|witness| witness.novelty.is_some());
        let news: IdSet = news.map(|witness| witness.brief.id.clone()).collect();
        page.retain(|line| line.citations.iter().any(|citation| news.contains(&citation.id)));
        Ok(page)
    }

    /// Shows the page as it was last kept, if it was, and then as it is now where that is another; each is kept. Its changes
    /// are those of the period that is asked for.
    ///
    /// # Errors
    /// As [`Shelf::summary`].
    pub fn page(
        &self,
        library: &Snapshot,
        request: &Request,
        since: Option<Since>,
        show: &mut dyn FnMut(Summary),
    ) -> Result<(), ReadError> {
        let kept = self.cache().and_then(|cache| cache.load_page(request.country, request.with));
        let before = kept.as_ref().map(|(inputs, _)| *inputs);
        if let Some((_, summary)) = kept {
            show(summary);
        }
        let witnesses = witnesses(library, request, since);
        let inputs = inputs(library, request, since, &witnesses);
        if before == Some(inputs) {
            return Ok(());
        }
        let (page, is_whole) = self.compile(library, request, since, &witnesses)?;
        let page = (inputs, page);
        // One that cannot be kept is compiled again, and so is one that lacks a file which may be read the next time.
        let _kept = self.cache().filter(|_| is_whole).map(|cache| cache.save_page(&page));
        show(page.1);
        Ok(())
    }

    /// A page, and whether every file that it is of could be read.
    fn compile(
        &self,
        library: &Snapshot,
        request: &Request,
        since: Option<Since>,
        witnesses: &[Witness<'_>],
    ) -> Result<(Summary, bool), ReadError> {
        let briefs: Vec<&Arc<Brief>> = witnesses.iter().map(|witness| witness.brief).collect();
        let extracts = self.extracts_of(library, &briefs, identity)?;
        let mut testimonies = Vec::with_capacity(witnesses.len());
        for (witness, extract) in witnesses.iter().zip(&extracts) {
            let Witness { brief, novelty, ref revisions, seen } = *witness;
            let received = library.received(&brief.id);
            let testimony =
                |extract| Testimony { brief, extract, received, seen, novelty, revisions };
            testimonies.extend(extract.as_ref().map(testimony));
        }
        let is_whole = extracts.iter().all(Option::is_some);
        Ok((summary::compile_kept(request, since, &testimonies), is_whole))
    }
}

/// A brief that a page is compiled from, and what it is to the reader.
struct Witness<'a> {
    brief: &'a Arc<Brief>,
    novelty: Option<Novelty>,
    revisions: Vec<Revision>,
    seen: Option<Moment>,
}

/// The briefs that a page is compiled from: those that do not stand only where they are news.
fn witnesses<'a>(
    library: &'a Snapshot,
    request: &Request,
    since: Option<Since>,
) -> Vec<Witness<'a>> {
    let witness = |brief: &'a Arc<Brief>| {
        let novelty = since.and_then(|since| library.novelty(brief, since));
        let revisions = since.filter(|_| novelty == Some(Novelty::Changed));
        let revisions = revisions.map(|since| library.revisions(&brief.id, since));
        let seen = library.last_seen(&brief.id);
        Witness { brief, novelty, revisions: revisions.unwrap_or_default(), seen }
    };
    let is_of_pair =
        |brief: &&Arc<Brief>| request.with.is_none_or(|with| brief.countries.contains(&with));
    let counts = |witness: &Witness<'_>| {
        witness.brief.status != Status::Withdrawn || witness.novelty.is_some()
    };
    library.about(request.country).filter(is_of_pair).map(witness).filter(counts).collect()
}

/// A number for all that a page is compiled from: it differs where the page may.
fn inputs(
    library: &Snapshot,
    request: &Request,
    since: Option<Since>,
    witnesses: &[Witness<'_>],
) -> u64 {
    let hasher = FixedState::with_seed(0);
    let mut all = hasher.build_hasher();
    let Request { country, with, as_of, since: only, by_partner } = *request;
    all.write_u64(hasher.hash_one((country, with, as_of, only, since, by_partner)));
    for Witness { brief, novelty, revisions, seen } in witnesses {
        let Brief { id, file, part, parent, title, date, countries, .. } = &***brief;
        let filed = (id, file, part, parent, library.contents(id));
        let shown = (title, date, countries, library.received(id));
        let news = (novelty, revisions, seen);
        all.write_u64(hasher.hash_one((filed, shown, news)));
    }
    all.finish()
}
