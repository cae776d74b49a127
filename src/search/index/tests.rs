//! The index agrees with a scan, query by query, whatever was put in and taken out.

use std::sync::Arc;

use proptest::prelude::*;
use tantivy::directory::RamDirectory;
use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::model::{Brief, Language, PartialDate};
use crate::search::query::{Term as Asked, TextField};
use crate::search::scan::Scanned;

/// Words that share stems, letters and accents, so that random queries meet random texts.
const WORDS: [&str; 32] = [
    "accord",
    "accords",
    "accordé",
    "négocier",
    "négociation",
    "negocie",
    "l’accord",
    "d'accords",
    "Viêt-Nam",
    "visa",
    "visas",
    "signed",
    "signing",
    "signs",
    "300 000",
    "300000",
    "5,000",
    "S-400",
    "cœur",
    "coeurs",
    "Minsk",
    "a",
    "à",
    "party",
    "Alexandre Loukachenko",
    "Lukashenko",
    "Kim Jong-un",
    "loukachenka",
    "acord",
    "Négociaton",
    "Kassym-Jomart",
    "Kasym-Zhomart",
];

/// Persons that a text may name.
const PEOPLE: [&str; 3] = ["Alexandre Loukachenko", "Lukashenko", "Kim Jong-un"];

fn brief(id: &str, title: &str, language: Option<Language>) -> Brief {
    let json = format!(
        r#"{{"id":"{id}","part":0,"parent":null,"title":"x","title_basis":"stated","date":null,"source":null,
        "source_url":null,"author":null,"language":null,"countries":[],"status":"current","replaces":null,"tags":[],
        "embargo":null,"classification":null,"words":0}}"#
    );
    let brief: Brief = serde_json::from_str(&json).expect("a brief");
    Brief { title: title.to_owned(), language, ..brief }
}

fn entry(key: u64, title: &str, body: &str, day: &str) -> Entry {
    let languages = [Some(Language::French), Some(Language::English), None];
    let language = languages[usize::try_from(key % 3).expect("small")];
    let brief = brief(&format!("p:{key}"), title, language);
    let people = PEOPLE.iter().filter(|name| body.contains(**name)).map(|name| (*name).to_owned());
    Entry { key, brief, body: body.to_owned(), people: people.collect(), day: day.parse().ok() }
}

fn index(entries: &[Entry]) -> Index {
    let index = Index::create(Box::new(RamDirectory::create())).expect("an index");
    index.update(&[], entries.to_vec()).expect("room");
    index
}

fn ask(index: &Index, node: &Node, order: Order) -> Vec<String> {
    let odd: Selection =
        Arc::new((0..99).filter(|n| n % 2 == 1).map(|n| id_hash(&id(n))).collect());
    let filters = |_: &Filter| Arc::clone(&odd);
    let without = Selection::default();
    let (but, reach, limit) = (&Seen::default(), Reach::Typed, usize::MAX);
    let question = Question { node, but, reach, filters: &filters, without, order, limit };
    let answer = index.search(&question).expect("an answer");
    assert_eq!(answer.count, answer.found.len());
    let id = |found: &Found| index.stored(found).expect("it is there").brief.id.to_string();
    answer.found.iter().map(id).collect()
}

fn id(number: u64) -> crate::model::BriefId {
    format!("p:{number}").as_str().into()
}

fn text(most: usize) -> impl Strategy<Value = String> {
    let words = proptest::collection::vec(proptest::sample::select(&WORDS[..]), 0..most);
    words.prop_map(|words| words.join(" "))
}

fn term() -> impl Strategy<Value = Node> {
    let words = proptest::collection::vec(proptest::sample::select(&WORDS[..]), 1..4);
    let field = proptest::sample::select(vec![TextField::Title, TextField::Person]);
    let field = proptest::option::weighted(0.2, field);
    let reach = proptest::sample::select(vec![Reach::Typed, Reach::Spelling, Reach::Slip]);
    (words, any::<bool>(), any::<bool>(), 1_usize..9, field, reach).prop_map(
        |(typed, quoted, prefix, letters, field, reach)| {
            let cut = |c: char| !c.is_alphanumeric();
            let typed = typed.join(" ");
            let mut words: Vec<String> =
                typed.split(cut).filter(|word| !word.is_empty()).map(str::to_owned).collect();
            if let Some(last) = words.last_mut().filter(|_| prefix) {
                *last = last.chars().take(letters).collect();
            }
            Node::Words(Asked { words, quoted, prefix, field, reach, place: 0..0 })
        },
    )
}

