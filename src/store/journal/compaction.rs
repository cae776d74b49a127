//! A journal without what later lines made void.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::mem::{Discriminant, discriminant};

use super::event::{Action, Event, event_of};
use crate::model::{BriefId, Change, Field, MOST_REVISIONS, Moment, Placing, Taking, Way};
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
#[derive(Default)]
struct Void<'a> {
    /// Changes of a text before the latest ones that are kept, by what its file held.
    outdated: HashSet<(&'a BriefId, &'a str)>,
    latest: HashMap<Place<'a>, Tick>,
    moved: HashSet<&'a BriefId>,
    /// When something in the basket was last put somewhere, or taken out, by its key.
    placed: HashMap<&'a str, Tick>,
    /// When a brief was last taken along, in each way.
    taken: HashMap<(&'a BriefId, Way), Tick>,
}

impl<'a> Void<'a> {
    fn among(events: impl Iterator<Item = &'a Event>) -> Self {
        let mut void = Self::default();
        let mut revisions: Changed<'_> = HashMap::new();
        for event in events {
            match &event.action {
                Action::Set(changes) => {
                    for change in changes {
                        later(&mut void.latest, place(change), event.at);
                        if let Field::Revised { contents, revision } = &change.field {
                            let of_text = revisions.entry(&change.id).or_default();
                            let known = of_text.entry(contents).or_default();
                            *known = (event.at, revision.at).max(*known);
                        }
                    }
                }
                Action::Moved(pairs) => {
                    void.moved.extend(pairs.iter().flat_map(|(old, new)| [old, new]));
                }
                Action::Placed(placings) => {
                    for placing in placings {
                        later(&mut void.placed, placing.key.as_str(), event.at);
                    }
                }
                Action::Taken(takings) => {
                    for taking in takings {
                        later(&mut void.taken, (&taking.id, taking.way), event.at);
                    }
                }
                // A reader has a handful of searches.
                Action::Seen { .. } | Action::Named(_) => {}
            }
        }
        void.outdated = revisions.into_iter().flat_map(outdated).collect();
        void
    }

    /// The line of an event without what is void of it, empty where nothing is left; `None` where all of it counts.
    fn taken_out_of(&self, event: &Event) -> Option<Vec<u8>> {
        let at = event.at;
        let left = match &event.action {
            Action::Set(changes) => {
                let counts = |change: &Change| {
                    let (id, _, contents) = place(change);
                    let counts = is_last(&self.latest, &place(change), at)
                        && !self.outdated.contains(&(id, contents));
                    self.moved.contains(id) || counts
                };
                left(changes, counts).map(Action::Set)
            }
            Action::Placed(placings) => {
                let counts = |placing: &Placing| is_last(&self.placed, &placing.key.as_str(), at);
                left(placings, counts).map(Action::Placed)
            }
            Action::Taken(takings) => {
                let counts = |taking: &Taking| {
                    let (id, way) = (&taking.id, taking.way);
                    self.moved.contains(id) || is_last(&self.taken, &(id, way), at)
                };
                left(takings, counts).map(Action::Taken)
            }
            Action::Seen { .. } | Action::Moved(_) | Action::Named(_) => None,
        };
        match left? {
            Action::Set(empty) if empty.is_empty() => Some(Vec::new()),
            Action::Placed(empty) if empty.is_empty() => Some(Vec::new()),
            Action::Taken(empty) if empty.is_empty() => Some(Vec::new()),
            action => Event { at, action }.to_line().ok(),
        }
    }
}

/// Of each text, by what its file held, when it was last told that it changed, and when it did.
type Changed<'a> = HashMap<&'a BriefId, HashMap<&'a str, (Tick, Moment)>>;

/// The changes of a text that are not among the latest ones.
fn outdated<'a>(
    (id, changes): (&'a BriefId, HashMap<&'a str, (Tick, Moment)>),
) -> impl Iterator<Item = (&'a BriefId, &'a str)> {
    let mut changes: Vec<(Moment, &str)> =
        changes.into_iter().map(|(contents, (_, at))| (at, contents)).collect();
    changes.sort_unstable_by(|a, b| b.cmp(a));
    changes.into_iter().skip(MOST_REVISIONS).map(move |(_, contents)| (id, contents))
}

/// Notes that something happened to a thing, unless it is known to have happened later.
fn later<K: Eq + Hash>(latest: &mut HashMap<K, Tick>, thing: K, at: Tick) {
    let known = latest.entry(thing).or_default();
    *known = at.max(*known);
}

/// Whether nothing happened to a thing after a moment.
fn is_last<K: Eq + Hash>(latest: &HashMap<K, Tick>, thing: &K, at: Tick) -> bool {
    latest.get(thing).is_none_or(|&latest| latest <= at)
}

/// What counts of some things; `None` where all of them do.
fn left<T: Clone>(things: &[T], counts: impl Fn(&T) -> bool) -> Option<Vec<T>> {
    let left: Vec<T> = things.iter().filter(|thing| counts(thing)).cloned().collect();
    (left.len() < things.len()).then_some(left)
}

fn place(change: &Change) -> Place<'_> {
    let tag = match &change.field {
        Field::Tag { key, .. } => key.as_str(),
        Field::Revised { contents, .. } => contents.as_str(),
        _ => "",
    };
    (&change.id, discriminant(&change.field), tag)
}
