//! The words of the interface, French and English: Fluent catalogues, country names, dates, numbers.
//!
//! Layers below say *what* with a key and arguments; only here does it become prose.

mod amounts;
mod articles;
mod catalogue;
mod countries;
mod dates;
mod lines;
mod overviews;

pub use catalogue::Messages;

/// The arguments of a message, by name.
pub type Arguments<'a> = &'a [(&'a str, crate::model::Argument)];
