//! The query language: what a person types to search or to filter, read into a tree.
//!
//! ```text
//! visa "rang stratégique" -minsk country:ru,by since:30d (accord OR négoc*)
//! ```
//!
//! Terms side by side must all hold; `OR` joins its two neighbours only. Reading never fails: what cannot be understood is
//! explained with its place, and the rest still works. `lexer` cuts, `parser` groups, `values` and `days` read what stands
//! behind a colon; the names are data (`operators.toml`). It must not know files, panes or the index.

mod ast;
mod comparing;
mod completion;
mod countries;
mod days;
mod fault;
mod guide;
mod holds;
mod lexer;
mod loosen;
mod near;
mod operators;
mod parser;
mod print;
#[cfg(test)]
mod tests;
mod typing;
mod values;

pub use ast::{Days, Facet, Filter, Label, Node, Reach, State, Term, TextField};
pub use completion::{Completion, CountryOffer, Offers, completions};
pub use fault::{Fault, Problem};
pub use guide::{Entry, guide};
pub use holds::Line;
pub use loosen::OtherNames;

use crate::model::{CountryCode, PartialDate};
use parser::Parser;

/// Levels of brackets that count; deeper ones are read as if they were not there.
pub const MOST_DEPTH: usize = 32;
/// Words and values that count; nobody types more.
pub const MOST_TERMS: usize = 1_000;
/// Problems that are explained; nobody reads more.
pub const MOST_PROBLEMS: usize = 20;

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

impl Query {
    /// Reads a query. `today` is the day that `since:30d` counts from. Linear in the length of the query.
    pub fn parse(query: &str, countries: &dyn Countries, today: PartialDate) -> Self {
        let (root, problems) = Parser::new(query, countries, today).read();
        Self { root, problems }
    }

    /// Whether something was asked, and none of it could be understood: such a query does not mean "everything".
    pub fn is_lost(&self) -> bool {
        self.root == Node::Everything && !self.problems.is_empty()
    }
}
