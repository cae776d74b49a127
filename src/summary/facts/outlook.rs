//! Whether a sentence says that something happened, will happen, is asked for or called off; and when.

use std::ops::Range;

use super::binding::distance;
use super::clause::{Clause, Date};
use super::lexicon::{Form, Role, Sense};
use super::tense::is_french_future;
use crate::model::FactStatus;

/// Words before a verb that may govern it.
const BEFORE: usize = 12;
/// Those that are its auxiliaries.
const AUXILIARY: usize = 4;
/// Between an event and its date, at most.
const DATE_REACH: usize = 16;

/// How certain what a verb or noun tells is; `done` is the word for what happened. Nothing where it is
/// denied or a mere possibility.
pub(super) fn of_event(clause: &Clause<'_>, sense: &Sense, done: FactStatus) -> Option<FactStatus> {
    let at = &sense.tokens;
    let statement = clause.statement(at.start);
    let before = at.start.saturating_sub(BEFORE).max(statement.start)..at.start;
    let auxiliary = at.start.saturating_sub(AUXILIARY).max(statement.start)..at.start;
    if clause.has(statement.clone(), Role::Cancel) {
        return Some(FactStatus::Cancelled);
    }
    if clause.is_denied(at) || clause.has(auxiliary.clone(), Role::Maybe) {
        return None;
    }
    let asked = [Role::Ask, Role::Wish].iter().any(|role| clause.has(before.clone(), *role));
    let ahead = clause.has(auxiliary.clone(), Role::Future);
    let cues = [Role::Future, Role::Plan, Role::Aim, Role::Agree, Role::Pledge];
    let planned = cues.iter().any(|role| clause.has(before.clone(), *role));
    let recent = matches!(
        at.start.checked_sub(2).map(|at| clause.tokens.folded(at)),
        Some("vient" | "viennent" | "venait")
    );
    Some(match sense.form {
        _ if recent => done,
        Form::Future => FactStatus::Planned,
        Form::Infinitive if asked => FactStatus::Requested,
        Form::Infinitive if planned || is_purpose(clause, at) => FactStatus::Planned,
        Form::Infinitive => return None,
        Form::Past if ahead => FactStatus::Planned,
        Form::Past => done,
        Form::Present | Form::Noun if asked => FactStatus::Requested,
        Form::Present | Form::Noun if planned => FactStatus::Planned,
        Form::Present => done,
        Form::Noun => of_noun(clause, sense, done)?,
    })
}

/// "pour signer", "to sign"
fn is_purpose(clause: &Clause<'_>, at: &Range<usize>) -> bool {
    let before = at.start.checked_sub(1).map(|at| clause.tokens.folded(at));
    matches!(before, Some("pour" | "to" | "will" | "would" | "shall"))
}

/// "la signature de l'accord": by its witnesses, the tense of the statement, or its date.
fn of_noun(clause: &Clause<'_>, sense: &Sense, done: FactStatus) -> Option<FactStatus> {
    let statement = clause.statement(sense.tokens.start);
    let before = statement.start..sense.tokens.start;
    if is_ahead(clause, &statement) {
        return Some(FactStatus::Planned);
    }
    if clause.has(before, Role::Witness) {
        return Some(done);
    }
    let date = date_near(clause, &sense.tokens)?;
    let day = clause.day?;
    let past = date.mention.value.last_day() <= day.last_day();
    Some(if past { done } else { FactStatus::Planned })
}

/// Whether the statement speaks of the future.
pub(super) fn is_ahead(clause: &Clause<'_>, statement: &Range<usize>) -> bool {
    let in_lexicon = |sense: &Sense| {
        sense.role == Role::Future || sense.form == Form::Future || sense.role == Role::Plan
    };
    clause.senses_in(statement.clone()).any(in_lexicon) || has_french_future(clause, statement)
}

/// Whether a verb among some tokens is in the French future by its ending.
pub(super) fn has_french_future(clause: &Clause<'_>, tokens: &Range<usize>) -> bool {
    let tokens_of = &clause.tokens;
    tokens.clone().any(|at| is_french_future(tokens_of.folded(at), tokens_of.is_capital(at)))
}

/// Whether a date lies behind the day of the brief.
pub(super) fn is_coming(clause: &Clause<'_>, date: &Date<'_>) -> bool {
    clause.day.is_some_and(|day| date.mention.value.first_day() > day.last_day())
}

/// The date in the statement that stands closest to some words, the one behind them first.
pub(super) fn date_near<'c, 'a>(
    clause: &'c Clause<'a>,
    tokens: &Range<usize>,
) -> Option<&'c Date<'a>> {
    let statement = clause.statement(tokens.start);
    let dates = clause.dates.iter().filter(|date| statement.contains(&date.tokens.start));
    let dates = dates.filter(|date| !is_since(clause, date) && !is_of_another(clause, date));
    dates
        .map(|date| (distance(&date.tokens, tokens), date.tokens.start < tokens.start, date))
        .filter(|(far, _, _)| *far <= DATE_REACH)
        .min_by_key(|(far, before, _)| (*far, *before))
        .map(|(_, _, date)| first_of_range(clause, date))
}

/// "l'accord du 3 mai a été ratifié", "the election of 9 August led to": the day of what stands right before it.
fn is_of_another(clause: &Clause<'_>, date: &Date<'_>) -> bool {
    let led = date.tokens.start.checked_sub(1);
    let Some(at) = led.filter(|at| matches!(clause.tokens.folded(*at), "of" | "du")) else {
        return false;
    };
    let noun = |sense: &Sense| {
        sense.tokens.end == at && matches!(sense.role, Role::Vote | Role::Accord | Role::Sanction)
    };
    clause.senses.iter().any(noun)
}

/// "le premier depuis juillet 2017" did not happen then.
pub(super) fn is_since(clause: &Clause<'_>, date: &Date<'_>) -> bool {
    let before = |back: usize| {
        let at = date.tokens.start.checked_sub(back);
        at.map(|at| clause.tokens.folded(at)).unwrap_or_default()
    };
    [before(1), before(2)].iter().any(|word| matches!(*word, "depuis" | "since"))
}

/// "de lundi à mercredi" begins on Monday.
fn first_of_range<'c, 'a>(clause: &'c Clause<'a>, last: &'c Date<'a>) -> &'c Date<'a> {
    let leads = last.tokens.start.checked_sub(1);
    let ranges =
        leads.is_some_and(|at| matches!(clause.tokens.folded(at), "a" | "au" | "to" | "-"));
    let first = clause
        .dates
        .iter()
        .find(|date| Some(date.tokens.end) == leads && date.mention.value <= last.mention.value);
    first.filter(|_| ranges).unwrap_or(last)
}
