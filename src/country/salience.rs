//! From mentions to what a story is about: how much each country weighs, and which weigh enough.
//!
//! Two sums for each country. *Presence* says whether the story is about it at all; *setting* puts
//! the countries in order, and there a place says more than a person: a story of a Frenchman drowned
//! in Spain is filed under Spain first. The weights were chosen on labelled dispatches in both
//! languages, in round numbers, so that no single story decides one.

use std::collections::BTreeMap;

use super::Kind;
use super::mentions::Mention;
use super::words::Role;
use crate::model::Place;

/// A presence of this much files a story under a country.
const PRESENT: f32 = 1.0;
/// What an organisation needs: to be named in the title and in the lead, or often after it. The
/// text of a dispatch names more organisations than it is about.
const PRESENT_ORGANISATION: f32 = 1.7;
/// The country that comes first is kept with a setting of this much: a story that names one country
/// only is about that one, unless it names it in passing at the end.
const SET: f32 = 0.1;

/// What a form says, for presence or for setting.
type Weights = fn(Role) -> f32;

/// How the parts of a story add up.
struct Scale {
    weights: Weights,
    dateline: f32,
    title: f32,
    lead: f32,
    lead_most: f32,
    body: f32,
    body_most: f32,
    paragraph: f32,
}

const PRESENCE: Scale = Scale {
    weights: |role| match role {
        Role::Name => 1.0,
        Role::Adjective | Role::Capital | Role::Place | Role::Leader => 0.7,
        Role::Institution => 0.4,
    },
    dateline: 1.5,
    title: 1.2,
    lead: 0.5,
    lead_most: 3.0,
    body: 0.3,
    body_most: 5.0,
    paragraph: 0.1,
};

const SETTING: Scale = Scale {
    weights: |role| match role {
        Role::Name => 1.0,
        Role::Place => 0.9,
        Role::Capital => 0.8,
        Role::Institution => 0.4,
        Role::Adjective | Role::Leader => 0.3,
    },
    dateline: 1.5,
    title: 0.6,
    lead: 0.5,
    lead_most: 6.0,
    body: 0.15,
    body_most: 10.0,
    paragraph: 0.0,
};

/// Paragraphs beyond this many say no more.
const PARAGRAPHS_MOST: f32 = 5.0;

/// The mentions of one country, added up on one scale.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    dateline: f32,
    title: f32,
    lead: f32,
    body: f32,
}

/// What one country weighs in a story.
#[derive(Clone, Debug, Default)]
struct Profile {
    presence: Sum,
    setting: Sum,
    /// Paragraphs that name it, and the last of them.
    paragraphs: f32,
    last_paragraph: Option<usize>,
    /// Passage and offset of its first mention.
    first: (usize, usize),
}

/// The numbers of the countries that a story is about, most salient first, organisations after
/// them.
pub(super) fn rank(mentions: &[Mention], kind_of: impl Fn(u16) -> Kind) -> Vec<u16> {
    let mut candidates: Vec<Candidate> = profiles(mentions)
        .iter()
        .map(|(&number, profile)| Candidate::new(number, kind_of(number), profile))
        .collect();
    candidates.sort_by(|a, b| {
        let by_setting = b.setting.total_cmp(&a.setting);
        a.organisation.cmp(&b.organisation).then(by_setting).then(a.first.cmp(&b.first))
    });
    let mut places = 0..;
    candidates.retain(|candidate| candidate.is_salient(places.next() == Some(0)));
    candidates.into_iter().map(|candidate| candidate.number).collect()
}

/// A country that the story may be about.
struct Candidate {
    number: u16,
    organisation: bool,
    in_title: bool,
    presence: f32,
    setting: f32,
    first: (usize, usize),
}

impl Candidate {
    fn new(number: u16, kind: Kind, profile: &Profile) -> Self {
        Self {
            number,
            organisation: kind == Kind::Organisation,
            in_title: profile.presence.title > 0.0,
            presence: profile.presence.total(&PRESENCE, profile.paragraphs),
            setting: profile.setting.total(&SETTING, profile.paragraphs),
            first: profile.first,
        }
    }

    /// Whether the story is about it; `foremost` is the one that comes before all others.
    fn is_salient(&self, foremost: bool) -> bool {
        if self.organisation {
            self.in_title && self.presence >= PRESENT_ORGANISATION
        } else {
            self.presence >= PRESENT || (foremost && self.setting >= SET)
        }
    }
}

/// By country: what its mentions add up to.
fn profiles(mentions: &[Mention]) -> BTreeMap<u16, Profile> {
    let mut profiles: BTreeMap<u16, Profile> = BTreeMap::new();
    for mention in mentions {
        for reading in &mention.readings {
            let first = (mention.passage, mention.span.start);
            let profile = profiles
                .entry(reading.country)
                .or_insert_with(|| Profile { first, ..Profile::default() });
            profile.presence.add(mention.place, (PRESENCE.weights)(reading.role));
            profile.setting.add(mention.place, (SETTING.weights)(reading.role));
            let in_text = matches!(mention.place, Place::Lead | Place::Body);
            if in_text && profile.last_paragraph != Some(mention.passage) {
                profile.last_paragraph = Some(mention.passage);
                profile.paragraphs += 1.0;
            }
        }
    }
    profiles
}

impl Sum {
    fn add(&mut self, place: Place, weight: f32) {
        match place {
            Place::Dateline => self.dateline = 1.0,
            // A title that names a country twice says no more of it.
            Place::Title => self.title = self.title.max(weight),
            Place::Lead => self.lead += weight,
            Place::Body | Place::FrontMatter | Place::Reader => self.body += weight,
        }
    }

    fn total(self, scale: &Scale, paragraphs: f32) -> f32 {
        scale.dateline * self.dateline
            + scale.title * self.title
            + scale.lead * self.lead.min(scale.lead_most)
            + scale.body * self.body.min(scale.body_most)
            + scale.paragraph * paragraphs.min(PARAGRAPHS_MOST)
    }
}
