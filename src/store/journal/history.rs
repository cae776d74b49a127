//! Events to marks: the same events in any order, any number of times, give the same marks.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::event::{Action, Event};
use super::lists::Lists;
use crate::model::{
    Basket, BriefId, ByIdRef, Change, CorrectedDate, Corrections, CountryCode, Field, Mark, Marks,
    Moment, ReadingPosition, Revision, Revisions, Searches, Takings, Visit, keep_latest,
};

/// All events that are known, and the marks that follow from them.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// In their order.
    events: Vec<Event>,
    marks: Arc<Marks>,
    lists: Lists,
}

/// A value and the place, among all events, of the one that set it.
type Register<T> = Option<(usize, T)>;

/// The fields of one brief: the last writer wins.
#[derive(Clone, Debug, Default)]
struct Registers {
    read: Register<bool>,
    starred: Register<bool>,
    position: Register<Option<ReadingPosition>>,
    /// The earliest wins.
    first_seen: Option<Moment>,
    /// Few briefs have any.
    corrections: Option<Box<Corrected>>,
    /// How each tag is written, by its key.
    tags: BTreeMap<String, Register<Option<String>>>,
    /// What changed in its text, by what tells the texts that it had.
    revisions: BTreeMap<String, Register<Revision>>,
    visit: Register<Option<Visit>>,
}

/// The corrections of one brief: the last writer wins each.
#[derive(Clone, Debug, Default)]
struct Corrected {
    title: Register<Option<String>>,
    date: Register<Option<CorrectedDate>>,
    countries: Register<Option<Vec<CountryCode>>>,
    not_related: Register<bool>,
    not_copy: Register<bool>,
}

impl History {
    /// The marks.
    pub fn marks(&self) -> &Arc<Marks> {
        &self.marks
    }

    /// The searches that have a name.
    pub fn searches(&self) -> &Arc<Searches> {
        &self.lists.searches
    }

    /// What the reader collected.
    pub fn basket(&self) -> &Arc<Basket> {
        &self.lists.basket
    }

    /// What the reader took along.
    pub fn takings(&self) -> &Arc<Takings> {
        &self.lists.takings
    }

    /// The events, in their order, each once.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// What a brief is known by now that had an id at a moment: its file may have been renamed since.
    pub fn id_since(&self, id: &BriefId, since: Moment) -> BriefId {
        let mut now = id.clone();
        for event in self.events.iter().filter(|event| event.at.ms >= since.0) {
            if let Action::Moved(pairs) = &event.action
                && let Some((_, new)) = pairs.iter().find(|(old, _)| *old == now)
            {
                now = new.clone();
            }
        }
        now
    }

    /// Takes events in, wherever in the order they belong.
    pub fn extend(&mut self, mut events: Vec<Event>) {
        events.sort();
        let Some(first) = events.first() else { return };
        let is_later = self.events.last().is_none_or(|last| last < first);
        if let ([event], true) = (events.as_slice(), is_later)
            && self.apply_last(event)
        {
            self.events.append(&mut events);
            return;
        }
        self.events.append(&mut events);
        if !is_later {
            self.events.sort();
        }
        self.events.dedup();
        self.marks = Arc::new(fold(&self.events));
        self.lists = Lists::of(&self.events);
    }

    /// Applies what happened last, where nothing before it has to be looked at again.
    fn apply_last(&mut self, event: &Event) -> bool {
        if let Action::Set(changes) = &event.action {
            // Which revisions are kept follows from all of them.
            let is_revision = |change: &Change| matches!(change.field, Field::Revised { .. });
            if changes.iter().any(is_revision) {
                return false;
            }
            let marks = Arc::make_mut(&mut self.marks);
            for change in changes {
                marks.apply(change);
            }
            return true;
        }
        let is_fold = matches!(event.action, Action::Seen { .. } | Action::Moved(_));
        !is_fold && self.lists.apply(event)
    }
}

/// The marks that follow from events in their order.
fn fold(events: &[Event]) -> Marks {
    let largest = events.iter().map(|event| match &event.action {
        Action::Set(changes) => changes.len(),
        Action::Seen { ids, .. } => ids.len(),
        Action::Moved(pairs) => pairs.len(),
        Action::Named(_) | Action::Placed(_) | Action::Taken(_) => 0,
    });
    let mut briefs = ByIdRef::default();
    briefs.reserve(largest.max().unwrap_or_default());
    for (place, event) in events.iter().enumerate() {
        apply(&mut briefs, place, &event.action);
    }
    briefs.into_iter().map(|(id, registers)| (id.clone(), registers.mark())).collect()
}

