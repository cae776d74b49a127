//! An event of the journal and its line of JSON.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::model::{BriefId, Change, Moment, Naming, Placing, Taking};
use crate::store::clock::Tick;

/// The version of the lines written here. Lines of another one are left for the program that
/// knows it.
const VERSION: u32 = 1;

/// Lines fewer than this are not worth a second thread.
const LINES_A_TASK: usize = 256;

/// Something that happened, and when.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// Its place in the order of all events.
    pub at: Tick,
    /// What happened.
    pub action: Action,
}

/// What happened. A bulk change is one event.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// Fields got values.
    Set(Vec<Change>),
    /// Briefs were seen, for the first time as far as the writer knew.
    Seen {
        /// When.
        moment: Moment,
        /// Which.
        ids: Vec<BriefId>,
    },
    /// Briefs have a new id each, old and new: their files were renamed.
    Moved(Vec<(BriefId, BriefId)>),
    /// Names got searches.
    Named(Vec<Naming>),
    /// Things were put into the basket, or taken out.
    Placed(Vec<Placing>),
    /// Briefs were taken along.
    Taken(Vec<Taking>),
}

/// A line as it is written: exactly one of the actions is there.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    v: u32,
    at: Tick,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    set: Option<Vec<Change>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seen: Option<Seen>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    moved: Option<Vec<(BriefId, BriefId)>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    named: Option<Vec<Naming>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    basket: Option<Vec<Placing>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    taken: Option<Vec<Taking>>,
}

/// [`Action::Seen`] as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Seen {
    moment: Moment,
    ids: Vec<BriefId>,
}

/// A line of which a later version set some of the fields.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MixedLine {
    v: u32,
    at: Tick,
    set: Vec<AnyChange>,
}

/// A change that is understood here, or one that is not.
#[derive(Deserialize)]
#[serde(untagged)]
enum AnyChange {
    Known(Change),
    Unknown(serde::de::IgnoredAny),
}

/// What was read in a stretch of the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Read {
    /// The events, in the order of the lines.
    pub events: Vec<Event>,
    /// Lines of JSON that mean nothing here, or not all of which does: a later version's.
    pub unknown: usize,
    /// Lines that are no JSON: torn by a crash, or damaged.
    pub damaged: usize,
}

/// One line of the journal, sorted.
pub(super) enum Parsed {
    Event(Event),
    Partly(Event),
    Unknown,
    Damaged,
    Blank,
}

