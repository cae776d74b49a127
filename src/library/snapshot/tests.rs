//! A snapshot: what stands where in it.

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
        place: None,
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
    let child = Brief { parent: Some("main".into()), part: 1, ..brief("main/x", None, &["BY"]) };
    let mut marks = Marks::default();
    marks.apply(&change("main/x", Field::NotRelated(true)));
    let snapshot = snapshot(vec![child, brief("main", Some("2024"), &[])], marks);
    assert_eq!(ids(snapshot.briefs()), ["main", "main/x"]);
    assert_eq!(snapshot.related(&"main".into()), []);
    assert_eq!(ids(snapshot.about("BY".parse().expect("a code"))), ["main/x"]);
}

#[test]
fn related_stories_stand_with_their_parent_and_nowhere_else() {
    let related =
        |id: &str, part| Brief { parent: Some("main".into()), part, ..brief(id, None, &["BY"]) };
    let briefs = vec![related("second", 2), related("first", 1), brief("main", None, &[])];
    let snapshot = snapshot(briefs, Marks::default());
    assert_eq!(ids(snapshot.briefs()), ["main"]);
    assert_eq!(ids(snapshot.related(&"main".into())), ["first", "second"]);
    assert!(snapshot.countries().is_empty());
    let found = snapshot.brief(&"second".into()).map(|brief| brief.part);
    assert_eq!(found, Some(2));
}

#[test]
fn copies_stand_under_the_version_to_read_also_when_it_is_corrected() {
    let dates = [("old", "2023"), ("new", "2024"), ("other", "2022")];
    let before = Snapshot::new(Listing {
        briefs: dates.map(|(id, date)| Arc::new(brief(id, Some(date), &["BY"]))).into(),
        groups: vec![vec!["new".into(), "old".into(), "gone".into()]],
        ..Listing::default()
    });
    let mut marks = Marks::default();
    marks.apply(&change("old", Field::Title(Some("A visit".to_owned()))));
    for snapshot in [&before, &before.with_marks(Arc::new(marks))] {
        assert_eq!(ids(snapshot.briefs()), ["new", "other"]);
        assert_eq!(ids(snapshot.about("BY".parse().expect("a code"))), ["new", "other"]);
        assert_eq!(ids(snapshot.copies(&"new".into())), ["old"]);
        assert_eq!(ids(snapshot.main_stories()), ["new", "old", "other"]);
    }
}

#[test]
fn a_brief_that_is_no_copy_stands_by_itself_and_the_others_stay_folded() {
    let dates = [("old", "2022"), ("middle", "2023"), ("new", "2024")];
    let before = Snapshot::new(Listing {
        briefs: dates.map(|(id, date)| Arc::new(brief(id, Some(date), &["BY"]))).into(),
        groups: vec![["new", "middle", "old"].map(BriefId::from).into()],
        ..Listing::default()
    });
    let no_copy = |id: &str| {
        let mut marks = Marks::default();
        marks.apply(&change(id, Field::NotCopy(true)));
        before.with_marks(Arc::new(marks))
    };
    let laid = no_copy("middle");
    assert_eq!(ids(laid.briefs()), ["new", "middle"]);
    assert_eq!(ids(laid.copies(&"new".into())), ["old"]);
    assert_eq!(laid.head_of(&"middle".into()), None);
    let laid = no_copy("new");
    assert_eq!(ids(laid.briefs()), ["new", "middle"], "the next one stands for the others");
    assert_eq!(ids(laid.copies(&"middle".into())), ["old"]);
    assert_eq!(ids(laid.with_marks(Arc::default()).briefs()), ["new"], "taken back");
}

#[test]
fn a_copy_is_found_under_the_countries_that_it_alone_names() {
    let snapshot = Snapshot::new(Listing {
        briefs: vec![
            Arc::new(brief("new", Some("2024"), &["BY"])),
            Arc::new(brief("old", Some("2023"), &["KZ", "BY"])),
        ],
        groups: vec![["new", "old"].map(BriefId::from).into()],
        ..Listing::default()
    });
    let about = |snapshot: &Snapshot, code: &str| -> Vec<String> {
        let found = snapshot.about(code.parse().expect("a code"));
        found.map(|brief| brief.id.to_string()).collect()
    };
    assert_eq!(about(&snapshot, "KZ"), ["new"]);
    assert_eq!(about(&snapshot, "BY"), ["new"], "once");
    let mut marks = Marks::default();
    let countries = vec!["BY".parse().expect("a code"), "VN".parse().expect("a code")];
    marks.apply(&change("new", Field::Countries(Some(countries))));
    let corrected = snapshot.with_marks(Arc::new(marks));
    assert_eq!(about(&corrected, "KZ"), [""; 0], "the reader said what it is about");
    assert_eq!(about(&corrected, "VN"), ["new"]);
}
