//! What was taken along, kept with the version that the reader knows; and what became of it since.

use std::sync::Arc;

use super::{Desk, Task, notices};
use crate::app::effect::Briefs;
use crate::app::message::Message;
use crate::library::{Origin, version_unread};
use crate::model::{Brief, BriefId, Taking, Version, Way};

/// Briefs whose versions are noted in one go: their files are opened, and the next text waits behind that.
const AT_ONCE: usize = 8;

impl Desk {
    /// Briefs were taken along: the version that was shown, else the one in the folder, is what the reader knows. Of many the
    /// first are noted now, and the rest behind what the desk was asked for meanwhile.
    pub(super) fn taken_along(&mut self, briefs: Briefs, way: Way) {
        let Briefs { mut ids, shown } = briefs;
        let rest = ids.split_off(ids.len().min(AT_ONCE));
        let of_shown = |id: &BriefId| {
            let shown = shown.as_ref().filter(|(of, _)| of == id);
            shown.map(|(_, version)| version.clone())
        };
        let version = |id: &BriefId| of_shown(id).or_else(|| self.version(id));
        let taking = |id: BriefId| version(&id).map(|version| Taking { id, way, version });
        let takings = ids.into_iter().filter_map(taking).collect();
        self.take(takings);
        if !rest.is_empty() {
            self.rests += 1;
            let rest = Briefs { ids: rest, shown };
            let _ended = self.tasks.send(Task::GoOnTaking(rest, way));
        }
    }

    /// The same of the rest of many.
    pub(super) fn go_on_taking(&mut self, briefs: Briefs, way: Way) {
        self.rests = self.rests.saturating_sub(1);
        self.taken_along(briefs, way);
    }

    /// Whether a rest still waits to be noted.
    pub(super) fn is_taking(&self) -> bool {
        self.rests > 0
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
        let open = |brief: &Brief| shelf.version(brief, &library);
        let (takings, basket) = (self.ledger.takings(), self.ledger.basket());
        let amended = self.vigil.amendments(takings, basket, &library, &open);
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
        self.shelf.version(self.library.brief(id)?, &self.library)
    }

    /// Keeps takings; what cannot be kept now is kept with the next change.
    fn take(&mut self, takings: Vec<Taking>) {
        if let Err(error) = self.ledger.take(takings) {
            self.inbox.tell(Message::Notice(notices::state_error(&self.words, &error)));
        }
    }
}
