//! What a page of lines and sources is about.

use crate::model::CountryCode;

/// What a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// A country.
    Country(CountryCode),
    /// The relation of the first country with the other one.
    Pair(CountryCode, CountryCode),
    /// What is new over all countries.
    Digest,
    /// What happens when.
    Agenda,
}

impl Topic {
    /// The country whose page it is, the first one of a pair.
    pub fn country(self) -> Option<CountryCode> {
        match self {
            Self::Country(country) | Self::Pair(country, _) => Some(country),
            Self::Digest | Self::Agenda => None,
        }
    }

    /// The name of a file that it is written to, without its ending.
    pub fn stem(self) -> String {
        match self {
            Self::Country(country) => country.as_str().to_lowercase(),
            Self::Pair(country, with) => format!("{country}-{with}").to_lowercase(),
            Self::Digest => "digest".to_owned(),
            Self::Agenda => "agenda".to_owned(),
        }
    }
}
