//! The sentences that matter most over all briefs.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::docket::{Docket, Statement};
use super::entries::{self, Entry, Told};
use super::repeats::Chosen;
use super::timeline;
use super::weights::{EMPTY, Weights};
use crate::model::SectionKind;

const MOST_LINES: usize = 7;
/// Where other briefs have something to say, one brief says no more than this.
const MOST_OF_A_STORY: usize = 2;

/// The worth of the first on the page; each next one's is less by a step.
const FIRST: i64 = 1000;
const STEP: i64 = 40;

/// The weightiest sentences without near-repeats, empty talk, or what a line says shorter; the weightiest first.
pub(super) fn entries(
    docket: &Docket<'_>,
    weights: &Weights,
    told: &Told,
    chosen: &mut Chosen,
) -> Vec<Entry> {
    let says = |statement: &&Statement<'_>| weights.of(statement) > EMPTY && !told.has(statement);
    let mut ranked: Vec<&Statement<'_>> = docket.statements().filter(says).collect();
    ranked.sort_by_key(|statement| (Reverse(weights.of(statement)), statement.order()));
    let mut of_story: HashMap<usize, usize> = HashMap::new();
    let mut picked: Vec<&Statement<'_>> = Vec::new();
    let mut spare: Vec<&Statement<'_>> = Vec::new();
    for statement in ranked {
        if picked.len() == MOST_LINES {
            break;
        }
        let taken = of_story.entry(statement.story).or_default();
        if *taken == MOST_OF_A_STORY {
            if spare.len() < MOST_LINES {
                spare.push(statement);
            }
        } else if chosen.admit(&statement.sentence.text) {
            *taken += 1;
            picked.push(statement);
        }
    }
    for statement in spare {
        if picked.len() < MOST_LINES && chosen.admit(&statement.sentence.text) {
            picked.push(statement);
        }
    }
    picked.sort_by_key(|statement| (Reverse(weights.of(statement)), statement.order()));
    picked
        .into_iter()
        .zip(0..)
        .map(|(statement, place)| {
            entries::of_statement(
                SectionKind::KeyPoints,
                statement,
                timeline::whole(statement, docket.as_of),
                FIRST - STEP * place,
            )
        })
        .collect()
}
