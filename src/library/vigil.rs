//! What became of briefs after the reader took them along: withdrawn, corrected, replaced, or with another text.
//!
//! A brief that is not in the folder is passed over: another folder may be open, or none.

use std::collections::{HashMap, HashSet};

use super::shelf::Shelf;
use super::snapshot::Snapshot;
use crate::model::{
    Basket, Brief, BriefId, Document, Moment, Status, Taken, Takings, Version, Way,
};
use crate::store::catalogue::ContentHash;
use crate::text::digest;

/// A brief is not what it was when it was taken along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// The brief.
    pub id: BriefId,
    /// What became of it.
    pub fate: Fate,
    /// How it was taken along, and when last in each way; never empty.
    pub taken: Vec<(Way, Moment)>,
    /// The version that the reader knows.
    pub known: Version,
    /// The one that they know once this is acknowledged.
    pub version: Version,
}

/// What became of a brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Its source took it back.
    Withdrawn,
    /// It says that it is corrected now.
    Corrected,
    /// Another brief takes it back.
    WithdrawnBy(BriefId),
    /// Another brief corrects it.
    CorrectedBy(BriefId),
    /// Another brief says that it replaces it.
    ReplacedBy(BriefId),
    /// Its title or its text are other ones.
    OtherText,
}

/// Watches over what was taken along, and remembers the texts that it read for that.
#[derive(Debug, Default)]
pub struct Vigil {
    /// By brief the digest of its file, and of its text then.
    texts: HashMap<BriefId, (u64, u64)>,
}

/// The version of a text that was opened from a file of these contents.
pub fn version(document: &Document, contents: ContentHash, library: &Snapshot) -> Version {
    let brief = &document.brief;
    let title =
        library.brief(&brief.id).map_or(&brief.title, |brief| &library.as_filed(brief).title);
    let text = digest(&format!("{title}\n{}", document.body.plain_text()));
    Version {
        file: contents.short(),
        text: Some(text),
        status: brief.status,
        instead: library.head_of(&brief.id).cloned(),
    }
}

/// The version of a brief as far as it is known without opening it.
pub fn version_unread(brief: &Brief, library: &Snapshot) -> Option<Version> {
    let file = library.contents(&brief.id)?.short();
    let instead = library.head_of(&brief.id).cloned();
    Some(Version { file, text: None, status: brief.status, instead })
}

impl Shelf {
    /// The version of a brief that its file holds; as far as is known where that cannot be read.
    pub fn version(&self, brief: &Brief, library: &Snapshot) -> Option<Version> {
        match self.edition(brief) {
            Ok(edition) => Some(version(&edition.document, edition.contents, library)),
            Err(_) => version_unread(brief, library),
        }
    }
}

impl Vigil {
    /// What became of what was taken along, in the order of the briefs' titles. `open` reads a text; it is asked only
    /// where a file is another one.
    pub fn amendments(
        &mut self,
        takings: &Takings,
        basket: &Basket,
        library: &Snapshot,
        open: &dyn Fn(&Brief) -> Option<Version>,
    ) -> Vec<Amendment> {
        let mut amendments = Vec::new();
        let entries = basket.entries().into_iter();
        let collected: HashSet<&BriefId> =
            entries.flat_map(|(_, entry)| &entry.what.sources).map(|source| &source.id).collect();
        for (id, taken) in takings.iter() {
            let ways = taken.ways_that_count(library.marks.is_starred(id), collected.contains(id));
            let Some(brief) = library.brief(id).filter(|_| !ways.is_empty()) else { continue };
            if let Some((fate, version)) = self.fate(brief, taken, library, open) {
                let when = |way: Way| Some((way, *taken.ways.get(&way)?));
                let (id, known) = (id.clone(), taken.version.clone());
                let taken = ways.into_iter().filter_map(when).collect();
                amendments.push(Amendment { id, fate, taken, known, version });
            }
        }
        let title =
            |amendment: &Amendment| library.brief(&amendment.id).map(|brief| brief.title.clone());
        amendments.sort_by_cached_key(|amendment| (title(amendment), amendment.id.clone()));
        amendments
    }

    /// What became of a brief, if anything, and its version now.
    fn fate(
        &mut self,
        brief: &Brief,
        taken: &Taken,
        library: &Snapshot,
        open: &dyn Fn(&Brief) -> Option<Version>,
    ) -> Option<(Fate, Version)> {
        let known = &taken.version;
        let now = version_unread(brief, library)?;
        let is_new = |status: Status| now.status == status && known.status != status;
        let instead = now.instead.as_ref().filter(|_| now.instead != known.instead);
        let instead = instead.and_then(|id| library.brief(id));
        let of_other = instead.and_then(|other| match other.status {
            Status::Withdrawn => Some(Fate::WithdrawnBy(other.id.clone())),
            Status::Corrected => Some(Fate::CorrectedBy(other.id.clone())),
            Status::Current if other.replaces.is_some() => Some(Fate::ReplacedBy(other.id.clone())),
            // A copy of the same wire is no news.
            Status::Current => None,
        });
        let of_status = if is_new(Status::Withdrawn) {
            Some(Fate::Withdrawn)
        } else {
            of_other.or_else(|| is_new(Status::Corrected).then_some(Fate::Corrected))
        };
        if now.file == known.file {
            return of_status.map(|fate| (fate, Version { text: known.text, ..now }));
        }
        let text = self.text(brief, now.file, open);
        // Where nobody knows what it said, or says, another file is as good as another text.
        let is_other = text.is_none() || known.text != text;
        let fate = of_status.or_else(|| is_other.then_some(Fate::OtherText))?;
        Some((fate, Version { text, ..now }))
    }

    /// The digest of a brief's text, read where its file is another one than last time.
    fn text(
        &mut self,
        brief: &Brief,
        file: u64,
        open: &dyn Fn(&Brief) -> Option<Version>,
    ) -> Option<u64> {
        if let Some((_, text)) = self.texts.get(&brief.id).filter(|(known, _)| *known == file) {
            return Some(*text);
        }
        let text = open(brief).filter(|version| version.file == file)?.text?;
        self.texts.insert(brief.id.clone(), (file, text));
        Some(text)
    }
}

#[cfg(test)]
mod tests;
