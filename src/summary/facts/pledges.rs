//! What states and people in office promise, and what they ask for.

use std::ops::Range;

use super::actors::{self, Actor};
use super::clause::{Clause, union};
use super::finding::{Finding, cover};
use super::groups::Group;
use super::lexicon::{Form, Role, Sense};
use super::numbers::Number;
use crate::country::Naming;
use crate::model::{CountryCode, FactKind, FactStatus};

/// Between the subject and the verb, at most.
const SUBJECT: usize = 5;
/// Thousandths: what is wished for in such numbers is told as a sum.
const LEAST_AIM: i64 = 1_000_000_000;
/// Words behind the verb that say what.
const OBJECT: usize = 24;

pub(super) fn find<'a>(clause: &Clause<'a>) -> Vec<Finding<'a>> {
    let actors = actors::find(clause);
    let mut found: Vec<Finding<'a>> = Vec::new();
    for sense in &clause.senses {
        let kind = match sense.role {
            Role::Pledge => FactKind::Commitment,
            Role::Ask => FactKind::Request,
            Role::Wish if wants(clause, sense) => FactKind::Request,
            _ => continue,
        };
        let last = clause.tokens.folded(sense.tokens.end.saturating_sub(1));
        // "U.S. demands for": what is asked, and not that somebody asks.
        let noun = last.ends_with('s') && clause.tokens.folded(sense.tokens.end) == "for";
        let finite = matches!(sense.form, Form::Past | Form::Present)
            && !noun
            && !last.ends_with("ing")
            && !last.ends_with("ant");
        if !finite || clause.is_denied(&sense.tokens) || !leads_on(clause, sense) {
            continue;
        }
        let Some(subject) = subject(clause, &actors, sense) else { continue };
        let statement = clause.statement(sense.tokens.start);
        let end = statement.end.min(sense.tokens.end + OBJECT);
        // "ils veulent porter leur commerce à 10 milliards": an aim, told of the sum.
        let counts = |number: &Number| {
            (sense.tokens.end..end).contains(&number.tokens.start) && number.value >= LEAST_AIM
        };
        if sense.role == Role::Wish && clause.numbers.iter().any(counts) {
            continue;
        }
        let tokens = cover(&subject.tokens, &(sense.tokens.start..end));
        let status =
            if kind == FactKind::Request { FactStatus::Requested } else { FactStatus::Stated };
        let finding = Finding {
            status,
            persons: subject.person.into_iter().collect(),
            ..Finding::new(kind, tokens)
        };
        if !found.iter().any(|other| other.kind == kind) {
            let mut countries = subject.countries;
            countries.extend(asked(clause, sense, kind));
            countries.sort_unstable();
            countries.dedup();
            found.push(finding.of(countries));
        }
    }
    found
}

/// "veut confier", "wants to join": a will of now, told as such and not of what is wanted.
fn wants(clause: &Clause<'_>, sense: &Sense) -> bool {
    const BACK: usize = 6;
    let word = clause.tokens.folded(sense.tokens.end.saturating_sub(1));
    let before = sense.tokens.start.saturating_sub(BACK)..sense.tokens.start;
    let told = |at: usize| {
        matches!(
            clause.tokens.folded(at),
            "que" | "qu" | "qui" | "that" | "which" | "who" | "if" | "si"
        )
    };
    matches!(word, "veut" | "veulent" | "souhaite" | "souhaitent" | "wants" | "want")
        && !before.into_iter().any(told)
}

/// Who promises or asks.
struct Subject<'a> {
    tokens: Range<usize>,
    countries: Vec<CountryCode>,
    person: Option<&'a crate::model::PersonMention>,
}

/// A verb goes on with "à", "de", "to", "for", "on", "that": else it is a noun or a participle.
fn leads_on(clause: &Clause<'_>, sense: &Sense) -> bool {
    const LEADS: [&str; 14] =
        ["a", "au", "aux", "de", "d", "que", "qu", "to", "for", "on", "that", "not", "un", "une"];
    const NEAR: usize = 4;
    let last = clause.tokens.folded(sense.tokens.end.saturating_sub(1));
    let behind = sense.tokens.end..sense.tokens.end + NEAR;
    matches!(last, "to" | "urged" | "urges" | "asked" | "invited" | "exhorte")
        || behind.into_iter().any(|at| LEADS.contains(&clause.tokens.folded(at)))
}

