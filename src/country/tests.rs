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
const UNUSED: [&str; 11] = [
    "The Nation of Brunei, the Abode of Peace",
    "Taiwan, Province of China",
    "The Collectivity of Saint-Barthélemy",
    "The Collectivity of Saint-Martin",
    "The Country of Curaçao",
    "The Department of Mayotte",
    "The Overseas Collectivity of Saint-Pierre and Miquelon",
    "The Pitcairn, Henderson, Ducie and Oeno Islands",
    "The Territory of Cocos (Keeling) Islands",
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
        let shared = ["Cocos", "Congo", "Korea", "Virgin Islands", "Saint Martin", "Saint Helena"];
        if !shared.contains(&short.trim()) {
            assert_eq!(gazetteer.lookup(short), Some(code), "{short}");
        }
    }
}

#[test]
fn what_iso_does_not_list_is_an_organisation_kosovo_aside() {
    let iso: BTreeSet<String> =
        keshvar::CountryIterator::new().map(|country| format!("{:?}", country.alpha2())).collect();
    for entry in Gazetteer::builtin().entries() {
        let listed = iso.contains(entry.code.as_str()) || entry.code == code("XK");
        assert_eq!(entry.kind != Kind::Organisation, listed, "{}", entry.code);
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

#[test]
fn no_trap_swallows_a_name_of_its_own() {
    let gazetteer = Gazetteer::builtin();
    for phrase in source::traps().phrases {
        assert_eq!(gazetteer.lookup(&phrase), None, "{phrase}");
    }
}

#[test]
fn a_dateline_a_title_and_a_lead_say_what_a_story_is_about() {
    assert_eq!(tagged("HANOÏ, 5 mai -", "Une visite", "Le ministre est arrivé."), ["VN"]);
    assert_eq!(tagged("", "Visite d'État en Biélorussie", "La délégation est à Minsk."), ["BY"]);
    assert_eq!(tagged("DUBLIN, Calif., March 5 -", "Results", "Net rose."), ["US"]);
    assert_eq!(tagged("DUBLIN, March 5 -", "Results", "Net rose."), ["IE"]);
    let passing = "La France renforce son aide au Mali.\nParis le confirme.\nBamako aussi.\n\
                   Le Mali remercie la France.\nUn expert basé au Canada l'explique.";
    assert_eq!(tagged("", "La France et le Mali signent", passing), ["FR", "ML"]);
}

#[test]
fn the_place_comes_before_the_nationality() {
    let body = "Un Français de 40 ans est mort près de Malaga, dans le sud de l'Espagne.";
    assert_eq!(tagged("", "Un Français meurt noyé", body), ["ES", "FR"]);
}

#[test]
fn what_only_looks_like_a_country_is_passed_over() {
    let quiet = [
        "Le dollar américain gagne 2 % face aux francs suisses.",
        "US dollars and Hong Kong dollars were sold.",
        "Selon l'Agence France-Presse, la séance a été levée.",
        "Michael Jordan and Mrs Jordan were there.",
        "They polish the china and eat turkey in may.",
        "Une tempête sur l'océan Indien et l'Amérique latine.",
        "La réunion a pris fin.",
    ];
    for text in quiet {
        assert_eq!(tagged("", "", text), [""; 0], "{text}");
    }
}

#[test]
fn look_alikes_are_told_apart() {
    let cases: [(&str, &[&str]); 12] = [
        ("Le Niger ferme sa frontière.", &["NE"]),
        ("Le Nigeria ferme sa frontière.", &["NG"]),
        ("La Guinée-Bissau vote.", &["GW"]),
        ("La Guinée équatoriale vote.", &["GQ"]),
        ("La Papouasie-Nouvelle-Guinée vote.", &["PG"]),
        ("Les Congolais votent.", &["CD"]),
        ("À Brazzaville, les Congolais votent.", &["CG"]),
        ("Atlanta, Georgia", &["US"]),
        ("Tbilisi, Georgia", &["GE"]),
        ("La session s'ouvre à La Réunion.", &["RE"]),
        ("New Jersey voters", &["US"]),
        ("Le Soudan du Sud négocie.", &["SS"]),
    ];
    for (text, expected) in cases {
        assert_eq!(tagged("", "", text), expected, "{text}");
    }
}

#[test]
fn evidence_points_at_the_words_of_the_decoded_text() {
    let decoded = "Page\n\nL’Éthiopie et la Somalie à Genève, selon les Éthiopiens.";
    let text = &decoded[6..];
    let passage = Passage { text, span: Span::new(6, decoded.len()) };
    let subject = Subject { paragraphs: vec![passage], ..Subject::default() };
    let tags = Gazetteer::builtin().tag(&subject);
    assert!(tags.countries.contains(&code("ET")));
    assert!(!tags.evidence.is_empty());
    for evidence in &tags.evidence {
        assert_eq!(evidence.span.and_then(|span| span.slice(decoded)), Some(&*evidence.form));
        assert_eq!(evidence.place, Place::Lead);
        assert!(tags.countries.contains(&evidence.country));
    }
}

#[test]
fn a_passage_of_another_length_gives_its_whole_span() {
    let passage = Passage { text: "En Norvège", span: Span::new(10, 50) };
    let subject = Subject { paragraphs: vec![passage], ..Subject::default() };
    let tags = Gazetteer::builtin().tag(&subject);
    assert_eq!(tags.evidence[0].span, Some(Span::new(10, 50)));
}

#[test]
fn an_organisation_is_filed_when_the_title_is_about_it_after_the_countries() {
    let body = "L'OTAN et la Finlande ont signé l'accord.\nL'OTAN s'en félicite.";
    assert_eq!(tagged("", "La Finlande adhère à l'OTAN", body), ["FI", "NATO"]);
    assert_eq!(tagged("", "La Finlande signe", body), ["FI"]);
}

#[test]
fn no_text_makes_the_tagger_panic_or_point_outside() {
    let gazetteer = Gazetteer::builtin();
    proptest::proptest!(|(title in ".{0,80}", body in "(\\PC|\\s){0,300}")| {
        let paragraphs = vec![whole(&body)];
        let subject = Subject { title: Some(whole(&title)), paragraphs, ..Subject::default() };
        for evidence in gazetteer.tag(&subject).evidence {
            let text = if evidence.place == Place::Title { &title } else { &body };
            let named = evidence.span.and_then(|span| span.slice(text));
            proptest::prop_assert_eq!(named, Some(&*evidence.form));
        }
    });
}

#[test]
fn every_place_that_names_one_country_is_found_with_what_names_it() {
    let text = "La France et l'armée congolaise, à Hanoï.";
    let subject = Subject { paragraphs: vec![whole(text)], ..Subject::default() };
    let named = Gazetteer::builtin().named(&subject);
    let shown =
        named.iter().map(|named| (named.country, named.by, named.span.slice(text).unwrap()));
    let expected = [
        (code("FR"), Naming::Name, "France"),
        (code("CD"), Naming::Adjective, "congolaise"),
        (code("VN"), Naming::Capital, "Hanoï"),
    ];
    assert_eq!(shown.collect::<Vec<_>>(), expected);
}
