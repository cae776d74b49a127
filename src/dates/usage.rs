//! In which order a text writes day and month, told from those of its dates that can be read one way only.

use super::grammar::scan;
use super::order::Order;
use super::tokens::{Kind, tokens};
use crate::model::Language;

impl Order {
    /// The order that one text uses, given in pieces: that of its dates of numbers with a day above 12, else, where it is
    /// not French, that of its dates in words ("12 May", "May 12"), else that of its language.
    pub fn within<'a>(texts: impl Iterator<Item = &'a str>, language: Option<Language>) -> Self {
        let (mut numbers, mut words) = (Tally::default(), Tally::default());
        for text in texts {
            for found in scan(text, Self::DayFirst) {
                match text.get(found.range).and_then(shown) {
                    Some((order, Script::Numbers)) => numbers.add(order),
                    Some((order, Script::Words)) => words.add(order),
                    None => {}
                }
            }
        }
        let in_words = words.most().filter(|_| language != Some(Language::French));
        numbers.most().or(in_words).unwrap_or_else(|| Self::of(language))
    }
}

/// How a date writes its month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Numbers,
    Words,
}

/// How many dates were seen in each order.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    day_first: usize,
    month_first: usize,
}

impl Tally {
    fn add(&mut self, order: Order) {
        match order {
            Order::DayFirst => self.day_first += 1,
            Order::MonthFirst => self.month_first += 1,
        }
    }

    fn most(self) -> Option<Order> {
        match self.day_first.cmp(&self.month_first) {
            std::cmp::Ordering::Greater => Some(Order::DayFirst),
            std::cmp::Ordering::Less => Some(Order::MonthFirst),
            std::cmp::Ordering::Equal => None,
        }
    }
}

/// The order that a date expression shows, if it does.
fn shown(expression: &str) -> Option<(Order, Script)> {
    const LAST_MONTH: u32 = 12;
    let is_part = |kind: &Kind| match kind {
        Kind::Number(..) => true,
        Kind::Word(word, _) => word.month > 0,
        Kind::Mark(_) | Kind::Break => false,
    };
    let tokens = tokens(expression);
    // "16 days from 01/02/2018" begins with a number of days.
    let counts = |kind: Kind| matches!(kind, Kind::Word(word, _) if word.unit > 0);
    if tokens.iter().any(|token| counts(token.kind)) {
        return None;
    }
    let mut parts = tokens.iter().map(|token| token.kind).filter(is_part);
    match (parts.next()?, parts.next()?, parts.next()) {
        (Kind::Number(_, 1..=2), Kind::Word(..), _) => Some((Order::DayFirst, Script::Words)),
        (Kind::Word(..), Kind::Number(_, 1..=2), _) => Some((Order::MonthFirst, Script::Words)),
        (Kind::Number(x, 1..=2), Kind::Number(y, 1..=2), Some(Kind::Number(..))) => {
            match (x > LAST_MONTH, y > LAST_MONTH) {
                (true, false) => Some((Order::DayFirst, Script::Numbers)),
                (false, true) => Some((Order::MonthFirst, Script::Numbers)),
                _ => None,
            }
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_to_one_order() {
        let (french, english) = (Some(Language::French), Some(Language::English));
        for (text, language, expected) in [
            ("3/7/2017", None, Order::DayFirst),
            ("3/7/2017", english, Order::MonthFirst),
            ("3/7/2017 and 22/11/1963", english, Order::DayFirst),
            ("3/7/2017 et 11/22/1963", french, Order::MonthFirst),
            ("3/7/2017, signed on 4 April 1949", english, Order::DayFirst),
            ("3/7/2017, April 4, 1949", None, Order::MonthFirst),
            ("3/7/2017, April 4, 1949", french, Order::DayFirst),
            ("22/11/1963, 11/22/1963", english, Order::MonthFirst),
            ("16 days from 01/02/2018", english, Order::MonthFirst),
            ("Tuesday, 22/11/1963", english, Order::DayFirst),
        ] {
            assert_eq!(Order::within(std::iter::once(text), language), expected, "{text}");
        }
    }
}
