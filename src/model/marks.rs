//! What a reader did to briefs: read, starred, corrected, where they stopped.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{BriefId, ById, CorrectedDate, Corrections, CountryCode, Moment, Revision, Visit};

/// A reader's marks on all briefs. A brief without a mark is unread and unstarred.
///
/// What was marked lately lies over what was known before, which clones share: one more mark in a
/// large library copies none of the others.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    known: Arc<ById<Mark>>,
    newer: ById<Mark>,
}

/// A reader's marks on one brief.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Opened, or marked as read.
    pub read: bool,
    /// Kept in sight.
    pub starred: bool,
    /// Where reading stopped.
    pub position: Option<ReadingPosition>,
    /// When this reader's program saw the brief first.
    pub first_seen: Option<Moment>,
    /// What is wrong with it; few briefs are corrected at all.
    pub corrections: Option<Box<Corrections>>,
    /// The reader's own tags.
    pub tags: Tags,
    /// How often its text was found to be another; hardly any brief's ever is.
    pub revisions: Option<Box<Revisions>>,
    /// Of a country: how far its page was seen.
    pub visit: Option<Visit>,
}

/// Of the changes of one text so many are kept, the latest.
pub const MOST_REVISIONS: usize = 16;

/// What changed in the text of one brief, by a hash of what its file held then.
pub type Revisions = BTreeMap<String, Revision>;

/// Tags of one brief: how each is written, by the key that it is compared by.
pub type Tags = BTreeMap<String, String>;

/// Where reading stopped, in terms that survive another width and small edits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ReadingPosition {
    /// Index of the block at the top of the screen.
    pub block: usize,
    /// Hash of that block's folded text, to find it again when blocks were added before it.
    pub fingerprint: u64,
    /// How far into the block, in bytes of its plain text.
    pub offset: usize,
}

/// One field of one brief gets a value: the unit of the journal, of undo and of merging.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The brief.
    pub id: BriefId,
    /// The field and its new value.
    pub field: Field,
}

/// A field of a [`Mark`] with a value for it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Whether it counts as read.
    Read(bool),
    /// Whether it is starred.
    Starred(bool),
    /// Where reading stopped.
    Position(Option<ReadingPosition>),
    /// What it should be called; `None` takes the correction back.
    Title(Option<String>),
    /// When it was written; `None` takes the correction back.
    Date(Option<CorrectedDate>),
    /// What it is about; `None` takes the correction back.
    Countries(Option<Vec<CountryCode>>),
    /// Whether it has nothing to do with the story it stands below.
    NotRelated(bool),
    /// Whether it is no version of the text that it is folded with.
    NotCopy(bool),
    /// Whether it has one tag. Each tag is a field of its own, so that tags given on two machines
    /// add up.
    Tag {
        /// What the tag is compared by.
        key: String,
        /// How it is written; `None` takes it off.
        name: Option<String>,
    },
    /// That its text was found to be another. Each text that it had is a field of its own, so that two programs that find
    /// the same say it once.
    Revised {
        /// A hash of what its file holds.
        contents: String,
        /// What changed.
        revision: Revision,
    },
    /// Of a country: how far its page was seen; `None` takes it back.
    Visited(Option<Visit>),
}

impl Field {
    /// Whether it is a correction.
    pub fn is_correction(&self) -> bool {
        match self {
            Self::Read(_)
            | Self::Starred(_)
            | Self::Position(_)
            | Self::Tag { .. }
            | Self::Revised { .. }
            | Self::Visited(_) => false,
            Self::Title(_)
            | Self::Date(_)
            | Self::Countries(_)
            | Self::NotRelated(_)
            | Self::NotCopy(_) => true,
        }
    }
}

impl Marks {
    /// The marks of a brief.
    pub fn get(&self, id: &BriefId) -> Option<&Mark> {
        self.newer.get(id).or_else(|| self.known.get(id))
    }

    /// Whether the brief counts as read.
    pub fn is_read(&self, id: &BriefId) -> bool {
        self.get(id).is_some_and(|mark| mark.read)
    }

    /// Whether the brief is starred.
    pub fn is_starred(&self, id: &BriefId) -> bool {
        self.get(id).is_some_and(|mark| mark.starred)
    }

    /// When the brief was first seen.
    pub fn first_seen(&self, id: &BriefId) -> Option<Moment> {
        self.get(id)?.first_seen
    }

    /// Where reading of the brief stopped.
    pub fn position(&self, id: &BriefId) -> Option<&ReadingPosition> {
        self.get(id)?.position.as_ref()
    }

