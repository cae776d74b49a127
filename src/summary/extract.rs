//! What pages need of one story, found once and kept: its sentences with what each names and how it is weighed, and its
//! facts. Knows nothing of the page, nor of any other story: what is kept holds as long as its file does.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::lexicon::Lexicon;
use super::terms::Terms;
use crate::model::{CountryCode, DateMention, Document, Fact, Sentence, Span};

/// What pages need of one story.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extract {
    /// Its sentences that can be cited, in reading order.
    pub(super) passages: Vec<Passage>,
    /// What they state, in reading order.
    pub(super) facts: Vec<Fact>,
    /// Its title where it stands in the decoded text, and its words there: what a brief is called may be another title by now.
    pub(super) title: Option<(Span, String)>,
}

/// A sentence with all that was found in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Passage {
    pub(super) span: Span,
    /// Its clean words; never blank.
    pub(super) text: String,
    /// The exact slice of the decoded text, where its words are otherwise.
    quote: Option<String>,
    /// The countries it names, of those the brief is about; sorted, each once.
    pub(super) named: Vec<CountryCode>,
    /// The dates it names, in order.
    pub(super) dates: Vec<DateMention>,
    /// Whether it stands a space behind the one before it.
    pub(super) follows: bool,
    /// How many persons it names.
    pub(super) persons: usize,
    pub(super) terms: Terms,
}

/// Makes extracts.
pub struct Extractor(Lexicon);

impl Default for Extractor {
    fn default() -> Self {
        Self(Lexicon::builtin())
    }
}

impl Extractor {
    /// What pages need of an opened text. Linear in its length.
    pub fn extract(&self, document: &Document) -> Extract {
        let mut mentions: Vec<(Span, CountryCode)> = document
            .evidence
            .iter()
            .filter_map(|evidence| Some((evidence.span?, evidence.country)))
            .collect();
        mentions.sort_unstable();
        let mut dates: Vec<&DateMention> = document.dates.iter().collect();
        dates.sort_by_key(|date| (date.span, date.value));
        let mut people: Vec<(Span, &str)> =
            document.people.iter().map(|person| (person.span, person.key.as_str())).collect();
        people.sort_unstable();
        let passage = |sentence: &Sentence| {
            let quote = sentence.span.slice(&document.decoded)?;
            if quote.trim().is_empty() || sentence.text.trim().is_empty() {
                return None;
            }
            let mut named: Vec<CountryCode> = within(&mentions, sentence.span, |(span, _)| *span)
                .map(|(_, country)| *country)
                .collect();
            named.sort_unstable();
            named.dedup();
            let persons: HashSet<&str> =
                within(&people, sentence.span, |(span, _)| *span).map(|(_, key)| *key).collect();
            let dates = within(&dates, sentence.span, |date| date.span);
            Some(Passage {
                span: sentence.span,
                text: sentence.text.clone(),
                quote: (quote != sentence.text).then(|| quote.to_owned()),
                named,
                dates: dates.copied().cloned().collect(),
                follows: false,
                persons: persons.len(),
                terms: Terms::of(&sentence.text, &self.0),
            })
        };
        let words = |span: Span| Some((span, span.slice(&document.decoded)?.to_owned()));
        let mut passages: Vec<Passage> = document.sentences.iter().filter_map(passage).collect();
        let mut end = None;
        for passage in &mut passages {
            let gap = end.and_then(|end| document.decoded.get(end..passage.span.start));
            passage.follows = gap == Some(" ");
            end = Some(passage.span.end);
        }
        Extract {
            passages,
            facts: document.facts.clone(),
            title: document.title.and_then(words),
        }
    }
}

impl Extract {
    /// The words of its sentences, in reading order.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        self.passages.iter().map(|passage| passage.text.as_str())
    }
}

impl Passage {
    /// The exact slice of the decoded text; never blank.
    pub(super) fn quote(&self) -> &str {
        self.quote.as_deref().unwrap_or(&self.text)
    }

    /// Its clean words, where its slice of the decoded text has them otherwise.
    pub(super) fn words(&self) -> Option<String> {
        self.quote.as_ref().map(|_| self.text.clone())
    }

    /// A part of the decoded text that lies in the sentence.
    pub(super) fn slice(&self, span: Span) -> Option<&str> {
        let start = span.start.checked_sub(self.span.start)?;
        self.quote().get(start..start.checked_add(span.len())?)
    }
}

/// The items of a sorted list that lie within a span.
fn within<T>(sorted: &[T], span: Span, of: impl Fn(&T) -> Span) -> impl Iterator<Item = &T> {
    let from = sorted.partition_point(|item| of(item).start < span.start);
    let rest = sorted.get(from..).unwrap_or_default();
    let to = rest.partition_point(|item| of(item).start < span.end);
    rest.iter().take(to).filter(move |item| of(item).end <= span.end)
}
