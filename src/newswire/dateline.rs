//! The dateline: where, when and by whom a dispatch was sent, before the dash that opens its first paragraph.

use std::ops::Range;

use super::ends::head;
use super::patterns::Patterns;
use crate::dates::{self, Order, Parts};
use crate::text::fold;

/// A dateline at the head of a paragraph; offsets are bytes of the paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Dateline {
    /// Where the text behind it begins.
    pub end: usize,
    /// The place.
    pub place: Option<Range<usize>>,
    /// The agency.
    pub agency: Option<Range<usize>>,
    /// Its day, with or without a year.
    pub date: Option<Parts>,
}

/// No dateline is longer, in bytes.
const LONGEST: usize = 130;

/// Reads the dateline that `text` begins with.
pub(super) fn dateline(text: &str) -> Option<Dateline> {
    // Enough of the text behind it to see that there is one.
    let window = head(text, 2 * LONGEST);
    let dashes = head(text, LONGEST).char_indices().rev().filter(|&(_, c)| is_dash(c));
    dashes.map(|(at, dash)| (at, at + dash.len_utf8())).find_map(|(start, end)| {
        let before = text.get(..start)?;
        let behind = window.get(end..)?;
        let spaced = before.ends_with([' ', '\u{a0}', '\u{202f}', '.', ')'])
            || before.ends_with(|c: char| c.is_ascii_digit());
        let body = behind.trim_start_matches(|c: char| c.is_whitespace() || is_dash(c));
        let follows = behind.starts_with(char::is_whitespace) && !body.is_empty();
        if !spaced || !follows {
            return None;
        }
        let line = parts(before, body)?;
        Some(Dateline { end: window.len() - body.len(), ..line })
    })
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '_')
}

/// Reads what stands before the dash; nothing if one word of it does not belong in a dateline.
fn parts(before: &str, body: &str) -> Option<Dateline> {
    let mut line = Dateline::default();
    let mut taken: Vec<Range<usize>> = Vec::new();
    if before.contains(|c: char| c.is_ascii_digit()) {
        let found = dates::scan(before, Order::DayFirst);
        if let Some(found) = found.first() {
            line.date = Some(found.first).filter(|_| found.last.is_none());
            taken.push(found.range.clone());
        }
    }
    let open = before.find('(');
    if let Some((open, close)) = open.zip(before.find(')')).filter(|(open, close)| open < close) {
        let name = before.get(open + 1..close)?;
        if !is_agency_like(name) {
            return None;
        }
        line.agency = Some(open + 1..close);
        taken.push(open..close + 1);
    }
    let place = place(before, &taken)?;
    let words = before.get(place.clone()).unwrap_or_default();
    if Patterns::get().is_agency(words) {
        line.agency = line.agency.or(Some(place));
    } else if !words.is_empty() {
        line.place = Some(place);
    }
    let sure = line.date.is_some() || line.agency.is_some();
    (sure || (is_shouted_place(words) && body.contains(char::is_lowercase))).then_some(line)
}

/// What is left beside date and agency: the place, which may be empty. Nothing if it cannot be one.
fn place(before: &str, taken: &[Range<usize>]) -> Option<Range<usize>> {
    const MOST_WORDS: usize = 7;
    let mut found: Option<Range<usize>> = None;
    let mut words = 0;
    let mut start = 0;
    let ends = before.char_indices().filter(|&(_, c)| is_gap(c)).map(|(at, c)| (at, c.len_utf8()));
    for (end, length) in ends.chain(std::iter::once((before.len(), 0))) {
        let range = start..end;
        start = end + length;
        let word = before.get(range.clone())?;
        if word.is_empty()
            || taken.iter().any(|taken| taken.start < range.end && range.start < taken.end)
        {
            continue;
        }
        let inner = is_connector(word) && found.is_some();
        if word.starts_with(|c: char| c.is_ascii_digit()) || is_beside(word) || inner {
            continue;
        }
        if !word.starts_with(char::is_uppercase) {
            return None;
        }
        words += 1;
        found = Some(found.map_or(range.clone(), |found| found.start..range.end));
    }
    let found = found.unwrap_or(0..0);
    let kept_apart = taken.iter().all(|taken| taken.end <= found.start || found.end <= taken.start);
    (words <= MOST_WORDS && kept_apart).then_some(found)
}

