//! What became of a brief, from versions alone.

use std::sync::Arc;

use super::super::snapshot::Listing;
use super::*;
use crate::model::{BriefPath, Change, Field, Marks, Provenance, Taking, TitleBasis};

fn brief(id: &str, status: Status) -> Brief {
    let provenance = Provenance {
        id: id.into(),
        file: BriefPath::from(id),
        title: id.to_uppercase(),
        title_basis: TitleBasis::Stated,
        source: None,
        place: None,
        url: None,
        date: None,
        status,
        classification: None,
        embargo: None,
    };
    provenance.brief()
}

fn library(briefs: Vec<Brief>, groups: Vec<Vec<BriefId>>, marks: Marks) -> Snapshot {
    let contents = briefs.iter().map(|brief| (brief.file.clone(), ContentHash::of(b"one", 3)));
    Snapshot::new(Listing {
        contents: contents.collect(),
        briefs: briefs.into_iter().map(Arc::new).collect(),
        groups,
        marks: Arc::new(marks),
        ..Listing::default()
    })
}

fn known(status: Status, file: u64) -> Version {
    Version { file, text: Some(7), status, instead: None }
}

/// What became of "a", taken along in one way with a known version; its text's digest now.
fn fate(way: Way, version: Version, library: &Snapshot, text: Option<u64>) -> Option<Fate> {
    let mut takings = Takings::default();
    takings.apply(Moment(1), &Taking { id: "a".into(), way, version });
    let open = |brief: &Brief| Some(Version { text, ..version_unread(brief, library)? });
    let mut vigil = Vigil::default();
    let found = vigil.amendments(&takings, &Basket::default(), library, &open);
    assert_eq!(
        found,
        vigil.amendments(&takings, &Basket::default(), library, &open),
        "it remembers nothing wrong"
    );
    found.into_iter().next().map(|amendment| amendment.fate)
}

#[test]
fn a_file_is_opened_only_where_it_is_another_one() {
    let file = ContentHash::of(b"one", 3).short();
    let library = library(vec![brief("a", Status::Current)], vec![], Marks::default());
    let same = known(Status::Current, file);
    assert_eq!(fate(Way::Copied, same.clone(), &library, Some(8)), None);
    let other = known(Status::Current, 0);
    assert_eq!(fate(Way::Copied, other.clone(), &library, Some(7)), None);
    assert_eq!(fate(Way::Copied, other.clone(), &library, Some(8)), Some(Fate::OtherText));
    assert_eq!(fate(Way::Copied, other, &library, None), Some(Fate::OtherText));
    let gone = super::super::snapshot::Snapshot::default();
    assert_eq!(fate(Way::Copied, same, &gone, Some(8)), None);
}

#[test]
fn what_is_worst_is_said() {
    let file = ContentHash::of(b"one", 3).short();
    let withdrawn = library(vec![brief("a", Status::Withdrawn)], vec![], Marks::default());
    let current = known(Status::Current, file);
    assert_eq!(fate(Way::Exported, current.clone(), &withdrawn, None), Some(Fate::Withdrawn));
    let acknowledged = known(Status::Withdrawn, file);
    assert_eq!(fate(Way::Exported, acknowledged, &withdrawn, None), None);
    let replacing = |status, replaces: Option<&str>| {
        let new = Brief { replaces: replaces.map(str::to_owned), ..brief("b", status) };
        let groups = vec![vec!["b".into(), "a".into()]];
        library(vec![brief("a", Status::Current), new], groups, Marks::default())
    };
    for (status, replaces, expected) in [
        (Status::Withdrawn, None, Some(Fate::WithdrawnBy("b".into()))),
        (Status::Corrected, Some("a"), Some(Fate::CorrectedBy("b".into()))),
        (Status::Current, Some("a"), Some(Fate::ReplacedBy("b".into()))),
        (Status::Current, None, None),
    ] {
        let library = replacing(status, replaces);
        assert_eq!(fate(Way::Printed, current.clone(), &library, None), expected, "{status:?}");
        let known = Version { instead: Some("b".into()), ..current.clone() };
        assert_eq!(fate(Way::Printed, known, &library, None), None);
    }
}

#[test]
fn a_star_counts_as_long_as_it_is_there() {
    let mut marks = Marks::default();
    let stars = |marks: &Marks| library(vec![brief("a", Status::Withdrawn)], vec![], marks.clone());
    let current = known(Status::Current, 0);
    assert_eq!(fate(Way::Starred, current.clone(), &stars(&marks), None), None);
    marks.apply(&Change { id: "a".into(), field: Field::Starred(true) });
    assert_eq!(fate(Way::Starred, current.clone(), &stars(&marks), None), Some(Fate::Withdrawn));
    assert_eq!(fate(Way::Acknowledged, current, &stars(&marks), None), None);
}
