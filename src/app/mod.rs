//! The interface as a pure state machine.
//!
//! A [`message::Message`] comes in, [`update()`] changes the [`State`] and gives back
//! [`effect::Effect`]s for the outside to carry out, [`view()`] draws the state into a ratatui
//! buffer. No I/O, no thread, no clock: tests press keys and read the screen.
//!
//! Panes and overlays are components: `handle` takes a command and answers with an outcome,
//! `render` paints from what it is given. They never see the whole state; `update` does the wiring.

pub mod chord;
mod collecting;
pub mod command;
pub mod effect;
pub mod keymap;
pub mod labels;
pub mod message;
pub mod mouse;
pub mod parcel;
pub mod saved;
pub mod scope;
pub mod topic;

mod context;
mod layout;
mod line_editor;
mod list;
mod marking;
mod notice;
mod overlays;
mod paint;
mod panes;
mod past;
mod poster;
mod state;
mod text_editor;
mod theme;
mod typeset;
mod update;
mod view;

pub use notice::{Level, Notice};
pub use poster::Poster;
pub use state::{Setup, State};
pub use theme::ColourScheme;
pub use update::update;
pub use view::view;
