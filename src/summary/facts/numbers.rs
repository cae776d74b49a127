//! Numbers as French and English write them: "300 000", "1,5 milliard", "14", "neuf", "une soixantaine".
//!
//! What cannot be read one way only is no number: "1,500" where the language is unknown, "1-1/2".

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use serde::Deserialize;

use super::phrases::Phrases;
use super::tokens::Tokens;
use crate::model::{Language, Quantity};

/// A number of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Its words, those that make it approximate included.
    pub(super) tokens: Range<usize>,
    /// Thousandths.
    pub(super) value: i64,
    /// The upper end of a range, in thousandths.
    pub(super) most: Option<i64>,
    pub(super) approximate: bool,
    /// Letters follow without space: "80e".
    pub(super) ordinal: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    values: BTreeMap<String, i64>,
    scales: BTreeMap<String, i64>,
    english: BTreeMap<String, i64>,
    french: BTreeMap<String, i64>,
    glued: BTreeMap<String, i64>,
    about: BTreeMap<String, i64>,
    words: Words,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    one: Vec<String>,
    about: Vec<String>,
    to: Vec<String>,
}

/// The tables, with what is looked up as phrases.
#[derive(Debug, Default)]
struct Tables {
    file: File,
    about: Phrases<()>,
    to: Phrases<()>,
}

impl Tables {
    fn get() -> &'static Self {
        static TABLES: OnceLock<Tables> = OnceLock::new();
        TABLES.get_or_init(|| {
            let file = read().unwrap_or_default();
            let mut tables = Self::default();
            file.words.about.iter().for_each(|phrase| tables.about.add(phrase, ()));
            file.words.to.iter().for_each(|phrase| tables.to.add(phrase, ()));
            Self { file, ..tables }
        })
    }
}

fn read() -> Result<File, toml::de::Error> {
    toml::from_str(include_str!("numbers.toml"))
}

/// The numbers of a sentence in its order; they do not overlap.
/// `is_date` says which digits a date has taken: "April 1 to 110 billion" is no range.
pub(super) fn find(
    tokens: &Tokens<'_>,
    language: Option<Language>,
    is_date: impl Fn(usize) -> bool,
) -> Vec<Number> {
    let reader = Reader { tokens, language, tables: Tables::get() };
    let mut found: Vec<Number> = Vec::new();
    let mut at = 0;
    let mut about: Option<(usize, usize)> = None;
    while at < tokens.len() {
        if is_date(at) {
            at += 1;
            continue;
        }
        if let Some((end, ())) = reader.tables.about.first_at(tokens, at) {
            about = Some((at, end));
            at = end;
            if tokens.is_mark(at, '\'') {
                about = about.map(|(start, _)| (start, at + 1));
                at += 1;
            }
            continue;
        }
        let Some(mut number) = reader.number(at) else {
            at = reader.behind_unread(at);
            continue;
        };
        at = number.tokens.end.max(at + 1);
        if let Some((start, end)) = about
            && reader.is_sign(end..number.tokens.start)
        {
            number.tokens.start = start;
            number.approximate = true;
        }
        found.push(number);
    }
    found
}

struct Reader<'t, 'a> {
    tokens: &'t Tokens<'a>,
    language: Option<Language>,
    tables: &'static Tables,
}

impl Reader<'_, '_> {
    /// Behind what is no number: digits that belong to one chain are passed as one.
    fn behind_unread(&self, at: usize) -> usize {
        let mut next = at + 1;
        if self.tokens.is_digits(at) {
            while self.tokens.get(next).is_some() && self.tokens.is_glued(next) {
                next += 1;
            }
        }
        next
    }

    /// Whether nothing but a sign of money stands between.
    fn is_sign(&self, gap: Range<usize>) -> bool {
        const LONGEST: usize = 3;
        let sign = |at: usize| {
            !self.tokens.is_word(at) || self.tokens.written(at).chars().all(char::is_uppercase)
        };
        gap.start <= gap.end && gap.len() <= LONGEST && gap.clone().all(sign)
    }

    fn number(&self, at: usize) -> Option<Number> {
        if self.tokens.is_digits(at) { self.in_digits(at) } else { self.in_words(at) }
    }

