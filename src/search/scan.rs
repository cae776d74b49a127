//! A query answered on one text without an index: what the index must agree with, and how a text that the reader
//! corrected is judged.

use super::analyser::{self, Token};
use super::persons::{self, WantedPerson};
use super::query::{Filter, Node, Term, TextField};
use super::wanted::Wanted;
use crate::model::Language;

/// The words of a brief.
#[derive(Clone, Debug, Default)]
pub struct Scanned {
    title: Vec<Token>,
    body: Vec<Token>,
    /// What its persons are found by.
    persons: Vec<String>,
    /// What the reader wrote on it.
    notes: Vec<Vec<Token>>,
}

impl Scanned {
    /// Reads a brief's title, its clean text, and the names of the persons in it.
    pub fn new(title: &str, body: &str, people: &[String], language: Option<Language>) -> Self {
        let words = |text| analyser::tokens(text, language);
        let (title, body, persons) = (words(title), words(body), persons::forms(people));
        Self { title, body, persons, notes: Vec::new() }
    }

    /// The same, with what the reader wrote on it in whatever language.
    #[must_use]
    pub fn with_notes<'a>(self, notes: impl IntoIterator<Item = &'a str>) -> Self {
        let notes = notes.into_iter().map(|note| analyser::tokens(note, None)).collect();
        Self { notes, ..self }
    }

    /// Whether a condition holds; `filters` answers for what is not in the text.
    pub fn holds(&self, node: &Node, filters: &mut impl FnMut(&Filter) -> bool) -> bool {
        node.holds(&mut |term| self.has(term), filters)
    }

    /// Whether a term stands in the title, in the body or in a note, or names one of the persons.
    fn has(&self, term: &Term) -> bool {
        let wanted = Wanted::new(term);
        let stands_in = |words: &Vec<Token>| wanted.places(words).next().is_some();
        match term.field {
            Some(TextField::Title) => stands_in(&self.title),
            Some(TextField::Person) => {
                WantedPerson::new(&term.words, term.prefix).is_among(&self.persons)
            }
            None => {
                stands_in(&self.title) || stands_in(&self.body) || self.notes.iter().any(stands_in)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_holds_on_title_and_body_together() {
        let text =
            Scanned::new("Visas à Minsk", "Un accord.\n\nDes visas.", &[], Some(Language::French));
        let term = |word: &str, field| {
            Node::Words(Term { words: vec![word.to_owned()], field, ..Term::default() })
        };
        let no_filter = &mut |_: &Filter| false;
        let both = Node::All(vec![term("minsk", None), term("accords", None)]);
        assert!(text.holds(&both, no_filter));
        assert!(!text.holds(&Node::Not(Box::new(both)), no_filter));
        assert!(text.holds(&term("visa", Some(TextField::Title)), no_filter));
        assert!(!text.holds(&term("accord", Some(TextField::Title)), no_filter));
        assert!(text.holds(&Node::Everything, no_filter));
    }
}
