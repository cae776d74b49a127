//! A journal without what later lines made void.

use std::collections::{HashMap, HashSet};
use std::mem::{Discriminant, discriminant};

use super::event::{Action, Event, event_of};
use crate::model::{BriefId, Change, Field};
use crate::store::clock::Tick;

/// One field of one brief; of the tags, and of the texts it had, each is one, by its key.
type Place<'a> = (&'a BriefId, Discriminant<Field>, &'a str);

/// The same journal, shorter: the same marks follow from it. Lines that mean nothing here, and all
/// that was set on briefs that moved (who was who then depends on every line), stay as they are.
pub(super) fn compacted(bytes: &[u8]) -> Vec<u8> {
    let lines: Vec<(&[u8], Option<Event>)> = bytes
        .split(|&byte| byte == b'\n')
        .filter(|line| !line.trim_ascii().is_empty())
        .map(|line| (line, event_of(line)))
        .collect();
    let void = Void::among(lines.iter().filter_map(|(_, event)| event.as_ref()));
    let mut written = HashSet::new();
    let mut compact = Vec::with_capacity(bytes.len());
    for (line, event) in &lines {
        // Journals that were merged twice hold their lines twice.
        if !written.insert(*line) {
            continue;
        }
        if let Some(shorter) = event.as_ref().and_then(|event| void.taken_out_of(event)) {
            compact.extend(shorter);
        } else {
            compact.extend_from_slice(line);
            compact.push(b'\n');
        }
    }
    compact
}

/// What later lines made void.
struct Void<'a> {
    latest: HashMap<Place<'a>, Tick>,
    moved: HashSet<&'a BriefId>,
}

impl<'a> Void<'a> {
    fn among(events: impl Iterator<Item = &'a Event>) -> Self {
        let mut void = Self { latest: HashMap::new(), moved: HashSet::new() };
        for event in events {
            match &event.action {
                Action::Set(changes) => {
                    for change in changes {
                        let latest = void.latest.entry(place(change)).or_default();
                        *latest = event.at.max(*latest);
                    }
                }
                Action::Moved(pairs) => {
                    void.moved.extend(pairs.iter().flat_map(|(old, new)| [old, new]));
                }
                // Of these there are few.
                Action::Seen { .. } | Action::Named(_) | Action::Placed(_) | Action::Taken(_) => {}
            }
        }
        void
    }

    /// The line of an event without its void changes, empty where none is left; `None` where all
    /// of them count.
    fn taken_out_of(&self, event: &Event) -> Option<Vec<u8>> {
        let Action::Set(changes) = &event.action else { return None };
        let counts = |change: &&Change| {
            self.moved.contains(&change.id)
                || self.latest.get(&place(change)).is_none_or(|&latest| latest <= event.at)
        };
        let left: Vec<Change> = changes.iter().filter(counts).cloned().collect();
        if left.len() == changes.len() {
            return None;
        }
        if left.is_empty() {
            return Some(Vec::new());
        }
        Event { at: event.at, action: Action::Set(left) }.to_line().ok()
    }
}

fn place(change: &Change) -> Place<'_> {
    let tag = match &change.field {
        Field::Tag { key, .. } => key.as_str(),
        Field::Revised { contents, .. } => contents.as_str(),
        _ => "",
    };
    (&change.id, discriminant(&change.field), tag)
}