/// Applies one event to what came before it.
fn apply<'a>(briefs: &mut ByIdRef<'a, Registers>, place: usize, action: &'a Action) {
    match action {
        Action::Set(changes) => {
            for change in changes {
                briefs.entry(&change.id).or_default().set(place, &change.field);
            }
        }
        Action::Seen { moment, ids } => {
            for id in ids {
                let brief = briefs.entry(id).or_default();
                brief.first_seen = earliest(brief.first_seen, Some(*moment));
            }
        }
        Action::Moved(pairs) => {
            // All leave before any arrives: two files may have swapped their names.
            let moved: Vec<_> =
                pairs.iter().filter_map(|(old, new)| Some((new, briefs.remove(old)?))).collect();
            for (new, old) in moved {
                briefs.entry(new).or_default().merge(old);
            }
        }
        Action::Named(_) | Action::Placed(_) | Action::Taken(_) => {}
    }
}

impl Registers {
    /// Gives a field the value that the event at a place set.
    fn set(&mut self, place: usize, field: &Field) {
        match field {
            Field::Read(value) => self.read = Some((place, *value)),
            Field::Starred(value) => self.starred = Some((place, *value)),
            Field::Position(value) => self.position = Some((place, value.clone())),
            Field::Title(value) => self.corrected().title = Some((place, value.clone())),
            Field::Date(value) => self.corrected().date = Some((place, *value)),
            Field::Countries(value) => self.corrected().countries = Some((place, value.clone())),
            Field::NotRelated(value) => self.corrected().not_related = Some((place, *value)),
            Field::NotCopy(value) => self.corrected().not_copy = Some((place, *value)),
            Field::Tag { key, name } => {
                self.tags.insert(key.clone(), Some((place, name.clone())));
            }
            Field::Revised { contents, revision } => {
                self.revisions.insert(contents.clone(), Some((place, revision.clone())));
            }
            Field::Visited(value) => self.visit = Some((place, *value)),
        }
    }

    fn corrected(&mut self) -> &mut Corrected {
        self.corrections.get_or_insert_default()
    }

    /// Takes over the marks of another brief that turned out to be this one.
    fn merge(&mut self, other: Self) {
        self.read = self.read.take().max(other.read);
        self.starred = self.starred.take().max(other.starred);
        self.position = self.position.take().max(other.position);
        self.first_seen = earliest(self.first_seen, other.first_seen);
        if let Some(other) = other.corrections {
            let own = self.corrected();
            own.title = own.title.take().max(other.title);
            own.date = own.date.take().max(other.date);
            own.countries = own.countries.take().max(other.countries);
            own.not_related = own.not_related.take().max(other.not_related);
            own.not_copy = own.not_copy.take().max(other.not_copy);
        }
        for (key, other) in other.tags {
            let own = self.tags.entry(key).or_default();
            *own = own.take().max(other);
        }
        self.visit = self.visit.take().max(other.visit);
        for (contents, other) in other.revisions {
            let own = self.revisions.entry(contents).or_default();
            *own = own.take().max(other);
        }
    }

    fn mark(self) -> Mark {
        let revisions = self.revisions.into_iter();
        let mut revisions: Revisions =
            revisions.filter_map(|(contents, revision)| Some((contents, revision?.1))).collect();
        keep_latest(&mut revisions);
        Mark {
            read: self.read.is_some_and(|(_, value)| value),
            starred: self.starred.is_some_and(|(_, value)| value),
            position: self.position.and_then(|(_, value)| value),
            first_seen: self.first_seen,
            corrections: self.corrections.and_then(|corrected| corrected.corrections()),
            tags: self.tags.into_iter().filter_map(|(key, tag)| Some((key, tag?.1?))).collect(),
            revisions: (!revisions.is_empty()).then(|| Box::new(revisions)),
            visit: self.visit.and_then(|(_, value)| value),
        }
    }
}

impl Corrected {
    /// What stands corrected; nothing where all was taken back.
    fn corrections(self) -> Option<Box<Corrections>> {
        let corrections = Corrections {
            title: self.title.and_then(|(_, value)| value),
            date: self.date.and_then(|(_, value)| value),
            countries: self.countries.and_then(|(_, value)| value),
            not_related: self.not_related.is_some_and(|(_, value)| value),
            not_copy: self.not_copy.is_some_and(|(_, value)| value),
        };
        (!corrections.is_empty()).then(|| Box::new(corrections))
    }
}

fn earliest(one: Option<Moment>, other: Option<Moment>) -> Option<Moment> {
    [one, other].into_iter().flatten().min()
}

#[cfg(test)]
mod tests;
