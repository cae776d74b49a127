//! Any text as dispatches, parted by form feeds: their facts, and the pages compiled of them.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/page_promises.rs"]
mod page_promises;

fuzz_target!(|text: &str| page_promises::compiled(text));
