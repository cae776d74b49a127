//! The library at one moment, as the interface sees it: immutable, shared, never waiting for a disk.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::correcting::Overlay;
use crate::copies::Group;
use crate::model::{
    Aspect, Brief, BriefId, BriefPath, ById, CountryCode, Diagnostic, Marks, Moment, PartialDate,
};
use crate::store::catalogue::ContentHash;

/// The library at one moment. A clone is a few pointers.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    index: Arc<Index>,
    /// The versions of one text that the index was made with.
    groups: Arc<Vec<Group>>,
    /// What each file held when it was filed, by path.
    contents: Arc<Vec<(BriefPath, ContentHash)>>,
    /// What the reader corrected in the briefs of the index.
    overlay: Arc<Overlay>,
    /// What is wrong with files, in the order of their paths.
    pub diagnostics: Arc<Vec<Diagnostic>>,
    /// The reader's marks when this snapshot was taken.
    pub marks: Arc<Marks>,
    /// When this reader first looked into the folder.
    since: Option<Moment>,
    /// How complete it is.
    pub origin: Origin,
    /// Where it looked, as text for a person.
    pub folder: Arc<str>,
}

/// The briefs and the ways to find one.
#[derive(Debug, Default)]
struct Index {
    /// Main stories but the copies of others, newest first.
    briefs: Vec<Arc<Brief>>,
    /// Copies by the brief that stands for them.
    copies: ById<Vec<Arc<Brief>>>,
    /// For each copy the brief that stands for it.
    heads: ById<BriefId>,
    /// Related stories by their parent.
    related: ById<Vec<Arc<Brief>>>,
    /// All of them.
    by_id: ById<Arc<Brief>>,
    /// Places in `briefs`.
    countries: BTreeMap<CountryCode, Vec<u32>>,
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
    /// The versions of one text, the one to read first.
    pub groups: Vec<Group>,
    /// What each file held when it was filed, in any order.
    pub contents: Vec<(BriefPath, ContentHash)>,
    /// What is wrong with files.
    pub diagnostics: Vec<Diagnostic>,
    /// The reader's marks.
    pub marks: Arc<Marks>,
    /// How complete it is.
    pub origin: Origin,
    /// Where it looked.
    pub folder: String,
}

impl Index {
    fn new(all: &[Arc<Brief>], groups: &[Group], marks: &Marks, since: Option<Moment>) -> Self {
        let (by_id, (mut briefs, children)) = rayon::join(
            || all.iter().map(|brief| (brief.id.clone(), Arc::clone(brief))).collect(),
            || newest_first(all, marks, since),
        );
        let (copies, heads) = folded(groups, &by_id);
        briefs.retain(|brief| !heads.contains_key(&brief.id));
        let mut related: ById<Vec<Arc<Brief>>> = ById::default();
        for child in children {
            if let Some(parent) = child.parent.clone() {
                related.entry(parent).or_default().push(child);
            }
        }
        for stories in related.values_mut() {
            stories.sort_by_key(|story| story.part);
        }
        let mut countries: BTreeMap<CountryCode, Vec<u32>> = BTreeMap::new();
        for (place, brief) in (0_u32..).zip(&briefs) {
            for country in countries_of(brief, copies.get(&brief.id)) {
                countries.entry(country).or_default().push(place);
            }
        }
        Self { briefs, copies, heads, related, by_id, countries }
    }
}

/// The countries under which a brief and its copies are found, each once: those of the newest
/// version, and those that only others name, unless the reader said what it is about.
fn countries_of(head: &Brief, copies: Option<&Vec<Arc<Brief>>>) -> Vec<CountryCode> {
    let mut countries = Vec::with_capacity(head.countries.len());
    let is_said = head.corrected.contains(&Aspect::Countries);
    let copies = copies.into_iter().flatten().filter(|_| !is_said);
    let others = copies.flat_map(|copy| &copy.countries);
    for &country in head.countries.iter().chain(others) {
        if !countries.contains(&country) {
            countries.push(country);
        }
    }
    countries
}

/// The copies by their heads, and the heads of copies.
type Folded = (ById<Vec<Arc<Brief>>>, ById<BriefId>);

