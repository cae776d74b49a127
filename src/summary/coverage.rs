//! Sentences chosen so that every brief has its say: what a page has from a brief already makes its next line worth less.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use super::docket::Statement;
use super::entries::Entry;
use crate::model::SectionKind;

/// What each line from a brief makes its next one worth less, in the points of `weights`.
const AGAIN: i64 = 200;

/// How many lines a page has from each brief, by the brief's place in the docket.
pub(super) struct Coverage(HashMap<usize, i64>);

impl Coverage {
    /// What some lines have of the briefs.
    pub(super) fn of(lines: &[Entry]) -> Self {
        let mut coverage = Self(HashMap::new());
        let says = |entry: &&Entry| {
            !matches!(
                entry.section,
                SectionKind::Check | SectionKind::Partners | SectionKind::People
            )
        };
        for entry in lines.iter().filter(says) {
            *coverage.0.entry(entry.order.0).or_default() += 1;
        }
        coverage
    }

    /// The best of some weighed sentences, as many as are asked for, each of which has to be admitted.
    pub(super) fn choose<'d, 'a>(
        &mut self,
        weighed: Vec<(i64, &'d Statement<'a>)>,
        most: usize,
        admit: &mut dyn FnMut(&Statement<'a>) -> bool,
    ) -> Vec<&'d Statement<'a>> {
        let worth = |coverage: &Self, place: usize| {
            let (weight, statement) = weighed.get(place)?;
            let taken = coverage.0.get(&statement.story).copied().unwrap_or_default();
            Some((weight - AGAIN * taken, statement.order()))
        };
        let mut heap: BinaryHeap<_> = (0..weighed.len())
            .filter_map(|place| {
                let (worth, order) = worth(self, place)?;
                Some((worth, Reverse(order), place))
            })
            .collect();
        let mut picked = Vec::new();
        while picked.len() < most {
            let Some((before, _, place)) = heap.pop() else { break };
            let Some((now, order)) = worth(self, place) else { break };
            if now < before {
                heap.push((now, Reverse(order), place));
                continue;
            }
            let Some((_, statement)) = weighed.get(place) else { break };
            if admit(statement) {
                *self.0.entry(statement.story).or_default() += 1;
                picked.push(*statement);
            }
        }
        picked
    }
}
