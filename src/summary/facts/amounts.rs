//! Numbers with what they count: money before or behind its sign, people, agreements, tonnes.
//! The words are data, in `units.toml`.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::OnceLock;

use serde::Deserialize;

use super::numbers::Number;
use super::phrases::Phrases;
use super::tokens::Tokens;
use crate::model::{Currency, Measure, Quantity, Unit};
use crate::text::fold;

/// A number with its unit.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    /// All its words, from the first of the number to the last of the unit.
    pub(super) tokens: Range<usize>,
    pub(super) number: Number,
    pub(super) unit: Unit,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    fillers: Vec<String>,
    currency: Vec<Money>,
    measure: Vec<Counted>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Money {
    code: Currency,
    /// What stands right before the digits.
    #[serde(default)]
    signs: Vec<String>,
    /// What stands behind them.
    words: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Counted {
    unit: Measure,
    words: Vec<String>,
}

#[derive(Debug, Default)]
struct Units {
    fillers: HashSet<String>,
    signs: Phrases<Currency>,
    words: Phrases<Unit>,
}

/// Words between a number and what it counts, at most.
const FILLERS: usize = 4;

impl Units {
    fn get() -> &'static Self {
        static UNITS: OnceLock<Units> = OnceLock::new();
        UNITS.get_or_init(|| Self::from(read().unwrap_or_default()))
    }
}

impl From<File> for Units {
    fn from(file: File) -> Self {
        let fillers = file.fillers.iter().map(|word| fold(word)).collect();
        let mut units = Self { fillers, ..Self::default() };
        for money in &file.currency {
            money.signs.iter().for_each(|sign| units.signs.add(sign, money.code));
            money.words.iter().for_each(|word| units.words.add(word, Unit::Money(money.code)));
        }
        for counted in &file.measure {
            for word in &counted.words {
                units.words.add(word, Unit::Of(counted.unit));
                if !word.ends_with(['s', '%']) && word.chars().count() > 2 {
                    units.words.add(&format!("{word}s"), Unit::Of(counted.unit));
                }
            }
        }
        units
    }
}

fn read() -> Result<File, toml::de::Error> {
    toml::from_str(include_str!("units.toml"))
}

/// The numbers that have a unit, in their order. `is_country` says whether a word names a country,
/// as an adjective between the two does.
pub(super) fn find(
    tokens: &Tokens<'_>,
    numbers: &[Number],
    is_country: impl Fn(usize) -> bool,
) -> Vec<Amount> {
    let units = Units::get();
    let mut last: Option<Unit> = None;
    let amount = |number: &Number| {
        if number.ordinal || is_year(tokens, number) {
            return None;
        }
        let found = behind(units, tokens, number.tokens.end, &is_country);
        let sign = before(units, tokens, digits_of(tokens, number));
        let (tokens, unit) = match (found, sign) {
            (Some((end, unit @ Unit::Money(_))), _) => (number.tokens.start..end, unit),
            (_, Some((start, currency))) => {
                (start.min(number.tokens.start)..number.tokens.end, Unit::Money(currency))
            }
            (Some((end, unit)), None) => (number.tokens.start..end, unit),
            // "14 accords entre A et B et neuf entre A et C"
            (None, None) => {
                let unit = last.filter(|_| is_link(tokens.folded(number.tokens.end)))?;
                (number.tokens.clone(), unit)
            }
        };
        last = Some(unit);
        Some(Amount { tokens, number: number.clone(), unit })
    };
    numbers.iter().filter_map(amount).collect()
}

/// "respectivement 3 milliards et 200 millions de dollars": a number without a unit takes that of the
/// next one that has one.
pub(super) fn share_units(
    tokens: &Tokens<'_>,
    numbers: &[Number],
    amounts: Vec<Amount>,
) -> Vec<Amount> {
    let mut shared = Vec::with_capacity(numbers.len());
    let mut later = amounts.into_iter().rev().peekable();
    let mut unit = None;
    for number in numbers.iter().rev().filter(|number| !number.ordinal) {
        if let Some(amount) = later.next_if(|amount| amount.number == *number) {
            unit = Some(amount.unit);
            shared.push(amount);
        } else if let Some(unit) = unit.filter(|_| is_listed(tokens.folded(number.tokens.end))) {
            shared.push(Amount { tokens: number.tokens.clone(), number: number.clone(), unit });
        }
    }
    shared.reverse();
    shared
}

