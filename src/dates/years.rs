//! Years that stand alone: behind a word that asks for one, in brackets, or two that follow on each other.

use super::cursor::Cursor;
use super::parts::{Expression, Matched, Parts, Relation, expression};
use super::tokens::Kind;
use super::words::Role;

/// "en 1959", "d'ici 2030", "since the year 2000", "en 2024-2025".
pub(super) fn year_with_cue(cursor: Cursor<'_>) -> Option<Matched<'_>> {
    const FILLERS: usize = 4;
    let mut start = cursor.stepped();
    for _ in 0..FILLERS {
        if !(start.eat(Role::YearFiller) || start.eat_mark('\'') || start.eat_mark('-')) {
            break;
        }
    }
    let mut end = start;
    let year = Some(end.eat_year()?);
    let first = Parts { year, ..Parts::default() };
    let mut next = end;
    let last =
        next.eat_mark('-').then(|| next.eat_year()).flatten().filter(|&last| Some(last) > year);
    if last.is_some() {
        end = next;
    }
    let last = last.map(|year| Parts { year: Some(year), ..Parts::default() });
    expression(start, (first, last, end), Relation::Plain)
}

/// "1959 : le président se rend", "1959 – le président": the year that an entry begins with.
pub(super) fn year_of_entry(cursor: Cursor<'_>) -> Option<Matched<'_>> {
    let mut end = cursor;
    let year = Some(end.eat_year()?);
    let mut next = end;
    let dash = !end.is_glued() && next.eat_mark('-') && matches!(next.kind(), Some(Kind::Word(..)));
    let entry = cursor.position() == 0 && (end.is_mark(':') || dash);
    entry.then(|| {
        expression(cursor, (Parts { year, ..Parts::default() }, None, end), Relation::Plain)
    })?
}

/// The expressions of a text that is an entry of a year, with that year where they leave theirs open: "1992 : les relations
/// sont établies, le 23 septembre". Behind another year nobody knows which one is meant: such days are left out. What counts
/// from the day of the article ("mardi dernier") keeps doing so.
pub(super) fn of_entry(text: &str, mut found: Vec<Expression>) -> Vec<Expression> {
    let Some(head) = found.first() else { return found };
    let opens = text.get(..head.range.start).is_some_and(|before| before.trim().is_empty());
    let Parts { year: Some(year), month: None, .. } = head.first else { return found };
    if !opens || head.last.is_some() {
        return found;
    }
    let mut is_told = true;
    found.retain_mut(|one| {
        let is_other = one.first.year.is_some_and(|of| of != year);
        is_told &= !is_other;
        let is_open = is_open_day(one);
        if is_open && is_told {
            in_year(one, year);
        }
        is_told || !is_open
    });
    found
}

/// Whether an expression is a day that lacks nothing but its year.
fn is_open_day(expression: &Expression) -> bool {
    let Parts { year, month, day, weekday } = expression.first;
    let is_day = month.is_some() && day.is_some() && weekday.is_none();
    is_day && year.is_none() && expression.relation == Relation::Plain
}

fn in_year(expression: &mut Expression, year: u16) {
    let Expression { first, last, .. } = expression;
    let crosses_new_year = last.is_some_and(|last| last.month < first.month);
    let of_last = year + u16::from(crosses_new_year);
    *last = last.map(|last| Parts { year: last.year.or(Some(of_last)), ..last });
    first.year = Some(year);
}

/// "2021-2025", "2024-25": years that follow on each other, and no number of a law.
pub(super) fn joined_years(cursor: Cursor<'_>) -> Option<Matched<'_>> {
    /// No plan, mandate or war is longer.
    const LONGEST: u16 = 30;
    /// Smaller numbers are as often prices ("1297/1299").
    const EARLIEST: u16 = 1500;
    if cursor.numbers_a_text() || cursor.is_glued_to_mark() {
        return None;
    }
    let mut end = cursor;
    let first = end.eat_year()?;
    let season = end.is_mark('/');
    let joins = end.is_glued() && (end.eat_mark('-') || end.eat_mark('/')) && end.is_glued();
    if !joins || first < EARLIEST {
        return None;
    }
    let last = match end.kind()? {
        Kind::Number(value, 2) => {
            end = end.stepped();
            let next = first + 1;
            u16::try_from(value).ok().filter(|&value| value == next % 100).map(|_| next)
        }
        _ => end.eat_year(),
    }?;
    let goes_on = end.is_glued() && (end.is_mark('-') || end.is_mark('/') || end.is_decimal());
    let longest = if season { 1 } else { LONGEST };
    if goes_on || last <= first || last - first > longest {
        return None;
    }
    let parts = |year| Parts { year: Some(year), ..Parts::default() };
    expression(cursor, (parts(first), Some(parts(last)), end), Relation::Plain)
}

/// "(1945-2025)".
pub(super) fn years_in_brackets(cursor: Cursor<'_>) -> Option<Matched<'_>> {
    let start = cursor.stepped();
    let mut end = start;
    let first = end.eat_year()?;
    let last = end.eat_mark('-').then(|| end.eat_year()).flatten();
    if !end.is_mark(')') || last.is_some_and(|last| last <= first) {
        return None;
    }
    let parts = |year| Parts { year: Some(year), ..Parts::default() };
    expression(start, (parts(first), last.map(parts), end), Relation::Plain)
}
