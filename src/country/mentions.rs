//! The places of a story that name a country, each settled on what it means there.

use std::collections::HashSet;

use super::Passage;
use super::words::{Case, Forms, Reading, Role};
use crate::model::{Place, Span};
use crate::text::{Folded, fold};

use super::source::Traps;

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

/// All forms of one passage, in the order of the text.
pub(super) fn find(
    forms: &Forms,
    neighbours: &Neighbours,
    passage: &Passage<'_>,
    place: Place,
    number: usize,
) -> Vec<Mention> {
    let text = passage.text;
    let folded = Folded::new(text);
    let words = forms.words(folded.as_str());
    let written = |range| text.get(folded.original(range)).unwrap_or_default();
    let word = |at: usize| words.get(at).and_then(|w| folded.as_str().get(w.range.clone()));
    let shouted = is_shouted(text);
    let mut mentions = Vec::new();
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(found) = forms.longest(rest, written) else {
            at += 1;
            continue;
        };
        let (first, next) = (at, at + found.length);
        at = next;
        let (Some(head), Some(tail)) = (words.get(first), words.get(next - 1)) else { break };
        let range = head.range.start..tail.range.end;
        let form = written(range.clone());
        let readings: Vec<Reading> =
            found.readings.iter().filter(|reading| reading.fits(form)).copied().collect();
        let before = first.checked_sub(1).filter(|_| head.joined).and_then(word);
        let after = words.get(next).filter(|w| w.joined).and_then(|_| word(next));
        if readings.is_empty() || neighbours.disown(&readings, found.length, before, after) {
            continue;
        }
        mentions.push(Mention {
            doubtful: shouted
                && found.length == 1
                && word(first).is_some_and(|w| neighbours.words.contains(w)),
            form: form.to_owned(),
            span: span_of(passage, folded.original(range)),
            readings,
            place,
            passage: number,
        });
    }
    mentions
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

/// Where a mention stands: exactly, where the passage is a slice of the decoded text.
fn span_of(passage: &Passage<'_>, within: std::ops::Range<usize>) -> Span {
    if passage.span.len() == passage.text.len() {
        Span::new(passage.span.start + within.start, passage.span.start + within.end)
    } else {
        passage.span
    }
}

/// Whether a text has no lower case: a title in capitals.
fn is_shouted(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}
