//! What must never reach a terminal, and what must stay as it is.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::*;

/// What may never reach a terminal, written down apart from the code under test.
fn is_forbidden(c: char) -> bool {
    matches!(u32::from(c),
        0..=0x1f | 0x7f..=0x9f
        | 0x61c | 0x200e | 0x200f | 0x202a..=0x202e | 0x2066..=0x2069
        | 0xad | 0x34f | 0x180e | 0x200b | 0x2028 | 0x2029 | 0x2060..=0x2064 | 0xfeff | 0xfff9..=0xfffb
        | 0xe0000..=0xe0fff | 0x3164 | 0xfe00..=0xfe0f)
}

fn safe(text: &str) -> String {
    Safe::new(text).as_str().to_owned()
}

#[test]
fn commands_to_the_terminal_become_pictures() {
    assert_eq!(safe("a\u{1b}]52;c;aGk=\u{7}b"), "a␛]52;c;aGk=␇b");
    assert_eq!(safe("\u{1b}[2J\u{1b}c"), "␛[2J␛c");
    assert_eq!(safe("\u{9b}2J\u{9d}0;x\u{9c}"), "<U+009B>2J<U+009D>0;x<U+009C>");
    assert_eq!(safe("\0\u{7f}"), "␀␡");
}

#[test]
fn bidi_controls_are_marked_and_arabic_stays() {
    assert_eq!(safe("ab\u{202e}cd\u{2069}"), "ab<U+202E>cd<U+2069>");
    assert_eq!(safe("السلام عليكم"), "السلام عليكم");
    assert_eq!(safe("שָׁלוֹם"), "שָׁלוֹם");
}

#[test]
fn invisible_characters_are_dropped_or_marked() {
    assert_eq!(safe("mini\u{200b}ster de\u{ad}le\u{2060}gate\u{feff}"), "minister delegate");
    assert_eq!(safe("x\u{e0041}y\u{3164}z"), "x<U+E0041>y<U+3164>z");
    assert_eq!(safe("\u{e000} \u{ffff}"), "\u{fffd} \u{fffd}");
}

#[test]
fn breaks_and_tabs_become_spaces() {
    assert_eq!(safe("a\tb\nc\r\nd\re\u{c}f\u{85}g\u{2028}h"), "a b c d e f g h");
}

#[test]
fn overstruck_letters_become_plain() {
    assert_eq!(safe("N\u{8}NA\u{8}AM\u{8}ME"), "NAME");
    assert_eq!(safe("_\u{8}x_\u{8}é\u{8}é"), "xé");
    assert_eq!(safe("été\u{8}\u{8}"), "été␈␈");
    assert_eq!(safe("a\u{8}b"), "a␈b");
}

#[test]
fn emoji_lose_what_terminals_disagree_on() {
    assert_eq!(safe("👨\u{200d}👩\u{200d}👧"), "👨👩👧");
    assert_eq!(safe("❤\u{fe0f} 1\u{fe0f}\u{20e3}"), "❤ 1\u{20e3}");
    assert_eq!(safe("👍🏽 🇫🇷"), "👍 🇫🇷");
}

#[test]
fn halfwidth_sound_marks_become_wide_ones() {
    assert_eq!(safe("ｶ\u{ff9e}ﾊ\u{ff9f}"), "ｶ\u{309b}ﾊ\u{309c}");
}

#[test]
fn joiners_stay_in_scripts_that_need_them() {
    assert_eq!(safe("می\u{200c}خواهم"), "می\u{200c}خواهم");
    assert_eq!(safe("क्\u{200d}ष"), "क्\u{200d}ष");
    assert_eq!(safe("ad\u{200d}min"), "admin");
}

#[test]
fn a_mark_without_a_letter_gets_a_place_to_stand_once() {
    assert_eq!(safe("\u{301}"), "\u{25cc}\u{301}");
    // Younger than the table of clusters: a mark that joins nothing yet.
    assert_eq!(safe(&safe("\u{10ef0}")), safe("\u{10ef0}"));
    // Tai Tham: a vowel sign that joins nothing before it, with one that joins it.
    for text in ["\u{301}", "\u{301}\u{302}", "\u{1a64}\u{1a1a}", "a\u{1a64}\u{1a1a}"] {
        assert_eq!(safe(&safe(text)), safe(text), "{text:?}");
    }
}

