//! From mentions to what a story is about: how much each country weighs, and which weigh enough.

use std::collections::BTreeMap;

use super::mentions::Mention;
use super::words::Role;
use crate::model::Place;

/// What a country weighs in one story.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Profile {
    /// Named by the dateline.
    pub(super) dateline: bool,
    /// Weight of its weightiest form in the title.
    pub(super) title: f32,
    /// Weight of its forms in the lead.
    pub(super) lead: f32,
    /// Weight of its forms after the lead.
    pub(super) body: f32,
    /// Paragraphs that name it.
    pub(super) paragraphs: usize,
    /// Offset of its first mention, for a stable order.
    pub(super) first: (usize, usize),
}

/// By country: its profile.
pub(super) fn profiles(mentions: &[Mention]) -> BTreeMap<u16, Profile> {
    let mut profiles: BTreeMap<u16, Profile> = BTreeMap::new();
    let mut last_passage: BTreeMap<u16, usize> = BTreeMap::new();
    for mention in mentions {
        for reading in &mention.readings {
            let weight = weight_of(reading.role);
            let first = (mention.passage, mention.span.start);
            let profile = profiles
                .entry(reading.country)
                .or_insert_with(|| Profile { first, ..Profile::default() });
            match mention.place {
                Place::Dateline => profile.dateline = true,
                Place::Title => profile.title = profile.title.max(weight),
                Place::Lead => profile.lead += weight,
                Place::Body | Place::FrontMatter => profile.body += weight,
            }
            let paragraph = matches!(mention.place, Place::Lead | Place::Body);
            if paragraph
                && last_passage.insert(reading.country, mention.passage) != Some(mention.passage)
            {
                profile.paragraphs += 1;
            }
        }
    }
    profiles
}

/// How much a form says for its country.
fn weight_of(role: Role) -> f32 {
    match role {
        Role::Name => 1.0,
        Role::Adjective => 0.8,
        Role::Capital | Role::Place | Role::Leader => 0.7,
        Role::Institution => 0.5,
    }
}

/// The countries that the story is about, most salient first.
pub(super) fn rank(profiles: &BTreeMap<u16, Profile>) -> Vec<u16> {
    let mut scored: Vec<(f32, &Profile, u16)> =
        profiles.iter().map(|(&country, profile)| (score(profile), profile, country)).collect();
    scored.retain(|(score, ..)| *score >= 1.0);
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.first.cmp(&b.1.first)));
    scored.into_iter().map(|(.., country)| country).collect()
}

fn score(profile: &Profile) -> f32 {
    let dateline = if profile.dateline { 1.5 } else { 0.0 };
    dateline + 1.2 * profile.title + 0.5 * profile.lead.min(2.0) + 0.15 * profile.body.min(6.0)
}
