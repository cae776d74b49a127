//! Persons that a text names.

use serde::{Deserialize, Serialize};

use super::{CountryCode, Span};

/// A place where the text names a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonMention {
    /// Where the name stands in the decoded text, without its title.
    pub span: Span,
    /// The fullest form of the name in the text.
    pub name: String,
    /// The same for all spellings of one name; folded, not to be shown.
    pub key: String,
    /// The title that stands with the name here.
    pub title: Option<PersonTitle>,
}

/// A title as a text gives it to a person: true on the day of the text, and maybe not after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonTitle {
    /// Where it stands in the decoded text.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// The office.
    pub role: Role,
    /// Whether the text says that the office is over.
    pub former: bool,
    /// The country that the title names.
    pub country: Option<CountryCode>,
}

/// An office, whatever a language calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name is the office")]
pub enum Role {
    HeadOfState,
    /// Of what, the text does not say here.
    President,
    VicePresident,
    Monarch,
    Royal,
    HeadOfGovernment,
    DeputyHeadOfGovernment,
    ForeignMinister,
    DefenceMinister,
    FinanceMinister,
    InteriorMinister,
    Minister,
    DeputyMinister,
    PartySecretary,
    SecretaryGeneral,
    Speaker,
    Ambassador,
    Envoy,
    Commissioner,
    Spokesperson,
    Governor,
    Mayor,
    Parliamentarian,
    OppositionLeader,
    Candidate,
    Leader,
    Executive,
    Adviser,
    Officer,
    Jurist,
    Clergy,
    Scholar,
    Press,
    Artist,
    Athlete,
    Activist,
    Family,
    Honorific,
}

impl Role {
    /// Whether it says what the person does, and not only how to address or whom they belong to.
    pub fn is_office(self) -> bool {
        !matches!(self, Self::Honorific | Self::Family)
    }
}
