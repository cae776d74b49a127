//! The terminal: thrifty with bytes, restored on every way out, ended with its link.
//!
//! Knows ratatui's buffers and the system's terminal; knows nothing of briefs or panes. The runtime
//! enters by [`Guard`], draws by [`Screen`], and is told of presses and signals by the threads of
//! [`input`] and [`signals`]. The terminal is never asked anything: see [`capability`].

mod backend;
pub mod capability;
pub mod clipboard;
mod encoder;
pub mod guard;
pub mod input;
pub mod signals;

pub use backend::Screen;
pub use capability::{Capability, Charset, Colours, Refusal};
pub use guard::{Guard, GuardError, Output, Restorer};
pub use input::{Input, Keyboard};
pub use signals::Signal;
