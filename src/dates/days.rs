//! Days, months and their ranges in words: "du 5 au 12 mai", "May 12, 2025", "mai 2025".

use super::cursor::Cursor;
use super::parts::{Match, Parts};
use super::words::Role;

/// "5 mai 2025", "du 5 au 12 mai", "les 1er et 2 décembre", "28 April to 3 May 2025".
pub(super) fn day_first(cursor: Cursor<'_>) -> Option<Match<'_>> {
    let (first, last, end) = days_of_a_month(cursor)?;
    if last.is_some() {
        return Some((first, last, end));
    }
    let mut next = end;
    let is_list = next.word().is(Role::To) && next.passed(1).is_some();
    if next.eat_to() {
        next.eat(Role::Article);
        next.eat_weekday();
        if let Some((last, None, end)) = days_of_a_month(next)
            && !(is_list && first.year.is_some())
        {
            return Some((shared_year(first, last), Some(last), end));
        }
    }
    Some((first, None, end))
}

/// The first date of a range, with the year that the last one states.
fn shared_year(first: Parts, last: Parts) -> Parts {
    let crosses_new_year = first.month > last.month;
    let year = last.year.map(|year| year - u16::from(crosses_new_year));
    Parts { year: first.year.or(year), ..first }
}

/// Days, their month, perhaps its year.
fn days_of_a_month(cursor: Cursor<'_>) -> Option<Match<'_>> {
    const MOST_DAYS: usize = 8;
    let mut end = cursor;
    let first = end.eat_day()?;
    let mut last = None;
    for _ in 0..MOST_DAYS {
        let mut next = end;
        if !(next.eat_mark(',') || next.eat_mark('&') || next.eat_to()) {
            break;
        }
        next.eat(Role::Article);
        next.eat_weekday();
        let Some(day) = next.eat_day() else { break };
        last = Some(day);
        end = next;
    }
    if end.word().unit == 1 && end.stepped().word().is(Role::Of) {
        end = end.stepped(); // "4e jour de juillet"
    }
    end.eat(Role::Of);
    end.eat_stop();
    let certain = {
        let mut ahead = end.stepped();
        ahead.eat_stop();
        ahead.eat_year_of_date().is_some()
    };
    let month = Some(end.eat_month(certain)?.month);
    let year = end.eat_year_of_date();
    let parts = |day| Parts { year, month, day: Some(day), weekday: None };
    Some((parts(first), last.map(parts), end))
}

/// "May 12, 2025", "Oct. 2", "May 5 to 12", "April 28 - May 3, 2025", "novembre 23 de 1987".
pub(super) fn month_first(cursor: Cursor<'_>) -> Option<Match<'_>> {
    let (first, mut end) = month_and_day(cursor)?;
    let mut last = None;
    let mut next = end;
    if next.eat_to() {
        if let Some((parts, behind)) = month_and_day(next) {
            (last, end) = (Some(parts), behind);
        } else if let Some(day) = plain_day(&mut next) {
            (last, end) = (Some(Parts { day: Some(day), ..first }), next);
        }
    }
    let year = end.eat_year_of_date();
    if year.is_none() && !cursor.word().month_first {
        return None;
    }
    let last = last.map(|last| Parts { year, ..last });
    let first = last.map_or(Parts { year, ..first }, |last| shared_year(first, last));
    Some((first, last, end))
}

fn month_and_day(cursor: Cursor<'_>) -> Option<(Parts, Cursor<'_>)> {
    let mut end = cursor;
    let month = Some(end.eat_month(false)?.month);
    if end.is_glued() {
        end.eat_mark('-'); // "Oct-2"
    }
    let day = Some(plain_day(&mut end)?);
    Some((Parts { month, day, ..Parts::default() }, end))
}

/// A day of the month that is no number of anything else.
fn plain_day(cursor: &mut Cursor<'_>) -> Option<u8> {
    let mut end = *cursor;
    let day = end.eat_day()?;
    let clock = end.is_glued() && end.is_mark(':');
    if end.is_decimal()
        || end.is_mark('%')
        || clock
        || end.word().is(Role::Counted)
        || end.word().month > 0
    {
        return None;
    }
    *cursor = end;
    Some(day)
}

/// "mai 2025", "Feb. 1987", "mai-juin 2025".
pub(super) fn month_and_year(cursor: Cursor<'_>) -> Option<Match<'_>> {
    let mut end = cursor;
    let first = end.eat_month(false)?.month;
    let mut next = end;
    let last = next.eat_to().then(|| next.eat_month(false)).flatten().map(|word| word.month);
    if last.is_some() {
        end = next;
    } else if end.is_glued() {
        let _ = end.eat_mark('-') || end.eat_mark('/');
    }
    let year = Some(end.eat_year_of_date()?);
    let parts = |month| Parts { year, month: Some(month), ..Parts::default() };
    let last = last.map(parts);
    Some((
        last.map_or(parts(first), |last| shared_year(Parts { year: None, ..parts(first) }, last)),
        last,
        end,
    ))
}
