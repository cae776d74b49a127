//! Whole files filed: what becomes of their title, date, countries and problems.

use super::*;
use crate::model::{CountryCode, DateBasis, Problem, Status, TitleBasis};

fn open(path: &str, bytes: &[u8]) -> Opened {
    let path = BriefPath::from(path);
    let filing = Filing::new(Gazetteer::builtin());
    let source = Source { path: &path, bytes, size: bytes.len() as u64 };
    let opened = filing.open(source);
    let entry = filing.entry(source);
    assert_eq!(entry.diagnostics, opened.diagnostics, "both ways see the same");
    let briefs: Vec<_> = opened.documents.iter().map(|document| document.brief.clone()).collect();
    assert_eq!(entry.briefs, briefs);
    opened
}

fn main_brief(path: &str, text: &str) -> Brief {
    open(path, text.as_bytes()).documents.remove(0).brief
}

fn problems(path: &str, bytes: &[u8]) -> Vec<(Option<u32>, Problem)> {
    open(path, bytes).diagnostics.into_iter().map(|d| (d.line, d.problem)).collect()
}

#[test]
fn front_matter_is_filed_as_it_says() {
    let brief = main_brief(
        "by/talks.md",
        "+++\ntitle = \"Talks\"\ndate = 2025-05-12\ncountries = [\"BY\", \"VN\", \"BY\"]\nstatus = \"withdrawn\"\n\
         language = \"fr\"\nid = \"talks-1\"\nclassification = \"RESTRICTED\"\n+++\n\nThe talks in Minsk ended.\n",
    );
    assert_eq!((brief.id.as_str(), brief.title.as_str()), ("f:talks-1", "Talks"));
    assert_eq!(brief.title_basis, TitleBasis::Stated);
    let date = brief.date.expect("a date");
    assert_eq!((date.value.to_string().as_str(), date.basis), ("2025-05-12", DateBasis::File));
    let countries: Vec<_> = brief.countries.iter().map(ToString::to_string).collect();
    assert_eq!(countries, ["BY", "VN"]);
    assert_eq!((brief.status, brief.words), (Status::Withdrawn, 5));
    assert_eq!(brief.language.map(crate::model::Language::code), Some("fr"));
    assert_eq!(brief.classification.as_deref(), Some("RESTRICTED"));
}

#[test]
fn values_that_cannot_be_are_named_with_their_line() {
    let text = "+++\ndate = \"0000-99-99\"\ncountries = [\"Atlantis on the sea\"]\nstatus = \"asleep\"\n\
                language = \"tlh\"\n+++\n# Talks\n\nText.\n";
    let found = problems("a.md", text.as_bytes());
    let invalid =
        |key: &str, value: &str| Problem::InvalidValue { key: key.into(), value: value.into() };
    for expected in [
        (Some(2), invalid("date", "0000-99-99")),
        (Some(3), invalid("countries", "Atlantis on the sea")),
        (Some(4), invalid("status", "asleep")),
        (Some(5), invalid("language", "tlh")),
        (None, Problem::NoDate),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:?}");
    }
}

#[test]
fn a_title_is_made_where_none_stands() {
    let brief = main_brief("by/visite_officielle.md", "Le ministre est arrivé à Minsk.\n");
    assert_eq!(brief.title, "Le ministre est arrivé à Minsk.");
    assert_eq!(brief.title_basis, TitleBasis::Derived);
    assert!(brief.id.as_str().starts_with("p:"));
    let brief = main_brief("by/visite_officielle.md", "\n\n");
    assert_eq!(
        (brief.title.as_str(), brief.title_basis),
        ("visite officielle", TitleBasis::Derived)
    );
}

