//! Years that stand alone: behind a word that asks for one, or in brackets.

use super::cursor::Cursor;
use super::parts::{Matched, Parts, Relation, expression};
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
