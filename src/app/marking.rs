//! Marks as the reader sees them, and the changes that are still on their way to the disk.
//!
//! A mark is shown when it is kept, not before: what is pending counts for what a key does next,
//! but is drawn only once the journal has it (or has failed, and says so).

use std::collections::VecDeque;
use std::sync::Arc;

use super::effect::Effect;
use super::notice::Notice;
use crate::model::{
    BriefId, Change, Corrections, Field, Marks, Naming, Note, Placing, Version, Visit,
};

/// Marks, pending changes, and what can be undone.
#[derive(Clone, Debug, Default)]
pub(super) struct Marking {
    shown: Arc<Marks>,
    pending: VecDeque<Pending>,
    next_ticket: u64,
    undone: Vec<Step>,
    done: Vec<Step>,
}

/// Changes on their way to the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Pending {
    ticket: u64,
    changes: Vec<Change>,
    failed: bool,
    /// Whether it takes along what failed before.
    retries: bool,
    /// What is said once they are there.
    says: Option<Notice>,
}

/// What came of changes that are on the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Recorded {
    /// Whether that made good what had failed before.
    pub(super) made_good: bool,
    /// What is to be said of them.
    pub(super) says: Option<Notice>,
}

/// One thing the reader did, with the way back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Step {
    /// What it did, as a message key.
    pub(super) what: &'static str,
    /// The changes that take it back.
    back: Vec<Change>,
    /// The note as it was before and after, where it was a note.
    note: Option<Box<(Note, Note)>>,
    /// Names of searches as they were before and are now.
    namings: (Vec<Naming>, Vec<Naming>),
    /// The basket's things as they were before and are now.
    placings: (Vec<Placing>, Vec<Placing>),
    /// The versions of briefs that were known before and are known now.
    known: (Known, Known),
}

/// Versions of briefs that the reader knows.
pub(super) type Known = Vec<(BriefId, Version)>;

/// A step that was taken back or done again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stepped {
    /// What it did, as a message key.
    pub(super) what: &'static str,
    /// The marks to be kept.
    pub(super) effect: Option<Effect>,
    /// The note to be kept as it is here.
    pub(super) note: Option<Note>,
    /// The names that searches get.
    pub(super) namings: Vec<Naming>,
    /// What the basket is to hold.
    pub(super) placings: Vec<Placing>,
    /// The versions of briefs that count as known.
    pub(super) known: Known,
}

impl Marking {
    /// Steps that can be undone, at most.
    const MOST_STEPS: usize = 200;

    /// Marks that are on disk (or kept in memory because the disk failed).
    pub(super) fn shown(&self) -> &Marks {
        &self.shown
    }

    /// Whether a brief counts as read for what a key does next.
    pub(super) fn is_read(&self, id: &BriefId) -> bool {
        let newest = self.newest(id, |field| match field {
            Field::Read(value) => Some(*value),
            _ => None,
        });
        newest.unwrap_or_else(|| self.shown.is_read(id))
    }

    /// Whether a brief counts as starred for what a key does next.
    pub(super) fn is_starred(&self, id: &BriefId) -> bool {
        let newest = self.newest(id, |field| match field {
            Field::Starred(value) => Some(*value),
            _ => None,
        });
        newest.unwrap_or_else(|| self.shown.is_starred(id))
    }

    /// How a tag of a brief is written, for what a key does next; nothing where it has none.
    pub(super) fn tag(&self, id: &BriefId, key: &str) -> Option<String> {
        let newest = self.newest(id, |field| match field {
            Field::Tag { key: of, name } if of == key => Some(name.clone()),
            _ => None,
        });
        let shown = || self.shown.get(id).and_then(|mark| mark.tags.get(key)).cloned();
        newest.unwrap_or_else(shown)
    }

    /// How far a country's page was seen, for what a key does next.
    fn visit(&self, id: &BriefId) -> Option<Visit> {
        let newest = self.newest(id, |field| match field {
            Field::Visited(value) => Some(*value),
            _ => None,
        });
        newest.unwrap_or_else(|| self.shown.get(id).and_then(|mark| mark.visit))
    }

    /// What is corrected in a brief for what a key does next.
    pub(super) fn corrections(&self, id: &BriefId) -> Corrections {
        let mut corrections = self.shown.corrections(id).cloned().unwrap_or_default();
        for change in self.pending.iter().flat_map(|pending| &pending.changes) {
            if &change.id == id {
                corrections.correct(&change.field);
            }
        }
        corrections
    }

    /// The value that the field of a correction has now.
    fn correction_like(&self, id: &BriefId, wanted: &Field) -> Field {
        self.corrections(id).correct(wanted)
    }