#[test]
fn a_title_stands_where_the_file_states_it() {
    let place = |path: &str, text: &str| {
        let document = open(path, text.as_bytes()).documents.remove(0);
        let title = document.title?;
        assert_eq!(title.slice(&document.decoded), Some(document.brief.title.as_str()));
        Some(title.start)
    };
    assert_eq!(place("a.md", "---\nauthor: Talks\ntitle: Talks\n---\nTalks began.\n"), Some(25));
    assert_eq!(place("a.md", "The *first* talks\n\nTalks began.\n"), None, "no title is stated");
    assert_eq!(place("a.md", "[x]: Talks\n\n# Talks\n\nTalks began.\n"), Some(14));
    assert_eq!(place("a.md", "# **Talks** in Minsk\n\nTalks in Minsk began.\n"), None);
    assert_eq!(
        place("a.md", "+++\ntitle = \"\"\"\nTalks\"\"\"\n+++\n# Talks\n\nIt began.\n"),
        Some(31)
    );
}

#[test]
fn sentences_are_slices_of_the_file_and_clean() {
    let text = "# Talks\n\nThe **talks** in [Minsk](https://example.org/minsk)\nended &amp; began.\n\n- One item.\n\n```\ncode\n```\n";
    let document = open("a.md", text.as_bytes()).documents.remove(0);
    let clean: Vec<_> = document.sentences.iter().map(|s| s.text.as_str()).collect();
    assert_eq!(clean.concat(), "The talks in Minsk ended & began.One item.");
    for sentence in &document.sentences {
        let slice = sentence.span.slice(&document.decoded).expect("a slice of the file");
        assert!(text.contains(slice));
    }
    let first = document.sentences[0].span.slice(&document.decoded);
    assert_eq!(
        first,
        Some("The **talks** in [Minsk](https://example.org/minsk)\nended &amp; began.")
    );
}

#[test]
fn a_header_of_numbers_is_read_in_the_order_of_its_text() {
    let page = |line: &str, text: &str| {
        let page = format!("A treaty\n\n{line}\n\n{}\n", text.repeat(3));
        main_brief("a.txt", &page).date.map(|date| date.value.to_string())
    };
    let english =
        "The treaty was signed by the six states that had founded the community in Rome. ";
    let french = "Le traité fut signé par les six États qui avaient fondé la communauté à Rome. ";
    assert_eq!(page("Published 03/07/2017", english), Some("2017-03-07".into()));
    assert_eq!(page("Publié le 03/07/2017", french), Some("2017-07-03".into()));
    let british = format!("{english}It dates from 25 March 1957. ");
    assert_eq!(page("Published 03/07/2017", &british), Some("2017-07-03".into()));
}

#[test]
fn the_number_of_an_item_belongs_to_its_first_sentence() {
    let text = "Three points:\n\n1) Trade. It grows.\n2)  Defence\n3) **Culture**\n";
    let document = open("a.md", text.as_bytes()).documents.remove(0);
    let slices: Vec<_> =
        document.sentences.iter().map(|s| &text[s.span.start..s.span.end]).collect();
    assert_eq!(slices, ["Three points:", "1) Trade.", "It grows.", "2)  Defence", "Culture"]);
    // Markdown takes the day for the number of an item.
    let document = open("a.md", b"16. Nov. 1945\n").documents.remove(0);
    assert_eq!(document.dates[0].value.to_string(), "1945-11-16");
    assert_eq!(document.brief.title, "Nov. 1945");
}

#[test]
fn what_is_no_text_is_refused_by_its_size() {
    for bytes in [&b"%PDF-1.7\nplain"[..], b"PK\x03\x04rest", b"\x1f\x8b\x08rest"] {
        let opened = open("a.md", bytes);
        assert!(opened.documents.is_empty());
        assert_eq!(opened.diagnostics[0].problem, Problem::Binary(bytes.len() as u64));
    }
}

#[test]
fn an_empty_file_is_one_notice() {
    for text in ["", "---\n", "---\n---\n", " \n\t\n"] {
        assert_eq!(problems("a.md", text.as_bytes()), [(None, Problem::Empty)], "{text:?}");
    }
}

#[test]
fn what_cannot_be_seen_is_counted() {
    let found = problems("a.md", "# Talks\n\nmini\u{200b}ster \u{202e}\n".as_bytes());
    assert!(found.contains(&(None, Problem::HiddenCharacters(2))), "{found:?}");
}

