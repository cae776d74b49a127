//! What a heading tells of the sentences below it: their country and their day, where they name none themselves.

use super::clause::{Carried, Clause};
use super::finding::Finding;
use crate::model::{CountryCode, DateMention, DateStamp, FactKind};

/// A heading of a story.
#[derive(Clone, Debug)]
pub struct Heading {
    /// Its place among the blocks of the story.
    pub block: usize,
    /// The dates that it names.
    pub dates: Vec<DateMention>,
    /// The countries that it names, each once.
    pub countries: Vec<CountryCode>,
}

/// The heading that a block stands under.
pub(super) fn above(headings: &[Heading], block: usize) -> Option<&Heading> {
    let next = headings.partition_point(|heading| heading.block < block);
    headings.get(next.checked_sub(1)?)
}

/// The countries that a sentence below a heading may mean: those of the heading before those of the sentences above.
pub(super) fn carried(heading: Option<&Heading>, above: Carried) -> Carried {
    match heading.map(|heading| heading.countries.as_slice()) {
        None | Some([]) => above,
        Some([one, other]) => Carried { pair: Some([*one, *other]), one: None, ..above },
        Some([one]) => Carried { one: Some(*one), topic: Some(*one), ..above },
        Some(several) => Carried { several: several.to_vec(), one: None, ..above },
    }
}

impl Heading {
    /// Completes what was found in a sentence below.
    pub(super) fn complete(&self, clause: &Clause<'_>, finding: &mut Finding<'_>) {
        let counted = matches!(finding.kind, FactKind::Money | FactKind::Trade | FactKind::Count);
        if counted
            && finding.owners.is_empty()
            && clause.groups.is_empty()
            && self.countries.len() == 1
        {
            finding.owners.countries.clone_from(&self.countries);
        }
        if let [date] = self.dates.as_slice()
            && finding.date.is_none()
            && clause.dates.is_empty()
            && finding.is_past_event()
        {
            finding.date = Some(DateStamp { value: date.value, basis: date.basis });
            finding.until = finding.until.or(date.end);
        }
    }
}
