//! Names and typed words in the one form in which they are compared.

use super::typo;
use crate::text::fold;

/// How many letters of a name are looked at: a title longer than that is no title.
const NAME_CHARS: usize = 400;
/// How many letters of a query are looked at.
const QUERY_CHARS: usize = 64;

/// A name as it is compared.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Folded, ASCII punctuation as spaces; its offsets are offsets of the folded original.
    pub(super) text: String,
    letters: Letters,
    /// The letters that its words begin with.
    initials: Letters,
}

/// The words of a query as they are compared.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// The folded query, to tell whether it grew out of the one before.
    pub(super) text: String,
    /// Its words in their order; none is empty.
    pub(super) list: Vec<String>,
    letters: Letters,
    /// How many of them are long enough for a slip of the finger.
    pub(super) slips: u32,
}

/// Which letters a text has: a bit each for `a`-`z` and `0`-`9`, shared bits for all others.
#[derive(Clone, Copy, Debug, Default)]
struct Letters(u64);

impl Name {
    pub(super) fn new(original: &str) -> Self {
        let text: String = comparable(original).chars().take(NAME_CHARS).collect();
        let letters = Letters::of(&text);
        let mut before = ' ';
        let initials = text.chars().filter(|&c| {
            let starts_word = !before.is_alphanumeric();
            before = c;
            starts_word
        });
        let initials = Letters::of(&initials.collect::<String>());
        Self { text, letters, initials }
    }

    /// Whether a word may begin with what `word` begins with: cheap, and never wrongly `false`.
    pub(super) fn may_begin(&self, word: &str) -> bool {
        let first = word.chars().next().map_or(0, Letters::bit);
        first & !self.initials.0 == 0
    }

    /// Whether every letter of every word occurs at all: cheap, and never wrongly `false`.
    pub(super) fn may_hold(&self, words: &Words) -> bool {
        words.letters.0 & !self.letters.0 == 0
    }

    /// The same, but for as many letters as the query has words that are long enough for a slip.
    pub(super) fn may_nearly_hold(&self, words: &Words) -> bool {
        (words.letters.0 & !self.letters.0).count_ones() <= words.slips
    }

    /// Whether each word's letters occur in their order.
    pub(super) fn holds(&self, words: &Words) -> bool {
        words.list.iter().all(|word| self.holds_word(word))
    }

    /// Whether a word's letters occur in their order.
    pub(super) fn holds_word(&self, word: &str) -> bool {
        is_scattered_in(word, &self.text)
    }
}

impl Words {
    pub(super) fn new(query: &str) -> Self {
        let typed: String = query.chars().take(QUERY_CHARS).collect();
        let text = comparable(&typed);
        let list: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        let letters = Letters::of(&list.concat());
        let long = list.iter().filter(|word| typo::may_slip(word)).count();
        Self { text, list, letters, slips: u32::try_from(long).unwrap_or(u32::MAX) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl Letters {
    fn of(text: &str) -> Self {
        Self(text.chars().fold(0, |mask, c| mask | Self::bit(c)))
    }

    fn bit(c: char) -> u64 {
        match c {
            ' ' => 0,
            'a'..='z' => 1 << (u32::from(c) - u32::from('a')),
            '0'..='9' => 1 << (26 + u32::from(c) - u32::from('0')),
            _ => 1 << (36 + u32::from(c) % 28),
        }
    }
}

/// Folded, ASCII punctuation replaced by spaces so that `viet-nam` and `viet nam` are the same.
fn comparable(original: &str) -> String {
    let plain = |c: char| if c.is_ascii_punctuation() { ' ' } else { c };
    fold(original).chars().map(plain).collect()
}

/// Whether the bytes of `word` occur in `name` in their order.
fn is_scattered_in(word: &str, name: &str) -> bool {
    let mut rest = name.bytes();
    word.bytes().all(|wanted| rest.any(|byte| byte == wanted))
}