/// "the 1979 agreement", "l'accord de 1979": four digits of our time that count nothing by the thousand.
fn is_year(tokens: &Tokens<'_>, number: &Number) -> bool {
    let years = (1900 * Quantity::ONE)..(2100 * Quantity::ONE);
    let plain = number.tokens.len() == 1 && tokens.folded(number.tokens.start).len() == 4;
    let before = number.tokens.start.checked_sub(1).map(|at| tokens.folded(at)).unwrap_or_default();
    let led = matches!(before, "the" | "its" | "their" | "a" | "this" | "en" | "in" | "de" | "of");
    plain && years.contains(&number.value) && led
}

/// What stands behind a number of a list whose unit comes at the end.
fn is_listed(word: &str) -> bool {
    matches!(word, "et" | "and" | ",")
}

/// Words that lead to the parties of what is counted.
fn is_link(word: &str) -> bool {
    matches!(word, "entre" | "between" | "avec" | "with")
}

/// Where the digits of a number begin, behind "environ".
fn digits_of(tokens: &Tokens<'_>, number: &Number) -> usize {
    number.tokens.clone().find(|&at| tokens.is_digits(at)).unwrap_or(number.tokens.start)
}

fn behind(
    units: &Units,
    tokens: &Tokens<'_>,
    end: usize,
    is_country: impl Fn(usize) -> bool,
) -> Option<(usize, Unit)> {
    let mut at = end;
    for _ in 0..=FILLERS {
        if let Some((end, unit)) = units.words.first_at(tokens, at) {
            return Some((end, unit));
        }
        let passes = units.fillers.contains(tokens.folded(at)) || is_country(at);
        if !passes {
            return None;
        }
        at = tokens.next_word(at);
    }
    None
}

/// A sign of money that ends right before a token.
fn before(units: &Units, tokens: &Tokens<'_>, at: usize) -> Option<(usize, Currency)> {
    const LONGEST: usize = 5;
    let starts = at.saturating_sub(LONGEST)..at;
    starts.into_iter().find_map(|start| {
        let (end, code) = units.signs.first_at(tokens, start)?;
        (end == at).then_some((start, code))
    })
}

#[cfg(test)]
mod tests {
    use super::super::numbers;
    use super::*;
    use crate::model::Language;

    fn shown(text: &str, language: Language) -> Vec<String> {
        let tokens = Tokens::new(text);
        let numbers = numbers::find(&tokens, Some(language), |_| false);
        let amounts = find(&tokens, &numbers, |_| false);
        let words = |amount: &Amount| {
            let unit = serde_json::to_string(&amount.unit).expect("a unit");
            format!("{} = {}", &text[tokens.bytes(&amount.tokens)], unit.trim_matches('"'))
        };
        amounts.iter().map(words).collect()
    }

    #[test]
    fn the_file_is_read() {
        read().expect("units.toml");
    }

    #[test]
    fn money_has_its_sign_before_or_behind() {
        for (text, expected) in [
            ("1,5 milliard de dollars", "1,5 milliard de dollars = USD"),
            ("3 milliards d'euros", "3 milliards d'euros = EUR"),
            ("5 millions de francs CFA", "5 millions de francs CFA = XOF"),
            ("200 millions de dollars canadiens", "200 millions de dollars canadiens = CAD"),
            ("500 millions d’€", "500 millions d’€ = EUR"),
        ] {
            assert_eq!(shown(text, Language::French), [expected], "{text}");
        }
        for (text, expected) in [
            ("US$10 billion", "US$10 billion = USD"),
            ("$1.5bn", "$1.5bn = USD"),
            ("nearly $4 million", "nearly $4 million = USD"),
            ("EUR 20 million", "EUR 20 million = EUR"),
            ("12.5 mln dlrs", "12.5 mln dlrs = USD"),
            ("3 mln Canadian dlrs", "3 mln Canadian dlrs = CAD"),
        ] {
            assert_eq!(shown(text, Language::English), [expected], "{text}");
        }
    }

    #[test]
    fn things_are_counted_through_the_words_between() {
        for (text, expected) in [
            ("14 accords", "14 accords = agreements"),
            ("une soixantaine d'accords", "une soixantaine d'accords = agreements"),
            ("mille soldats", "mille soldats = soldiers"),
            ("300 000 tonnes", "300 000 tonnes = tonnes"),
            ("12 % du PIB", "12 % = percent"),
        ] {
            assert_eq!(shown(text, Language::French), [expected], "{text}");
        }
        let none: [String; 0] = [];
        assert_eq!(shown("le 80e accord", Language::French), none);
        assert_eq!(shown("86 new soldiers", Language::English), ["86 new soldiers = soldiers"]);
    }
}
