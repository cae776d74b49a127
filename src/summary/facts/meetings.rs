//! Meetings: people in office of two countries talk, or one receives the other.

use super::actors::{self, Actor};
use super::binding;
use super::clause::Clause;
use super::finding::{Finding, cover};
use super::lexicon::{Form, Role, Sense};
use super::outlook;
use crate::country::Naming;
use crate::model::{CountryCode, FactKind, FactStatus};

/// Between the verb and those who meet, at most.
const BEFORE: usize = 28;
const AFTER: usize = 12;

pub(super) fn find<'a>(clause: &Clause<'a>) -> Vec<Finding<'a>> {
    let actors = actors::find(clause);
    let mut found: Vec<Finding<'a>> = Vec::new();
    let meets = |sense: &&Sense| matches!(sense.role, Role::Meet | Role::Receive | Role::Talks);
    for sense in clause.senses.iter().filter(meets) {
        let Some((one, other)) = sides(clause, &actors, sense) else { continue };
        let (Some(first), Some(second)) = (one.country, other.country) else { continue };
        if first == second {
            continue;
        }
        let Some(status) = status(clause, sense) else { continue };
        let what = cover(&cover(&one.tokens, &other.tokens), &sense.tokens);
        let date = outlook::date_near(clause, &what);
        let coming = date.is_some_and(|date| outlook::is_coming(clause, date));
        let countries = binding::sorted(first, second);
        if found.iter().any(|known| known.owners.countries == countries) {
            continue;
        }
        let finding = Finding {
            status: if coming && status == FactStatus::Done { FactStatus::Planned } else { status },
            place: place(clause, sense),
            persons: [one, other].into_iter().filter_map(|actor| actor.person).collect(),
            ..Finding::new(FactKind::Meeting, what)
        };
        found.push(finding.of(countries).on(date));
    }
    found
}

/// Who meets whom: one on each side of the verb, or both behind "entre".
fn sides<'c, 'a>(
    clause: &Clause<'a>,
    actors: &'c [Actor<'a>],
    sense: &Sense,
) -> Option<(&'c Actor<'a>, &'c Actor<'a>)> {
    let at = &sense.tokens;
    let statement = clause.statement(at.start);
    let mut behind = actors.iter().filter(|actor| actor.tokens.start >= at.end);
    let next = behind.next().filter(|actor| {
        actor.tokens.start - at.end <= AFTER && actor.tokens.start < statement.end
    })?;
    let gap = at.end..next.tokens.start;
    let told = |at: usize| matches!(clause.tokens.folded(at), "that" | "que" | "qu");
    let broken = gap.clone().any(told)
        || clause.senses_in(gap.clone()).any(|sense| {
            Clause::is_verb(sense) && !matches!(sense.role, Role::Receive | Role::Meet)
        });
    if broken {
        return None;
    }
    let between = gap.clone().any(|at| matches!(clause.tokens.folded(at), "entre" | "between"));
    if between {
        let last = behind.next().filter(|last| {
            let gap = next.tokens.end..last.tokens.start;
            gap.len() <= 4 && gap.clone().any(|at| matches!(clause.tokens.folded(at), "et" | "and"))
        })?;
        return Some((next, last));
    }
    let with = gap.clone().any(|at| matches!(clause.tokens.folded(at), "avec" | "with"));
    if sense.role == Role::Talks && !with {
        return None;
    }
    let before = actors.iter().rev().find(|actor| actor.tokens.end <= at.start)?;
    let near = at.start - before.tokens.end <= BEFORE && before.tokens.start >= statement.start;
    near.then_some((before, next))
}

fn status(clause: &Clause<'_>, sense: &Sense) -> Option<FactStatus> {
    if sense.form != Form::Noun {
        return outlook::of_event(clause, sense, FactStatus::Done);
    }
    let at = &sense.tokens;
    let statement = clause.statement(at.start);
    let before = statement.start..at.start;
    if clause.has(statement.clone(), Role::Cancel) {
        return Some(FactStatus::Cancelled);
    }
    if clause.is_denied(at) || clause.has(before.clone(), Role::Maybe) {
        return None;
    }
    if clause.has(before.clone(), Role::Ask) || clause.has(before, Role::Wish) {
        return Some(FactStatus::Requested);
    }
    Some(if outlook::is_ahead(clause, &statement) { FactStatus::Planned } else { FactStatus::Done })
}

/// The town or country that "à", "en", "in" leads to.
fn place(clause: &Clause<'_>, sense: &Sense) -> Option<CountryCode> {
    let statement = clause.statement(sense.tokens.start);
    let mut places = clause.places.iter().filter(|place| {
        place.locative
            && statement.contains(&place.tokens.start)
            && matches!(place.by, Naming::Capital | Naming::Place | Naming::Name)
            && !place.country.is_organisation()
    });
    let (first, second) = (places.next()?, places.next());
    second.is_none_or(|second| second.country == first.country).then_some(first.country)
}
