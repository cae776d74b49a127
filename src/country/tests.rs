//! The gazetteer as its users see it.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

fn code(text: &str) -> CountryCode {
    text.parse().unwrap()
}

fn whole(text: &str) -> Passage<'_> {
    Passage { text, span: Span::new(0, text.len()) }
}

/// What a story with this dateline, title and body is filed under.
fn tagged(dateline: &str, title: &str, body: &str) -> Vec<String> {
    let subject = Subject {
        dateline: (!dateline.is_empty()).then(|| whole(dateline)),
        title: (!title.is_empty()).then(|| whole(title)),
        paragraphs: body.lines().map(whole).collect(),
    };
    let tags = Gazetteer::builtin().tag(&subject);
    tags.countries.iter().map(ToString::to_string).collect()
}

#[test]
fn every_code_has_a_display_name_in_both_languages_and_the_other_way_round() {
    let shown: BTreeMap<CountryCode, BTreeMap<String, String>> =
        toml::from_str(include_str!("../messages/countries.toml")).unwrap();
    let gazetteer = Gazetteer::builtin();
    let known: BTreeSet<CountryCode> = gazetteer.entries().iter().map(|entry| entry.code).collect();
    assert_eq!(shown.keys().copied().collect::<BTreeSet<_>>(), known);
    for (code, names) in &shown {
        assert_eq!(names.keys().collect::<Vec<_>>(), ["en", "fr"], "{code}");
        for name in names.values() {
            assert_eq!(gazetteer.lookup(name), Some(*code), "{name}");
        }
    }
}

/// Official names of ISO's list that nobody writes, and one that two codes claim.
const UNUSED: [&str; 9] = [
    "The Nation of Brunei, the Abode of Peace",
    "The Collectivity of Saint-Barthélemy",
    "The Collectivity of Saint-Martin",
    "The Country of Curaçao",
    "The Department of Mayotte",
    "The Overseas Collectivity of Saint-Pierre and Miquelon",
    "The Pitcairn, Henderson, Ducie and Oeno Islands",
    "The Territory of the Wallis and Futuna Islands",
    "The Virgin Islands",
];

#[test]
fn every_iso_country_is_there_under_its_iso_names() {
    let gazetteer = Gazetteer::builtin();
    for country in keshvar::CountryIterator::new() {
        let code = code(&format!("{:?}", country.alpha2()));
        assert!(gazetteer.kind(code).is_some_and(|kind| kind != Kind::Organisation), "{code}");
        let long = country.iso_long_name();
        if !UNUSED.contains(&long) {
            assert_eq!(gazetteer.lookup(long), Some(code), "{long}");
        }
        // The list turns some names around: "Bolivia (Plurinational State of)".
        let short = country.iso_short_name().split(['(', ',']).next().unwrap();
        let shared = ["Congo", "Korea", "Virgin Islands", "Saint Martin", "Saint Helena"];
        if !shared.contains(&short.trim()) {
            assert_eq!(gazetteer.lookup(short), Some(code), "{short}");
        }
    }
}

#[test]
fn a_name_a_code_or_an_alias_reaches_its_country() {
    let gazetteer = Gazetteer::builtin();
    let cases = [
        ("bielorussie", "BY"),
        ("BY", "BY"),
        ("Belarus", "BY"),
        ("Bélarus", "BY"),
        ("by", "BY"),
        ("RDC", "CD"),
        ("Zaïre", "CD"),
        ("la France", "FR"),
        ("l'Iran", "IR"),
        ("The Gambia", "GM"),
        ("Viet-Nam", "VN"),
        ("vietnam", "VN"),
        ("Haute-Volta", "BF"),
        ("Birmanie", "MM"),
        ("U.S.A.", "US"),
        ("OTAN", "NATO"),
        ("Union africaine", "AFUNION"),
        ("UA", "UA"),
    ];
    for (name, expected) in cases {
        assert_eq!(gazetteer.lookup(name), Some(code(expected)), "{name}");
    }
    for unknown in ["", "ZZ", "Ruritanie", "franc"] {
        assert_eq!(gazetteer.lookup(unknown), None, "{unknown}");
    }
}

#[test]
fn where_nothing_is_named_nothing_is_said() {
    assert_eq!(tagged("", "Une réunion utile", "Les deux parties se sont parlé."), [""; 0]);
    assert_eq!(tagged("", "", ""), [""; 0]);
}
