//! Where a sentence begins another statement.

use std::ops::Range;

use super::clause::Date;
use super::lexicon::{Role, Sense};
use super::places::Place;
use super::tokens::Tokens;
use crate::country::Naming;

/// Words that may stand between the countries of a label.
const JOINTS: [&str; 10] = ["et", "and", "-", ",", "le", "la", "les", "l", "'", "the"];

/// Where statements begin: behind a semicolon or colon, and at "tandis que", "while", "but".
pub(super) fn find(
    tokens: &Tokens<'_>,
    senses: &[Sense],
    dates: &[Date<'_>],
    places: &[Place],
) -> Vec<usize> {
    let mut breaks = vec![0];
    for at in 0..tokens.len() {
        let is_time = tokens.is_digits(at + 1) && tokens.is_glued(at + 1);
        let opens = tokens.is_mark(at, ':') && !is_time && !is_entry(dates, at);
        if tokens.is_mark(at, ';') || opens && !is_label(tokens, places, 0..at) {
            breaks.push(at + 1);
        }
    }
    let contrasts = senses.iter().filter(|sense| sense.role == Role::Contrast);
    breaks.extend(contrasts.map(|sense| sense.tokens.start));
    breaks.sort_unstable();
    breaks.dedup();
    breaks
}

/// "8 mai 2025 : le président se rend": the day belongs to what follows.
fn is_entry(dates: &[Date<'_>], colon: usize) -> bool {
    const OPENING: usize = 2;
    dates.iter().any(|date| date.tokens.start <= OPENING && date.tokens.end == colon)
}

/// "Hongrie et Serbie : sept accords": the countries are those of what follows.
fn is_label(tokens: &Tokens<'_>, places: &[Place], opening: Range<usize>) -> bool {
    const LONGEST: usize = 12;
    // "Rabat : douze accords" says where that was written.
    let is_state = |place: &Place| matches!(place.by, Naming::Name | Naming::Adjective);
    let names =
        |at: usize| places.iter().any(|place| is_state(place) && place.tokens.contains(&at));
    opening.len() <= LONGEST
        && opening.clone().any(names)
        && opening.clone().all(|at| names(at) || JOINTS.contains(&tokens.folded(at)))
}
