//! What a reader should not take for certain: how the briefs are dated, and what they contradict.

use std::collections::BTreeMap;

use super::docket::{Docket, Story};
use super::entries::Entry;
use super::merge::Group;
use super::placing;
use crate::model::{
    Citation, DateBasis, Doubt, FactKind, FactStatus, Phrase, SectionKind, SummaryLine,
};

/// A line of doubts cites no more sentences than this.
pub(super) const MOST_CITED: usize = 8;
const CONTRADICTORY: i64 = 500;
const UNDATED: i64 = 450;
const INFERRED: i64 = 400;
const LAPSED: i64 = 350;

/// The doubts of a page, each in one line.
pub(super) fn doubts(docket: &Docket<'_>, groups: &[Group<'_, '_>]) -> Vec<Entry> {
    let basis = |story: &Story<'_>| story.brief.date.map(|date| date.basis);
    let undated = |story: &&Story<'_>| basis(story).is_none();
    let inferred = |story: &&Story<'_>| basis(story) == Some(DateBasis::Inferred);
    let main = || docket.stories.iter().filter(|story| story.brief.parent.is_none());
    let leads = |stories: Vec<&Story<'_>>| -> Vec<Citation> {
        stories.iter().filter_map(|story| Some(story.lead()?.citation())).collect()
    };
    let lapsed = groups.iter().filter(|group| {
        group.lead().is_some_and(|lead| {
            lead.fact.status == FactStatus::Target
                && placing::status(docket.as_of, lead) == FactStatus::Lapsed
        })
    });
    let lapsed = lapsed.filter_map(|group| group.citations().into_iter().next()).collect();
    let lines = [
        (Doubt::Contradictory, contradictions(groups), CONTRADICTORY),
        (Doubt::Undated, leads(main().filter(undated).collect()), UNDATED),
        (Doubt::Inferred, leads(main().filter(inferred).collect()), INFERRED),
        (Doubt::Lapsed, lapsed, LAPSED),
    ];
    let some = lines.into_iter().filter(|(_, citations, _)| !citations.is_empty());
    some.map(|(doubt, citations, points)| entry(doubt, citations, points)).collect()
}

fn entry(doubt: Doubt, mut citations: Vec<Citation>, points: i64) -> Entry {
    let text = Phrase::Doubt(doubt, citations.len());
    citations.truncate(MOST_CITED);
    let line = SummaryLine::new(text, None, citations);
    Entry {
        section: SectionKind::Check,
        home: SectionKind::Check,
        line,
        points,
        order: (0, 0),
        sentence: (0, 0),
        series: 0,
    }
}

/// Where different numbers are given for one thing at one time: the sentences.
pub(super) fn contradictions(groups: &[Group<'_, '_>]) -> Vec<Citation> {
    let mut by_thing = BTreeMap::new();
    for group in groups {
        let Some(lead) = group.lead().filter(|lead| may_contradict(lead.fact.kind)) else {
            continue;
        };
        if lead.fact.value.is_none() {
            continue;
        }
        let when = lead.fact.until.or(lead.fact.date.map(|date| date.value));
        let Some(when) = when else { continue };
        let known: &mut Vec<&Group<'_, '_>> =
            by_thing.entry((group.matter.without_amount(), when)).or_default();
        known.push(group);
    }
    let differing = by_thing.into_values().filter(|groups| groups.len() > 1);
    differing.flatten().filter_map(|group| group.citations().into_iter().next()).collect()
}

/// Other kinds of numbers are told apart by their words alone, which nobody can compare safely.
fn may_contradict(kind: FactKind) -> bool {
    matches!(kind, FactKind::Trade | FactKind::Agreement)
}
