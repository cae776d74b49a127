//! A reader's own entries: what they change, and what a bad file costs.

use super::*;
use crate::country::{Gazetteer, Kind, Passage, Subject};
use crate::model::Span;
use proptest::prelude::*;

fn code(text: &str) -> CountryCode {
    text.parse().unwrap()
}

/// The gazetteer with a supplement that has nothing wrong.
fn with(text: &str) -> Gazetteer {
    let (supplement, mistakes) = Supplement::read(text.as_bytes());
    assert_eq!(mistakes, []);
    Gazetteer::with(&supplement)
}

fn tags(gazetteer: &Gazetteer, text: &str) -> Vec<String> {
    let passage = Passage { text, span: Span::new(0, text.len()) };
    let tags = gazetteer.tag(&Subject { title: Some(passage), ..Subject::default() });
    tags.countries.iter().map(ToString::to_string).collect()
}

/// The mistakes of a file as `line: wrong`, and its codes.
fn read(text: &str) -> (Vec<(Option<u32>, Wrong)>, Vec<String>) {
    let (supplement, mistakes) = Supplement::read(text.as_bytes());
    let mistakes = mistakes.into_iter().map(|mistake| (mistake.line, mistake.wrong)).collect();
    (mistakes, supplement.codes().map(|code| code.to_string()).collect())
}

#[test]
fn forms_are_added_to_a_country_that_is_known() {
    let gazetteer = with("[BY]\nplaces = [\"Polotsk\"]\n[BY.leaders]\n\"Ivan Noskevich\" = \"\"\n");
    assert_eq!(tags(&Gazetteer::builtin(), "A bridge in Polotsk"), [""; 0]);
    assert_eq!(tags(&gazetteer, "A bridge in Polotsk"), ["BY"]);
    assert_eq!(tags(&gazetteer, "Talks with Ivan Noskevich"), ["BY"]);
    assert_eq!(gazetteer.names(code("BY")), Gazetteer::builtin().names(code("BY")));
}

#[test]
fn a_form_can_be_denied_and_a_phrase_swallows_the_names_in_it() {
    let gazetteer = with("[BY]\nnot = [\"Minsk Group\", \"Belarus\", \"biélorusse\"]\n");
    assert_eq!(tags(&Gazetteer::builtin(), "The Minsk Group meets"), ["BY"]);
    assert_eq!(tags(&gazetteer, "The Minsk Group meets"), [""; 0]);
    assert_eq!(tags(&gazetteer, "Une délégation biélorusse, les Biélorusses, Belarus"), [""; 0]);
    assert_eq!(tags(&gazetteer, "Talks in Minsk"), ["BY"]);
    assert_eq!(gazetteer.lookup("Belarus"), None);
    assert_eq!(gazetteer.lookup("BY"), Some(code("BY")));
}

#[test]
fn a_form_can_be_made_to_need_another() {
    let gazetteer = with("[GE]\nambiguous = [\"Abkhazie\"]\n");
    assert_eq!(tags(&Gazetteer::builtin(), "Un pont en Abkhazie"), ["GE"]);
    assert_eq!(tags(&gazetteer, "Un pont en Abkhazie"), [""; 0]);
    assert_eq!(tags(&gazetteer, "Un pont entre Tbilissi et l'Abkhazie"), ["GE"]);
}

#[test]
fn something_new_has_a_code_names_and_a_kind() {
    let text = "[CAREC]\nnames = [\"CAREC\"]\nname_fr = \"Coopération d'Asie centrale\"\n\
                [QC]\nkind = \"territory\"\nnames = [\"Québec\"]\n[MM]\nname_fr = \"Birmanie\"\n";
    let (supplement, mistakes) = Supplement::read(text.as_bytes());
    assert_eq!(mistakes, []);
    let gazetteer = Gazetteer::with(&supplement);
    assert_eq!(gazetteer.lookup("cooperation d'asie centrale"), Some(code("CAREC")));
    assert_eq!(gazetteer.kind(code("CAREC")), Some(Kind::Organisation));
    assert_eq!(gazetteer.kind(code("QC")), Some(Kind::Territory));
    assert!(tags(&gazetteer, "Elections in Québec").contains(&"QC".to_owned()));
    let names = |language| supplement.shown_names(language).collect::<Vec<_>>();
    let french = [
        (code("CAREC"), "Coopération d'Asie centrale"),
        (code("QC"), "Québec"),
        (code("MM"), "Birmanie"),
    ];
    assert_eq!(names(Language::French), french);
    assert_eq!(names(Language::English)[..2], french[..2], "better than a code");
    assert_eq!(names(Language::English).len(), 2, "what is known keeps its name");
}

