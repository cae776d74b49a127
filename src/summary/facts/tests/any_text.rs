//! Whatever the text, facts fit it.

use proptest::prelude::*;

use super::super::reading::Text;
use crate::model::Language;

/// Every number of a value stands in its sentence; the phrase lies in it; spans fit the text.
fn check(text: &Text) {
    for fact in text.facts() {
        let sentence = fact.span.slice(&text.decoded).expect("a sentence");
        let phrase = fact.phrase.slice(&text.decoded).expect("a phrase");
        assert!(!phrase.is_empty());
        assert!(fact.span.start <= fact.phrase.start && fact.phrase.end <= fact.span.end);
        assert!(sentence.contains(phrase));
        if let Some(value) = fact.value {
            let words = value.span.slice(&text.decoded).expect("a number");
            assert!(fact.span.start <= value.span.start && value.span.end <= fact.span.end);
            assert!(words.chars().any(char::is_alphanumeric), "{words}");
        }
        for person in &fact.persons {
            person.span.slice(&text.decoded).expect("a person");
            assert!(fact.span.start <= person.span.start && person.span.end <= fact.span.end);
        }
        assert!(fact.countries.is_sorted());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_facts_that_fit_it(words in prop::collection::vec(prop::sample::select(WORDS), 0..60)) {
        check(&Text::new(&words.join(" "), Language::French, "2025-05-14"));
    }

    #[test]
    fn any_characters_give_facts_that_fit_them(text in "(\\PC|[0-9 .,$€\n]){0,120}") {
        check(&Text::new(&text, Language::English, "2025-05-14"));
    }
}

/// Pieces that make sentences like those of the press, whatever their order.
const WORDS: &[&str] = &[
    "Le",
    "Vietnam",
    "et",
    "la",
    "Russie",
    "entre",
    "France",
    "signé",
    "signeront",
    "accord",
    "accords",
    "14",
    "neuf",
    "300",
    "000",
    "1,5",
    "milliard",
    "de",
    "dollars",
    "€",
    "US$10",
    "bn",
    "visite",
    "président",
    "russe",
    "Vladimir",
    "Poutine",
    "en",
    "2025",
    "12",
    "mai",
    "les",
    "deux",
    "pays",
    "respectivement",
    ",",
    ".",
    ";",
    "«",
    "»",
    "a",
    "déclaré",
    "80e",
    "anniversaire",
    "partenariat",
    "stratégique",
    "avec",
    "à",
    "Hanoï",
    "e\u{301}",
    "\u{202f}",
    "morts",
    "99999999999999",
    "trillions",
    "mille",
    "soixante",
    "-",
    "/",
    "sanctions",
    "imposé",
    "nommé",
    "ministre",
    "10,5",
    "%",
    "U.S.",
];
