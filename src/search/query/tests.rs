//! The query language: what is understood, and what is explained.

mod any_text;

use super::*;
use crate::model::{Brief, Mark, Status, TitleBasis};
use crate::text::fold;

/// Some countries under some of their names.
struct Few;

const FEW: [(&str, &[&str]); 5] = [
    ("BY", &["by", "bielorussie", "belarus", "republique de belarus"]),
    ("RU", &["ru", "russie", "russia"]),
    ("VN", &["vn", "viet nam", "vietnam"]),
    ("KZ", &["kz", "kazakhstan"]),
    ("ASEAN", &["asean", "anase"]),
];

impl Countries for Few {
    fn code(&self, name: &str) -> Option<CountryCode> {
        let name = fold(name);
        let known = FEW.iter().find(|(_, names)| names.contains(&name.as_str()));
        known.and_then(|(code, _)| code.parse().ok())
    }

    fn near(&self, name: &str) -> Vec<String> {
        let names = FEW.iter().flat_map(|(_, names)| names.iter().copied());
        near::nearest(name, names).map(str::to_owned).into_iter().collect()
    }
}

/// A Tuesday.
const TODAY: &str = "2025-05-13";

fn parse(query: &str) -> Query {
    Query::parse(query, &Few, TODAY.parse().expect("a day"))
}

/// What a query without mistakes is understood as.
fn read(query: &str) -> String {
    let parsed = parse(query);
    assert_eq!(parsed.problems, [], "{query}");
    parsed.root.to_string()
}

