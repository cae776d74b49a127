//! What is written is read again, and what is wrong costs only itself.

use super::*;
use crate::country::Gazetteer;
use crate::model::CorrectedDate;
use proptest::prelude::*;

fn taken(source: &str) -> (Vec<Entry>, Vec<Mistake>) {
    read(source, &Gazetteer::builtin())
}

fn entry(id: &str, corrections: Corrections) -> Entry {
    Entry { id: Some(id.into()), file: Some("a/b.md#2".to_owned()), corrections }
}

#[test]
fn it_is_written_for_a_person_to_read() {
    let corrections = Corrections {
        title: Some("A \"visit\"\u{202e}\u{1b}[2J".to_owned()),
        date: Some(CorrectedDate::Undated),
        countries: Some(vec!["BY".parse().unwrap(), "ASEAN".parse().unwrap()]),
        not_related: true,
        not_copy: true,
    };
    let entries = [entry("f:x", corrections)];
    let file = write(&entries);
    let expected = "\n[[brief]]\nid = \"f:x\"\nfile = \"a/b.md#2\"\n\
        title = \"A \\\"visit\\\"\\U0000202E\\U0000001B[2J\"\ndate = \"none\"\n\
        countries = [\"BY\", \"ASEAN\"]\nnot_related = true\nnot_copy = true\n";
    assert!(file.starts_with('#') && file.ends_with(expected), "{file}");
    assert_eq!(taken(&file), (entries.to_vec(), Vec::new()));
}

#[test]
fn a_person_may_write_names_and_dates_their_own_way() {
    let (entries, mistakes) = taken(
        "[[brief]]\nfile = \"x.md\"\ndate = 2025-05-12\ncountries = [\"Biélorussie\", \"by\"]\n\
         [[brief]]\nid = \"f:y\"\ndate = \"12 mai 2025\"\n",
    );
    assert_eq!(mistakes, []);
    let date = Some(CorrectedDate::On("2025-05-12".parse().unwrap()));
    assert!(entries.iter().all(|entry| entry.corrections.date == date));
    assert_eq!(entries[0].corrections.countries, Some(vec!["BY".parse().unwrap()]));
    assert_eq!((entries[0].id.as_ref(), entries[1].file.as_ref()), (None, None));
}

#[test]
fn each_mistake_has_its_line_and_costs_only_itself() {
    let (entries, mistakes) = taken(
        "author = \"x\"\n[[brief]]\nid = \"f:x\"\ntitle = \"Kept\"\ndate = \"soon\"\ncolour = 1\n\
         countries = [\"Zubrowka\"]\n[[brief]]\ntitle = \"Whose?\"\n[[brief]]\nid = \"f:z\"\n\
         title = \" \"\ncountries = \"BY\"\nnot_related = \"yes\"\n",
    );
    let kept = Corrections { title: Some("Kept".to_owned()), ..Corrections::default() };
    let ids: Vec<_> = entries.iter().map(|entry| entry.id.clone().unwrap()).collect();
    assert_eq!(ids, ["f:x".into(), "f:z".into()]);
    assert_eq!(entries[0].corrections, kept);
    assert!(entries[1].corrections.is_empty());
    let value = |key: &str, value: &str| Wrong::Value { key: key.into(), value: value.into() };
    let found: Vec<(u32, Wrong)> = mistakes.into_iter().map(|m| (m.line, m.wrong)).collect();
    let expected = [
        (1, Wrong::Key("author".into())),
        (5, value("date", "\"soon\"")),
        (6, Wrong::Key("colour".into())),
        (7, Wrong::Country("Zubrowka".into())),
        (8, Wrong::Nameless),
        (12, value("title", "\" \"")),
        (13, value("countries", "\"BY\"")),
        (14, value("not_related", "\"yes\"")),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_title_too_long_is_cut_and_written_as_it_is_read() {
    let title = format!("{} b", "a".repeat(499));
    let (entries, _) = taken(&format!("[[brief]]\nfile = \"a.md\"\ntitle = \"{title}\"\n"));
    assert_eq!(taken(&write(&entries)), (entries, vec![]), "cut behind a space");
}

#[test]
fn what_is_no_toml_is_told_by_line() {
    let (entries, mistakes) = taken("[[brief]]\nid = \"x\"\ntitle = oops\n");
    assert_eq!(entries, []);
    assert!(matches!(mistakes.as_slice(), [Mistake { line: 3, wrong: Wrong::Syntax(_) }, ..]));
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(title in "\\PC{0,40}", year in 1..9999_u16, not_related: bool) {
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let corrections = Corrections {
            title: Some(title).filter(|title| !title.is_empty()),
            date: Some(crate::model::PartialDate::year_only(year).into()),
            countries: None,
            not_related,
            not_copy: !not_related,
        };
        let entries = [entry("p:1/2", corrections)];
        prop_assert_eq!(taken(&write(&entries)), (entries.to_vec(), Vec::new()));
    }

    #[test]
    fn no_file_does_harm(source in "(\\[\\[brief\\]\\]|id|title|date|countries|=|\"|\\[|\\]|\n|\\PC){0,60}") {
        let _ = taken(&source);
    }
}
