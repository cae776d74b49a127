//! People with the title that the text gives them: true on its day, and maybe not after.

use std::collections::HashSet;

use super::binding::distance;
use super::clause::{Clause, Date, Person};
use super::finding::{Finding, stamp};
use crate::model::{DateStamp, FactKind, Role};

/// Whether somebody in an office speaks or acts for others; a scholar, an artist, a journalist does not.
fn is_public(role: Role) -> bool {
    let own =
        matches!(role, Role::Scholar | Role::Press | Role::Artist | Role::Athlete | Role::Activist);
    role.is_office() && !own
}

/// "la chute du président X en 1991": a day of the past beside a title is the day on which it held.
fn long_ago(clause: &Clause<'_>, person: &Person<'_>) -> Option<DateStamp> {
    const NEAR: usize = 6;
    const YEARS: u16 = 2;
    let past = |date: &&Date<'_>| {
        let year = date.mention.value.year().saturating_add(YEARS);
        clause.day.is_none_or(|day| year <= day.year())
    };
    let near = |date: &&Date<'_>| {
        let gap = person.whole.end..date.tokens.start.max(person.whole.end);
        let apart = gap.clone().any(|at| clause.tokens.is_mark(at, ','));
        distance(&date.tokens, &person.whole) <= NEAR && !apart
    };
    let date = clause
        .dates
        .iter()
        .filter(near)
        .min_by_key(|date| (distance(&date.tokens, &person.whole), date.tokens.start));
    date.filter(past).map(stamp)
}

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
        let Some(title) = mention.title.as_ref().filter(|title| is_public(title.role)) else {
            continue;
        };
        // "the first prime minister of the country" holds no office today.
        let first = title.text.to_lowercase();
        if ["premier premier", "first prime", "first president", "premier président"]
            .iter()
            .any(|opening| first.starts_with(opening))
        {
            continue;
        }
        if !known.insert((mention.key.as_str(), title.text.as_str())) {
            continue;
        }
        let country = title.country.or(person.profile.country);
        let finding = Finding {
            date: long_ago(clause, person).or(as_of),
            persons: vec![mention],
            ..Finding::new(FactKind::Office, person.whole.clone())
        };
        found.push(finding.of(country.into_iter().collect()));
    }
    found
}
