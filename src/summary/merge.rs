//! One group for each fact, whatever number of briefs report it: copies, repeats, a plan and its completion.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use super::kinship::{Matter, is_same};
use super::repeats;
use super::reports::Report;
use crate::model::{Citation, FactKind, FactStatus, Role};

/// Of the groups of one matter no more are compared with a report: one hostile brief costs no more.
const MOST_COMPARED: usize = 64;

/// More briefs than these make no fact any surer.
const MOST_VOICES: usize = 4;

/// A title stands in nearly every brief: no more of them than this back its line.
const MOST_OF_A_TITLE: usize = 2;

/// All reports of one fact, in the docket's order.
pub(super) struct Group<'d, 'a> {
    pub(super) matter: Matter<'a>,
    pub(super) reports: Vec<Report<'d, 'a>>,
}

/// Groups reports; the same reports in the docket's order give the same groups.
pub(super) fn groups<'d, 'a>(reports: Vec<Report<'d, 'a>>) -> Vec<Group<'d, 'a>> {
    let mut groups: Vec<Group<'d, 'a>> = Vec::new();
    let mut of_matter: BTreeMap<Matter<'a>, Vec<usize>> = BTreeMap::new();
    for report in reports {
        let matter = Matter::of(report.fact);
        let known = of_matter.entry(matter.clone()).or_default();
        let same = known.iter().take(MOST_COMPARED).copied().find(|&place| {
            let first = groups.get(place).and_then(|group| group.reports.first());
            first.is_some_and(|first| is_same(first, &report))
        });
        if let Some(group) = same.and_then(|place| groups.get_mut(place)) {
            group.reports.push(report);
        } else {
            known.push(groups.len());
            groups.push(Group { matter, reports: vec![report] });
        }
    }
    groups
}

impl<'d, 'a> Group<'d, 'a> {
    /// The report that says most: of what came about before what was planned, the most precise, then the newest. A plan that
    /// was called off and did not come about after all is called off. Of titles the newest counts.
    pub(super) fn lead(&self) -> Option<&Report<'d, 'a>> {
        let standing = self.standing();
        let told = self.reports.iter().filter(|report| report.fact.status == standing);
        if self.reports.iter().any(|report| report.fact.kind == FactKind::Office) {
            let day = |report: &&Report<'_, '_>| report.date.map(|date| date.value.last_day());
            return told.min_by_key(|report| (Reverse(day(report)), report.statement.order()));
        }
        told.min_by_key(|report| {
            let fact = report.fact;
            let vague = fact.value.is_some_and(|value| value.approximate);
            let precision = fact.date.map(|date| date.value.precision());
            let basis = fact.date.map(|date| date.basis);
            // A stage's own day before that on which the journey began.
            let own = report.is_stage();
            (vague, Reverse(precision), own, fact.until.is_none(), basis, report.statement.order())
        })
    }

    /// How far the matter has come, by all its reports.
    fn standing(&self) -> FactStatus {
        let rank = |status: FactStatus| match status {
            FactStatus::Done | FactStatus::Signed => 0,
            FactStatus::Stated => 1,
            FactStatus::Cancelled => 2,
            FactStatus::Target | FactStatus::Lapsed => 3,
            FactStatus::Planned => 4,
            FactStatus::Requested => 5,
        };
        let statuses = self.reports.iter().map(|report| report.fact.status);
        statuses.min_by_key(|status| rank(*status)).unwrap_or(FactStatus::Stated)
    }

    /// The sentences that back a line of the lead.
    pub(super) fn citations(&self) -> Vec<Citation> {
        let most = match self.lead().map(|lead| lead.fact.kind) {
            Some(FactKind::Office) => MOST_OF_A_TITLE,
            _ => usize::MAX,
        };
        self.backing().take(most).map(|report| report.statement.citation()).collect()
    }

    /// The reports that back a line of the lead, the lead first: those that hold its number and its horizon.
    pub(super) fn backing(&self) -> impl Iterator<Item = &Report<'d, 'a>> {
        let lead = self.lead();
        let amount = |report: &Report<'_, '_>| {
            report.fact.value.map(|value| (value.unit, value.thousandths, value.most))
        };
        let holds = move |report: &&Report<'d, 'a>| {
            let Some(lead) = lead else { return false };
            (amount(lead).is_none() || amount(report) == amount(lead))
                && (lead.fact.until.is_none()
                    || lead.fact.kind == FactKind::Visit
                    || report.fact.until == lead.fact.until)
                && (lead.fact.kind != FactKind::Office || office(report) == office(lead))
        };
        let mut seen = HashSet::new();
        let all = lead.into_iter().chain(self.reports.iter().filter(holds));
        all.filter(move |report| seen.insert(report.statement.order()))
    }

    /// How many briefs report it in words of their own, up to some: the copies of one wire are one.
    pub(super) fn voices(&self) -> usize {
        if let [_] = self.reports.as_slice() {
            return 1;
        }
        let mut chosen = repeats::Chosen::default();
        let mut stories = HashSet::new();
        let own = |report: &&Report<'_, '_>| {
            stories.insert(report.statement.story) && chosen.admit(&report.statement.sentence.text)
        };
        self.reports.iter().take(MOST_COMPARED).filter(own).take(MOST_VOICES).count()
    }
}

/// The office that the title of a report's person names.
fn office(report: &Report<'_, '_>) -> Option<Role> {
    Some(report.fact.persons.first()?.title.as_ref()?.role)
}
