//! Dated events that no other extractor tells of.

use std::ops::Range;

use super::clause::{Clause, Date, overlap, union};
use super::finding::{Finding, stamp};
use super::groups::Group;
use super::lexicon::{Role, Sense};
use super::outlook;
use crate::country::Naming;
use crate::model::{CountryCode, FactKind, FactStatus, Precision};

/// What a day is remembered for.
fn is_event(role: Role) -> bool {
    matches!(
        role,
        Role::Sign
            | Role::Accord
            | Role::InForce
            | Role::Establish
            | Role::Raise
            | Role::Go
            | Role::Trip
            | Role::Talks
            | Role::Appoint
            | Role::Leave
            | Role::Vote
            | Role::Attack
            | Role::Kill
            | Role::Sanction
            | Role::Anniversary
    )
}

/// Between a date and the event that it dates, at most.
const REACH: usize = 12;

/// The dates of a sentence about one or two countries that stand in no fact found before.
pub(super) fn find<'a>(clause: &Clause<'a>, found: &[Finding<'a>]) -> Vec<Finding<'a>> {
    let mut events = Vec::new();
    for date in &clause.dates {
        let taken = found.iter().any(|finding| overlap(&finding.tokens, &date.tokens));
        let statement = clause.statement(date.tokens.start);
        let near = date.tokens.start.saturating_sub(REACH).max(statement.start)
            ..statement.end.min(date.tokens.end + REACH);
        let told = clause.senses_in(near).any(|sense| is_event(sense.role));
        // A weekday alone is one of last week's or of next week's.
        let vague = !date.mention.text.contains(|c: char| c.is_ascii_digit());
        if taken
            || vague
            || clause.of_a_firm
            || !is_exact(clause, date, told)
            || is_of_words(clause, date)
        {
            continue;
        }
        let countries = owners(clause, date, &statement, told);
        if countries.is_empty() {
            continue;
        }
        let coming = outlook::is_coming(clause, date);
        let finding = Finding {
            date: Some(stamp(date)),
            until: date.mention.end,
            status: if coming { FactStatus::Planned } else { FactStatus::Stated },
            ..Finding::new(FactKind::Date, date.tokens.clone())
        };
        events.push(finding.of(countries));
    }
    events
}

/// Whether a date says when something happened: a year alone does so of relations that were set up, and of what has held
/// since.
fn is_exact(clause: &Clause<'_>, date: &Date<'_>, told: bool) -> bool {
    date.mention.value.precision() != Precision::Year
        || told && outlook::is_since(clause, date) && holds(clause, date)
        || clause.has(clause.statement(date.tokens.start), Role::Establish)
}

/// "en vigueur depuis 2016", "president since 1994": what has held since a year.
fn holds(clause: &Clause<'_>, date: &Date<'_>) -> bool {
    const NEAR: usize = 6;
    let before = date.tokens.start.saturating_sub(NEAR)..date.tokens.start;
    let office = clause.tokens.folded(date.tokens.start.saturating_sub(2)) == "office";
    [Role::InForce, Role::Office].iter().any(|role| clause.has(before.clone(), *role)) || office
}

/// Whether a date is that of somebody's words: "a indiqué vendredi", "said on Monday". A thing that is announced is more than
/// words.
fn is_of_words(clause: &Clause<'_>, date: &Date<'_>) -> bool {
    const NEAR: usize = 3;
    let before = date.tokens.start.saturating_sub(NEAR)..date.tokens.start;
    let behind = date.tokens.end..date.tokens.end + NEAR;
    let quotes = matches!(clause.tokens.folded(date.tokens.end), "that" | "que" | "qu");
    let says = |near: &Range<usize>| {
        let acts = clause.has(near.clone(), Role::Announce) && !quotes;
        clause.has(near.clone(), Role::Say) && !acts
    };
    says(&before) || says(&behind)
}

/// Whose day it is: that of the states which the statement names, where they are two at most; of more the first that stand
/// together and act. Where none is named, of the one that the text is about.
fn owners(
    clause: &Clause<'_>,
    date: &Date<'_>,
    statement: &Range<usize>,
    told: bool,
) -> Vec<CountryCode> {
    let groups: Vec<&Group> =
        clause.groups_in(statement.clone()).filter(|group| is_party(clause, group)).collect();
    if let Some(own) = in_turn(clause, date, statement, &groups) {
        return own.countries.clone();
    }
    let groups: Vec<&Group> = {
        let acts = groups.iter().any(|group| group.tokens.end <= date.tokens.start);
        let of_date = |group: &&Group| !acts || !begins_another(clause, date, group);
        groups.into_iter().filter(of_date).collect()
    };
    let all = union(groups.iter().copied());
    match (groups.first(), all.len()) {
        (None, _) => carried(clause, date, statement, told),
        (_, 1 | 2) => all,
        (Some(first), _) if first.countries.len() > 1 && acts(date, first) => {
            first.countries.clone()
        }
        _ => Vec::new(),
    }
}

/// The countries that a statement means without naming any.
fn carried(
    clause: &Clause<'_>,
    date: &Date<'_>,
    statement: &Range<usize>,
    told: bool,
) -> Vec<CountryCode> {
    let nowhere = clause.places.is_empty();
    let several = clause.several(statement).filter(|_| nowhere).map(<[_]>::to_vec);
    let named = several.or_else(|| clause.pair(statement.clone()).filter(|_| nowhere));
    let votes = clause.has(statement.clone(), Role::Vote);
    let entry = date.tokens.start == 0 && clause.tokens.is_mark(date.tokens.end, ':');
    let topic = match clause.topic() {
        Some(topic) if told || entry => Some(topic),
        _ => clause.topic_of_text().filter(|_| votes || entry),
    };
    named.or_else(|| topic.map(|topic| vec![topic])).unwrap_or_default()
}

/// Whether countries stand where those do that act on a day: before it, or right behind it where it opens the sentence.
fn acts(date: &Date<'_>, group: &Group) -> bool {
    const NEAR: usize = 3;
    let opens = date.tokens.start == 0 && group.tokens.start >= date.tokens.end;
    group.tokens.end <= date.tokens.start || opens && group.tokens.start - date.tokens.end <= NEAR
}

/// Whether countries are named as those that something happens to: no town, no organisation, and not merely where somebody
/// comes from ("le colonel X, du Mali").
fn is_party(clause: &Clause<'_>, group: &Group) -> bool {
    let by_name = clause.places.iter().any(|place| {
        let names = matches!(place.by, Naming::Name | Naming::Adjective | Naming::Institution);
        names && group.tokens.contains(&place.tokens.start)
    });
    let before = |back: usize| group.tokens.start.checked_sub(back);
    let word = before(1).map(|at| clause.tokens.folded(at)).unwrap_or_default();
    let origin = matches!(word, "de" | "du" | "des" | "of" | "from")
        && before(2).is_some_and(|at| clause.tokens.is_mark(at, ','));
    by_name
        && !origin
        && !is_speaker(clause, group)
        && !group.countries.iter().all(CountryCode::is_organisation)
}

/// "A y est entré le 2 janvier, B": another one's day follows.
fn begins_another(clause: &Clause<'_>, date: &Date<'_>, group: &Group) -> bool {
    let comma = date.tokens.end;
    let article =
        |at: usize| matches!(clause.tokens.folded(at), "le" | "la" | "l" | "les" | "'" | "the");
    clause.tokens.is_mark(comma, ',')
        && group.tokens.start > comma
        && (comma + 1..group.tokens.start).all(article)
}

/// ", the central bank of Kenya said.": only who says it.
fn is_speaker(clause: &Clause<'_>, group: &Group) -> bool {
    const LONGEST: usize = 16;
    let from = group.tokens.start.saturating_sub(LONGEST);
    let Some(comma) = (from..group.tokens.start).rfind(|at| clause.tokens.is_mark(*at, ',')) else {
        return false;
    };
    let says = |sense: &Sense| sense.role == Role::Say && Clause::is_verb(sense);
    let segment = comma + 1..clause.tokens.len();
    let goes_on = segment.clone().any(|at| clause.tokens.is_mark(at, ','));
    segment.len() <= LONGEST && !goes_on && clause.senses_in(segment).any(says)
}

/// "A y est entré le 2 janvier, B le 12 août": each country has its own day.
fn in_turn<'g>(
    clause: &Clause<'_>,
    date: &Date<'_>,
    statement: &Range<usize>,
    groups: &[&'g Group],
) -> Option<&'g Group> {
    let dates = clause.dates.iter().filter(|date| statement.contains(&date.tokens.start));
    let dates: Vec<&Date<'_>> = dates.collect();
    let pairs = || groups.iter().zip(&dates);
    let alternate = pairs().all(|(group, date)| group.tokens.end <= date.tokens.start)
        && groups
            .iter()
            .skip(1)
            .zip(&dates)
            .all(|(group, date)| date.tokens.end <= group.tokens.start);
    let in_turn = dates.len() > 1 && groups.len() == dates.len() && alternate;
    let own = pairs().find(|(_, other)| other.tokens == date.tokens);
    own.filter(|_| in_turn).map(|(group, _)| *group)
}
