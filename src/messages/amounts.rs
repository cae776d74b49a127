//! Numbers with their units as the interface writes them.

use super::Messages;
use crate::model::{Amount, Argument, Currency, Language, Measure, Quantity, Unit};

/// The scales of large sums, with the keys of their names.
const SCALES: [(i64, &str); 4] = [
    (1, ""),
    (1_000_000, "scale-million"),
    (1_000_000_000, "scale-billion"),
    (1_000_000_000_000, "scale-trillion"),
];

impl Messages {
    /// A number with its unit: "500 M USD", "USD 500 million", "9 accords". Sums, and what is not exact, stay in the source's
    /// words where these have no digits.
    pub fn amount(&self, amount: &Amount) -> String {
        let quantity = &amount.quantity;
        let in_digits = amount.words.bytes().any(|byte| byte.is_ascii_digit());
        if !in_digits && (quantity.approximate || matches!(quantity.unit, Unit::Money(_))) {
            return self.with("amount-words", &[("words", Argument::Text(amount.words.clone()))]);
        }
        let written = match quantity.unit {
            Unit::Money(currency) => self.money(quantity, currency, &amount.words),
            Unit::Of(measure) => self.measured(quantity, measure),
        };
        match written {
            Some(written) if quantity.approximate => {
                self.with("amount-about", &[("amount", Argument::Text(written))])
            }
            Some(written) => written,
            None => self.with("amount-words", &[("words", Argument::Text(amount.words.clone()))]),
        }
    }

    /// Money in the scale that the source uses, so that its digits are the source's; else in the largest that fits.
    fn money(&self, quantity: &Quantity, currency: Currency, words: &str) -> Option<String> {
        let readings = readings(words);
        let is_source = |scale: i64| {
            readings.iter().any(|&reading| reading.checked_mul(scale) == Some(quantity.thousandths))
        };
        let fits = |scale: i64| quantity.thousandths / Quantity::ONE >= scale;
        let (scale, key) = SCALES
            .iter()
            .find(|(scale, _)| is_source(*scale))
            .or_else(|| SCALES.iter().rev().find(|(scale, _)| fits(*scale)))?;
        let mut number = self.decimal(quantity.thousandths, *scale);
        if let Some(most) = quantity.most {
            number = format!("{number}–{}", self.decimal(most, *scale));
        }
        if !key.is_empty() {
            number = format!("{number}\u{a0}{}", self.text(key));
        }
        let currency = Argument::Text(currency.to_string());
        Some(
            self.with(
                "amount-money",
                &[("number", Argument::Text(number)), ("currency", currency)],
            ),
        )
    }

    fn measured(&self, quantity: &Quantity, measure: Measure) -> Option<String> {
        let key = match measure {
            Measure::Agreements => "amount-agreements",
            Measure::Percent => "amount-percent",
            Measure::Years => "amount-years",
            _ => return None,
        };
        let number = self.decimal(quantity.thousandths, 1);
        let count = Argument::Number(quantity.thousandths / Quantity::ONE);
        Some(self.with(key, &[("number", Argument::Text(number)), ("count", count)]))
    }

    /// A number of thousandths over a scale, with the separators of the language.
    fn decimal(&self, thousandths: i64, scale: i64) -> String {
        let unit = Quantity::ONE.saturating_mul(scale);
        let whole = usize::try_from(thousandths / unit).unwrap_or_default();
        let rest = i128::from(thousandths % unit) * 1000 / i128::from(unit);
        let rest = format!("{rest:03}");
        let rest = rest.trim_end_matches('0');
        if rest.is_empty() {
            return self.number(whole);
        }
        let sign = if self.language() == Language::French { ',' } else { '.' };
        format!("{}{sign}{rest}", self.number(whole))
    }
}

/// What the first number of some words can mean, in thousandths: its last sign groups digits or begins the decimals.
fn readings(words: &str) -> Vec<i64> {
    let from = words.find(|c: char| c.is_ascii_digit()).unwrap_or(words.len());
    let number = words.get(from..).unwrap_or_default();
    let is_part = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, ',' | '.');
    let number = number.split(|c| !is_part(c)).next().unwrap_or_default();
    let number = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    let value = |whole: &str, decimals: &str| {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let decimals = digits(decimals);
        (decimals.len() <= 3).then(|| format!("{}{decimals:0<3}", digits(whole)).parse().ok())?
    };
    let whole = value(number, "");
    let split = number.rsplit_once([',', '.']);
    let decimal = split.and_then(|(whole, decimals)| value(whole, decimals));
    decimal.into_iter().chain(whole).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    fn amount(number: i64, unit: Unit, words: &str) -> Amount {
        let thousandths = number * Quantity::ONE;
        let approximate = words.contains("soixantaine") || words.contains("environ");
        let quantity =
            Quantity { thousandths, most: None, unit, approximate, span: Span::default() };
        Amount { quantity, words: words.into() }
    }

    fn usd() -> Unit {
        Unit::Money("USD".parse().expect("a currency"))
    }

    #[test]
    fn money_keeps_the_digits_of_the_source() {
        let (fr, en) = (Messages::new(Language::French), Messages::new(Language::English));
        let half = amount(500_000_000, usd(), "500 millions de dollars");
        assert_eq!(fr.amount(&half), "500\u{a0}M USD");
        assert_eq!(en.amount(&half), "USD 500\u{a0}million");
        let billions = |words: &str| fr.amount(&amount(1_500_000_000, usd(), words));
        assert_eq!(billions("1,5 milliard de dollars"), "1,5\u{a0}Md USD");
        assert_eq!(billions("1 500 millions de dollars"), "1\u{a0}500\u{a0}M USD");
        assert_eq!(billions("un milliard et demi"), "«\u{a0}un milliard et demi\u{a0}»");
        assert_eq!(fr.amount(&amount(300_000, usd(), "300 000 dollars")), "300\u{a0}000 USD");
        let about = amount(2_000_000, usd(), "environ 2 millions de dollars");
        assert_eq!(fr.amount(&about), "environ 2\u{a0}M USD");
    }

    #[test]
    fn what_is_neither_exact_nor_in_digits_stays_in_its_words() {
        let unit = Unit::Of(Measure::Agreements);
        let fr = Messages::new(Language::French);
        assert_eq!(fr.amount(&amount(9, unit, "neuf accords")), "9 accords");
        let sixty = fr.amount(&amount(60, unit, "une soixantaine d'accords"));
        assert_eq!(sixty, "«\u{a0}une soixantaine d'accords\u{a0}»");
        assert_eq!(
            Messages::new(Language::English).amount(&amount(1, unit, "one agreement")),
            "1 agreement"
        );
    }
}