/// Folds each group under its first brief; what is no longer there is passed over, and so is what
/// the reader says is no version of it.
fn folded(groups: &[Group], by_id: &ById<Arc<Brief>>) -> Folded {
    let (mut copies, mut heads) = Folded::default();
    for group in groups {
        let is_version = |brief: &&Arc<Brief>| !brief.corrected.contains(&Aspect::Copy);
        let mut there = group.iter().filter_map(|id| by_id.get(id)).filter(is_version);
        let Some(head) = there.next() else { continue };
        let others: Vec<_> = there.map(Arc::clone).collect();
        heads.extend(others.iter().map(|copy| (copy.id.clone(), head.id.clone())));
        if !others.is_empty() {
            copies.insert(head.id.clone(), others);
        }
    }
    (copies, heads)
}

/// The main stories, copies included, newest first, and the related ones in any order.
fn newest_first(
    all: &[Arc<Brief>],
    marks: &Marks,
    since: Option<Moment>,
) -> (Vec<Arc<Brief>>, Vec<Arc<Brief>>) {
    let (main, children): (Vec<_>, Vec<_>) = all.iter().partition(|brief| brief.parent.is_none());
    let dated = main.into_iter().map(|brief| (Reverse(sort_day(brief, marks, since)), brief));
    let mut dated: Vec<_> = dated.collect();
    dated.par_sort_unstable_by(|(a_day, a), (b_day, b)| {
        (a_day, &a.title, &a.id).cmp(&(b_day, &b.title, &b.id))
    });
    let briefs = dated.into_iter().map(|(_, brief)| Arc::clone(brief)).collect();
    (briefs, children.into_iter().cloned().collect())
}

/// A brief's own date, else the day it was received. What was there when this reader first looked
/// (`since`) was received on some day before: for it none is known.
fn sort_day(brief: &Brief, marks: &Marks, since: Option<Moment>) -> Option<PartialDate> {
    if let Some(date) = brief.date {
        return Some(date.value);
    }
    received(&brief.id, marks, since)?.day()
}

/// When a brief came, where it came after the reader's first look.
fn received(id: &BriefId, marks: &Marks, since: Option<Moment>) -> Option<Moment> {
    marks.first_seen(id).filter(|moment| Some(*moment) != since)
}

/// When this reader first looked into the folder.
fn first_look(marks: &Marks) -> Option<Moment> {
    marks.iter().filter_map(|(_, mark)| mark.first_seen).min()
}

impl Snapshot {
    /// Sorts main stories newest first (by date, else by the day received, then by title and id)
    /// and indexes them.
    pub fn new(listing: Listing) -> Self {
        let Listing { mut briefs, groups, mut contents, mut diagnostics, marks, origin, folder } =
            listing;
        contents.sort_by(|(a, _), (b, _)| a.cmp(b));
        diagnostics.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        let since = first_look(&marks);
        let overlay = Arc::new(Overlay::lay(&mut briefs, &marks));
        let index = Arc::new(Index::new(&briefs, &groups, &marks, since));
        Self {
            index,
            groups: Arc::new(groups),
            contents: Arc::new(contents),
            overlay,
            diagnostics: Arc::new(diagnostics),
            marks,
            since,
            origin,
            folder: folder.into(),
        }
    }

    /// The same briefs with newer marks; where a correction is among them, indexed anew.
    #[must_use]
    pub fn with_marks(&self, marks: Arc<Marks>) -> Self {
        let since = first_look(&marks);
        if self.overlay.is_of(&marks) {
            return Self { marks, since, ..self.clone() };
        }
        let mut briefs: Vec<_> = self.all().map(|brief| Arc::clone(self.as_filed(brief))).collect();
        let overlay = Arc::new(Overlay::lay(&mut briefs, &marks));
        let index = Arc::new(Index::new(&briefs, &self.groups, &marks, since));
        Self { index, overlay, marks, since, ..self.clone() }
    }

    /// A brief as it is filed, whatever the reader corrected.
    pub fn as_filed<'a>(&'a self, brief: &'a Arc<Brief>) -> &'a Arc<Brief> {
        self.overlay.filed(&brief.id).unwrap_or(brief)
    }

    /// The same briefs, from another origin.
    #[must_use]
    pub fn with_origin(&self, origin: Origin) -> Self {
        Self { origin, ..self.clone() }
    }

