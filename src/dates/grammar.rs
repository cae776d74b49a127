//! What a date expression states, before anything is known about the article: tokens to parts.

use std::ops::Range;

use super::cursor::Cursor;
use super::numeric::joined;
use super::tokens::{Kind, Token, tokens};
use super::words::{Role, Words};
use super::{Order, calendar};
use crate::model::PartialDate;

/// What an expression says of one date. A day never stands without its month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The year, 1000 to 2199.
    pub year: Option<u16>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, 1 to 31; it may not exist in that month.
    pub day: Option<u8>,
    /// The weekday, 1 for Monday to 7 for Sunday.
    pub weekday: Option<u8>,
}

/// How an incomplete expression relates to the day of the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Relation {
    /// It does not say.
    #[default]
    Plain,
    /// "dernier", "last": before it.
    Last,
    /// "prochain", "next", or a verb in the future: after it.
    Next,
    /// That many days from it.
    Days(i8),
}

/// A date expression as the text has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The date, or the first one of a range.
    pub first: Parts,
    /// The last one of a range.
    pub last: Option<Parts>,
    /// How it relates to the day of the article.
    pub relation: Relation,
}

impl Parts {
    /// The date, where the year is stated and the day exists.
    pub fn date(self) -> Option<PartialDate> {
        self.in_year(self.year?)
    }

    /// The date in a year, where the day exists.
    pub(super) fn in_year(self, year: u16) -> Option<PartialDate> {
        match (self.month, self.day) {
            (Some(month), Some(day)) => PartialDate::day_of(year, month, day),
            (Some(month), None) => PartialDate::month_of(year, month),
            (None, _) => PartialDate::year_only(year),
        }
    }
}

/// One date or a range, and the place behind it.
pub(super) type Match<'t> = (Parts, Option<Parts>, Cursor<'t>);

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

type Found<'t> = (Expression, Cursor<'t>);

fn expression<'t>(
    from: Cursor<'t>,
    (first, last, end): Match<'t>,
    relation: Relation,
) -> Option<Found<'t>> {
    let range = from.token()?.start..end.passed(1)?.end;
    Some((Expression { range, first, last, relation }, end))
}

fn from_number(cursor: Cursor<'_>, order: Order) -> Option<Found<'_>> {
    let matched =
        joined(cursor, order).map(|(parts, end)| (parts, None, end)).or_else(|| day_first(cursor));
    match matched {
        Some(matched) => expression(cursor, matched, Relation::Plain),
        None => counted(cursor, order),
    }
}

fn from_word<'t>(cursor: Cursor<'t>, order: Order, text: &str) -> Option<Found<'t>> {
    let word = cursor.word();
    if word == super::words::Word::default() {
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
    word.relative.and_then(|days| relative(cursor, days))
}

/// "mardi 7 juin", "Tue, 13 May 2025", or the weekday alone.
fn from_weekday(cursor: Cursor<'_>, order: Order) -> Option<Found<'_>> {
    let mut next = cursor;
    let weekday = next.eat_weekday();
    let mut day = next;
    day.eat(Role::Article);
    let matched = joined(day, order)
        .map(|(parts, end)| (parts, None, end))
        .or_else(|| day_first(day))
        .or_else(|| month_first(day));
    if let Some((first, last, end)) = matched {
        return expression(cursor, (Parts { weekday, ..first }, last, end), Relation::Plain);
    }
    if cursor.word().short
        || cursor.passed(1).is_some_and(|t| matches!(t.kind, Kind::Word(w, _) if w.is(Role::Every)))
    {
        return None;
    }
    let mut end = cursor.stepped();
    end.eat(Role::Daypart);
    let relation = if end.eat(Role::Last) {
        Relation::Last
    } else if end.eat(Role::Next) || speaks_of_the_future(cursor) {
        Relation::Next
    } else if cursor
        .passed(1)
        .is_some_and(|t| matches!(t.kind, Kind::Word(w, _) if w.is(Role::Article)))
    {
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

fn from_month(cursor: Cursor<'_>, order: Order) -> Option<Found<'_>> {
    let matched = joined(cursor, order)
        .map(|(parts, end)| (parts, None, end))
        .or_else(|| month_first(cursor))
        .or_else(|| month_and_year(cursor));
    if let Some(matched) = matched {
        return expression(cursor, matched, Relation::Plain);
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

/// "5 mai 2025", "du 5 au 12 mai", "les 1er et 2 décembre", "28 April to 3 May 2025".
fn day_first(cursor: Cursor<'_>) -> Option<Match<'_>> {
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
fn month_first(cursor: Cursor<'_>) -> Option<Match<'_>> {
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
fn month_and_year(cursor: Cursor<'_>) -> Option<Match<'_>> {
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

/// "en 1959", "d'ici 2030", "since the year 2000", "en 2024-2025".
fn year_with_cue(cursor: Cursor<'_>) -> Option<Found<'_>> {
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
fn years_in_brackets(cursor: Cursor<'_>) -> Option<Found<'_>> {
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

/// "hier", "aujourd'hui", "avant-hier", "the day after tomorrow".
fn relative(cursor: Cursor<'_>, days: i8) -> Option<Found<'_>> {
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
fn counted(cursor: Cursor<'_>, order: Order) -> Option<Found<'_>> {
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
    let parts =
        Parts { year: Some(date.year()), month: date.month(), day: date.day(), weekday: None };
    expression(cursor, (parts, None, end), Relation::Plain)
}

/// "Noël 2019", "Easter 2018".
fn feast<'t>(cursor: Cursor<'t>, text: &str) -> Option<Match<'t>> {
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
        let parts =
            Parts { year: Some(date.year()), month: date.month(), day: date.day(), weekday: None };
        Some((parts, None, end))
    })
}
