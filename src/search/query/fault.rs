//! What can be wrong with a part of a query, as data: the words come from the message catalogues.

use std::ops::Range;

use crate::model::Argument;

/// A part of a query that could not be understood as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands in the query, in bytes; on character boundaries.
    pub place: Range<usize>,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What can be wrong with a part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No operator has this name; the nearest one.
    UnknownOperator {
        /// As typed.
        name: String,
        /// What was probably meant.
        near: String,
    },
    /// No operator has a name like this one: it is looked for as words.
    NoOperator(String),
    /// Nothing stands behind the colon; how the operator is used.
    NoValue {
        /// As typed.
        operator: String,
        /// Such as `country:ru,by`.
        example: String,
    },
    /// No country has this name; names like it.
    UnknownCountry {
        /// As typed.
        name: String,
        /// The likest first; may be empty.
        near: Vec<String>,
    },
    /// No state has this name; those there are.
    UnknownState {
        /// As typed.
        name: String,
        /// In the language of the operator's name.
        known: String,
    },
    /// No language of the briefs has this name.
    UnknownLanguage(String),
    /// Not a date, nor a time that has gone by.
    BadDate(String),
    /// A range whose end lies before its start: read the other way round.
    ReversedDates,
    /// Operators of this name cannot be asked for what has none.
    NoneHere(String),
    /// A quotation mark is not closed: it closes at the end.
    UnclosedQuote,
    /// A bracket is not closed: it closes at the end.
    UnclosedBracket,
    /// A bracket closes that was not opened.
    UnopenedBracket,
    /// Neither a letter nor a digit: nothing to look for.
    NoWords(String),
    /// A star within a word: only what stands before it counts.
    StarInside,
    /// `OR` with nothing on one of its sides.
    LoneOr(String),
    /// A `-` or `NOT` with nothing behind it.
    LoneNot(String),
    /// Brackets within more brackets than count.
    TooDeep,
    /// More terms than count.
    TooLong,
}

impl Fault {
    /// The key of its message in the catalogues.
    pub fn key(&self) -> &'static str {
        match self {
            Self::UnknownOperator { .. } => "query-fault-unknown-operator",
            Self::NoOperator(_) => "query-fault-no-operator",
            Self::NoValue { .. } => "query-fault-no-value",
            Self::UnknownCountry { near, .. } if near.is_empty() => "query-fault-no-country",
            Self::UnknownCountry { .. } => "query-fault-unknown-country",
            Self::UnknownState { .. } => "query-fault-unknown-state",
            Self::UnknownLanguage(_) => "query-fault-unknown-language",
            Self::BadDate(_) => "query-fault-bad-date",
            Self::ReversedDates => "query-fault-reversed-dates",
            Self::NoneHere(_) => "query-fault-none-here",
            Self::UnclosedQuote => "query-fault-unclosed-quote",
            Self::UnclosedBracket => "query-fault-unclosed-bracket",
            Self::UnopenedBracket => "query-fault-unopened-bracket",
            Self::NoWords(_) => "query-fault-no-words",
            Self::StarInside => "query-fault-star-inside",
            Self::LoneOr(_) => "query-fault-lone-or",
            Self::LoneNot(_) => "query-fault-lone-not",
            Self::TooDeep => "query-fault-too-deep",
            Self::TooLong => "query-fault-too-long",
        }
    }

    /// The arguments of its message, by name.
    pub fn arguments(&self) -> Vec<(&'static str, Argument)> {
        let text = |text: &str| Argument::Text(text.to_owned());
        match self {
            Self::UnknownOperator { name, near } => {
                vec![("name", text(name)), ("near", text(near))]
            }
            Self::NoOperator(name)
            | Self::UnknownLanguage(name)
            | Self::BadDate(name)
            | Self::NoneHere(name)
            | Self::NoWords(name)
            | Self::LoneOr(name)
            | Self::LoneNot(name) => vec![("name", text(name))],
            Self::NoValue { operator, example } => {
                vec![("name", text(operator)), ("example", text(example))]
            }
            Self::UnknownCountry { name, near } => {
                let near = near.join(", ");
                vec![("name", text(name)), ("near", Argument::Text(near))]
            }
            Self::UnknownState { name, known } => {
                vec![("name", text(name)), ("known", text(known))]
            }
            Self::ReversedDates
            | Self::UnclosedQuote
            | Self::UnclosedBracket
            | Self::UnopenedBracket
            | Self::StarInside
            | Self::TooDeep
            | Self::TooLong => Vec::new(),
        }
    }

    /// Whether it is no matter while one still types: the rest of it is about to come.
    pub fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::UnclosedQuote | Self::UnclosedBracket | Self::LoneOr(_) | Self::LoneNot(_)
        )
    }
}
