//! What a sentence says that a minister would want to know, taken apart.

use serde::{Deserialize, Serialize};

use super::{CountryCode, DateStamp, PartialDate, PersonMention, Quantity, Span};

/// One fact that one sentence states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What it is about.
    pub kind: FactKind,
    /// Its sentence in the decoded text: one of [`super::Document::sentences`].
    pub span: Span,
    /// The words that state it, inside the sentence.
    pub phrase: Span,
    /// How much, where it says so; for an anniversary, how many years.
    pub value: Option<Quantity>,
    /// How certain it is by the words of the sentence, whatever the day of the reader.
    pub status: FactStatus,
    /// Whose it is, sorted, each once; empty where the text does not say. For an agreement, a level of
    /// relations, a visit or a meeting: the parties.
    pub countries: Vec<CountryCode>,
    /// For a total over several countries: how many. It belongs to none of them alone.
    pub shared_by: Option<u16>,
    /// Where a visit, meeting or incident takes place; one of `countries` wherever it is a party.
    pub place: Option<CountryCode>,
    /// For [`FactKind::Level`]: the level.
    pub level: Option<Level>,
    /// When it happens or happened, if the sentence says so. For an office: the day of the brief, on
    /// which the title held.
    pub date: Option<DateStamp>,
    /// The end of what lasts, or the horizon of a target.
    pub until: Option<PartialDate>,
    /// Who takes part, or the speaker. Each stands in the sentence.
    pub persons: Vec<PersonMention>,
}

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// An amount of money that is no trade.
    Money,
    /// Trade of one country or between two, in money.
    Trade,
    /// How many of something.
    Count,
    /// An agreement between countries, signed, to be signed, or asked for.
    Agreement,
    /// Visas and who needs none.
    Visa,
    /// The level of relations between two countries.
    Level,
    /// Somebody in office goes to another country.
    Visit,
    /// People in office of several countries meet.
    Meeting,
    /// So many years since something.
    Anniversary,
    /// A person with the title that the text gives.
    Office,
    /// Somebody's own words.
    Quote,
    /// Somebody promises.
    Commitment,
    /// Somebody asks.
    Request,
    /// Somebody takes or leaves an office.
    Appointment,
    /// Violence and accidents.
    Incident,
    /// Sanctions and embargoes.
    Sanction,
    /// A dated event of another kind.
    Date,
}

/// How certain a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactStatus {
    /// The text says that it is so.
    Stated,
    /// A value to be reached.
    Target,
    /// An agreement that is signed.
    Signed,
    /// Somebody asks for it, wishes or proposes it.
    Requested,
    /// Announced for later.
    Planned,
    /// It lies in the past.
    Done,
    /// A target or plan whose day went by without a word of it.
    Lapsed,
    /// Called off.
    Cancelled,
}

/// Levels of relations between two states, as communiqués name them, lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Diplomatic relations as such.
    Diplomatic,
    /// A partnership without another word.
    Partnership,
    /// A comprehensive partnership.
    Comprehensive,
    /// A strategic partnership.
    Strategic,
    /// A comprehensive strategic partnership.
    ComprehensiveStrategic,
}
