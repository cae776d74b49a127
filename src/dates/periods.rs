//! Weeks, months and years told from the article's ("l'an dernier", "this month"), and the quarters and halves of a year.

use super::cursor::Cursor;
use super::parts::{Match, Matched, Parts, Relation, expression};
use super::tokens::{Kind, Token};
use super::words::{Period, Role};

/// "cette année", "le mois dernier", "next week"; "premier trimestre 2025", "second half of this year", "Q1 2025".
pub(super) fn period(cursor: Cursor<'_>) -> Option<Matched<'_>> {
    if let Some(found) = part_of_a_year(cursor) {
        return Some(found);
    }
    let (period, steps, end) = told(cursor)?;
    let relation = match period {
        Period::Week => Relation::Weeks(steps),
        Period::Month => Relation::Months(steps),
        Period::Year => Relation::Years(steps),
        Period::Quarter | Period::Half => return None,
    };
    expression(cursor, (Parts::default(), None, end), relation)
}

/// A match as an expression; a year behind it that is told from the article's counts ("May 5 last year").
pub(super) fn plain<'t>(from: Cursor<'t>, (first, last, end): Match<'t>) -> Option<Matched<'t>> {
    if first.year.is_none()
        && let Some((steps, end)) = told_year(end)
    {
        return expression(from, (first, last, end), Relation::Years(steps));
    }
    expression(from, (first, last, end), Relation::Plain)
}

/// "fin mai", "mid-June", "the end of July", "en mai et juin": a month without a year, behind a word that asks for one.
pub(super) fn month_with_cue(cursor: Cursor<'_>) -> Option<Matched<'_>> {
    let mut start = cursor.stepped();
    let _ = start.eat_mark('-') || start.eat(Role::Of);
    let mut end = start;
    let first = end.eat_month(false)?.month;
    let mut next = end;
    let last = next.eat_to().then(|| next.eat_month(false)).flatten().map(|word| word.month);
    if last.is_some() {
        end = next;
    }
    // "en mai 12" is cut off, "in May's speech" is a person's, and "en juin dernier" is read from its month on.
    let goes_on = matches!(end.kind(), Some(Kind::Number(..))) || end.is_mark('\'');
    if goes_on || end.word().is(Role::Last) || end.word().is(Role::Next) {
        return None;
    }
    let parts = |month| Parts { month: Some(month), ..Parts::default() };
    let found = (parts(first), last.map(parts), end);
    match plain(start, found)? {
        (found, end) if found.relation == Relation::Plain => {
            Some((super::Expression { relation: Relation::Near, ..found }, end))
        }
        found => Some(found),
    }
}

/// "this year", "l'an dernier": the period and how many of them from the article's.
fn told(cursor: Cursor<'_>) -> Option<(Period, i8, Cursor<'_>)> {
    let word = cursor.word();
    let leads = word.is(Role::Ahead);
    // "the last year" is the twelve months up to now; "un mois passé" is any.
    let has_article = cursor.follows(Role::Article)
        || matches!(cursor.passed(1), Some(Token { kind: Kind::Mark('\''), .. }));
    if leads == has_article {
        return None;
    }
    let mut end = cursor.stepped();
    let (period, told) =
        if leads { (end.word().period?, word) } else { (word.period?, end.word()) };
    let steps = match (told.is(Role::Last), told.is(Role::Next)) {
        (true, _) => -1,
        (_, true) => 1,
        _ if leads => 0,
        _ => return None,
    };
    end = end.stepped();
    if end.is_glued() && end.eat_mark('-') && !end.eat(Role::Here) {
        return None; // "cette année-là"
    }
    let names_its_month = steps == 0 && end.word().is(Role::Of) && end.stepped().word().month > 0;
    (!names_its_month).then_some((period, steps, end))
}

/// "last year", "de l'an dernier", "of this year", behind a day or a month.
fn told_year(cursor: Cursor<'_>) -> Option<(i8, Cursor<'_>)> {
    let mut start = cursor;
    start.eat_mark(',');
    start.eat(Role::Of);
    if start.word().is(Role::YearFiller) && start.stepped().is_mark('\'') {
        start = start.stepped().stepped(); // l'an
    } else if start.word().is(Role::Article) {
        start = start.stepped();
    }
    match told(start)? {
        (Period::Year, steps, end) => Some((steps, end)),
        _ => None,
    }
}

/// "premier trimestre 2025", "the last quarter of 2024", "H1 2025": its first and last month.
fn part_of_a_year(cursor: Cursor<'_>) -> Option<Matched<'_>> {
    let (place, period, end) = named_part(cursor).or_else(|| short_part(cursor))?;
    let months = match period {
        Period::Quarter => 3,
        Period::Half => 6,
        _ => return None,
    };
    let parts = 12 / months;
    let place = if place == LAST { parts } else { place };
    if !(1..=parts).contains(&place) {
        return None;
    }
    let mut behind = end;
    let year = behind.eat_year_of_date();
    let month = |month| Parts { year, month: Some(month), ..Parts::default() };
    let (first, last) = (month((place - 1) * months + 1), month(place * months));
    let (found, end) = plain(cursor, (first, Some(last), behind))?;
    // Without a year it is that of any.
    (year.is_some() || found.relation != Relation::Plain).then_some((found, end))
}

/// Stands for the last part of a year.
const LAST: u8 = u8::MAX;

fn named_part(cursor: Cursor<'_>) -> Option<(u8, Period, Cursor<'_>)> {
    let mut end = cursor;
    let place = if end.word().place > 0 {
        let place = end.word().place;
        end = end.stepped();
        place
    } else if end.eat(Role::Last) {
        LAST
    } else {
        end.eat_day()?
    };
    Some((place, end.word().period?, end.stepped()))
}

fn short_part(cursor: Cursor<'_>) -> Option<(u8, Period, Cursor<'_>)> {
    let period = cursor.word().short_period?;
    let number = cursor.stepped();
    match number.kind()? {
        Kind::Number(place @ 1..=4, 1) if number.is_glued() => {
            Some((u8::try_from(place).ok()?, period, number.stepped()))
        }
        _ => None,
    }
}
