//! Visits: somebody in office goes to another country.

use std::ops::Range;

use super::actors::{self, Actor};
use super::binding;
use super::clause::Clause;
use super::finding::{Finding, cover};
use super::lexicon::{Form, Role, Sense};
use super::outlook;
use super::places::Place;
use crate::country::Naming;
use crate::model::{CountryCode, FactKind, FactStatus, PartialDate};

/// Between the visitor and the verb, at most.
const VISITOR_REACH: usize = 30;
/// Between the verb and the country, at most, the visitor's own words aside.
const HOST_REACH: usize = 8;

/// Words behind a visit that still tell of it.
const OWN: usize = 16;

/// Words between two countries of one tour.
const JOINTS: [&str; 16] = [
    "et", "and", ",", "puis", "then", "en", "au", "aux", "a", "l", "la", "le", "'", "to", "in",
    "the",
];

pub(super) fn find<'a>(clause: &Clause<'a>) -> Vec<Finding<'a>> {
    let actors = actors::find(clause);
    let mut found: Vec<Finding<'a>> = Vec::new();
    let goes = |sense: &&Sense| matches!(sense.role, Role::Go | Role::Trip);
    let mut tour: Option<Leg<'_, '_>> = None;
    for sense in clause.senses.iter().filter(goes) {
        let before = tour.as_ref().filter(|leg| leg.leads_to(clause, &actors, sense));
        let leg = before.map(|leg| (leg.visitor, leg.status));
        let visitor = leg.map(|(visitor, _)| visitor).or_else(|| visitor(clause, &actors, sense));
        let Some(visitor) = visitor else { continue };
        let status = leg.map(|(_, status)| status).or_else(|| status(clause, sense));
        let Some(status) = status else { continue };
        for host in hosts(clause, sense, visitor) {
            tour = Some(Leg { visitor, status, end: host.tokens.end });
            let Some(countries) = parties(visitor, host.country) else { continue };
            let what = cover(&cover(&sense.tokens, &visitor.tokens), &host.tokens);
            let date = outlook::date_near(clause, &cover(&sense.tokens, &host.tokens));
            let coming = date.is_some_and(|date| outlook::is_coming(clause, date));
            // A weekday of the past for a visit to come: which week is meant, nobody knows.
            let date = date.filter(|_| coming || status != FactStatus::Planned);
            let ahead = coming && matches!(status, FactStatus::Done | FactStatus::Stated);
            let finding = Finding {
                status: if ahead { FactStatus::Planned } else { status },
                place: Some(host.country),
                persons: visitor.person.into_iter().collect(),
                ..Finding::new(FactKind::Visit, what)
            };
            let same = |other: &Finding<'_>| other.owners.countries == countries;
            if !found.iter().any(same) {
                found.push(finding.of(countries).on(date));
            }
        }
    }
    found
}

/// A visit of a tour: the next one may follow without its visitor.
struct Leg<'c, 'a> {
    visitor: &'c Actor<'a>,
    status: FactStatus,
    /// The token behind its country.
    end: usize,
}

impl Leg<'_, '_> {
    /// Whether a visit goes on with this tour: "une visite d'État en A, une visite officielle en B, puis une visite en C".
    fn leads_to(&self, clause: &Clause<'_>, actors: &[Actor<'_>], sense: &Sense) -> bool {
        let at = sense.tokens.start;
        let same = clause.statement(at).contains(&self.end.saturating_sub(1));
        let others =
            actors.iter().any(|actor| actor.tokens.start >= self.end && actor.tokens.end <= at);
        let article = at.checked_sub(1).map(|at| clause.tokens.folded(at));
        let listed = matches!(article, Some("une" | "un" | "a" | "an" | "des"));
        let back = at.saturating_sub(4).max(self.end)..at;
        let joined = back.into_iter().any(|at| {
            matches!(clause.tokens.folded(at), "," | "et" | "and" | "puis" | "then" | "ainsi")
        });
        sense.role == Role::Trip && self.end <= at && same && !others && listed && joined
    }
}

/// The visitor's country and the host, sorted; one whose country is not known must be high in office.
fn parties(visitor: &Actor<'_>, host: CountryCode) -> Option<Vec<CountryCode>> {
    match visitor.country {
        Some(own) if own == host => None,
        Some(own) => Some(binding::sorted(own, host)),
        None => (visitor.high && visitor.person.is_some()).then(|| vec![host]),
    }
}

