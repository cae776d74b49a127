//! Somebody's own words, with the speaker that the sentence names.

use std::ops::Range;

use super::binding::distance;
use super::clause::{Clause, Person};
use super::finding::{Finding, cover};
use super::lexicon::{Role, Sense};
use crate::model::FactKind;

/// Fewer words are a turn of phrase.
const LEAST: usize = 6;
/// Between the verb and the speaker, at most.
const REACH: usize = 6;

pub(super) fn find<'a>(clause: &Clause<'a>) -> Option<Finding<'a>> {
    let quoted = quoted(clause)?;
    let outside = |tokens: &Range<usize>| tokens.end <= quoted.start || tokens.start >= quoted.end;
    let says = |sense: &&Sense| {
        sense.role == Role::Say && outside(&sense.tokens) && distance(&sense.tokens, &quoted) <= 40
    };
    let (person, verb) = clause.senses.iter().filter(says).find_map(|verb| {
        let near = |person: &&Person<'_>| {
            outside(&person.tokens) && is_subject(clause, verb, &person.whole)
        };
        let mut speakers: Vec<&Person<'a>> = clause.persons.iter().filter(near).collect();
        speakers.sort_by_key(|person| (distance(&person.whole, &verb.tokens), person.tokens.start));
        speakers.first().map(|person| (*person, verb))
    })?;
    let title = person.mention.title.as_ref().and_then(|title| title.country);
    let country = title.or(person.profile.country);
    let tokens = cover(&cover(&quoted, &person.whole), &verb.tokens);
    let finding =
        Finding { persons: vec![person.mention], ..Finding::new(FactKind::Quote, tokens) };
    Some(finding.of(country.into_iter().collect()))
}

/// Whether a person stands right beside a verb, with nobody else and no "par" between.
fn is_subject(clause: &Clause<'_>, verb: &Sense, person: &Range<usize>) -> bool {
    let gap = if person.start >= verb.tokens.end {
        verb.tokens.end..person.start
    } else {
        person.end..verb.tokens.start.max(person.end)
    };
    let plain = |at: usize| {
        !clause.tokens.is_capital(at) && !matches!(clause.tokens.folded(at), "par" | "by" | "de")
    };
    // "X, rappelant que": whoever says it has done something to X.
    let word = clause.tokens.folded(verb.tokens.end.saturating_sub(1));
    let participle = word.ends_with("ant") && person.end <= verb.tokens.start;
    !participle && gap.len() <= REACH && gap.clone().all(plain)
}

/// The first words in quotation marks that are a sentence and not a name.
fn quoted(clause: &Clause<'_>) -> Option<Range<usize>> {
    let tokens = &clause.tokens;
    let mut open: Option<usize> = None;
    for at in 0..tokens.len() {
        if !tokens.is_mark(at, '"') {
            continue;
        }
        match open {
            Some(start) => {
                let words = (start..at).filter(|&at| tokens.is_word(at)).count();
                if words >= LEAST {
                    return Some(start..at + 1);
                }
                open = None;
            }
            None => open = Some(at),
        }
    }
    None
}
