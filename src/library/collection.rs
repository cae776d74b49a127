//! What the reader collected, beside the library as it is now.

use super::snapshot::Snapshot;
use crate::model::{Basket, Brief, Collected};
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
    let mut briefs: Vec<Brief> = Vec::new();
    for source in basket.entries().into_iter().flat_map(|(_, entry)| &entry.what.sources) {
        if briefs.iter().all(|brief| brief.id != source.id) {
            let known = library.brief(&source.id).map(|brief| Brief::clone(brief));
            briefs.push(known.unwrap_or_else(|| source.brief()));
        }
    }
    briefs
}
