//! Words, stems and numbers in groups.

use proptest::prelude::*;

use super::*;

fn surfaces(text: &str) -> Vec<String> {
    tokens(text, Some(Language::French)).into_iter().map(|token| token.surface).collect()
}

/// Whether a query of `typed` meets `written` in a text of a language.
fn meets(typed: &str, written: &str, language: Language) -> bool {
    let (typed, written) = (tokens(typed, None), tokens(written, Some(language)));
    let forms = |token: &Token| {
        let mut forms = token.stems.clone();
        forms.push(token.surface.clone());
        forms
    };
    let written: Vec<String> = written.iter().flat_map(forms).collect();
    typed.iter().flat_map(forms).any(|form| written.contains(&form))
}

#[test]
fn elisions_hyphens_and_apostrophes_part_words() {
    assert_eq!(surfaces("L’Éléphant d'Asie"), ["l", "elephant", "d", "asie"]);
    assert_eq!(surfaces("jusqu’à lorsqu'il"), ["jusqu", "a", "lorsqu", "il"]);
    assert_eq!(surfaces("Viêt-Nam, Viê\u{323}t\u{2011}Nam"), ["viet", "nam", "viet", "nam"]);
    assert_eq!(surfaces("mini\u{200b}stre, c\u{153}ur; ﬁn"), ["ministre", "coeur", "fin"]);
}

#[test]
fn numbers_in_groups_are_also_one_word() {
    for written in ["300 000", "300\u{a0}000", "300\u{202f}000", "300,000", "300.000"] {
        assert_eq!(surfaces(written), ["300", "300000", "000"], "{written}");
    }
    assert_eq!(surfaces("1 234 567 tonnes"), ["1", "1234567", "234", "567", "tonnes"]);
    for apart in ["2024 300", "300  000", "30 00", "3,14", "a3 000"] {
        assert_eq!(surfaces(apart).len(), 2, "{apart}");
    }
}

#[test]
fn words_keep_their_places() {
    let text = "Près de 300 000 t";
    let found = tokens(text, None);
    let places: Vec<(u32, &str)> =
        found.iter().map(|token| (token.position, &text[token.range.clone()])).collect();
    assert_eq!(places, [(0, "Près"), (1, "de"), (2, "300"), (2, "300 000"), (3, "000"), (4, "t")]);
}

#[test]
fn inflections_meet_with_and_without_accents() {
    for (typed, written) in [
        ("accord", "accords"),
        ("négocier", "négociation"),
        ("negocier", "négociée"),
        ("négocié", "négociées"),
        ("nationaux", "national"),
        ("ETUDIANT", "e\u{301}tudiantes"),
    ] {
        assert!(meets(typed, written, Language::French), "{typed} {written}");
    }
    assert!(meets("signed", "signing", Language::English));
    assert!(!meets("partir", "party", Language::English), "stems of two languages");
}

#[test]
fn a_word_without_end_is_cut() {
    let found = tokens(&"é".repeat(10_000), None);
    assert_eq!((found.len(), found[0].surface.len()), (1, MOST_BYTES));
    assert!(found[0].stems.is_empty());
}

proptest! {
    #[test]
    fn places_are_in_order_and_on_boundaries(text in "\\PC{0,80}") {
        let mut position = 0;
        for token in tokens(&text, None) {
            prop_assert!(text.get(token.range.clone()).is_some());
            prop_assert!(!token.surface.is_empty() && token.position >= position);
            position = token.position;
        }
    }

    #[test]
    fn analysing_a_surface_changes_nothing(text in "\\PC{0,40}") {
        for token in tokens(&text, None) {
            let again = tokens(&token.surface, None);
            prop_assert_eq!(again.len(), 1);
            prop_assert_eq!(&again[0].surface, &token.surface);
        }
    }
}

/// Pairs of forms of one word as dispatches use them; nine in ten must meet, whichever of the two is typed, with its accents
/// or without.
#[test]
fn two_forms_of_one_word_meet() {
    let pairs: Vec<(Language, &str, &str)> = include_str!("tests/pairs.txt")
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some((Language::from_tag(words.next()?)?, words.next()?, words.next()?))
        })
        .collect();
    assert_eq!(pairs.len(), 200);
    let apart: Vec<_> = pairs
        .iter()
        .filter(|(language, one, other)| {
            let both = |one: &str, other| {
                meets(one, other, *language) && meets(&crate::text::fold(one), other, *language)
            };
            !(both(one, other) && both(other, one))
        })
        .collect();
    assert!(apart.len() <= 20, "{} apart: {apart:?}", apart.len());
}
