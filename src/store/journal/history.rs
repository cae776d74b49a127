//! Events to marks: the same events in any order, any number of times, give the same marks.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::event::{Action, Event};
use crate::model::{
    BriefId, ByIdRef, CorrectedDate, Corrections, CountryCode, Field, Mark, Marks, Moment,
    ReadingPosition, Revision, Revisions, Searches, Visit,
};

/// All events that are known, and the marks that follow from them.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// In their order.
    events: Vec<Event>,
    marks: Arc<Marks>,
    searches: Arc<Searches>,
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
        &self.searches
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
            && self.apply_last(&event.action)
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
        self.searches = Arc::new(searches(&self.events));
    }

    /// Applies what happened last to the marks alone, where that is all there is to it.
    fn apply_last(&mut self, action: &Action) -> bool {
        match action {
            Action::Set(changes) => {
                let marks = Arc::make_mut(&mut self.marks);
                for change in changes {
                    marks.apply(change);
                }
                true
            }
            Action::Named(namings) => {
                let searches = Arc::make_mut(&mut self.searches);
                for naming in namings {
                    searches.apply(naming);
                }
                true
            }
            Action::Seen { .. } | Action::Moved(_) => false,
        }
    }
}

/// The searches that follow from events in their order: of two that got one name the later stands.
fn searches(events: &[Event]) -> Searches {
    let mut searches = Searches::default();
    for event in events {
        if let Action::Named(namings) = &event.action {
            for naming in namings {
                searches.apply(naming);
            }
        }
    }
    searches
}

