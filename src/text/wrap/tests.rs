//! Lines of a given width, made of whole words and clusters.

use proptest::prelude::*;

use super::*;
use crate::text::Safe;

fn lines(paragraph: &str, columns: usize) -> Vec<&str> {
    wrap(paragraph, columns).into_iter().map(|range| &paragraph[range]).collect()
}

#[test]
fn words_fill_lines_first_fit() {
    assert_eq!(
        lines("Les deux pays ont signé un accord.", 14),
        ["Les deux pays", "ont signé un", "accord."]
    );
    assert_eq!(lines("", 10), [""]);
    assert_eq!(lines("   ", 10), [""]);
}

#[test]
fn french_punctuation_never_starts_a_line() {
    for columns in 18..40 {
        let text = "Il a dit : « oui » ; elle, non ! Pourquoi ? À 5 % près, « c’est\u{a0}fait\u{a0}» : bien.";
        for line in lines(text, columns) {
            assert!(!line.starts_with([':', ';', '»', '!', '?', '%']), "{columns}: {line}");
            assert!(!line.ends_with('«'), "{columns}: {line}");
        }
    }
}

#[test]
fn long_words_are_cut_between_clusters() {
    assert_eq!(lines("abcdefghij kl", 4), ["abcd", "efgh", "ij", "kl"]);
    assert_eq!(lines("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
    assert_eq!(lines("東京都", 3), ["東", "京", "都"]);
    assert_eq!(lines("東京", 1), ["東", "京"]);
}

#[test]
fn hidden_characters_take_the_columns_of_their_marks() {
    assert_eq!(lines("ab\u{202e}cd ef", 10), ["ab\u{202e}", "cd ef"]);
    assert_eq!(lines("a\u{1b}[31mb c d", 5), ["a\u{1b}[31", "mb c", "d"]);
}

fn prose() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-zéœ’-]{1,12}[,.]?",
        1 => prop::sample::select(vec!["«", "»", ":", ";", "?", "東京都", "e\u{301}", "\u{1b}[2J", "\u{202e}", "300\u{202f}000", "a/b/c"])
            .prop_map(str::to_owned),
        1 => "\\PC{1,4}",
    ];
    prop::collection::vec((word, "[ \u{a0}\t]{0,2}"), 0..30)
        .prop_map(|words| words.into_iter().flat_map(|(word, space)| [word, space]).collect())
}

proptest! {
    #[test]
    fn no_line_is_too_wide(text in prose(), columns in 1_usize..40) {
        for range in wrap(&text, columns) {
            let line = &text[range];
            let one = units(line).filter(|&(_, taken)| taken > 0).count() <= 1;
            prop_assert!(one || drawn_width(Safe::new(line).as_str()) <= columns, "{line:?}");
        }
    }

    #[test]
    fn only_white_space_is_lost(text in prose(), columns in 1_usize..40) {
        let mut end = 0;
        for range in wrap(&text, columns) {
            prop_assert!(range.start >= end && range.end >= range.start);
            prop_assert!(text[end..range.start].trim().is_empty());
            end = range.end;
        }
        prop_assert!(text[end..].trim().is_empty());
    }
}
