//! The query language: what a person types to search or to filter, read into a tree.
//!
//! ```text
//! visa "rang stratégique" -minsk country:ru,by since:30d (accord OR négoc*)
//! ```
//!
//! Reading never fails: what cannot be understood is explained with its place, and the rest still works. The names of the
//! operators are data (`operators.toml`); it must not know files, panes or the index.

mod ast;

use std::ops::Range;

use crate::model::CountryCode;
pub use ast::{Days, Facet, Filter, Label, Node, State, Term, TextField};

/// Levels of brackets that count; deeper ones are read as if they were not there.
pub const MOST_DEPTH: usize = 32;

/// Where the names of countries are looked up. The parser asks only where a query names one, so that a command that needs
/// no country need not load the gazetteer.
pub trait Countries {
    /// The country or organisation that a name or code means, in either language.
    fn code(&self, name: &str) -> Option<CountryCode>;
    /// Names much like one that means nothing, the likest first; at most three.
    fn near(&self, name: &str) -> Vec<String>;
}

/// A query as it was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What it asks for.
    pub root: Node,
    /// What could not be understood, in the order of their places.
    pub problems: Vec<Problem>,
}

/// A part of a query that could not be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands in the query, in bytes.
    pub place: Range<usize>,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What can be wrong with a part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing in it can be looked for.
    NoWords,
}