    /// How far the page of a country was seen.
    pub fn visit(&self, country: CountryCode) -> Option<Visit> {
        self.get(&BriefId::of_country(country))?.visit
    }

    /// What changed in the text of the brief, in no order.
    pub fn revisions(&self, id: &BriefId) -> impl Iterator<Item = &Revision> {
        let revisions = self.get(id).and_then(|mark| mark.revisions.as_deref());
        revisions.into_iter().flat_map(BTreeMap::values)
    }

    /// What the reader corrected in the brief.
    pub fn corrections(&self, id: &BriefId) -> Option<&Corrections> {
        self.get(id)?.corrections.as_deref()
    }

    /// The reader's own tags on the brief, in the order of their keys.
    pub fn tags(&self, id: &BriefId) -> impl Iterator<Item = &str> {
        self.get(id).into_iter().flat_map(|mark| mark.tags.values().map(String::as_str))
    }

    /// All tags that the reader uses, each with the number of briefs that have it.
    pub fn known_tags(&self) -> BTreeMap<&str, (&str, usize)> {
        let mut known: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
        for (key, name) in self.iter().flat_map(|(_, mark)| &mark.tags) {
            known.entry(key).or_insert((name, 0)).1 += 1;
        }
        known
    }

    /// Gives a field its value and returns the change that takes it back.
    pub fn apply(&mut self, change: &Change) -> Change {
        let mark = self.entry(&change.id);
        let field = match &change.field {
            Field::Read(value) => Field::Read(std::mem::replace(&mut mark.read, *value)),
            Field::Starred(value) => Field::Starred(std::mem::replace(&mut mark.starred, *value)),
            Field::Position(value) => {
                Field::Position(std::mem::replace(&mut mark.position, value.clone()))
            }
            Field::Tag { key, name } => {
                Field::Tag { key: key.clone(), name: mark.tag(key, name.clone()) }
            }
            Field::Visited(value) => Field::Visited(std::mem::replace(&mut mark.visit, *value)),
            Field::Revised { contents, revision } => {
                let revisions = mark.revisions.get_or_insert_default();
                revisions.insert(contents.clone(), revision.clone());
                keep_latest(revisions);
                change.field.clone()
            }
            correction => mark.correct(correction),
        };
        Change { id: change.id.clone(), field }
    }

    /// Notes when a brief was first seen; the earliest moment wins.
    pub fn seen(&mut self, id: &BriefId, at: Moment) {
        let mark = self.entry(id);
        mark.first_seen = Some(mark.first_seen.map_or(at, |known| known.min(at)));
    }

    /// The mark of a brief, to be changed.
    fn entry(&mut self, id: &BriefId) -> &mut Mark {
        let known = || self.known.get(id).cloned().unwrap_or_default();
        self.newer.entry(id.clone()).or_insert_with(known)
    }

    /// All marks, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&BriefId, &Mark)> {
        let known = self.known.iter().filter(|(id, _)| !self.newer.contains_key(*id));
        self.newer.iter().chain(known)
    }
}

/// Leaves the latest changes of a text, whatever the order in which they came.
pub fn keep_latest(revisions: &mut Revisions) {
    while revisions.len() > MOST_REVISIONS {
        let oldest = revisions.iter().min_by_key(|(contents, revision)| (revision.at, *contents));
        let Some(oldest) = oldest.map(|(contents, _)| contents.clone()) else { return };
        revisions.remove(&oldest);
    }
}

impl Corrections {
    /// Gives one correction its value and returns the one before; other fields are none.
    pub fn correct(&mut self, field: &Field) -> Field {
        use std::mem::replace;
        match field {
            Field::Title(value) => Field::Title(replace(&mut self.title, value.clone())),
            Field::Date(value) => Field::Date(replace(&mut self.date, *value)),
            Field::Countries(value) => {
                Field::Countries(replace(&mut self.countries, value.clone()))
            }
            Field::NotRelated(value) => Field::NotRelated(replace(&mut self.not_related, *value)),
            Field::NotCopy(value) => Field::NotCopy(replace(&mut self.not_copy, *value)),
            other @ (Field::Read(_)
            | Field::Starred(_)
            | Field::Position(_)
            | Field::Tag { .. }
            | Field::Revised { .. }
            | Field::Visited(_)) => other.clone(),
        }
    }