#[test]
fn a_file_that_was_read_in_part_says_so() {
    let path = BriefPath::from("a.md");
    let text = "# Café";
    let bytes = &text.as_bytes()[..text.len() - 1];
    let source = Source { path: &path, bytes, size: 9_000_000 };
    let entry = Filing::new(Gazetteer::builtin()).entry(source);
    assert_eq!(entry.briefs[0].title, "Caf");
    let too_large = Problem::TooLarge { size: 9_000_000, read: bytes.len() as u64 };
    assert_eq!(entry.diagnostics[0].problem, too_large);
}

#[test]
fn of_too_many_lines_the_first_are_read() {
    let text = "a\n".repeat(200_010);
    let size = text.len() as u64;
    let expected = (None, Problem::TooLarge { size, read: 400_001 });
    assert_eq!(problems("a.txt", text.as_bytes())[0], expected);
    assert_eq!(problems("a.md", text.as_bytes())[0], expected);
}

#[test]
fn a_dateline_dates_a_brief_without_front_matter() {
    let text = "# Talks end\n\nMINSK, May 12, 2025 (BelTA) - The *talks* ended in the capital of Belarus.\n";
    let document = open("a.md", text.as_bytes()).documents.remove(0);
    let date = document.brief.date.expect("a date");
    assert_eq!((date.value.to_string().as_str(), date.basis), ("2025-05-12", DateBasis::Stated));
    assert_eq!(document.brief.source.as_deref(), Some("BelTA"));
    assert_eq!(
        document.brief.countries.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["BY"]
    );
    for evidence in &document.evidence {
        let slice = evidence.span.and_then(|span| span.slice(&document.decoded));
        assert_eq!(slice, Some(evidence.form.as_str()), "evidence stands where it says");
    }
    assert!(!document.evidence.is_empty());
    let dated = format!("+++\ndate = 2024-01-02\nsource = \"X\"\n+++\n{text}");
    let brief = main_brief("a.md", &dated);
    assert_eq!(brief.date.map(|d| d.value.to_string()), Some("2024-01-02".into()));
    assert_eq!(brief.source.as_deref(), Some("X"));
}

#[test]
fn a_raw_dispatch_lends_nothing_to_its_related_stories() {
    let text = "Les pourparlers de Minsk ont pris fin\n\nMinsk, 12 mai 2025 (BelTA) - Les pourparlers ont pris fin \
                lundi dans la capitale du Bélarus, a indiqué le ministère des Affaires étrangères dans un communiqué \
                rendu public dans la soirée.\n\nVoir plus\n\nLe Kazakhstan ouvre une liaison aérienne\n\nAstana - Le \
                Kazakhstan ouvre une liaison aérienne directe avec la capitale de l'Azerbaïdjan, a annoncé la compagnie \
                nationale dans un communiqué.\n";
    let opened = open("a.txt", text.as_bytes());
    let main = &opened.documents[0].brief;
    assert_eq!(
        (main.title.as_str(), main.title_basis),
        ("Les pourparlers de Minsk ont pris fin", TitleBasis::Stated)
    );
    assert_eq!(main.date.map(|d| d.value.to_string()), Some("2025-05-12".into()));
    assert!(!main.countries.iter().any(|code| code.as_str() == "KZ"));
    for (part, document) in (0..).zip(&opened.documents) {
        let brief = &document.brief;
        assert_eq!(brief.part, part);
        assert_eq!(brief.parent.is_some(), part > 0);
        assert_eq!(brief.language.map(crate::model::Language::code), Some("fr"));
        if part > 0 {
            assert!(brief.id.as_str().starts_with(&format!("{}/", main.id)));
            assert_eq!(brief.date, None);
        }
    }
    assert_eq!(opened.documents.len(), 2);
}

#[test]
fn a_headline_says_whether_the_text_stands() {
    assert_eq!(main_brief("a.md", "# CORRECTED-Talks end\n\nText.\n").status, Status::Corrected);
    assert_eq!(
        main_brief("a.md", "# ANNULE : les pourparlers\n\nText.\n").status,
        Status::Withdrawn
    );
    assert_eq!(main_brief("a.md", "# Talks end\n\nText.\n").status, Status::Current);
}

