//! What a brief is to a reader in a period: new, changed, withdrawn, or known.

use super::snapshot::Snapshot;
use crate::model::{Brief, BriefId, Moment, Novelty, PartialDate, Revision, Since, Status};

impl Snapshot {
    /// What a brief is in a period; nothing where it was known before and is as it was. A correction of a
    /// text of which another version was there before is a change of that; another copy of it is nothing.
    pub fn novelty(&self, brief: &Brief, since: Since) -> Option<Novelty> {
        let is_new = self.is_new(brief, since);
        let was_there = |copy: &Brief| copy.id != brief.id && !self.is_new(copy, since);
        let is_version = self.copies(&brief.id).iter().any(|copy| was_there(copy));
        let is_changed = || self.marks.revisions(&brief.id).any(|one| is_in(one, since));
        match brief.status {
            Status::Withdrawn if is_new || is_changed() => Some(Novelty::Withdrawn),
            Status::Corrected if is_new && is_version => Some(Novelty::Changed),
            Status::Current | Status::Corrected if is_new && !is_version => Some(Novelty::New),
            Status::Current | Status::Corrected if is_changed() => Some(Novelty::Changed),
            _ => None,
        }
    }

    /// Whether a brief came in a period: after a visit, or dated, or else received, on a day or after it.
    fn is_new(&self, brief: &Brief, since: Since) -> bool {
        match since {
            Since::Visit { until, .. } => {
                self.marks.first_seen(&brief.id).is_some_and(|seen| seen > until)
            }
            Since::Day(day) => {
                self.sort_day(brief).is_some_and(|of| of.last_day() >= day.first_day())
            }
        }
    }

    /// When a brief was first seen, or its text found to be another, whichever was last.
    pub fn last_seen(&self, id: &BriefId) -> Option<Moment> {
        let changed = self.marks.revisions(id).map(|revision| revision.at);
        self.marks.first_seen(id).into_iter().chain(changed).max()
    }

    /// How the text of a brief changed in a period, the latest first.
    pub fn revisions(&self, id: &BriefId, since: Since) -> Vec<Revision> {
        let within = self.marks.revisions(id).filter(|one| is_in(one, since));
        let mut within: Vec<Revision> = within.cloned().collect();
        within.sort_by(|a, b| b.cmp(a));
        within
    }
}

fn is_in(revision: &Revision, since: Since) -> bool {
    match since {
        Since::Visit { until, .. } => revision.at > until,
        Since::Day(day) => {
            Moment::day(revision.at).is_some_and(|at: PartialDate| at >= day.first_day())
        }
    }
}