fn node() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![8 => term(), 1 => Just(Node::Is(Filter::Lacks(crate::search::query::Facet::Tag))), 1 => Just(Node::Everything)];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let many = || proptest::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            many().prop_map(Node::All),
            many().prop_map(Node::Any),
            inner.clone().prop_map(|node| Node::Not(Box::new(node))),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// 64 libraries, 16 queries each.
    #[test]
    fn the_index_finds_what_a_scan_finds(
        texts in proptest::collection::vec((text(4), text(14)), 1..20),
        nodes in proptest::collection::vec(node(), 16),
    ) {
        let entries: Vec<Entry> = (0..).zip(&texts).map(|(key, (title, body))| entry(key, title, body, "2025")).collect();
        let index = index(&entries);
        // The third one goes, and comes back under another key.
        if let Some(third) = entries.get(2) {
            index.update(&[2], vec![Entry { key: 77, ..third.clone() }]).expect("room");
        }
        for node in &nodes {
            let mut found = ask(&index, node, Order::Relevance);
            found.sort();
            let holds = |(number, entry): &(u64, &Entry)| {
                let brief = &entry.brief;
                let scanned = Scanned::new(&brief.title, &entry.body, &entry.people, brief.language);
                scanned.holds(node, &mut |_| number % 2 == 1)
            };
            let mut wanted: Vec<String> =
                (0..).zip(&entries).filter(holds).map(|(number, _)| id(number).to_string()).collect();
            wanted.sort();
            prop_assert_eq!(found, wanted, "{:?}", node);
        }
    }
}

fn words(word: &str) -> Node {
    Node::Words(Asked { words: vec![word.to_owned()], ..Asked::default() })
}

#[test]
fn titles_come_first_and_the_newer_of_two_alike() {
    let filler = "Un texte assez long pour que le mot n'y pèse guère.";
    let index = index(&[
        entry(0, "Une visite", &format!("{filler} Minsk."), "2025-05"),
        entry(1, "À Minsk", filler, "2020"),
        entry(3, "Une visite", &format!("{filler} Minsk."), "2025-06-01"),
    ]);
    assert_eq!(ask(&index, &words("minsk"), Order::Relevance), ["p:1", "p:3", "p:0"]);
    assert_eq!(ask(&index, &words("minsk"), Order::Date), ["p:3", "p:0", "p:1"]);
}

#[test]
fn what_went_is_not_found_and_keys_tell_what_is_there() {
    let index = index(&[entry(0, "Minsk", "", "2025"), entry(1, "Minsk", "", "2025")]);
    index.update(&[0], Vec::new()).expect("room");
    assert_eq!(ask(&index, &words("minsk"), Order::Relevance), ["p:1"]);
    assert_eq!(index.keys().expect("keys"), std::iter::once(1).collect());
    assert_eq!(index.verify(), Ok(()));
}

#[test]
fn the_best_are_the_first_of_all() {
    let entries: Vec<Entry> = (0..40)
        .map(|key| {
            entry(key, "Minsk", &"mot ".repeat(usize::try_from(key).expect("small")), "2025")
        })
        .collect();
    let index = index(&entries);
    let node = words("minsk");
    let filters = |_: &Filter| Selection::default();
    let nothing = Seen::default();
    let asked = |limit| Question {
        node: &node,
        but: &nothing,
        reach: Reach::Typed,
        filters: &filters,
        without: Selection::default(),
        order: Order::Relevance,
        limit,
    };
    let all = index.search(&asked(usize::MAX)).expect("an answer");
    let some = index.search(&asked(7)).expect("an answer");
    assert_eq!((some.count, some.found.as_slice()), (40, &all.found[..7]));
    assert_eq!(index.search(&asked(0)).expect("an answer").found, []);
}