const TREATIES: [&str; 2] = [
    "Le traité de Rome est signé par six pays\n\nRome, 25 mars 1957 (ANSA) - Les représentants de \
     l'Italie, de la France et de la Belgique ont signé au Capitole le traité de Rome, qui institue \
     une communauté économique.\n",
    "Astana accueille une réunion\n\nAstana, 12 mai 2025 - Le Kazakhstan accueille une réunion sur \
     le commerce, a annoncé le ministère des Affaires étrangères de ce pays dans un communiqué.\n\n\
     Voir plus\n\nLe Laos accueille une réunion\n\nVientiane accueille en avril une réunion sur le \
     Mékong, selon le ministère laotien des Affaires étrangères.\n",
];

#[test]
fn dispatches_of_one_file_are_briefs_that_lend_one_another_nothing() {
    let [rome, astana] = TREATIES;
    let opened = open("feed.txt", format!("{rome}\n=====\n\n{astana}").as_bytes());
    let apart = [rome, astana].map(|text| open("feed.txt", text.as_bytes()).documents);
    let [first, second, related] = &opened.documents[..] else { panic!("three stories") };
    for (found, alone) in opened.documents.iter().zip(apart.iter().flatten()) {
        let facts = |brief: &Brief| {
            (brief.title.clone(), brief.date, brief.countries.clone(), brief.language, brief.words)
        };
        assert_eq!(facts(&found.brief), facts(&alone.brief));
        assert_eq!(found.body.plain_text(), alone.body.plain_text());
    }
    let ids = [first, second, related].map(|document| document.brief.id.to_string());
    assert!(
        ids[1].starts_with(&format!("{}/", ids[0])) && ids[2].starts_with(&format!("{}/", ids[1]))
    );
    let parents = opened.documents.iter().map(|document| document.brief.parent.clone());
    assert_eq!(parents.collect::<Vec<_>>(), [None, None, Some(second.brief.id.clone())]);
    let parts: Vec<u16> = opened.documents.iter().map(|document| document.brief.part).collect();
    assert_eq!(parts, [0, 1, 2]);
}

#[test]
fn a_dispatch_keeps_its_id_when_another_comes_before_it() {
    let [rome, astana] = TREATIES;
    let paris = rome.replace("traité de Rome", "traité de Paris");
    let id_of = |file: &str| {
        let opened = open("feed.txt", file.as_bytes());
        let found = opened.documents.into_iter().find(|d| d.brief.title.starts_with("Astana"));
        found.map(|document| document.brief.id)
    };
    let rule = "\n=====\n\n";
    let id = id_of(&[rome, astana].join(rule));
    assert!(id.is_some());
    assert_eq!(id, id_of(&[rome, &paris, astana].join(rule)));
}

#[test]
fn what_is_missing_of_a_further_dispatch_is_noted_on_its_line() {
    let [rome, _] = TREATIES;
    let nowhere = "Une réunion aura lieu\n\nAFP - La réunion a été annoncée dans un communiqué, sans que le lieu ni le jour en soient donnés.\n";
    let file = format!("{rome}\n=====\n{nowhere}");
    let found = problems("feed.txt", file.as_bytes());
    assert!(found.contains(&(Some(6), Problem::NoDate)), "{found:?}");
    assert!(!found.contains(&(None, Problem::NoDate)));
}

#[test]
fn front_matter_says_which_countries_and_the_text_which_sentences_speak_of_them() {
    let text = "---\ncountries: [AU, FR]\n---\n\nAustralia buys ships. Australia and its yards build more of them, and \
                Australia pays for all. France recalls its ambassador.";
    let opened = open("ships.md", text.as_bytes());
    let document = &opened.documents[0];
    let named = |code: &str| {
        let code: CountryCode = code.parse().expect("a code");
        document.evidence.iter().any(|one| one.country == code && one.span.is_some())
    };
    assert!(named("AU") && named("FR"), "{:#?}", document.evidence);
}
