//! Case, accents and ligatures folded, and the way back to the original's bytes.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

#[test]
fn accents_case_and_ligatures_fold() {
    assert_eq!(fold("L’ÉTÉ à Đà Nẵng"), "l'ete a da nang");
    assert_eq!(fold("Œuvre, Æsop, Straße, ĳs, ﬁn"), "oeuvre, aesop, strasse, ijs, fin");
    assert_eq!(
        fold("Øresund Łódź Diyarbakır İzmir Əliyev"),
        "oresund lodz diyarbakir izmir aliyev"
    );
    assert_eq!(fold("ＡＢＣ １２"), "abc 12");
    assert_eq!(fold("Ελλάς МОСКВА Киев"), "ελλασ москва киев");
}

#[test]
fn signs_get_their_keyboard_twins() {
    assert_eq!(
        fold("Vietnam–Russie ‘x’ “y” «\u{a0}z\u{202f}»…"),
        "vietnam-russie 'x' \"y\" \" z \"..."
    );
    assert_eq!(fold("a\nb\tc"), "a\nb\tc");
}

#[test]
fn invisible_characters_do_not_hide_a_word() {
    assert_eq!(fold("mini\u{200b}ster"), "minister");
    assert_eq!(fold("mi\u{ad}n\u{202e}is\u{e0041}t\u{1b}er"), "minister");
}

#[test]
fn a_found_word_maps_back_to_all_of_its_letters() {
    let text = "La cœur de Bie\u{301}lorussie mini\u{200b}ster";
    let folded = Folded::new(text);
    let mapped = |word: &str| {
        let at = folded.as_str().find(word).unwrap();
        &text[folded.original(at..at + word.len())]
    };
    assert_eq!(mapped("coeur"), "cœur");
    assert_eq!(mapped("o"), "œ");
    assert_eq!(mapped("e"), "œ");
    assert_eq!(mapped("bie"), "Bie\u{301}");
    assert_eq!(mapped("minister"), "mini\u{200b}ster");
}

#[test]
fn ranges_outside_the_text_are_cut() {
    assert_eq!(Folded::new("abc").original(1..9), 1..3);
    assert_eq!(Folded::new("été").original(2..9), 3..5);
    assert_eq!(Folded::new("été").original(7..9), 5..5);
    assert_eq!(Folded::new("").original(0..0), 0..0);
}

#[test]
fn folding_twice_changes_nothing() {
    for c in '\0'..=char::MAX {
        let once = fold(c.encode_utf8(&mut [0; 4]));
        assert_eq!(fold(&once), once, "{c:?}");
    }
}

proptest! {
    #[test]
    fn composed_and_decomposed_fold_alike(text in "\\PC{0,20}|[a-zA-ZÀ-ÿĀ-žẠ-ỹ \u{300}-\u{323}]{0,20}") {
        let composed: String = text.nfc().collect();
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(fold(&composed), fold(&decomposed));
    }

    #[test]
    fn both_ways_to_fold_agree(text in any::<String>()) {
        let folded = Folded::new(&text);
        prop_assert_eq!(folded.as_str(), fold(&text));
    }

    #[test]
    fn offsets_are_boundaries_in_order(text in "[a-zé œ\u{300}\u{200b}ﷺ日\u{1f600}]{0,20}") {
        let folded = Folded::new(&text);
        let mut end = 0;
        for (at, c) in folded.as_str().char_indices() {
            let range = folded.original(at..at + c.len_utf8());
            prop_assert!(range.start < range.end && range.end <= text.len());
            prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
            prop_assert!(range.end >= end);
            end = range.end;
        }
        let whole = folded.original(0..folded.as_str().len());
        prop_assert!(whole.is_empty() || whole.end == text.len());
    }
}
