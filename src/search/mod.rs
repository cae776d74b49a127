//! Looking things up: the finder's fuzzy match, the query language, and find in a text.
//!
//! Pure: it is given texts and names, and knows neither files nor panes nor the index.

pub mod analyser;
pub mod find;
mod fit;
pub mod fuzzy;
pub mod index;
mod matcher;
mod names;
mod persons;
pub mod query;
pub mod scan;
pub mod snippet;
mod typo;
mod wanted;

pub use find::Sought;
pub use fit::Fit;
pub use fuzzy::{Candidate, Finder, Match};
pub use query::Query;
pub use snippet::Snippet;
pub use wanted::Wanted;
