//! What was taken along, kept with the version that the reader knows; and what became of it since.

use std::sync::Arc;

use super::{Desk, notices};
use crate::app::effect::Parcel;
use crate::app::message::Message;
use crate::library::{Origin, version, version_unread};
use crate::model::{Brief, BriefId, Change, Field, Placing, Taking, Version, Way};

impl Desk {
    /// Briefs were taken along: the version that was shown, else the one in the folder, is what the reader knows.
    pub(super) fn taken_along(&mut self, parcel: &Parcel, way: Way) {
        let shown = |id: &BriefId| {
            let shown = parcel.shown.as_ref().filter(|(of, _)| of == id);
            shown.map(|(_, version)| version.clone())
        };
        let version = |id: &BriefId| shown(id).or_else(|| self.version(id));
        let taking = |id: &BriefId| Some(Taking { id: id.clone(), way, version: version(id)? });
        let takings = parcel.briefs.iter().filter_map(taking).collect();
        self.take(takings);
    }

    /// Things were put into the basket.
    pub(super) fn collected(&mut self, placings: &[Placing]) {
        let entries = placings.iter().filter_map(|placing| placing.entry.as_ref());
        let sources = entries.flat_map(|entry| &entry.what.sources);
        let way = Way::Collected;
        // Trading places and bringing back are no new taking.
        let is_new = |id: &BriefId| {
            self.ledger.takings().get(id).is_none_or(|taken| !taken.ways.contains_key(&way))
        };
        let new = sources.filter(|source| is_new(&source.id));
        let taking =
            |id: &BriefId| Some(Taking { id: id.clone(), way, version: self.version(id)? });
        let takings = new.filter_map(|source| taking(&source.id)).collect();
        self.take(takings);
    }

    /// Marks changed: what is starred is watched over.
    pub(super) fn starred(&mut self, changes: &[Change]) {
        let starred = changes.iter().filter_map(|change| match change.field {
            Field::Starred(is_starred) => Some((&change.id, is_starred)),
            _ => None,
        });
        let starred: Vec<(&BriefId, bool)> = starred.collect();
        if starred.is_empty() {
            return;
        }
        let taking = |(id, _): &(&BriefId, bool)| {
            let version = self.version(id)?;
            Some(Taking { id: BriefId::clone(id), way: Way::Starred, version })
        };
        let takings = starred.iter().filter(|(_, is_starred)| *is_starred).filter_map(taking);
        let takings = takings.collect();
        self.take(takings);
        self.keep_vigil();
    }

    /// The reader knows what became of briefs.
    pub(super) fn acknowledge(&mut self, known: Vec<(BriefId, Version)>) {
        let way = Way::Acknowledged;
        let takings = known.into_iter().map(|(id, version)| Taking { id, way, version }).collect();
        self.take(takings);
        self.keep_vigil();
    }

    /// Tells what became of what was taken along, where that is not as it was told last.
    pub(super) fn keep_vigil(&mut self) {
        self.watch_over_stars();
        let (library, shelf) = (Arc::clone(&self.library), self.shelf.clone());
        let open = |brief: &Brief| {
            let edition = shelf.edition(brief).ok()?;
            Some(version(&edition.document, edition.contents, &library))
        };
        let amended = self.vigil.amendments(self.ledger.takings(), &library, &open);
        if *self.amended != amended {
            self.amended = Arc::new(amended);
            self.inbox.tell(Message::Amended(Arc::clone(&self.amended)));
        }
    }

    /// Stars from before anything was watched over, or given elsewhere, are watched from now on.
    fn watch_over_stars(&mut self) {
        if self.library.origin != Origin::Checked {
            return;
        }
        let way = Way::Starred;
        let is_watched = |id: &BriefId| {
            self.ledger.takings().get(id).is_some_and(|taken| taken.ways.contains_key(&way))
        };
        let starred =
            self.library.marks.iter().filter(|(id, mark)| mark.starred && !is_watched(id));
        let taking = |id: &BriefId| {
            let version = version_unread(self.library.brief(id)?, &self.library)?;
            Some(Taking { id: id.clone(), way, version })
        };
        let takings = starred.filter_map(|(id, _)| taking(id)).collect();
        self.take(takings);
    }

    /// The version of a brief that its file holds now.
    fn version(&self, id: &BriefId) -> Option<Version> {
        let brief = self.library.brief(id)?;
        match self.shelf.edition(brief) {
            Ok(edition) => Some(version(&edition.document, edition.contents, &self.library)),
            Err(_) => version_unread(brief, &self.library),
        }
    }

    /// Keeps takings; what cannot be kept now is kept with the next change.
    fn take(&mut self, takings: Vec<Taking>) {
        if let Err(error) = self.ledger.take(takings) {
            self.inbox.tell(Message::Notice(notices::state_error(&self.words, &error)));
        }
    }
}
