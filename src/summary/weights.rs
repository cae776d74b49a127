//! What each sentence is worth: where it stands, how central its words are, what it names.
//!
//! In points; a thousand is the most central sentence of its language. Centrality is that of a centroid of term
//! frequencies (Radev et al., "Centroid-based summarization of multiple documents", 2004), damped by square roots.

use std::collections::HashMap;

use super::docket::{Docket, Statement, Story, Subject};
use super::lexicon::Lexicon;
use super::terms::Terms;
use crate::model::{CountryCode, Language};

const CENTRALITY: u64 = 1000;
/// Points by place in the story, the lead first.
const PLACES: [i64; 4] = [700, 400, 250, 150];
const NAMES_COUNTRY: i64 = 250;
const NAMES_BOTH: i64 = 500;
const CARRIES_COUNTRY: i64 = 100;
const FIGURE: i64 = 200;
const DATE: i64 = 100;
const DEED: i64 = 200;
/// For each person that it names, and each fact that was made of it: one line that states several comes before two that state
/// one each.
const PERSON: i64 = 150;
const MOST_PERSONS: usize = 2;
const FACT: i64 = 200;
const MOST_FACTS: usize = 3;
/// For a sentence that says what its headline says.
const HEADLINE: i64 = 300;
/// For the newest story; the oldest gets none.
const NEWEST: i64 = 400;
const FORMULA: i64 = -450;
/// For a sentence of formulas without number, date or deed.
const TALK: i64 = -4000;
/// Sentences of no more weight say nothing.
pub(super) const EMPTY: i64 = -1000;
/// For a question, or the announcement of a list.
const UNFINISHED: i64 = -400;
/// For what is no sentence.
const FRAGMENT: i64 = -400;
/// For a sentence that leans on the one before it: "Il", "This".
const LEANING: i64 = -400;
/// For a sentence that names no country, in a brief about many.
const UNPLACED: i64 = -800;
/// In a brief that is more about two other countries.
const ASIDE: i64 = -200;
const TOO_SHORT: i64 = -600;
/// For each word too many.
const TOO_LONG: i64 = -10;
const MOST_TOO_LONG: usize = 50;
/// A sentence of fewer words says too little, of more too much.
const GOOD_WORDS: std::ops::RangeInclusive<usize> = 7..=36;
/// Shorter sentences are taken as this long, or two frequent words would beat all.
const LEAST_TERMS: u64 = 8;

/// The weights of all sentences.
pub(super) struct Weights(Vec<Vec<i64>>);

impl Weights {
    pub(super) fn of(&self, statement: &Statement<'_>) -> i64 {
        let story = self.0.get(statement.story);
        story.and_then(|story| story.get(statement.position)).copied().unwrap_or(i64::MIN)
    }
}

/// In how many sentences each term stands, by language.
#[derive(Default)]
struct Vocabulary(HashMap<u32, [u64; 3], foldhash::fast::FixedState>);

/// Weighs all sentences. Linear in their words.
pub(super) fn weigh(docket: &Docket<'_>, lexicon: &Lexicon) -> Weights {
    let mut vocabulary = Vocabulary::default();
    for story in &docket.stories {
        let language = language(story);
        for statement in &story.statements {
            vocabulary.read(&statement.sentence.terms, language);
        }
    }
    let mut most = [1; 3];
    for story in &docket.stories {
        let language = language(story);
        for statement in &story.statements {
            if let Some(most) = most.get_mut(language) {
                *most = vocabulary.centrality(&statement.sentence.terms, language).max(*most);
            }
        }
    }
    let weights = docket.stories.iter().map(|story| {
        let language = language(story);
        let most = most.get(language).copied().unwrap_or(1);
        let fresh = freshness(story, docket.stories.len());
        let title = Terms::of(&story.brief.title, lexicon);
        let weigh = |statement: &Statement<'_>| {
            let terms = &statement.sentence.terms;
            let central = vocabulary.centrality(terms, language) * CENTRALITY / most;
            i64::try_from(central).unwrap_or_default()
                + fresh
                + merits(statement, terms, &title)
                + faults(statement, terms, docket.country)
        };
        story.statements.iter().map(weigh).collect()
    });
    Weights(weights.collect())
}

