//! The places of a story that name a country, each settled on what it means there.

use std::collections::HashSet;
use std::ops::Range;

use super::Passage;
use super::source::Traps;
use super::words::{Case, Forms, Found, Reading, Role, Word};
use crate::model::{Place, Span};
use crate::text::{Folded, fold};

/// Words around a name that take its meaning away, folded.
#[derive(Debug, Default)]
pub(super) struct Neighbours {
    currencies: HashSet<String>,
    persons: HashSet<String>,
    /// Names that are also words.
    words: HashSet<String>,
}

/// A form found in a story.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// What it may mean; one or several countries.
    pub(super) readings: Vec<Reading>,
    /// The words as they stand in the text.
    pub(super) form: String,
    /// Where, in the decoded text.
    pub(super) span: Span,
    pub(super) place: Place,
    /// The number of the passage.
    pub(super) passage: usize,
    /// A name that is also a word, in a text that is all capitals.
    doubtful: bool,
}

impl Neighbours {
    pub(super) fn new(traps: &Traps) -> Self {
        let folded = |words: &[String]| words.iter().map(|word| fold(word)).collect::<HashSet<_>>();
        let mut persons = folded(&traps.honorifics);
        persons.extend(folded(&traps.first_names));
        Self { currencies: folded(&traps.currencies), persons, words: folded(&traps.words) }
    }
}

/// One passage, folded and cut into words.
struct Scan<'a> {
    passage: Passage<'a>,
    place: Place,
    number: usize,
    folded: Folded,
    words: Vec<Word>,
    /// Whether it has no lower case: a title in capitals.
    shouted: bool,
}

/// All forms of one passage, in the order of the text; `number` tells the passages of a story apart.
pub(super) fn find(
    forms: &Forms,
    neighbours: &Neighbours,
    passage: &Passage<'_>,
    place: Place,
    number: usize,
) -> Vec<Mention> {
    let scan = Scan::new(forms, *passage, place, number);
    let mut mentions = Vec::new();
    let mut at = 0;
    while let Some(rest) = scan.words.get(at..).filter(|rest| !rest.is_empty()) {
        let found = forms.longest(rest, |range| scan.written(range));
        mentions.extend(found.as_ref().and_then(|found| scan.mention(found, at, neighbours)));
        at += found.map_or(1, |found| found.length);
    }
    mentions
}

impl<'a> Scan<'a> {
    fn new(forms: &Forms, passage: Passage<'a>, place: Place, number: usize) -> Self {
        let folded = Folded::new(passage.text);
        let words = forms.words(folded.as_str());
        let has = |test: fn(char) -> bool| passage.text.chars().any(test);
        let shouted = has(char::is_uppercase) && !has(char::is_lowercase);
        Self { passage, place, number, folded, words, shouted }
    }

    /// The text as it was written for a range of folded bytes.
    fn written(&self, range: Range<usize>) -> &'a str {
        self.passage.text.get(self.folded.original(range)).unwrap_or_default()
    }

    /// A word of the folded text.
    fn word(&self, at: usize) -> Option<&str> {
        self.words.get(at).and_then(|word| self.folded.as_str().get(word.range.clone()))
    }

    /// The form found at word `first`, unless the words around it or its case take its meaning away.
    fn mention(&self, found: &Found<'_>, first: usize, neighbours: &Neighbours) -> Option<Mention> {
        let next = first + found.length;
        let (head, tail) = (self.words.get(first)?, self.words.get(next.checked_sub(1)?)?);
        let range = head.range.start..tail.range.end;
        let form = self.written(range.clone());
        let readings = self.readings(found, form);
        let before = first.checked_sub(1).filter(|_| head.joined).and_then(|at| self.word(at));
        let after = self.word(next).filter(|_| self.words.get(next).is_some_and(|w| w.joined));
        let disowned = neighbours.disown(&readings, found.length, before, after);
        if readings.is_empty() || disowned || self.is_ticker(&readings, range.start) {
            return None;
        }
        let is_word = |word: &str| neighbours.words.contains(word);
        Some(Mention {
            doubtful: self.shouted && found.length == 1 && self.word(first).is_some_and(is_word),
            form: form.to_owned(),
            span: span_of(&self.passage, self.folded.original(range)),
            readings,
            place: self.place,
            passage: self.number,
        })
    }

    /// The readings whose case fits. GAO in a text with lower case is an office and not the town of
    /// Gao; a dateline has its city in capitals.
    fn readings(&self, found: &Found<'_>, form: &str) -> Vec<Reading> {
        let capitals = form.len() <= 3 && !form.chars().any(char::is_lowercase);
        let initials = capitals && !self.shouted && self.place != Place::Dateline;
        let fits =
            |reading: &&Reading| reading.fits(form) && !(initials && reading.case == Case::Initial);
        found.readings.iter().filter(fits).copied().collect()
    }

    /// Whether initials stand in angle brackets, as the exchange code of a company does.
    fn is_ticker(&self, readings: &[Reading], start: usize) -> bool {
        let bracketed = self.folded.as_str().get(..start).is_some_and(|head| head.ends_with('<'));
        bracketed && readings.iter().all(|reading| reading.case == Case::Capitals)
    }
}

