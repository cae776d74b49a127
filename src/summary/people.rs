//! Who has followed whom in an office, as far as the briefs tell.

use std::collections::{BTreeMap, HashSet};

use super::merge::Group;
use crate::model::{CountryCode, FactKind, PartialDate, Role};

/// So much less is somebody worth whose office another has by a later brief.
pub(super) const SUCCEEDED: i64 = 500;

/// Offices that a country has once.
const SINGLE: [Role; 7] = [
    Role::HeadOfState,
    Role::President,
    Role::Monarch,
    Role::HeadOfGovernment,
    Role::ForeignMinister,
    Role::DefenceMinister,
    Role::PartySecretary,
];

/// The groups, by their place, of office-holders whose office somebody else has by a later brief, or no longer have it by
/// the text.
pub(super) fn succeeded(groups: &[Group<'_, '_>]) -> HashSet<usize> {
    let mut newest: BTreeMap<(CountryCode, Role), (Option<PartialDate>, usize)> = BTreeMap::new();
    let mut succeeded = HashSet::new();
    for (place, group) in groups.iter().enumerate() {
        let lead = group.lead().filter(|lead| lead.fact.kind == FactKind::Office);
        let Some((fact, date)) = lead.map(|lead| (lead.fact, lead.date)) else { continue };
        let title = fact.persons.first().and_then(|person| person.title.as_ref());
        let Some((title, country)) = title.zip(fact.countries.first()) else { continue };
        if title.former {
            succeeded.insert(place);
            continue;
        }
        if !SINGLE.contains(&title.role) {
            continue;
        }
        // A text that says "president" of a country means its head of state.
        let role = if title.role == Role::President { Role::HeadOfState } else { title.role };
        let day = date.map(|date| date.value.last_day());
        match newest.get(&(*country, role)) {
            Some(&(held, _)) if held >= day => {
                if held > day {
                    succeeded.insert(place);
                }
            }
            Some(&(_, before)) => {
                succeeded.insert(before);
                newest.insert((*country, role), (day, place));
            }
            None => {
                newest.insert((*country, role), (day, place));
            }
        }
    }
    succeeded
}
