//! Words of folded text, and the table of forms that is looked up word by word, the longest form
//! first.
//!
//! A table of words rather than a search for byte strings: a form is then found as whole words only,
//! whatever stands between them (`Viet Nam`, `Viet-Nam`, a line break), in one pass over the text.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use crate::text::fold;

/// What a form stands for, weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The country by name.
    Name,
    /// Its adjective, or its inhabitants.
    Adjective,
    /// Its capital.
    Capital,
    /// Another town, a region, a site.
    Place,
    /// One of its leaders.
    Leader,
    /// A palace, parliament, party, ministry or company that stands for it.
    Institution,
}

/// The case that a form must have in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// French adjectives.
    Any,
    /// Names: a capital letter first.
    Initial,
    /// A name with its article, as in La Réunion: a capital letter on both.
    Article,
    /// Initials such as RDC.
    Capitals,
}

/// One meaning of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// The number of the country in the gazetteer.
    pub(super) country: u16,
    pub(super) role: Role,
    /// Counts only where the story names the country otherwise.
    pub(super) conditional: bool,
    pub(super) case: Case,
}

/// A word of folded text.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Bytes of the folded text.
    pub(super) range: Range<usize>,
    /// Whether it may go on a form begun before it: nothing but space, hyphen or apostrophe stands
    /// between, or the full stop of an abbreviation.
    pub(super) joined: bool,
    /// Its number among the words of the table.
    number: Option<u32>,
}

/// A form found.
pub(super) struct Found<'a> {
    /// How many words it takes.
    pub(super) length: usize,
    /// What it may mean; nothing for a trap.
    pub(super) readings: &'a [Reading],
}

/// FNV-1a (Fowler, Noll, Vo), 64 bits: a hash for short words, half the time of the standard one.
/// The keys are those of the gazetteer, so nobody outside can make them collide.
#[derive(Debug)]
struct Fnv(u64);

/// All forms, as a trie over words.
#[derive(Debug, Default)]
pub(super) struct Forms {
    numbers: HashMap<Box<str>, u32, BuildHasherDefault<Fnv>>,
    /// From a node by a word to the next node; node 0 is the root.
    edges: HashMap<(u32, u32), u32, BuildHasherDefault<Fnv>>,
    /// By node: the readings of the form that ends there. A trap has an empty list.
    ends: HashMap<u32, Vec<Reading>, BuildHasherDefault<Fnv>>,
}

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Case {
    /// The case that a form asks for by the way it is written in the gazetteer.
    pub(super) fn of(form: &str) -> Self {
        let mut letters = form.chars().filter(|c| c.is_alphabetic());
        if !letters.clone().any(char::is_lowercase) {
            Self::Capitals
        } else if letters.next().is_some_and(char::is_uppercase) {
            let article = ["La ", "Le ", "Les ", "The "].iter().any(|word| form.starts_with(word));
            if article { Self::Article } else { Self::Initial }
        } else {
            Self::Any
        }
    }

    /// Whether `original`, the words as they stand in the text, will do.
    fn allows(self, original: &str) -> bool {
        let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
        match self {
            Self::Any => true,
            Self::Initial => capital(original),
            Self::Article => original.split_whitespace().take(2).all(capital),
            Self::Capitals => !original.chars().any(char::is_lowercase),
        }
    }
}

impl Forms {
    /// Adds one reading of a form; the same country's second reading of it is left out.
    pub(super) fn add(&mut self, form: &str, reading: Reading) {
        let readings = self.end_of(form);
        if !readings.iter().any(|known| known.country == reading.country) {
            readings.push(reading);
        }
    }

    /// Adds a phrase that means no country, whatever stands in it.
    pub(super) fn add_trap(&mut self, phrase: &str) {
        self.end_of(phrase).clear();
    }

    /// Takes a country's reading of a form away. A phrase that means nothing else then swallows the
    /// names in it, as a trap does.
    pub(super) fn deny(&mut self, form: &str, country: u16) {
        self.end_of(form).retain(|reading| reading.country != country);
    }

    /// Makes a country's reading of a form count only where the story names it otherwise.
    pub(super) fn doubt(&mut self, form: &str, country: u16) {
        let readings = self.end_of(form).iter_mut();
        readings
            .filter(|known| known.country == country)
            .for_each(|known| known.conditional = true);
    }

    fn end_of(&mut self, form: &str) -> &mut Vec<Reading> {
        let folded = fold(form);
        let mut node = 0;
        for range in word_ranges(&folded) {
            let word = folded.get(range).unwrap_or_default();
            let next_number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
            let number = *self.numbers.entry(word.into()).or_insert(next_number);
            let next_node = u32::try_from(self.edges.len() + 1).unwrap_or(u32::MAX);
            node = *self.edges.entry((node, number)).or_insert(next_node);
        }
        self.ends.entry(node).or_default()
    }

