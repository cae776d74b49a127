//! How certain a fact is on the day of the page, which section it belongs to, and what it is worth there.

use super::days;
use super::docket::{Docket, Story};
use super::merge::Group;
use super::reports::Report;
use crate::model::{FactKind, FactStatus, Measure, Novelty, PartialDate, Role, SectionKind, Unit};

/// What was announced without a day is awaited for so long, and to be checked from then on.
const DAYS_AWAITED: i64 = 180;
/// What lies no further back than this from the newest brief is new.
pub(super) const DAYS_NEW: i64 = 120;
const DAYS_OF_A_YEAR: i64 = 400;
const DAYS_OF_FIVE_YEARS: i64 = 1_830;
/// Nobody asks who held an office so long ago.
const DAYS_OF_AN_ERA: i64 = 9_150;
const NEW: i64 = 300;
const OF_THE_YEAR: i64 = 150;
const OLD: i64 = -150;
/// For every brief that reports it in words of its own, up to three, but the first.
const VOICE: i64 = 100;
const MOST_VOICES: i64 = 4;
const UNCERTAIN: i64 = -100;
/// A total over several countries says little of one.
const SHARED: i64 = -150;

/// How certain what a report says is on the day of the page: what was to come by then, and of which nothing was heard, lapsed.
pub(super) fn status(as_of: PartialDate, report: &Report<'_, '_>) -> FactStatus {
    let fact = report.fact;
    let past = |day: Option<PartialDate>| day.is_some_and(|day| days::is_past(day, as_of));
    match fact.status {
        FactStatus::Target if past(fact.until) => FactStatus::Lapsed,
        FactStatus::Planned if past(fact.until.or(fact.date.map(|date| date.value))) => {
            FactStatus::Lapsed
        }
        status => status,
    }
}

/// The section of a fact; none where dated sentences tell of it.
pub(super) fn section(as_of: PartialDate, report: &Report<'_, '_>) -> Option<SectionKind> {
    let fact = report.fact;
    let ahead = report.happens().is_some_and(|date| days::is_ahead(date.value, as_of));
    let counted = fact.value.is_some_and(|value| value.unit == Unit::Of(Measure::Agreements));
    Some(match (fact.kind, fact.status, status(as_of, report)) {
        (FactKind::Date, ..) => return None,
        (FactKind::Quote, ..) => SectionKind::Quotes,
        (FactKind::Office, ..) if is_older(as_of, report, DAYS_OF_AN_ERA) => return None,
        (FactKind::Commitment | FactKind::Request, ..)
            if is_older(as_of, report, DAYS_OF_FIVE_YEARS) =>
        {
            return None;
        }
        (FactKind::Office, ..) => SectionKind::People,
        (_, FactStatus::Requested, _) | (_, FactStatus::Planned, FactStatus::Lapsed) => {
            SectionKind::Check
        }
        (_, FactStatus::Target, _) => SectionKind::Figures,
        (_, FactStatus::Planned, _) if ahead || is_awaited(as_of, report) => SectionKind::Coming,
        (_, FactStatus::Planned, _) | (FactKind::Request, ..) => SectionKind::Check,
        _ if ahead => SectionKind::Coming,
        (FactKind::Level, ..) => SectionKind::Level,
        (FactKind::Agreement | FactKind::Visa, ..) => SectionKind::Agreements,
        (FactKind::Count, ..) if counted => SectionKind::Agreements,
        (FactKind::Money | FactKind::Trade | FactKind::Count, ..) => SectionKind::Figures,
        (FactKind::Visit | FactKind::Meeting, ..) => SectionKind::Visits,
        (FactKind::Appointment, ..) => SectionKind::People,
        (FactKind::Commitment, ..) => SectionKind::Check,
        (FactKind::Anniversary | FactKind::Incident | FactKind::Sanction, ..) => {
            SectionKind::Timeline
        }
    })
}

/// Whether a fact lies further back than so many days.
fn is_older(as_of: PartialDate, report: &Report<'_, '_>, days: i64) -> bool {
    let gap = report.date.map(|date| days::between(date.value, as_of));
    gap.is_some_and(|gap| gap.days > days)
}

