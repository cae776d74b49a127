//! What happens when over all countries, as data.

use serde::Serialize;

use super::{Citation, CountryCode, DateStamp, PartialDate, Precision, SummaryLine};

/// What the briefs announce for a day and later, and what has just been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// The day it is compiled for.
    pub as_of: PartialDate,
    /// What ends on that day or later, the nearest first.
    pub coming: Vec<AgendaEvent>,
    /// What ended before, the latest first.
    pub past: Vec<AgendaEvent>,
}

/// Something with a day, a month or a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaEvent {
    /// What kind of event.
    pub occasion: Occasion,
    /// When it is, or begins.
    pub from: DateStamp,
    /// The last day of what lasts.
    pub until: Option<PartialDate>,
    /// Where it takes place.
    pub place: Option<CountryCode>,
    /// Names the event wherever it is told of again: the same for the same parties, persons, place and day.
    pub key: u64,
    /// The country that the words leave unsaid.
    pub seen_from: Option<CountryCode>,
    /// What it says, with its countries and the sentences behind it.
    pub line: SummaryLine,
}

/// Kinds of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// Somebody in office goes to another country.
    Visit,
    /// People in office meet.
    Meeting,
    /// The horizon of a target, or the end of what was agreed.
    Deadline,
    /// So many years since something.
    Anniversary,
    /// An agreement is signed, a level raised, a visa waived.
    Agreement,
    /// Somebody takes or leaves an office.
    Appointment,
    /// Another dated event.
    Event,
}

impl Agenda {
    /// All events, what is to come first.
    pub fn events(&self) -> impl Iterator<Item = &AgendaEvent> {
        self.coming.iter().chain(&self.past)
    }

    /// Every citation of every event, in the order of the view.
    pub fn citations(&self) -> impl Iterator<Item = &Citation> {
        self.events().flat_map(|event| &event.line.citations)
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.coming.is_empty() && self.past.is_empty()
    }
}

impl AgendaEvent {
    /// The last day it can mean.
    pub fn last_day(&self) -> PartialDate {
        let from = self.from.value.last_day();
        self.until.map_or(from, |until| until.last_day().max(from))
    }

    /// Whether a calendar has a place for it: it has a day, or at least a month.
    pub fn has_place(&self) -> bool {
        self.from.value.precision() > Precision::Year
    }
}
