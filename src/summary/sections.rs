//! All lines of a page, sorted into its sections.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use super::claims;
use super::coverage::Coverage;
use super::docket::Docket;
use super::entries::{self, Entry};
use super::lexicon::Lexicon;
use super::merge::{self, Group};
use super::repeats::Chosen;
use super::weights::Weights;
use super::{
    changes, check, figures, key_points, news, partners, people, rank, reports, timeline, tours,
};
use crate::model::{CountryCode, FactKind, PartialDate, Section, SectionKind};

/// The sections in the order of the page, with as many lines as each may have.
const SECTIONS: [(SectionKind, usize); 12] = [
    (SectionKind::Changes, 6),
    (SectionKind::Coming, 10),
    (SectionKind::Level, 6),
    (SectionKind::Agreements, 8),
    (SectionKind::Figures, 10),
    (SectionKind::Visits, 8),
    (SectionKind::People, 8),
    (SectionKind::Check, 10),
    (SectionKind::KeyPoints, 8),
    (SectionKind::Timeline, 12),
    (SectionKind::Quotes, 5),
    (SectionKind::Partners, 8),
];
/// A country that is in nearly every brief has so many times the lines that stand by partner.
const MORE_BY_PARTNER: usize = 3;
/// Of the changes so many are facts; headlines of briefs that none of them comes from fill up. Of a country that is in nearly
/// every brief all facts stand by partner instead.
const MOST_CHANGED_FACTS: usize = 4;

/// Compiles the sections; empty ones are left out.
pub(super) fn compile(
    docket: &Docket<'_>,
    lexicon: &Lexicon,
    weights: &Weights,
    by_partner: bool,
) -> Vec<Section> {
    let groups = merge::groups(reports::of_page(docket));
    let mut chosen = Chosen::default();
    let scale = if by_partner { MORE_BY_PARTNER } else { 1 };
    let mut all = of_facts(docket, lexicon, weights, &groups, &mut chosen, scale);
    all.extend(news::entries(docket));
    all.extend(changes::headlines(docket, &all, &mut chosen));
    all.extend(timeline::coming(docket, &all, &mut chosen));
    all.extend(check::doubts(docket, &groups));
    let told = entries::Told::by(&all);
    let mut coverage = Coverage::of(&all);
    all.extend(figures::entries(docket, weights, &told, &all, &mut coverage, &mut chosen));
    let picked = key_points::pick(docket, weights, &told, &mut coverage, &mut chosen);
    all.extend(key_points::entries(docket, &picked));
    all.extend(timeline::past(docket, &picked.dated));
    all.extend(partners::entries(docket));
    entries::sort(&mut all);
    bound(&mut all, scale);
    rank::number(&mut all);
    let mut sections = Vec::new();
    for (kind, _) in SECTIONS {
        let mut lines: Vec<Entry> = Vec::new();
        while let Some(place) = all.iter().position(|entry| entry.section == kind) {
            lines.push(all.remove(place));
        }
        arrange(kind, &mut lines);
        if let Some(country) = docket.country.filter(|_| by_partner && kind.is_by_partner()) {
            part(country, &mut lines);
        }
        let lines: Vec<_> = lines.into_iter().map(|entry| entry.line).collect();
        if !lines.is_empty() {
            sections.push(Section { kind, lines });
        }
    }
    sections
}

/// The lines of facts, the best first, none of which repeats another in the source's words.
fn of_facts(
    docket: &Docket<'_>,
    lexicon: &Lexicon,
    weights: &Weights,
    groups: &[Group<'_, '_>],
    chosen: &mut Chosen,
    scale: usize,
) -> Vec<Entry> {
    let succeeded = people::succeeded(groups);
    let mut series = BTreeMap::new();
    let mut lines: Vec<Entry> = Vec::new();
    for (place, group) in groups.iter().enumerate() {
        let Some(mut entry) = entries::of_group(docket, lexicon, weights, group) else { continue };
        let next = series.len();
        entry.series = *series.entry(group.matter.without_amount()).or_insert(next);
        if succeeded.contains(&place) {
            entry.points -= people::SUCCEEDED;
        }
        lines.push(entry);
    }
    entries::sort(&mut lines);
    let mut changed = 0;
    for entry in &mut lines {
        if entry.section == SectionKind::Changes {
            changed += 1;
            if scale > 1 || changed > MOST_CHANGED_FACTS {
                entry.section = entry.home;
            }
        }
    }
    if let Some(country) = docket.country {
        tours::together(country, &mut lines);
    }
    drop_papers_of_levels(&mut lines);
    bound(&mut lines, scale);
    lines.retain(|entry| {
        let words = claims::shown_words(&entry.line.text);
        words.is_empty() || chosen.admit(words)
    });
    lines
}

/// The paper that sets a level of relations is not told of beside the level.
fn drop_papers_of_levels(lines: &mut Vec<Entry>) {
    let of = |entry: &Entry, kind: FactKind| entry.line.kind == Some(kind);
    let levels: HashSet<(usize, usize)> = lines
        .iter()
        .filter(|entry| of(entry, FactKind::Level))
        .map(|entry| entry.sentence)
        .collect();
    lines.retain(|entry| {
        let counted = entry.line.quantity.is_some();
        !of(entry, FactKind::Agreement) || counted || !levels.contains(&entry.sentence)
    });
}

/// Leaves each section as many lines as it may have, the first ones; where lines stand by partner, `scale` times as many.
fn bound(lines: &mut Vec<Entry>, scale: usize) {
    let mut counts: BTreeMap<SectionKind, usize> = BTreeMap::new();
    lines.retain(|entry| {
        let most = SECTIONS.iter().find(|(kind, _)| *kind == entry.section);
        let count = counts.entry(entry.section).or_default();
        *count += 1;
        let scale = if entry.section.is_by_partner() { scale } else { 1 };
        most.is_some_and(|(_, most)| *count <= scale * *most)
    });
}

/// Puts the lines of one partner together, the partner with the most important line first; what concerns several comes last.
fn part(country: CountryCode, lines: &mut [Entry]) {
    let mut best: BTreeMap<Option<CountryCode>, usize> = BTreeMap::new();
    for entry in lines.iter() {
        let rank = best.entry(entry.line.partner(country)).or_insert(entry.line.rank);
        *rank = (*rank).min(entry.line.rank);
    }
    lines.sort_by_key(|entry| {
        let partner = entry.line.partner(country);
        (partner.is_none(), best.get(&partner).copied(), partner)
    });
}

/// Puts the lines of a section in its order: what is to come by its day, what was with the newest first, numbers of one thing
/// together, everything else by importance.
fn arrange(kind: SectionKind, lines: &mut [Entry]) {
    let date = |entry: &Entry| entry.line.date.map(|date| date.value);
    match kind {
        SectionKind::Coming => lines.sort_by_key(|entry| {
            let first = date(entry).map(PartialDate::first_day);
            (first.is_none(), first, entry.line.rank)
        }),
        SectionKind::Changes | SectionKind::Level | SectionKind::Visits | SectionKind::Timeline => {
            lines.sort_by_key(|entry| (Reverse(date(entry)), entry.line.rank));
        }
        SectionKind::Figures => {
            let mut best: BTreeMap<usize, usize> = BTreeMap::new();
            for entry in lines.iter() {
                let rank = best.entry(entry.series).or_insert(entry.line.rank);
                *rank = (*rank).min(entry.line.rank);
            }
            lines.sort_by_key(|entry| {
                (best.get(&entry.series).copied(), Reverse(date(entry)), entry.line.rank)
            });
        }
        _ => lines.sort_by_key(|entry| entry.line.rank),
    }
}
