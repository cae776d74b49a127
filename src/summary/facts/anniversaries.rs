//! Anniversaries: so many years since something.

use std::ops::Range;

use super::binding::{self, distance};
use super::clause::{Clause, Date};
use super::finding::{Finding, Value, cover};
use super::lexicon::Role;
use super::numbers::Number;
use super::outlook;
use crate::model::{DateStamp, FactKind, Measure, Precision, Unit};

pub(super) fn find<'a>(clause: &Clause<'a>) -> Vec<Finding<'a>> {
    let found = clause.numbers.iter().filter_map(|number| {
        let tokens = anniversary(clause, number)?;
        // "dix jours avant son 91e anniversaire": a birthday.
        let before = number.tokens.start.checked_sub(1).map(|at| clause.tokens.folded(at));
        if matches!(before, Some("son" | "his" | "her" | "mon" | "my")) {
            return None;
        }
        let value = Value {
            tokens: number.tokens.clone(),
            thousandths: number.value,
            most: None,
            approximate: false,
            unit: Unit::Of(Measure::Years),
        };
        let finding =
            Finding { value: Some(value), ..Finding::new(FactKind::Anniversary, tokens.clone()) };
        let finding = finding.of(countries(clause, &tokens));
        Some(dated(finding, outlook::date_near(clause, &tokens)))
    });
    found.collect()
}

/// "80e anniversaire", "65th anniversary", "les 25 ans de l'établissement", "75 years of relations".
fn anniversary(clause: &Clause<'_>, number: &Number) -> Option<Range<usize>> {
    const NEAR: usize = 4;
    let end = number.tokens.end;
    let behind = clause.senses_in(end..end + NEAR);
    if number.ordinal || clause.tokens.is_mark(end, '-') {
        let named = behind.into_iter().find(|sense| sense.role == Role::Anniversary)?;
        return Some(cover(&number.tokens, &named.tokens));
    }
    let years = behind.into_iter().find(|sense| sense.role == Role::Years)?;
    let close = years.tokens.start - end <= 1;
    let of = matches!(clause.tokens.folded(years.tokens.end), "de" | "d" | "des" | "du" | "of");
    let what = clause
        .senses_in(years.tokens.end..years.tokens.end + NEAR + 1)
        .find(|sense| matches!(sense.role, Role::Relations | Role::Establish))?;
    (close && of).then(|| cover(&number.tokens, &what.tokens))
}

/// "en 2025, le 75e anniversaire"; of "80e anniversaire (1945-2025)" the last year.
fn dated<'a>(finding: Finding<'a>, date: Option<&Date<'a>>) -> Finding<'a> {
    const BEFORE: usize = 12;
    let near = |date: &&Date<'a>| {
        date.tokens.start >= finding.tokens.start
            || distance(&date.tokens, &finding.tokens) <= BEFORE && date.mention.end.is_none()
    };
    let Some(date) = date.filter(near) else { return finding };
    let last = date.mention.end.filter(|end| end.precision() == Precision::Year);
    let finding = finding.on(Some(date));
    match last {
        Some(value) => {
            let basis = date.mention.basis;
            Finding { date: Some(DateStamp { value, basis }), until: None, ..finding }
        }
        None => finding,
    }
}

/// Whose it is: those right behind it, else those of the statement where they are two at most.
fn countries(clause: &Clause<'_>, tokens: &Range<usize>) -> Vec<crate::model::CountryCode> {
    const REACH: usize = 14;
    let statement = clause.statement(tokens.start);
    let all = clause.countries_in(statement.clone());
    if all.is_empty() {
        return clause.pair(statement).unwrap_or_default();
    }
    // "les 25 ans des relations de son pays avec Kampala": relations take two.
    if let [one] = all.as_slice()
        && clause.has(statement.clone(), Role::Relations)
    {
        let other = clause.pair_but(*one);
        return other.map(|other| binding::sorted(*one, other)).unwrap_or_default();
    }
    if all.len() <= 2 {
        return all;
    }
    let behind = clause.groups_in(tokens.end..statement.end.min(tokens.end + REACH)).next();
    behind.map(|group| super::clause::union(std::iter::once(group))).unwrap_or_default()
}