impl Neighbours {
    /// Whether the words beside a form make it money or a person.
    fn disown(
        &self,
        readings: &[Reading],
        length: usize,
        before: Option<&str>,
        after: Option<&str>,
    ) -> bool {
        let is_money = |word: Option<&str>| word.is_some_and(|w| self.currencies.contains(w));
        let is_person = before.is_some_and(|w| self.persons.contains(w));
        let is = |roles: &[Role]| readings.iter().any(|reading| roles.contains(&reading.role));
        let french_adjective = readings.iter().any(|reading| reading.case == Case::Any);
        (is(&[Role::Name, Role::Adjective]) && is_money(after))
            || (french_adjective && is_money(before))
            || (length == 1
                && is_person
                && !french_adjective
                && is(&[Role::Name, Role::Capital, Role::Place]))
    }
}

/// Leaves to each mention the readings that hold in this story, and drops those that have none.
///
/// A form that may mean several countries goes to those that the story names by forms of their own;
/// where it names none of them, to the one that has the form by default.
pub(super) fn settle(mentions: &mut Vec<Mention>) {
    let firm: HashSet<u16> = mentions
        .iter()
        .filter(|mention| !mention.doubtful)
        .filter(|mention| mention.readings.iter().all(|reading| !reading.conditional))
        .flat_map(|mention| mention.readings.iter().map(|reading| reading.country))
        .collect();
    keep_widest_of_dateline(mentions);
    mentions.retain_mut(|mention| {
        let lone_dateline = mention.place == Place::Dateline && mention.readings.len() == 1;
        if lone_dateline {
            return true;
        }
        let named = mention.readings.iter().any(|reading| firm.contains(&reading.country));
        mention.readings.retain(|reading| {
            if named { firm.contains(&reading.country) } else { !reading.conditional }
        });
        !mention.readings.is_empty() && (named || !mention.doubtful)
    });
}

/// A dateline goes from the city to its state or country, as in "DUBLIN, Calif.": the last place
/// that it names says where it is.
fn keep_widest_of_dateline(mentions: &mut Vec<Mention>) {
    let in_dateline = |mention: &Mention| mention.place == Place::Dateline;
    let Some(widest) = mentions.iter().rfind(|mention| in_dateline(mention)) else { return };
    let span = widest.span;
    let countries: Vec<u16> = widest.readings.iter().map(|reading| reading.country).collect();
    mentions.retain_mut(|mention| {
        if in_dateline(mention) && mention.span != span {
            mention.readings.retain(|reading| countries.contains(&reading.country));
        }
        !mention.readings.is_empty()
    });
}

/// Where a mention stands: exactly, where the passage is a slice of the decoded text.
fn span_of(passage: &Passage<'_>, within: Range<usize>) -> Span {
    if passage.span.len() == passage.text.len() {
        Span::new(passage.span.start + within.start, passage.span.start + within.end)
    } else {
        passage.span
    }
}
