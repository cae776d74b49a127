//! What each sentence is worth: where it stands, how central its words are, what it names.
//!
//! In points; a thousand is the most central sentence of its language. Centrality is that of a centroid of term
//! frequencies (Radev et al., "Centroid-based summarization of multiple documents", 2004), damped by square roots.

use std::collections::HashMap;

use super::docket::{Docket, Statement, Story, Subject};
use super::lexicon::Lexicon;
use crate::model::Language;
use crate::text::fold;

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

/// A sentence as the weighing sees it.
struct Sample {
    /// The terms it has, each once.
    terms: Vec<usize>,
    words: usize,
    formulas: usize,
    /// Whether its first word points back.
    leans: bool,
}

/// A word that may matter.
#[derive(Default)]
struct Term {
    matters: bool,
    is_deed: bool,
    /// In how many sentences it stands, by language.
    sentences: [u64; 3],
}

/// All words of all sentences, each once.
#[derive(Default)]
struct Vocabulary {
    places: HashMap<String, usize>,
    terms: Vec<Term>,
}

/// Weighs all sentences. Linear in their words.
pub(super) fn weigh(docket: &Docket<'_>, lexicon: &Lexicon) -> Weights {
    let mut vocabulary = Vocabulary::default();
    let mut samples = Vec::with_capacity(docket.stories.len());
    let mut titles = Vec::with_capacity(docket.stories.len());
    for story in &docket.stories {
        let language = language(story);
        let read = |statement: &Statement<'_>| {
            vocabulary.read(&statement.sentence.text, Some(language), lexicon)
        };
        samples.push(story.statements.iter().map(read).collect::<Vec<_>>());
        titles.push(vocabulary.read(&story.document.brief.title, None, lexicon).terms);
    }
    let mut most = [1; 3];
    for (story, samples) in docket.stories.iter().zip(&samples) {
        let language = language(story);
        for sample in samples {
            if let Some(most) = most.get_mut(language) {
                *most = vocabulary.centrality(sample, language).max(*most);
            }
        }
    }
    let stories = docket.stories.iter().zip(&samples).zip(&titles);
    let weights = stories.map(|((story, samples), title)| {
        let language = language(story);
        let most = most.get(language).copied().unwrap_or(1);
        let fresh = freshness(story, docket.stories.len());
        let mut by_position = vec![i64::MIN; story.document.sentences.len()];
        for (statement, sample) in story.statements.iter().zip(samples) {
            let central = vocabulary.centrality(sample, language) * CENTRALITY / most;
            let weight = i64::try_from(central).unwrap_or_default()
                + fresh
                + vocabulary.merits(statement, sample, title)
                + faults(statement, sample);
            if let Some(place) = by_position.get_mut(statement.position) {
                *place = weight;
            }
        }
        by_position
    });
    Weights(weights.collect())
}

impl Vocabulary {
    /// Reads a text; where a language is given, its words count as one sentence of it.
    fn read(&mut self, text: &str, language: Option<usize>, lexicon: &Lexicon) -> Sample {
        let folded = fold(text);
        let formulas = lexicon.formulas_in(&folded);
        let mut sample = Sample { terms: Vec::new(), words: 0, formulas, leans: false };
        for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            sample.leans |= sample.words == 0 && lexicon.points_back(word);
            sample.words += 1;
            sample.terms.push(self.place(word, lexicon));
        }
        sample.terms.sort_unstable();
        sample.terms.dedup();
        let terms = &self.terms;
        sample.terms.retain(|&term| terms.get(term).is_some_and(|term| term.matters));
        if let Some(language) = language {
            for &term in &sample.terms {
                let term = self.terms.get_mut(term);
                if let Some(count) = term.and_then(|term| term.sentences.get_mut(language)) {
                    *count += 1;
                }
            }
        }
        sample
    }

    fn place(&mut self, word: &str, lexicon: &Lexicon) -> usize {
        if let Some(&place) = self.places.get(word) {
            return place;
        }
        let matters = !lexicon.is_stop(word) && !word.bytes().all(|byte| byte.is_ascii_digit());
        self.terms.push(Term { matters, is_deed: lexicon.is_deed(word), ..Term::default() });
        self.places.insert(word.to_owned(), self.terms.len() - 1);
        self.terms.len() - 1
    }

    fn centrality(&self, sample: &Sample, language: usize) -> u64 {
        let terms = sample.terms.iter().filter_map(|&term| self.terms.get(term));
        let frequency = |term: &Term| term.sentences.get(language).copied().unwrap_or_default();
        let sum: u64 = terms.map(|term| (frequency(term) * 1_000_000).isqrt()).sum();
        sum / LEAST_TERMS.max(sample.terms.len() as u64)
    }

    fn merits(&self, statement: &Statement<'_>, sample: &Sample, title: &[usize]) -> i64 {
        let place = PLACES.get(statement.position).copied().unwrap_or_default();
        let subject = match statement.subject {
            Subject::Both => NAMES_BOTH,
            Subject::Named => NAMES_COUNTRY,
            Subject::Carried => CARRIES_COUNTRY,
            Subject::Open | Subject::Elsewhere => 0,
        };
        let deed = sample.terms.iter().any(|&term| self.terms.get(term).is_some_and(|t| t.is_deed));
        let shared = title.iter().filter(|term| sample.terms.binary_search(term).is_ok()).count();
        let headline = HEADLINE * i64::try_from(shared).unwrap_or_default()
            / i64::try_from(title.len().max(1)).unwrap_or(i64::MAX);
        let merits =
            [(has_figure(statement), FIGURE), (!statement.dates.is_empty(), DATE), (deed, DEED)];
        let earned: i64 = merits.iter().filter(|(has, _)| *has).map(|(_, points)| points).sum();
        place + subject + headline + earned
    }
}

fn faults(statement: &Statement<'_>, sample: &Sample) -> i64 {
    let formulas = FORMULA * i64::try_from(sample.formulas.min(3)).unwrap_or_default();
    let unplaced =
        statement.subject == Subject::Open && statement.document.brief.countries.len() > 2;
    let faults = [
        (statement.sentence.text.trim_end().ends_with(['?', ':']), UNFINISHED),
        (sample.leans, LEANING),
        (unplaced, UNPLACED),
        (sample.words < *GOOD_WORDS.start(), TOO_SHORT),
        (sample.words > *GOOD_WORDS.end(), TOO_LONG),
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
    match story.document.brief.language {
        Some(Language::French) => 0,
        Some(Language::English) => 1,
        None => 2,
    }
}
