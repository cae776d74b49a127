//! People with the title that the text gives them: true on its day, and maybe not after.

use std::collections::HashSet;

use super::clause::Clause;
use super::finding::Finding;
use crate::model::{DateStamp, FactKind};

/// Persons with a title that this sentence gives; `known` holds those that the story gave before, by
/// person and title.
pub(super) fn find<'a>(
    clause: &Clause<'a>,
    as_of: Option<DateStamp>,
    known: &mut HashSet<(&'a str, &'a str)>,
) -> Vec<Finding<'a>> {
    let mut found = Vec::new();
    for person in &clause.persons {
        let mention = person.mention;
        let Some(title) = mention.title.as_ref().filter(|title| title.role.is_office()) else {
            continue;
        };
        if !known.insert((mention.key.as_str(), title.text.as_str())) {
            continue;
        }
        let country = title.country.or(person.profile.country);
        let finding = Finding {
            date: as_of,
            persons: vec![mention],
            ..Finding::new(FactKind::Office, person.whole.clone())
        };
        found.push(finding.of(country.into_iter().collect()));
    }
    found
}