/// The marks that follow from events in their order.
fn fold(events: &[Event]) -> Marks {
    let largest = events.iter().map(|event| match &event.action {
        Action::Set(changes) => changes.len(),
        Action::Seen { ids, .. } => ids.len(),
        Action::Moved(pairs) => pairs.len(),
        Action::Named(_) => 0,
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
        Action::Named(_) => {}
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
        let revisions: Revisions =
            revisions.filter_map(|(contents, revision)| Some((contents, revision?.1))).collect();
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
mod tests {
    use super::super::compaction::compacted;
    use super::super::event;
    use super::*;
    use crate::model::{Change, PartialDate};
    use crate::store::clock::Tick;
    use proptest::prelude::*;

    fn set(ms: i64, id: &str, field: Field) -> Event {
        let changes = vec![Change { id: id.into(), field }];
        Event { at: Tick { ms, counter: 0, host: 0 }, action: Action::Set(changes) }
    }

    fn moved(ms: i64, old: &str, new: &str) -> Event {
        let pairs = vec![(old.into(), new.into())];
        Event { at: Tick { ms, counter: 0, host: 0 }, action: Action::Moved(pairs) }
    }

    fn history(events: impl IntoIterator<Item = Event>) -> History {
        let mut history = History::default();
        for event in events {
            history.extend(vec![event]);
        }
        history
    }

    #[test]
    fn marks_follow_a_renamed_file_and_a_new_one_under_its_old_name_has_none() {
        let history = history([
            set(1, "p:old", Field::Read(true)),
            moved(2, "p:old", "p:new"),
            set(3, "p:old", Field::Starred(true)),
        ]);
        let marks = history.marks();
        assert!(marks.is_read(&"p:new".into()) && !marks.is_starred(&"p:new".into()));
        assert!(marks.is_starred(&"p:old".into()) && !marks.is_read(&"p:old".into()));
    }

    #[test]
    fn the_later_mark_wins_over_the_one_that_a_rename_brings() {
        let history = history([
            set(1, "p:old", Field::Read(true)),
            set(2, "p:new", Field::Read(false)),
            moved(3, "p:old", "p:new"),
        ]);
        assert!(!history.marks().is_read(&"p:new".into()));
    }

    #[test]
    fn an_id_of_before_a_rename_leads_to_the_brief_and_one_of_after_it_to_another() {
        let history = history([moved(5, "p:a", "p:b"), moved(9, "p:b", "p:c")]);
        let now = |id: &str, ms| history.id_since(&id.into(), Moment(ms));
        assert_eq!(now("p:a", 1), "p:c".into());
        assert_eq!(now("p:a", 6), "p:a".into());
        assert_eq!(now("p:b", 6), "p:c".into());
    }

    fn tag(key: &str, name: Option<&str>) -> Field {
        Field::Tag { key: key.into(), name: name.map(str::to_owned) }
    }

    #[test]
    fn tags_of_two_machines_add_up_and_one_taken_off_later_stays_off() {
        let id = BriefId::from("p:1");
        let one = [set(1, "p:1", tag("visas", Some("visas"))), set(4, "p:1", tag("visas", None))];
        let two = [
            set(2, "p:1", tag("energie", Some("Énergie"))),
            set(3, "p:1", tag("visas", Some("Visas"))),
        ];
        for events in [[&one[..], &two[..]].concat(), [&two[..], &one[..]].concat()] {
            let history = history(events);
            assert_eq!(history.marks().tags(&id).collect::<Vec<_>>(), ["Énergie"]);
        }
    }

    #[test]
    fn files_that_swap_names_swap_marks() {
        let mut swap = moved(2, "p:a", "p:b");
        if let Action::Moved(pairs) = &mut swap.action {
            pairs.push(("p:b".into(), "p:a".into()));
        }
        let history = history([set(1, "p:a", Field::Read(true)), swap]);
        assert!(history.marks().is_read(&"p:b".into()) && !history.marks().is_read(&"p:a".into()));
    }

    fn some_event() -> impl Strategy<Value = Event> {
        let id = || (0..4_u8).prop_map(|n| BriefId::from(format!("p:{n}").as_str()));
        let position = |offset| Some(ReadingPosition { block: 1, fingerprint: 2, offset });
        let field = prop_oneof![
            any::<bool>().prop_map(Field::Read),
            any::<bool>().prop_map(Field::Starred),
            (0..5_usize).prop_map(move |offset| Field::Position(position(offset))),
            prop::option::of("[a-c]").prop_map(Field::Title),
            prop::option::of(prop::option::of(2020..2023_u16)).prop_map(|years| {
                Field::Date(years.map(|year| year.and_then(PartialDate::year_only).into()))
            }),
            prop::option::of(prop::collection::vec("(BY|KZ)", 0..2)).prop_map(|codes| {
                let parse = |code: String| code.parse().expect("a code");
                Field::Countries(codes.map(|codes| codes.into_iter().map(parse).collect()))
            }),
            any::<bool>().prop_map(Field::NotRelated),
            any::<bool>().prop_map(Field::NotCopy),
            ("[x-z]", prop::option::of("[X-Z]")).prop_map(|(key, name)| Field::Tag { key, name }),
            ("[f-g]", 0..3_i64).prop_map(|(contents, at)| {
                let revision = Revision { at: Moment(at), came: Vec::new(), went: Vec::new() };
                Field::Revised { contents, revision }
            }),
            prop::option::of(0..3_i64).prop_map(|until| {
                Field::Visited(until.map(|ms| Visit { until: Moment(ms), on: PartialDate::EPOCH }))
            }),
        ];
        let action = prop_oneof![
            3 => prop::collection::vec((id(), field), 1..3).prop_map(|changes| Action::Set(
                changes.into_iter().map(|(id, field)| Change { id, field }).collect()
            )),
            1 => (0..9_i64, prop::collection::vec(id(), 1..4))
                .prop_map(|(ms, ids)| Action::Seen { moment: Moment(ms), ids }),
            1 => prop::collection::vec((id(), id()), 1..3).prop_map(Action::Moved),
        ];
        let tick = (0..6_i64, 0..2_u32, 0..2_u32).prop_map(Tick::from);
        (tick, action).prop_map(|(at, action)| Event { at, action })
    }

    proptest! {
        #[test]
        fn two_journals_merge_in_either_order(
            one in prop::collection::vec(some_event(), 0..12),
            two in prop::collection::vec(some_event(), 0..12),
        ) {
            // A clock never gives a tick twice: its host and its counter see to that.
            let mut ticks = std::collections::HashSet::new();
            let mut unique = |events: Vec<Event>| -> Vec<Event> {
                events.into_iter().filter(|event| ticks.insert(event.at)).collect()
            };
            let (one, two) = (unique(one), unique(two));
            let whole = |events: Vec<&Event>| {
                let mut history = History::default();
                history.extend(events.into_iter().cloned().collect());
                history.marks().clone()
            };
            let forth = whole(one.iter().chain(&two).collect());
            prop_assert_eq!(&forth, &whole(two.iter().chain(&one).collect()));
            prop_assert_eq!(&forth, &whole(two.iter().chain(&one).chain(&two).collect()));
            let lines = |events: &[Event]| -> Vec<u8> {
                events.iter().flat_map(|event| event.to_line().expect("a line")).collect()
            };
            let short = compacted(&[lines(&one), lines(&two)].concat());
            let short = event::read(&short).events;
            prop_assert_eq!(&forth, &whole(short.iter().collect()), "compaction keeps the marks");
            let one_by_one = history(one.into_iter().chain(two));
            prop_assert_eq!(&forth, one_by_one.marks());
        }
    }
}
