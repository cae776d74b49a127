//! Money and trade: how much, for whom, reached or aimed at, by when.

use super::binding::Owners;
use super::clause::Clause;
use super::finding::{Finding, Value, cover, stamp};
use super::window::Window;
use crate::model::{FactKind, FactStatus, Unit};

/// Smaller sums are prices, in thousandths.
const LEAST_TRADE: i64 = 1_000_000_000;

pub(super) fn find<'a>(clause: &Clause<'a>, owners: &[Owners]) -> Vec<Finding<'a>> {
    let mut found: Vec<Finding<'a>> = Vec::new();
    for (number, amount) in clause.amounts.iter().enumerate() {
        let Unit::Money(_) = amount.unit else { continue };
        let window = Window::new(clause, number);
        if window.is_doubtful(clause) {
            continue;
        }
        let own =
            if window.compares(clause) { Some(FactStatus::Stated) } else { window.status(clause) };
        let before = found.last().filter(|_| window.follows).map(|last| (last.kind, last.status));
        let trade = amount.number.value >= LEAST_TRADE && window.is_trade(clause);
        let kind = match (trade, before) {
            (true, _) | (_, Some((FactKind::Trade, _))) => FactKind::Trade,
            _ => FactKind::Money,
        };
        let status = own.or(before.map(|(_, status)| status)).unwrap_or(FactStatus::Stated);
        let date = window.date(clause);
        let mut finding = Finding::new(kind, amount.tokens.clone());
        finding.value = Some(Value::from(amount));
        finding.owners = owners.get(number).cloned().unwrap_or_default();
        finding.status = status;
        if let Some(date) = date {
            finding.tokens = cover(&finding.tokens, &date.tokens);
            if matches!(status, FactStatus::Target | FactStatus::Planned | FactStatus::Requested) {
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
