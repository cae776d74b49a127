//! What the reader collected, beside the library as it is now.

use std::collections::HashSet;

use super::snapshot::Snapshot;
use crate::model::{Basket, Brief, Collected, Provenance};
use crate::text::fingerprint;

/// What something collected is known by: the same for the same words of the same briefs.
pub fn key(what: &Collected) -> String {
    let ids = what.sources.iter().map(|source| source.id.as_str());
    let sentences = what.sentences.iter().map(|citation| citation.sentence.as_str());
    let parts: Vec<&str> = what.words.as_deref().into_iter().chain(ids).chain(sentences).collect();
    format!("{:016x}", fingerprint(&parts.join("\n")))
}

/// The briefs that a basket comes from, each once, in the order in which they are numbered: as they are now, or as they were
/// when something was collected of them where they are gone.
pub fn sources(basket: &Basket, library: &Snapshot) -> Vec<Brief> {
    let mut seen = HashSet::new();
    let sources = basket.entries().into_iter().flat_map(|(_, entry)| &entry.what.sources);
    let brief = |source: &Provenance| match library.brief(&source.id) {
        Some(brief) => Brief::clone(brief),
        None => source.brief(),
    };
    sources.filter(|source| seen.insert(&source.id)).map(brief).collect()
}
