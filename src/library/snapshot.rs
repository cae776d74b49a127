//! The library at one moment, as the interface sees it: immutable, shared, never waiting for a disk.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::model::{Brief, BriefId, CountryCode, Diagnostic, Marks, Moment, PartialDate};

/// The library at one moment.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    briefs: Vec<Arc<Brief>>,
    related: HashMap<BriefId, Vec<Arc<Brief>>>,
    places: HashMap<BriefId, u32>,
    countries: BTreeMap<CountryCode, Vec<u32>>,
    /// What is wrong with files, in the order of their paths.
    pub diagnostics: Vec<Diagnostic>,
    /// The reader's marks when this snapshot was taken.
    pub marks: Arc<Marks>,
    /// How complete it is.
    pub origin: Origin,
    /// Where it looked, as text for a person.
    pub folder: String,
}

/// How complete a snapshot is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// Nothing is known yet: no cache, the first scan is under way.
    #[default]
    Unknown,
    /// From the cache; the check for changes has not come back.
    Cache,
    /// As on disk.
    Checked,
}

/// What a snapshot is made of.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// All briefs, related stories included, in any order.
    pub briefs: Vec<Arc<Brief>>,
    /// What is wrong with files.
    pub diagnostics: Vec<Diagnostic>,
    /// The reader's marks.
    pub marks: Arc<Marks>,
    /// How complete it is.
    pub origin: Origin,
    /// Where it looked.
    pub folder: String,
}

impl Snapshot {
    /// Sorts main stories newest first (by date, else by the day received, then by title and id) and indexes them.
    pub fn new(listing: Listing) -> Self {
        let Listing { briefs: all, mut diagnostics, marks, origin, folder } = listing;
        let (mut briefs, children): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|brief| brief.parent.is_none());
        briefs.sort_by_cached_key(|brief| {
            let day = brief.date.map_or_else(
                || marks.first_seen(&brief.id).and_then(Moment::day),
                |date| Some(date.value),
            );
            (std::cmp::Reverse(day), brief.title.clone(), brief.id.clone())
        });
        let mut related: HashMap<BriefId, Vec<Arc<Brief>>> = HashMap::new();
        for child in children {
            if let Some(parent) = &child.parent {
                related.entry(parent.clone()).or_default().push(child);
            }
        }
        for stories in related.values_mut() {
            stories.sort_by_key(|story| story.part);
        }
        let mut places = HashMap::with_capacity(briefs.len());
        let mut countries: BTreeMap<CountryCode, Vec<u32>> = BTreeMap::new();
        for (place, brief) in (0_u32..).zip(&briefs) {
            places.insert(brief.id.clone(), place);
            for &country in &brief.countries {
                countries.entry(country).or_default().push(place);
            }
        }
        diagnostics.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        Self { briefs, related, places, countries, diagnostics, marks, origin, folder }
    }

    /// Main stories, newest first.
    pub fn briefs(&self) -> &[Arc<Brief>] {
        &self.briefs
    }

    /// The stories related to a brief, in the file's order.
    pub fn related(&self, parent: &BriefId) -> &[Arc<Brief>] {
        self.related.get(parent).map_or(&[], Vec::as_slice)
    }

    /// A brief or related story by its id.
    pub fn brief(&self, id: &BriefId) -> Option<&Arc<Brief>> {
        let main = self.places.get(id).and_then(|&place| self.briefs.get(place as usize));
        main.or_else(|| self.related.values().flatten().find(|story| &story.id == id))
    }

    /// The countries with briefs, by code, each with its main stories' places in [`Snapshot::briefs`], newest first.
    pub fn countries(&self) -> &BTreeMap<CountryCode, Vec<u32>> {
        &self.countries
    }

    /// Main stories about a country, newest first.
    pub fn about(&self, country: CountryCode) -> impl Iterator<Item = &Arc<Brief>> {
        let places = self.countries.get(&country).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|&place| self.briefs.get(place as usize))
    }

    /// The date a list sorts and shows a brief by: its own, else the day it was received.
    pub fn sort_day(&self, brief: &Brief) -> Option<PartialDate> {
        match brief.date {
            Some(date) => Some(date.value),
            None => self.marks.first_seen(&brief.id).and_then(Moment::day),
        }
    }
}
