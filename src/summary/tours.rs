//! The visits of one journey in one line: who went, and the countries in the order of the text.

use super::entries::Entry;
use crate::model::{Claim, CountryCode, Phrase};

/// Puts the visits of a tour together: one person, one sentence, one day. The best line stands for all.
pub(super) fn together(page: CountryCode, lines: &mut Vec<Entry>) {
    let mut kept: Vec<Entry> = Vec::with_capacity(lines.len());
    for entry in lines.drain(..) {
        let place = abroad(page, &entry).and_then(|claim| claim.place);
        let tour = kept.iter_mut().find(|other| place.is_some() && is_one(page, other, &entry));
        match (tour.map(|tour| (tour.order, &mut tour.line.text)), place) {
            (Some((order, Phrase::Claim(claim))), Some(place)) => {
                if entry.order < order {
                    claim.partners.insert(0, place);
                } else {
                    claim.partners.push(place);
                }
            }
            _ => kept.push(entry),
        }
    }
    *lines = kept;
}

/// A visit to another country than the page's.
fn abroad(page: CountryCode, entry: &Entry) -> Option<&Claim> {
    let Phrase::Claim(claim) = &entry.line.text else { return None };
    let host = claim.place.filter(|place| *place != page && claim.partners.contains(place));
    (claim.kind == crate::model::FactKind::Visit && host.is_some()).then_some(claim)
}

fn is_one(page: CountryCode, one: &Entry, other: &Entry) -> bool {
    let (Some(tour), Some(visit)) = (abroad(page, one), abroad(page, other)) else { return false };
    let name = |claim: &Claim| claim.persons.first().map(|person| person.name.clone());
    one.sentence == other.sentence
        && one.section == other.section
        && one.line.date == other.line.date
        && one.line.status == other.line.status
        && tour.visit == visit.visit
        && name(tour) == name(visit)
}
