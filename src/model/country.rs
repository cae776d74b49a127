//! The code a country or an organisation is filed under.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An ISO 3166-1 alpha-2 code (`BY`), or the code of an organisation that the gazetteer lists
/// (`EU`, `ASEAN`): two to eight ASCII letters in upper case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountryCode {
    letters: [u8; Self::MOST],
    length: u8,
}

/// Text that cannot be the code of a country.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a country code: write two to eight letters, as in BY")]
pub struct CodeError(pub String);

impl CountryCode {
    const MOST: usize = 8;

    /// The code in upper case.
    pub fn as_str(&self) -> &str {
        self.letters
            .get(..usize::from(self.length))
            .and_then(|letters| std::str::from_utf8(letters).ok())
            .unwrap_or_default()
    }

    /// Whether it names an organisation: every code but ISO's two letters does, and two of those,
    /// which ISO 3166-1 reserves for the European Union and the United Nations.
    pub fn is_organisation(&self) -> bool {
        self.length > 2 || matches!(self.as_str(), "EU" | "UN")
    }
}

impl FromStr for CountryCode {
    type Err = CodeError;

    /// Takes either case.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        let fits = (2..=Self::MOST).contains(&text.len());
        if !fits || !text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return Err(CodeError(text.to_owned()));
        }
        let mut letters = [0; Self::MOST];
        for (slot, byte) in letters.iter_mut().zip(text.bytes()) {
            *slot = byte.to_ascii_uppercase();
        }
        Ok(Self { letters, length: u8::try_from(text.len()).unwrap_or_default() })
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for CountryCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for CountryCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::parsed::parsed(deserializer, "a country code", |text| text.parse().ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_upper_case_and_bounded() {
        assert_eq!("by".parse::<CountryCode>().map(|c| c.to_string()), Ok("BY".into()));
        assert_eq!("ASEAN".parse::<CountryCode>().map(|c| c.to_string()), Ok("ASEAN".into()));
        for bad in ["", "B", "B1", "ÉÉ", "ABCDEFGHI"] {
            assert_eq!(bad.parse::<CountryCode>(), Err(CodeError(bad.into())));
        }
    }
}
