//! A fact as a page states it, in parts that an interface can word in its own language.

use serde::{Deserialize, Serialize};

use super::{CountryCode, FactKind, FactStatus, Language, Level, PartialDate, Quantity, Role};

/// What the sentences behind a line say, from the point of view of the page's country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// What it is about.
    pub kind: FactKind,
    /// What the text says of it; the line's own status is that on the day of the page.
    pub said: FactStatus,
    /// How much.
    pub amount: Option<Amount>,
    /// The parties but the page's own, sorted.
    pub partners: Vec<CountryCode>,
    /// For a total over several countries: how many.
    pub shared_by: Option<u16>,
    /// Where it takes place.
    pub place: Option<CountryCode>,
    /// For a level of relations: the level.
    pub level: Option<Level>,
    /// What kind of visit.
    pub visit: Option<VisitForm>,
    /// Whether it is one stage of a journey.
    pub is_stage: bool,
    /// The end of what lasts, or the horizon of a target.
    pub until: Option<PartialDate>,
    /// Who takes part, holds the office, or speaks.
    pub persons: Vec<Person>,
    /// The words of the source that state it.
    pub words: String,
    /// The language of those words.
    pub language: Option<Language>,
}

/// A number, with the words of the source that state it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// The number and its unit.
    pub quantity: Quantity,
    /// As the source has it: "500 millions de dollars", "une soixantaine".
    pub words: String,
}

/// Somebody on a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The fullest form of the name.
    pub name: String,
    /// The title's own words.
    pub title: Option<String>,
    /// The office.
    pub role: Option<Role>,
    /// Whether the text says that the office is over.
    pub former: bool,
    /// The country that the title names.
    pub country: Option<CountryCode>,
}

/// Kinds of visits, as protocol tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum VisitForm {
    /// With all honours, of one head of state to another.
    State,
    /// Of somebody in office, as such.
    Official,
    /// To get something done.
    Working,
}
