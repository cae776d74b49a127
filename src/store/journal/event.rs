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
mod tests;