    fn in_digits(&self, at: usize) -> Option<Number> {
        if self.is_part_of_a_name(at) {
            return None;
        }
        let (mut value, mut end) = self.digits(at)?;
        let mut most = None;
        let upper = self.upper(end).or_else(|| self.between(at, end));
        if let Some((upper, behind)) = upper.filter(|(upper, _)| *upper > value) {
            (most, end) = (Some(upper), behind);
        }
        let (scale, scaled) = self.scale(end);
        value = value.checked_mul(scale)?;
        most = most.map_or(Some(None), |most| most.checked_mul(scale).map(Some))?;
        let plain = scaled == end;
        let ordinal = plain && self.tokens.is_word(end) && self.tokens.is_glued(end);
        let breaks = self.tokens.is_glued(scaled)
            && (self.tokens.is_mark(scaled, '/')
                || self.tokens.is_mark(scaled, ':')
                || self.tokens.is_mark(scaled, '-') && self.tokens.is_digits(scaled + 1)
                || self.tokens.is_digits(scaled));
        (!breaks).then_some(Number {
            tokens: at..scaled,
            value,
            most,
            approximate: most.is_some(),
            ordinal,
        })
    }

    /// "G7", "F-16", "n° 12", "1/4": the digits name something.
    fn is_part_of_a_name(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.tokens.is_glued(at)) else {
            return false;
        };
        let after_word = || {
            before.checked_sub(1).is_some_and(|at| !self.tokens.is_mark(at, '('))
                && self.tokens.is_glued(before)
        };
        // "F-16"; with a space before the sign the number is negative.
        let dashed =
            self.tokens.is_mark(before, '-') && (after_word() || !self.tokens.is_glued(before));
        let mark = |mark| self.tokens.is_mark(before, mark);
        self.tokens.is_word(before) && !self.is_currency_letter(before)
            || dashed
            || mark('/')
            || mark('.')
            || mark(',')
            || mark('#')
            || mark(':')
    }

    /// "US$" and "EUR" may stand right before the digits.
    fn is_currency_letter(&self, at: usize) -> bool {
        self.tokens.folded(at).len() == 3 && self.tokens.written(at).chars().all(char::is_uppercase)
    }

    /// Digits with their groups and decimals, in thousandths, and the token behind them.
    fn digits(&self, at: usize) -> Option<(i64, usize)> {
        let mut whole = self.tokens.folded(at).to_owned();
        let mut end = at + 1;
        if whole.len() > 15 {
            return None;
        }
        // "300 000", with whatever space.
        while whole.len() <= 12
            && (end > at + 1 || whole.len() <= 3)
            && self.tokens.is_digits(end)
            && !self.tokens.is_glued(end)
            && self.tokens.folded(end).len() == 3
            && !(self.tokens.is_glued(end + 1)
                && (self.tokens.is_digits(end + 1) || self.tokens.is_mark(end + 1, '/')))
            && !whole.starts_with('0')
        {
            whole.push_str(self.tokens.folded(end));
            end += 1;
        }
        let mut decimals = String::new();
        while let Some((mark, group)) = self.group(end) {
            let is_thousands = if group.len() == 3 && whole.len() <= 12 && !whole.starts_with('0') {
                let again = self.group(end + 2).is_some_and(|(next, _)| next == mark);
                again
                    || end > at + 1 && decimals.is_empty() && self.separates(mark) != Some(false)
                    || self.separates(mark)?
            } else {
                false
            };
            end += 2;
            if is_thousands {
                whole.push_str(group);
                continue;
            }
            decimals = group.chars().take(3).collect();
            if self.group(end).is_some() {
                return None;
            }
            break;
        }
        let whole: i64 = whole.parse().ok()?;
        let thousandths: i64 = format!("{decimals:0<3}").parse().ok()?;
        Some((whole.checked_mul(Quantity::ONE)?.checked_add(thousandths)?, end))
    }

    /// A mark and digits, all without space.
    fn group(&self, at: usize) -> Option<(char, &str)> {
        let mark = [',', '.'].into_iter().find(|&mark| self.tokens.is_mark(at, mark))?;
        let glued = self.tokens.is_glued(at) && self.tokens.is_glued(at + 1);
        (glued && self.tokens.is_digits(at + 1)).then(|| (mark, self.tokens.folded(at + 1)))
    }

    /// Whether a mark separates thousands; not known without a language.
    fn separates(&self, mark: char) -> Option<bool> {
        match self.language? {
            Language::French => Some(mark == '.'),
            Language::English => Some(mark == ','),
        }
    }

    /// The upper end of a range: "5 à 6", "5-6", "5 to 6".
    fn upper(&self, at: usize) -> Option<(i64, usize)> {
        let start = if self.tokens.is_mark(at, '-') && self.tokens.is_glued(at) {
            at + 1
        } else {
            self.tables.to.first_at(self.tokens, at)?.0
        };
        self.tokens.is_digits(start).then(|| self.digits(start)).flatten()
    }

    /// The upper end of "entre 5 et 6", "between 5 and 6".
    fn between(&self, at: usize, end: usize) -> Option<(i64, usize)> {
        let before = at.checked_sub(1).map(|at| self.tokens.folded(at))?;
        let joins =
            matches!((before, self.tokens.folded(end)), ("entre", "et") | ("between", "and"));
        (joins && self.tokens.is_digits(end + 1)).then(|| self.digits(end + 1)).flatten()
    }

    /// Words that multiply, and the token behind them.
    fn scale(&self, at: usize) -> (i64, usize) {
        let (mut scale, mut end) = (1_i64, at);
        while let Some(next) = self.multiplier(end, end == at) {
            let Some(product) = scale.checked_mul(next) else { break };
            (scale, end) = (product, end + 1);
        }
        (scale, end)
    }

    fn multiplier(&self, at: usize, first: bool) -> Option<i64> {
        let word = self.tokens.folded(at);
        let file = &self.tables.file;
        if first
            && self.tokens.is_glued(at)
            && let Some(scale) = file.glued.get(word)
        {
            return Some(*scale);
        }
        let of_language = match self.language {
            Some(Language::French) => &file.french,
            _ => &file.english,
        };
        file.scales.get(word).or_else(|| of_language.get(word)).copied()
    }

    /// "neuf", "vingt-cinq", "deux cents", "un millier", "une soixantaine".
    fn in_words(&self, at: usize) -> Option<Number> {
        let word = self.tokens.folded(at);
        let file = &self.tables.file;
        if file.words.one.iter().any(|one| one == word)
            && let Some(value) = file.about.get(self.tokens.folded(at + 1))
        {
            let value = value * Quantity::ONE;
            let tokens = at..at + 2;
            return Some(Number { tokens, value, most: None, approximate: true, ordinal: false });
        }
        let (mut total, mut current) = (0_i64, 0_i64);
        let mut next = at;
        let mut end = at;
        if file.words.one.iter().any(|one| one == word) {
            self.multiplier(at + 1, false)?;
            (current, next) = (1, at + 1);
        }
        while let Some(added) = self.step(next, &mut total, &mut current) {
            end = added;
            next = self.joined(end);
        }
        let value = total.checked_add(current)?.checked_mul(Quantity::ONE)?;
        (end > at && value > 0).then_some(Number {
            tokens: at..end,
            value,
            most: None,
            approximate: false,
            ordinal: false,
        })
    }

    /// Takes one word of a number; the token behind it.
    fn step(&self, at: usize, total: &mut i64, current: &mut i64) -> Option<usize> {
        let word = self.tokens.folded(at);
        if let Some(&value) = self.tables.file.values.get(word) {
            let fits = match *current % 100 {
                4 if value == 20 => {
                    *current += 76;
                    return Some(at + 1);
                }
                0 => true,
                20..=99 => value < 20 && (*current % 10 == 0),
                10 => (7..=9).contains(&value),
                _ => false,
            };
            fits.then_some(())?;
            *current += value;
            return Some(at + 1);
        }
        let opens = *current == 0 && *total == 0;
        if opens && word != "mille" {
            return None;
        }
        let scale = self.multiplier(at, false)?;
        if scale == 100 {
            *current = (*current).max(1).checked_mul(100)?;
        } else {
            *total = total.checked_add((*current).max(1).checked_mul(scale)?)?;
            *current = 0;
        }
        Some(at + 1)
    }

    /// The next word of a number: behind a hyphen, or "et" and "and" inside of it.
    fn joined(&self, at: usize) -> usize {
        let hyphen = self.tokens.is_mark(at, '-') && self.tokens.is_glued(at);
        let and = self.tokens.folded(at) == "and"
            && self.tokens.folded(at.saturating_sub(1)) == "hundred";
        if hyphen || and { at + 1 } else { at }
    }
}