impl Vocabulary {
    /// Takes in a sentence of a language.
    fn read(&mut self, terms: &Terms, language: usize) {
        for &word in &terms.words {
            if let Some(count) = self.0.entry(word).or_default().get_mut(language) {
                *count += 1;
            }
        }
    }

    fn centrality(&self, terms: &Terms, language: usize) -> u64 {
        let frequency = |word: &u32| self.0.get(word).and_then(|counts| counts.get(language));
        let frequencies = terms.words.iter().filter_map(frequency);
        let sum: u64 = frequencies.map(|frequency| (frequency * 1_000_000).isqrt()).sum();
        sum / LEAST_TERMS.max(terms.words.len() as u64)
    }
}

fn merits(statement: &Statement<'_>, terms: &Terms, title: &Terms) -> i64 {
    let place = PLACES.get(statement.position).copied().unwrap_or_default();
    let subject = match statement.subject {
        Subject::Both => NAMES_BOTH,
        Subject::Named => NAMES_COUNTRY,
        Subject::Carried => CARRIES_COUNTRY,
        Subject::Open | Subject::Elsewhere => 0,
    };
    let title = &title.words;
    let shared = title.iter().filter(|word| terms.words.binary_search(word).is_ok()).count();
    let headline = HEADLINE * times(shared, usize::MAX) / times(title.len().max(1), usize::MAX);
    let merits = [
        (statement.has_figure(), FIGURE),
        (!statement.dates.is_empty(), DATE),
        (terms.has_deed, DEED),
    ];
    let earned: i64 = merits.iter().filter(|(has, _)| *has).map(|(_, points)| points).sum();
    let talk = if earned == 0 && terms.formulas > 0 { TALK } else { 0 };
    let told = PERSON * times(statement.sentence.persons, MOST_PERSONS)
        + FACT * times(statement.facts, MOST_FACTS);
    talk + place + subject + headline + earned + told
}

fn faults(statement: &Statement<'_>, terms: &Terms, country: Option<CountryCode>) -> i64 {
    let formulas = FORMULA * times(terms.formulas, 3);
    let countries = &statement.brief.countries;
    let unplaced = statement.subject == Subject::Open && countries.len() > 2;
    let aside = countries.iter().skip(2).any(|of| Some(*of) == country);
    let faults = [
        (statement.sentence.text.trim_end().ends_with(['?', ':']), UNFINISHED),
        (is_fragment(statement), FRAGMENT),
        (terms.leans, LEANING),
        (unplaced, UNPLACED),
        (aside, ASIDE),
        (terms.count < *GOOD_WORDS.start(), TOO_SHORT),
    ];
    let long = TOO_LONG * times(terms.count.saturating_sub(*GOOD_WORDS.end()), MOST_TOO_LONG);
    formulas + long + faults.iter().filter(|(has, _)| *has).map(|(_, points)| points).sum::<i64>()
}

/// A count as a factor, up to a bound.
fn times(count: usize, most: usize) -> i64 {
    i64::try_from(count.min(most)).unwrap_or(i64::MAX)
}

/// An item of a list that is no sentence. One that begins with its day is one: the line shows the day before it.
fn is_fragment(statement: &Statement<'_>) -> bool {
    let text = statement.sentence.text.trim();
    let begins_small = text.starts_with(char::is_lowercase) && statement.dates.is_empty();
    begins_small || text.ends_with(';')
}

fn freshness(story: &Story<'_>, stories: usize) -> i64 {
    let place = story.statements.first().map_or(0, |statement| statement.story);
    let older = i64::try_from(stories.saturating_sub(place + 1)).unwrap_or_default();
    let others = i64::try_from(stories.saturating_sub(1)).unwrap_or_default();
    if others == 0 { NEWEST } else { NEWEST * older / others }
}

/// A place for each language, unknown ones sharing the last.
fn language(story: &Story<'_>) -> usize {
    match story.brief.language {
        Some(Language::French) => 0,
        Some(Language::English) => 1,
        None => 2,
    }
}
