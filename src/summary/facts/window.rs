//! The words around an amount: what they say of it, and when.

use std::ops::Range;

use super::clause::{Clause, Date};
use super::lexicon::{Form, Role};
use super::outlook;
use crate::model::{FactStatus, Measure, Unit};

/// Words behind an amount that may still say when.
const DATE_REACH: usize = 14;
/// Words before one that do so, where the date does not open the statement.
const BEFORE_REACH: usize = 12;
/// A date so far from its beginning opens a statement.
const OPENING: usize = 3;
/// Words behind which something else is told.
const ELSEWHERE: [&str; 9] =
    ["that", "which", "who", "qui", "que", "qu", "dont", "caused", "after"];

/// The words around an amount that belong to it: from the amount before to the one behind.
pub(super) struct Window {
    pub(super) before: Range<usize>,
    pub(super) tokens: Range<usize>,
    pub(super) after: Range<usize>,
    /// Whether another amount of the statement stands before.
    pub(super) follows: bool,
}

impl Window {
    pub(super) fn new(clause: &Clause<'_>, number: usize) -> Self {
        let tokens_of = |n: usize| clause.amounts.get(n).map(|amount| amount.tokens.clone());
        let tokens = tokens_of(number).unwrap_or_default();
        let statement = clause.statement(tokens.start);
        // "went up by 3 pct to 1.5 billion": a percentage parts nothing.
        let is_sum = |n: &usize| {
            let amount = clause.amounts.get(*n);
            amount.is_some_and(|amount| amount.unit != Unit::Of(Measure::Percent))
        };
        let previous = (0..number).rev().find(is_sum).and_then(tokens_of).map(|tokens| tokens.end);
        let previous = previous.filter(|end| *end > statement.start);
        // A number without a unit begins something else as well.
        let bare = clause.numbers.iter().map(|number| number.tokens.start);
        let next = bare.filter(|start| *start >= tokens.end).min();
        let next = next.filter(|start| *start < statement.end);
        let before = previous.unwrap_or(statement.start)..tokens.start;
        let after = tokens.end..next.unwrap_or(statement.end).max(tokens.end);
        Self { before, tokens, after, follows: previous.is_some() }
    }

    pub(super) fn is_trade(&self, clause: &Clause<'_>) -> bool {
        const NEAR: usize = 4;
        let behind = self.after.start..self.after.end.min(self.after.start + NEAR);
        // "Fiat Finance and Trade Ltd" is a company.
        let trades = |range: Range<usize>| {
            clause.senses_in(range).any(|sense| {
                let named = sense.tokens.start > 0 && clause.tokens.is_capital(sense.tokens.start);
                sense.role == Role::Trade && !named
            })
        };
        let is_balance = clause.has(self.before.clone(), Role::Balance)
            || clause.has(behind.clone(), Role::Balance);
        !is_balance && (trades(self.before.clone()) || trades(behind))
    }

    /// Whether a verb makes the amount a mere possibility: "may reduce income by".
    pub(super) fn is_doubtful(&self, clause: &Clause<'_>) -> bool {
        const NEAR: usize = 14;
        let from = self.before.end.saturating_sub(NEAR).max(self.before.start);
        clause.has(from..self.before.end, Role::Maybe)
    }

    /// Whether a date is the day by which the amount is meant: "d'ici 2030", "by 2030", "10 milliards en 2030". Any other is the
    /// day on which that was said or set.
    pub(super) fn is_horizon(&self, clause: &Clause<'_>, date: &Date<'_>) -> bool {
        const NEAR: usize = 4;
        const BY: [&str; 10] =
            ["ici", "horizon", "by", "avant", "before", "until", "jusqu", "fin", "terme", "till"];
        const IN: [&str; 8] = ["en", "in", "pour", "for", "a", "au", "within", "dans"];
        let ahead = clause.day.is_none_or(|day| date.mention.value.last_day() >= day.first_day());
        let from = date.tokens.start.saturating_sub(NEAR).max(self.before.start);
        let (from, to) = if date.tokens.start >= self.tokens.end {
            (from.max(self.tokens.end), date.tokens.end)
        } else {
            (from, date.tokens.end)
        };
        let governed = (from..to).any(|at| BY.contains(&clause.tokens.folded(at)));
        let behind = date.tokens.start >= self.tokens.end;
        let led = date.tokens.start.checked_sub(1).map(|at| clause.tokens.folded(at));
        let known = clause.day.is_some();
        let within = known && behind && led.is_some_and(|word| IN.contains(&word));
        ahead && (governed || within)
    }

