//! The library at one moment, as the interface sees it: immutable, shared, never waiting for a disk.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::copies::Group;
use crate::model::{Brief, BriefId, CountryCode, Diagnostic, Marks, Moment, PartialDate};

/// The library at one moment. A clone is a few pointers.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    index: Arc<Index>,
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
    copies: HashMap<BriefId, Vec<Arc<Brief>>>,
    /// For each copy the brief that stands for it.
    heads: HashMap<BriefId, BriefId>,
    /// Related stories by their parent.
    related: HashMap<BriefId, Vec<Arc<Brief>>>,
    /// All of them.
    by_id: HashMap<BriefId, Arc<Brief>>,
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
    fn new(all: Vec<Arc<Brief>>, groups: &[Group], marks: &Marks, since: Option<Moment>) -> Self {
        let by_id: HashMap<BriefId, Arc<Brief>> =
            all.iter().map(|brief| (brief.id.clone(), Arc::clone(brief))).collect();
        let (copies, heads) = folded(groups, &by_id);
        let all = all.into_iter().filter(|brief| !heads.contains_key(&brief.id));
        let (main, children): (Vec<_>, Vec<_>) = all.partition(|brief| brief.parent.is_none());
        let mut dated: Vec<_> = main
            .into_iter()
            .map(|brief| (Reverse(sort_day(&brief, marks, since)), brief))
            .collect();
        dated.sort_unstable_by(|(a_day, a), (b_day, b)| {
            (a_day, &a.title, &a.id).cmp(&(b_day, &b.title, &b.id))
        });
        let briefs: Vec<_> = dated.into_iter().map(|(_, brief)| brief).collect();
        let mut related: HashMap<BriefId, Vec<Arc<Brief>>> = HashMap::new();
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
            for &country in &brief.countries {
                countries.entry(country).or_default().push(place);
            }
        }
        Self { briefs, copies, heads, related, by_id, countries }
    }
}

/// The copies by their heads, and the heads of copies.
type Folded = (HashMap<BriefId, Vec<Arc<Brief>>>, HashMap<BriefId, BriefId>);

/// Folds each group under its first brief; what is no longer there is passed over.
fn folded(groups: &[Group], by_id: &HashMap<BriefId, Arc<Brief>>) -> Folded {
    let (mut copies, mut heads) = Folded::default();
    for group in groups {
        let mut there = group.iter().filter_map(|id| by_id.get(id));
        let Some(head) = there.next() else { continue };
        let others: Vec<_> = there.map(Arc::clone).collect();
        heads.extend(others.iter().map(|copy| (copy.id.clone(), head.id.clone())));
        if !others.is_empty() {
            copies.insert(head.id.clone(), others);
        }
    }
    (copies, heads)
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
        let Listing { briefs, groups, mut diagnostics, marks, origin, folder } = listing;
        diagnostics.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        let since = first_look(&marks);
        let index = Arc::new(Index::new(briefs, &groups, &marks, since));
        Self {
            index,
            diagnostics: Arc::new(diagnostics),
            marks,
            since,
            origin,
            folder: folder.into(),
        }
    }

    /// The same briefs with newer marks.
    #[must_use]
    pub fn with_marks(&self, marks: Arc<Marks>) -> Self {
        Self { since: first_look(&marks), marks, ..self.clone() }
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

    /// All briefs, copies and related stories included, in no order.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Brief>> {
        self.index.by_id.values()
    }

    /// The countries with briefs, by code, each with its main stories' places in
    /// [`Snapshot::briefs`], newest first.
    pub fn countries(&self) -> &BTreeMap<CountryCode, Vec<u32>> {
        &self.index.countries
    }

    /// Main stories about a country, newest first; copies aside.
    pub fn about(&self, country: CountryCode) -> impl Iterator<Item = &Arc<Brief>> {
        let places = self.index.countries.get(&country).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|&place| self.index.briefs.get(place as usize))
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
mod tests {
    use super::*;
    use crate::model::{BriefPath, DateBasis, DateStamp, Status, TitleBasis};

    fn brief(id: &str, date: Option<&str>, countries: &[&str]) -> Brief {
        let value = date.map(|date| date.parse().expect("a date"));
        Brief {
            id: id.into(),
            file: BriefPath::from(id),
            part: 0,
            parent: None,
            title: id.to_uppercase(),
            title_basis: TitleBasis::Stated,
            date: value.map(|value| DateStamp { value, basis: DateBasis::Stated }),
            source: None,
            source_url: None,
            author: None,
            language: None,
            countries: countries.iter().map(|code| code.parse().expect("a code")).collect(),
            status: Status::Current,
            replaces: None,
            tags: Vec::new(),
            embargo: None,
            classification: None,
            words: 1,
        }
    }

    fn snapshot(briefs: Vec<Brief>, marks: Marks) -> Snapshot {
        let briefs = briefs.into_iter().map(Arc::new).collect();
        Snapshot::new(Listing { briefs, marks: Arc::new(marks), ..Listing::default() })
    }

    fn ids<'a>(briefs: impl IntoIterator<Item = &'a Arc<Brief>>) -> Vec<&'a str> {
        briefs.into_iter().map(|brief| brief.id.as_str()).collect()
    }

    #[test]
    fn newest_first_and_what_has_no_date_by_the_day_it_came() {
        let mut marks = Marks::default();
        // What was there at the first look came on no day that is known.
        marks.seen(&"never".into(), Moment(1_700_000_000_000));
        // 2024-03-05.
        marks.seen(&"undated".into(), Moment(1_709_640_000_000));
        let briefs = vec![
            brief("old", Some("2019"), &["BY"]),
            brief("never", None, &["BY"]),
            brief("new", Some("2024-03-06"), &["VN", "BY"]),
            brief("undated", None, &["VN"]),
            brief("alike", Some("2019"), &[]),
        ];
        let snapshot = snapshot(briefs, marks);
        assert_eq!(ids(snapshot.briefs()), ["new", "undated", "alike", "old", "never"]);
        let about = |code: &str| ids(snapshot.about(code.parse().expect("a code")));
        assert_eq!(about("BY"), ["new", "old", "never"]);
        assert_eq!(about("VN"), ["new", "undated"]);
        assert_eq!(about("FR"), [""; 0]);
    }

    #[test]
    fn related_stories_stand_with_their_parent_and_nowhere_else() {
        let related = |id: &str, part| Brief {
            parent: Some("main".into()),
            part,
            ..brief(id, None, &["BY"])
        };
        let briefs = vec![related("second", 2), related("first", 1), brief("main", None, &[])];
        let snapshot = snapshot(briefs, Marks::default());
        assert_eq!(ids(snapshot.briefs()), ["main"]);
        assert_eq!(ids(snapshot.related(&"main".into())), ["first", "second"]);
        assert!(snapshot.countries().is_empty());
        let found = snapshot.brief(&"second".into()).map(|brief| brief.part);
        assert_eq!(found, Some(2));
    }
}