#[test]
fn what_was_seen_is_left_out() {
    let index = index(&[entry(0, "Visa", "", "2025"), entry(1, "Visa de Minsk", "", "2025")]);
    let search = |node: &Node, but: &Seen, reach| {
        let filters = |_: &Filter| Selection::default();
        let (without, order, limit) = (Selection::default(), Order::Relevance, 9);
        let question = Question { node, but, reach, filters: &filters, without, order, limit };
        index.search(&question).expect("an answer")
    };
    let first = search(&words("minsk"), &Seen::default(), Reach::Typed);
    let second = search(&words("visa"), &first.seen, Reach::Slip);
    let found: Vec<(u64, Reach)> = second.found.iter().map(|one| (one.id, one.reach)).collect();
    assert_eq!((second.count, found), (1, vec![(id_hash(&id(0)), Reach::Slip)]));
    assert_eq!(search(&words("visa"), &second.seen, Reach::Slip).count, 0);
}

#[test]
fn the_first_of_thousands_are_the_best_of_all() {
    let text = |key: u64| {
        format!("Minsk {}", "mot ".repeat(usize::try_from(key * 7919 % 97).expect("small")))
    };
    let entries: Vec<Entry> = (0..3_000)
        .map(|key| entry(key, "", &text(key), &format!("20{:02}", key * 31 % 25)))
        .collect();
    let index = index(&entries);
    let node = words("minsk");
    let filters = |_: &Filter| Selection::default();
    for order in [Order::Relevance, Order::Date] {
        let asked = |limit| {
            let (without, reach) = (Selection::default(), Reach::Typed);
            let but = &Seen::default();
            let question =
                Question { node: &node, but, reach, filters: &filters, without, order, limit };
            index.search(&question).expect("an answer")
        };
        let (all, some) = (asked(usize::MAX), asked(20));
        assert_eq!((some.count, some.found.as_slice()), (3_000, &all.found[..20]), "{order:?}");
    }
}

/// Words as French makes them, typed as those do who have no French keyboard.
#[test]
fn every_accented_word_is_found_without_its_accents() {
    const HEADS: [&str; 12] =
        ["é", "pré", "dé", "ré", "hébr", "œuvr", "gên", "naïv", "sûr", "coû", "fê", "maç"];
    const MIDDLES: [&str; 8] = ["t", "lév", "vér", "cîm", "gâch", "mûr", "côt", "noël"];
    const ENDS: [&str; 6] = ["é", "ée", "ées", "ère", "ète", "ément"];
    let words: Vec<String> = HEADS
        .iter()
        .flat_map(|head| MIDDLES.iter().map(move |middle| [*head, middle].concat()))
        .flat_map(|start| ENDS.iter().map(move |end| [&start, *end].concat()))
        .collect();
    assert!(words.len() > 500);
    // Composed and decomposed, in capitals, behind an elision, in languages that are known and not.
    let written = |(number, word): (usize, &String)| match number % 4 {
        0 => word.clone(),
        1 => word.nfd().collect(),
        2 => word.to_uppercase(),
        _ => format!("L’{word}, d'accord"),
    };
    let texts: Vec<String> = words.iter().enumerate().map(written).collect();
    let entries: Vec<Entry> =
        (0..).zip(&texts).map(|(key, text)| entry(key, "", text, "2025")).collect();
    let index = index(&entries);
    for (number, word) in (0..).zip(&words) {
        let typed = crate::text::fold(word);
        assert!(typed.is_ascii(), "{typed}");
        let found = ask(&index, &self::words(&typed), Order::Relevance);
        assert!(found.contains(&id(number).to_string()), "{word} typed as {typed}");
    }
}

#[test]
fn a_day_is_a_number_that_grows() {
    let number = |day: &str| day_number(day.parse::<PartialDate>().expect("a date"));
    assert_eq!(day_of(number("2025-05-31")), "2025-05-31".parse().ok());
    assert_eq!([day_of(0), day_of(20_251_399)], [None, None]);
    assert!(number("2025-05-31") == number("2025-05") && number("2025-05") < number("2025-06-01"));
}