/// White space and marks between the parts; a stop that belongs to an abbreviation stays with its word.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || ",;:/()|".contains(c) || is_dash(c)
}

fn is_connector(word: &str) -> bool {
    [
        "de", "du", "des", "la", "le", "les", "sur", "en", "and", "et", "al", "el", "of", "the",
        "d", "da", "do",
    ]
    .contains(&word)
}

/// A word of the date or time that the date expression does not cover.
fn is_beside(word: &str) -> bool {
    ["le", "h", "UTC", "GMT", "on", "à", "."].contains(&word) || word.starts_with("UTC")
}

/// Names in brackets: an agency that is known, or capitals, or a capital and no more than three words.
fn is_agency_like(name: &str) -> bool {
    const LONGEST: usize = 30;
    let name = name.trim();
    Patterns::get().is_agency(name)
        || (name.len() <= LONGEST
            && name.split_whitespace().count() <= 3
            && name.starts_with(|c: char| c.is_uppercase()))
}

/// Capitals that stand for a place and not for a rubric.
fn is_shouted_place(words: &str) -> bool {
    const SHORTEST: usize = 4;
    const MOST_WORDS: usize = 3;
    let few = words.split_whitespace().nth(MOST_WORDS).is_none();
    let shouted = words.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    few && shouted
        && words.len() >= SHORTEST
        && !Patterns::get().kicker.words.contains(fold(words).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<(&str, &str, &str)> {
        let line = dateline(text)?;
        let part = |range: Option<Range<usize>>| range.map_or("", |range| &text[range]);
        Some((part(line.place.clone()), part(line.agency.clone()), &text[line.end..]))
    }

    #[test]
    fn datelines() {
        for (text, place, agency) in [
            ("Hanoï (VNA) - Le traité", "Hanoï", "VNA"),
            ("MINSK, 12 mai (BelTA) — Le traité", "MINSK", "BelTA"),
            ("LONDON, March 5 - Le traité", "LONDON", ""),
            ("LONDON, March 5 (Reuters) – Le traité", "LONDON", "Reuters"),
            ("PARIS, le 3 mars 2024 (AFP) - Le traité", "PARIS", "AFP"),
            ("NEW YORK (AP) _ Le traité", "NEW YORK", "AP"),
            ("CAPE CANAVERAL, Fla., Feb 26 - Le traité", "CAPE CANAVERAL, Fla.", ""),
            ("MONTREAL, Feb 26- Le traité", "MONTREAL", ""),
            ("BRUXELLES - Le traité", "BRUXELLES", ""),
            ("AFP - Le traité", "", "AFP"),
            ("4 juillet 2012. - Le traité", "", ""),
            ("1er janvier 2016, 14h30 . – Le traité", "", ""),
            ("12 mars 2016, Montpellier . – Le traité", "Montpellier", ""),
        ] {
            assert_eq!(told(text), Some((place, agency, "Le traité")), "{text}");
        }
        assert_eq!(
            dateline("PARIS, le 3 mars 2024 (AFP) - Le")
                .and_then(|l| l.date?.date())
                .map(|d| d.to_string()),
            Some("2024-03-03".into())
        );
    }

    #[test]
    fn prose_with_dashes_has_none() {
        for text in [
            "Le président - élu hier - arrive",
            "INSOLITE - Un traité",
            "ARGENTINA COULD SUSPEND DEBT PAYMENTS - DEPUTY",
            "BELARUS - A COUNTRY",
            "Jean Monnet - un des pères de l'Europe - est né à Cognac",
            "Aix-en-Provence accueille le sommet",
            "- Un accord",
            "",
            "—",
        ] {
            assert_eq!(dateline(text), None, "{text}");
        }
    }
}