/// Whether an announcement without a day is so young that its day may come.
fn is_awaited(as_of: PartialDate, report: &Report<'_, '_>) -> bool {
    let dated = report.fact.date.is_some();
    let gap = report.written().map(|written| days::between(written, as_of));
    !dated && gap.is_some_and(|gap| gap.days <= DAYS_AWAITED)
}

/// Whether nothing older reports a fact, and it does not itself lie further back; where a period is asked for, whether nothing
/// but what is new in it reports the fact.
pub(super) fn is_new(docket: &Docket<'_>, group: &Group<'_, '_>) -> bool {
    if docket.since.is_some() {
        let story = |report: &Report<'_, '_>| docket.stories.get(report.statement.story);
        let is_new = |story: &Story<'_>| story.novelty == Some(Novelty::New);
        return group.reports.iter().all(|report| story(report).is_some_and(is_new));
    }
    let within = |day: Option<PartialDate>| {
        let gap = day.zip(docket.newest).map(|(day, newest)| days::between(day, newest));
        gap.is_none_or(|gap| gap.days <= DAYS_NEW) && !day.is_some_and(|day| is_old(docket, day))
    };
    let dated = |report: &Report<'_, '_>| report.date.is_some();
    group.reports.iter().any(dated)
        && group
            .reports
            .iter()
            .all(|report| within(report.written()) && within(report.date.map(|date| date.value)))
}

/// Whether something lies further back than a year from the day of the page: told today, it would be history.
pub(super) fn is_old(docket: &Docket<'_>, day: PartialDate) -> bool {
    days::between(day, docket.as_of).days > DAYS_OF_A_YEAR
}

/// What a fact is worth on its page, in the points of `weights`: by type, age, corroboration and certainty.
pub(super) fn points(docket: &Docket<'_>, group: &Group<'_, '_>) -> i64 {
    let Some(lead) = group.lead() else { return 0 };
    let voices = i64::try_from(group.voices()).unwrap_or(MOST_VOICES).clamp(1, MOST_VOICES) - 1;
    let certain = match status(docket.as_of, lead) {
        FactStatus::Lapsed | FactStatus::Requested => UNCERTAIN,
        _ => 0,
    };
    let shared = if lead.fact.shared_by.is_some() { SHARED } else { 0 };
    of_kind(lead) + age(docket, lead) + voices * VOICE + certain + shared
}

fn of_kind(report: &Report<'_, '_>) -> i64 {
    let fact = report.fact;
    match fact.kind {
        FactKind::Level => 900,
        FactKind::Agreement => 800,
        FactKind::Trade => 750,
        FactKind::Sanction | FactKind::Appointment => 700,
        FactKind::Visa | FactKind::Visit | FactKind::Incident => 650,
        FactKind::Money => 550,
        FactKind::Count => 450,
        FactKind::Meeting => 400,
        FactKind::Office => {
            office(fact.persons.first().and_then(|person| Some(person.title.as_ref()?.role)))
        }
        FactKind::Commitment | FactKind::Request => 250,
        FactKind::Anniversary | FactKind::Date | FactKind::Quote => 200,
    }
}

/// Who speaks for a state comes before who serves one.
fn office(role: Option<Role>) -> i64 {
    match role {
        Some(Role::HeadOfState | Role::President | Role::Monarch) => 600,
        Some(Role::HeadOfGovernment | Role::PartySecretary) => 550,
        Some(Role::ForeignMinister) => 450,
        Some(Role::VicePresident | Role::DeputyHeadOfGovernment | Role::Speaker) => 350,
        Some(Role::DefenceMinister | Role::FinanceMinister | Role::InteriorMinister) => 350,
        Some(Role::Minister | Role::Ambassador) => 250,
        _ => 100,
    }
}

fn age(docket: &Docket<'_>, report: &Report<'_, '_>) -> i64 {
    let day = report.date.map(|date| date.value);
    let gap = day.zip(docket.newest).map(|(day, newest)| days::between(day, newest));
    match gap.map(|gap| gap.days) {
        Some(days) if days <= DAYS_NEW => NEW,
        Some(days) if days <= DAYS_OF_A_YEAR => OF_THE_YEAR,
        Some(days) if days > DAYS_OF_FIVE_YEARS => OLD,
        _ => 0,
    }
}
