//! Chancery: a terminal reader for country briefs.
//!
//! Imports only point down this list; modules of one layer never import each other.
//! `tests/architecture.rs` keeps it so.
//!
//! ```text
//! L0  model  text
//! L1  config  messages  dates  country  people
//! L2  brief      newswire  copies  search  summary  export  corrections  notes
//! L3  filing  store
//! L4  library
//! L5  app
//! L6  terminal
//! L7  runtime  plain
//! L8  cli
//! ```

// `clippy.toml` says what only one module may do; tests may, to set a scene.
#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

pub mod app;
pub mod brief;
pub mod cli;
pub mod config;
pub mod copies;
pub mod corrections;
pub mod country;
pub mod dates;
pub mod export;
pub mod filing;
pub mod library;
pub mod messages;
pub mod model;
pub mod newswire;
pub mod notes;
pub mod people;
pub mod plain;
pub mod runtime;
pub mod search;
pub mod store;
pub mod summary;
pub mod terminal;
pub mod text;
