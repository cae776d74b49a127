//! What happens when, over all countries: visits, deadlines, anniversaries, what is announced; then what has just been.
//!
//! An event has a day, a month or a year that its own sentence gives, never that of its brief. It is coming as long as its
//! last day is not over.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::digest::headings::foremost;
use super::docket::{Docket, Statement, View};
use super::lexicon::Lexicon;
use super::merge::{self, Group};
use super::repeats::Chosen;
use super::{Survey, Testimony, claims, days, entries, excerpt, reports};
use crate::model::{
    Agenda, AgendaEvent, CountryCode, DateBasis, DateMention, DateStamp, Fact, FactKind,
    FactStatus, Occasion, PartialDate, Phrase, Precision, Span, SummaryLine,
};
use crate::text::fingerprint;

/// So far back the recent past goes where no day is given.
const DAYS_PAST: u32 = 92;
/// Events that have been; of those to come all are kept.
const MOST_PAST: usize = 40;

/// The sentences that events come from, and the days that they are on.
#[derive(Default)]
struct Told {
    sentences: BTreeSet<(usize, Span)>,
    days: BTreeSet<((usize, Span), PartialDate)>,
}

/// Compiles the agenda; the same testimonies in any order give the same one.
pub(super) fn compile(survey: &Survey, testimonies: &[Testimony<'_>]) -> Agenda {
    let lexicon = Lexicon::builtin();
    let view = View { country: None, with: None, as_of: survey.as_of, from: None };
    let docket = Docket::new(&view, None, testimonies);
    let groups = merge::groups(reports::of_page(&docket));
    let period = Period::of(survey, &docket);
    let mut chosen = Chosen::default();
    let mut told = Told::default();
    let mut events = Vec::new();
    // An event of a kind of its own first, so that a bare date of its sentence says nothing new.
    for bare in [false, true] {
        for group in &groups {
            let Some(lead) = group.lead().filter(|lead| bare == (lead.fact.kind == FactKind::Date))
            else {
                continue;
            };
            let event = of_group(survey, &lexicon, group).filter(|event| period.shows(event));
            let Some(event) = event else { continue };
            let is_told = bare && told.days.contains(&(lead.statement.order(), event.from.value));
            let words = claims::shown_words(&event.line.text);
            if !is_told && (words.is_empty() || chosen.admit(words)) {
                for report in &group.reports {
                    told.days.insert((report.statement.order(), event.from.value));
                    told.sentences.insert(report.statement.order());
                }
                events.push(event);
            }
        }
    }
    events.extend(announced(survey, &docket, &told.sentences, &mut chosen));
    // Only now: an event that is not asked for tells a sentence, and stands for others, all the same.
    events.retain(|event| concerns(survey, event));
    parted(survey.as_of, events)
}

/// The days that an agenda tells of.
struct Period {
    /// What ends on this day or later is coming.
    today: PartialDate,
    /// What ended on this day or later has just been.
    since: PartialDate,
}

impl Period {
    fn of(survey: &Survey, docket: &Docket<'_>) -> Self {
        let as_of = survey.as_of;
        let newest = docket.newest.map_or(as_of, |newest| newest.last_day().min(as_of));
        let recent = || newest.days_before(DAYS_PAST).unwrap_or(newest);
        let since = survey.since.unwrap_or_else(recent).first_day();
        Self { today: as_of.first_day(), since }
    }

    fn shows(&self, event: &AgendaEvent) -> bool {
        let last = event.last_day();
        last >= self.today || last >= self.since && has_been(event)
    }
}

/// What is to come by its first day, then what has been, the latest first.
fn parted(as_of: PartialDate, events: Vec<AgendaEvent>) -> Agenda {
    let (mut coming, mut past): (Vec<_>, Vec<_>) =
        events.into_iter().partition(|event| event.last_day() >= as_of.first_day());
    coming.sort_by_cached_key(order);
    past.sort_by_cached_key(|event| (Reverse(event.last_day()), order(event)));
    past.truncate(MOST_PAST);
    for (rank, event) in coming.iter_mut().chain(&mut past).enumerate() {
        event.line.rank = rank;
    }
    Agenda { as_of, coming, past }
}

fn order(event: &AgendaEvent) -> impl Ord + use<> {
    let date = event.from.value;
    // Of a day and its month the day comes first.
    (date.first_day(), Reverse(date.precision()), event.occasion, event.line.citations.clone())
}

/// Whether somebody looks for it in an agenda once it is over: what did not come about, and the end of what was to be
/// reached, belong to the pages of their countries.
fn has_been(event: &AgendaEvent) -> bool {
    let happened = !matches!(event.line.status, Some(FactStatus::Lapsed | FactStatus::Requested));
    happened && !matches!(event.occasion, Occasion::Deadline | Occasion::Event)
}

fn concerns(survey: &Survey, event: &AgendaEvent) -> bool {
    let is_meant = |country: &CountryCode| survey.only.contains(country);
    survey.only.is_empty() || event.line.countries.iter().any(is_meant)
}

/// The event of a fact that has a date.
fn of_group(survey: &Survey, lexicon: &Lexicon, group: &Group<'_, '_>) -> Option<AgendaEvent> {
    let lead = group.lead()?;
    let fact = lead.fact;
    let occasion = occasion(fact)?;
    let (from, until) = match (occasion, lead.happens()) {
        (Occasion::Deadline, date) => {
            let basis = date.map_or(DateBasis::Stated, |date| date.basis);
            (DateStamp { value: fact.until?, basis }, None)
        }
        (_, Some(date)) => (date, fact.until.filter(|until| *until > date.value)),
        (_, None) => return None,
    };
    if fact.status == FactStatus::Requested
        || from.value.precision() == Precision::Year && !is_ahead(survey, from.value)
    {
        return None;
    }
    let seen_from = foremost(survey, &fact.countries).filter(|_| fact.countries.len() < 3);
    let line = entries::line(survey.as_of, lexicon, group, seen_from)?;
    let line = SummaryLine { date: Some(from), ..line };
    let key = key(occasion, group, from.value);
    Some(AgendaEvent { occasion, from, until, place: fact.place, key, seen_from, line })
}

fn is_ahead(survey: &Survey, date: PartialDate) -> bool {
    days::is_ahead(date, survey.as_of)
}

/// What kind of event a fact tells of, if any.
fn occasion(fact: &Fact) -> Option<Occasion> {
    Some(match fact.kind {
        FactKind::Visit => Occasion::Visit,
        FactKind::Meeting => Occasion::Meeting,
        FactKind::Anniversary => Occasion::Anniversary,
        _ if fact.status == FactStatus::Target => Occasion::Deadline,
        FactKind::Agreement | FactKind::Visa | FactKind::Level => Occasion::Agreement,
        FactKind::Appointment => Occasion::Appointment,
        FactKind::Date | FactKind::Commitment => Occasion::Event,
        FactKind::Money
        | FactKind::Trade
        | FactKind::Count
        | FactKind::Office
        | FactKind::Quote
        | FactKind::Request
        | FactKind::Incident
        | FactKind::Sanction => return None,
    })
}

/// The name of an event: its persons, place and day; where these do not tell it from others, its countries and the words of the
/// first brief that told of it, which later ones do not change.
fn key(occasion: Occasion, group: &Group<'_, '_>, day: PartialDate) -> u64 {
    let Some(lead) = group.lead() else { return 0 };
    let fact = lead.fact;
    let mut parts = vec![format!("{occasion:?}"), day.to_string()];
    let place = fact.place.filter(|_| occasion == Occasion::Visit);
    parts.extend(place.map(|place| place.to_string()));
    let by_person = matches!(occasion, Occasion::Visit | Occasion::Meeting);
    if by_person && !fact.persons.is_empty() {
        // Reports of one event need not have the same countries where persons tell it from others.
        parts.extend(fact.persons.iter().map(|person| person.key.clone()));
        return fingerprint(&parts.join(" "));
    }
    parts.extend(fact.countries.iter().map(ToString::to_string));
    if let Some(first) = group.reports.iter().max_by_key(|report| report.statement.order()) {
        parts.push(first.words.to_owned());
    }
    fingerprint(&parts.join(" "))
}

/// Sentences that name a day to come of which no fact tells.
fn announced(
    survey: &Survey,
    docket: &Docket<'_>,
    told: &BTreeSet<(usize, Span)>,
    chosen: &mut Chosen,
) -> Vec<AgendaEvent> {
    let dated = docket.statements().filter_map(|statement| {
        let ahead = statement.first_ahead(survey.as_of);
        Some((ahead.filter(|date| date.value.precision() > Precision::Year)?, statement))
    });
    let events = dated.filter_map(|(date, statement)| {
        let is_told = told.contains(&statement.order());
        let event = of_statement(date, statement);
        (!is_told && chosen.admit(&statement.sentence.text)).then_some(event)
    });
    events.collect()
}

fn of_statement(date: &DateMention, statement: &Statement<'_>) -> AgendaEvent {
    let from = DateStamp { value: date.value, basis: date.basis };
    let text = Phrase::Verbatim(excerpt::around(&statement.sentence.text, &date.text));
    let named = if statement.named.is_empty() {
        statement.brief.countries.as_slice()
    } else {
        statement.named
    };
    let mut countries = named.to_vec();
    countries.sort_unstable();
    countries.dedup();
    let line = SummaryLine {
        status: Some(FactStatus::Planned),
        countries,
        ..SummaryLine::new(text, Some(from), vec![statement.citation()])
    };
    let key = fingerprint(&format!("{} {}", date.value, statement.sentence.text));
    let until = date.end.filter(|end| *end > date.value);
    AgendaEvent { occasion: Occasion::Event, from, until, place: None, key, seen_from: None, line }
}

#[cfg(test)]
mod tests;