    /// The newest pending value of a field.
    fn newest<T>(&self, id: &BriefId, value: impl Fn(&Field) -> Option<T>) -> Option<T> {
        let changes = self.pending.iter().rev().flat_map(|pending| pending.changes.iter().rev());
        changes.filter(|change| &change.id == id).find_map(|change| value(&change.field))
    }

    /// Changes that are not on disk because it failed.
    pub(super) fn unsaved(&self) -> usize {
        self.pending.iter().filter(|pending| pending.failed).map(|p| p.changes.len()).sum()
    }

    /// Whether anything is still on its way.
    pub(super) fn is_saving(&self) -> bool {
        self.pending.iter().any(|pending| !pending.failed)
    }

    /// Does something that can be undone.
    pub(super) fn act(&mut self, what: &'static str, changes: Vec<Change>) -> Option<Effect> {
        self.act_saying(what, changes, None)
    }

    /// Does something that can be undone, and says something once it is on the disk.
    pub(super) fn act_saying(
        &mut self,
        what: &'static str,
        changes: Vec<Change>,
        says: Option<Notice>,
    ) -> Option<Effect> {
        let back = self.way_back(&changes);
        self.did(Step { what, back, ..Step::default() });
        self.record_saying(changes, says)
    }

    /// A note was kept otherwise than it was before.
    pub(super) fn noted(&mut self, before: Note, after: Note) {
        let note = Some(Box::new((before, after)));
        self.did(Step { what: "did-note", note, ..Step::default() });
    }

    /// Searches got names, which were otherwise before.
    pub(super) fn named(&mut self, what: &'static str, before: Vec<Naming>, after: Vec<Naming>) {
        self.did(Step { what, namings: (before, after), ..Step::default() });
    }

    /// The basket got things or lost them.
    pub(super) fn placed(&mut self, what: &'static str, before: Vec<Placing>, after: Vec<Placing>) {
        self.did(Step { what, placings: (before, after), ..Step::default() });
    }

    /// What became of briefs is known.
    pub(super) fn acknowledged(&mut self, before: Known, after: Known) {
        self.did(Step { what: "did-acknowledge", known: (before, after), ..Step::default() });
    }

    fn did(&mut self, step: Step) {
        self.undone.clear();
        self.done.push(step);
        if self.done.len() > Self::MOST_STEPS {
            self.done.remove(0);
        }
    }

    /// Changes something that nobody undoes, as the reading position.
    pub(super) fn record(&mut self, changes: Vec<Change>) -> Option<Effect> {
        self.record_saying(changes, None)
    }

    fn record_saying(&mut self, changes: Vec<Change>, says: Option<Notice>) -> Option<Effect> {
        if changes.is_empty() {
            return None;
        }
        let ticket = self.next_ticket;
        self.next_ticket += 1;
        // What failed before goes along, oldest first.
        let mut all = Vec::new();
        self.pending.retain_mut(|pending| {
            if pending.failed {
                all.append(&mut pending.changes);
            }
            !pending.failed
        });
        let retries = !all.is_empty();
        all.extend(changes);
        let pending = Pending { ticket, changes: all.clone(), failed: false, retries, says };
        self.pending.push_back(pending);
        Some(Effect::Record { ticket, changes: all })
    }

    /// Takes the last step back; returns what it was.
    pub(super) fn undo(&mut self) -> Option<Stepped> {
        let step = self.done.pop()?;
        let (other, stepped) = self.step(step);
        self.undone.push(other);
        Some(stepped)
    }

    /// Does the last undone step again; returns what it was.
    pub(super) fn redo(&mut self) -> Option<Stepped> {
        let step = self.undone.pop()?;
        let (other, stepped) = self.step(step);
        self.done.push(other);
        Some(stepped)
    }

    /// Takes a step; also gives the one in the other direction.
    fn step(&mut self, step: Step) -> (Step, Stepped) {
        let Step { what, back, note, namings, placings, known } = step;
        let other = Step {
            what,
            back: self.way_back(&back),
            note: note.clone().map(|note| Box::new((note.1, note.0))),
            namings: (namings.1, namings.0.clone()),
            placings: (placings.1, placings.0.clone()),
            known: (known.1, known.0.clone()),
        };
        let effect = self.record(back);
        let note = note.map(|note| note.0);
        let (namings, placings, known) = (namings.0, placings.0, known.0);
        (other, Stepped { what, effect, note, namings, placings, known })
    }