#[test]
fn a_wrong_value_costs_itself_alone() {
    let text = "[BY]\nplaces = [\"Polotsk\", 3, \"  \", \"a\", \"de\"]\ncolour = 1\nnames = \"Belarus\"\n\
                [BY.leaders]\n\"Ivan Noskevich\" = \"since 2020\"\n[minsk-1]\n[KZ]\nkind = \"country\"\n\
                [CAREC]\nkind = \"country\"\n";
    let value = |key: &str, value: &str| Wrong::Value { key: key.into(), value: value.into() };
    let expected = [
        (Some(2), value("places", "3")),
        (Some(2), Wrong::Form(String::new())),
        (Some(2), Wrong::Form("a".into())),
        (Some(2), Wrong::Form("de".into())),
        (Some(3), Wrong::Key("colour".into())),
        (Some(4), value("names", "\"Belarus\"")),
        (Some(6), value("Ivan Noskevich", "\"since 2020\"")),
        (Some(7), Wrong::Code("minsk-1".into())),
        (Some(9), Wrong::KnownKind(code("KZ"))),
        (Some(10), Wrong::Nameless(code("CAREC"))),
        (Some(11), Wrong::Kind(code("CAREC"))),
    ];
    let (mistakes, codes) = read(text);
    assert_eq!(mistakes, expected);
    assert_eq!(codes, ["BY", "KZ"]);
    let (supplement, _) = Supplement::read(text.as_bytes());
    assert_eq!(tags(&Gazetteer::with(&supplement), "A bridge in Polotsk"), ["BY"]);
}

#[test]
fn a_table_that_is_no_toml_does_not_cost_the_others() {
    let (mistakes, codes) =
        read("[BY]\nplaces = [\"Polotsk\"]\n\n[KZ\nplaces = \n\n[UZ]\nnames = []\n");
    assert_eq!(codes, ["BY", "UZ"]);
    assert_eq!(mistakes.first().and_then(|(line, _)| *line), Some(4), "{mistakes:?}");
    let (mistakes, codes) = read("[BY]\nplaces = [\"Polotsk\"]\n[BY]\nplaces = [\"Orsha\"]\n");
    assert_eq!(codes, ["BY", "BY"], "twice the same code: both count");
    assert!(matches!(mistakes[0], (Some(3), Wrong::Syntax(_))), "{mistakes:?}");
}

#[test]
fn what_is_named_and_denied_is_denied_and_told() {
    let text = "[BY]\nplaces = [\"Polotsk\"]\nnot = [\"polotsk\"]\n";
    assert_eq!(read(text).0, [(Some(1), Wrong::Contradiction("polotsk".into()))]);
    let (supplement, _) = Supplement::read(text.as_bytes());
    assert_eq!(tags(&Gazetteer::with(&supplement), "A bridge in Polotsk"), [""; 0]);
}

#[test]
fn hostile_files_give_a_sentence_at_once() {
    let large = vec![b'#'; MOST_BYTES + 1];
    assert_eq!(Supplement::read(&large).1, [Mistake { line: None, wrong: Wrong::TooLarge }]);
    let start = std::time::Instant::now();
    let headings = "[\n".repeat(MOST_BYTES / 2);
    let nested = "[".repeat(MOST_BYTES / 2);
    let dotted = format!("[{}BY]\n", "BY.".repeat(MOST_BYTES / 8));
    let values = format!("[BY]\nplaces = {}", "[".repeat(MOST_BYTES / 2));
    let letters = || ('A'..='Z').map(String::from);
    let pairs = || letters().flat_map(|a| letters().map(move |b| format!("{a}{b}")));
    let every: Vec<String> =
        pairs().flat_map(|ab| letters().map(move |c| format!("[{ab}{c}]\n"))).collect();
    for hostile in [headings, nested, dotted, values, every.concat()] {
        let (mistakes, _) = read(&hostile);
        assert!(!mistakes.is_empty() && mistakes.len() <= 101, "{}", &hostile[..20]);
    }
    let (supplement, mistakes) = Supplement::read(b"[BY]\nplaces = [\"\xff\xfe\0\"]\n");
    assert_eq!((supplement.text(), mistakes[0].line), ("", Some(2)));
    assert!(start.elapsed() < std::time::Duration::from_secs(10), "{:?}", start.elapsed());
}

#[test]
fn the_example_says_nothing_and_all_of_it_can_be_taken() {
    let (supplement, mistakes) = Supplement::read(EXAMPLE.as_bytes());
    assert_eq!((supplement.text(), mistakes), ("", Vec::new()));
    let bare =
        |line: &&str| line.starts_with("# [") || line.starts_with("# \"") || line.contains(" = ");
    let uncommented: Vec<&str> =
        EXAMPLE.lines().filter(bare).map(|line| line.trim_start_matches("# ")).collect();
    let (supplement, mistakes) = Supplement::read(uncommented.join("\n").as_bytes());
    assert_eq!(mistakes, []);
    assert_eq!(supplement.codes().count(), 3);
    assert_eq!(tags(&Gazetteer::with(&supplement), "La réunion du Groupe de Minsk"), [""; 0]);
}

proptest! {
    #[test]
    fn no_file_breaks_it(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let (supplement, _) = Supplement::read(&bytes);
        Supplement::read(format!("[BY]\nnames = [\"{}\"]", String::from_utf8_lossy(&bytes)).as_bytes());
        prop_assert!(supplement.codes().count() <= bytes.len());
    }
}