    /// The changes that make these the only corrections of a brief that has `before`.
    pub fn changes_from(&self, before: &Self) -> Vec<Field> {
        let mut fields = Vec::new();
        if self.title != before.title {
            fields.push(Field::Title(self.title.clone()));
        }
        if self.date != before.date {
            fields.push(Field::Date(self.date));
        }
        if self.countries != before.countries {
            fields.push(Field::Countries(self.countries.clone()));
        }
        if self.not_related != before.not_related {
            fields.push(Field::NotRelated(self.not_related));
        }
        if self.not_copy != before.not_copy {
            fields.push(Field::NotCopy(self.not_copy));
        }
        fields
    }
}

impl Mark {
    /// Gives a tag or takes it off, and returns how it was written before.
    fn tag(&mut self, key: &str, name: Option<String>) -> Option<String> {
        match name {
            Some(name) => self.tags.insert(key.to_owned(), name),
            None => self.tags.remove(key),
        }
    }

    /// Gives a correction its value and returns the one before.
    fn correct(&mut self, field: &Field) -> Field {
        let mut corrections = self.corrections.take().unwrap_or_default();
        let before = corrections.correct(field);
        self.corrections = (!corrections.is_empty()).then_some(corrections);
        before
    }
}

impl PartialEq for Marks {
    fn eq(&self, other: &Self) -> bool {
        self.iter().count() == other.iter().count()
            && self.iter().all(|(id, mark)| other.get(id) == Some(mark))
    }
}

impl Eq for Marks {}

impl FromIterator<(BriefId, Mark)> for Marks {
    fn from_iter<T: IntoIterator<Item = (BriefId, Mark)>>(marks: T) -> Self {
        Self { known: Arc::new(marks.into_iter().collect()), newer: ById::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_returns_its_own_undo() {
        let id = BriefId::from("p:1");
        let mut marks = Marks::default();
        let undo = marks.apply(&Change { id: id.clone(), field: Field::Read(true) });
        assert!(marks.is_read(&id));
        let redo = marks.apply(&undo);
        assert!(!marks.is_read(&id));
        assert_eq!(redo.field, Field::Read(true));
    }

    #[test]
    fn corrections_are_taken_back_without_a_trace() {
        let id = BriefId::from("p:1");
        let mut marks = Marks::default();
        let before = marks.clone();
        let change = |field| Change { id: id.clone(), field };
        let undo = marks.apply(&change(Field::Title(Some("A visit".to_owned()))));
        marks.apply(&change(Field::NotRelated(true)));
        let title = marks.corrections(&id).and_then(|corrections| corrections.title.as_deref());
        assert_eq!(title, Some("A visit"));
        assert_eq!(undo, change(Field::Title(None)));
        marks.apply(&undo);
        marks.apply(&change(Field::NotRelated(false)));
        assert_eq!(marks.corrections(&id), None);
        assert_eq!(marks.is_read(&id), before.is_read(&id));
    }

    #[test]
    fn a_mark_on_a_clone_leaves_the_original_as_it_was() {
        let (one, two) = (BriefId::from("p:1"), BriefId::from("p:2"));
        let starred = Mark { starred: true, ..Mark::default() };
        let original: Marks =
            [one.clone(), two].map(|id| (id, starred.clone())).into_iter().collect();
        let mut clone = original.clone();
        clone.apply(&Change { id: one.clone(), field: Field::Read(true) });
        assert!(clone.is_read(&one) && clone.is_starred(&one) && !original.is_read(&one));
        assert_eq!((clone.iter().count(), original.iter().count()), (2, 2));
        assert_ne!(clone, original);
        clone.apply(&Change { id: one, field: Field::Read(false) });
        assert_eq!(clone, original);
    }

    #[test]
    fn tags_are_a_set_and_each_change_returns_its_own_undo() {
        let id = BriefId::from("p:1");
        let mut marks = Marks::default();
        let tag = |name: Option<&str>| Change {
            id: id.clone(),
            field: Field::Tag { key: "energie".into(), name: name.map(str::to_owned) },
        };
        assert_eq!(marks.apply(&tag(Some("Énergie"))), tag(None));
        assert_eq!(marks.apply(&tag(Some("energie"))), tag(Some("Énergie")));
        assert_eq!(marks.tags(&id).collect::<Vec<_>>(), ["energie"]);
        assert_eq!(marks.known_tags().get("energie"), Some(&("energie", 1)));
        marks.apply(&tag(None));
        assert_eq!(marks.tags(&id).count(), 0);
    }

    #[test]
    fn the_earliest_sight_wins() {
        let id = BriefId::from("p:1");
        let mut marks = Marks::default();
        marks.seen(&id, Moment(20));
        marks.seen(&id, Moment(10));
        marks.seen(&id, Moment(30));
        assert_eq!(marks.first_seen(&id), Some(Moment(10)));
    }
}