/// The person in office or the countries right before the verb.
fn subject<'a>(clause: &Clause<'a>, actors: &[Actor<'a>], sense: &Sense) -> Option<Subject<'a>> {
    let at = sense.tokens.start;
    let near = |tokens: &Range<usize>| {
        tokens.end <= at && at - tokens.end <= SUBJECT && verbless(clause, tokens.end..at)
    };
    let actor = actors.iter().rev().find(|actor| near(&actor.tokens));
    if let Some(actor) = actor.filter(|actor| actor.country.is_some()) {
        let countries = actor.country.into_iter().collect();
        return Some(Subject { tokens: actor.tokens.clone(), countries, person: actor.person });
    }
    let statement = clause.statement(at);
    // "la partie hongroise", "the Kenyan government"
    let body = clause.all(Role::Body).filter_map(|sense| {
        let (tokens, country) = actors::office(clause, sense);
        Some((tokens, country?))
    });
    if let Some((tokens, country)) = body.filter(|(tokens, _)| near(tokens)).last() {
        return Some(Subject { tokens, countries: vec![country], person: None });
    }
    if let Some(they) = plural_pronoun(clause, at) {
        let of_text = clause.carried.they.map(|pair| pair.to_vec());
        let nobody = clause.groups_in(statement.clone()).next().is_none();
        if let Some(countries) = of_text.filter(|_| nobody) {
            return Some(Subject { tokens: they..at, countries, person: None });
        }
    }
    if let Some(pair) = clause.pair(statement.clone())
        && clause.groups_in(statement.clone()).next().is_none()
        && at - statement.start <= SUBJECT + 4
    {
        return Some(Subject { tokens: statement.start..at, countries: pair, person: None });
    }
    let beside = |group: &&Group| {
        near(&group.tokens)
            && (group.tokens.end..at).all(|at| is_auxiliary(clause.tokens.folded(at)))
    };
    let group = clause.groups_in(statement).rfind(beside)?;
    let by_name = clause.places.iter().any(|place| {
        place.tokens.end == group.tokens.end
            && matches!(place.by, Naming::Name | Naming::Capital)
            && !place.locative
    });
    by_name.then(|| Subject {
        tokens: group.tokens.clone(),
        countries: union(std::iter::once(group)),
        person: None,
    })
}

/// "ils", "they" right before a verb.
fn plural_pronoun(clause: &Clause<'_>, verb: usize) -> Option<usize> {
    const NEAR: usize = 3;
    let before = verb.saturating_sub(NEAR)..verb;
    let pronoun = |at: &usize| matches!(clause.tokens.folded(*at), "ils" | "elles" | "they");
    let they = before.clone().rev().find(pronoun)?;
    (they + 1..verb).all(|at| is_auxiliary(clause.tokens.folded(at))).then_some(they)
}

/// What may stand between a country and what it does.
fn is_auxiliary(word: &str) -> bool {
    const WORDS: [&str; 24] = [
        "a",
        "ont",
        "avait",
        "avaient",
        "est",
        "sont",
        "s",
        "se",
        "y",
        "l",
        "lui",
        "leur",
        "'",
        "has",
        "have",
        "had",
        "also",
        "aussi",
        "deja",
        "ensuite",
        "then",
        "again",
        "repeatedly",
        "egalement",
    ];
    WORDS.contains(&word) || word.ends_with("ment") || word.ends_with("ly")
}

/// Whom a request goes to, where a country follows the verb: "a invité le Laos à".
fn asked(clause: &Clause<'_>, sense: &Sense, kind: FactKind) -> Vec<CountryCode> {
    const NEAR: usize = 4;
    let behind = sense.tokens.end..sense.tokens.end + NEAR;
    let mut groups = clause.groups_in(behind).filter(|_| kind == FactKind::Request);
    groups.next().map(|group| group.countries.clone()).unwrap_or_default()
}

fn verbless(clause: &Clause<'_>, gap: Range<usize>) -> bool {
    let comma = gap.clone().any(|at| clause.tokens.is_mark(at, ','));
    !comma && !clause.senses_in(gap).any(Clause::is_verb)
}