    /// The changes that restore what `changes` will overwrite.
    fn way_back(&self, changes: &[Change]) -> Vec<Change> {
        let before = |change: &Change| {
            let field = match &change.field {
                Field::Read(_) => Field::Read(self.is_read(&change.id)),
                Field::Starred(_) => Field::Starred(self.is_starred(&change.id)),
                Field::Position(_) => Field::Position(self.shown.position(&change.id).cloned()),
                Field::Tag { key, .. } => {
                    Field::Tag { key: key.clone(), name: self.tag(&change.id, key) }
                }
                Field::Visited(_) => Field::Visited(self.visit(&change.id)),
                // What a file holds nobody takes back.
                revised @ Field::Revised { .. } => revised.clone(),
                correction => self.correction_like(&change.id, correction),
            };
            Change { id: change.id.clone(), field }
        };
        changes.iter().rev().map(before).collect()
    }

    /// The journal has the changes of a ticket: from now on they are shown.
    pub(super) fn recorded(&mut self, ticket: u64) -> Recorded {
        let place = self.pending.iter().position(|pending| pending.ticket == ticket);
        let Some(pending) = place.and_then(|place| self.pending.remove(place)) else {
            return Recorded::default();
        };
        self.show(&pending.changes);
        Recorded { made_good: pending.retries && self.unsaved() == 0, says: pending.says }
    }

    /// The journal could not be written: the changes stay in memory and go along with the next.
    pub(super) fn not_recorded(&mut self, ticket: u64) {
        let Some(pending) = self.pending.iter_mut().find(|pending| pending.ticket == ticket) else {
            return;
        };
        pending.failed = true;
        let changes = pending.changes.clone();
        self.show(&changes);
    }

    /// Applies changes to what is shown.
    fn show(&mut self, changes: &[Change]) {
        let marks = Arc::make_mut(&mut self.shown);
        for change in changes {
            marks.apply(change);
        }
    }

    /// Takes over the marks of a new snapshot; what only memory has stays on top.
    pub(super) fn replace(&mut self, marks: Arc<Marks>) {
        self.shown = marks;
        let unsaved: Vec<Change> = self
            .pending
            .iter()
            .filter(|pending| pending.failed)
            .flat_map(|pending| pending.changes.iter().cloned())
            .collect();
        if !unsaved.is_empty() {
            self.show(&unsaved);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(id: &str, value: bool) -> Change {
        Change { id: BriefId::from(id), field: Field::Read(value) }
    }

    #[test]
    fn a_mark_is_shown_once_it_is_kept() {
        let id = BriefId::from("p:1");
        let mut marking = Marking::default();
        let effect = marking.act("did-read", vec![read("p:1", true)]);
        assert_eq!(effect, Some(Effect::Record { ticket: 0, changes: vec![read("p:1", true)] }));
        assert!(marking.is_read(&id) && !marking.shown().is_read(&id));
        marking.recorded(0);
        assert!(marking.shown().is_read(&id) && !marking.is_saving());
    }

    #[test]
    fn undo_and_redo_walk_the_steps() {
        let id = BriefId::from("p:1");
        let mut marking = Marking::default();
        marking.act("did-read", vec![read("p:1", true)]);
        assert_eq!(marking.undo().map(|stepped| stepped.what), Some("did-read"));
        assert!(!marking.is_read(&id));
        assert!(marking.undo().is_none());
        assert_eq!(marking.redo().map(|stepped| stepped.what), Some("did-read"));
        assert!(marking.is_read(&id));
        assert!(marking.redo().is_none());
    }

    #[test]
    fn a_correction_on_its_way_is_what_the_next_one_takes_back_to() {
        let id = BriefId::from("p:1");
        let title = |text: Option<&str>| {
            let field = Field::Title(text.map(str::to_owned));
            vec![Change { id: id.clone(), field }]
        };
        let mut marking = Marking::default();
        marking.act("did-correct-title", title(Some("one")));
        marking.act("did-correct-title", title(Some("two")));
        let undone = |effect| match effect {
            Some(Stepped { effect: Some(Effect::Record { changes, .. }), .. }) => changes,
            other => panic!("{other:?}"),
        };
        assert_eq!(undone(marking.undo()), title(Some("one")));
        assert_eq!(undone(marking.undo()), title(None));
    }

    #[test]
    fn what_failed_goes_along_with_the_next_change() {
        let mut marking = Marking::default();
        marking.act("did-read", vec![read("p:1", true)]);
        marking.not_recorded(0);
        assert_eq!(marking.unsaved(), 1);
        assert!(marking.shown().is_read(&BriefId::from("p:1")), "kept in memory");
        let effect = marking.act("did-read", vec![read("p:2", true)]);
        let changes = vec![read("p:1", true), read("p:2", true)];
        assert_eq!(effect, Some(Effect::Record { ticket: 1, changes }));
        marking.recorded(1);
        assert_eq!(marking.unsaved(), 0);
    }
}
