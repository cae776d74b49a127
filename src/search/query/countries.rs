//! The gazetteer as the parser asks it.

use super::{Countries, near};
use crate::country::Gazetteer;
use crate::model::CountryCode;

/// Names that are offered for one that means nothing.
const MOST_NEAR: usize = 3;

impl Countries for Gazetteer {
    fn code(&self, name: &str) -> Option<CountryCode> {
        self.lookup(name)
    }

    fn near(&self, name: &str) -> Vec<String> {
        let mut near: Vec<(usize, &str, CountryCode)> = Vec::new();
        for entry in self.entries() {
            // A code is two letters: half of them are one slip away from each other.
            let names = entry.names.iter().filter(|name| name.chars().count() > 3);
            let best = names.filter_map(|known| Some((near::distance(name, known)?, known)));
            if let Some((distance, known)) = best.min_by_key(|(distance, _)| *distance) {
                near.push((distance, known, entry.code));
            }
        }
        near.sort();
        near.into_iter().take(MOST_NEAR).map(|(_, name, _)| name.to_owned()).collect()
    }
}