    /// Main stories, newest first; of the versions of one text only the one to read.
    pub fn briefs(&self) -> &[Arc<Brief>] {
        &self.index.briefs
    }

    /// The other versions of a text: copies, rewrites, what it corrects or withdraws.
    pub fn copies(&self, head: &BriefId) -> &[Arc<Brief>] {
        self.index.copies.get(head).map_or(&[], Vec::as_slice)
    }

    /// The brief to read instead of a copy.
    pub fn head_of(&self, copy: &BriefId) -> Option<&BriefId> {
        self.index.heads.get(copy)
    }

    /// All copies, each with the brief to read instead, in no order.
    pub fn all_copies(&self) -> impl Iterator<Item = (&BriefId, &BriefId)> {
        self.index.heads.iter()
    }

    /// Main stories, newest first, each followed by its copies.
    pub fn main_stories(&self) -> impl Iterator<Item = &Arc<Brief>> {
        self.briefs().iter().flat_map(|head| std::iter::once(head).chain(self.copies(&head.id)))
    }

    /// The stories related to a brief, in the file's order.
    pub fn related(&self, parent: &BriefId) -> &[Arc<Brief>] {
        self.index.related.get(parent).map_or(&[], Vec::as_slice)
    }

    /// A brief or related story by its id.
    pub fn brief(&self, id: &BriefId) -> Option<&Arc<Brief>> {
        self.index.by_id.get(id)
    }

    /// What the file of a brief held when it was filed.
    pub fn contents(&self, id: &BriefId) -> Option<ContentHash> {
        let file = &self.brief(id)?.file;
        let place = self.contents.binary_search_by(|(path, _)| path.cmp(file)).ok()?;
        self.contents.get(place).map(|(_, contents)| *contents)
    }

    /// The files that could be read, with what each holds; by path.
    pub fn files(&self) -> &[(BriefPath, ContentHash)] {
        &self.contents
    }

    /// Whether a file with these contents is there, whatever its name.
    pub fn holds(&self, contents: ContentHash) -> bool {
        self.contents.iter().any(|(_, known)| *known == contents)
    }

    /// All briefs, copies and related stories included, in no order.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Brief>> {
        self.index.by_id.values()
    }

    /// The countries with briefs, by code, each with its main stories' places in
    /// [`Snapshot::briefs`], newest first.
    pub fn countries(&self) -> &BTreeMap<CountryCode, Vec<u32>> {
        &self.index.countries
    }

    /// Main stories about a country, newest first; copies aside, but a story of which any version
    /// is about the country is among them.
    pub fn about(&self, country: CountryCode) -> impl Iterator<Item = &Arc<Brief>> {
        let places = self.index.countries.get(&country).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|&place| self.index.briefs.get(place as usize))
    }

    /// A country that is in nearly every brief, and so tells nothing of one: named in three quarters of at least ten briefs,
    /// and in more of them than any other.
    ///
    /// The weight of a term that is in `n` of `N` texts, log((N - n) / n) where nothing is known of relevance, is negative
    /// from the half on: naming it speaks against a text rather than for it (Robertson and Spärck Jones, "Relevance
    /// weighting of search terms", 1976). Three quarters make it -log 3.
    pub fn home(&self) -> Option<CountryCode> {
        const LEAST_BRIEFS: usize = 10;
        let all = self.index.briefs.len();
        let most = self.index.countries.iter().map(|(code, places)| (places.len(), Reverse(*code)));
        let (briefs, Reverse(code)) = most.max()?;
        (all >= LEAST_BRIEFS && 4 * briefs >= 3 * all).then_some(code)
    }

    /// The country that nearly all briefs are about: the one that the reader set, else as they are.
    pub fn home_or(&self, set: Option<CountryCode>) -> Option<CountryCode> {
        set.or_else(|| self.home())
    }

    /// When a brief came, where it came after the reader's first look.
    pub fn received(&self, id: &BriefId) -> Option<Moment> {
        received(id, &self.marks, self.since)
    }

    /// The date a list sorts and shows a brief by: its own, else the day it was received, where it
    /// came after the reader's first look.
    pub fn sort_day(&self, brief: &Brief) -> Option<PartialDate> {
        sort_day(brief, &self.marks, self.since)
    }
}

#[cfg(test)]
mod tests;
