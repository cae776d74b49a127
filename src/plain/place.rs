//! What can be shown, and what a number opens. Knows nothing of how.

use super::order::Order;
use crate::model::{BriefId, CountryCode};

/// What can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Help,
    Countries,
    /// Those of a country, else all.
    Articles(Option<CountryCode>),
    Unread,
    Starred,
    /// What a search found.
    Found(String, Vec<BriefId>),
    Text(BriefId),
    /// The page of a country.
    Page(CountryCode),
}

/// What a number opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Country(CountryCode),
    Brief(BriefId),
    Order(Order),
}
