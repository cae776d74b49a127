//! Whether filters and words hold of what is known of a brief, without its text.

use super::ast::{Facet, Filter, Label, State, Term};
use super::comparing::comparable;
use crate::model::{Brief, Mark, PartialDate};

impl Filter {
    /// Whether it holds of a brief, given as the reader sees it (corrections laid over it), with the reader's mark and the
    /// day the brief was received, which counts where the brief has no date.
    pub fn holds(&self, brief: &Brief, mark: Option<&Mark>, received: Option<PartialDate>) -> bool {
        match self {
            Self::Country(code) => brief.countries.contains(code),
            Self::Source(label) => brief.source.as_deref().is_some_and(|s| label.stands_in(s)),
            Self::Author(label) => brief.author.as_deref().is_some_and(|a| label.stands_in(a)),
            Self::Tag(label) => tags(brief, mark).any(|tag| label.is(tag)),
            Self::Language(language) => brief.language == Some(*language),
            Self::State(state) => state.holds(brief, mark),
            Self::Dated(days) => {
                let day = brief.date.map(|date| date.value).or(received);
                day.is_some_and(|day| days.meets(day))
            }
            Self::Lacks(facet) => facet.is_missing(brief, mark),
        }
    }
}

/// The tags of its file, and the reader's own.
fn tags<'a>(brief: &'a Brief, mark: Option<&'a Mark>) -> impl Iterator<Item = &'a String> {
    let own = mark.into_iter().flat_map(|mark| mark.tags.values());
    brief.tags.iter().chain(own)
}

impl State {
    fn holds(self, brief: &Brief, mark: Option<&Mark>) -> bool {
        let is_read = mark.is_some_and(|mark| mark.read);
        match self {
            Self::Read => is_read,
            Self::Unread => !is_read && brief.parent.is_none(),
            Self::Starred => mark.is_some_and(|mark| mark.starred),
            Self::Standing(status) => brief.status == status,
            Self::Amended => !brief.corrected.is_empty(),
            Self::Related => brief.parent.is_some(),
        }
    }
}

impl Facet {
    fn is_missing(self, brief: &Brief, mark: Option<&Mark>) -> bool {
        match self {
            Self::Country => brief.countries.is_empty(),
            Self::Date => brief.date.is_none(),
            Self::Source => brief.source.is_none(),
            Self::Author => brief.author.is_none(),
            Self::Tag => tags(brief, mark).next().is_none(),
            Self::Language => brief.language.is_none(),
        }
    }
}

impl Label {
    /// Whether its words stand side by side in a text.
    pub fn stands_in(&self, text: &str) -> bool {
        comparable(text).contains(&format!(" {}", self.pattern()))
    }

    /// Whether a text is it, or begins with it.
    pub fn is(&self, text: &str) -> bool {
        let text = comparable(text);
        let wanted = format!(" {}", self.pattern());
        if self.prefix { text.starts_with(&wanted) } else { text == wanted }
    }

    fn pattern(&self) -> String {
        pattern(&self.words, self.prefix)
    }
}

/// A line of words, ready for terms to be looked for in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(String);

impl Line {
    /// Folds a text: a title, a source, a file's name, or several of them.
    pub fn new(text: &str) -> Self {
        Self(comparable(text))
    }

    /// Whether a term stands in it. As in a list that narrows while one types, a word without quotes may be any part of
    /// a word; one in quotes is whole, and with a star begins a word.
    pub fn holds(&self, term: &Term) -> bool {
        let words = comparable(&term.words.join(" "));
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        let from_start = term.quoted || term.prefix;
        let wanted = pattern(&words, term.prefix || !term.quoted);
        if from_start { self.0.contains(&format!(" {wanted}")) } else { self.0.contains(&wanted) }
    }
}

/// Words with a blank behind the last one, unless that may go on.
fn pattern(words: &[String], goes_on: bool) -> String {
    let end = if goes_on { "" } else { " " };
    format!("{}{end}", words.join(" "))
}
