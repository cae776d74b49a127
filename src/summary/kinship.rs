//! Whether two reports are of one fact: by whom and what they are about, when, and in what words.

use super::days::{self, Gap};
use super::repeats;
use super::reports::Report;
use crate::model::{CountryCode, Fact, FactKind, FactStatus, Level, Precision, Unit};

/// A visit may be dated by its first day, its last, or the day of the brief.
const DAYS_OF_A_VISIT: i64 = 15;
/// Reports of one agreement follow each other within this time.
const DAYS_OF_A_SIGNING: i64 = 60;
/// What is announced comes about within this time, or is announced anew.
const DAYS_OF_A_PLAN: i64 = 400;
/// A number of as many digits is one and the same wherever it comes back.
const TELLING_DIGITS: usize = 3;

/// What must be equal in all reports of one fact.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Matter<'a> {
    kind: FactKind,
    target: bool,
    shared_by: Option<u16>,
    countries: Vec<CountryCode>,
    place: Option<CountryCode>,
    level: Option<Level>,
    amount: Option<(Unit, i64, Option<i64>)>,
    persons: Vec<&'a str>,
}

impl<'a> Matter<'a> {
    /// What a fact is about: where persons or a place say it, countries need not.
    pub(super) fn of(fact: &'a Fact) -> Self {
        let mut persons: Vec<&str> = match fact.kind {
            FactKind::Visit | FactKind::Office | FactKind::Quote => {
                fact.persons.iter().take(1).map(|person| person.key.as_str()).collect()
            }
            FactKind::Meeting => fact.persons.iter().map(|person| person.key.as_str()).collect(),
            _ => Vec::new(),
        };
        persons.sort_unstable();
        persons.dedup();
        let by_person = !persons.is_empty();
        let counts = !matches!(fact.kind, FactKind::Anniversary | FactKind::Visit);
        Self {
            kind: fact.kind,
            target: fact.status == FactStatus::Target,
            shared_by: fact.shared_by,
            countries: if by_person { Vec::new() } else { fact.countries.clone() },
            place: fact.place.filter(|_| fact.kind == FactKind::Visit),
            level: fact.level,
            amount: fact
                .value
                .filter(|_| counts)
                .map(|value| (value.unit, value.thousandths, value.most)),
            persons,
        }
    }

    /// The same but for the number: where two such have numbers that differ, they contradict each other or follow
    /// each other in time.
    pub(super) fn without_amount(&self) -> Self {
        Self { amount: self.amount.map(|(unit, _, _)| (unit, 0, None)), ..self.clone() }
    }
}

/// Whether two reports of one matter are of one fact.
pub(super) fn is_same(one: &Report<'_, '_>, other: &Report<'_, '_>) -> bool {
    match one.fact.kind {
        FactKind::Level | FactKind::Office => true,
        FactKind::Visit | FactKind::Meeting => near(one, other, DAYS_OF_A_VISIT),
        FactKind::Visa => near(one, other, DAYS_OF_A_PLAN),
        FactKind::Agreement if one.fact.value.is_some() => near(one, other, DAYS_OF_A_SIGNING),
        FactKind::Agreement => near(one, other, DAYS_OF_A_SIGNING) && alike(one, other),
        FactKind::Trade => {
            let horizons = one.fact.until.zip(other.fact.until);
            horizons.is_none_or(|(one, other)| one == other)
        }
        FactKind::Money | FactKind::Count => is_telling(one) || alike(one, other),
        FactKind::Quote => repeats::are_near(one.words, other.words),
        _ => near(one, other, DAYS_OF_A_SIGNING) && alike(one, other),
    }
}

/// Whether two reports can be of one moment: where neither has a date, nothing says otherwise.
fn near(one: &Report<'_, '_>, other: &Report<'_, '_>, days: i64) -> bool {
    let (earlier, later) = if one.is_meant() { (one, other) } else { (other, one) };
    if earlier.is_meant() && !later.is_meant() && earlier.fact.date.is_none() {
        // A plan without a day came about after it was written, if it did.
        return match (earlier.written(), later.date) {
            (Some(plan), Some(done)) => days::between(plan, done.value).is_ahead(DAYS_OF_A_PLAN),
            _ => true,
        };
    }
    match (one.date, other.date) {
        (Some(a), Some(b)) => days::between(a.value, b.value).is_within(days),
        _ => true,
    }
}

/// Whether the words of two reports are largely the same; in two languages the day stands for them.
fn alike(one: &Report<'_, '_>, other: &Report<'_, '_>) -> bool {
    let language = |report: &Report<'_, '_>| report.statement.brief.language;
    let day = |report: &Report<'_, '_>| {
        report.fact.date.filter(|date| date.value.precision() == Precision::Day)
    };
    if language(one) != language(other) {
        return day(one).zip(day(other)).is_some_and(|(one, other)| one.value == other.value);
    }
    let shared = repeats::shared(&one.matter, &other.matter);
    let least = one.matter.len().min(other.matter.len());
    least > 0 && 5 * shared >= 3 * least
}

/// Whether a number is one that hardly comes back by chance.
fn is_telling(report: &Report<'_, '_>) -> bool {
    let Some(value) = report.fact.value else { return false };
    let digits = value.decimal().replace('.', "");
    digits.trim_matches('0').len() >= TELLING_DIGITS
}

impl Gap {
    /// Whether the two periods overlap or lie no more than some days apart.
    fn is_within(self, days: i64) -> bool {
        self.days.abs() <= days
    }

    /// Whether the second period comes after the first, by no more than some days.
    fn is_ahead(self, days: i64) -> bool {
        (0..=days).contains(&self.days)
    }
}
