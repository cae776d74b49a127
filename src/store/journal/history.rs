//! Events to marks: the same events in any order, any number of times, give the same marks.

use std::collections::HashMap;
use std::sync::Arc;

use super::event::{Action, Event};
use crate::model::{BriefId, Field, Mark, Marks, Moment, ReadingPosition};
use crate::store::clock::Tick;

/// All events that are known, and the marks that follow from them.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// In their order.
    events: Vec<Event>,
    registers: HashMap<BriefId, Registers>,
    marks: Arc<Marks>,
}

/// The fields of one brief, each with the tick of its value: the last writer wins.
#[derive(Clone, Debug, Default)]
struct Registers {
    read: Option<(Tick, bool)>,
    starred: Option<(Tick, bool)>,
    position: Option<(Tick, Option<ReadingPosition>)>,
    /// The earliest wins.
    first_seen: Option<Moment>,
}

impl History {
    /// The marks.
    pub fn marks(&self) -> &Arc<Marks> {
        &self.marks
    }

    /// The events, in their order, each once.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Takes events in, wherever in the order they belong.
    pub fn extend(&mut self, mut events: Vec<Event>) {
        events.sort_unstable();
        let Some(first) = events.first() else { return };
        let in_order = self.events.last().is_none_or(|last| last < first);
        if in_order && events.len() == 1 {
            self.push(events);
            return;
        }
        self.events.append(&mut events);
        self.events.sort();
        self.events.dedup();
        self.registers.clear();
        for event in &self.events {
            apply(&mut self.registers, event);
        }
        self.marks = Arc::new(marks(&self.registers));
    }

    /// Takes in what happened last; a mark set by hand touches no other mark.
    fn push(&mut self, events: Vec<Event>) {
        for event in events {
            apply(&mut self.registers, &event);
            if let Action::Set(changes) = &event.action {
                let marks = Arc::make_mut(&mut self.marks);
                for change in changes {
                    marks.apply(change);
                }
            } else {
                self.marks = Arc::new(marks(&self.registers));
            }
            self.events.push(event);
        }
    }
}

/// Applies one event to what came before it.
fn apply(registers: &mut HashMap<BriefId, Registers>, event: &Event) {
    match &event.action {
        Action::Set(changes) => {
            for change in changes {
                let brief = registers.entry(change.id.clone()).or_default();
                match &change.field {
                    Field::Read(value) => brief.read = Some((event.at, *value)),
                    Field::Starred(value) => brief.starred = Some((event.at, *value)),
                    Field::Position(value) => brief.position = Some((event.at, value.clone())),
                }
            }
        }
        Action::Seen { moment, ids } => {
            for id in ids {
                let brief = registers.entry(id.clone()).or_default();
                brief.first_seen = earliest(brief.first_seen, Some(*moment));
            }
        }
        Action::Moved(pairs) => {
            // All leave before any arrives: two files may have swapped their names.
            let moved: Vec<_> =
                pairs.iter().filter_map(|(old, new)| Some((new, registers.remove(old)?))).collect();
            for (new, old) in moved {
                registers.entry(new.clone()).or_default().merge(old);
            }
        }
    }
}

impl Registers {
    /// Takes over the marks of another brief that turned out to be this one.
    fn merge(&mut self, other: Self) {
        self.read = latest(self.read.take(), other.read);
        self.starred = latest(self.starred.take(), other.starred);
        self.position = latest(self.position.take(), other.position);
        self.first_seen = earliest(self.first_seen, other.first_seen);
    }

    fn mark(&self) -> Mark {
        Mark {
            read: self.read.is_some_and(|(_, value)| value),
            starred: self.starred.is_some_and(|(_, value)| value),
            position: self.position.as_ref().and_then(|(_, value)| value.clone()),
            first_seen: self.first_seen,
        }
    }
}

fn latest<T: Ord>(one: Option<(Tick, T)>, other: Option<(Tick, T)>) -> Option<(Tick, T)> {
    one.max(other)
}

fn earliest(one: Option<Moment>, other: Option<Moment>) -> Option<Moment> {
    [one, other].into_iter().flatten().min()
}

fn marks(registers: &HashMap<BriefId, Registers>) -> Marks {
    registers.iter().map(|(id, brief)| (id.clone(), brief.mark())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Change;
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
            let whole = |events: Vec<&Event>| {
                let mut history = History::default();
                history.extend(events.into_iter().cloned().collect());
                history.marks().clone()
            };
            let forth = whole(one.iter().chain(&two).collect());
            prop_assert_eq!(&forth, &whole(two.iter().chain(&one).collect()));
            prop_assert_eq!(&forth, &whole(two.iter().chain(&one).chain(&two).collect()));
            let one_by_one = history(one.into_iter().chain(two));
            prop_assert_eq!(&forth, one_by_one.marks());
        }
    }
}
