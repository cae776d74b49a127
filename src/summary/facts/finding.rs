//! What an extractor finds: a fact whose places are still tokens of its sentence.

use std::ops::Range;

use super::amounts::Amount;
use super::binding::Owners;
use super::clause::Date;
use crate::model::{
    CountryCode, DateStamp, FactKind, FactStatus, Level, PartialDate, PersonMention, Unit,
};

/// A fact of one sentence.
#[derive(Clone, Debug)]
pub(super) struct Finding<'a> {
    pub(super) kind: FactKind,
    /// The words that state it.
    pub(super) tokens: Range<usize>,
    pub(super) value: Option<Value>,
    pub(super) status: FactStatus,
    pub(super) owners: Owners,
    pub(super) place: Option<CountryCode>,
    pub(super) level: Option<Level>,
    pub(super) date: Option<DateStamp>,
    pub(super) until: Option<PartialDate>,
    pub(super) persons: Vec<&'a PersonMention>,
}

/// A number with its unit.
#[derive(Clone, Debug)]
pub(super) struct Value {
    pub(super) tokens: Range<usize>,
    pub(super) thousandths: i64,
    pub(super) most: Option<i64>,
    pub(super) approximate: bool,
    pub(super) unit: Unit,
}

impl<'a> Finding<'a> {
    /// A fact that is stated, and nobody's yet.
    pub(super) fn new(kind: FactKind, tokens: Range<usize>) -> Self {
        Self {
            kind,
            tokens,
            value: None,
            status: FactStatus::Stated,
            owners: Owners::default(),
            place: None,
            level: None,
            date: None,
            until: None,
            persons: Vec::new(),
        }
    }

    /// The same with its parties, sorted.
    pub(super) fn of(mut self, countries: Vec<CountryCode>) -> Self {
        self.owners.countries = countries;
        self
    }

    /// The same with the date it happens and the last day of it.
    pub(super) fn on(mut self, date: Option<&Date<'a>>) -> Self {
        self.date = date.map(|date| stamp(date));
        self.until = date.and_then(|date| date.mention.end);
        if let Some(date) = date {
            self.tokens = cover(&self.tokens, &date.tokens);
        }
        self
    }

    /// Whether something happened, and once.
    pub(super) fn is_past_event(&self) -> bool {
        let kind = matches!(
            self.kind,
            FactKind::Agreement
                | FactKind::Visa
                | FactKind::Level
                | FactKind::Visit
                | FactKind::Meeting
                | FactKind::Appointment
                | FactKind::Incident
                | FactKind::Sanction
        );
        kind && matches!(self.status, FactStatus::Done | FactStatus::Signed | FactStatus::Cancelled)
    }
}

/// A date of the text with its basis.
pub(super) fn stamp(date: &Date<'_>) -> DateStamp {
    DateStamp { value: date.mention.value, basis: date.mention.basis }
}

impl From<&Amount> for Value {
    fn from(amount: &Amount) -> Self {
        Self {
            tokens: amount.tokens.clone(),
            thousandths: amount.number.value,
            most: amount.number.most,
            approximate: amount.number.approximate,
            unit: amount.unit,
        }
    }
}

/// The smallest range that covers both.
pub(super) fn cover(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    one.start.min(other.start)..one.end.max(other.end)
}
