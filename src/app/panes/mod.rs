//! The panes: each knows its rows and its cursor, takes motions, and paints itself.
//!
//! A pane is rebuilt from the library when that changes, fitted to its rectangle after each
//! message, and rendered from what it holds and a [`super::context::Context`].

pub(super) mod articles;
pub(super) mod board;
pub(super) mod countries;
pub(super) mod page;
pub(super) mod reader;
