//! The terminal: thrifty with bytes, restored on every way out, ended with its link.
//!
//! Knows ratatui's buffers and the system's terminal; knows nothing of briefs or panes. The runtime
//! enters by [`Guard`], draws by [`Screen`], and is told of presses and signals by the threads of
//! [`input`] and [`signals`]. The terminal is never asked anything: see [`capability`].

pub mod capability;
mod encoder;

pub use capability::{Capability, Colours, Refusal};
pub use encoder::Encoder;