#[test]
fn a_pile_of_marks_keeps_eight_code_points() {
    let pile = format!("a{}b", "\u{301}".repeat(500));
    assert_eq!(safe(&pile), format!("a{}b", "\u{301}".repeat(7)));
    assert_eq!(safe("\u{301}x"), "◌\u{301}x");
}

#[test]
fn hidden_characters_are_counted() {
    assert_eq!(count_hidden("mini\u{200b}ster \u{202e}\u{e0041}\u{1b}"), 4);
    assert_eq!(count_hidden("Ligne\tdeux\r\n❤\u{fe0f} été"), 0);
}

#[test]
fn clean_text_is_one_borrowed_piece() {
    let text = "« L’été à Đà Nẵng », Москва — 東京, عربي…";
    let all: Vec<_> = pieces(text).collect();
    assert_eq!(all.len(), 1);
    assert!(
        matches!(all.first().unwrap().shown, std::borrow::Cow::Borrowed(shown) if shown == text)
    );
}

#[test]
fn slices_and_joins_stay_on_characters() {
    let text = Safe::new("été");
    assert_eq!(text.slice(0..1).as_str(), "");
    assert_eq!(text.slice(0..99).as_str(), "été");
    assert_eq!(Safe::join([&text, &text], &Safe::new(", ")).as_str(), "été, été");
}

#[test]
fn forbidden_characters_alone_and_between_letters() {
    for c in '\0'..=char::MAX {
        let shown = safe(&format!("{c}a{c}b\u{915}{c}{c}\u{94d}"));
        assert!(!shown.chars().any(is_forbidden), "{c:?} gives {shown:?}");
    }
}

#[test]
fn what_stands_for_a_character_without_shape_counts_in_its_cluster() {
    let shapeless = ('\0'..=char::MAX).find(|&c| super::kind(c) == super::Kind::Shapeless);
    let text = format!("{}{}", shapeless.unwrap(), "\u{1a1a}".repeat(9));
    let once = Safe::new(&text);
    assert_eq!(Safe::new(once.as_str()), once, "found by fuzzing");
}

#[test]
fn a_spacing_mark_behind_what_stands_for_a_control_keeps_a_base_of_its_own() {
    let once = Safe::new(&format!("\u{206e}{}", "\u{1a1a}".repeat(9)));
    assert!(once.as_str().starts_with("<U+206E>\u{25cc}\u{1a1a}"), "{once}");
    assert_eq!(Safe::new(once.as_str()), once, "found by fuzzing");
}

fn hostile() -> impl Strategy<Value = String> {
    let one = prop_oneof![
        3 => any::<char>(),
        3 => prop::sample::select(
            "aé_ \u{8}\u{1b}\r\n\t\u{301}\u{200d}\u{200c}\u{200b}\u{ad}\u{202e}\u{600}\u{915}\u{94d}\u{1100}\u{1161}👍🏽🇫\u{fe0f}\u{e0041}\u{ffff}\u{1a1a}"
                .chars().collect::<Vec<_>>()
        ),
    ];
    prop::collection::vec(one, 0..40).prop_map(|chars| chars.into_iter().collect())
}

proptest! {
    #[test]
    fn nothing_forbidden_comes_out(text in hostile()) {
        let shown = safe(&text);
        prop_assert!(!shown.chars().any(is_forbidden), "{shown:?}");
        prop_assert!(shown.graphemes(true).all(|cluster| cluster.chars().count() <= 9), "{shown:?}");
    }

    #[test]
    fn what_is_safe_stays_as_it_is(text in hostile()) {
        let once = Safe::new(&text);
        prop_assert_eq!(&Safe::new(once.as_str()), &once);
    }

    #[test]
    fn pieces_cover_the_text(text in hostile()) {
        let mut end = 0;
        for piece in pieces(&text) {
            prop_assert_eq!(piece.range.start, end);
            prop_assert!(piece.range.end > end);
            end = piece.range.end;
            prop_assert!(text.is_char_boundary(end));
            if let std::borrow::Cow::Borrowed(shown) = piece.shown {
                prop_assert_eq!(shown, &text[piece.range]);
            }
        }
        prop_assert_eq!(end, text.len());
    }
}
