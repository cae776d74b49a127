//! Events to marks, searches and the basket, in whatever order they come.

use super::super::compaction::compacted;
use super::super::event;
use super::*;
use crate::model::{Collected, Entry, PartialDate, Placing, Status, Taking, Version, Way};
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
        1 => ("[a-c]", prop::option::of(0..4_i64)).prop_map(|(key, rank)| {
            let what = Collected { words: None, sentences: vec![], sources: vec![] };
            let entry = rank.map(|rank| Entry { rank, what });
            Action::Placed(vec![Placing { key, entry }])
        }),
        1 => (id(), any::<u64>()).prop_map(|(id, text)| {
            let (file, status, text) = (text, Status::Current, Some(text));
            let version = Version { file, text, status, instead: None };
            Action::Taken(vec![Taking { id, way: Way::Copied, version }])
        }),
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
            (history.marks().clone(), history.basket().clone(), history.takings().clone())
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
        prop_assert_eq!(&forth.0, one_by_one.marks());
        prop_assert_eq!((&forth.1, &forth.2), (one_by_one.basket(), one_by_one.takings()));
    }
}

#[test]
fn the_latest_revisions_of_a_text_are_kept_however_they_come() {
    let revised = |at: i64| {
        let revision = Revision { at: Moment(at), came: vec![at.to_string()], went: Vec::new() };
        set(at, "p:1", Field::Revised { contents: format!("{:02}", 50 - at), revision })
    };
    let events: Vec<Event> = (1..=20).map(revised).collect();
    let told = |history: &History| {
        let marks = history.marks();
        let mut at: Vec<i64> = marks.revisions(&"p:1".into()).map(|one| one.at.0).collect();
        at.sort_unstable();
        at
    };
    let latest: Vec<i64> = (5..=20).collect();
    assert_eq!(told(&history(events.clone())), latest);
    assert_eq!(told(&history(events.iter().rev().cloned())), latest);
    let journal: Vec<u8> =
        events.iter().flat_map(|event| event.to_line().expect("a line")).collect();
    let compact = compacted(&journal);
    assert_eq!(compact.split_inclusive(|&byte| byte == b'\n').count(), latest.len());
    assert_eq!(told(&history(event::read(&compact).events)), latest);
    let mut marks = (**history(events[..17].to_vec()).marks()).clone();
    let Action::Set(changes) = &events[17].action else { panic!("a change") };
    marks.apply(&changes[0]);
    assert_eq!(marks.revisions(&"p:1".into()).count(), latest.len());
}
