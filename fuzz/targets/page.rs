//! Any bytes as a page of HTML, through the whole of filing.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/promises.rs"]
mod promises;

fuzz_target!(|bytes: &[u8]| promises::filed("a.html", bytes));