/// The faults of a query by their keys, each with the text at its place, and what is left of it.
fn faults(query: &str) -> (Vec<(&'static str, &str)>, String) {
    let parsed = parse(query);
    let told = parsed.problems.iter();
    let told = told.map(|problem| {
        let key = problem.fault.key().strip_prefix("query-fault-").expect("a fault's key");
        (key, query.get(problem.place.clone()).expect("a place on boundaries"))
    });
    (told.collect(), parsed.root.to_string())
}

#[test]
fn words_phrases_beginnings_and_what_must_not_be() {
    for (query, wanted) in [
        ("", ""),
        ("visa  minsk", "visa minsk"),
        ("\"exemption de visa\" -russie", "\"exemption de visa\" -russie"),
        ("« rang  stratégique »", "\"rang stratégique\""),
        ("“rang” „x” \"y\"", "\"rang\" \"x\" \"y\""),
        ("Viêt-Nam l’accord", "Viêt-Nam accord"),
        (
            "négoc* « accord de lib* » \"accord de lib\"*",
            "négoc* \"accord de lib\"* \"accord de lib\"*",
        ),
        ("accord\"rang\"x", "accord \"rang\" x"),
        ("-\"rang stratégique\" −gaz", "-\"rang stratégique\" -gaz"),
        ("--visa ---minsk", "visa -minsk"),
        ("Minsk - Hanoï – Astana", "Minsk Hanoï Astana"),
        ("a:b? 12:30", "a-b 12-30"),
    ] {
        if query.contains("a:b") {
            assert_eq!(parse(query).root.to_string(), wanted);
        } else {
            assert_eq!(read(query), wanted, "{query}");
        }
    }
}

#[test]
fn or_joins_its_neighbours_and_brackets_group() {
    for (query, wanted) in [
        ("visa minsk OR moscou", "visa (minsk OR moscou)"),
        ("visa minsk OU moscou | kiev", "visa (minsk OR moscou OR kiev)"),
        ("(visa minsk) OR gaz", "(visa minsk) OR gaz"),
        ("-(minsk OR moscou) ET visa", "-(minsk OR moscou) visa"),
        ("visa NOT minsk SAUF gaz", "visa -minsk -gaz"),
        ("((visa))", "visa"),
        ("-(-visa)", "visa"),
        ("a (b (c d))", "a b c d"),
        ("a OR -b", "a OR -b"),
        ("or ou", "or ou"),
        ("()", ""),
    ] {
        assert_eq!(read(query), wanted, "{query}");
    }
}

#[test]
fn operators_have_names_and_values_in_both_languages() {
    for (query, wanted) in [
        ("pays:biélorussie", "country:BY"),
        ("COUNTRY:Belarus", "country:BY"),
        ("country:ru,by", "country:RU OR country:BY"),
        ("country:\"Viet Nam\",ru,", "country:VN OR country:RU"),
        ("avec:vn,ru", "country:VN country:RU"),
        ("-country:ru,by visa", "-(country:RU OR country:BY) visa"),
        ("titre:accord title:\"visa free\"", "title:accord title:\"visa free\""),
        ("personne:loukachenko", "person:loukachenko"),
        ("source:\"VNA/CVN\" source:VNA/CVN", "source:\"VNA/CVN\" source:\"VNA/CVN\""),
        ("étiquette:à-lire,visa*", "tag:\"à-lire\" OR tag:\"visa\"*"),
        ("#visas -#à-lire,gaz", "tag:\"visas\" -(tag:\"à-lire\" OR tag:\"gaz\")"),
        ("#\"à lire\" C# minsk#1", "tag:\"à lire\" C minsk-1"),
        ("est:non-lu is:unread est:\"non lu\"", "is:unread is:unread is:unread"),
        (
            "est:suivi is:withdrawn est:corrigé est:retirée",
            "is:starred is:withdrawn is:corrected is:withdrawn",
        ),
        ("langue:français lang:en", "lang:fr lang:en"),
        ("pays:aucun date:none tag:none", "country:none date:none tag:none"),
        ("source:\"none\"", "source:\"none\""),
        ("auteur:martin", "author:\"martin\""),
    ] {
        assert_eq!(read(query), wanted, "{query}");
    }
}

#[test]
fn dates_in_many_forms() {
    for (query, wanted) in [
        ("date:2025-05", "2025-05-01..2025-05-31"),
        ("date:2024", "2024-01-01..2024-12-31"),
        ("date:2025-05-12", "2025-05-12..2025-05-12"),
        ("date:12/05/2025", "2025-05-12..2025-05-12"),
        ("date:2025-01..2025-06", "2025-01-01..2025-06-30"),
        ("date:2025-01…2025-06", "2025-01-01..2025-06-30"),
        ("date:2025-01..", "2025-01-01.."),
        ("date:..2025-01", "..2025-01-31"),
        ("date:mai-2025", "2025-05-01..2025-05-31"),
        ("date:\"mai 2025\"", "2025-05-01..2025-05-31"),
        ("date:août", "2024-08-01..2024-08-31"),
        ("date:mai", "2025-05-01..2025-05-31"),
        ("date:30d", "2025-04-13..2025-05-13"),
        ("date:janvier..mars", "2025-01-01..2025-03-31"),
        ("since:30d", "2025-04-13.."),
        ("depuis:30j", "2025-04-13.."),
        ("since:2w", "2025-04-29.."),
        ("depuis:3mois", "2025-02-13.."),
        ("since:1y", "2024-05-13.."),
        ("depuis:lundi", "2025-05-12.."),
        ("since:tuesday", "2025-05-13.."),
        ("depuis:hier", "2025-05-12.."),
        ("since:2025", "2025-01-01.."),
        ("before:2025-05-12", "..2025-05-11"),
        ("avant:mai-2025", "..2025-04-30"),
        ("après:2025-05", "2025-06-01.."),
        ("after:2025-05-12", "2025-05-13.."),
    ] {
        assert_eq!(read(query), format!("date:{wanted}"), "{query}");
    }
    let leap = Query::parse("since:1m", &Few, "2024-03-31".parse().expect("a day"));
    assert_eq!(leap.root.to_string(), "date:2024-02-29..");
}

/// A query, its faults each with the text at its place, and what is left of it.
type Case = (&'static str, &'static [(&'static str, &'static str)], &'static str);

#[test]
fn a_mistake_is_explained_with_its_place_and_the_rest_still_works() {
    let cases: [Case; 23] = [
        ("contry:ru visa", &[("unknown-operator", "contry:")], "visa"),
        ("visa -pasy:ru", &[("unknown-operator", "pasy:")], "visa"),
        ("otan:sommet", &[("no-operator", "otan:")], "otan-sommet"),
        ("https://example.org/a", &[], "https-example-org-a"),
        ("country: minsk", &[("no-value", "country:")], "minsk"),
        ("# minsk", &[("no-value", "#")], "minsk"),
        ("pays:\"\" minsk", &[("no-value", "pays:\"\"")], "minsk"),
        ("country:rusie,by", &[("unknown-country", "rusie")], "country:BY"),
        ("pays:xyzzy x", &[("no-country", "xyzzy")], "x"),
        ("date:2025-13 x", &[("bad-date", "2025-13")], "x"),
        ("since:soon", &[("bad-date", "soon")], ""),
        ("date:..", &[("bad-date", "..")], ""),
        (
            "date:2025-06..2025-01",
            &[("reversed-dates", "2025-06..2025-01")],
            "date:2025-01-01..2025-06-30",
        ),
        ("is:unred x", &[("unknown-state", "unred")], "x"),
        ("lang:de", &[("unknown-language", "de")], ""),
        ("titre:aucun", &[("none-here", "aucun")], ""),
        ("visa \"joint decl", &[("unclosed-quote", "\"")], "visa \"joint decl\""),
        ("a (b OR c", &[("unclosed-bracket", "(")], "a (b OR c)"),
        ("a) b", &[("unopened-bracket", ")")], "a b"),
        ("... x", &[("no-words", "...")], "x"),
        ("nég*ier", &[("star-inside", "nég*ier")], "nég*"),
        ("OR a OR", &[("lone-or", "OR"), ("lone-or", "OR")], "a"),
        ("a (b NOT) -()", &[("lone-not", "NOT")], "a b"),
    ];
    for (query, wanted, rest) in cases {
        assert_eq!(faults(query), (wanted.to_vec(), rest.to_owned()), "{query}");
    }
    assert!(parse("pays:xyzzy").is_lost() && !parse("").is_lost() && !parse("x pays:y").is_lost());
}

#[test]
fn what_was_meant_is_suggested() {
    let near = |query: &str| match parse(query).problems.first().map(|p| p.fault.clone()) {
        Some(Fault::UnknownOperator { near, .. }) => near,
        Some(Fault::UnknownCountry { near, .. }) => near.join(" "),
        Some(Fault::NoValue { example, .. }) => example,
        Some(Fault::UnknownState { known, .. }) => known,
        other => panic!("{other:?}"),
    };
    assert_eq!(near("sourc:x"), "source");
    assert_eq!(near("titel:x"), "title");
    assert_eq!(near("etiqette:x"), "étiquette");
    assert_eq!(near("pays:bielorusie"), "bielorussie");
    assert_eq!(near("pays:"), "pays:russie,by");
    assert_eq!(near("country:"), "country:ru,by");
    assert_eq!(near("#"), "tag:visas");
    assert!(near("est:x").starts_with("non-lu, lu, suivi") && near("is:x").starts_with("unread"));
}

#[test]
fn the_gazetteer_knows_every_spelling_and_what_was_meant() {
    let gazetteer = crate::country::Gazetteer::builtin();
    for name in ["biélorussie", "BY", "by", "Belarus", "Bélarus", "Biélorussie"] {
        assert_eq!(Countries::code(&gazetteer, name).map(|c| c.to_string()), Some("BY".into()));
    }
    let near = gazetteer.near("Kazakstann");
    assert!(near.iter().any(|name| name.starts_with("Kazak")), "{near:?}");
    assert!(gazetteer.near("xyzzyxyzzy").is_empty());
}

fn brief() -> Brief {
    Brief {
        id: "p:1".into(),
        file: "minsk/visite.txt".into(),
        part: 0,
        parent: None,
        title: "Signature d’un accord à Minsk".to_owned(),
        title_basis: TitleBasis::Stated,
        date: None,
        place: None,
        source: Some("VNA/CVN".to_owned()),
        source_url: None,
        author: None,
        language: None,
        countries: vec!["BY".parse().expect("a code"), "VN".parse().expect("a code")],
        status: Status::Current,
        replaces: None,
        tags: vec!["À lire".to_owned()],
        embargo: None,
        classification: None,
        words: 200,
        corrected: Vec::new(),
    }
}

fn holds(query: &str, brief: &Brief, mark: Option<&Mark>) -> bool {
    let received = "2025-05-10".parse().ok();
    let line = Line::new(&brief.title);
    parse(query)
        .root
        .holds(&mut |term| line.holds(term), &mut |filter| filter.holds(brief, mark, received))
}

#[test]
fn filters_hold_of_what_is_known_of_a_brief() {
    let plain = brief();
    for query in [
        "country:by",
        "with:vn,by",
        "-country:ru",
        "source:vna",
        "source:cvn",
        "source:\"vna cvn\"",
        "source:cv*",
        "tag:\"a lire\"",
        "tag:a*",
        "is:unread",
        "is:current",
        "-is:starred",
        "date:none",
        "since:2025-05-10",
        "author:none",
        "lang:none",
        "country:ru OR tag:a-lire",
        "accord minsk",
        "ignat",
        "\"accord a minsk\"",
        "accor* -\"accor\"",
        "date:2025-05",
    ] {
        assert!(holds(query, &plain, None), "{query}");
    }
    for query in [
        "country:ru",
        "with:vn,ru",
        "source:vn",
        "tag:lire",
        "is:read",
        "is:related",
        "lang:fr",
        "before:2025-05-10",
        "after:2025-05-10",
        "source:none",
        "\"ignat\"",
        "is:amended",
    ] {
        assert!(!holds(query, &plain, None), "{query}");
    }
    let mark = Mark { read: true, starred: true, ..Mark::default() };
    assert!(holds("is:read is:starred -is:unread", &plain, Some(&mark)));
    let own = [("enquete".to_owned(), "Enquête".to_owned())].into();
    let mark = Mark { tags: own, ..Mark::default() };
    assert!(holds("#enquete tag:ENQ* #\"à lire\"", &plain, Some(&mark)));
    let bare = Brief { tags: Vec::new(), ..brief() };
    assert!(holds("tag:none", &bare, None) && !holds("tag:none", &bare, Some(&mark)));
    let related = Brief { parent: Some("p:0".into()), ..brief() };
    assert!(holds("is:related -is:unread -is:read", &related, None));
}

#[test]
fn elisions_are_cut_off_unless_quoted() {
    let words = |typed: &str| match parse(typed).root {
        Node::Words(term) => term.words,
        other => panic!("{other:?}"),
    };
    assert_eq!(words("l'accord"), ["accord"]);
    assert_eq!(words("Jusqu\u{2019}à"), ["à"]);
    assert_eq!(words("\"l'accord\""), ["l", "accord"]);
    assert_eq!(words("Russia's"), ["Russia"]);
    assert_eq!(words("qu'à-l'est"), ["à", "l", "est"]);
    assert_eq!(words("d'5000"), ["d", "5000"]);
    assert_eq!(words("T-shirt"), ["T", "shirt"]);
    assert_eq!(words("l"), ["l"]);
}

#[test]
fn a_number_in_groups_is_one_term() {
    let terms = |typed: &str| -> Vec<Vec<String>> {
        parse(typed).root.terms().into_iter().map(|term| term.words.clone()).collect()
    };
    assert_eq!(terms("1 300 000 tonnes"), [vec!["1", "300", "000"], vec!["tonnes"]]);
    assert_eq!(terms("2024 300"), [["2024"], ["300"]]);
    assert_eq!(terms("300  000"), [["300"], ["000"]]);
    assert_eq!(terms("300 OR 000"), [["300"], ["000"]]);
    assert_eq!(terms("300 -000"), [["300"], ["000"]]);
    let query = parse("300 000 t").root;
    assert_eq!(parse(&query.to_string()).root.to_string(), query.to_string());
}

#[test]
fn a_month_lies_where_one_of_its_days_does() {
    let stamp = |value: &str| {
        let value = value.parse().expect("a date");
        Some(crate::model::DateStamp { value, basis: crate::model::DateBasis::Stated })
    };
    let brief = Brief { date: stamp("2025-05"), ..brief() };
    for query in ["date:2025-05-12", "before:2025-05-12", "since:2025-05-20", "date:2025"] {
        assert!(holds(query, &brief, None), "{query}");
    }
    assert!(!holds("before:2025-05", &brief, None) && !holds("after:2025-05", &brief, None));
}