    /// The words of a folded text.
    pub(super) fn words(&self, folded: &str) -> Vec<Word> {
        let mut words = Vec::with_capacity(folded.len() / 6);
        let mut previous = 0..0;
        for range in word_ranges(folded) {
            let gap = folded.get(previous.end..range.start).unwrap_or_default();
            let number = folded.get(range.clone()).and_then(|word| self.numbers.get(word)).copied();
            words.push(Word { joined: joins(gap, previous.len()), number, range: range.clone() });
            previous = range;
        }
        words
    }

    /// The longest form that begins with the first of `words` and whose case fits; `original` gives
    /// the text as it was written for a range of folded bytes.
    pub(super) fn longest<'t>(
        &self,
        words: &[Word],
        original: impl Fn(Range<usize>) -> &'t str,
    ) -> Option<Found<'_>> {
        let start = words.first()?.range.start;
        let mut node = 0;
        let mut best = None;
        for (length, word) in (1..).zip(words) {
            if length > 1 && !word.joined {
                break;
            }
            let Some(next) = word.number.and_then(|number| self.edges.get(&(node, number))) else {
                break;
            };
            node = *next;
            let Some(readings) = self.ends.get(&node) else { continue };
            let written = original(start..word.range.end);
            if readings.is_empty() || readings.iter().any(|reading| reading.case.allows(written)) {
                best = Some(Found { length, readings });
            }
        }
        best
    }
}

impl Reading {
    /// Whether the words as written have the case that this reading asks for.
    pub(super) fn fits(self, written: &str) -> bool {
        self.case.allows(written)
    }
}

/// The runs of letters and digits of a text.
pub(super) fn word_ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = rest.find(|(_, c)| c.is_alphanumeric())?;
        while rest.next_if(|(_, c)| c.is_alphanumeric()).is_some() {}
        let end = rest.peek().map_or(text.len(), |&(at, _)| at);
        Some(start..end)
    })
}

/// Whether the text between two words lets a form run across it.
fn joins(gap: &str, previous: usize) -> bool {
    let abbreviated = previous <= 2;
    gap.chars().all(|c| match c {
        '-' | '\'' | '\u{2019}' | '\u{2010}' | '\u{2011}' => true,
        '.' => abbreviated,
        c => c.is_whitespace(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(country: u16, form: &str) -> Reading {
        Reading { country, role: Role::Name, conditional: false, case: Case::of(form) }
    }

    fn countries(forms: &Forms, text: &str) -> Vec<u16> {
        let folded = crate::text::Folded::new(text);
        let words = forms.words(folded.as_str());
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
            let form = forms.longest(rest, |r| text.get(folded.original(r)).unwrap_or_default());
            at += form.as_ref().map_or(1, |form| form.length);
            found.extend(form.iter().flat_map(|form| form.readings).map(|r| r.country));
        }
        found
    }

    #[test]
    fn the_longest_form_wins_as_whole_words_across_any_joint() {
        let mut forms = Forms::default();
        for (number, form) in ["Guinée", "Guinée-Bissau", "Niger", "U.S."].iter().enumerate() {
            let number = u16::try_from(number).unwrap();
            forms.add(form, reading(number, form));
        }
        assert_eq!(countries(&forms, "La Guinée, la Guinée-Bissau"), [0, 1]);
        assert_eq!(countries(&forms, "Guinée\n  Bissau"), [1]);
        assert_eq!(countries(&forms, "en Guinée. Bissau"), [0]);
        assert_eq!(countries(&forms, "Nigeria Nigerien Niger"), [2]);
        assert_eq!(countries(&forms, "the U.S. and us"), [3]);
    }

    #[test]
    fn the_case_of_the_gazetteer_is_asked_of_the_text() {
        let mut forms = Forms::default();
        for (number, form) in ["Polish", "polonais", "RDC"].iter().enumerate() {
            let number = u16::try_from(number).unwrap();
            forms.add(form, reading(number, form));
        }
        assert_eq!(countries(&forms, "polish, Polish, POLISH"), [0, 0]);
        assert_eq!(countries(&forms, "Polonais, polonais"), [1, 1]);
        assert_eq!(countries(&forms, "rdc, Rdc, RDC"), [2]);
    }

    #[test]
    fn a_trap_swallows_the_names_in_it() {
        let mut forms = Forms::default();
        forms.add("France", reading(0, "France"));
        forms.add_trap("Agence France-Presse");
        assert_eq!(countries(&forms, "Agence France-Presse en France"), [0]);
    }
}
