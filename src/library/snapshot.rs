//! The library at one moment, as the interface sees it: immutable, shared, never waiting for a disk.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::correcting::Overlay;
use crate::model::{
    Brief, BriefId, BriefPath, ById, CountryCode, Diagnostic, Marks, Moment, PartialDate,
};
use crate::store::catalogue::ContentHash;

/// The library at one moment. A clone is a few pointers.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    index: Arc<Index>,
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
    /// Main stories, newest first.
    briefs: Vec<Arc<Brief>>,
    /// Related stories by their parent.
    related: ById<Vec<Arc<Brief>>>,
    /// Both.
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
    fn new(all: &[Arc<Brief>], marks: &Marks, since: Option<Moment>) -> Self {
        let (by_id, (briefs, children)) = rayon::join(
            || all.iter().map(|brief| (brief.id.clone(), Arc::clone(brief))).collect(),
            || newest_first(all, marks, since),
        );
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
            for &country in &brief.countries {
                countries.entry(country).or_default().push(place);
            }
        }
        Self { briefs, related, by_id, countries }
    }
}

/// The main stories, newest first, and the related ones in any order.
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
        let Listing { mut briefs, mut contents, mut diagnostics, marks, origin, folder } = listing;
        contents.sort_by(|(a, _), (b, _)| a.cmp(b));
        diagnostics.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        let since = first_look(&marks);
        let overlay = Arc::new(Overlay::lay(&mut briefs, &marks));
        let index = Arc::new(Index::new(&briefs, &marks, since));
        Self {
            index,
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
        let index = Arc::new(Index::new(&briefs, &marks, since));
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

    /// Main stories, newest first.
    pub fn briefs(&self) -> &[Arc<Brief>] {
        &self.index.briefs
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

    /// Whether a file with these contents is there, whatever its name.
    pub fn holds(&self, contents: ContentHash) -> bool {
        self.contents.iter().any(|(_, known)| *known == contents)
    }

    /// All briefs, related stories included, in no order.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Brief>> {
        self.index.by_id.values()
    }

    /// The countries with briefs, by code, each with its main stories' places in
    /// [`Snapshot::briefs`], newest first.
    pub fn countries(&self) -> &BTreeMap<CountryCode, Vec<u32>> {
        &self.index.countries
    }

    /// Main stories about a country, newest first.
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
    use crate::model::{
        Aspect, Change, CorrectedDate, DateBasis, DateStamp, Field, Status, TitleBasis,
    };

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
            corrected: Vec::new(),
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

    fn change(id: &str, field: Field) -> Change {
        Change { id: id.into(), field }
    }

    #[test]
    fn a_correction_moves_a_brief_and_taking_it_back_puts_it_back() {
        let briefs = || vec![brief("a", Some("2024"), &["GE"]), brief("b", Some("2023"), &["BY"])];
        let mut marks = Marks::default();
        let code = |code: &str| -> CountryCode { code.parse().expect("a code") };
        marks.apply(&change("b", Field::Countries(Some(vec![code("VN"), code("BY")]))));
        marks.apply(&change("b", Field::Title(Some("A visit".to_owned()))));
        let date: PartialDate = "2025-01-02".parse().expect("a date");
        marks.apply(&change("b", Field::Date(Some(CorrectedDate::On(date)))));
        let before = snapshot(briefs(), Marks::default());
        let laid = before.with_marks(Arc::new(marks.clone()));
        for corrected in [&laid, &snapshot(briefs(), marks.clone())] {
            assert_eq!(ids(corrected.briefs()), ["b", "a"], "by the corrected date");
            assert_eq!(ids(corrected.about(code("VN"))), ["b"]);
            let b = corrected.brief(&"b".into()).expect("a brief");
            assert_eq!(b.title, "A visit");
            assert_eq!(b.corrected, [Aspect::Title, Aspect::Date, Aspect::Countries]);
            assert_eq!(corrected.as_filed(b).title, "B");
        }
        marks.apply(&change("b", Field::Date(None)));
        marks.apply(&change("b", Field::Countries(None)));
        marks.apply(&change("b", Field::Title(None)));
        let back = laid.with_marks(Arc::new(marks));
        assert_eq!(ids(back.briefs()), ["a", "b"]);
        assert_eq!(back.brief(&"b".into()), before.brief(&"b".into()));
        assert!(back.about(code("VN")).next().is_none());
    }

    #[test]
    fn marks_that_correct_nothing_keep_the_index() {
        let before = snapshot(vec![brief("a", None, &[])], Marks::default());
        let mut marks = Marks::default();
        marks.apply(&change("a", Field::Read(true)));
        let after = before.with_marks(Arc::new(marks));
        assert!(Arc::ptr_eq(&before.index, &after.index) && after.marks.is_read(&"a".into()));
    }

    #[test]
    fn a_story_that_is_not_related_stands_by_itself() {
        let child =
            Brief { parent: Some("main".into()), part: 1, ..brief("main/x", None, &["BY"]) };
        let mut marks = Marks::default();
        marks.apply(&change("main/x", Field::NotRelated(true)));
        let snapshot = snapshot(vec![child, brief("main", Some("2024"), &[])], marks);
        assert_eq!(ids(snapshot.briefs()), ["main", "main/x"]);
        assert_eq!(snapshot.related(&"main".into()), []);
        assert_eq!(ids(snapshot.about("BY".parse().expect("a code"))), ["main/x"]);
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
