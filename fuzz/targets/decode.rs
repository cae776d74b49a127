//! Any bytes as a file's text: decoded, drawn, folded, wrapped.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/promises.rs"]
mod promises;

fuzz_target!(|bytes: &[u8]| promises::decode(bytes));
