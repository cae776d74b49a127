//! What words and patterns find, what is said of a pattern that is none, and how long hostile ones take.

use std::time::{Duration, Instant};

use super::*;

fn find<'a>(text: &'a str, typed: &str) -> Vec<&'a str> {
    let sought = Sought::read(typed).expect("no mistake");
    let hits = sought.map(|sought| sought.hits(text, 99, &|| true)).unwrap_or_default();
    hits.into_iter().map(|hit| &text[hit]).collect()
}

fn mistake(typed: &str) -> (Mistake, usize) {
    let error = Sought::read(typed).expect_err("a mistake");
    (error.mistake, error.place)
}

#[test]
fn signs_of_patterns_are_plain_letters_without_the_slash() {
    assert_eq!(find("the Q&A (draft) of 2 * 3 [x] km/h", "q&a (draft)"), ["Q&A (draft)"]);
    for plain in ["2 * 3", "[x]", "km/h", "(", "*"] {
        assert_eq!(find("the Q&A (draft) of 2 * 3 [x] km/h", plain).len(), 1, "{plain}");
    }
}

#[test]
fn a_pattern_finds_accents_and_capitals_unless_it_holds_one() {
    assert_eq!(find("Négociation, negocier, NÉGOCIÉ", r"/negoc\w+").len(), 3);
    assert_eq!(find("un cœur, un coeur", "/coe?ur"), ["cœur", "coeur"]);
    assert_eq!(find("Mali, malien, MALI", "/Mali?"), ["Mali"]);
    assert_eq!(find("Mali, malien, MALI", r"/\w+\W").len(), 2);
    assert_eq!(find("1 200 et 17 %", r"/\d+"), ["1", "200", "17"]);
    assert_eq!(find("un\ndeux\ndix", "/^d.*$"), ["deux", "dix"]);
}

#[test]
fn an_empty_hit_is_none_and_an_empty_pattern_is_nothing() {
    assert_eq!(find("aba", "/a*"), ["a", "a"]);
    assert_eq!(find("aba", "/x*"), Vec::<&str>::new());
    assert!(Sought::read("/").expect("no mistake").is_none());
    assert!(Sought::read("  ").expect("no mistake").is_none());
}

#[test]
fn half_a_ligature_is_the_whole_letter_once() {
    assert_eq!(find("cœur", "/[oe]"), ["œ"]);
}

#[test]
fn a_mistake_has_a_place() {
    assert_eq!(mistake("/été (a|b"), (Mistake::GroupOpen, 5));
    assert_eq!(mistake("/ab)"), (Mistake::GroupClosed, 3));
    assert_eq!(mistake("/a[bc"), (Mistake::ClassOpen, 2));
    assert_eq!(mistake("/[z-a]"), (Mistake::Range, 2));
    assert_eq!(mistake("/*a"), (Mistake::NothingRepeated, 1));
    assert_eq!(mistake("/a{x}").0, Mistake::Count);
    assert_eq!(mistake(r"/a\y"), (Mistake::Escape, 2));
    assert_eq!(mistake("/a(?=b)").0, Mistake::Unsupported);
    assert_eq!(mistake(r"/(a)\1").0, Mistake::Unsupported);
    assert_eq!(mistake(&format!("/{}a{}", "(".repeat(99), ")".repeat(99))).0, Mistake::TooLarge);
    assert_eq!(mistake(&format!("/{}", "a".repeat(5000))).0, Mistake::TooLarge);
}

#[test]
fn a_pattern_without_bounds_is_refused_in_little_time() {
    let start = Instant::now();
    for huge in ["/(a{1000}){1000}", "/((a{100}){100}){100}", r"/\w{900}", "/(((x{9}){9}){9}){999}"]
    {
        assert_eq!(mistake(huge).0, Mistake::TooLarge, "{huge}");
    }
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}

#[test]
fn a_hit_across_two_stretches_of_a_long_line_is_found_whole() {
    let word = "Ouagadougou";
    for before in (16_370..16_400).chain(8_180..8_200) {
        let text = format!("{}{word} x", "é".repeat(before / 2));
        assert_eq!(find(&text, "/ouaga.*u"), [word], "{before}");
        assert_eq!(find(&text, "/Ouaga[a-z]*"), [word], "{before}");
    }
    let text = "a".repeat(20_000);
    assert_eq!(find(&text, "/a+$").concat().len(), text.len(), "no letter is left out");
}

#[test]
fn patterns_that_try_every_place_to_the_end_stay_linear() {
    let text = "a".repeat(400_000);
    let start = Instant::now();
    for typed in ["/.*z|a", "/(a|aa)+z", "/a.*a.*a.*z", "/(a*)*z"] {
        let sought = Sought::read(typed).expect("no mistake").expect("a pattern");
        sought.hits(&text, 1_000, &|| true);
    }
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

proptest::proptest! {
    #[test]
    fn hits_are_letters_in_order(text in "[a-cé œ\\n]{0,60}", typed in "/[a-c.*+?|()é\\[\\]]{1,8}") {
        if let Ok(Some(sought)) = Sought::read(&typed) {
            let mut end = 0;
            for hit in sought.hits(&text, 50, &|| true) {
                proptest::prop_assert!(hit.start >= end && hit.end > hit.start);
                proptest::prop_assert!(text.get(hit.clone()).is_some());
                end = hit.end;
            }
        }
    }
}
