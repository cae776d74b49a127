//! What the sentences of one story state: facts with their value, status, countries, date, persons.
//!
//! `clause` prepares a sentence once: its words (`tokens`) and what they can do (`lexicon`), numbers
//! (`numbers`, `amounts`, `window`), countries (`places`, `groups`), persons and dates. One extractor a file then
//! reads it: plain functions that know nothing of each other. `binding` says whose a quantity or an
//! event is, `outlook` whether it happened, `carry` whom "les deux pays" means. The words are data (the
//! TOML files beside this one). In doubt there is no fact, and no binding.

mod actors;
mod agreements;
mod amounts;
mod anniversaries;
mod appointments;
mod binding;
mod breaks;
mod carry;
mod clause;
mod counts;
mod dates;
mod finding;
mod forms;
mod groups;
mod headings;
mod incidents;
mod levels;
mod lexicon;
mod meetings;
mod money;
mod numbers;
mod offices;
mod outlook;
mod phrases;
mod places;
mod pledges;
mod quotes;
#[cfg(test)]
mod reading;
mod roles;
mod sanctions;
mod sums;
mod tense;
#[cfg(test)]
mod tests;
mod tokens;
mod visas;
mod visits;
mod window;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::country::{Named, Naming};
use crate::model::{
    CountryCode, DateMention, DateStamp, Fact, FactKind, Language, PersonMention, Quantity,
    Sentence, Span,
};
use carry::{Carry, Scene};
use clause::{Clause, Profile, Source};
use finding::{Finding, Value};
pub use headings::Heading;

/// A story with all that was read in it; every span is one of the decoded text, and every list in its
/// order.
#[derive(Clone, Copy)]
pub struct Story<'a> {
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// Where it names countries.
    pub places: &'a [Named],
    /// Where it names persons.
    pub people: &'a [PersonMention],
    /// Where it names dates.
    pub dates: &'a [DateMention],
    /// Its headings, in their order.
    pub headings: &'a [Heading],
    /// The countries that its title names.
    pub title: &'a [CountryCode],
    /// Those that it is filed under, the most important first.
    pub countries: &'a [CountryCode],
    /// The day of the brief.
    pub date: Option<DateStamp>,
    /// Its language.
    pub language: Option<Language>,
    /// From a sentence, by its number, and bytes of its text to the decoded text.
    pub locate: &'a dyn Fn(usize, Range<usize>) -> Span,
}

/// Sentences that tell what a story is about.
const LEAD: usize = 2;

/// The facts of a story in the order of its sentences. Linear in the length of the text.
pub fn find(story: &Story<'_>) -> Vec<Fact> {
    let profiles = profiles(story);
    let mut carry = Carry::new(story.title, story.countries);
    let mut scene = Scene::default();
    let mut known = HashSet::new();
    let mut facts = Vec::new();
    let mut of_a_firm = false;
    for (number, sentence) in story.sentences.iter().enumerate() {
        let locate = |range: Range<usize>| (story.locate)(number, range);
        let heading = headings::above(story.headings, sentence.block);
        let source = Source {
            text: &sentence.text,
            opens: number == 0,
            span: sentence.span,
            language: story.language,
            day: story.date.map(|date| date.value),
            carried: headings::carried(heading, carry.at(sentence.block)),
            of_a_firm,
            places: within(story.places, sentence.span, |named| named.span),
            people: within(story.people, sentence.span, |mention| mention.span),
            dates: within(story.dates, sentence.span, |mention| mention.span),
            profiles: &profiles,
        };
        let Some(mut clause) = Clause::new(&source, &locate) else { continue };
        of_a_firm |= number < LEAD && sums::is_about_a_firm(&clause);
        clause.of_a_firm = of_a_firm;
        let mut found = of_clause(&clause, story.date, &mut known);
        scene.complete(&clause, sentence.block, &mut found);
        if let Some(heading) = heading {
            for finding in &mut found {
                heading.complete(&clause, finding);
            }
        }
        carry.pass(&clause, sentence.block);
        carry.take(&clause, &found);
        facts.extend(found.into_iter().map(|finding| settle(finding, sentence, &clause, &locate)));
    }
    facts
}

