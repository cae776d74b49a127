//! How much: a number as a text states it, with what it counts.

use std::fmt;
use std::str::FromStr;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Span;

/// A number and its unit. Whole thousandths, so that "1,5" is exact and no two machines differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quantity {
    /// Thousandths of the unit; never negative.
    pub thousandths: i64,
    /// The highest value of a range ("5 à 6 milliards"), in thousandths.
    pub most: Option<i64>,
    /// What it counts.
    pub unit: Unit,
    /// Whether the text says that it is not exact: "environ", "more than", "une soixantaine".
    pub approximate: bool,
    /// The words that state the number, with the unit.
    pub span: Span,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Money.
    Money(Currency),
    /// Anything else.
    Of(Measure),
}

/// Things and measures that facts count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name is the unit")]
pub enum Measure {
    Agreements,
    Aircraft,
    Arrested,
    Barrels,
    Companies,
    Dead,
    Flights,
    Hostages,
    Injured,
    Kilometres,
    Megawatts,
    Migrants,
    Missing,
    People,
    Percent,
    Projects,
    Ships,
    Soldiers,
    Students,
    Tonnes,
    Tourists,
    Vehicles,
    Workers,
    Years,
}

/// An ISO 4217 code (`USD`): three ASCII capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// Text that is not the code of a currency.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not the code of a currency: write three letters, as in USD")]
pub struct CurrencyError(pub String);

impl Quantity {
    /// Thousandths in one.
    pub const ONE: i64 = 1000;

    /// The number as a decimal: `1500000000`, `7.5`.
    pub fn decimal(&self) -> String {
        let (whole, rest) = (self.thousandths / Self::ONE, self.thousandths % Self::ONE);
        if rest == 0 {
            return whole.to_string();
        }
        format!("{whole}.{rest:03}").trim_end_matches('0').to_owned()
    }
}

impl Currency {
    /// The code.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for Currency {
    type Err = CurrencyError;

    fn from_str(text: &str) -> Result<Self, CurrencyError> {
        let letters: Option<[u8; 3]> = text.as_bytes().try_into().ok();
        letters
            .filter(|letters| letters.iter().all(u8::is_ascii_uppercase))
            .map(Self)
            .ok_or_else(|| CurrencyError(text.to_owned()))
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::parsed::parsed(deserializer, "the code of a currency", |text| text.parse().ok())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Unit {
    /// The currency's code, or the measure's name; one of the two where no person reads it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Money(currency) if serializer.is_human_readable() => {
                serializer.serialize_str(currency.as_str())
            }
            Self::Of(measure) if serializer.is_human_readable() => measure.serialize(serializer),
            Self::Money(currency) => (Some(currency.0), None::<Measure>).serialize(serializer),
            Self::Of(measure) => (None::<[u8; 3]>, Some(measure)).serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Unit {
    /// Only what no person reads is read back.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let unit = match <(Option<[u8; 3]>, Option<Measure>)>::deserialize(deserializer)? {
            (Some(letters), None) if letters.iter().all(u8::is_ascii_uppercase) => {
                Some(Self::Money(Currency(letters)))
            }
            (None, Some(measure)) => Some(Self::Of(measure)),
            _ => None,
        };
        unit.ok_or_else(|| D::Error::custom("not a currency or a measure"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_prints_exactly() {
        let decimal = |thousandths| {
            let (unit, span) = (Unit::Of(Measure::Percent), Span::default());
            Quantity { thousandths, most: None, unit, approximate: false, span }.decimal()
        };
        assert_eq!(decimal(1_500_000_000_000), "1500000000");
        assert_eq!(decimal(7_500), "7.5");
        assert_eq!(decimal(40), "0.04");
        assert_eq!(decimal(i64::MAX), "9223372036854775.807");
    }

    #[test]
    fn a_unit_is_written_by_its_code_or_name() {
        let usd: Currency = "USD".parse().expect("a code");
        assert_eq!(serde_json::to_string(&Unit::Money(usd)).expect("json"), "\"USD\"");
        let unit = Unit::Of(Measure::Agreements);
        assert_eq!(serde_json::to_string(&unit).expect("json"), "\"agreements\"");
        for unit in [unit, Unit::Money(usd)] {
            let bytes = postcard::to_stdvec(&unit).expect("bytes");
            assert_eq!(postcard::from_bytes(&bytes), Ok(unit));
        }
        for bad in ["", "usd", "US", "USDT", "€"] {
            assert_eq!(bad.parse::<Currency>(), Err(CurrencyError(bad.into())));
        }
    }
}
