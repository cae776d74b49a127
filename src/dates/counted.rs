//! Days told from another day: "hier", "two weeks before May 13, 1999", "Noël 2019".

use super::cursor::Cursor;
use super::days::{day_first, month_first};
use super::numeric::joined;
use super::parts::{Match, Matched, Parts, Relation, expression};
use super::tokens::Kind;
use super::words::{Role, Words};
use super::{Order, calendar};

/// "hier", "aujourd'hui", "avant-hier", "the day after tomorrow".
pub(super) fn relative(cursor: Cursor<'_>, days: i8) -> Option<Matched<'_>> {
    let before = cursor.passed(1).map(|token| token.kind);
    if before == Some(Kind::Mark('\'')) {
        return None; // "la Russie d'aujourd'hui"
    }
    let outer =
        if before == Some(Kind::Mark('-')) { cursor.passed(2).map(|t| t.kind) } else { before };
    let one_more = match outer {
        Some(Kind::Word(word, _)) if days < 0 => word.is(Role::Before),
        Some(Kind::Word(word, _)) if days > 0 => word.is(Role::After),
        _ => false,
    };
    let mut end = cursor.stepped();
    if days == 0 && end.is_glued() && end.is_mark('\'') {
        end = end.stepped().stepped(); // aujourd'hui
    }
    let days = if one_more { days * 2 } else { days };
    expression(cursor, (Parts::default(), None, end), Relation::Days(days))
}

/// "two weeks before May 13 1999", "16 jours à partir du 01/02/2018": days counted from a full date.
pub(super) fn counted(cursor: Cursor<'_>, order: Order) -> Option<Matched<'_>> {
    let amount = match cursor.kind()? {
        Kind::Number(value, 1..=3) => value,
        _ => u32::from(cursor.word().number),
    };
    let mut next = cursor.stepped();
    let unit = next.word().unit;
    next = next.stepped();
    if next.word().is(Role::To) && next.stepped().word().is(Role::After) {
        next = next.stepped(); // "à partir"
    }
    let sign = if next.eat(Role::Before) {
        -1
    } else if next.eat(Role::After) {
        1
    } else {
        return None;
    };
    let _ = next.eat(Role::Of) || next.eat(Role::Article);
    let (parts, end) = joined(next, order).or_else(|| {
        day_first(next).or_else(|| month_first(next)).map(|(first, _, end)| (first, end))
    })?;
    let days = sign * i64::from(amount) * i64::from(unit);
    let date = calendar::plus_days(parts.date().filter(|_| unit > 0)?, days)?;
    expression(cursor, (Parts::of(date), None, end), Relation::Plain)
}

/// "Noël 2019", "Easter 2018".
pub(super) fn feast<'t>(cursor: Cursor<'t>, text: &str) -> Option<Match<'t>> {
    let spelled =
        |cursor: Cursor<'_>| cursor.token().and_then(|token| text.get(token.start..token.end));
    Words::get().feasts(spelled(cursor)?).iter().find_map(|feast| {
        let mut end = cursor.stepped();
        for word in &feast.rest {
            while matches!(end.kind(), Some(Kind::Mark('-' | '\'' | '.'))) {
                end = end.stepped();
            }
            if crate::text::fold(spelled(end)?) != *word {
                return None;
            }
            end = end.stepped();
        }
        let date = calendar::feast(feast.rule, end.eat_year_of_date()?)?;
        Some((Parts::of(date), None, end))
    })
}
