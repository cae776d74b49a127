//! Which rule reads an expression, told from its first token; nothing is known about the article yet.

use super::Order;
use super::counted::{counted, feast, relative};
use super::cursor::Cursor;
use super::days::{day_first, month_and_year, month_first};
use super::numeric::joined;
use super::parts::{Expression, Match, Matched, Parts, Relation, expression};
use super::periods::{month_with_cue, period, plain};
use super::tokens::{Kind, Token, tokens};
use super::words::{Role, Word};
use super::years::{joined_years, year_of_entry, year_with_cue, years_in_brackets};

/// Finds the date expressions of `text` in order; they do not overlap.
pub fn scan(text: &str, order: Order) -> Vec<Expression> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let cursor = Cursor::new(&tokens, at);
        let matched = match token.kind {
            Kind::Number(..) => from_number(cursor, order),
            Kind::Word(..) => from_word(cursor, order, text),
            Kind::Mark('(') => years_in_brackets(cursor),
            Kind::Mark(_) | Kind::Break => None,
        };
        let Some((expression, next)) = matched else {
            at += 1;
            continue;
        };
        found.push(expression);
        at = next.position().max(at + 1);
    }
    found
}

fn from_number(cursor: Cursor<'_>, order: Order) -> Option<Matched<'_>> {
    let matched =
        joined(cursor, order).map(|(parts, end)| (parts, None, end)).or_else(|| day_first(cursor));
    match matched {
        Some(matched) => plain(cursor, matched),
        None => counted(cursor, order)
            .or_else(|| joined_years(cursor))
            .or_else(|| year_of_entry(cursor))
            .or_else(|| period(cursor)),
    }
}

fn from_word<'t>(cursor: Cursor<'t>, order: Order, text: &str) -> Option<Matched<'t>> {
    let word = cursor.word();
    if word == Word::default() {
        return None;
    }
    if word.weekday > 0
        && let Some(found) = from_weekday(cursor, order)
    {
        return Some(found);
    }
    if word.month > 0
        && let Some(found) = from_month(cursor, order)
    {
        return Some(found);
    }
    if word.number > 0
        && let Some(found) = counted(cursor, order)
    {
        return Some(found);
    }
    if word.feast
        && let Some(matched) = feast(cursor, text)
    {
        return expression(cursor, matched, Relation::Plain);
    }
    let relation = [(Role::Last, Relation::Last), (Role::Next, Relation::Next)];
    for (_, relation) in relation.into_iter().filter(|&(role, _)| word.is(role)) {
        if let Some(matched) = month_or_weekday(cursor.stepped()) {
            return expression(cursor, matched, relation);
        }
    }
    if word.is(Role::YearCue)
        && let Some(found) = year_with_cue(cursor)
    {
        return Some(found);
    }
    if word.is(Role::MonthCue)
        && let Some(found) = month_with_cue(cursor)
    {
        return Some(found);
    }
    if let Some(found) = period(cursor) {
        return Some(found);
    }
    word.relative.and_then(|days| relative(cursor, days))
}

/// "mardi 7 juin", "Tue, 13 May 2025", or the weekday alone.
fn from_weekday(cursor: Cursor<'_>, order: Order) -> Option<Matched<'_>> {
    let mut next = cursor;
    let weekday = next.eat_weekday();
    let mut day = next;
    day.eat(Role::Article);
    let matched = joined(day, order)
        .map(|(parts, end)| (parts, None, end))
        .or_else(|| day_first(day))
        .or_else(|| month_first(day));
    if let Some((first, last, end)) = matched {
        return plain(cursor, (Parts { weekday, ..first }, last, end));
    }
    if cursor.word().short || cursor.follows(Role::Every) {
        return None;
    }
    let mut end = cursor.stepped();
    end.eat(Role::Daypart);
    let relation = if end.eat(Role::Last) {
        Relation::Last
    } else if end.eat(Role::Next) || speaks_of_the_future(cursor) {
        Relation::Next
    } else if cursor.follows(Role::Article) {
        return None; // "le dimanche": every Sunday
    } else {
        Relation::Plain
    };
    expression(cursor, (Parts { weekday, ..Parts::default() }, None, end), relation)
}

/// Whether a verb near the weekday, in the same sentence, is in the future.
fn speaks_of_the_future(cursor: Cursor<'_>) -> bool {
    const NEAR: usize = 12;
    let ends_sentence =
        |token: &Token| matches!(token.kind, Kind::Break | Kind::Mark('.' | '!' | '?'));
    let future = |token: Token| matches!(token.kind, Kind::Word(word, _) if word.is(Role::Future));
    let before = (1..=NEAR).map_while(|back| cursor.passed(back)).take_while(|t| !ends_sentence(t));
    let mut after = cursor;
    let behind = std::iter::from_fn(move || {
        after = after.stepped();
        after.token()
    });
    before.chain(behind.take(NEAR).take_while(|t| !ends_sentence(t))).any(future)
}

fn from_month(cursor: Cursor<'_>, order: Order) -> Option<Matched<'_>> {
    let matched = joined(cursor, order)
        .map(|(parts, end)| (parts, None, end))
        .or_else(|| month_first(cursor))
        .or_else(|| month_and_year(cursor));
    if let Some(matched) = matched {
        return plain(cursor, matched);
    }
    let mut end = cursor;
    let month = Some(end.eat_month(false)?.month);
    let relation = if end.eat(Role::Last) {
        Relation::Last
    } else if end.eat(Role::Next) {
        Relation::Next
    } else {
        return None;
    };
    expression(cursor, (Parts { month, ..Parts::default() }, None, end), relation)
}

fn month_or_weekday(cursor: Cursor<'_>) -> Option<Match<'_>> {
    let mut end = cursor;
    if let Some(word) = end.eat_month(false) {
        return Some((Parts { month: Some(word.month), ..Parts::default() }, None, end));
    }
    let word = cursor.word();
    let weekday = (word.weekday > 0 && !word.short).then_some(word.weekday)?;
    Some((Parts { weekday: Some(weekday), ..Parts::default() }, None, cursor.stepped()))
}
