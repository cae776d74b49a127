//! Meetings: people in office of two countries talk, or one receives the other.

use std::ops::Range;

use super::actors::{self, Actor};
use super::binding;
use super::clause::{self, Clause};
use super::finding::{Finding, cover};
use super::lexicon::{Form, Role, Sense};
use super::outlook;
use crate::country::Naming;
use crate::model::{CountryCode, FactKind, FactStatus, PersonMention};

/// Between the verb and those who meet, at most.
const BEFORE: usize = 28;
const AFTER: usize = 12;
/// Between two states and what they hold, at most.
const SUBJECT: usize = 4;

pub(super) fn find<'a>(clause: &Clause<'a>) -> Vec<Finding<'a>> {
    let actors = actors::find(clause);
    let mut found: Vec<Finding<'a>> = Vec::new();
    let meets = |sense: &&Sense| matches!(sense.role, Role::Meet | Role::Receive | Role::Talks);
    for sense in clause.senses.iter().filter(meets) {
        let Some(sides) = sides(clause, &actors, sense).or_else(|| states(clause, sense)) else {
            continue;
        };
        if found.iter().any(|known| known.owners.countries == sides.countries) {
            continue;
        }
        let Some(status) = status(clause, sense) else { continue };
        let what = cover(&sides.tokens, &sense.tokens);
        let date = outlook::date_near(clause, &what);
        let coming = date.is_some_and(|date| outlook::is_coming(clause, date));
        let finding = Finding {
            status: if coming && status == FactStatus::Done { FactStatus::Planned } else { status },
            place: place(clause, sense),
            persons: sides.persons,
            ..Finding::new(FactKind::Meeting, what)
        };
        found.push(finding.of(sides.countries).on(date));
    }
    found
}

/// Those who meet.
struct Sides<'a> {
    tokens: Range<usize>,
    /// Two, sorted.
    countries: Vec<CountryCode>,
    persons: Vec<&'a PersonMention>,
}

impl<'a> Sides<'a> {
    /// Two who act for two states.
    fn of(clause: &Clause<'_>, one: &Actor<'a>, other: &Actor<'a>) -> Option<Self> {
        let first = one.country?;
        let second = other.country.or_else(|| counterpart(clause, other, first))?;
        (first != second).then(|| Self {
            tokens: cover(&one.tokens, &other.tokens),
            countries: binding::sorted(first, second),
            persons: [one, other].into_iter().filter_map(|actor| actor.person).collect(),
        })
    }
}

/// "son homologue": of the other country of the two that the text is about.
fn counterpart(clause: &Clause<'_>, actor: &Actor<'_>, host: CountryCode) -> Option<CountryCode> {
    let same = actor.tokens.clone().any(|at| {
        matches!(
            clause.tokens.folded(at),
            "homologue" | "homologues" | "counterpart" | "counterparts"
        )
    });
    clause.pair_but(host).filter(|_| same)
}

/// Who meets whom: one on each side of the verb, both behind "entre", or both before it.
fn sides<'a>(clause: &Clause<'a>, actors: &[Actor<'a>], sense: &Sense) -> Option<Sides<'a>> {
    let at = &sense.tokens;
    let statement = clause.statement(at.start);
    let next = actors.iter().position(|actor| actor.tokens.start >= at.end);
    let next = next.filter(|next| {
        let start = actors.get(*next).map_or(usize::MAX, |actor| actor.tokens.start);
        start - at.end <= AFTER && start < statement.end && !is_broken(clause, at.end..start)
    });
    let Some(next) = next else { return both_before(clause, actors, sense) };
    let other = actors.get(next)?;
    let gap = at.end..other.tokens.start;
    let word = |words: &[&str]| gap.clone().any(|at| words.contains(&clause.tokens.folded(at)));
    let of_both = sense.form == Form::Noun && word(&["des", "of"]);
    if word(&["entre", "between"]) || of_both {
        let last = actors.get(next + 1).filter(|last| are_joined(clause, other, last));
        if last.is_some() || !of_both {
            return Sides::of(clause, other, last?);
        }
    }
    if sense.role == Role::Talks && !word(&["avec", "with"]) {
        return None;
    }
    let before = actors.iter().rev().find(|actor| actor.tokens.end <= at.start);
    let near = |actor: &&Actor<'_>| {
        at.start - actor.tokens.end <= BEFORE && actor.tokens.start >= statement.start
    };
    if let Some(before) = before.filter(near) {
        return Sides::of(clause, before, other);
    }
    // "Il y a rencontré la présidente": he whom the sentence before names.
    let it = clause.pronoun(&statement).filter(|it| before.is_none() && *it < at.start)?;
    let pronoun =
        Actor { tokens: it..it + 1, country: clause.carried.subject, person: None, high: false };
    let host = other.country.or_else(|| clause.pair_but(pronoun.country?));
    Sides::of(clause, &pronoun, &Actor { country: host, ..other.clone() })
}

