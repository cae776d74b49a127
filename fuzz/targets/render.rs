//! Any text as a brief, opened, paged through and looked at from all sides: cleaned, set, drawn, sent, shown.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/interface.rs"]
mod interface;
#[path = "../../tests/support/reading_promises.rs"]
mod reading_promises;
#[path = "../../tests/support/wire.rs"]
mod wire;

// The text comes first, so that plain files serve as seeds: their last bytes are then the terminal.
fuzz_target!(|bytes: &[u8]| {
    let Some((text, &[columns, rows, kind])) = bytes.split_last_chunk() else { return };
    let Ok(text) = str::from_utf8(text) else { return };
    reading_promises::shown(text, (u16::from(columns), u16::from(rows)), kind);
});
