//! What each sentence is worth: where it stands, how central its words are, what it names.
//!
//! In points; a thousand is the most central sentence of its language. Centrality is that of a centroid of term
//! frequencies (Radev et al., "Centroid-based summarization of multiple documents", 2004), damped by square roots.

use std::collections::HashMap;

use super::docket::{Docket, Statement, Story, Subject};
use super::lexicon::Lexicon;
use super::terms::Terms;
use crate::model::Language;

const CENTRALITY: u64 = 1000;
/// Points by place in the story, the lead first.
const PLACES: [i64; 4] = [700, 400, 250, 150];
const NAMES_COUNTRY: i64 = 250;
const NAMES_BOTH: i64 = 500;
const CARRIES_COUNTRY: i64 = 100;
const FIGURE: i64 = 200;
const DATE: i64 = 100;
const DEED: i64 = 200;
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
/// For a sentence that leans on the one before it: "Il", "This".
const LEANING: i64 = -250;
/// For a sentence that names no country, in a brief about many.
const UNPLACED: i64 = -250;
const TOO_SHORT: i64 = -600;
const TOO_LONG: i64 = -250;
/// A sentence of fewer words says too little, of more too much.
const GOOD_WORDS: std::ops::RangeInclusive<usize> = 7..=60;
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
            i64::try_from(central).unwrap_or_default() * tune("CENTRAL", 100) / 100
                + fresh
                + merits(statement, terms, &title)
                + faults(statement, terms)
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
    let headline = HEADLINE * i64::try_from(shared).unwrap_or_default()
        / i64::try_from(title.len().max(1)).unwrap_or(i64::MAX);
    let persons = tune("PERSON", 0) * i64::try_from(statement.sentence.persons.min(2)).unwrap_or_default();
    let facts = tune("FACT", 0) * i64::try_from(statement.facts.min(3)).unwrap_or_default();
    let merits = [
        (has_figure(statement), tune("FIGURE", FIGURE)),
        (!has_figure(statement) && terms.has_number, tune("NUMBER", 0)),
        (!statement.dates.is_empty(), tune("DATE", DATE)),
        (terms.has_deed, tune("DEED", DEED)),
    ];
    let earned: i64 = merits.iter().filter(|(has, _)| *has).map(|(_, points)| points).sum();
    let talk = if earned == 0 && terms.formulas > 0 { TALK } else { 0 };
    talk + place * tune("PLACE", 100) / 100 + subject * tune("SUBJECT", 100) / 100 + headline * tune("HEAD", 100) / 100 + earned + persons + facts
}

fn faults(statement: &Statement<'_>, terms: &Terms) -> i64 {
    let formulas = FORMULA * i64::try_from(terms.formulas.min(3)).unwrap_or_default();
    let unplaced = statement.subject == Subject::Open && statement.brief.countries.len() > 2;
    let faults = [
        (statement.sentence.text.trim_end().ends_with(['?', ':']), UNFINISHED),
        (terms.leans, tune("LEAN", LEANING)),
        (is_fragment(statement), tune("FRAGMENT", 0)),
        (unplaced, tune("UNPLACED", UNPLACED)),
        (terms.count < *GOOD_WORDS.start(), TOO_SHORT),
        (terms.count > *GOOD_WORDS.end(), TOO_LONG),
    ];
    formulas + faults.iter().filter(|(has, _)| *has).map(|(_, points)| points).sum::<i64>()
}

/// Whether it has a number outside its dates.
fn has_figure(statement: &Statement<'_>) -> bool {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let in_dates: usize = statement.dates.iter().map(|date| digits(&date.text)).sum();
    digits(&statement.sentence.text) > in_dates
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

fn is_fragment(statement: &Statement<'_>) -> bool {
    let text = statement.sentence.text.trim();
    let small = text.starts_with(char::is_lowercase) && statement.dates.is_empty();
    small || text.ends_with(';')
}

pub(super) fn tune(name: &str, or: i64) -> i64 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(or)
}