/// Who goes: "la visite du président X" behind the noun, else the last one before.
fn visitor<'c, 'a>(
    clause: &Clause<'a>,
    actors: &'c [Actor<'a>],
    sense: &Sense,
) -> Option<&'c Actor<'a>> {
    const OF: usize = 5;
    let at = &sense.tokens;
    let statement = clause.statement(at.start);
    if sense.role == Role::Trip {
        let next = actors.iter().find(|actor| actor.tokens.start >= at.end);
        let next = next.filter(|actor| {
            let gap = at.end..actor.tokens.start;
            gap.len() <= OF
                && gap.clone().any(|at| {
                    matches!(
                        clause.tokens.folded(at),
                        "de" | "du" | "des" | "d" | "of" | "by" | "par"
                    )
                })
                && !gap
                    .clone()
                    .any(|at| matches!(clause.tokens.folded(at), "," | "en" | "au" | "a" | "to"))
        });
        if next.is_some() {
            return next;
        }
    }
    // "talks with Chancellor Kohl ahead of her visit": she goes, and not he.
    let own = at.start.checked_sub(1).map(|at| clause.tokens.folded(at));
    let own = matches!(own, Some("his" | "her" | "their" | "sa" | "son" | "leur"));
    let is_partner = |actor: &Actor<'_>| {
        const NEAR: usize = 3;
        let before = actor.tokens.start.saturating_sub(NEAR)..actor.tokens.start;
        own && before.into_iter().any(|at| matches!(clause.tokens.folded(at), "with" | "avec"))
    };
    let last =
        actors.iter().rposition(|actor| actor.tokens.end <= at.start && !is_partner(actor))?;
    let before = leading(clause, actors, last)?;
    let near =
        at.start - before.tokens.end <= VISITOR_REACH && before.tokens.start >= statement.start;
    // "X a reçu ... en visite": the one before the verb is the host.
    let hosts = clause.has(before.tokens.end..at.start, Role::Receive);
    (near && !hosts).then_some(before)
}

/// "le président X, accompagné d'une délégation": the person leads those named behind them.
fn leading<'c, 'a>(
    clause: &Clause<'a>,
    actors: &'c [Actor<'a>],
    last: usize,
) -> Option<&'c Actor<'a>> {
    let follower = actors.get(last)?;
    if follower.person.is_some() {
        return Some(follower);
    }
    let leader = last.checked_sub(1).and_then(|at| actors.get(at)).filter(|leader| {
        let gap = leader.tokens.end..follower.tokens.start;
        let apart = leader.country.zip(follower.country).is_some_and(|(one, other)| one != other);
        leader.person.is_some() && !apart && !clause.senses_in(gap).any(Clause::is_verb)
    });
    leader.or(Some(follower))
}

/// The countries that are visited: those behind the verb, up to the next verb.
fn hosts<'c>(clause: &'c Clause<'_>, sense: &Sense, visitor: &Actor<'_>) -> Vec<&'c Place> {
    let statement = clause.statement(sense.tokens.start);
    let mut end = sense.tokens.end;
    if visitor.tokens.start >= end {
        end = visitor.tokens.end;
    }
    let mut hosts: Vec<&Place> = Vec::new();
    let direct = sense.role == Role::Go && sense.form != Form::Noun;
    let from = end;
    for place in clause.places.iter().filter(|place| place.tokens.start >= from) {
        let gap = end..place.tokens.start;
        let names = matches!(place.by, Naming::Name | Naming::Capital | Naming::Place);
        let near = gap.len() <= HOST_REACH && place.tokens.start < statement.end;
        let goes_on = clause.senses_in(gap.clone()).all(|sense| {
            !Clause::is_verb(sense) && !matches!(sense.role, Role::Trip | Role::Office)
        });
        // "entre Astana et Moscou" behind the first is no visit of them.
        let joined = |at: usize| JOINTS.contains(&clause.tokens.folded(at));
        if !hosts.is_empty() && !gap.clone().all(joined) {
            break;
        }
        let leads = place.locative || direct && gap.len() <= 2 || !hosts.is_empty();
        if !(names && near && goes_on && leads) {
            break;
        }
        if !hosts.iter().any(|host| host.country == place.country) {
            hosts.push(place);
        }
        end = place.tokens.end;
    }
    hosts
}

fn status(clause: &Clause<'_>, sense: &Sense) -> Option<FactStatus> {
    if sense.role == Role::Go {
        return outlook::of_event(clause, sense, FactStatus::Done);
    }
    let at = &sense.tokens;
    let statement = clause.statement(at.start);
    let before = statement.start..at.start;
    let has = |range: &Range<usize>, role| clause.has(range.clone(), role);
    if has(&statement, Role::Cancel) {
        return Some(FactStatus::Cancelled);
    }
    // "le 65e anniversaire de la visite" is not told of the visit.
    let remembered = has(&(at.start.saturating_sub(3)..at.start), Role::Anniversary);
    if remembered || clause.is_denied(at) || has(&before, Role::Maybe) {
        return None;
    }
    if has(&before, Role::Ask) || has(&before, Role::Wish) {
        return Some(FactStatus::Requested);
    }
    // What is announced behind the visit's own words is another matter: "lors d'une visite, un accord qui prévoit".
    let own = statement.start..statement.end.min(at.end + OWN);
    let past = outlook::date_near(clause, at).filter(|date| {
        let over = |day: PartialDate| date.mention.value.last_day() < day.first_day();
        date.tokens.start < at.start && clause.day.is_some_and(over)
    });
    let ahead = past.is_none() && outlook::is_ahead(clause, &own);
    Some(if ahead { FactStatus::Planned } else { FactStatus::Done })
}
