//! Numbers written in groups of three digits: `300 000`, `300,000` and `300.000` are all `300000`.

use std::ops::Range;

/// Digits of a group behind the first.
const GROUP: usize = 3;
/// Groups of a number; more of them are a row of a table.
const MOST_GROUPS: usize = 5;

/// A number in groups.
pub(super) struct Number {
    /// The place of its first group among the words.
    pub(super) first: usize,
    /// Where it stands in the folded text.
    pub(super) range: Range<usize>,
    /// Its digits alone.
    pub(super) digits: String,
}

/// The numbers in groups among the words of a folded text, in their order, apart.
pub(super) fn grouped(folded: &str, words: &[Range<usize>]) -> Vec<Number> {
    let mut numbers = Vec::new();
    let mut first = 0;
    while let Some((head, rest)) = words.get(first..).and_then(<[_]>::split_first) {
        let groups = if is_head(folded, head) { groups_behind(folded, head, rest) } else { 0 };
        if let Some(last) = groups.checked_sub(1).and_then(|last| rest.get(last))
            && groups < MOST_GROUPS
        {
            let range = head.start..last.end;
            let written = folded.get(range.clone()).unwrap_or_default();
            let digits = written.chars().filter(char::is_ascii_digit).collect();
            numbers.push(Number { first, range, digits });
        }
        first += groups + 1;
    }
    numbers
}

/// How many of the next words go on with a number.
fn groups_behind(folded: &str, head: &Range<usize>, rest: &[Range<usize>]) -> usize {
    let before = std::iter::once(head).chain(rest);
    let goes_on = |(before, word): &(&Range<usize>, &Range<usize>)| {
        let is_joined = matches!(folded.get(before.end..word.start), Some(" " | "," | "." | "'"));
        is_joined && word.len() == GROUP && is_digits(folded, word)
    };
    before.zip(rest).take_while(goes_on).count()
}

fn is_head(folded: &str, word: &Range<usize>) -> bool {
    word.len() <= GROUP && is_digits(folded, word)
}

fn is_digits(folded: &str, word: &Range<usize>) -> bool {
    folded.get(word.clone()).is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()))
}
