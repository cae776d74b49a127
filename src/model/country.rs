//! The code a country or an organisation is filed under.

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
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
    /// As it prints; its letters as one number where no person reads it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(self.as_str())
        } else {
            serializer.serialize_u64(u64::from_le_bytes(self.letters))
        }
    }
}

impl<'de> Deserialize<'de> for CountryCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return super::parsed::parsed(deserializer, "a country code", |text| text.parse().ok());
        }
        let letters = u64::deserialize(deserializer)?.to_le_bytes();
        let length = letters.iter().take_while(|letter| letter.is_ascii_uppercase()).count();
        let is_code = length >= 2 && letters.iter().skip(length).all(|&letter| letter == 0);
        match u8::try_from(length) {
            Ok(length) if is_code => Ok(Self { letters, length }),
            _ => Err(D::Error::custom("not the letters of a country code")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_from_bytes_as_they_were_written_and_nothing_else_does() {
        for text in ["BY", "ASEAN", "ABCDEFGH"] {
            let code: CountryCode = text.parse().expect("a code");
            let bytes = postcard::to_stdvec(&code).expect("bytes");
            assert_eq!(postcard::from_bytes(&bytes), Ok(code));
        }
        for bad in [*b"B\0\0\0\0\0\0\0", *b"by\0\0\0\0\0\0", *b"BY\0X\0\0\0\0", [0; 8]] {
            let bytes = postcard::to_stdvec(&u64::from_le_bytes(bad)).expect("bytes");
            assert!(postcard::from_bytes::<CountryCode>(&bytes).is_err());
        }
    }

    #[test]
    fn codes_are_upper_case_and_bounded() {
        assert_eq!("by".parse::<CountryCode>().map(|c| c.to_string()), Ok("BY".into()));
        assert_eq!("ASEAN".parse::<CountryCode>().map(|c| c.to_string()), Ok("ASEAN".into()));
        for bad in ["", "B", "B1", "ÉÉ", "ABCDEFGHI"] {
            assert_eq!(bad.parse::<CountryCode>(), Err(CodeError(bad.into())));
        }
    }
}
