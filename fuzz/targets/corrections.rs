//! Any text as a file of corrections, and as the name of a country.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/promises.rs"]
mod promises;

fuzz_target!(|text: &str| promises::corrected(text));