/// What all extractors find in a sentence, in its order.
fn of_clause<'a>(
    clause: &Clause<'a>,
    as_of: Option<DateStamp>,
    known: &mut HashSet<(&'a str, &'a str)>,
) -> Vec<Finding<'a>> {
    let owners = binding::of_amounts(clause);
    let mut found = Vec::new();
    found.extend(money::find(clause, &owners));
    found.extend(counts::find(clause, &owners));
    found.extend(agreements::find(clause, &owners));
    found.extend(visas::find(clause));
    found.extend(levels::find(clause));
    found.extend(visits::find(clause));
    found.extend(meetings::find(clause));
    found.extend(anniversaries::find(clause));
    found.extend(quotes::find(clause));
    found.extend(pledges::find(clause));
    found.extend(appointments::find(clause));
    found.extend(incidents::find(clause, &owners));
    found.extend(sanctions::find(clause));
    found.extend(dates::find(clause, &found));
    found.extend(offices::find(clause, as_of, known));
    for finding in &mut found {
        reach_owners(finding, clause);
    }
    found.sort_by_key(|finding| (finding.tokens.start, finding.kind));
    found
}

/// Takes the words that name its countries into what states a fact, where they stand near.
fn reach_owners(finding: &mut Finding<'_>, clause: &Clause<'_>) {
    const REACH: usize = 12;
    let owned = |group: &&groups::Group| {
        group.countries.iter().all(|country| finding.owners.countries.contains(country))
            && clause.statement(group.tokens.start) == clause.statement(finding.tokens.start)
            && binding::distance(&group.tokens, &finding.tokens) <= REACH
    };
    let nearest = clause.groups.iter().filter(owned).min_by_key(|group| {
        let missing = finding.owners.countries.len() - group.countries.len();
        (missing, binding::distance(&group.tokens, &finding.tokens))
    });
    if let Some(group) = nearest.filter(|_| finding.kind != FactKind::Office) {
        finding.tokens = finding::cover(&finding.tokens, &group.tokens);
    }
}

/// A finding with its places in the decoded text.
fn settle(
    finding: Finding<'_>,
    sentence: &Sentence,
    clause: &Clause<'_>,
    locate: &impl Fn(Range<usize>) -> Span,
) -> Fact {
    let Finding { kind, tokens, value, status, owners, place, level, date, until, persons } =
        finding;
    let inside = |tokens: &Range<usize>| {
        let span = locate(clause.tokens.bytes(tokens));
        Span::new(span.start.max(sentence.span.start), span.end.min(sentence.span.end))
    };
    let quantity = |value: Value| Quantity {
        thousandths: value.thousandths,
        most: value.most,
        unit: value.unit,
        approximate: value.approximate,
        span: inside(&value.tokens),
    };
    let mut countries = owners.countries;
    countries.sort_unstable();
    countries.dedup();
    Fact {
        kind,
        span: sentence.span,
        phrase: inside(&tokens),
        value: value.map(quantity),
        status,
        countries,
        shared_by: owners.shared_by,
        place,
        level,
        date,
        until,
        persons: persons.into_iter().cloned().collect(),
    }
}

/// What a story tells of each person, whatever the sentence: the first country and office.
fn profiles<'a>(story: &Story<'a>) -> HashMap<&'a str, Profile> {
    let mut profiles: HashMap<&str, Profile> = HashMap::new();
    for mention in story.people {
        let profile = profiles.entry(mention.key.as_str()).or_default();
        if let Some(title) = mention.title.as_ref().filter(|title| !title.former) {
            profile.country = profile.country.or(title.country);
            profile.role = profile.role.or(title.role.is_office().then_some(title.role));
        }
        let leads = within(story.places, mention.span, |named| named.span);
        let leader = leads.iter().find(|named| named.by == Naming::Leader);
        profile.country = profile.country.or(leader.map(|named| named.country));
        profile.leads |= leader.is_some();
    }
    profiles
}

/// Those of a list in the order of the text that begin inside a span.
fn within<T>(list: &[T], span: Span, span_of: impl Fn(&T) -> Span) -> &[T] {
    let from = list.partition_point(|item| span_of(item).start < span.start);
    let list = list.get(from..).unwrap_or_default();
    let to = list.partition_point(|item| span_of(item).start < span.end);
    list.get(..to).unwrap_or_default()
}