impl Event {
    /// Its line, with the line feed.
    ///
    /// # Errors
    /// None is known: every value here has a form in JSON.
    pub(super) fn to_line(&self) -> serde_json::Result<Vec<u8>> {
        let mut line = Line { v: VERSION, at: self.at, ..Line::default() };
        match self.action.clone() {
            Action::Set(changes) => line.set = Some(changes),
            Action::Seen { moment, ids } => line.seen = Some(Seen { moment, ids }),
            Action::Moved(pairs) => line.moved = Some(pairs),
            Action::Named(namings) => line.named = Some(namings),
            Action::Placed(placings) => line.basket = Some(placings),
            Action::Taken(takings) => line.taken = Some(takings),
        }
        let mut bytes = serde_json::to_vec(&line)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

/// Reads whole lines.
pub(super) fn read(bytes: &[u8]) -> Read {
    let lines: Vec<&[u8]> = bytes.split(|&byte| byte == b'\n').collect();
    let parsed: Vec<Parsed> =
        lines.par_iter().with_min_len(LINES_A_TASK).map(|line| parse(line)).collect();
    let mut read = Read::default();
    for line in parsed {
        match line {
            Parsed::Event(event) => read.events.push(event),
            Parsed::Partly(event) => {
                read.events.push(event);
                read.unknown += 1;
            }
            Parsed::Unknown => read.unknown += 1,
            Parsed::Damaged => read.damaged += 1,
            Parsed::Blank => {}
        }
    }
    read
}

/// The event of one line; `None` for a line not all of which means something here.
pub(super) fn event_of(line: &[u8]) -> Option<Event> {
    serde_json::from_slice::<Line>(line).ok().and_then(Line::into_event)
}

/// The changes of a line that are understood here, where others are not.
fn part_of(line: &[u8]) -> Option<Event> {
    let line: MixedLine = serde_json::from_slice(line).ok()?;
    let known = line.set.into_iter().filter_map(|change| match change {
        AnyChange::Known(change) => Some(change),
        AnyChange::Unknown(_) => None,
    });
    let known: Vec<Change> = known.collect();
    let counts = line.v == VERSION && !known.is_empty();
    counts.then_some(Event { at: line.at, action: Action::Set(known) })
}

/// Reads one line.
pub(super) fn parse(line: &[u8]) -> Parsed {
    if line.trim_ascii().is_empty() {
        return Parsed::Blank;
    }
    if let Some(event) = event_of(line) {
        return Parsed::Event(event);
    }
    if let Some(event) = part_of(line) {
        return Parsed::Partly(event);
    }
    match serde_json::from_slice::<serde::de::IgnoredAny>(line) {
        Ok(_) => Parsed::Unknown,
        Err(_) => Parsed::Damaged,
    }
}

impl Line {
    fn into_event(self) -> Option<Event> {
        let (v, at) = (self.v, self.at);
        let actions = [
            self.set.map(Action::Set),
            self.seen.map(|Seen { moment, ids }| Action::Seen { moment, ids }),
            self.moved.map(Action::Moved),
            self.named.map(Action::Named),
            self.basket.map(Action::Placed),
            self.taken.map(Action::Taken),
        ];
        let mut actions = actions.into_iter().flatten();
        let only = actions.next().filter(|_| v == VERSION)?;
        actions.next().is_none().then_some(Event { at, action: only })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CorrectedDate, Field, ReadingPosition, Revision, SavedSearch, Visit};

    fn at(ms: i64) -> Tick {
        Tick { ms, counter: 0, host: 9 }
    }

    #[test]
    fn lines_read_as_they_were_written() {
        let position = ReadingPosition { block: 3, fingerprint: u64::MAX, offset: 12 };
        let change = |field| Change { id: "p:1".into(), field };
        let actions = [
            Action::Set(vec![change(Field::Read(true)), change(Field::Position(None))]),
            Action::Set(vec![change(Field::Position(Some(position)))]),
            Action::Seen { moment: Moment(4), ids: vec!["p:1".into(), "f:\"\n".into()] },
            Action::Moved(vec![("p:1".into(), "p:2".into())]),
        ];
        for action in actions {
            let event = Event { at: at(5), action };
            let line = event.to_line().expect("a line");
            assert_eq!(line.iter().position(|&byte| byte == b'\n'), Some(line.len() - 1));
            assert_eq!(read(&line), Read { events: vec![event], ..Read::default() });
        }
    }

    #[test]
    fn the_form_of_the_lines_is_a_contract() {
        let changes = vec![Change { id: "p:1".into(), field: Field::Starred(true) }];
        let line = Event { at: at(5), action: Action::Set(changes) }.to_line().expect("a line");
        let expected = r#"{"v":1,"at":[5,0,9],"set":[{"id":"p:1","field":{"starred":true}}]}"#;
        assert_eq!(String::from_utf8_lossy(&line).trim_end(), expected);
    }

    #[test]
    fn corrections_are_a_contract_too() {
        let change = |field| Change { id: "p".into(), field };
        let changes = vec![
            change(Field::Title(Some("A visit".to_owned()))),
            change(Field::Date(Some(CorrectedDate::Undated))),
            change(Field::Countries(Some(vec!["BY".parse().expect("a code")]))),
            change(Field::Countries(None)),
            change(Field::NotRelated(true)),
            change(Field::NotCopy(true)),
        ];
        let event = Event { at: at(5), action: Action::Set(changes) };
        let line = event.to_line().expect("a line");
        let expected = concat!(
            r#"{"v":1,"at":[5,0,9],"set":[{"id":"p","field":{"title":"A visit"}},"#,
            r#"{"id":"p","field":{"date":"none"}},{"id":"p","field":{"countries":["BY"]}},"#,
            r#"{"id":"p","field":{"countries":null}},{"id":"p","field":{"not_related":true}},"#,
            r#"{"id":"p","field":{"not_copy":true}}]}"#,
        );
        assert_eq!(String::from_utf8_lossy(&line).trim_end(), expected);
        assert_eq!(read(&line).events, [event]);
    }

    #[test]
    fn tags_are_a_contract_too() {
        let tag = |name: Option<&str>| {
            let field = Field::Tag { key: "energie".into(), name: name.map(str::to_owned) };
            Change { id: "p".into(), field }
        };
        let changes = vec![tag(Some("Énergie")), tag(None)];
        let event = Event { at: at(5), action: Action::Set(changes) };
        let line = event.to_line().expect("a line");
        let expected = concat!(
            r#"{"v":1,"at":[5,0,9],"set":[{"id":"p","field":{"tag":{"key":"energie","name":"Énergie"}}},"#,
            r#"{"id":"p","field":{"tag":{"key":"energie","name":null}}}]}"#,
        );
        assert_eq!(String::from_utf8_lossy(&line).trim_end(), expected);
        assert_eq!(read(&line).events, [event]);
    }

    #[test]
    fn visits_and_revisions_are_a_contract_too() {
        let visit = Visit { until: Moment(7), on: "2025-05-02".parse().expect("a day") };
        let id = BriefId::of_country("BY".parse().expect("a code"));
        let visited = Change { id, field: Field::Visited(Some(visit)) };
        let (came, went) = (vec!["Oui.".to_owned()], Vec::new());
        let revision = Revision { at: Moment(9), came, went };
        let field = Field::Revised { contents: "0a".into(), revision };
        let changes = vec![visited, Change { id: "p".into(), field }];
        let event = Event { at: at(5), action: Action::Set(changes) };
        let line = event.to_line().expect("a line");
        let expected = concat!(
            r#"{"v":1,"at":[5,0,9],"set":[{"id":"c:BY","field":{"visited":{"until":7,"on":"2025-05-02"}}},"#,
            r#"{"id":"p","field":{"revised":{"contents":"0a","revision":{"at":9,"came":["Oui."],"went":[]}}}}]}"#,
        );
        assert_eq!(String::from_utf8_lossy(&line).trim_end(), expected);
        assert_eq!(read(&line).events, [event]);
    }

    #[test]
    fn saved_searches_are_a_contract_too() {
        let search = SavedSearch { name: "Visas".into(), query: "visa pays:by".into() };
        let namings = vec![
            Naming { key: "visas".into(), search: Some(search) },
            Naming { key: "blé".into(), search: None },
        ];
        let event = Event { at: at(5), action: Action::Named(namings) };
        let line = event.to_line().expect("a line");
        let expected = concat!(
            r#"{"v":1,"at":[5,0,9],"named":[{"key":"visas","search":{"name":"Visas","query":"visa pays:by"}},"#,
            r#"{"key":"blé","search":null}]}"#,
        );
        assert_eq!(String::from_utf8_lossy(&line).trim_end(), expected);
        assert_eq!(read(&line).events, [event]);
    }

    #[test]
    fn a_field_of_a_later_version_does_not_break_the_known_ones_beside_it() {
        let line = concat!(
            r#"{"v":1,"at":[5,0,9],"set":[{"id":"p","field":{"note":[1,{"x":2}]}},"#,
            r#"{"id":"p","field":{"read":true}},{"id":"p","field":{"starred":true},"by":"x"}]}"#,
            "\n",
        );
        let changes = vec![Change { id: "p".into(), field: Field::Read(true) }];
        let event = Event { at: at(5), action: Action::Set(changes) };
        assert_eq!(read(line.as_bytes()), Read { events: vec![event], unknown: 1, damaged: 0 });
        // So that compaction leaves it as it is.
        assert_eq!(event_of(line.trim_end().as_bytes()), None);
    }

    #[test]
    fn later_versions_and_damage_are_told_apart() {
        let lines = concat!(
            "{\"v\":2,\"at\":[1,0,0],\"set\":[]}\n",
            "{\"v\":1,\"at\":[1,0,0],\"note\":\"x\"}\n",
            "{\"v\":1,\"at\":[1,0,0],\"set\":[{\"id\":\"p\",\"field\":{\"note\":1}}]}\n",
            "{\"v\":1,\"at\":[1,0\n",
            "\n",
            "\u{0}\u{0}\u{0}\n",
        );
        let expected = Read { events: vec![], unknown: 3, damaged: 2 };
        assert_eq!(read(lines.as_bytes()), expected);
    }
}
