//! The versions of one text among the records: sketches where they are missing, then groups.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use rayon::prelude::*;

use super::census::Census;
use super::shelf::Shelf;
use crate::copies::{self, Group, Sketch};
use crate::filing::Source;
use crate::model::BriefPath;
use crate::store::Root;
use crate::store::catalogue::{Cache, Record};

/// Where missing sketches come from.
pub(super) struct Sketching<'a> {
    pub(super) root: &'a Root,
    pub(super) shelf: &'a Shelf,
    pub(super) cache: Option<&'a Cache>,
}

impl Sketching<'_> {
    /// Completes the records of a warm start, which have no sketches: from the cache, else from
    /// the files, each read once more.
    pub(super) fn complete(&self, records: &mut [Record]) {
        let lacks = |record: &Record| record.sketches.is_empty() && !record.briefs.is_empty();
        if !records.iter().any(lacks) {
            return;
        }
        let known = self.cache.and_then(Cache::load_sketches).unwrap_or_default();
        records.par_iter_mut().filter(|record| lacks(record)).for_each(|record| {
            let cached = record.hash.and_then(|hash| known.get(&hash).cloned());
            record.sketches = cached.or_else(|| self.sketches(record)).unwrap_or_default();
        });
    }

    /// The sketches of a file; none where it can no longer be read.
    fn sketches(&self, record: &Record) -> Option<Arc<[Sketch]>> {
        let file = self.root.read(&record.path).ok()?;
        let source = Source { path: &record.path, bytes: &file.bytes, size: file.stamp.size };
        let entry = catch_unwind(AssertUnwindSafe(|| self.shelf.filing().entry(source))).ok()?;
        Some(entry.sketches.into())
    }
}

/// The versions of one text.
pub(super) fn groups(census: &Census, records: &[Record]) -> Vec<Group> {
    let sketches: HashMap<(&BriefPath, u16), &Sketch> = records.iter().flat_map(sketched).collect();
    let main = census.briefs.iter().filter(|brief| brief.parent.is_none());
    copies::group(main.map(|brief| (&**brief, sketches.get(&(&brief.file, brief.part)).copied())))
}

/// The sketches of a file, each with the place of its story.
fn sketched(record: &Record) -> impl Iterator<Item = ((&BriefPath, u16), &Sketch)> {
    let main = record.briefs.iter().filter(|brief| brief.parent.is_none());
    main.map(|brief| (&record.path, brief.part)).zip(record.sketches.iter())
}
