//! Dates whose parts are joined by marks: 12/05/2025, 2025-05-12, 3-MAR-1987, 18 08 1978.

use super::Order;
use super::cursor::Cursor;
use super::parts::Parts;
use super::tokens::Kind;
use super::words::Role;

/// One part of a joined date.
#[derive(Clone, Copy)]
enum Part {
    /// Its value and how many digits it has.
    Number(u32, u8),
    Month(u8),
}

/// A date of three joined parts, or of month and year ("05/2025").
pub(super) fn joined(cursor: Cursor<'_>, order: Order) -> Option<(Parts, Cursor<'_>)> {
    if follows_a_number(cursor) {
        return None;
    }
    let (first, next) = part(cursor)?;
    let (mark, next) = separator(next)?;
    let (second, behind_second) = part(next)?;
    let third = separator(behind_second)
        .filter(|&(other, _)| other == mark || (mark == '/' && other == ','))
        .and_then(|(_, next)| part(next));
    let Some((third, end)) = third else {
        return month_and_year(first, mark, second)
            .filter(|_| ends(behind_second) && !cursor.numbers_a_text())
            .map(|p| (p, behind_second));
    };
    if !ends(end) {
        return None;
    }
    Some((three(first, second, third, mark, order)?, end))
}

fn three(first: Part, second: Part, third: Part, mark: char, order: Order) -> Option<Parts> {
    use Part::{Month, Number};
    match (first, second, third) {
        (Number(year, 4), Number(month, 1..=2), Number(day, 1..=2)) if mark != ' ' => {
            parts(year, month, day)
        }
        (Number(x, 1..=2), Number(y, 1..=2), Number(year, 4)) => day_and_month(x, y, year, order),
        (Number(x, 2), Number(y, 2), Number(year, 2)) if mark == '/' => {
            // Two digits of a year stand for 1970 to 2069, as in POSIX strptime, one year later.
            day_and_month(x, y, if year < 70 { 2000 + year } else { 1900 + year }, order)
        }
        (Month(month), Number(year, 4), Number(day, 1..=2))
        | (Month(month), Number(day, 1..=2), Number(year, 4))
        | (Number(year, 4), Month(month), Number(day, 1..=2))
        | (Number(day, 1..=2), Month(month), Number(year, 4))
        | (Number(year, 4), Number(day, 1..=2), Month(month))
        | (Number(day, 1..=2), Number(year, 4), Month(month))
            if mark != ' ' =>
        {
            parts(year, month.into(), day)
        }
        _ => None,
    }
}

/// Day and month in the order of the language, unless only the other one is possible.
fn day_and_month(x: u32, y: u32, year: u32, order: Order) -> Option<Parts> {
    let month_first = match order {
        Order::DayFirst => y > 12,
        Order::MonthFirst => x <= 12,
    };
    let (day, month) = if month_first { (y, x) } else { (x, y) };
    parts(year, month, day)
}

fn month_and_year(a: Part, mark: char, b: Part) -> Option<Parts> {
    match (a, b, mark) {
        (Part::Number(month @ 1..=12, 2), Part::Number(year @ 1900..=2199, 4), '/') => {
            Some(Parts {
                year: u16::try_from(year).ok(),
                month: u8::try_from(month).ok(),
                ..Parts::default()
            })
        }
        _ => None,
    }
}

fn parts(year: u32, month: u32, day: u32) -> Option<Parts> {
    let fits =
        (1000..=2199).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let [month, day] = [month, day].map(|n| u8::try_from(n).ok());
    fits.then_some(Parts { year: u16::try_from(year).ok(), month, day, weekday: None })
}

fn part(cursor: Cursor<'_>) -> Option<(Part, Cursor<'_>)> {
    match cursor.kind()? {
        Kind::Number(value, digits @ (1 | 2 | 4)) => {
            Some((Part::Number(value, digits), cursor.stepped()))
        }
        Kind::Word(word, _) if word.month > 0 => Some((Part::Month(word.month), cursor.stepped())),
        _ => None,
    }
}

/// The mark that joins two parts without spaces, or a space that does.
fn separator(cursor: Cursor<'_>) -> Option<(char, Cursor<'_>)> {
    let behind = cursor.stepped();
    match cursor.kind()? {
        Kind::Mark(mark @ ('-' | '/' | '.' | ',' | '_'))
            if cursor.is_glued() && behind.is_glued() =>
        {
            Some((mark, behind))
        }
        Kind::Number(..) if !cursor.is_glued() => Some((' ', cursor)),
        _ => None,
    }
}

/// Whether the number is the tail of a longer one ("1.12.05.2025") or of a code ("A320").
fn follows_a_number(cursor: Cursor<'_>) -> bool {
    let number =
        |token: Option<super::tokens::Token>| token.filter(|t| matches!(t.kind, Kind::Number(..)));
    let previous = cursor.passed(1);
    if !cursor.is_glued() {
        // "06 12 05 20 25" is a telephone.
        return number(previous).zip(number(cursor.token())).is_some();
    }
    let behind_mark = previous.zip(cursor.passed(2)).is_some_and(|(mark, before)| {
        matches!(mark.kind, Kind::Mark(_))
            && mark.start == before.end
            && number(Some(before)).is_some()
    });
    behind_mark || matches!(previous.map(|t| t.kind), Some(Kind::Word(..) | Kind::Number(..)))
}

/// Whether the date ends here: no digit, no letter (but the T of a time) goes on.
fn ends(cursor: Cursor<'_>) -> bool {
    let behind = cursor.stepped();
    match cursor.kind() {
        Some(Kind::Number(_, digits)) => {
            !cursor.is_glued() && digits != 2 || cursor_is_time(behind)
        }
        Some(Kind::Word(word, _)) => !cursor.is_glued() || word.is(Role::Time),
        Some(Kind::Mark('-' | '/' | '.' | ',' | '_')) => {
            !(cursor.is_glued()
                && behind.is_glued()
                && matches!(behind.kind(), Some(Kind::Number(..))))
        }
        _ => true,
    }
}

fn cursor_is_time(behind_hours: Cursor<'_>) -> bool {
    behind_hours.is_glued() && (behind_hours.is_mark(':') || behind_hours.word().is(Role::Time))
}
