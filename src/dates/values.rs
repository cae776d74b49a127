//! Dates that stand alone: front-matter values, arguments, file names.

use super::Order;
use super::grammar::scan;
use super::tokens::{Kind, tokens};
use super::words::Role;
use crate::model::PartialDate;

/// Reads a whole value as a date, as in front matter or on the command line: ISO, `12/05/2025`,
/// `12 mai 2025`, `May 12, 2025`, with or without a time behind it. French order where day and month are both
/// possible.
pub fn parse(value: &str) -> Option<PartialDate> {
    /// No date is longer; a longer value is prose.
    const LONGEST: usize = 80;
    let value = value.trim();
    if let Ok(date) = value.parse() {
        return Some(date);
    }
    if value.len() > LONGEST {
        return None;
    }
    let found = scan(value, Order::DayFirst).into_iter().next()?;
    let before = value.get(..found.range.start)?;
    let behind = value.get(found.range.end..)?;
    let leads =
        tokens(before).iter().all(|t| matches!(t.kind, Kind::Word(w, _) if w.is(Role::Article)));
    let is_alone = found.last.is_none() && leads && is_time(behind);
    found.first.date().filter(|_| is_alone)
}

/// Whether nothing but a time of day and its zone is left.
pub(super) fn is_time(rest: &str) -> bool {
    tokens(rest).iter().all(|token| match token.kind {
        Kind::Number(_, digits) => {
            digits != 4
                || rest.trim_start().starts_with(['+', '-', 'T', 't'])
                || rest.contains(['+', '-'])
        }
        Kind::Word(word, _) => word.is(Role::Time),
        Kind::Mark(mark) => ",.:+-()".contains(mark),
        Kind::Break => false,
    })
}

/// The date in a file's name or path (`2025-05-12-minsk.md`, `2025/05/minsk.txt`, `20250512_minsk.md`).
pub fn in_path(path: &str) -> Option<PartialDate> {
    let mut folders = path.split(['/', '\\']);
    let name = folders.next_back()?;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    in_name(stem)
        .or_else(|| {
            // A name that says nothing may stand in folders of years, months and days.
            let folders: Vec<&str> = folders.collect();
            let last = folders.iter().rposition(|folder| !is_small_number(folder))?;
            let year = folders.get(last).filter(|year| year.len() == 4)?;
            let rest = folders.get(last + 1..).unwrap_or_default().iter().take(2);
            let date = rest.fold((*year).to_owned(), |date, part| format!("{date}-{part:0>2}"));
            date.parse()
                .ok()
                .filter(|date| is_modern(*date))
                .or_else(|| year.parse().ok().filter(|date| is_modern(*date)))
        })
        .or_else(|| path.split(['/', '\\']).rev().skip(1).find_map(in_name))
}

fn is_small_number(folder: &str) -> bool {
    (1..=2).contains(&folder.len()) && folder.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_modern(date: PartialDate) -> bool {
    (1900..=2100).contains(&date.year())
}

/// The date at the start or end of a name, or anywhere in it where it is a full one.
fn in_name(stem: &str) -> Option<PartialDate> {
    let spoken = scan(stem, Order::DayFirst);
    let full = spoken.iter().filter(|found| found.first.month.is_some() && found.last.is_none());
    if let Some(date) = full.filter_map(|found| found.first.date()).find(|date| is_modern(*date)) {
        return Some(date);
    }
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut rest = stem;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let run = rest.get(start..)?;
        let length = digits(run);
        let number = run.get(..length)?;
        let date = match length {
            8 => compact(number),
            4 => year_and_month(run),
            _ => None,
        };
        if let Some(date) = date.filter(|date| is_modern(*date)) {
            return Some(date);
        }
        rest = run.get(length..)?;
    }
    None
}

fn compact(digits: &str) -> Option<PartialDate> {
    let (year, rest) = digits.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    format!("{year}-{month}-{day}").parse().ok()
}

/// `2025-05` and no further digit: a month.
fn year_and_month(run: &str) -> Option<PartialDate> {
    let (year, rest) = run.split_at_checked(4)?;
    let month = rest.strip_prefix(['-', '_', '.'])?.get(..2)?;
    let behind = rest.get(3..)?;
    let date = format!("{year}-{month}").parse().ok()?;
    (!behind.starts_with(|c: char| c.is_ascii_digit())).then_some(date)
}
