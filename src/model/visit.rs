//! How far a reader has seen a country's page, and what changed in texts meanwhile.

use serde::{Deserialize, Serialize};

use super::{BriefId, CountryCode, Moment, PartialDate};

/// A reader said that a page was seen up to here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Visit {
    /// When the newest brief came that the reader had then.
    pub until: Moment,
    /// The day on which it was said.
    pub on: PartialDate,
}

/// The text of a brief was found to be another than before.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Revision {
    /// When it was found.
    pub at: Moment,
    /// The first sentences that came, cut where they are long; none where nobody knows what there was before.
    pub came: Vec<String>,
    /// The first sentences that went, likewise.
    pub went: Vec<String>,
}

impl BriefId {
    /// What a country's own marks are kept under: an id that no brief has.
    pub fn of_country(country: CountryCode) -> Self {
        Self::from(format!("c:{country}").as_str())
    }
}
