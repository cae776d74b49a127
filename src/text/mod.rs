//! Text as such: bytes to text, safe text, folded text, sentences, lines, widths.
//!
//! Knows languages only as far as sentences need it, and nothing of briefs.

mod address;
pub mod ascii;
mod boundaries;
mod characters;
pub mod decode;
pub mod fingerprint;
pub mod fold;
pub mod lines;
pub mod sanitise;
pub mod sentences;
pub mod toml;
pub mod width;
pub mod wrap;

pub use address::{Address, Unfit, addresses, belies};
pub use characters::{is_harmful, is_mixed_script, is_unseen};
pub use decode::{Decoded, NotText, decode};
pub use fingerprint::{digest, fingerprint};
pub use fold::{Folded, fold};
pub use sanitise::{Piece, Safe, count_hidden, pieces};