/// Whether something else is told between a verb and who stands behind it.
fn is_broken(clause: &Clause<'_>, gap: Range<usize>) -> bool {
    let told = |at: usize| matches!(clause.tokens.folded(at), "that" | "que" | "qu");
    gap.clone().any(told)
        || clause.senses_in(gap).any(|sense| {
            Clause::is_verb(sense) && !matches!(sense.role, Role::Receive | Role::Meet)
        })
}

/// Whether only "et" stands between two.
fn are_joined(clause: &Clause<'_>, one: &Actor<'_>, other: &Actor<'_>) -> bool {
    if one.tokens == other.tokens {
        return true;
    }
    let gap = one.tokens.end..other.tokens.start.max(one.tokens.end);
    gap.len() <= 4 && gap.clone().any(|at| matches!(clause.tokens.folded(at), "et" | "and"))
}

/// "les présidents X et Y se sont rencontrés", "the ministers of Kenya and Uganda met in".
fn both_before<'a>(clause: &Clause<'a>, actors: &[Actor<'a>], sense: &Sense) -> Option<Sides<'a>> {
    const NEAR: usize = 10;
    let at = &sense.tokens;
    let statement = clause.statement(at.start);
    if sense.role == Role::Receive || sense.form == Form::Noun {
        return None;
    }
    let last = actors.iter().rposition(|actor| actor.tokens.end <= at.start)?;
    let (one, other) = (actors.get(last.checked_sub(1)?)?, actors.get(last)?);
    let near = at.start - other.tokens.end <= NEAR && one.tokens.start >= statement.start;
    let gap = other.tokens.end..at.start;
    (near && are_joined(clause, one, other) && !is_broken(clause, gap))
        .then(|| Sides::of(clause, one, other))
        .flatten()
}

/// "le Kenya et l'Ouganda ont tenu leur troisième dialogue": two states hold talks.
fn states<'a>(clause: &Clause<'_>, sense: &Sense) -> Option<Sides<'a>> {
    const NEAR: usize = 14;
    let at = &sense.tokens;
    let statement = clause.statement(at.start);
    let held = clause.senses_in(at.start.saturating_sub(NEAR).max(statement.start)..at.start);
    let held = held.rev().find(|sense| sense.role == Role::Hold && Clause::is_verb(sense))?;
    let before = statement.start..held.tokens.start;
    let group = clause.groups_in(before.clone()).next_back().filter(|group| {
        held.tokens.start.saturating_sub(group.tokens.end) <= SUBJECT && group.countries.len() == 2
    });
    let organised = |countries: &[CountryCode]| countries.iter().any(CountryCode::is_organisation);
    let countries = match group {
        Some(group) => clause::union(std::iter::once(group)),
        None => clause.pair(before.clone()).filter(|_| clause.has(before, Role::Pair))?,
    };
    let acts = sense.role == Role::Talks && !clause.is_denied(&held.tokens);
    let tokens = group.map_or(held.tokens.clone(), |group| cover(&group.tokens, &held.tokens));
    (acts && !organised(&countries)).then_some(Sides { tokens, countries, persons: Vec::new() })
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
    // "une rencontre est envisagée": no more than a plan.
    let wished = clause.senses_in(at.end..statement.end).any(|sense| {
        let before = sense.tokens.start.checked_sub(1).map(|at| clause.tokens.folded(at));
        sense.role == Role::Wish && matches!(before, Some("est" | "sont" | "is" | "are"))
    });
    let ahead = wished || outlook::is_ahead(clause, &statement);
    Some(if ahead { FactStatus::Planned } else { FactStatus::Done })
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
