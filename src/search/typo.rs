//! One slip of the finger in a longer word: a letter wrong, missing, too many, or two that changed places.
//!
//! The four slips that Damerau counted as most errors of spelling (1964). Works on folded text.

use std::ops::Range;

/// Letters from which on a word may hold a slip: in a shorter one, half of all words are a slip away from each other.
pub(super) const LEAST_LETTERS: usize = 5;

/// Whether a word is long enough for a slip.
pub(super) fn may_slip(word: &str) -> bool {
    word.chars().nth(LEAST_LETTERS - 1).is_some()
}

/// A word of a name that is meant by a word with a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Meant {
    /// Its letters before and after the slip, as byte ranges of the name.
    pub(super) letters: [Range<usize>; 2],
    /// Whether that is all of the word.
    pub(super) is_whole: bool,
}

/// The first word of `name`, whole ones before beginnings, that `word` is one slip away from. Nothing for a word that is
/// too short. Linear in the length of `name`.
pub(super) fn find(name: &str, word: &str) -> Option<Meant> {
    if !may_slip(word) {
        return None;
    }
    let mut begun = None;
    for (at, of_name) in words(name) {
        let Some([same, from, to]) = meant(of_name, word) else { continue };
        let is_whole = to == of_name.len();
        let letters = [at..at + same, at + from..at + to];
        if is_whole {
            return Some(Meant { letters, is_whole });
        }
        begun = begun.or(Some(Meant { letters, is_whole }));
    }
    begun
}

/// Whether a word is `typed`, or one slip away from it. Nothing is, of what is too short.
pub(super) fn is_slip(word: &str, typed: &str) -> bool {
    may_slip(typed) && meant(word, typed).is_some_and(|[_, _, end]| end == word.len())
}

/// The words of a name with their places.
fn words(name: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    name.split(|c: char| !c.is_alphanumeric()).filter_map(move |word| {
        let start = at + name.get(at..)?.find(word)?;
        at = start + word.len();
        (!word.is_empty()).then_some((start, word))
    })
}

/// How much of the beginning of `name` is meant by `typed`, one slip allowed, all of it where that is possible: up to the
/// slip, from behind it, to the end.
fn meant(name: &str, typed: &str) -> Option<[usize; 3]> {
    let same = name.bytes().zip(typed.bytes()).take_while(|(a, b)| a == b).count();
    // Up to the last whole letter that both share.
    let same =
        (0..=same).rev().find(|&at| name.is_char_boundary(at) && typed.is_char_boundary(at))?;
    let (name_rest, typed_rest) = (name.get(same..)?, typed.get(same..)?);
    let after = |text: &str| text.chars().next().map_or(0, char::len_utf8);
    let (in_name, in_typed) = (after(name_rest), after(typed_rest));
    let slips = [
        (in_name, in_typed),
        (0, in_typed),
        (in_name, 0),
        swapped(name_rest, typed_rest).unwrap_or((in_name, in_typed)),
    ];
    let ends = slips.into_iter().filter_map(|(skipped, slipped)| {
        let rest = typed_rest.get(slipped..)?;
        let fits = name_rest.get(skipped..)?.starts_with(rest);
        fits.then_some([same, same + skipped, same + skipped + rest.len()])
    });
    ends.max_by_key(|[_, _, end]| *end)
}

/// The bytes of two letters that stand in the other order at the beginning of both.
fn swapped(name: &str, typed: &str) -> Option<(usize, usize)> {
    let (mut name, mut typed) = (name.chars(), typed.chars());
    let (first, second) = (name.next()?, name.next()?);
    let bytes = first.len_utf8() + second.len_utf8();
    (typed.next()? == second && typed.next()? == first).then_some((bytes, bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lit<'a>(name: &'a str, word: &str) -> Option<&'a str> {
        find(name, word).map(|meant| &name[meant.letters[0].start..meant.letters[1].end])
    }

    #[test]
    fn each_slip_is_found() {
        for slip in ["vietnan", "vienam", "vieetnam", "veitnam", "ietnam", "xvietnam", "vietnma"] {
            assert_eq!(lit("le vietnam", slip), Some("vietnam"), "{slip}");
        }
        assert_eq!(lit("kazakhstan", "kazahks"), Some("kazakhs"));
        assert_eq!(lit("москва и киев", "масква"), Some("москва"));
    }

    #[test]
    fn two_slips_and_short_words_are_not() {
        for other in ["vtenam", "nam", "vitn", "viexnax", ""] {
            assert_eq!(lit("le vietnam", other), None, "{other}");
        }
    }

    #[test]
    fn a_whole_word_is_taken_before_a_beginning() {
        assert_eq!(lit("nigeria, nigel", "nigol"), Some("nigel"));
    }

    #[test]
    fn a_word_with_a_slip_is_the_whole_word() {
        assert!(is_slip("accord", "acord") && is_slip("accord", "accord"));
        assert!(!is_slip("accords", "acord") && !is_slip("visa", "vsa") && !is_slip("a", "accord"));
    }

    proptest::proptest! {
        #[test]
        fn any_one_slip_of_a_word_is_found(word in "[a-eéœ]{6,9}", at in 0_usize..6, letter in "[a-eéж]", kind in 0..4) {
            let mut letters: Vec<String> = word.chars().map(String::from).collect();
            match kind {
                0 => letters[at] = letter,
                1 => letters.insert(at, letter),
                2 => { letters.remove(at); }
                _ => letters.swap(at, at.saturating_sub(1)),
            }
            let typed = letters.concat();
            proptest::prop_assert!(word == typed || find(&word, &typed).is_some(), "{typed} for {word}");
        }
    }
}
