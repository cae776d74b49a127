//! What a query asks for, as a tree: words for the texts, filters for what is known of a brief.
//!
//! Plain data. It must not know how it was typed, nor how it is answered.

use std::ops::Range;

use crate::model::{CountryCode, Language, PartialDate, Status};

/// Digits of a group of a number, but for the first.
const GROUP: usize = 3;

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
    /// How near a word of a text must come to it.
    pub reach: Reach,
    /// Where it stands in the query, in bytes, its quotes and the name of its field included.
    pub place: Range<usize>,
}

/// How near a word of a text must come to one that was typed. What is read from a query reaches least; see
/// [`Node::loosened`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// The word as it was typed, and, where it stands alone without quotes, its inflected forms.
    #[default]
    Typed,
    /// Other spellings of a name too.
    Spelling,
    /// Words too that are one slip of the finger away.
    Slip,
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

impl Term {
    /// Whether it is a word as it was typed: no phrase, no beginning, of no part of a brief.
    pub(super) fn is_plain(&self) -> bool {
        !self.quoted && !self.prefix && self.field.is_none()
    }

    /// Whether it may be the beginning of a number in groups of three digits.
    pub(super) fn is_in_groups(&self) -> bool {
        let head = self.words.first().is_some_and(|word| word.len() <= GROUP && is_digits(word));
        self.is_plain() && head && self.words.iter().skip(1).all(|word| is_group(word))
    }

    /// Whether it may be a group of such a number, not the first.
    pub(super) fn is_group(&self) -> bool {
        self.is_plain() && matches!(self.words.as_slice(), [word] if is_group(word))
    }
}

fn is_group(word: &str) -> bool {
    word.len() == GROUP && is_digits(word)
}

fn is_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
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

    /// All filters in it: without any, texts alone can answer.
    pub fn filters(&self) -> Vec<&Filter> {
        match self {
            Self::Is(filter) => vec![filter],
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().flat_map(Self::filters).collect(),
            Self::Not(node) => node.filters(),
            Self::Words(_) | Self::Everything => Vec::new(),
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
