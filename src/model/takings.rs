//! What the reader took along of briefs, and which version of them they know.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{BriefId, Moment, Status};

/// A brief was taken along, or what became of it since was acknowledged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taking {
    /// The brief.
    pub id: BriefId,
    /// How.
    pub way: Way,
    /// The version that the reader knows from then on.
    pub version: Version,
}

/// How a brief is taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Sent to the clipboard, or shown to be copied.
    Copied,
    /// Written to a file.
    Exported,
    /// Printed.
    Printed,
    /// Put into the basket.
    Collected,
    /// Starred.
    Starred,
    /// Not taken along: what became of it was acknowledged.
    Acknowledged,
}

/// A version of a brief.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// Digest of its file.
    pub file: u64,
    /// Digest of its title and text, where it was read.
    pub text: Option<u64>,
    /// Whether it stood.
    pub status: Status,
    /// The brief that was to be read instead, where there was one.
    pub instead: Option<BriefId>,
}

/// What is known of a brief that was taken along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// In which ways, and when last in each.
    pub ways: BTreeMap<Way, Moment>,
    /// The version that the reader knows.
    pub version: Version,
}

/// All briefs that were taken along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Takings(BTreeMap<BriefId, Taken>);

impl Takings {
    /// The briefs, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (&BriefId, &Taken)> {
        self.0.iter()
    }

    /// What is known of a brief.
    pub fn get(&self, id: &BriefId) -> Option<&Taken> {
        self.0.get(id)
    }

    /// Whether nothing was taken along.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A brief was taken along at a moment.
    pub fn apply(&mut self, at: Moment, taking: &Taking) {
        let Taking { id, way, version } = taking;
        let taken = self
            .0
            .entry(id.clone())
            .or_insert_with(|| Taken { ways: BTreeMap::new(), version: version.clone() });
        taken.ways.insert(*way, at);
        taken.version = version.clone();
    }

    /// Briefs have new ids, as (old, new): all leave before any arrives.
    pub fn moved(&mut self, pairs: &[(BriefId, BriefId)]) {
        let leaving: Vec<(BriefId, Taken)> = pairs
            .iter()
            .filter_map(|(old, new)| Some((new.clone(), self.0.remove(old)?)))
            .collect();
        for (new, taken) in leaving {
            match self.0.get_mut(&new) {
                Some(known) => known.join(taken),
                None => {
                    self.0.insert(new, taken);
                }
            }
        }
    }
}

impl Taken {
    /// What is known of the same brief under another id: of each way the later moment, of versions the one known later.
    fn join(&mut self, other: Self) {
        if other.ways.values().max() > self.ways.values().max() {
            self.version = other.version;
        }
        for (way, at) in other.ways {
            let known = self.ways.entry(way).or_insert(at);
            *known = at.max(*known);
        }
    }

    /// The ways in which it was taken along, as far as they still count: a star and a place in the basket count as long as
    /// they are there.
    pub fn ways_that_count(&self, is_starred: bool, is_collected: bool) -> BTreeSet<Way> {
        let counts = |way: &Way| match way {
            Way::Acknowledged => false,
            Way::Starred => is_starred,
            Way::Collected => is_collected,
            Way::Copied | Way::Exported | Way::Printed => true,
        };
        self.ways.keys().copied().filter(counts).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rename_leaves_the_version_that_was_known_later() {
        let version = |file| Version { file, text: None, status: Status::Current, instead: None };
        let taking =
            |id: &str, file| Taking { id: id.into(), way: Way::Copied, version: version(file) };
        for (old_at, new_at, expected) in [(1, 2, 20), (2, 1, 10)] {
            let mut takings = Takings::default();
            takings.apply(Moment(old_at), &taking("p:old", 10));
            takings.apply(Moment(new_at), &taking("p:new", 20));
            takings.moved(&[("p:old".into(), "p:new".into())]);
            let known = takings.get(&"p:new".into()).expect("a taking");
            assert_eq!(
                (known.version.file, known.ways.get(&Way::Copied)),
                (expected, Some(&Moment(2)))
            );
        }
    }
}
