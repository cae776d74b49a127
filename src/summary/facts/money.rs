//! Money and trade: how much, for whom, reached or aimed at, by when.

use super::binding::{self, Owners, distance};
use super::clause::{Clause, Date};
use super::finding::{Finding, Value, cover, stamp};
use super::sums;
use super::window::Window;
use crate::model::{FactKind, FactStatus, Unit};

/// Smaller sums are no trade, in thousandths.
const LEAST_TRADE: i64 = 1_000_000_000;

/// Between two sums of one statement, at most.
const TOGETHER: usize = 10;

pub(super) fn find<'a>(clause: &Clause<'a>, owners: &[Owners]) -> Vec<Finding<'a>> {
    let mut found: Vec<Finding<'a>> = Vec::new();
    for (number, amount) in clause.amounts.iter().enumerate() {
        let Unit::Money(_) = amount.unit else { continue };
        let window = Window::new(clause, number);
        let before = found.last().filter(|_| window.follows).map(|last| (last.kind, last.status));
        let trade = amount.number.value >= LEAST_TRADE && window.is_trade(clause)
            || matches!(before, Some((FactKind::Trade, _)));
        let date = window.date(clause);
        let compares = window.compares(clause);
        // What it was before says nothing without its own year.
        if !sums::tells(clause, &window, amount.number.value) || compares && date.is_none() {
            continue;
        }
        let own = if compares || is_told_of_the_past(clause, &window) {
            Some(FactStatus::Stated)
        } else {
            window.status(clause)
        };
        let kind = if trade { FactKind::Trade } else { FactKind::Money };
        // What is said of one sum is said of the next where the two stand together.
        let near =
            found.last().is_some_and(|last| distance(&last.tokens, &amount.tokens) <= TOGETHER);
        let inherited = before.filter(|_| near).map(|(_, status)| status);
        let status = own.or(inherited).unwrap_or(FactStatus::Stated);
        let mut finding = Finding::new(kind, amount.tokens.clone());
        finding.value = Some(Value::from(amount));
        finding.owners = owners.get(number).cloned().unwrap_or_default();
        if trade {
            binding::complete_pair(clause, &amount.tokens, &mut finding.owners);
        }
        finding.status = status;
        if let Some(date) = date {
            finding.tokens = cover(&finding.tokens, &date.tokens);
            if is_meant(status) && window.is_horizon(clause, date) {
                finding.until = Some(date.mention.end.unwrap_or(date.mention.value));
            } else {
                finding.date = Some(stamp(date));
                finding.until = date.mention.end;
            }
        }
        found.push(finding);
    }
    found
}

fn is_meant(status: FactStatus) -> bool {
    matches!(status, FactStatus::Target | FactStatus::Planned | FactStatus::Requested)
}

/// "to turn around last year's 3 billion": what has a day of the past right before it has been.
fn is_told_of_the_past(clause: &Clause<'_>, window: &Window) -> bool {
    const NEAR: usize = 3;
    let past = |date: &Date<'_>| {
        let close =
            date.tokens.end <= window.tokens.start && window.tokens.start - date.tokens.end <= NEAR;
        let over = clause.day.is_some_and(|day| date.mention.value.last_day() < day.first_day());
        close && over && !clause.tokens.is_mark(date.tokens.end, ',')
    };
    clause.dates.iter().any(past)
}
