//! Countries that stand together: "le Vietnam et la Russie", "Vietnam-Russie", "A, B et C".

use std::ops::Range;

use super::lexicon::{Form, Role, Sense};
use super::places::Place;
use super::tokens::{Tokens, distance};
use crate::country::Naming;
use crate::model::CountryCode;

/// Countries named together.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) tokens: Range<usize>,
    /// In the order of the text, each once.
    pub(super) countries: Vec<CountryCode>,
    /// Whether the first is one side and the others together are the other: "A et B, C et D".
    pub(super) hub: bool,
}

/// Words that may stand between two countries of one group.
const JOINTS: [&str; 24] = [
    "et", "and", ",", "-", "&", "de", "du", "des", "d", "l", "la", "le", "les", "the", "'", "of",
    "en", "au", "aux", "a", "in", "to", "puis", "ainsi",
];

/// Joints of one gap at most.
const LONGEST_GAP: usize = 5;

/// The groups of a sentence. Towns count only where they are not merely where something happens, and
/// only where no country is named.
pub(super) fn find(tokens: &Tokens<'_>, places: &[Place], senses: &[Sense]) -> Vec<Group> {
    let is_source = |tokens: &Tokens<'_>, place: &Place| {
        let aside = || speaks(place, senses) || is_membership(tokens, place);
        is_source(tokens, place) || place.country.is_organisation() && aside()
    };
    let is_party = |place: &&Place| {
        !is_source(tokens, place)
            && match place.by {
                Naming::Name | Naming::Adjective | Naming::Institution => true,
                Naming::Capital => !place.locative,
                Naming::Place | Naming::Leader => false,
            }
    };
    let mut parties: Vec<&Place> = places.iter().filter(is_party).collect();
    if parties.is_empty() {
        let names = |place: &&Place| place.by != Naming::Leader && !is_source(tokens, place);
        parties = places.iter().filter(names).collect();
    }
    let mut groups = Vec::new();
    let mut chain: Vec<&Place> = Vec::new();
    for place in parties {
        if let Some(last) = chain.last()
            && !joins(tokens, last, place)
        {
            groups.extend(close(tokens, &chain));
            chain.clear();
        }
        chain.push(place);
    }
    groups.extend(close(tokens, &chain));
    groups
}

/// Whether an organisation only says it: "the IEA said", "a indiqué l'ONU".
fn speaks(place: &Place, senses: &[Sense]) -> bool {
    const NEAR: usize = 2;
    let says = |sense: &&Sense| sense.role == Role::Say && sense.form != Form::Noun;
    senses.iter().filter(says).any(|sense| distance(&sense.tokens, &place.tokens) <= NEAR)
}

/// "the first member of the UN": what a state belongs to is no party.
fn is_membership(tokens: &Tokens<'_>, place: &Place) -> bool {
    const NEAR: usize = 4;
    let before = place.tokens.start.saturating_sub(NEAR)..place.tokens.start;
    before
        .into_iter()
        .any(|at| matches!(tokens.folded(at), "member" | "members" | "membre" | "membres"))
}

/// Whether a place only says whose word it is: "selon le FMI", "according to Japan".
fn is_source(tokens: &Tokens<'_>, place: &Place) -> bool {
    const NEAR: usize = 4;
    let before = place.tokens.start.saturating_sub(NEAR)..place.tokens.start;
    before.clone().any(|at| {
        let word = tokens.folded(at);
        let by = matches!(word, "by" | "par") && place.country.is_organisation();
        by || word == "selon"
            || word == "according"
            || (word == "apres" && tokens.is_mark(at.saturating_sub(1), '\''))
    })
}

fn joins(tokens: &Tokens<'_>, one: &Place, next: &Place) -> bool {
    let gap = one.tokens.end..next.tokens.start;
    let known = |at: usize| JOINTS.contains(&tokens.folded(at));
    let apart = is_comma(tokens, &gap) && one.locative != next.locative && !is_and(tokens, &gap);
    let plain_english = apart && one.locative && !next.locative && gap.len() == 1;
    let links =
        gap.clone().any(|at| matches!(tokens.folded(at), "et" | "and" | "puis" | "," | "-" | "&"));
    gap.len() <= LONGEST_GAP && links && gap.clone().all(known) && (!apart || plain_english)
}

fn is_comma(tokens: &Tokens<'_>, gap: &Range<usize>) -> bool {
    gap.clone().any(|at| tokens.is_mark(at, ','))
}

fn is_and(tokens: &Tokens<'_>, gap: &Range<usize>) -> bool {
    gap.clone().any(|at| matches!(tokens.folded(at), "et" | "and" | "puis" | "&" | "-"))
}

/// A chain as a group; one held together by commas alone is no list but several groups.
fn close(tokens: &Tokens<'_>, chain: &[&Place]) -> Vec<Group> {
    let gaps: Vec<Range<usize>> = chain
        .iter()
        .zip(chain.iter().skip(1))
        .map(|(one, next)| one.tokens.end..next.tokens.start)
        .collect();
    let ands: Vec<bool> = gaps.iter().map(|gap| is_and(tokens, gap)).collect();
    if !gaps.is_empty() && !ands.contains(&true) && chain.len() < 4 {
        return chain.iter().map(|place| group(&[place], false)).collect();
    }
    let several = ands.iter().filter(|and| **and).count() > 1;
    let hub = chain.len() > 2 && several && ands.first() == Some(&true);
    if chain.is_empty() { Vec::new() } else { vec![group(chain, hub)] }
}

fn group(chain: &[&Place], hub: bool) -> Group {
    let start = chain.first().map_or(0, |place| place.tokens.start);
    let end = chain.last().map_or(start, |place| place.tokens.end);
    let mut countries = Vec::with_capacity(chain.len());
    for place in chain {
        if !countries.contains(&place.country) {
            countries.push(place.country);
        }
    }
    Group { tokens: start..end, countries, hub }
}
