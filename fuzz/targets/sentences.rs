//! Any text as a paragraph, split into sentences.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/promises.rs"]
mod promises;

fuzz_target!(|text: &str| promises::split(text));
