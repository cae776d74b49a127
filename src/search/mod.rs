//! Looking things up: the finder's fuzzy match, the plain scan behind `search`, and find in a text.
//!
//! Pure: it is given texts and names, and knows neither files nor panes nor the index.

pub mod find;
pub mod fuzzy;
mod matcher;
mod names;
pub mod query;
pub mod scan;

pub use fuzzy::{Candidate, Finder, Fit, Match};
pub use query::Query;
pub use scan::Hits;
