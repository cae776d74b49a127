//! What a query asks for, as a tree: words for the texts, filters for what is known of a brief.
//!
//! Plain data. It must not know how it was typed, nor how it is answered.

use std::ops::Range;

use crate::model::{CountryCode, Language, PartialDate, Status};

/// A condition on briefs. At most [`super::MOST_DEPTH`] deep, so that walking it may recurse.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Node {
    /// Every brief: nothing was asked.
    #[default]
    Everything,
    /// All of these hold; at least two, none of them `All` or `Everything`.
    All(Vec<Node>),
    /// One of these holds; at least two, none of them `Any` or `Everything`.
    Any(Vec<Node>),
    /// This does not hold; neither `Not` nor `Everything`.
    Not(Box<Node>),
    /// The text holds these words.
    Words(Term),
    /// What is known of the brief is so.
    Is(Filter),
}

/// A word, or words that stand side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// As typed, cut at all that is neither a letter nor a digit; never empty, and no word is. `Viêt-Nam` is two.
    pub words: Vec<String>,
    /// Whether it was typed in quotes: the words as they are, no inflected forms. Words of one term stand side by side in
    /// this order in either case.
    pub quoted: bool,
    /// Whether the last word may be the beginning of a longer one, as in `négoc*`.
    pub prefix: bool,
    /// The part of a brief to look in; none for all of it.
    pub field: Option<TextField>,
    /// Where it stands in the query, in bytes, its quotes and the name of its field included.
    pub place: Range<usize>,
}

/// A part of a brief that has words of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextField {
    /// Its title.
    Title,
    /// The persons that its text names.
    Person,
}

/// Something known of a brief, or marked by its reader, that can be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// It is about this country or organisation.
    Country(CountryCode),
    /// Its source holds these words side by side.
    Source(Label),
    /// Its author's name holds these words side by side.
    Author(Label),
    /// The newsroom or the reader gave it this tag.
    Tag(Label),
    /// It is written in this language.
    Language(Language),
    /// It is in this state.
    State(State),
    /// It lies in these days, by its date or, where it has none, by the day it was received.
    Dated(Days),
    /// It has nothing of this kind.
    Lacks(Facet),
}

/// A value that is compared word by word, case, accents and punctuation aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// As it was typed, without its quotes and its `*`.
    pub typed: String,
    /// Its folded words; never empty.
    pub words: Vec<String>,
    /// Whether the last word may be the beginning of a longer one.
    pub prefix: bool,
}

/// A state that a brief can be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Opened, or marked as read.
    Read,
    /// A main story that is not read; related stories never count as unread.
    Unread,
    /// Kept in sight.
    Starred,
    /// Its source's word on whether it still stands.
    Standing(Status),
    /// The reader corrected its title, date, countries or place.
    Amended,
    /// It stands below another story ("Voir plus").
    Related,
}

/// What a brief may have none of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Facet {
    /// Countries.
    Country,
    /// A date of its own.
    Date,
    /// A source.
    Source,
    /// An author.
    Author,
    /// Tags.
    Tag,
    /// A language that could be told.
    Language,
}

/// Days from one to another, both included; open where an end is missing. Both ends are of day precision, and the first
/// is not behind the last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub from: Option<PartialDate>,
    /// The last day.
    pub to: Option<PartialDate>,
}

impl Days {
    /// Whether a date can lie in them: a month does where one of its days does.
    pub fn meets(self, date: PartialDate) -> bool {
        self.from.is_none_or(|from| date.last_day() >= from)
            && self.to.is_none_or(|to| date.first_day() <= to)
    }
}

impl Node {
    /// All words that are asked for, not those that must not occur: what a snippet highlights. In the order they were typed.
    pub fn wanted(&self) -> Vec<&Term> {
        match self {
            Self::Words(term) => vec![term],
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().flat_map(Self::wanted).collect(),
            Self::Everything | Self::Not(_) | Self::Is(_) => Vec::new(),
        }
    }

    /// All words in it, those too that must not occur. In the order they were typed.
    pub fn terms(&self) -> Vec<&Term> {
        match self {
            Self::Words(term) => vec![term],
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().flat_map(Self::terms).collect(),
            Self::Not(node) => node.terms(),
            Self::Everything | Self::Is(_) => Vec::new(),
        }
    }

    /// Whether words stand anywhere in it: else the catalogue alone can answer.
    pub fn has_words(&self) -> bool {
        match self {
            Self::Words(_) => true,
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().any(Self::has_words),
            Self::Not(node) => node.has_words(),
            Self::Everything | Self::Is(_) => false,
        }
    }

    /// Whether it holds where `words` answers for terms and `filters` for filters.
    pub fn holds(
        &self,
        words: &mut impl FnMut(&Term) -> bool,
        filters: &mut impl FnMut(&Filter) -> bool,
    ) -> bool {
        match self {
            Self::Everything => true,
            Self::All(nodes) => nodes.iter().all(|node| node.holds(words, filters)),
            Self::Any(nodes) => nodes.iter().any(|node| node.holds(words, filters)),
            Self::Not(node) => !node.holds(words, filters),
            Self::Words(term) => words(term),
            Self::Is(filter) => filters(filter),
        }
    }
}

impl Node {
    /// All of some conditions, in the form that [`Node::All`] promises.
    pub(super) fn all(nodes: Vec<Self>) -> Self {
        let mut flat = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node {
                Self::All(inner) => flat.extend(inner),
                Self::Everything => {}
                other => flat.push(other),
            }
        }
        Self::joined(flat, Self::All)
    }

    /// One of some conditions, in the form that [`Node::Any`] promises; what says nothing is no choice.
    pub(super) fn any(nodes: Vec<Self>) -> Self {
        let mut flat = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node {
                Self::Any(inner) => flat.extend(inner),
                Self::Everything => {}
                other => flat.push(other),
            }
        }
        Self::joined(flat, Self::Any)
    }

    /// The contrary of a condition; of saying nothing there is none.
    pub(super) fn not(node: Self) -> Self {
        match node {
            Self::Not(inner) => *inner,
            Self::Everything => Self::Everything,
            other => Self::Not(Box::new(other)),
        }
    }

    fn joined(mut nodes: Vec<Self>, join: impl Fn(Vec<Self>) -> Self) -> Self {
        match nodes.len() {
            0 => Self::Everything,
            1 => nodes.pop().unwrap_or_default(),
            _ => join(nodes),
        }
    }
}
