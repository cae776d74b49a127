//! Any bytes as a Markdown brief with front matter, through the whole of filing.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/promises.rs"]
mod promises;

fuzz_target!(|bytes: &[u8]| {
    promises::filed("a.md", bytes);
    let Ok(text) = str::from_utf8(bytes) else { return };
    promises::fronted(text);
    // Without the luck of two fences, too.
    promises::fronted(&format!("+++\n{text}\n+++\n"));
    promises::fronted(&format!("---\n{text}\n---\n"));
});