    /// "up from 188 million", "contre 3 milliards": what it was before.
    pub(super) fn compares(&self, clause: &Clause<'_>) -> bool {
        const NEAR: usize = 4;
        const WORDS: [&str; 7] =
            ["from", "contre", "against", "compared", "versus", "compare", "vs"];
        let near = self.before.end.saturating_sub(NEAR).max(self.before.start)..self.before.end;
        let from = self.before.end.checked_sub(1).map(|at| clause.tokens.folded(at));
        from == Some("from")
            || self.follows && near.clone().any(|at| WORDS.contains(&clause.tokens.folded(at)))
    }

    /// What the verbs and nouns before the amount say of it; nothing where they say nothing.
    pub(super) fn status(&self, clause: &Clause<'_>) -> Option<FactStatus> {
        const ASKING: usize = 9;
        const PLANNING: usize = 14;
        let mut status = None;
        let mut ahead = false;
        for sense in clause.senses_in(self.told(clause)) {
            let reaches = matches!(sense.role, Role::Raise | Role::Reach);
            status = match (sense.role, sense.form) {
                (Role::Aim, _) | (Role::Change, Form::Infinitive) => Some(FactStatus::Target),
                (Role::Raise | Role::Reach, Form::Infinitive | Form::Future) => {
                    Some(FactStatus::Target)
                }
                (Role::Raise | Role::Reach, _) if ahead => Some(FactStatus::Target),
                (Role::Raise | Role::Reach, _) if status == Some(FactStatus::Target) => status,
                (Role::Raise | Role::Reach, Form::Past | Form::Present) => Some(FactStatus::Stated),
                (Role::Ask | Role::Wish, form) if form != Form::Noun => {
                    let near = self.tokens.start - sense.tokens.end <= ASKING;
                    near.then_some(FactStatus::Requested).or(status)
                }
                (Role::Plan, Form::Noun) => status,
                (Role::Plan | Role::Future, _) | (_, Form::Future) => {
                    let near = self.tokens.start - sense.tokens.end <= PLANNING;
                    near.then_some(FactStatus::Planned).or(status)
                }
                _ => status,
            };
            ahead |= sense.role == Role::Future && !reaches;
        }
        // Verbs that no list has: "prêtera".
        status.or_else(|| {
            outlook::has_french_future(clause, &self.told(clause)).then_some(FactStatus::Planned)
        })
    }

    /// The words before the amount that say something of it: in a relative clause those of the clause, "to which Sudan owes
    /// 3 billion".
    fn told(&self, clause: &Clause<'_>) -> Range<usize> {
        const RELATIVES: [&str; 13] = [
            "which", "whom", "whose", "who", "qui", "dont", "lequel", "laquelle", "auquel",
            "auxquels", "duquel", "where", "lesquels",
        ];
        let is_relative = |at: &usize| RELATIVES.contains(&clause.tokens.folded(*at));
        let last = self.before.clone().rev().find(is_relative);
        last.unwrap_or(self.before.start)..self.before.end
    }

    /// The date behind the amount, else the one before it.
    pub(super) fn date<'c, 'a>(&self, clause: &'c Clause<'a>) -> Option<&'c Date<'a>> {
        let within = |range: &Range<usize>| {
            let range = range.clone();
            // "a indiqué vendredi avoir besoin de": the day of the words.
            let said = |date: &Date<'_>| {
                const NEAR: usize = 2;
                let start = date.tokens.start;
                clause.has(start.saturating_sub(NEAR)..start, Role::Say)
            };
            let dates = clause.dates.iter().filter(move |date| !said(date));
            dates.filter(move |date| range.contains(&date.tokens.start))
        };
        let behind = within(&self.after).next();
        let behind = behind.filter(|date| {
            // Behind a comma something else is told.
            let gap = self.tokens.end..date.tokens.start;
            let parts = |at: usize| {
                clause.tokens.is_mark(at, ',') || ELSEWHERE.contains(&clause.tokens.folded(at))
            };
            gap.len() <= DATE_REACH && !gap.clone().any(parts)
        });
        behind.or_else(|| {
            // What stands before a second amount belongs to the first.
            let near = |date: &&Date<'_>| {
                let opens = date.tokens.start <= self.before.start + OPENING;
                opens || self.tokens.start - date.tokens.end <= BEFORE_REACH
            };
            within(&self.before).next_back().filter(|_| !self.follows).filter(near)
        })
    }
}
