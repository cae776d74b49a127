//! The countries that "les deux pays" or "the country" means, and the day that "the same day" means: those that the text named
//! last.

use super::actors;
use super::binding;
use super::clause::{Carried, Clause};
use super::finding::Finding;
use super::lexicon::Role;
use crate::country::Naming;
use crate::model::{CountryCode, DateBasis, DateStamp, FactKind, PartialDate, Precision};

/// Paragraphs that countries are carried over without being named.
const FARTHEST: usize = 3;

/// The countries that were named last.
#[derive(Clone, Debug, Default)]
pub(super) struct Carry {
    /// The two countries of the title.
    title: Option<[CountryCode; 2]>,
    carried: Carried,
    /// The paragraph that named them.
    paragraph: usize,
    /// Whether a sentence has named a country.
    begun: bool,
}

impl Carry {
    /// Begins with the countries that the title names and those that the text is filed under.
    pub(super) fn new(title: &[CountryCode], filed: &[CountryCode]) -> Self {
        let topic = match (title, filed) {
            (_, [one]) => Some(*one),
            ([one], [first, ..]) => Some(*one).filter(|one| one == first),
            _ => None,
        };
        let mut carried = Carried { topic, ..Carried::default() };
        match title {
            [] => {}
            [one] => carried.one = topic.filter(|topic| topic == one),
            [one, other] => carried.pair = Some([*one, *other]),
            several => carried.several = several.to_vec(),
        }
        let begun = !filed.is_empty() || !title.is_empty();
        Self { title: carried.pair, carried, paragraph: 0, begun }
    }

    /// Those that a sentence of a paragraph may mean without naming them.
    pub(super) fn at(&self, paragraph: usize) -> Carried {
        let gap = paragraph.saturating_sub(self.paragraph);
        match gap {
            0 => self.carried.clone(),
            1..=FARTHEST => Carried { subject: None, ..self.carried.clone() },
            _ => Carried { topic: self.carried.topic, ..Carried::default() },
        }
    }

    /// Takes over whom a sentence and what was found in it tell of: the one person in office, and the parties of an
    /// agreement.
    pub(super) fn take(&mut self, clause: &Clause<'_>, found: &[Finding<'_>]) {
        let together = clause
            .groups
            .iter()
            .find_map(|group| <[CountryCode; 2]>::try_from(group.countries.as_slice()).ok());
        let both = clause.all(Role::Pair).next().is_some();
        self.carried.they = together.or(self.carried.pair.filter(|_| both));
        let people = actors::find(clause);
        let persons: Vec<_> = people.iter().filter(|actor| actor.person.is_some()).collect();
        let pronoun = clause.pronoun(&(0..clause.tokens.len())).is_some();
        self.carried.subject = match persons.as_slice() {
            [one] if people.len() == 1 => one.country,
            [] if pronoun => self.carried.subject,
            _ => None,
        };
        let agreed = found.iter().find(|finding| finding.kind == FactKind::Agreement);
        let told = clause.all(Role::Accord).next();
        let goes_on =
            clause.places.is_empty() && clause.pronoun(&(0..clause.tokens.len())).is_some();
        self.carried.accord = match (agreed, told) {
            (Some(agreed), _) => agreed.owners.countries.clone(),
            (None, Some(accord)) => {
                let mut parties = binding::parties(clause, &accord.tokens).into_iter();
                parties.next().filter(|_| parties.next().is_none()).unwrap_or_default()
            }
            _ if goes_on => std::mem::take(&mut self.carried.accord),
            _ => Vec::new(),
        };
    }

    /// Goes on behind a sentence: two countries are the new pair, one of the pair keeps it, others
    /// end it.
    pub(super) fn pass(&mut self, clause: &Clause<'_>, paragraph: usize) {
        // Towns say where; they count where nothing else is named.
        let firm =
            |by: Naming| matches!(by, Naming::Name | Naming::Adjective | Naming::Institution);
        let mut named = countries(clause, firm);
        if named.is_empty() {
            named = countries(clause, |by| by == Naming::Capital);
        }
        named.sort_unstable();
        named.dedup();
        if named.is_empty() {
            return;
        }
        self.paragraph = paragraph;
        if !self.begun {
            self.carried.topic = (named.len() == 1).then(|| named.first().copied()).flatten();
        }
        self.begun = true;
        self.carried.one = self.carried.topic.filter(|topic| named == [*topic]);
        if let Some(group) = clause.groups.iter().rfind(|group| group.countries.len() > 2) {
            self.carried.several.clone_from(&group.countries);
        }
        match (named.as_slice(), self.carried.pair) {
            ([one, other], _) => self.carried.pair = Some([*one, *other]),
            ([one], Some(pair)) if pair.contains(one) => {}
            // Where a sentence names others beside them, the text goes on about those of its title.
            _ => {
                let both = |pair: &[CountryCode; 2]| pair.iter().all(|one| named.contains(one));
                self.carried.pair = self.title.filter(both);
            }
        }
    }
}

/// The day that was named last, for "the same day".
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Scene {
    day: Option<PartialDate>,
    paragraph: usize,
}

impl Scene {
    /// Dates what a sentence tells of "the same day", and takes over the day it names.
    pub(super) fn complete(
        &mut self,
        clause: &Clause<'_>,
        paragraph: usize,
        found: &mut [Finding<'_>],
    ) {
        let near = paragraph.saturating_sub(self.paragraph) <= 1;
        if let Some(value) = self.day.filter(|_| near && is_same_day(clause)) {
            let date = DateStamp { value, basis: DateBasis::Inferred };
            let undated = found.iter_mut().filter(|one| one.date.is_none() && one.is_past_event());
            for finding in undated {
                finding.date = Some(date);
            }
        }
        let mut days = clause.dates.iter().map(|date| date.mention.value);
        let last = days.rfind(|value| value.precision() == Precision::Day);
        if last.is_some() {
            (self.day, self.paragraph) = (last, paragraph);
        }
    }
}

/// "the same day", "le même jour", "ce jour-là"
fn is_same_day(clause: &Clause<'_>) -> bool {
    (1..clause.tokens.len()).any(|at| {
        matches!(
            (clause.tokens.folded(at - 1), clause.tokens.folded(at)),
            ("same" | "that", "day") | ("meme" | "ce", "jour")
        )
    })
}

/// The states that a sentence names in some ways.
fn countries(clause: &Clause<'_>, by: impl Fn(Naming) -> bool) -> Vec<CountryCode> {
    let named = clause.places.iter().filter(|place| by(place.by)).map(|place| place.country);
    named.filter(|country| !country.is_organisation()).collect()
}
